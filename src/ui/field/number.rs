//! A field for a number: an amount, a share or a count.

use super::control::{forget_when_changed, next_number, set_event_target_value};
use crate::state::context;
use crate::ui::events::{on_event, on_focus};
use crate::words::{self, ExpectedNumber};
use leptos::prelude::*;
use samplan::lever;
use samplan::money::{self, Decimal, Unit};

/// What an amount field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// Kronor, in the unit of the screen.
    Money,
    /// A share, typed as per cent.
    Percent,
    /// A plain number.
    Number,
    Inhabitants,
    PerInhabitant,
}

impl NumberKind {
    /// What a lever's number is typed as.
    pub fn of(unit: lever::LeverUnit) -> NumberKind {
        match unit {
            lever::LeverUnit::Kronor => NumberKind::Money,
            lever::LeverUnit::Percent => NumberKind::Percent,
            lever::LeverUnit::KronorPerInhabitant => NumberKind::PerInhabitant,
            lever::LeverUnit::Inhabitants => NumberKind::Inhabitants,
            _ => NumberKind::Number,
        }
    }

    /// What it is called when something else is typed.
    pub fn asked(self) -> ExpectedNumber {
        match self {
            NumberKind::Money => ExpectedNumber::Amount,
            NumberKind::Percent => ExpectedNumber::PerCent,
            NumberKind::Number => ExpectedNumber::Count,
            NumberKind::Inhabitants => ExpectedNumber::Inhabitants,
            NumberKind::PerInhabitant => ExpectedNumber::PerInhabitant,
        }
    }
}

/// A field for a number. `value` is what the model holds; a text that is no number is kept in the field with its error
/// beside it, and `on_change` is called with numbers only. An emptied field calls it with `None`. `on_change` returns
/// an error to show when the model refuses.
///
/// With `live` the numbers are told while they are typed and not only when the field is left. `kept` holds a text that
/// is no number where it outlives the field. `fault` is what a form as a whole finds wrong with the field; it waits
/// while the user is typing.
#[component]
pub fn NumberField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<Option<Decimal>>,
    kind: NumberKind,
    #[prop(optional)] hide_label: bool,
    #[prop(optional)] live: bool,
    #[prop(optional)] kept: Option<DraftText>,
    #[prop(optional, into)] fault: Option<Signal<Option<String>>>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    on_change: impl Fn(Option<Decimal>) -> Result<(), String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let context = context();
    let refused = RwSignal::new(None::<String>);
    // What stands in the field while it is no number, or is still being typed.
    let typed = RwSignal::new(None::<String>);
    let typing = RwSignal::new(false);
    let id = format!("field-{}", next_number());
    let error_id = format!("{id}-error");
    let keep = move |text: Option<String>| {
        if let Some(kept) = kept {
            let _ = kept.keep.try_run(text);
        }
    };
    forget_when_changed(value, refused, typed);
    let error = move || {
        let fault = move || fault.filter(|_| !typing.get()).and_then(|fault| fault.get());
        refused.get().or_else(fault)
    };
    let shown = move || {
        let text = typed.get().or_else(|| kept.and_then(|kept| kept.text.get()));
        let write = |value| write(context.unit(), context.language(), kind, value);
        text.unwrap_or_else(|| value.get().map(write).unwrap_or_default())
    };
    let number = move |text: &str| match text.trim() {
        "" => Ok(None),
        _ => read(untrack(|| context.unit()), kind, text).map(Some),
    };
    let input = move |event| {
        if !live || typed.is_disposed() {
            return;
        }
        let text: String = event_target_value(&event);
        typing.set(true);
        refused.set(None);
        match number(&text) {
            Ok(number) => {
                typed.set(Some(text));
                keep(None);
                let _ = on_change(number);
            }
            Err(_) => {
                typed.set(Some(text.clone()));
                keep(Some(text));
            }
        }
    };
    if live {
        // A number typed as tkr is another text once kr are shown.
        Effect::new(move |before: Option<Unit>| {
            let unit = context.unit();
            if before.is_some_and(|before| before != unit)
                && typed.with_untracked(|typed| typed.as_deref().is_some_and(|text| number(text).is_ok()))
            {
                typed.set(None);
            }
            unit
        });
    }
    let change = move |event: leptos::ev::Event| {
        // A field that is taken off the page while it has the focus says once more that it has changed.
        if typed.is_disposed() {
            return;
        }
        let text: String = event_target_value(&event);
        let number = number(&text);
        let readable = number.is_ok();
        let outcome = match number {
            Ok(number) => on_change(number),
            Err(problem) => Err(words::number_problem(untrack(|| context.language()), kind.asked(), problem, &text)),
        };
        typing.set(false);
        keep(if readable { None } else { Some(text.clone()) });
        match outcome {
            Ok(()) => {
                refused.set(None);
                typed.set(None);
                // The same number typed in another way changes no signal: the field is set to how it is written.
                set_event_target_value(&event, &untrack(shown));
            }
            Err(why) => {
                refused.set(Some(why));
                typed.set(Some(text));
            }
        }
    };
    let suffix = move || match kind {
        NumberKind::Money if context.unit() == Unit::Thousands => "tkr",
        NumberKind::Money => "kr",
        NumberKind::Percent => "%",
        _ => "",
    };
    let described = error_id.clone();
    let invalid = move || error().is_some();
    view! {
        <div class="field number" class:invalid=invalid>
            <label for=id.clone() class:visually-hidden=hide_label>{move || label.get()}</label>
            <span class="with-suffix">
                <input id=id inputmode="decimal" autocomplete="off" prop:value=shown on:input=on_event(input) on:change=on_event(change)
                    on:blur=on_focus(move |_| {
                        typing.try_set(false);
                    })
                    aria-invalid=move || invalid().to_string()
                    aria-describedby=move || invalid().then(|| described.clone())/>
                <span class="suffix" aria-hidden="true">{suffix}</span>
            </span>
            {move || error().map(|error| view! { <p class="field-error" id=error_id.clone()>{error}</p> })}
            {move || hint.map(|hint| hint.get()).filter(|hint| !hint.is_empty()).map(|hint| view! { <p class="hint">{hint}</p> })}
        </div>
    }
}

/// Where a text that is no number is kept, when it has to outlive its field.
#[derive(Clone, Copy)]
pub struct DraftText {
    pub text: Signal<Option<String>>,
    /// Keeps another one, or none.
    pub keep: Callback<Option<String>>,
}

fn read(unit: Unit, kind: NumberKind, text: &str) -> Result<Decimal, money::NumberError> {
    match kind {
        NumberKind::Money => money::read_amount(text, unit),
        NumberKind::Percent => money::read_percent(text),
        _ => money::read_number(text),
    }
}

fn write(unit: Unit, language: words::Language, kind: NumberKind, value: Decimal) -> String {
    match kind {
        NumberKind::Money => money::plain(value, unit),
        NumberKind::Percent => money::in_one_way(words::count(language, value.saturating_mul(Decimal::ONE_HUNDRED), 4)),
        _ => money::in_one_way(words::count(language, value, 4)),
    }
}
