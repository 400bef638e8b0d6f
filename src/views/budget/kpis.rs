//! The key figures of the cursor's year.

use super::state::BudgetTable;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::money::Decimal;
use samplan::plan::Metric;

const SHOWN: [Metric; 6] =
    [Metric::Frame, Metric::Result, Metric::Equity, Metric::AdminShare, Metric::Fte, Metric::Places];

/// The strip of key figures.
#[component]
pub fn Kpis(table: BudgetTable) -> impl IntoView {
    let context = table.context;
    let title = move || {
        let year = table.year().map(|year| year.to_string()).unwrap_or_default();
        label::KeyFigures { year }.say(context.language())
    };
    let name = move |metric: Metric| {
        let language = context.language();
        match metric {
            Metric::Frame => words::budget::frame(language),
            Metric::Result => label::result(language),
            Metric::Equity => label::equity(language),
            Metric::AdminShare => words::category::administration(language),
            Metric::Fte => words::metric::fte(language),
            _ => words::metric::places(language),
        }
    };
    let value = move |metric: Metric| {
        let year = table.year()?;
        table.outcome()?.projection.get(table.shown.get().as_ref(), year, metric)
    };
    let written = move |metric, value| words::figure_value(context.language(), metric, value, context.unit());
    let enrolled = move || {
        let capacity =
            table.with_association(|one| one.capacity.as_ref().and_then(|capacity| capacity.enrolled)).flatten();
        capacity.map(|count| words::budget::Enrolled { count }.say(context.language()))
    };
    // Of one type: as a list of views of its own it cost 67 kB.
    let card = move |metric: Metric| {
        let shown = move || {
            value(metric).map(|value| {
                let under = value < Decimal::ZERO;
                view! {
                    <div class="kpi" data-test=format!("kpi-{metric:?}")>
                        <dt>{name(metric)}</dt>
                        <dd class:negative=under>{written(metric, value)}
                            {(metric == Metric::Places).then(enrolled).flatten().map(|text| view! {
                                <span class="small muted">{text}</span>
                            })}
                        </dd>
                    </div>
                }
            })
        };
        shown.into_any()
    };
    let gone = move || {
        table.outcome().map(|outcome| {
            let shown = table.shown.get();
            let lasts = words::money_lasts(&outcome, shown.as_ref());
            let told = words::money_out(context.language(), &outcome, shown.as_ref());
            view! { <span class:negative=!lasts>{told}</span> }
        })
    };
    view! {
        <section class="kpis" aria-labelledby="kpis-title">
            <h2 id="kpis-title">{title}</h2>
            <dl>{SHOWN.map(card).into_iter().collect_view()}</dl>
            <p class="money-out" data-test="money-out">{gone}</p>
        </section>
    }
}
