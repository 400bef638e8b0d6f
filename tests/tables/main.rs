//! Tables as people have them, each with its right reading beside it: every kind of fault that was found, the tables of
//! the real documents in every form that they come in, and what holds for all tables.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod across;
mod cases;
mod copied;
mod documents;
mod formats;
mod forms;
#[path = "../generator/mod.rs"]
mod generator;
mod hidden;
mod hostile;
mod properties;
#[path = "../../examples/table/sheet.rs"]
mod sheet;
mod spreadsheet;
mod support;
