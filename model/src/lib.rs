//! Samplan's model: what a samordningsförbund's plan is and what follows from it.
//!
//! A plan is a table of budget lines over years. A decision is a pure function from table to table. Everything
//! else is a sum. Data flows one way:
//!
//! ```text
//! Plan                      the document that people edit, save and share     (plan, edit, exchange)
//!   └ Budget                lines × years, resolved to whole kronor           (budget)
//!       └ decisions         each maps one budget to the next                  (decision)
//!           └ Projection    per association, per year and in total            (projection)
//!               └ findings  rules, and printed-versus-computed controls       (finding)
//!                           all of it in one call                             (outcome)
//!
//! Comparison                scenario against scenario, decision by decision   (comparison)
//! Levers                    every number that can be moved, with its address  (lever)
//! Exploration               sensitivity, goal seek, risk, forecast check, time  (explore)
//! Showing                   slides, flows, what was moved in the room           (show)
//! Workbook                  tables that leave: CSV, documents                (workbook)
//! ```
//!
//! The model is pure: no browser, no clock, no locale; chance comes only from a seed that is
//! passed in. It has no words for the screen; findings,
//! problems and errors are closed enums that the app words in the user's language.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

mod base;
pub mod budget;
pub mod calendar;
pub mod comparison;
pub mod decision;
pub mod edit;
pub mod exchange;
pub mod explore;
pub mod file_kind;
pub mod finding;
mod form;
mod id;
pub mod lever;
pub mod meet;
pub mod money;
pub mod outcome;
pub mod plan;
pub mod projection;
mod quantity;
pub mod show;
pub mod sorted;
pub mod table;
mod validation;
pub mod workbook;
