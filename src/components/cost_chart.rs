//! The chart: cost by kind stacked against contributions, with equity; its table beside it.

use crate::charts::{
    COSTS, Chart, ChartFigure, ChartLook, ChartPoint, Columns, Drawn, Numbers, Picture, Series, SeriesKind, Tint,
};
use crate::components::part::part;
use crate::state::memo::memo;
use crate::state::modules::{Module, Slot};
use crate::state::{Context, Lasting, context};
use crate::ui::text::text_fn;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::money::{Decimal, Unit};
use samplan::outcome::Outcome;
use samplan::plan::{Id, Metric};
use std::sync::Arc;

/// One row of the table and series of the chart.
#[derive(Debug, Clone, PartialEq)]
struct ChartRow {
    metric: Metric,
    tint: Tint,
    values: Vec<Decimal>,
}

/// What follows from the plan or from a scenario.
type Followed = Lasting<Memo<Option<Arc<Outcome>>>>;
/// What the chart is drawn from: the figures, and the association that they are shown for.
type DrawCostChart = fn(Followed, Signal<Option<Id>>) -> AnyView;

/// Where its module hands the chart over.
pub static COST_CHART: Slot<DrawCostChart> = Slot::new();

/// The chart with its table, once it is there.
#[component]
pub fn CostChart(outcome: Followed, #[prop(into)] shown: Signal<Option<Id>>) -> impl IntoView {
    part(context(), Module::Beside, move || COST_CHART.get().map(|draw| draw(outcome, shown)))
}

/// The chart with its table.
pub fn cost_chart(outcome: Followed, shown: Signal<Option<Id>>) -> AnyView {
    let context = context();
    let years = move || {
        outcome.with(|outcome| {
            outcome.as_ref().map_or_else(Vec::new, |one| one.projection.horizon.iter().collect::<Vec<_>>())
        })
    };
    let drawn = RwSignal::new(Drawn::Waiting);
    let series = memo(move || {
        let (outcome, shown) = (outcome.get()?, shown.get());
        let values = |metric: Metric| -> Vec<Decimal> {
            let years = outcome.projection.horizon.iter();
            years.map(|year| outcome.projection.get(shown.as_ref(), year, metric).unwrap_or_default()).collect()
        };
        let mut series: Vec<ChartRow> = COSTS
            .iter()
            .map(|(metric, tint)| ChartRow { metric: *metric, tint: *tint, values: values(*metric) })
            .collect();
        series.retain(|one| one.values.iter().any(|value| !value.is_zero()));
        series.push(ChartRow {
            metric: Metric::Contributions,
            tint: Tint::Contributions,
            values: values(Metric::Contributions),
        });
        series.push(ChartRow { metric: Metric::Equity, tint: Tint::Equity, values: values(Metric::Equity) });
        Some(series)
    });
    let name = move |metric: Metric| {
        let language = context.language();
        match metric {
            Metric::Overhead => label::board_and_administration(language),
            Metric::Contributions => words::category(language, samplan::plan::Category::Contribution),
            metric => words::metric(language, metric),
        }
    };
    let figure = memo(move || {
        let named: Vec<String> = years().iter().map(ToString::to_string).collect();
        series.get().map(|rows| figure(context, &rows, named, name))
    });
    let head = move || years().into_iter().map(|year| view! { <th scope="col">{year.number()}</th> }).collect_view();
    let body = move || {
        series
            .get()
            .unwrap_or_default()
            .into_iter()
            .map(|one| {
                let cells = one
                    .values
                    .iter()
                    .map(|value| {
                        let negative = *value < Decimal::ZERO;
                        view! { <td class:negative=negative>{words::kronor(context.language(), *value, context.unit())}</td> }
                    })
                    .collect_view();
                view! { <tr><th scope="row">{name(one.metric)}</th>{cells}</tr> }
            })
            .collect_view()
    };
    let message = move || match drawn.get() {
        Drawn::Waiting => Some(words::budget::chart_loading(context.language())),
        Drawn::Failed => Some(words::budget::chart_failed(context.language())),
        Drawn::Yes => None,
    };
    view! {
        <section class="card chart-card" aria-labelledby="chart-title">
            <h2 id="chart-title">{text_fn(words::budget::chart)}", "
                {move || if context.unit() == Unit::Thousands { "tkr" } else { "kr" }}</h2>
            <p class="small muted" role="status">{message}</p>
            <Chart figure drawn/>
            <details>
                <summary>{text_fn(label::show_as_a_table)}</summary>
                <div class="sheet-scroll">
                    <table class="plain-table" data-test="chart-table">
                        <thead><tr><td></td>{head}</tr></thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
    .into_any()
}

fn figure(
    context: Context,
    rows: &[ChartRow],
    places: Vec<String>,
    name: impl Fn(Metric) -> &'static str,
) -> ChartFigure {
    let (language, unit) = (context.language(), context.unit());
    let series = rows.iter().map(|row| Series {
        name: name(row.metric).to_owned(),
        tint: row.tint,
        kind: match row.metric {
            Metric::Contributions => SeriesKind::Line,
            Metric::Equity => SeriesKind::Dashed,
            _ => SeriesKind::Stacked,
        },
        points: row
            .values
            .iter()
            .map(|value| ChartPoint::new(Some(*value), words::kronor(language, *value, unit)))
            .collect(),
    });
    ChartFigure {
        about: words::budget::chart_about(language).to_owned(),
        picture: Picture::Columns(Columns { places, series: series.collect(), with_axis: true }),
        axis: Numbers::of(Metric::Cost, unit, language.decimal_mark()),
        look: ChartLook::Work,
    }
}
