//! What each module hands over when it is there, and how it is fetched. Above all else: it alone names what the modules
//! are made of.

use crate::state::modules::{Arrival, Missing, Module, is_replaced};
use crate::state::route::Route;
use crate::views;

/// Hands over what is there from the start.
pub fn begin() {
    views::slot(Module::Main).fill(views::main);
    views::slot(Module::Edit).fill(views::edit);
    views::slot(Module::Ask).fill(views::ask);
    views::slot(Module::Tell).fill(views::tell);
    views::slot(Module::Aside).fill(views::aside);
}

/// Fetches what a view is made of; nothing to wait for when it is there.
pub fn fetch(route: Route) -> Option<Arrival> {
    let module = views::module(route);
    if views::slot(module).get().is_some() {
        return None;
    }
    Some(Box::pin(async move {
        match views::slot(module).get() {
            Some(_) => Ok(()),
            None if is_replaced().await => Err(Missing::Replaced),
            None => Err(Missing::Unreachable),
        }
    }))
}
