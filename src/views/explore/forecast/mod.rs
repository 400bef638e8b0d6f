//! The forecast check: what the accounts say so far beside the plan for the year, and where the year ends at this pace.

mod check;
mod figures;
mod lines;

use super::shown::{ExploreShown, association_choice, heading};
use crate::commands::edit::{commit, commit_step, tell};
use crate::state::memo::memo;
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange};
use crate::ui::month::MonthField;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, forecast as text, label};
use check::ForecastCheck;
use leptos::prelude::*;
use samplan::calendar::{Horizon, Month, Year};
use samplan::edit::{AssociationEdit, Edit, PlanEdit};
use samplan::money::Decimal;
use samplan::plan::{Actuals, ForecastLimits};
use samplan::projection::forecast;
use samplan::sorted::SortedMap;
use std::sync::Arc;

/// The tool.
pub fn view(shown: ExploreShown) -> AnyView {
    let found = memo(move || {
        let plan = shown.context.plan()?;
        forecast(&plan, &shown.one.get()?).ok().flatten().map(Arc::new)
    });
    let check = ForecastCheck { shown, found };
    let there = memo(move || (check.actuals().is_some(), found.with(Option::is_some)));
    let body = move || match there.get() {
        (false, _) => view! { <p class="empty-state" data-test="forecast-empty">{text_fn(text::empty)}</p> }.into_any(),
        (true, false) => view! { <p class="empty-state" role="alert">{text_fn(text::outside)}</p> }.into_any(),
        (true, true) => view! { {figures::figures(check)}{lines::lines(check)} }.into_any(),
    };
    view! {
        {heading(text::title, text::assumes, text::silent)}
        {association_choice(shown)}
        <section class="card explore-card" aria-labelledby="accounts-title">
            <h3 id="accounts-title">{text_fn(label::accounts)}</h3>
            <div class="fields">{through(check)}{source(check)}</div>
        </section>
        {body}
        {limits(shown)}
    }
    .into_any()
}

/// The last month of the accounts.
fn through(check: ForecastCheck) -> AnyView {
    let context = check.shown.context;
    let fallback = Horizon { first: Year::EARLIEST, years: 1 };
    let horizon = Signal::derive(move || context.plan().map_or(fallback, |plan| plan.horizon()));
    let value = Signal::derive(move || check.actuals().map(|actuals| actuals.through));
    let choose = move |month: Option<Month>| {
        let before = untrack(|| check.actuals());
        match (month, before) {
            (Some(through), Some(actuals)) => check.set(Some(Actuals { through, ..actuals })),
            (Some(through), None) => {
                check.set(Some(Actuals { through, lines: SortedMap::new(), source: String::new() }))
            }
            (None, Some(_)) => {
                let Some(id) = check.shown.one.get_untracked() else { return Ok(()) };
                let edit = Edit::Association(id, AssociationEdit::Actuals(None));
                if let Some(step) = commit_step(context, edit)? {
                    tell(context, text::removed(context.language()).to_owned(), step, || {});
                }
                Ok(())
            }
            (None, None) => Ok(()),
        }
    };
    view! {
        <div data-test="forecast-through">
            <MonthField label=text_signal(label::up_to_and_including) value=value horizon=horizon none=text_signal(text::no_accounts) on_change=choose/>
        </div>
    }
    .into_any()
}

fn source(check: ForecastCheck) -> AnyView {
    let value = Signal::derive(move || check.actuals().map(|actuals| actuals.source).unwrap_or_default());
    let there = memo(move || check.actuals().is_some());
    let take = OnChange::new(move |source: String| check.change(&|actuals| actuals.source.clone_from(&source)));
    let field = move || there.get().then(|| form::text(text_signal(label::source), value, take));
    view! { <div class="grow">{field}</div> }.into_any()
}

/// How far the pace that is needed may be from the pace so far.
fn limits(shown: ExploreShown) -> AnyView {
    let context = shown.context;
    let field =
        move |label: words::Word, read: fn(&ForecastLimits) -> Decimal, write: fn(&mut ForecastLimits, Decimal)| {
            let value = Signal::derive(move || context.plan().map(|plan| read(&plan.rules.forecast)));
            let take = OnChange::new(move |number: Option<Decimal>| {
                let Some(plan) = context.session.plan().get_untracked() else { return Ok(()) };
                let mut rules = plan.rules.clone();
                // Emptied: what the limits are to begin with.
                write(&mut rules.forecast, number.unwrap_or_else(|| read(&ForecastLimits::default())));
                commit(context, Edit::Plan(PlanEdit::Rules(rules)))
            });
            form::number(text_signal(label), NumberKind::Number, value, take)
        };
    view! {
        <section class="card explore-card" aria-labelledby="limits-title">
            <h3 id="limits-title">{text_fn(text::limits)}</h3>
            <p class="small muted">{text_fn(text::limits_what)}</p>
            <div class="fields">
                {field(text::least, |limits| limits.least, |limits, number| limits.least = number)}
                {field(text::most, |limits| limits.most, |limits, number| limits.most = number)}
            </div>
        </section>
    }
    .into_any()
}
