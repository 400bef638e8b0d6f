//! The parts of a plan: each differs or not by itself, and can be taken over by itself. One table for each owner says
//! which fields and lists it has; all else follows from them.

use super::identified::{self, Identified};
use crate::plan::{Association, Id, Plan};

/// A part of a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanPart {
    /// A field of the plan.
    Plan(PlanField),
    /// An entry of one of the plan's lists; an association only where one of two plans lacks it.
    Listed(PlanList, Id),
    /// The order of one of the plan's lists.
    Order(PlanList),
    /// A part of an association that both plans have.
    Association(Id, AssociationPart),
}

/// A part of an association.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssociationPart {
    Field(AssociationField),
    /// An entry of one of its lists.
    Listed(AssociationList, Id),
    /// The order of one of its lists.
    Order(AssociationList),
}

/// Fields that are one value: whether they are the same in two owners, and how one takes them from the other.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident of $owner:ident { $($(#[$variant_doc:meta])* $variant:ident: $($field:ident),+;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of the file.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// What the file calls it; the first, where several fields make one part.
            pub fn file_name(self) -> &'static str {
                match self {
                    $($name::$variant => [$(stringify!($field)),+][0],)+
                }
            }

            pub(super) fn same(self, mine: &$owner, theirs: &$owner) -> bool {
                match self {
                    $($name::$variant => $(mine.$field == theirs.$field)&&+,)+
                }
            }

            pub(super) fn take(self, mine: &mut $owner, theirs: &$owner) {
                match self {
                    $($name::$variant => { $(mine.$field.clone_from(&theirs.$field);)+ })+
                }
            }
        }
    };
}

/// Lists whose entries an id tells apart.
macro_rules! lists {
    ($(#[$doc:meta])* $name:ident of $owner:ident { $($(#[$variant_doc:meta])* $variant:ident: $field:ident;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of the file.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// What the file calls the list.
            pub fn file_name(self) -> &'static str {
                match self {
                    $($name::$variant => stringify!($field),)+
                }
            }

            pub(super) fn ids(self, of: &$owner) -> Vec<Id> {
                match self {
                    $($name::$variant => of.$field.iter().map(|entry| entry.id().clone()).collect(),)+
                }
            }

            pub(super) fn same(self, mine: &$owner, theirs: &$owner, id: &Id) -> bool {
                match self {
                    $($name::$variant => identified::find(&mine.$field, id) == identified::find(&theirs.$field, id),)+
                }
            }

            pub(super) fn name(self, of: &$owner, id: &Id) -> Option<String> {
                match self {
                    $($name::$variant => identified::find(&of.$field, id).map(|entry| entry.name().to_owned()),)+
                }
            }

            pub(super) fn fields_that_differ(self, mine: &$owner, theirs: &$owner, id: &Id) -> Vec<String> {
                match self {
                    $($name::$variant => match (identified::find(&mine.$field, id), identified::find(&theirs.$field, id)) {
                        (Some(mine), Some(theirs)) => identified::fields_that_differ(mine, theirs),
                        _ => Vec::new(),
                    },)+
                }
            }

            pub(super) fn take(self, mine: &mut $owner, theirs: &$owner, id: &Id) {
                match self {
                    $($name::$variant => identified::take(&mut mine.$field, &theirs.$field, id),)+
                }
            }

            pub(super) fn same_order(self, mine: &$owner, theirs: &$owner) -> bool {
                match self {
                    $($name::$variant => identified::same_order(&mine.$field, &theirs.$field),)+
                }
            }

            pub(super) fn reorder(self, mine: &mut $owner, theirs: &$owner) {
                match self {
                    $($name::$variant => identified::reorder(&mut mine.$field, &theirs.$field),)+
                }
            }
        }
    };
}

fields! {
    /// A field of the plan.
    PlanField of Plan {
        /// Its name.
        Name: name;
        /// Its description.
        Description: description;
        /// The years that it looks at.
        Years: first_year, years;
        /// What counts as administration.
        Definitions: definitions;
        /// Floor and staircase for equity, limits for forecasts, likelihoods.
        Rules: rules;
        /// The plausible ranges of levers.
        Ranges: ranges;
    }
}

lists! {
    /// A list of the plan.
    PlanList of Plan {
        /// The indices (*uppräkning*).
        Index: indices;
        /// The associations (*samordningsförbund*).
        Association: associations;
        /// The scenarios.
        Scenario: scenarios;
        /// The year's cycle (*årscykel*).
        Event: calendar;
        /// The targets.
        Target: targets;
        /// The decision log (*beslutslogg*).
        Log: log;
    }
}

fields! {
    /// A field of an association.
    AssociationField of Association {
        /// Its name.
        Name: name;
        /// Organisation number.
        OrganisationNumber: organisation_number;
        /// Where the figures come from.
        Source: source;
        /// The plan that it was put in from.
        Origin: origin;
        /// Equity (*eget kapital*) at the beginning of the plan's first year.
        OpeningEquity: opening_equity;
        /// Planned use of saved money.
        EquityUse: equity_use;
        /// Equity that members pay in or get out.
        Transfers: transfers;
        /// The reasons stated for negative results.
        DeficitReasons: deficit_reasons;
        /// What a coordinator costs and gives.
        Capacity: capacity;
        /// Figures as a document prints them.
        Printed: printed;
        /// Goals in numbers.
        Goals: goals;
        /// What a year's accounts say so far.
        Actuals: actuals;
    }
}

lists! {
    /// A list of an association.
    AssociationList of Association {
        /// The members.
        Member: members;
        /// The budget lines.
        Line: lines;
        /// The risk register.
        Risk: risks;
    }
}
