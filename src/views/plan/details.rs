//! An association's name, number and source.

use super::lens::AssociationLens;
use crate::ui::field::TextField;
use crate::ui::text::said;
use crate::words::{label, plan_settings as text};
use leptos::prelude::*;
use samplan::edit::AssociationEdit;

#[component]
pub fn Details(association: AssociationLens) -> impl IntoView {
    view! {
        <div class="columns">
            <TextField label=said(label::name) value=association.part(|one| one.name.clone())
                on_change=move |name: String| association.commit(AssociationEdit::Name(name.trim().to_owned()))/>
            <TextField label=said(label::organisation_number) value=association.part(|one| one.organisation_number.clone())
                on_change=move |number: String| {
                    association.commit(AssociationEdit::OrganisationNumber(number.trim().to_owned()))
                }/>
        </div>
        <TextField label=said(text::association_source) multiline=true value=association.part(|one| one.source.clone())
            on_change=move |source| association.commit(AssociationEdit::Source(source))/>
    }
}
