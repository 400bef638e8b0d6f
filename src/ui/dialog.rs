//! A modal dialog: the browser's own, so that focus stays inside, Esc closes and what is behind is out of reach.

use crate::ui::form::{on_event, on_key, on_mouse};
use crate::ui::text::text_fn;
use crate::words;
use leptos::context::Provider;
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// Where the focus begins: what asks for it (`autofocus`: the button that destroys least), else the first field. What only
/// tells begins at the cross, where the browser begins: a box to tick in it is not what it is there for.
const FIRST: [&str; 2] = [
    ".body [autofocus]",
    ".body :is(input:not([type=\"checkbox\"], [type=\"file\"]), select, textarea):not(:disabled)",
];

/// Moves the focus to where a dialog begins, unless something inside has taken it. The browser takes the cross.
fn begin(dialog: &HtmlDialogElement) {
    let found = |selector: &str| dialog.query_selector(selector).ok().flatten();
    if found(".body :focus").is_some() {
        return;
    }
    let first = FIRST.into_iter().find_map(found).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(first) = first {
        let _ = first.focus();
    }
}

/// The dialog around what is drawn, for what comes after the dialog opened.
#[derive(Clone, Copy)]
pub struct Surrounding(NodeRef<html::Dialog>);

impl Surrounding {
    /// Moves the focus to where the dialog begins, now that more stands in it.
    pub fn begin(self) {
        spawn_local(async move {
            tick().await;
            if let Some(dialog) = self.0.try_get_untracked().flatten() {
                begin(&dialog);
            }
        });
    }
}

/// What is about to close a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Esc, or what a telephone has for it.
    Key,
    /// The cross in its head.
    Cross,
}

/// A modal dialog that is open while `open` is true.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] wide: bool,
    /// Asked before Esc or the cross closes it.
    #[prop(optional)]
    may_close: Option<Callback<Closing, bool>>,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let children = StoredValue::new(children);
    let may_close = move |by| may_close.is_none_or(|asked| asked.run(by));
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
                Surrounding(node).begin();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // The browser tells of it a frame later, when something else may have been asked in the same place.
    let closed = move || {
        if node.get_untracked().is_some_and(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    view! {
        <dialog node_ref=node class="modal" class:wide=wide aria-label=move || title.get()
            on:close=on_event(move |_| closed())
            on:cancel=on_event(move |event| if !may_close(Closing::Key) { event.prevent_default() })
            on:keydown=on_key(move |event| if event.key() == "Escape" && !may_close(Closing::Key) { event.prevent_default() })>
            <Show when=move || open.get()>
                <header>
                    <h2>{move || title.get()}</h2>
                    <button class="icon" aria-label=text_fn(words::shell::close)
                        on:click=on_mouse(move |_| if may_close(Closing::Cross) { open.set(false) })>"×"</button>
                </header>
                <div class="body">
                    <Provider value=Surrounding(node)>{children.with_value(|children| children())}</Provider>
                </div>
            </Show>
        </dialog>
    }
}
