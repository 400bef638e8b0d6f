//! Changing a lever's plausible range. It is kept in the plan, and the simulation draws from it too.

use super::tool::{Progress, SensitivityTool, range_button};
use crate::commands::list;
use crate::decisions;
use crate::state::memo::memo;
use crate::ui::dialog::Dialog;
use crate::ui::field::NumberKind;
use crate::ui::focus::focus_soon;
use crate::ui::form::{self, OnChange, click};
use crate::ui::text::{text_fn, text_signal};
use crate::views::explore::value_field::value_field;
use crate::words::{self, label, sensitivity as text};
use leptos::prelude::*;
use samplan::explore::{Plausible, RangeOf, plausible};
use samplan::lever::{self, LeverAddress};
use samplan::money::Decimal;
use samplan::plan::{LeverRange, Plan};

/// The dialog; the row's button takes the focus back when it closes.
pub fn dialog(tool: SensitivityTool) -> AnyView {
    let context = tool.context;
    let title = Signal::derive(move || {
        let named = tool
            .ranged
            .get()
            .zip(context.plan())
            .map(|(address, plan)| decisions::lever_address(context.language(), &plan, &address, context.unit()));
        text::RangeOf { name: named.unwrap_or_default() }.say(context.language())
    });
    Effect::new(move |before: Option<bool>| {
        let open = tool.ranging.get();
        if before == Some(true) && !open {
            let at = tool.ranged.get_untracked().and_then(|address| place(tool, &address));
            focus_soon(at.map_or_else(|| "#tool-title".to_owned(), |place| format!("#{}", range_button(place))));
        }
        open
    });
    view! {
        <Dialog open=tool.ranging title=title>{move || fields(tool)}</Dialog>
    }
    .into_any()
}

/// Where the lever stands in the table now.
fn place(tool: SensitivityTool, address: &LeverAddress) -> Option<usize> {
    let Progress::Found(answer) = tool.asked.get_untracked() else { return None };
    let sensitivity = &answer.sensitivity;
    let rows = sensitivity.bars.iter().map(|bar| &bar.address);
    rows.chain(sensitivity.unvaried.iter().map(|one| &one.address)).position(|one| one == address)
}

fn now(plan: &Plan, address: &LeverAddress) -> Option<Plausible> {
    lever::lever(plan, address).map(|lever| plausible(plan, &lever))
}

fn fields(tool: SensitivityTool) -> Option<AnyView> {
    let context = tool.context;
    let address = StoredValue::new(tool.ranged.get()?);
    let range = memo(move || {
        let plan = context.plan()?;
        address.with_value(|address| now(&plan, address))
    });
    let lever = untrack(|| context.plan().and_then(|plan| address.with_value(|address| lever::lever(&plan, address))))?;
    let end = move |label: words::Word, high: bool| {
        let value = Signal::derive(move || range.get().map(|range| if high { range.high } else { range.low }));
        let take = OnChange::new(move |number: Option<Decimal>| {
            let (Some(mut range), Some(number)) = (range.get_untracked(), number) else {
                return Err(words::how_to_write(context.language(), NumberKind::of(lever.unit).asked()).to_owned());
            };
            if high {
                range.high = number
            } else {
                range.low = number
            }
            if range.low > range.high {
                return Err(text::backwards(context.language()).to_owned());
            }
            set(tool, &address.get_value(), Some(range))
        });
        value_field(context, text_signal(label), lever.unit, value, take)
    };
    let own = move || range.get().is_some_and(|range| matches!(range.of, RangeOf::Own { .. }));
    let told = move |label: words::Word, read: fn(&mut RangeOf) -> Option<&mut String>| {
        let value = Signal::derive(move || {
            range.get().and_then(|mut range| read(&mut range.of).map(|text| text.clone())).unwrap_or_default()
        });
        let take = OnChange::new(move |typed: String| {
            let Some(mut range) = range.get_untracked() else { return Ok(()) };
            // A usual range that somebody gives a reason for is their own.
            if matches!(range.of, RangeOf::Usual(_)) {
                range.of = RangeOf::Own { reason: String::new(), source: String::new() };
            }
            if let Some(text) = read(&mut range.of) {
                typed.trim().clone_into(text);
            }
            set(tool, &address.get_value(), Some(range))
        });
        form::text(text_signal(label), value, take)
    };
    let reset = move || {
        own().then(|| {
            let usual = click(move || {
                if let Err(why) = set(tool, &address.get_value(), None) {
                    context.notices.warn(why);
                }
            });
            view! { <button type="button" on:click=usual data-test="range-usual">{text_fn(text::usual)}</button> }
        })
    };
    let close = click(move || tool.ranging.set(false));
    Some(
        view! {
            <p class="muted">{text_fn(text::range_what)}</p>
            <div class="fields">{end(text::low, false)}{end(text::high, true)}</div>
            <div class="fields">{told(text::range_reason, reason)}{told(label::source, source)}</div>
            <p class="small muted">{move || if own() { text::is_own(context.language()) } else { text::is_usual(context.language()) }}</p>
            <div class="actions">{reset}<button type="button" class="primary" on:click=close>{text_fn(label::done)}</button></div>
        }
        .into_any(),
    )
}

/// Keeps a range in the plan, or takes it away.
fn set(tool: SensitivityTool, address: &LeverAddress, range: Option<Plausible>) -> Result<(), String> {
    let ranges = list::ranges(tool.context);
    let is_its = |one: &LeverRange| one.lever == *address;
    let range = range.map(|Plausible { low, high, of }| {
        let (reason, source) = match of {
            RangeOf::Own { reason, source } => (reason, source),
            RangeOf::Usual(_) => (String::new(), String::new()),
        };
        LeverRange { lever: address.clone(), low, high, reason, source }
    });
    match (untrack(|| ranges.with(|all| all.iter().position(is_its))), range) {
        (Some(place), Some(range)) => ranges.change(place, &|one| one.clone_from(&range)),
        (Some(place), None) => ranges.remove(place),
        (None, Some(range)) => ranges.add(range),
        (None, None) => Ok(()),
    }
}

fn reason(of: &mut RangeOf) -> Option<&mut String> {
    match of {
        RangeOf::Own { reason, .. } => Some(reason),
        RangeOf::Usual(_) => None,
    }
}

fn source(of: &mut RangeOf) -> Option<&mut String> {
    match of {
        RangeOf::Own { source, .. } => Some(source),
        RangeOf::Usual(_) => None,
    }
}
