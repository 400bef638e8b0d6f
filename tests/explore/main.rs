//! Exploration against independent arithmetic: the worked numbers of the real plans, closed forms of chance, and the
//! rules of calendar files.

mod edits;
mod forecast;
#[path = "../generator/mod.rs"]
mod generator;
mod goal_seek;
mod properties;
mod risk;
mod sensitivity;
mod simulation;
mod support;
mod timeline;
