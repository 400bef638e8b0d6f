//! The tornado: a lying bar from the measure at a lever's low end to that at its high end, the longest first.

use super::tool::{FEW, SensitivityTool, TornadoAnswer};
use crate::charts::{
    Chart, ChartFigure, ChartLook, ChartPoint, Drawn, Numbers, Picture, Series, SeriesKind, Tint, TornadoChart,
};
use crate::decisions;
use crate::state::memo::memo;
use crate::words::{self, label, sensitivity as text};
use leptos::prelude::*;
use samplan::explore::TornadoBar;
use samplan::money::Decimal;
use std::sync::Arc;

/// The most bars that a chart is drawn with; the table shows the others too.
const MOST: usize = 40;

/// The chart. A taller element for more bars: chart elements do not change their height.
pub fn chart(tool: SensitivityTool, answer: &Arc<TornadoAnswer>, moving: usize) -> AnyView {
    let answer = Arc::clone(answer);
    let drawn = move || {
        let count = if tool.all.get() { moving.min(MOST) } else { moving.min(FEW) };
        let class = match count {
            0..=3 => "tornado few",
            4..=12 => "tornado",
            13..=24 => "tornado many",
            _ => "tornado most",
        };
        let answer = Arc::clone(&answer);
        let figure = memo(move || Some(figure(tool, &answer, count)));
        view! { <div class=class><Chart figure drawn=RwSignal::new(Drawn::Waiting)/></div> }
    };
    drawn.into_any()
}

fn figure(tool: SensitivityTool, answer: &TornadoAnswer, count: usize) -> ChartFigure {
    let (language, unit) = (tool.context.language(), tool.context.unit());
    let sensitivity = &answer.sensitivity;
    let metric = sensitivity.measure.metric;
    let bars = || sensitivity.bars.iter().take(count);
    let half = |name: &str, tint: Tint, at: fn(&TornadoBar) -> Decimal, end: fn(&TornadoBar) -> Decimal| {
        let point = |bar: &TornadoBar| {
            let value = words::lever_value(language, end(bar), bar.unit, unit);
            let figure = words::figure_value(language, metric, at(bar), unit);
            ChartPoint::span(sensitivity.now, at(bar), format!("{value}: {figure}"))
        };
        Series { name: name.to_owned(), tint, kind: SeriesKind::Span, points: bars().map(point).collect() }
    };
    let now = words::figure_value(language, metric, sensitivity.now, unit);
    ChartFigure {
        about: text::chart_about(language).to_owned(),
        picture: Picture::Tornado(TornadoChart {
            rows: bars().map(|bar| decisions::lever_address(language, &answer.plan, &bar.address, unit)).collect(),
            series: vec![
                half(text::at_low(language), Tint::Less, |bar| bar.at_low, |bar| bar.low),
                half(text::at_high(language), Tint::More, |bar| bar.at_high, |bar| bar.high),
            ],
            now: sensitivity.now,
            now_text: label::NowValue { value: now }.say(language),
        }),
        axis: Numbers::of(metric, unit, language.decimal_mark()),
        look: ChartLook::Work,
    }
}
