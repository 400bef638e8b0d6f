//! What stands in an order: a map by its keys and lists by what they are sorted by. Both are made of few machine words: the
//! standard library's trees and sorts are written anew by the compiler for each type, and what has dozens of them is
//! fetched before a plan is shown.

mod list;
mod map;

pub use list::{repeated, sort_by, sort_by_key};
pub use map::SortedMap;
