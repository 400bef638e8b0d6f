//! Part two: the members.

use super::fields::{DraftNumber, DraftText, form, said};
use crate::state::context;
use crate::state::memo::memo;
use crate::ui::field::NumberKind;
use crate::ui::focus::{focus_new, focus_soon};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::text_fn;
use crate::words::{label, new_plan as text};
use leptos::prelude::*;
use samplan::edit::draft::{DraftField, FormRow, Key};

/// The State's two are given; the region and the municipalities are typed.
#[component]
pub fn Members() -> impl IntoView {
    let context = context();
    let form = form();
    let rows = memo(move || {
        form.draft.with(|draft| draft.municipalities.iter().map(|municipality| municipality.row).collect::<Vec<_>>())
    });
    let needed = memo(move || form.draft.with(|draft| draft.key == Key::Inhabitants));
    let inhabitants = move || {
        let word = if needed.get() { label::inhabitants } else { text::inhabitants };
        word(context.language())
    };
    let add = move |_| {
        let row = form.draft.try_update(|draft| draft.add_municipality());
        if let Some(row) = row {
            focus_new(format!("[data-row=\"{row}\"] input"));
        }
    };
    view! {
        <p class="muted">{text_fn(text::state_preset)}</p>
        <div class="fields region">
            <DraftText place=DraftField::Region label=said(text::region)
                read=|draft| Some(&draft.region) write=|draft, text| draft.region = text/>
        </div>
        <div class="rows municipalities">
            <div class="heads" aria-hidden="true">
                <span>{text_fn(text::municipality)}</span>
                <span class="number">{inhabitants}</span>
            </div>
            {keyed_list(move || rows.get(), move |row| view! { <MunicipalityRow row rows needed/> })}
        </div>
        <button type="button" class="quiet" id="add-municipality" on:click=on_mouse(add)>
            <Icon shape=Shape::Plus/>{text_fn(text::add_municipality)}
        </button>
    }
}

#[component]
fn MunicipalityRow(row: FormRow, rows: Memo<Vec<FormRow>>, needed: Memo<bool>) -> impl IntoView {
    let context = context();
    let form = form();
    let number = memo(move || rows.with(|rows| (1usize..).zip(rows).find(|(_, at)| **at == row).map_or(1, |(n, _)| n)));
    let inhabitants = Signal::derive(move || {
        let (language, number) = (context.language(), number.get());
        if needed.get() {
            text::InhabitantsNeededNumber { number }.say(language)
        } else {
            text::InhabitantsNumber { number }.say(language)
        }
    });
    let remove = move |_| {
        focus_soon("#add-municipality");
        for place in [DraftField::Inhabitants(row), DraftField::Own(row)] {
            form.forget(place);
        }
        form.draft.update(|draft| draft.remove(row));
    };
    view! {
        <div class="row" data-row=row.to_string()>
            <DraftText place=DraftField::Municipality(row) hide_label=true
                label=Signal::derive(move || text::MunicipalityNumber { number: number.get() }.say(context.language()))
                read=move |draft| draft.municipality(row).map(|municipality| &municipality.name)
                write=move |draft, text| if let Some(municipality) = draft.municipality_mut(row) {
                    municipality.name = text;
                }/>
            <DraftNumber place=DraftField::Inhabitants(row) hide_label=true kind=NumberKind::Inhabitants
                label=inhabitants
                read=move |draft| draft.municipality(row).and_then(|municipality| municipality.inhabitants)
                write=move |draft, count| if let Some(municipality) = draft.municipality_mut(row) {
                    municipality.inhabitants = count;
                }/>
            <button type="button" class="icon" on:click=on_mouse(remove)
                aria-label=move || text::RemoveMunicipality { number: number.get() }.say(context.language())
                title=move || text::RemoveMunicipality { number: number.get() }.say(context.language())><Icon shape=Shape::Bin/></button>
        </div>
    }
}
