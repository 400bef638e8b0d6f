//! Pieces that several views use.

pub mod association_choice;
pub mod cost_chart;
pub mod dialog;
pub mod each;
pub mod field;
pub mod finding_cards;
pub mod focus;
pub mod form;
pub mod icon;
pub mod lever;
pub mod memo;
pub mod month;
pub mod printed;
pub mod segments;
pub mod text;
pub mod years;
