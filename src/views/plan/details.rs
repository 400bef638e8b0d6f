//! An association's name, number and source.

use super::lens::AssociationLens;
use crate::ui::field::TextField;
use crate::ui::text::text_signal;
use crate::words::{label, plan_settings as text};
use leptos::prelude::*;
use samplan::edit::AssociationEdit;

#[component]
pub fn Details(association: AssociationLens) -> impl IntoView {
    view! {
        <div class="columns">
            <TextField label=text_signal(label::name) value=association.part(|one| one.name.clone())
                on_change=move |name: String| association.commit(AssociationEdit::Name(name.trim().to_owned()))/>
            <TextField label=text_signal(label::organisation_number) value=association.part(|one| one.organisation_number.clone())
                on_change=move |number: String| {
                    association.commit(AssociationEdit::OrganisationNumber(number.trim().to_owned()))
                }/>
        </div>
        <TextField label=text_signal(text::association_source) multiline=true value=association.part(|one| one.source.clone())
            on_change=move |source| association.commit(AssociationEdit::Source(source))/>
    }
}
