//! Event handlers whose type is that of their event alone: a closure with a type of its own costs kilobytes.

use leptos::ev::MouseEvent;

/// What a button does.
pub fn click(what: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| what())
}

/// Makes an event handler whose type is that of its event alone.
macro_rules! handlers {
    ($($name:ident: $event:ident),*) => {
        $(/// An event handler behind the type of its event.
        pub fn $name(handle: impl FnMut(leptos::ev::$event) + 'static) -> Box<dyn FnMut(leptos::ev::$event)> {
            Box::new(handle)
        })*
    };
}
handlers!(on_mouse: MouseEvent, on_event: Event, on_submit: SubmitEvent, on_key: KeyboardEvent, on_focus: FocusEvent, on_paste: ClipboardEvent);
