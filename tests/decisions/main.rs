//! Every decision against the numbers of the real plans, typed by hand from the issue and from domain.md §7.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod akst;
mod cases;
mod comparison;
mod contributions;
mod equity;
mod examples;
mod horizon;
mod levers;
mod lines;
mod merger;
mod metamorphic;
mod months;
mod order;
mod properties;
mod random;
mod reach;
mod step_down;
mod sydnarke;
mod tingsryd;
mod varend;
mod worked;
