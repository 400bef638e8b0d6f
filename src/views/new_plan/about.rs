//! Part one: whose plan it is and which years it covers.

use super::fields::{DraftText, form, said};
use crate::state::context;
use crate::ui::field::Choice;
use crate::words::{label, new_plan as text};
use leptos::prelude::*;
use samplan::calendar::Horizon;
use samplan::edit::draft::DraftField;

/// Association, years and name.
#[component]
pub fn About() -> impl IntoView {
    let context = context();
    let form = form();
    let years = Signal::derive(move || {
        let named = |count: u8| text::YearsCounted { count }.say(context.language());
        (1..=Horizon::MOST_YEARS).map(|count| (count, named(count))).collect::<Vec<_>>()
    });
    let hint = Signal::derive(move || match form.draft.with(|draft| draft.suggested_name()) {
        Some(name) => text::NameHint { name }.say(context.language()),
        None => text::name_hint_empty(context.language()).to_owned(),
    });
    view! {
        <div class="fields about">
            <DraftText place=DraftField::Association label=said(label::the_association_s_name)
                read=|draft| Some(&draft.association) write=|draft, text| draft.association = text/>
            <DraftText place=DraftField::FirstYear label=said(text::first_year)
                read=|draft| Some(&draft.first_year) write=|draft, text| draft.first_year = text/>
            <Choice label=said(label::number_of_years) options=years value=Signal::derive(move || form.draft.with(|draft| draft.years))
                on_change=move |years| form.draft.update(|draft| draft.years = years)/>
            <DraftText place=DraftField::Name label=said(text::name) hint=hint
                read=|draft| Some(&draft.name) write=|draft, text| draft.name = text/>
        </div>
    }
}
