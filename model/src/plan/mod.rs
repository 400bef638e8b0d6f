//! The plan: the document that people edit, save and share. Values only; what follows from them is computed elsewhere.
//!
//! Amounts are stored positive; a line's category decides whether it is an income or a cost. Nothing here is ever
//! repaired silently: [`validation`] says what is wrong, [`StatedFigure`] keeps what a document states beside what its
//! lines give.

mod document;
mod lever_address;
mod log;
mod presentation;
mod scenario;
mod timeline;
mod users;
pub mod validation;

pub use crate::base::{
    Active, Actuals, AdminShareOf, Approach, Association, Base, Capacity, Category, CountUnit, Definitions,
    FigureMeaning, Focus, ForecastLimits, Funding, Goal, Grade, Index, Level, Life, Likelihoods, Line, Member, Metric,
    MetricKind, OpeningEquity, Origin, Party, Rank, Risk, Rounding, Rules, Schedule, Shared, Stair, StatedFigure,
    StatedValue, Status, Term, is_same_name,
};
pub use crate::decision::ScenarioStep;
pub use crate::id::Id;
pub use document::Plan;
pub use lever_address::{LeverAddress, LeverRange};
pub use log::{LogEntry, LoggedFigure};
pub use presentation::{Opinion, Registry, ReportSection, SectionKind, Slide, SlideKind, Stance};
pub use scenario::Scenario;
pub use timeline::{AnnualEvent, StepKind, StepWhat, Target, TargetKind, TargetStep};
pub use users::{User, scenario_users, users};
pub use validation::{ValidationError, ValidationErrorKind, validate};
