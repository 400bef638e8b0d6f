//! Charts for the back row: large type, labels on the bars, patterns beside colours, and nothing under a pointer.

use super::figure::UNIT;
use super::stage::Stage;
use crate::charts::{
    COSTS, Chart, ChartFigure, ChartLook, ChartPoint, Columns, Drawn, Numbers, Picture, Series, SeriesKind, TextSide,
    Tint,
};
use crate::state::memo::memo;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Decimal;
use samplan::plan::{Category, Metric};

/// With more years than this the bars are too narrow for figures and the axis tells them.
pub const MOST_LABELLED: usize = 8;

/// What a slide's chart shows, and in words.
pub struct SlideChart {
    pub about: String,
    pub picture: Picture,
    /// What the numbers at the side are of.
    pub metric: Metric,
}

/// A chart that follows what it is drawn from, in the same frame.
pub fn picture(stage: Stage, draw: Box<dyn Fn() -> Option<SlideChart> + Send + Sync>) -> AnyView {
    let figure = memo(move || {
        let SlideChart { about, picture, metric } = draw()?;
        let axis = Numbers::of(metric, UNIT, stage.language().decimal_mark());
        Some(ChartFigure { about, picture, axis, look: ChartLook::Room(stage.px(1.0)) })
    });
    let drawn = RwSignal::new(Drawn::Waiting);
    let failed = move || {
        (drawn.get() == Drawn::Failed).then(|| view! { <p role="alert">{text::chart_failed(stage.language())}</p> })
    };
    view! { <div class="picture"><Chart figure drawn/>{failed}</div> }.into_any()
}

/// Series over the years. Where there are too many for figures on the bars, they stand at the side.
pub fn by_year(years: &[Year], series: Vec<Series>) -> Picture {
    let with_axis = years.len() > MOST_LABELLED;
    Picture::Columns(Columns { places: years.iter().map(ToString::to_string).collect(), series, with_axis })
}

/// Bars with their figures on them, where they are few enough.
pub fn bars(name: &str, tint: Tint, kind: SeriesKind, points: Vec<ChartPoint>) -> Series {
    let side = if kind == SeriesKind::Stacked { TextSide::Inside } else { TextSide::Over };
    let side = (points.len() <= MOST_LABELLED).then_some(side);
    Series { name: name.to_owned(), tint, kind, points: points.into_iter().map(|point| point.labelled(side)).collect() }
}

/// What the money pays, year by year, against the contributions. Its figures have their unit over them.
pub fn costs(stage: Stage) -> AnyView {
    let title = move || format!("{}, {}", words::budget::chart(stage.language()), words::unit_name(UNIT));
    view! {
        <div class="charted">
            <p class="label">{title}</p>
            {picture(stage, Box::new(move || Some(costs_shown(stage))))}
        </div>
    }
    .into_any()
}

fn costs_shown(stage: Stage) -> SlideChart {
    let language = stage.language();
    let years = stage.years();
    let mut about = text::chart_costs(language).to_owned();
    let mut read = |metric: Metric, name: &str| -> Vec<Decimal> {
        let values: Vec<Decimal> = years.iter().map(|year| stage.cell(*year, metric).new.unwrap_or_default()).collect();
        if values.iter().any(|value| !value.is_zero()) {
            let told = years
                .iter()
                .zip(&values)
                .map(|(year, value)| format!(" {year}: {}", words::kronor(language, *value, UNIT)));
            about = format!("{about} {name},{}.", told.collect::<Vec<_>>().join(","));
        }
        values
    };
    let points = |values: &[Decimal]| -> Vec<ChartPoint> {
        values.iter().map(|value| ChartPoint::new(Some(*value), words::kronor(language, *value, UNIT))).collect()
    };
    let mut series = Vec::new();
    for (metric, tint) in COSTS {
        let name = match metric {
            Metric::Overhead => label::board_and_administration(language),
            other => words::metric(language, other),
        };
        let values = read(metric, name);
        if values.iter().any(|value| !value.is_zero()) {
            series.push(bars(name, tint, SeriesKind::Stacked, points(&values)));
        }
    }
    // What the costs are in the plan stays in sight.
    let cells: Vec<_> = years.iter().map(|year| stage.cell(*year, Metric::Cost)).collect();
    if cells.iter().any(|cell| cell.old.is_some() && cell.differs()) {
        let old: Vec<Decimal> = cells.iter().map(|cell| cell.old.unwrap_or_default()).collect();
        let name = text::CostsInPlan { plan: label::the_plan(language) }.say(language);
        series.push(Series { name, tint: Tint::Plan, kind: SeriesKind::Dashed, points: points(&old) });
    }
    let name = words::category(language, Category::Contribution);
    let contributions = points(&read(Metric::Contributions, name));
    series.push(Series {
        name: name.to_owned(),
        tint: Tint::Contributions,
        kind: SeriesKind::Line,
        points: contributions,
    });
    SlideChart { about, picture: by_year(&years, series), metric: Metric::Cost }
}
