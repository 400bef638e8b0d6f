//! The one legend of the app: what each colour and pattern stands for, the same in every chart. Patterns tell apart what
//! colours do not: on a washed-out projector, on grey paper, and for those who do not see them.

use samplan::plan::Metric;
use serde_json::{Value, json};

/// The kinds of cost from the bottom of a stack up.
pub const COSTS: [(Metric, Tint); 5] = [
    (Metric::Base, Tint::Base),
    (Metric::Process, Tint::Process),
    (Metric::Structure, Tint::Structure),
    (Metric::Untagged, Tint::Untagged),
    (Metric::Overhead, Tint::Administration),
];

/// What a colour stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tint {
    Base,
    Process,
    Structure,
    Untagged,
    Administration,
    Board,
    /// What members pay, as a line against costs.
    Contributions,
    /// Saved money.
    Equity,
    /// A member that pays.
    Payer,
    /// The part of a deficit that nothing pays.
    Missing,
    /// An association that money goes through.
    Association,
    /// The plan beside a scenario.
    Plan,
    /// The open scenario beside the plan.
    Scenario,
    /// One of scenarios side by side, from 0.
    Column(usize),
    /// A whole that steps lead from or to.
    Whole,
    More,
    Less,
    /// What a measure does over a lever's values.
    Curve,
    Now,
    Answer,
    /// A level that is not of the plan, such as those enrolled today.
    Level,
    /// Nine runs of ten.
    FanWide,
    /// The middle half of the runs.
    FanMiddle,
}

/// What is drawn over a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pattern {
    Plain,
    Rising,
    Falling,
    Dots,
    Upright,
    Lying,
    Checks,
}

impl Tint {
    /// The colour's name in the style sheet.
    pub fn colour(self) -> &'static str {
        match self {
            Tint::Base => "--base",
            Tint::Process => "--process",
            Tint::Structure => "--structure",
            Tint::Untagged => "--untagged",
            Tint::Administration => "--administration",
            Tint::Board => "--board",
            Tint::Contributions | Tint::Association | Tint::Answer => "--ink",
            Tint::Equity => "--equity",
            Tint::Missing => "--error",
            Tint::Payer | Tint::Scenario | Tint::More | Tint::Curve | Tint::Column(1) => "--brand",
            Tint::Plan | Tint::Whole | Tint::Now | Tint::Level | Tint::Column(0) => "--ink-3",
            Tint::Less | Tint::Column(3) => "--fourth",
            Tint::Column(_) => "--third",
            Tint::FanWide => "--fan-wide",
            Tint::FanMiddle => "--fan-middle",
        }
    }

    /// The colour on paper, which is white in every theme.
    pub fn on_paper(self) -> &'static str {
        match self {
            Tint::Base => "#1d4f91",
            Tint::Process => "#e9a05c",
            Tint::Structure => "#8fc7a3",
            Tint::Untagged => "#c9ced6",
            Tint::Administration | Tint::Plan => "#e4e7eb",
            Tint::Board => "#b9bfc8",
            Tint::Scenario => "#0f4c5c",
            _ => INK,
        }
    }

    fn pattern(self) -> Pattern {
        match self {
            Tint::Process => Pattern::Rising,
            Tint::Structure => Pattern::Dots,
            Tint::Untagged => Pattern::Upright,
            Tint::Administration => Pattern::Lying,
            Tint::Board => Pattern::Checks,
            Tint::Column(2) => Pattern::Falling,
            Tint::Column(3) => Pattern::Checks,
            Tint::Less => Pattern::Falling,
            _ => Pattern::Plain,
        }
    }

    /// The pattern as the library draws it, in a colour, at a size of 1 on an ordinary screen.
    pub fn decal(self, colour: &str, size: f64) -> Value {
        let px = |at: f64| (at * size).max(1.0);
        let drawn = |symbol: &str, x: Value, y: Value, rotation: f64, symbol_size: f64| {
            json!({ "symbol": symbol, "dashArrayX": x, "dashArrayY": y, "rotation": rotation, "symbolSize": symbol_size,
                    "color": colour })
        };
        match self.pattern() {
            Pattern::Plain => json!({ "symbol": "none" }),
            Pattern::Rising => drawn("rect", json!([1, 0]), json!([px(1.5), px(4.5)]), -0.785, 1.0),
            Pattern::Falling => drawn("rect", json!([1, 0]), json!([px(1.5), px(4.5)]), 0.785, 1.0),
            Pattern::Dots => {
                drawn("circle", json!([[px(7.0), px(7.0)], [0, px(7.0), px(7.0), 0]]), json!([px(7.0), 0]), 0.0, 0.45)
            }
            Pattern::Upright => drawn("rect", json!([px(1.5), px(5.0)]), json!([1, 0]), 0.0, 1.0),
            Pattern::Lying => drawn("rect", json!([1, 0]), json!([px(1.5), px(5.0)]), 0.0, 1.0),
            Pattern::Checks => {
                drawn("rect", json!([[px(5.0), px(5.0)], [0, px(5.0), px(5.0), 0]]), json!([px(5.0), 0]), 0.0, 1.0)
            }
        }
    }
}

/// The ink of paper.
pub const INK: &str = "#17202e";
