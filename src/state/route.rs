//! The view that is shown, as the address's fragment says: `#/budget`.

use crate::state::Context;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// Saved plans, examples, new plan.
    Home,
    /// The guided new plan.
    New,
    /// The table.
    Budget,
    /// Members, equity, capacity, indices, rules, printed figures.
    Plan,
    /// Scenarios and their decisions.
    Scenarios,
    /// Scenarios side by side.
    Compare,
    /// Which assumptions matter, what would have to be true, how sure one can be, and when.
    Explore,
    /// The projector: one question a slide.
    Present,
    /// The page for the minutes.
    Report,
    /// Another plan beside the open one.
    Meet,
    /// The accessibility statement.
    Accessibility,
    /// Speed of the model in this browser; for developers.
    Bench,
}

impl Route {
    const ALL: [Route; 12] = [
        Route::Home,
        Route::New,
        Route::Budget,
        Route::Plan,
        Route::Scenarios,
        Route::Compare,
        Route::Explore,
        Route::Present,
        Route::Report,
        Route::Meet,
        Route::Accessibility,
        Route::Bench,
    ];

    /// The fragment that names it.
    pub fn fragment(self) -> &'static str {
        match self {
            Route::Home => "#/",
            Route::New => "#/ny",
            Route::Budget => "#/budget",
            Route::Plan => "#/plan",
            Route::Scenarios => "#/scenarier",
            Route::Compare => "#/jamfor",
            Route::Explore => "#/utforska",
            Route::Present => "#/visa",
            Route::Report => "#/underlag",
            Route::Meet => "#/tva-planer",
            Route::Accessibility => "#/tillganglighet",
            Route::Bench => "#/bench",
        }
    }

    /// Whether it shows an open plan.
    pub fn needs_plan(self) -> bool {
        !matches!(self, Route::Home | Route::New | Route::Accessibility | Route::Bench)
    }

    fn from_fragment(fragment: &str) -> Route {
        Route::ALL.into_iter().find(|route| route.fragment() == fragment).unwrap_or(Route::Home)
    }
}

/// Goes to a view; the address follows, so that the browser's back button works.
pub fn go(route: Route) {
    let _ = window().location().set_hash(route.fragment());
}

/// Lets the field that has the focus take what was typed into it, before its view goes away.
fn leave_field() {
    let focused = document().active_element();
    if let Some(field) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

/// Follows the address.
pub fn follow(context: Context) {
    let read = move || {
        let wanted = Route::from_fragment(&window().location().hash().unwrap_or_default());
        let has_plan = context.session.plan().with_untracked(Option::is_some);
        let route = if wanted.needs_plan() && !has_plan { Route::Home } else { wanted };
        if context.route.get_untracked() != route {
            leave_field();
            context.route.set(route);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    read();
    let listener = Closure::<dyn Fn()>::new(read);
    let _ = window().add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    listener.forget();
}
