//! The workbook: its formulas come to what the model says, for all examples and random plans, also after an edit.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "../generator/mod.rs"]
mod generator;

mod book;
mod calc;
mod edits;
mod evaluate;
mod figures;
mod files;
mod libreoffice;
