//! Help: what the app is, the shortcuts from the action registry, and the keys of the table and of the showing.

use crate::commands::Action;
use crate::components::part::part;
use crate::keys::{KeyLine, SHOWN};
use crate::state::context;
use crate::state::modules::{Module, Slot};
use crate::state::route::Route;
use crate::ui::dialog::Dialog;
use crate::ui::form::{click, on_event};
use crate::ui::text::text_fn;
use crate::views::budget::TableKey;
use crate::views::present::ShowKey;
use crate::words;
use leptos::prelude::*;

/// The help dialog.
#[component]
pub fn Help() -> impl IntoView {
    let context = context();
    view! {
        <Dialog open=context.help title=Signal::derive(move || words::action::help(context.language()).to_owned())>
            {part(context, Module::Aside, || BODY.get().map(|draw| draw()))}
        </Dialog>
    }
}

/// Where its module hands over what the dialog holds.
pub static BODY: Slot<fn() -> AnyView> = Slot::new();

/// What the dialog holds.
pub fn body() -> AnyView {
    let context = context();
    let lines = |lines: &'static [KeyLine]| {
        let line = move |(chords, what): &KeyLine| {
            let what = *what;
            view! {
                <div>
                    <dt>{chords.iter().take(SHOWN).map(|chord| view! { <kbd>{chord.label()}</kbd> }).collect_view()}</dt>
                    <dd>{move || what(context.language())}</dd>
                </div>
            }
        };
        view! { <dl class="keys">{lines.iter().map(line).collect_view()}</dl> }
    };
    view! {
            <p>{text_fn(words::help::intro)}</p>
            <h3>{text_fn(words::help::anywhere)}</h3>
            <dl class="keys">
                {Action::ALL.iter().map(|&action| view! {
                    <div>
                        <dt>{action.chords().iter().map(|chord| view! { <kbd>{chord.label()}</kbd> }).collect_view()}</dt>
                        <dd>{move || action.name(context.language())}</dd>
                    </div>
                }).collect_view()}
            </dl>
            <h3>{text_fn(words::help::in_table)}</h3>
            {lines(TableKey::LINES)}
            <h3>{text_fn(words::show::keys)}</h3>
            {lines(ShowKey::LINES)}
            <label class="check">
                <input type="checkbox" prop:checked=move || context.settings.with(|settings| settings.letter_keys)
                    on:change=on_event(move |event| {
                        let on = event_target_checked(&event);
                        context.settings.update(|settings| settings.letter_keys = on);
                    })/>
                {text_fn(words::help::letter_keys)}
            </label>
            <p class="muted">{text_fn(words::help::privacy)}" "
                <a href=move || context.place.address(Route::Privacy) on:click=click(move || context.help.set(false))>
                    {text_fn(words::help::privacy_more)}</a></p>
    }
    .into_any()
}
