//! The views, and the parts of them that have an address of their own: `#/plan/members`.

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
    /// What a link holds.
    Link,
    /// The accessibility statement.
    Accessibility,
    /// What is stored about whom.
    Privacy,
    /// Speed of the model in this browser; for developers.
    Bench,
}

impl Route {
    const ALL: [Route; 14] = [
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
        Route::Link,
        Route::Accessibility,
        Route::Privacy,
        Route::Bench,
    ];

    /// Its name in the address; empty for the start.
    pub fn name(self) -> &'static str {
        match self {
            Route::Home => "",
            Route::New => "ny",
            Route::Budget => "budget",
            Route::Plan => "plan",
            Route::Scenarios => "scenarier",
            Route::Compare => "jamfor",
            Route::Explore => "utforska",
            Route::Present => "visa",
            Route::Report => "underlag",
            Route::Meet => "tva-planer",
            Route::Link => "lank",
            Route::Accessibility => "tillganglighet",
            Route::Privacy => "integritet",
            Route::Bench => "bench",
        }
    }

    /// The view of this name; the start when there is none.
    pub fn from_name(name: &str) -> Route {
        Route::ALL.into_iter().find(|route| route.name() == name).unwrap_or(Route::Home)
    }

    /// The view that an address names: `#/plan/members?association=varend`.
    pub fn from_address(hash: &str) -> Route {
        let path = hash.split('?').next().unwrap_or_default().trim_start_matches(['#', '/']);
        Route::from_name(path.split('/').next().unwrap_or_default())
    }

    /// Whether it shows an open plan.
    pub fn needs_plan(self) -> bool {
        !matches!(self, Route::Home | Route::New | Route::Link | Route::Accessibility | Route::Privacy | Route::Bench)
    }
}

/// Writes an enum whose values are parts of a view, each with its name in the address.
macro_rules! parts {
    ($(#[$doc:meta])* $kind:ident { $($(#[$variant_doc:meta])* $variant:ident: $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum $kind {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $kind {
            /// All of them, in the order of the view; the first is shown when the address names none.
            pub const ALL: &[$kind] = &[$($kind::$variant),+];

            /// Its name in the address, and in tests.
            pub fn tag(self) -> &'static str {
                match self {
                    $($kind::$variant => $name,)+
                }
            }

            /// The part of this name; the first when there is none.
            pub fn from_tag(tag: &str) -> $kind {
                $kind::ALL.iter().copied().find(|part| part.tag() == tag).unwrap_or_default()
            }
        }
    };
}

parts! {
    /// A section of the assumptions.
    PlanSection {
        /// Description and years.
        #[default]
        About: "about",
        /// Which associations the plan has.
        Associations: "associations",
        /// An association's name and number.
        Details: "details",
        /// Its equity.
        Equity: "equity",
        /// Its members.
        Members: "members",
        /// What a coordinator costs and gives.
        Capacity: "capacity",
        /// Goals in numbers.
        Goals: "goals",
        /// What its document states.
        Printed: "printed",
        /// Indices.
        Indices: "indices",
        /// What counts as administration.
        Definitions: "definitions",
        /// Floor and staircase.
        Rules: "rules",
    }
}

parts! {
    /// A tool of the exploration.
    ExploreTool {
        /// Which assumptions matter.
        #[default]
        Sensitivity: "sensitivity",
        /// What would have to be true.
        GoalSeek: "goal-seek",
        /// How sure one can be.
        Risk: "risk",
        /// What the money gives.
        Gains: "gains",
        /// Whether this year's forecast can be believed.
        Forecast: "forecast",
        /// When things must be decided.
        Calendar: "calendar",
    }
}
