//! Pieces that several views use.

pub mod dialog;
pub mod field;
pub mod icon;
pub mod segments;
