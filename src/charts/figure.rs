//! What a chart shows, without a word of how the library draws it.

use super::legend::Tint;
use samplan::money::{Decimal, Unit};
use samplan::plan::{Metric, MetricKind};

/// A chart: what it shows, how its axis writes numbers, where it is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartFigure {
    /// What is read aloud instead of the picture.
    pub about: String,
    pub picture: Picture,
    pub axis: Numbers,
    pub look: ChartLook,
}

/// Where a chart is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChartLook {
    /// In a work view.
    Work,
    /// From the back of the room, at so many pixels for each one of 1920 × 1080: no tooltips, nothing moves.
    Room(f64),
    /// On paper: ink on white in every theme.
    Paper,
}

/// How the value axis writes its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// What a value is divided by.
    pub divisor: f64,
    /// The language's decimal mark.
    pub decimal_mark: char,
    /// Written after each number.
    pub suffix: &'static str,
}

impl Numbers {
    /// Of a metric: shares show as per cent, counts as they are, money in the unit.
    pub fn of(metric: Metric, unit: Unit, decimal_mark: char) -> Numbers {
        let divisor = match (metric.kind(), unit) {
            (MetricKind::Share, _) => 0.01,
            (MetricKind::Count { .. }, _) | (MetricKind::Money, Unit::Kronor) => 1.0,
            (MetricKind::Money, Unit::Thousands) => 1000.0,
        };
        Numbers { divisor, decimal_mark, suffix: "" }
    }
}

/// The kinds of charts.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    Columns(Columns),
    Tornado(TornadoChart),
    Curve(Curve),
    Flows(FlowChart),
}

/// Years, or other places, beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    pub places: Vec<String>,
    pub series: Vec<Series>,
    /// Whether the numbers stand at the side too; where all bars have theirs, they need not.
    pub with_axis: bool,
}

/// One name of the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    pub tint: Tint,
    pub kind: SeriesKind,
    /// One for each place.
    pub points: Vec<ChartPoint>,
}

/// How a series is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesKind {
    /// A bar beside those of other series.
    Bar,
    /// A bar on top of those before it.
    Stacked,
    /// A line from place to place.
    Line,
    /// A broken line.
    Dashed,
    /// A short stroke across each place, with no line between.
    Stroke,
    /// A bar between two values, over those before it.
    Span,
}

/// A value at a place; `None` leaves the place empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChartPoint {
    pub value: Option<Decimal>,
    /// Where a span begins.
    pub from: Option<Decimal>,
    /// The value as it is read.
    pub text: String,
    /// Where the text stands beside the point, if it does.
    pub label: Option<TextSide>,
    /// A tint of its own.
    pub tint: Option<Tint>,
}

impl ChartPoint {
    /// A value with its text.
    pub fn new(value: Option<Decimal>, text: String) -> ChartPoint {
        ChartPoint { value, text, ..ChartPoint::default() }
    }

    /// From one value to another.
    pub fn span(from: Decimal, value: Decimal, text: String) -> ChartPoint {
        ChartPoint { value: Some(value), from: Some(from), text, ..ChartPoint::default() }
    }

    /// With its text written at a side.
    pub fn labelled(self, label: Option<TextSide>) -> ChartPoint {
        ChartPoint { label, ..self }
    }
}

/// Where a point's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSide {
    Inside,
    Over,
    Under,
}

/// Lying spans on both sides of what is now, one row a lever.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoChart {
    pub rows: Vec<String>,
    pub series: Vec<Series>,
    pub now: Decimal,
    /// What stands at the line of now.
    pub now_text: String,
}

/// A measure over the values of a lever.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    pub name: String,
    pub along: Along,
    pub line: Vec<Spot>,
    /// The target, with what stands at its line.
    pub target: (Decimal, String),
    /// Marked spots with their names and tints.
    pub marks: Vec<(String, Tint, Vec<Spot>)>,
}

/// The lever's axis.
#[derive(Debug, Clone, PartialEq)]
pub enum Along {
    Numbers(Numbers),
    /// Names in order: months and years, which would be counted as numbers.
    Names,
}

/// A spot of a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The lever's value, and its name where the axis has names.
    pub at: Decimal,
    pub name: String,
    pub value: Decimal,
    /// What is read at the spot.
    pub text: String,
}

/// From payers through associations to purposes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlowChart {
    pub nodes: Vec<FlowNode>,
    /// From and to by the nodes' ids, with the amount.
    pub links: Vec<(String, String, Decimal)>,
    /// Whether several associations stand in the middle, whose names need room between them.
    pub several: bool,
}

/// An end of flows, or an association in the middle.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowNode {
    pub id: String,
    pub tint: Tint,
    pub text: String,
    pub column: FlowColumn,
}

/// The three columns of a flow chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowColumn {
    Left,
    Middle,
    Right,
}
