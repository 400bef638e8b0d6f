//! A file that was dropped while a plan is open: opened, compared with it, or added to it. A file of which another version
//! is stored: which of them is meant. Never decided unasked.

use super::arriving::arriving;
use crate::commands::files;
use crate::components::part::part;
use crate::components::when;
use crate::state::Context;
use crate::state::modules::{Module, Slot};
use crate::state::route::Route;
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_soon;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{known as known_text, label, meet as text};
use leptos::prelude::*;

/// Where its module hands the question over.
pub static DROPPED: Slot<fn(Context) -> AnyView> = Slot::new();

/// The place for the questions: nothing until there is one.
pub fn place(context: Context) -> AnyView {
    // Once there has been one the place stays: the dialog closes by itself.
    let begun = RwSignal::new(false);
    Effect::new(move |_| {
        let is_asked = context.dropped.with(Option::is_some)
            || context.known.with(Option::is_some)
            || context.arriving.with(Option::is_some);
        if is_asked && !begun.get_untracked() {
            begun.set(true);
        }
    });
    let shown =
        move || begun.get().then(|| part(context, Module::Aside, move || DROPPED.get().map(|draw| draw(context))));
    shown.into_any()
}

/// What files ask when they come: a plan beside the open one, and scenarios.
pub fn questions(context: Context) -> AnyView {
    view! {
        {dropped(context)}
        {known(context)}
        {arriving(context)}
    }
    .into_any()
}

/// The question, while there is one.
fn dropped(context: Context) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(context.dropped.with(Option::is_some)));
    // Esc and the cross answer too: nothing happens with the file.
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now && context.dropped.with_untracked(Option::is_some) {
            context.dropped.set(None);
        }
        now
    });
    let title = Signal::derive(move || text::dropped_title(context.language()).to_owned());
    let body = move || {
        context.dropped.get().map(|other| {
            let (opened, beside) = (other.clone(), other.clone());
            let sentence = text::Dropped { file: &other.file, plan: &other.plan.name }.say(context.language());
            let open = move || {
                context.dropped.set(None);
                files::open_file(context, opened.clone());
            };
            let compare = move || {
                context.dropped.set(None);
                context.other.set(Some(beside.clone()));
                context.place.go(Route::Meet);
                // What had the focus is gone with the question.
                focus_soon("#main");
            };
            view! {
                <p>{sentence}</p>
                <div class="actions">
                    <button type="button" autofocus on:click=click(move || context.dropped.set(None))>{text_fn(label::cancel)}</button>
                    <button type="button" on:click=click(open)>{text_fn(text::dropped_open)}</button>
                    <button type="button" class="primary" on:click=click(compare)>{text_fn(text::dropped_meet)}</button>
                </div>
            }
        })
    };
    view! { <Dialog open=open title=title>{body}</Dialog> }.into_any()
}

/// Which version is meant, while that is asked.
fn known(context: Context) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(context.known.with(Option::is_some)));
    // Esc and the cross answer too: nothing happens with the file.
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now && context.known.with_untracked(Option::is_some) {
            context.known.set(None);
        }
        now
    });
    let title = Signal::derive(move || known_text::title(context.language()).to_owned());
    let body = move || {
        context.known.get().map(|(other, entry)| {
            let language = context.language();
            let changed = when::changed(language, entry.changed);
            let sentence = known_text::Differs { file: &other.file, plan: &entry.name, changed }.say(language);
            let (own, beside, stored) = (other.clone(), other.clone(), entry.clone());
            let as_own = move || {
                context.known.set(None);
                files::open_file(context, own.clone());
            };
            let open_stored = move || {
                context.known.set(None);
                files::open_stored(context, &entry);
            };
            let compare = move || {
                context.known.set(None);
                files::open_stored(context, &stored);
                context.other.set(Some(beside.clone()));
                context.place.go(Route::Meet);
                focus_soon("#main");
            };
            view! {
                <p>{sentence}</p>
                <div class="actions">
                    <button type="button" autofocus on:click=click(move || context.known.set(None))>{text_fn(label::cancel)}</button>
                    <button type="button" on:click=click(as_own)>{text_fn(known_text::open_file)}</button>
                    <button type="button" on:click=click(open_stored)>{text_fn(known_text::open_stored)}</button>
                    <button type="button" class="primary" on:click=click(compare)>{text_fn(known_text::compare)}</button>
                </div>
            }
        })
    };
    view! { <Dialog open=open title=title>{body}</Dialog> }.into_any()
}
