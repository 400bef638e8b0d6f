//! Exploration against independent arithmetic: the worked numbers of the real plans, closed forms of chance, and the
//! rules of calendar files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod edits;
mod forecast;
#[path = "../generator/mod.rs"]
mod generator;
mod goal_seek;
mod promoted;
mod properties;
mod risk;
mod sensitivity;
mod simulation;
mod support;
mod timeline;
