//! Where messages appear: short ones that pass, and errors that stay until they are closed.

use super::waiting;
use crate::commands::files;
use crate::components::part::part;
use crate::state::context;
use crate::state::engine::FILES;
use crate::state::modules::Module;
use crate::state::notices::{FileError, Notice, Notices};
use crate::ui::form::{click, on_mouse};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::text_fn;
use crate::words;
use leptos::prelude::*;

/// Where messages appear; screen readers hear them.
#[component]
pub fn NoticeArea() -> impl IntoView {
    let context = context();
    let notices = context.notices;
    let close = text_fn(words::shell::close);
    let numbers = move || notices.in_sight().iter().map(|notice| notice.number).collect::<Vec<_>>();
    let passing = keyed_list(numbers, move |number| {
        let found = untrack(|| notices.in_sight().into_iter().find(|notice| notice.number == number));
        found.map(|notice| passing(notices, notice))
    });
    let copied = move || {
        notices.is_copied().get().then(|| {
            view! {
                <div class="notice warning">
                    <p>{text_fn(words::notice::changed_elsewhere)}</p>
                    <button class="icon" aria-label=close on:click=on_mouse(move |_| notices.is_copied().set(false))>"×"</button>
                </div>
            }
        })
    };
    let file_error = move || {
        notices.refused_file().map(|FileError { name, error, changed }| {
            let anyway = changed.map(|plan| {
                view! {
                    <button class="link" data-test="open-changed" on:click=on_mouse(move |_| {
                        files::open_plan(context, (*plan).clone());
                    })>{text_fn(words::notice::open_changed)}</button>
                }
            });
            let language = context.language();
            let why = part(context, Module::Shelf, move || {
                let lines = (FILES.get()?.read_error)(language, &error);
                Some(view! { <ul>{lines.into_iter().take(12).map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any())
            });
            view! {
                <div class="notice error" role="alert" data-test="file-error">
                    <div>
                        <p><strong>{words::notice::FileRefused { file: name }.say(language)}</strong></p>
                        {why}
                        {anyway}
                        <button class="link" on:click=on_mouse(move |_| files::choose(context))>
                            {text_fn(words::notice::other_file)}
                        </button>
                    </div>
                    <button class="icon" aria-label=close on:click=on_mouse(move |_| notices.clear_file_error())>"×"</button>
                </div>
            }
        })
    };
    view! {
        <div class="notices" aria-live="polite">{passing}{copied}{file_error}{waiting::lost(context)}</div>
        <div class="drop-hint" aria-hidden="true"><p>{text_fn(words::shell::drop_here)}</p></div>
    }
}

/// A short message, with a way to take back what it tells of for as long as there is one.
fn passing(notices: Notices, notice: Notice) -> AnyView {
    let number = notice.number;
    let take_back = notice.take_back.map(|take_back| {
        let run = StoredValue::new(take_back.clone());
        move || {
            take_back.is_possible().then(|| {
                view! {
                    <button class="link" on:click=click(move || {
                        let take_back = run.get_value();
                        notices.close(number);
                        take_back.run();
                    })>{text_fn(words::action::undo)}</button>
                }
            })
        }
    });
    view! {
        <div class="notice" class:warning=notice.warning>
            <p>{notice.text}</p>
            {take_back}
            <button class="icon" aria-label=text_fn(words::shell::close) on:click=click(move || notices.close(number))>"×"</button>
        </div>
    }
    .into_any()
}
