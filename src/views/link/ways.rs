//! What everything that comes in a link needs: a way out of it, names in a row, and the plans that it may belong to.

use crate::state::Context;
use crate::state::route::Route;
use crate::state::storage::PlanKey;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::label;
use leptos::prelude::*;
use samplan::plan::Plan;

/// Nothing is to happen with the link.
pub fn leave(context: Context) -> AnyView {
    let away = move || {
        let has_plan = context.session.plan().with_untracked(Option::is_some);
        context.place.go(if has_plan { Route::Budget } else { Route::Home });
    };
    view! { <button type="button" on:click=click(away)>{text_fn(label::cancel)}</button> }.into_any()
}

/// Names, one after the other.
pub fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// The stored plans that are wanted, with their names; the open one is not among them.
pub fn stored(context: Context, is_wanted: impl Fn(&Plan) -> bool) -> Vec<(PlanKey, String)> {
    let open = context.session.key().get_untracked();
    let entries = context.storage.plans_untracked().entries().into_iter();
    let others = entries.filter(|entry| Some(&entry.key) != open.as_ref());
    let wanted = others.filter(|entry| {
        let opened = context.storage.plans_untracked().open(&entry.key).ok().flatten();
        opened.is_some_and(|opened| is_wanted(&opened.plan))
    });
    wanted.map(|entry| (entry.key, entry.name)).collect()
}
