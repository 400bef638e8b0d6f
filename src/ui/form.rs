//! Fields for forms whose values live elsewhere. Their closures hide behind one type each: a field with types of its
//! own costs kilobytes, and forms have many.

use super::month::MonthField;
use crate::state::context;
use crate::state::memo::memo;
use crate::ui::field::{Choice, NumberField, NumberKind, TextField};
use crate::ui::text::Word;
use leptos::prelude::*;
use samplan::calendar::{Horizon, Month};
use samplan::money::Decimal;

pub use crate::ui::events::{click, on_event, on_focus, on_key, on_mouse, on_paste, on_submit};

/// Takes a value, or says why not.
pub type OnChange<T> = Callback<T, Result<(), String>>;

/// A word that follows the language.
pub fn words(word: Word) -> Signal<String> {
    crate::ui::text::text_signal(word)
}

/// A number field.
pub fn number(
    label: Signal<String>,
    kind: NumberKind,
    value: Signal<Option<Decimal>>,
    take: OnChange<Option<Decimal>>,
) -> AnyView {
    view! { <NumberField label=label value=value kind=kind on_change=move |number| take.run(number)/> }.into_any()
}

/// A text field.
pub fn text(label: Signal<String>, value: Signal<String>, take: OnChange<String>) -> AnyView {
    view! { <TextField label=label value=value on_change=move |text| take.run(text)/> }.into_any()
}

/// A list to choose from, by place.
pub fn choice(
    label: Signal<String>,
    options: Signal<Vec<String>>,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> AnyView {
    let options = memo(move || options.get().into_iter().enumerate().collect::<Vec<_>>());
    view! { <Choice label=label options=options value=chosen on_change=move |place| choose.run(place)/> }.into_any()
}

/// A list to choose from, of fixed words.
pub fn choice_of(label: Word, options: &'static [Word], chosen: Signal<usize>, choose: Callback<usize>) -> AnyView {
    let context = context();
    let named = Signal::derive(move || options.iter().map(|word| word(context.language()).to_owned()).collect());
    choice(words(label), named, chosen, choose)
}

/// A few choices, all of them in sight.
pub fn pills(label: Word, options: &'static [Word], chosen: Signal<usize>, choose: Callback<usize>) -> AnyView {
    let context = context();
    let buttons = options.iter().enumerate().map(move |(place, word)| {
        view! {
            <button type="button" class="option" on:click=click(move || choose.run(place))
                aria-pressed=Signal::derive(move || (chosen.get() == place).to_string())>{words(*word)}</button>
        }
    });
    view! {
        <div class="options" role="group" aria-label=Signal::derive(move || label(context.language()).to_owned())>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}

/// A box to tick.
pub fn check(label: Signal<String>, value: Signal<bool>, take: Callback<bool>) -> AnyView {
    let change: Box<dyn FnMut(leptos::ev::Event)> = Box::new(move |event| {
        take.run(event_target_checked(&event));
        // A choice that was refused goes back to what holds.
        if let Some(now) = value.try_get_untracked() {
            set_checked(&event, now);
        }
    });
    view! {
        <label class="check"><input type="checkbox" prop:checked=value on:change=change/>{label}</label>
    }
    .into_any()
}

/// A month.
pub fn month(
    label: Signal<String>,
    value: Signal<Option<Month>>,
    horizon: Signal<Horizon>,
    take: OnChange<Month>,
) -> AnyView {
    let change = move |month: Option<Month>| month.map_or(Ok(()), |month| take.run(month));
    view! { <MonthField label=label value=value horizon=horizon on_change=change/> }.into_any()
}

fn set_checked(event: &leptos::ev::Event, on: bool) {
    use wasm_bindgen::JsCast;
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.set_checked(on);
    }
}
