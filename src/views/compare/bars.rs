//! A measure by year in all chosen scenarios, as a chart.

use super::measures::metric_choice;
use super::shown::{ComparisonShown, name};
use crate::charts::{
    Chart, ChartFigure, ChartLook, ChartPoint, Columns, Drawn, Numbers, Picture, Series, SeriesKind, Tint,
};
use crate::state::memo::memo;
use crate::words::{self, compare as text};
use leptos::prelude::*;

/// The chart.
pub fn bars(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let drawn = RwSignal::new(Drawn::Waiting);
    let figure = memo(move || figure(shown));
    let title = move || {
        let language = context.language();
        text::ChartOf { metric: words::metric(language, shown.metric.get()) }.say(language)
    };
    view! {
        <section class="card compare-card" aria-labelledby="compare-chart-title">
            <div class="row"><h2 id="compare-chart-title">{title}</h2>{metric_choice(shown)}</div>
            <Chart figure drawn/>
        </section>
    }
    .into_any()
}

fn figure(shown: ComparisonShown) -> Option<ChartFigure> {
    let context = shown.context;
    let comparison = shown.comparison.get()?;
    let association = shown.association.get();
    let metric = shown.metric.get();
    let (language, unit) = (context.language(), context.unit());
    let series = comparison.columns.iter().enumerate().map(|(place, column)| Series {
        // As its card and its button are numbered: long names are cut in the legend.
        name: format!("{} {}", place.saturating_add(1), name(context, column.scenario.as_ref())),
        tint: Tint::Column(place),
        kind: SeriesKind::Bar,
        points: comparison
            .horizon
            .iter()
            .map(|year| {
                let value = comparison.cell(place, association.as_ref(), year, metric).new;
                let text = value.map(|value| words::figure_cell(language, metric, value, unit));
                ChartPoint::new(value, text.unwrap_or_default())
            })
            .collect(),
    });
    Some(ChartFigure {
        about: text::ChartAbout { metric: words::metric(language, metric) }.say(language),
        picture: Picture::Columns(Columns {
            places: comparison.horizon.iter().map(|year| year.to_string()).collect(),
            series: series.collect(),
            with_axis: true,
        }),
        axis: Numbers::of(metric, unit, language.decimal_mark()),
        look: ChartLook::Work,
    })
}
