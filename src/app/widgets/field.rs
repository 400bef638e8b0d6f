//! Form fields that show a typed text's error where it stands.

use super::super::context::context;
use super::super::words;
use leptos::prelude::*;
use samplan::money::{self, Decimal, Unit};

/// What an amount field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Kronor, in the unit of the screen.
    Money,
    /// A share, typed as per cent.
    Percent,
    /// A plain number.
    Number,
}

/// A field for a number. `value` is what the model holds; a text that is no number is kept in the field with its error
/// beside it, and `on_change` is called with numbers only. An emptied field calls it with `None`. `on_change` returns
/// an error to show when the model refuses.
#[component]
pub fn NumberField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<Option<Decimal>>,
    kind: Kind,
    #[prop(optional)] hide_label: bool,
    on_change: impl Fn(Option<Decimal>) -> Result<(), String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let context = context();
    let error = RwSignal::new(None::<String>);
    let typed = RwSignal::new(None::<String>);
    let id = format!("field-{}", next_number());
    let error_id = format!("{id}-error");
    let shown = move || {
        typed.get().unwrap_or_else(|| value.get().map(|value| write(context.unit(), context.language(), kind, value)).unwrap_or_default())
    };
    let change = move |event| {
        let text = event_target_value(&event);
        let language = context.language();
        let outcome = if text.trim().is_empty() {
            on_change(None)
        } else {
            match read(context.unit(), kind, &text) {
                Ok(number) => on_change(Some(number)),
                Err(problem) => Err(words::number_problem(language, problem, &text)),
            }
        };
        match outcome {
            Ok(()) => {
                error.set(None);
                typed.set(None);
            }
            Err(why) => {
                error.set(Some(why));
                typed.set(Some(text));
            }
        }
    };
    let suffix = move || match kind {
        Kind::Money if context.unit() == Unit::Thousands => "tkr",
        Kind::Money => "kr",
        Kind::Percent => "%",
        Kind::Number => "",
    };
    let described = error_id.clone();
    view! {
        <div class="field number" class:invalid=move || error.get().is_some()>
            <label for=id.clone() class:visually-hidden=hide_label>{move || label.get()}</label>
            <span class="with-suffix">
                <input id=id inputmode="decimal" autocomplete="off" prop:value=shown on:change=change
                    aria-invalid=move || error.get().is_some().to_string()
                    aria-describedby=move || error.get().map(|_| described.clone())/>
                <span class="suffix" aria-hidden="true">{suffix}</span>
            </span>
            {move || error.get().map(|error| view! { <p class="field-error" id=error_id.clone()>{error}</p> })}
        </div>
    }
}

/// A field for a text.
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(optional)] multiline: bool,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    on_change: impl Fn(String) -> Result<(), String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let typed = RwSignal::new(None::<String>);
    let id = format!("field-{}", next_number());
    let error_id = format!("{id}-error");
    let shown = move || typed.get().unwrap_or_else(|| value.get());
    let change = move |event| {
        let text: String = event_target_value(&event);
        match on_change(text.clone()) {
            Ok(()) => {
                error.set(None);
                typed.set(None);
            }
            Err(why) => {
                error.set(Some(why));
                typed.set(Some(text));
            }
        }
    };
    let described = error_id.clone();
    let describe = move || error.get().map(|_| described.clone());
    let input = if multiline {
        view! { <textarea id=id.clone() rows="3" prop:value=shown on:change=change aria-describedby=describe></textarea> }
            .into_any()
    } else {
        view! { <input id=id.clone() prop:value=shown on:change=change aria-describedby=describe/> }.into_any()
    };
    view! {
        <div class="field" class:invalid=move || error.get().is_some()>
            <label for=id>{move || label.get()}</label>
            {input}
            {hint.map(|hint| view! { <p class="hint">{move || hint.get()}</p> })}
            {move || error.get().map(|error| view! { <p class="field-error" id=error_id.clone()>{error}</p> })}
        </div>
    }
}

/// A choice from a list. `options` are values with their names; values are told apart by their place.
#[component]
pub fn Choice<T>(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<(T, String)>>,
    #[prop(into)] value: Signal<T>,
    #[prop(optional)] hide_label: bool,
    on_change: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let id = format!("field-{}", next_number());
    let change = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        let chosen = options.with(|options| options.get(place).map(|(value, _)| value.clone()));
        if let Some(chosen) = chosen {
            on_change(chosen);
        }
    };
    let listed = move || {
        let now = value.get();
        let listed = options.get().into_iter().enumerate();
        listed
            .map(|(place, (option, name))| {
                view! { <option value=place.to_string() selected=option == now>{name}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field">
            <label for=id.clone() class:visually-hidden=hide_label>{move || label.get()}</label>
            <select id=id on:change=change>{listed}</select>
        </div>
    }
}

fn read(unit: Unit, kind: Kind, text: &str) -> Result<Decimal, money::NumberProblem> {
    match kind {
        Kind::Money => money::read_amount(text, unit),
        Kind::Percent => money::read_percent(text),
        Kind::Number => money::read_number(text),
    }
}

fn write(unit: Unit, language: words::Language, kind: Kind, value: Decimal) -> String {
    match kind {
        Kind::Money => money::plain(value, unit),
        Kind::Percent => words::count(language, value * Decimal::ONE_HUNDRED, 4),
        Kind::Number => words::count(language, value, 4),
    }
}

/// A number that no other field of the page has.
fn next_number() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}
