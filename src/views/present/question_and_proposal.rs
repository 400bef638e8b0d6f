//! The question that the scenario answers, and what is proposed.

use crate::commands::edit::commit;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::field::TextField;
use crate::ui::form::OnChange;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{Word, label, show as text};
use leptos::prelude::*;
use samplan::edit::{Edit, PresentationEdit};
use samplan::plan::Scenario;

/// Both as fields.
pub fn question_and_proposal(context: Context) -> AnyView {
    view! {
        <h2 id="told-title">{text_fn(text::told)}</h2>
        {field(context, label::the_question, text::question_hint, |one| one.question.clone(), PresentationEdit::Question)}
        {field(context, label::proposal_for_decision, text::proposal_hint, |one| one.proposal.clone(), PresentationEdit::Proposal)}
    }
    .into_any()
}

fn field(
    context: Context,
    label: Word,
    hint: Word,
    read: fn(&Scenario) -> String,
    write: fn(String) -> PresentationEdit,
) -> AnyView {
    let value = memo(move || context.with_scenario(|_, scenario| read(scenario)).unwrap_or_default());
    let take = OnChange::new(move |typed: String| match context.scenario.get_untracked() {
        Some(id) => commit(context, Edit::Presentation(id, write(typed.trim().to_owned()))),
        None => Ok(()),
    });
    long(text_signal(label), text_signal(hint), value.into(), take)
}

/// A field for a text of several lines.
pub fn long(label: Signal<String>, hint: Signal<String>, value: Signal<String>, take: OnChange<String>) -> AnyView {
    view! { <TextField label=label value=value hint=hint multiline=true on_change=move |text| take.run(text)/> }
        .into_any()
}
