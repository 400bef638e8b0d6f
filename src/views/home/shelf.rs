//! What is stored: the plans, texts that could not be read, the bin, and how it all is kept. It comes in a module of its
//! own, when there is something stored.

use super::beginnings::{Beginnings, blocked, welcome};
use super::{bin, plans, quarantine, room};
use crate::state::Context;
use crate::state::memo::memo;
use crate::state::modules::Slot;
use crate::ui::text::text_fn;
use crate::words::home as text;
use leptos::prelude::*;

/// Where its module hands it over.
pub static SHELF: Slot<fn(Context) -> AnyView> = Slot::new();

/// All that stands above the examples.
pub fn shelf(context: Context) -> AnyView {
    let sorted = memo(move || quarantine::sort(context));
    let broken = memo(move || sorted.with(|(broken, _)| broken.clone()));
    let entries = memo(move || sorted.with(|(_, entries)| entries.clone()));
    let has_plan = memo(move || context.session.plan().with(Option::is_some));
    let has_plans = memo(move || has_plan.get() || entries.with(|entries| !entries.is_empty()));
    view! {
        <Show when=move || has_plans.get() fallback=welcome>
            <header class="view-head">
                <h1>{text_fn(text::plans_title)}</h1>
                <Beginnings/>
            </header>
        </Show>
        {blocked()}
        <Show when=move || broken.with(|broken| !broken.is_empty())><quarantine::QuarantinedTexts broken/></Show>
        <Show when=move || has_plans.get()><plans::Plans entries/></Show>
        <bin::Bin/>
        <Show when=move || has_plans.get() && context.storage.is_usable()><room::Keeping/></Show>
    }
    .into_any()
}
