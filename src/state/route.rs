//! The views, and the parts of them that have an address of their own: `#/plan/members`.

/// Writes an enum whose values are views or parts of one, each with its name in the address.
macro_rules! addressed {
    ($(#[$doc:meta])* $kind:ident { $($(#[$variant_doc:meta])* $variant:ident: $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum $kind {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $kind {
            /// All of them in order; the first is shown when the address names none.
            pub const ALL: &[$kind] = &[$($kind::$variant),+];

            /// Its name in the address, and in tests.
            pub fn tag(self) -> &'static str {
                match self {
                    $($kind::$variant => $name,)+
                }
            }

            /// The one of this name; the first when there is none.
            pub fn from_tag(tag: &str) -> $kind {
                $kind::ALL.iter().copied().find(|one| one.tag() == tag).unwrap_or_default()
            }
        }
    };
}

addressed! {
    /// A view. Its name in the address is empty for the start.
    Route {
        /// Saved plans, examples, new plan.
        #[default]
        Home: "",
        /// The guided new plan.
        New: "ny",
        /// The table.
        Budget: "budget",
        /// Members, equity, capacity, indices, rules, printed figures.
        Plan: "plan",
        /// Scenarios and their decisions.
        Scenarios: "scenarier",
        /// Scenarios side by side.
        Compare: "jamfor",
        /// Which assumptions matter, what would have to be true, how sure one can be, and when.
        Explore: "utforska",
        /// The projector: one question a slide.
        Present: "visa",
        /// The page for the minutes.
        Report: "underlag",
        /// Another plan beside the open one.
        Meet: "tva-planer",
        /// What a link holds.
        Link: "lank",
        /// The accessibility statement.
        Accessibility: "tillganglighet",
        /// What is stored about whom.
        Privacy: "integritet",
        /// Speed of the model in this browser; for developers.
        Bench: "bench",
    }
}

impl Route {
    /// The view that an address names: `#/plan/members?association=varend`.
    pub fn from_address(hash: &str) -> Route {
        let path = hash.split('?').next().unwrap_or_default().trim_start_matches(['#', '/']);
        Route::from_tag(path.split('/').next().unwrap_or_default())
    }

    /// Whether it shows an open plan.
    pub fn needs_plan(self) -> bool {
        match self {
            Route::Budget
            | Route::Plan
            | Route::Scenarios
            | Route::Compare
            | Route::Explore
            | Route::Present
            | Route::Report
            | Route::Meet => true,
            Route::Home | Route::New | Route::Link | Route::Accessibility | Route::Privacy | Route::Bench => false,
        }
    }
}

addressed! {
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

addressed! {
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
