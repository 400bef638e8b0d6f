//! Exploration against independent arithmetic: the worked numbers of the real plans, closed forms of chance, and the
//! rules of calendar files.

mod edits;
mod forecast;
mod goal_seek;
mod risk;
mod sensitivity;
mod simulation;
mod support;
mod timeline;
