//! Every decision against the numbers of the real plans, typed by hand from the issue and from domain.md §7.

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
mod step_down;
mod sydnarke;
mod tingsryd;
mod varend;
mod worked;
