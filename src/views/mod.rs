//! The views, one folder or file each, and the table of them. A view is added by its file, its line in the table, and its
//! name in the address (`state/route.rs`).

pub mod accessibility;
pub mod bench;
pub mod budget;
pub mod compare;
pub mod explore;
pub mod home;
pub mod link;
pub mod meet;
pub mod new_plan;
pub mod plan;
pub mod present;
pub mod privacy;
pub mod report;
pub mod scenarios;

use crate::state::modules::{Module, Slot};
use crate::state::route::Route;
use crate::ui::icon::Shape;
use crate::words::{Word, view as text};
use leptos::prelude::*;

/// Draws a view.
pub type DrawView = fn() -> AnyView;

/// The views of one module: how each is drawn, `None` for those of others.
pub type Views = fn(Route) -> Option<DrawView>;

/// Writes the table of views: for each module the place where it hands its views over, and for each view how it is drawn,
/// what it is called and, where the navigation leads to it, its sign.
macro_rules! views {
    ($($module:ident $name:ident { $($route:ident: $view:path, $title:expr, $shape:expr;)* })+) => {
        /// What a view is called.
        pub fn title(route: Route) -> Word {
            match route {
                $($(Route::$route => $title,)*)+
            }
        }

        /// Its sign in the navigation.
        pub fn shape(route: Route) -> Option<Shape> {
            match route {
                $($(Route::$route => $shape,)*)+
            }
        }

        /// The module that it comes in.
        pub fn module(route: Route) -> Module {
            match route {
                $($(Route::$route => Module::$module,)*)+
            }
        }

        /// Where each module's views are, once it is there.
        pub fn slot(module: Module) -> &'static Slot<Views> {
            match module {
                $(Module::$module => {
                    static VIEWS: Slot<Views> = Slot::new();
                    &VIEWS
                })+
            }
        }

        $(
            /// The views that come in this module. Called by the module itself alone: whoever calls it holds them all.
            #[allow(clippy::match_single_binding, reason = "a module may bring other things than views")]
            pub fn $name(route: Route) -> Option<DrawView> {
                match route {
                    $(Route::$route => Some(|| $view().into_any()),)*
                    _ => None,
                }
            }
        )+
    };
}

views! {
    Main main {
        Home: home::Home, text::home, Some(Shape::Home);
    }
    Plan plan {
        Budget: budget::Budget, text::budget, Some(Shape::Table);
    }
    Edit edit {
        New: new_plan::NewPlan, text::new_plan, None;
        Plan: plan::PlanSettings, text::plan, Some(Shape::Gear);
    }
    Ask ask {
        Scenarios: scenarios::Scenarios, text::scenarios, Some(Shape::Sliders);
        Compare: compare::Compare, text::compare, Some(Shape::Sides);
        Explore: explore::Explore, text::explore, Some(Shape::Compass);
    }
    Tell tell {
        Present: present::Present, text::present, Some(Shape::Screen);
        Report: report::Report, text::report, Some(Shape::Sheet);
    }
    Beside beside {}
    Shelf shelf {}
    Aside aside {
        Meet: meet::Meet, text::meet, None;
        Link: link::Link, text::link, None;
        Accessibility: accessibility::Accessibility, text::accessibility, Some(Shape::Person);
        Privacy: privacy::Privacy, text::privacy, None;
        Bench: bench::Bench, |_| "Bench", None;
    }
}

/// Draws a view; nothing when its module is not there.
pub fn draw(route: Route) -> Option<AnyView> {
    let draw = slot(module(route)).get()?(route)?;
    Some(draw())
}
