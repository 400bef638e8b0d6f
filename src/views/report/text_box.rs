//! A text that is written where it stands on the page: a field on the screen, plain text on paper.

use crate::state::Context;
use crate::ui::form::OnChange;
use crate::words::Word;
use leptos::ev::Event;
use leptos::prelude::*;

/// A text in place. It is kept when the field is left.
pub fn text_box(
    context: Context,
    class: &'static str,
    test: String,
    label: Word,
    text: Signal<String>,
    write: OnChange<String>,
) -> AnyView {
    let refused = RwSignal::new(None::<String>);
    let change: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let typed = event_target_value(&event);
        refused.set(write.run(typed.trim().to_owned()).err());
    });
    let word = Signal::derive(move || label(context.language()).to_owned());
    let error = move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> });
    view! {
        <div class=format!("written {class}") class:unwritten=Signal::derive(move || text.with(String::is_empty))>
            <textarea rows="1" maxlength="20000" prop:value=text on:change=change placeholder=word aria-label=word
                aria-invalid=Signal::derive(move || refused.with(Option::is_some).to_string()) data-test=test></textarea>
            <div class="on-paper">{text}</div>
            {error}
        </div>
    }
    .into_any()
}
