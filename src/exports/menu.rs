//! The menu: what it is about, and every way out with who it is for.

use super::export::{Export, ExportedPart, chosen};
use super::table::ALL;
use crate::components::part::part;
use crate::state::memo::memo;
use crate::state::modules::{Module, Slot};
use crate::state::{Context, context};
use crate::ui::dialog::Dialog;
use crate::ui::form::{self, click};
use crate::ui::icon::Icon;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, action, export as text, label, link};
use leptos::prelude::*;
use samplan::plan::Id;

/// Where its module hands over what the menu holds.
pub static BODY: Slot<fn() -> AnyView> = Slot::new();

/// The place of the menu.
pub fn place(context: Context) -> AnyView {
    let body = move || part(context, Module::Aside, || BODY.get().map(|draw| draw()));
    view! { <Dialog open=context.exporting wide=true title=text_signal(action::export)>{body()}</Dialog> }.into_any()
}

/// What the menu holds: what takes the whole plan, what takes it or one scenario, and the charts in sight.
pub fn body() -> AnyView {
    let context = context();
    let scenario = RwSignal::new(context.scenario.get_untracked());
    // A chart may come to be drawn while the menu is open.
    let drawn = RwSignal::new(());
    let listener = window_event_listener_untyped("chart-drawn", move |_| drawn.set(()));
    on_cleanup(move || listener.remove());
    let parts = [ExportedPart::WholePlan, ExportedPart::Case, ExportedPart::Charts];
    view! {
        <div class="exports" data-test="exports">
            {parts.map(|part| group(context, part, scenario, drawn)).into_iter().collect_view()}
        </div>
        <p class="muted small">{text_fn(text::stays)}</p>
    }
    .into_any()
}

/// The ways out that take one part of the plan, under what that is; nothing where there are none.
fn group(context: Context, part: ExportedPart, scenario: RwSignal<Option<Id>>, drawn: RwSignal<()>) -> AnyView {
    let of_this = move || ALL.into_iter().filter(move |export| export.of == part);
    let several = move || context.plan().is_some_and(|plan| !plan.scenarios.is_empty());
    let title = move || match part {
        ExportedPart::WholePlan => link::whole(context.language()),
        ExportedPart::Case if several() => text::plan_or_scenario(context.language()),
        ExportedPart::Case => text::of_the_plan(context.language()),
        ExportedPart::Charts => text::charts_in_sight(context.language()),
    };
    let items = move || {
        let here = chosen(context, scenario.get())?;
        Some(
            of_this()
                .filter(|export| (export.offered)(&here))
                .map(|export| item(context, export, scenario))
                .collect_view(),
        )
    };
    let any = memo(move || {
        drawn.track();
        chosen(context, None).is_some_and(|here| of_this().any(|export| (export.offered)(&here)))
    });
    let choice = move || (part == ExportedPart::Case && several()).then(|| case(context, scenario));
    let section = move || {
        any.get().then(|| {
            view! {
                <section>
                    <h3>{title}</h3>
                    {choice}
                    <ul>{items}</ul>
                </section>
            }
        })
    };
    section.into_any()
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
    // Not at the choice of a scenario, which stands further down.
    let is_first = ALL.first().is_some_and(|first| std::ptr::eq(*first, export));
    view! {
        <li>
            <button type="button" on:click=click(run) data-test=test autofocus=is_first>
                <Icon shape=export.shape/>
                <span class="what">{text_fn(export.name)}</span>
                <span class="who">{text_fn(export.who)}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The plan, or which of its scenarios.
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
    form::choice(text_signal(text::case), names, place, choose)
}
