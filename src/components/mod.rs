//! Parts of the plan that several views show: levers, findings, positions, printed figures, the choice of association, the
//! chart, the note on rounding, dates as a calendar file, the room that things take, charts as pictures, who publishes the
//! site.

pub mod association_choice;
pub mod calendar_file;
pub mod cost_chart;
pub mod finding_cards;
pub mod gains;
pub mod kilobytes;
pub mod lever;
pub mod part;
pub mod picture;
pub mod positions;
pub mod prose;
pub mod publisher;
pub mod rounding;
pub mod share;
pub mod stated_figures;
pub mod stored_plans;
pub mod when;
