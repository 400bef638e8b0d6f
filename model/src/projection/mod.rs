//! The projection: each association's figures by year and in total, through the three lenses frame, result and equity;
//! and the forecast check, a year's accounts beside the projected year.

mod by_year;
mod enrolled;
mod equity;
mod figures;
mod forecast;
mod parts;
mod rounding;
mod saved_money;

pub use by_year::{AssociationFigures, Projection};
pub use enrolled::{enrolled, is_enrolled_of_all};
pub use figures::Figures;
pub use forecast::{Forecast, LineForecast, NoPace, Pace, PaceVerdict, forecast};
pub use parts::{parts, wholes};
pub use rounding::RoundedApart;
pub use saved_money::{RunsOut, SavedMoney, TimeUnder, month_under, monthly_deficit, runs_out, times_under};

pub(crate) use forecast::{no_pace, of_association};
