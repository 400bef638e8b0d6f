//! What the room guesses before it sees the answer; kept for as long as the showing lasts.

use super::stage::Stage;
use crate::ui::form::{click, on_submit};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, show as text};
use leptos::html;
use leptos::prelude::*;
use samplan::money::{self, Decimal};
use samplan::show::mean;

/// The guesses with a field for one more; each can be taken away.
pub fn guesses(stage: Stage) -> AnyView {
    if stage.is_picture {
        return ().into_any();
    }
    let node = NodeRef::<html::Input>::new();
    let refused = RwSignal::new(None::<String>);
    let add = on_submit(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = node.get_untracked() else { return };
        match money::read_number(&field.value()) {
            Ok(value) => {
                stage.guess(value);
                refused.set(None);
                field.set_value("");
            }
            Err(why) => refused.set(Some(words::number_problem(
                stage.language(),
                words::ExpectedNumber::Count,
                why,
                &field.value(),
            ))),
        }
    });
    let error = move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> });
    view! {
        <form class="guess-form" on:submit=add data-test="guess-form">
            <label for="guess">{text_fn(text::guess)}</label>
            <input id="guess" node_ref=node inputmode="decimal" autocomplete="off"/>
            <button type="submit">{text_fn(text::guess_add)}</button>
            {error}
        </form>
        {listed(stage, true)}
    }
    .into_any()
}

/// The guesses with their mean, as they stand beside the answer.
pub fn listed(stage: Stage, can_go: bool) -> AnyView {
    list(stage, can_go, Stage::guesses)
}

/// What the room guessed last, for the presenter.
pub fn last(stage: Stage) -> AnyView {
    list(stage, false, Stage::last_guesses)
}

fn list(stage: Stage, can_go: bool, all: fn(Stage) -> Vec<Decimal>) -> AnyView {
    let inside = move || {
        let language = stage.language();
        let all = all(stage);
        let mean = mean(&all).ok().flatten()?;
        let each = all.iter().enumerate().map(|(place, value)| {
            let told = words::count(language, *value, 2);
            if can_go {
                let label = text::GuessRemove { value: &told }.say(language);
                view! { <li><button type="button" aria-label=label on:click=click(move || stage.unguess(place))>{told}</button></li> }
                    .into_any()
            } else {
                view! { <li>{told}</li> }.into_any()
            }
        });
        let mean = text::GuessMean { value: words::count(language, mean, 2) }.say(language);
        Some(view! {
            <div class="guesses" data-test="guesses" role="group" aria-label=text_signal(text::guessed)>
                <p class="label">{text::guessed(language)}</p>
                <ul>{each.collect_view()}</ul>
                <p class="mean">{mean}</p>
            </div>
        })
    };
    inside.into_any()
}
