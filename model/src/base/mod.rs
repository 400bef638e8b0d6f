//! The base: what a plan is made of before any decision. Associations with their members, lines and schedules, the
//! indices that lines follow, and what the board defines and measures. Values only; a plan holds them, decisions change
//! them, and neither is known here.

mod actuals;
mod association;
mod life;
mod line;
mod line_levers;
mod line_validation;
mod member;
mod metric;
mod omitted;
mod origin;
mod parameters;
mod risk;
mod same_name;
mod schedule;
mod shared;
mod stated_figure;
mod tags;
mod whole;

pub use actuals::Actuals;
pub use association::{Association, Capacity, CountUnit, Goal, OpeningEquity};
pub use life::Life;
pub use line::{Category, Line};
pub use line_levers::LineField;
pub use member::{Member, Party};
pub use metric::{Metric, MetricKind, Rank};
pub use origin::Origin;
pub use parameters::{AdminShareOf, Definitions, ForecastLimits, Index, Likelihoods, Rules, Stair};
pub use risk::Risk;
pub use same_name::is_same_name;
pub use schedule::{Active, Funding, Level, Rounding, Schedule};
pub use shared::Shared;
pub use stated_figure::{FigureMeaning, StatedFigure, StatedValue, Term};
pub use tags::{Approach, Focus, Grade, Status};
pub use whole::Base;

pub(crate) use omitted::is_default;

pub(crate) use line_levers::{line_levers, set_line};
