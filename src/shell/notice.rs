//! Messages to the user: short ones that pass, and errors that stay until they are closed.

use crate::commands::files;
use crate::state::context;
use crate::ui::form::on_mouse;
use crate::ui::text::say;
use crate::words;
use leptos::prelude::*;
use samplan::exchange::ReadError;
use samplan::plan::Plan;
use std::sync::Arc;
use std::time::Duration;

/// What takes back what a message tells of.
type TakeBack = Arc<dyn Fn() + Send + Sync>;

/// A short message, with something to take it back where that makes sense.
#[derive(Clone)]
struct Notice {
    text: String,
    warning: bool,
    undo: Option<TakeBack>,
    number: u32,
}

/// Why a file could not be opened.
#[derive(Clone)]
struct FileError {
    name: String,
    error: ReadError,
    /// The plan that can be opened all the same, when all that is wrong is the checksum.
    changed: Option<Arc<Plan>>,
}

/// The messages that are shown.
#[derive(Clone, Copy)]
pub struct Notices {
    notice: RwSignal<Option<Notice>>,
    count: StoredValue<u32>,
    file_error: RwSignal<Option<FileError>>,
    copied: RwSignal<bool>,
}

impl Notices {
    /// No message.
    pub fn new() -> Notices {
        Notices {
            notice: RwSignal::new(None),
            count: StoredValue::new(0),
            file_error: RwSignal::new(None),
            copied: RwSignal::new(false),
        }
    }

    /// Says something that passes.
    pub fn say(&self, text: String) {
        self.show(text, false, None);
    }

    /// Says what went wrong.
    pub fn warn(&self, text: String) {
        self.show(text, true, None);
    }

    /// Says what was done, with a way back that outlives the view that did it.
    pub fn undoable(&self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text, false, Some(Arc::new(undo)));
    }

    /// Says that another tab changed the plan and this one goes on as a copy.
    pub fn changed_elsewhere(&self) {
        self.copied.set(true);
    }

    /// Says why a file could not be opened.
    pub fn file_error(&self, name: &str, error: ReadError) {
        self.file_error.set(Some(FileError { name: name.to_owned(), error, changed: None }));
    }

    /// Says that a file does not agree with its checksum; its plan can be opened all the same.
    pub fn file_changed(&self, name: &str, error: ReadError, plan: Plan) {
        self.file_error.set(Some(FileError { name: name.to_owned(), error, changed: Some(Arc::new(plan)) }));
    }

    /// Takes the message about a file away.
    pub fn clear_file_error(&self) {
        self.file_error.set(None);
    }

    fn show(&self, text: String, warning: bool, undo: Option<TakeBack>) {
        let number = self.count.get_value().wrapping_add(1);
        self.count.set_value(number);
        let stay = if warning || undo.is_some() { 15 } else { 6 };
        self.notice.set(Some(Notice { text, warning, undo, number }));
        let notice = self.notice;
        set_timeout(
            move || {
                if notice.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.number == number)) {
                    notice.set(None);
                }
            },
            Duration::from_secs(stay),
        );
    }
}

/// Where messages appear; screen readers hear them.
#[component]
pub fn NoticeArea() -> impl IntoView {
    let context = context();
    let notices = context.notices;
    let close = say(words::shell::close);
    let passing = move || {
        notices.notice.get().map(|notice| {
            view! {
                <div class="notice" class:warning=notice.warning>
                    <p>{notice.text}</p>
                    {notice.undo.map(|undo| view! {
                        <button class="link" on:click=on_mouse(move |_| {
                            undo();
                            notices.notice.set(None);
                        })>{say(words::action::undo)}</button>
                    })}
                    <button class="icon" aria-label=close on:click=on_mouse(move |_| notices.notice.set(None))>"×"</button>
                </div>
            }
        })
    };
    let copied = move || {
        notices.copied.get().then(|| {
            view! {
                <div class="notice warning">
                    <p>{say(words::notice::changed_elsewhere)}</p>
                    <button class="icon" aria-label=close on:click=on_mouse(move |_| notices.copied.set(false))>"×"</button>
                </div>
            }
        })
    };
    let file_error = move || {
        notices.file_error.get().map(|FileError { name, error, changed }| {
            let anyway = changed.map(|plan| {
                view! {
                    <button class="link" data-test="open-changed" on:click=on_mouse(move |_| {
                        files::adopt(context, (*plan).clone());
                    })>{say(words::notice::open_changed)}</button>
                }
            });
            let lines = words::read_error(context.language(), &error);
            view! {
                <div class="notice error" role="alert" data-test="file-error">
                    <div>
                        <p><strong>{words::notice::FileRefused { file: name }.say(context.language())}</strong></p>
                        <ul>{lines.into_iter().take(12).map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                        {anyway}
                        <button class="link" on:click=on_mouse(move |_| files::choose(context))>
                            {say(words::notice::other_file)}
                        </button>
                    </div>
                    <button class="icon" aria-label=close on:click=on_mouse(move |_| notices.clear_file_error())>"×"</button>
                </div>
            }
        })
    };
    view! {
        <div class="notices" aria-live="polite">{passing}{copied}{file_error}</div>
        <div class="drop-hint" aria-hidden="true"><p>{say(words::shell::drop_here)}</p></div>
    }
}
