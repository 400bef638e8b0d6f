//! Pieces that several views use.

pub mod dialog;
pub mod field;
pub mod focus;
pub mod icon;
pub mod month;
pub mod printed;
pub mod segments;
pub mod text;
pub mod years;
