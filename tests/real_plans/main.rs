//! The model against the five real documents in `plans/`. All expected numbers are typed in from the documents and
//! the analysis of them; none is computed by the code under test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod akst_2014;
mod files;
mod support;
mod sydnarke_2016;
mod varend_2015;
mod varend_2015_interim;
mod varend_2016;
mod vaxjo_2011;
mod vaxjo_2014;
