//! The menu: what it is about, and every way out with who it is for.

use super::export::{Export, chosen};
use super::table::ALL;
use crate::components::part::part;
use crate::state::modules::{Module, Slot};
use crate::state::{Context, context};
use crate::ui::dialog::Dialog;
use crate::ui::form::{self, click};
use crate::ui::icon::Icon;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, action, export as text, label};
use leptos::prelude::*;
use samplan::plan::Id;

/// Where its module hands over what the menu holds.
pub static BODY: Slot<fn() -> AnyView> = Slot::new();

/// The place of the menu.
pub fn place(context: Context) -> AnyView {
    let body = move || part(context, Module::Aside, || BODY.get().map(|draw| draw()));
    view! { <Dialog open=context.exporting title=text_signal(action::export)>{body()}</Dialog> }.into_any()
}

/// What the menu holds.
pub fn body() -> AnyView {
    let context = context();
    let scenario = RwSignal::new(context.scenario.get_untracked());
    let items = move || {
        let here = chosen(context, scenario.get())?;
        let offered = ALL.into_iter().filter(|export| (export.offered)(&here));
        Some(offered.map(|export| item(context, export, scenario)).collect_view())
    };
    view! {
        {case(context, scenario)}
        <ul class="exports" data-test="exports">{items}</ul>
        <p class="muted small">{text_fn(text::stays)}</p>
    }
    .into_any()
}

fn item(context: Context, export: &'static Export, scenario: RwSignal<Option<Id>>) -> AnyView {
    let run = move || {
        // Messages stand outside the dialog.
        context.exporting.set(false);
        if let Some(chosen) = chosen(context, scenario.get_untracked()) {
            (export.run)(&chosen);
        }
    };
    let test = format!("export-{}", export.test);
    view! {
        <li>
            <button type="button" on:click=click(run) data-test=test>
                <Icon shape=export.shape/>
                <span class="what">{text_fn(export.name)}</span>
                <span class="who">{text_fn(export.who)}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The plan, or which of its scenarios; nothing to choose where there is none.
fn case(context: Context, scenario: RwSignal<Option<Id>>) -> AnyView {
    let cases = move || {
        let plan = context.plan();
        let scenarios = plan.iter().flat_map(|plan| words::scenarios(plan)).map(|(id, name)| (Some(id), name));
        std::iter::once((None, label::the_plan(context.language()).to_owned())).chain(scenarios).collect::<Vec<_>>()
    };
    let names = Signal::derive(move || cases().into_iter().map(|(_, name)| name).collect());
    let place = Signal::derive(move || cases().iter().position(|(id, _)| *id == scenario.get()).unwrap_or_default());
    let choose = Callback::new(move |place: usize| {
        if let Some((id, _)) = untrack(cases).into_iter().nth(place) {
            scenario.set(id);
        }
    });
    let several = move || context.plan().is_some_and(|plan| !plan.scenarios.is_empty());
    (move || several().then(|| form::choice(text_signal(text::case), names, place, choose))).into_any()
}
