//! A plan that came in a link: what it is, its figures, and what is to happen with it.

use super::ways::{leave, listed, stored};
use crate::commands::files;
use crate::state::route::Route;
use crate::state::{Context, Other};
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, label, link as text};
use leptos::prelude::*;
use samplan::meet::differences;
use samplan::money::Decimal;
use samplan::outcome::project;
use samplan::plan::{Metric, Plan};
use std::sync::Arc;

/// The plan, and the choices.
pub fn held(context: Context, plan: Arc<Plan>) -> AnyView {
    let open = move || context.plan();
    let (name, years) = (plan.name.clone(), plan.horizon());
    let associations = listed(plan.associations.iter().map(|one| one.name.as_str()));
    let scenarios = listed(plan.scenarios.iter().map(|one| one.name.as_str()));
    let described = move || {
        let language = context.language();
        let scenarios = (!scenarios.is_empty()).then(|| text::Scenarios { names: &scenarios }.say(language));
        view! {
            <p>{text::Associations { names: &associations }.say(language)}</p>
            {scenarios.map(|scenarios| view! { <p>{scenarios}</p> })}
        }
    };
    let kin = {
        let plan = Arc::clone(&plan);
        move || open().filter(|open| open.id == plan.id).map(|open| kinship(context, &open, &plan))
    };
    let id = plan.id.clone();
    let others =
        if open().is_some_and(|open| open.id == id) { Vec::new() } else { stored(context, |stored| stored.id == id) };
    let other = others.into_iter().next();
    let compare = {
        let plan = Arc::clone(&plan);
        move || {
            let beside = Arc::clone(&plan);
            open().map(|open| {
                let go = move || beside_open(context, &beside);
                let name = text::Compare { name: &open.name }.say(context.language());
                view! { <button type="button" on:click=click(go)>{name}</button> }
            })
        }
    };
    let version = other.map(|(key, name)| {
        let (plan, said) = (Arc::clone(&plan), name.clone());
        let go = move || {
            if context.session.open(&key) {
                beside_open(context, &plan);
            }
        };
        let go = StoredValue::new_local(go);
        view! {
            <p class="hint" data-test="stored-version">{move || text::StoredVersion { name: &said }.say(context.language())}</p>
            <div class="buttons">
                <button type="button" on:click=click(move || go.with_value(|go| go()))>
                    {move || text::OpenAndCompare { name: &name }.say(context.language())}
                </button>
            </div>
        }
    });
    let keep = {
        let plan = Arc::clone(&plan);
        move || files::open_plan(context, (*plan).clone())
    };
    view! {
        <header class="view-head"><h1>{text_fn(text::holds_plan)}</h1></header>
        <section class="card" data-test="link-plan">
            <h2>{name}" "<span class="muted">{move || words::years(context.language(), years)}</span></h2>
            {described}
            {figures(context, &plan)}
            <p class="hint">{text_fn(text::nothing_saved)}</p>
            <p class="hint" data-test="kinship">{kin}</p>
            {version}
            <div class="buttons">
                <button type="button" class="primary" data-test="link-open" on:click=click(keep)>{text_fn(text::open)}</button>
                {compare}
                {leave(context)}
            </div>
        </section>
    }
    .into_any()
}

/// Whether the open plan, of which this is a version, differs from it.
fn kinship(context: Context, open: &Plan, plan: &Plan) -> String {
    match differences(open, plan).len() {
        0 => text::Same { name: &open.name }.say(context.language()),
        count => text::Version { name: &open.name, count }.say(context.language()),
    }
}

/// Lays the plan beside the one that is open.
fn beside_open(context: Context, plan: &Arc<Plan>) {
    context.other.set(Some(Other { file: plan.name.clone(), plan: Arc::clone(plan), number: 0, changed: 0.0 }));
    context.place.go(Route::Meet);
}

/// The plan's sums by year.
fn figures(context: Context, plan: &Plan) -> Option<AnyView> {
    let outcome = project(plan, None).ok()?;
    let years: Vec<_> = plan.horizon().iter().collect();
    let rows: Vec<(Metric, Vec<Option<Decimal>>)> =
        [Metric::Contributions, Metric::Cost, Metric::Result, Metric::Equity]
            .into_iter()
            .map(|metric| (metric, years.iter().map(|year| outcome.projection.get(None, *year, metric)).collect()))
            .collect();
    let table = move || {
        let (language, unit) = (context.language(), context.unit());
        let head =
            years.iter().map(|year| view! { <th scope="col" class="end">{year.to_string()}</th> }).collect_view();
        let body = rows.iter().map(|(metric, amounts)| {
            let cells = amounts.iter().map(|amount| {
                let negative = amount.is_some_and(|amount| amount < Decimal::ZERO);
                view! { <td class="end" class:negative=negative>{amount.map(|amount| words::kr(amount, unit))}</td> }
            });
            view! { <tr><th scope="row">{words::metric(language, *metric)}</th>{cells.collect_view()}</tr> }
        });
        view! {
            <table class="figures">
                <thead><tr><th scope="col">{label::year(language)}</th>{head}</tr></thead>
                <tbody>{body.collect_view()}</tbody>
            </table>
        }
    };
    Some(
        view! { <div class="scroll" tabindex="0" role="region" aria-label=text_fn(text::figures)>{table}</div> }
            .into_any(),
    )
}
