//! Fields that write straight into the draft.

use super::begun::Begun;
use super::form::NewPlanForm;
use crate::state::context;
use crate::ui::field::{DraftText, NumberField, NumberKind, TextField};
use crate::words::Language;
use leptos::prelude::*;
use samplan::edit::draft::{Draft, DraftField};
use samplan::money::{Decimal, Unit};

/// The guided form of the app.
pub fn form() -> NewPlanForm {
    let context = context();
    let language = context.settings.get_untracked().language;
    // Provided once at the root, before any view runs.
    let begun = use_context::<Begun>().unwrap_or_else(Begun::new);
    begun.form(move || NewPlanForm::start(language, context.drafts))
}

/// A word of the interface in its language.
pub fn said(word: fn(Language) -> &'static str) -> Signal<String> {
    let context = context();
    Signal::derive(move || word(context.language()).to_owned())
}

fn fault(form: NewPlanForm, place: DraftField) -> Signal<Option<String>> {
    let context = context();
    let language: Signal<Language> = Signal::derive(move || context.language());
    let unit: Signal<Unit> = Signal::derive(move || context.unit());
    form.fault(language, unit, place)
}

/// A text of the draft.
#[component]
pub fn DraftText(
    place: DraftField,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] hide_label: bool,
    #[prop(optional, into)] hint: MaybeProp<String>,
    read: impl Fn(&Draft) -> Option<&String> + Copy + Send + Sync + 'static,
    write: impl Fn(&mut Draft, String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let form = form();
    let value = Signal::derive(move || form.draft.with(|draft| read(draft).cloned().unwrap_or_default()));
    let change = move |text: String| {
        if value.get_untracked() != text {
            form.draft.update(|draft| write(draft, text));
        }
        Ok(())
    };
    let hint = Signal::derive(move || hint.get().unwrap_or_default());
    view! { <TextField label=label value=value hide_label=hide_label live=true fault=fault(form, place) hint=hint on_change=change/> }
}

/// A number of the draft.
#[component]
pub fn DraftNumber(
    place: DraftField,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] hide_label: bool,
    #[prop(default = NumberKind::Money)] kind: NumberKind,
    #[prop(optional, into)] hint: MaybeProp<String>,
    read: impl Fn(&Draft) -> Option<Decimal> + Copy + Send + Sync + 'static,
    write: impl Fn(&mut Draft, Option<Decimal>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let form = form();
    let value = Signal::derive(move || form.draft.with(read));
    let change = move |number: Option<Decimal>| {
        if value.get_untracked() != number {
            form.draft.update(|draft| write(draft, number));
        }
        Ok(())
    };
    let DraftText { text, keep } = form.kept(place);
    let keep = Callback::new(move |text: Option<String>| {
        // What is no number leaves no number behind.
        if text.is_some() {
            let _ = change(None);
        }
        keep.run(text);
    });
    let hint = Signal::derive(move || hint.get().unwrap_or_default());
    view! {
        <NumberField label=label value=value kind=kind hide_label=hide_label live=true kept=DraftText { text, keep }
            fault=fault(form, place) hint=hint on_change=change/>
    }
}
