//! The table of decisions, and what follows from it. A line is the decision's file, its struct and its name in plans,
//! and what it decides; the order is that of lists to choose from, the most asked for first.

use super::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use super::reference::{Instead, Reference};
use super::{DecisionError, DecisionField, Reach};
use crate::base::Base;
use crate::budget::Budget;
use crate::calendar::{Horizon, Year};
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::quantity::QuantityKind;
use crate::validation::{ValidationError, ValidationErrorKind, Validator};
use serde::{Deserialize, Serialize};

/// Writes what follows from the table: the closed lists of decisions and of their kinds, and which file answers.
macro_rules! decisions {
    ($(mod $file:ident: $kind:ident($data:ty) $name:literal, $what:literal;)*) => {
        $(
            mod $file;
            pub use $file::*;
        )*

        /// What a board can decide.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum Decision {
            $(
                #[doc = $what]
                #[serde(rename = $name)]
                $kind($data),
            )*
        }

        /// A kind of decision.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DecisionKind {
            $(#[doc = $what] $kind,)*
        }

        impl DecisionKind {
            /// All kinds, the most asked for first.
            pub const ALL: [DecisionKind; [$(DecisionKind::$kind),*].len()] = [$(DecisionKind::$kind),*];

            /// Its name in plans.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(DecisionKind::$kind => $name,)*
                }
            }

            /// When it applies among a scenario's decisions.
            pub fn group(self) -> DecisionGroup {
                match self {
                    $(DecisionKind::$kind => <$file::$kind as Decide>::GROUP,)*
                }
            }
        }

        /// A new decision of a kind about an association of the plan: one that can apply to the plan as it is, for the
        /// user to change; `None` when the plan has nothing that it could be about.
        pub fn draft(kind: DecisionKind, base: Base<'_>, association: &Id, names: &DraftNames) -> Option<Decision> {
            let of = base.association(association)?;
            match kind {
                $(DecisionKind::$kind => {
                    <$file::$kind as Decide>::draft(base, of, names).map(|drafted| Decision::$kind(drafted.into()))
                })*
            }
        }

        impl Decision {
            /// Its kind.
            pub fn kind(&self) -> DecisionKind {
                match self {
                    $(Decision::$kind(_) => DecisionKind::$kind,)*
                }
            }

            /// The one association that it is about; a merger has several, an index none.
            pub fn association(&self) -> Option<&Id> {
                match self {
                    $(Decision::$kind(decision) => decision.association(),)*
                }
            }

            /// What it brings in, for later decisions to name.
            pub fn introduces(&self) -> Option<Introduced<'_>> {
                match self {
                    $(Decision::$kind(decision) => decision.introduces(),)*
                }
            }

            /// Puts another id for everything of the plan that it refers to.
            pub fn refer(&mut self, instead: Instead<'_>) {
                match self {
                    $(Decision::$kind(decision) => decision.refer(instead),)*
                }
            }

            /// Whether it gives process all of the room that base leaves, so that what comes in is spent.
            pub(crate) fn spends_the_room(&self) -> bool {
                match self {
                    $(Decision::$kind(decision) => decision.spends_the_room(),)*
                }
            }

            /// The numbers that can be moved, with their values.
            pub(crate) fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
                match self {
                    $(Decision::$kind(decision) => decision.levers(),)*
                }
            }

            /// Sets a number; `None` when the decision has none such or the value cannot be.
            pub(crate) fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
                match self {
                    $(Decision::$kind(decision) => decision.set_lever(part, value),)*
                }
            }

            pub(crate) fn validate(&self, check: &mut Validator, path: &str) {
                let path = format!("{path}.{}", self.kind().as_str());
                match self {
                    $(Decision::$kind(decision) => decision.validate(check, &path),)*
                }
            }

            /// Whether it can be about months after the plan's last year only, which a later one moves into its years.
            pub(crate) fn can_wait(&self, last: Year) -> bool {
                match self {
                    $(Decision::$kind(decision) => decision.can_wait(last),)*
                }
            }

            /// The years that it names and in which it holds, in the table that it meets.
            pub(crate) fn reach(&self, before: &Budget) -> Option<Reach> {
                match self {
                    $(Decision::$kind(decision) => decision.reach(before),)*
                }
            }

            /// Maps one table to the next, which is half changed when it cannot.
            pub(crate) fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
                match self {
                    $(Decision::$kind(decision) => decision.apply(budget),)*
                }
            }
        }
    };
}

decisions! {
    mod step_down: StepDown(StepDown) "step_down", "Shares of the activity money move from base to process.";
    mod contribution_change: ContributionChange(ContributionChange) "contribution_change", "What members pay.";
    mod activity_change: ActivityChange(ActivityChange) "activity_change", "A line is added, or ends, grows, moves or is co-funded.";
    mod member_joins: MemberJoins(MemberJoins) "member_joins", "A municipality joins.";
    mod merger: Merger(Box<Merger>) "merger", "Associations become one.";
    mod index_change: IndexChange(IndexChange) "index_change", "The rates of an index.";
    mod equity_use: EquityUse(EquityUse) "equity_use", "Planned use of saved money by year.";
    mod one_off: OneOff(OneOff) "one_off", "An income or cost in one year.";
    mod member_leaves: MemberLeaves(MemberLeaves) "member_leaves", "A member leaves.";
}

impl Decision {
    /// What is wrong with the decision's own fields in a plan of these years, with paths from the decision on. What
    /// they meet in a table is [`DecisionError`]'s matter.
    pub fn problems(&self, horizon: Horizon) -> Vec<ValidationError> {
        let mut check = Validator::within(horizon);
        self.validate(&mut check, "decision");
        check.take_problems()
    }

    /// When it applies among a scenario's decisions.
    pub fn group(&self) -> DecisionGroup {
        self.kind().group()
    }

    /// All that it refers to; a merger refers to the association that it makes too.
    pub fn references(&self) -> Vec<Reference> {
        let mut found: Vec<Reference> = Vec::new();
        self.clone().refer(&mut |reference| {
            let id = reference.id().clone();
            if !found.contains(&reference) {
                found.push(reference);
            }
            id
        });
        found
    }

    /// The association that it makes, if it makes one.
    pub fn makes_association(&self) -> Option<&Id> {
        match self.introduces() {
            Some(Introduced::Association(id, _)) => Some(id),
            Some(Introduced::Member(..) | Introduced::Line(_)) | None => None,
        }
    }

    /// What is wrong now and was not before.
    pub(crate) fn new_problem(&self, before: &Decision) -> Option<ValidationErrorKind> {
        let problems = |decision: &Decision| {
            let mut check = Validator::alone();
            decision.validate(&mut check, "");
            check.take_problems()
        };
        let known = problems(before);
        problems(self).into_iter().find(|problem| !known.contains(problem)).map(|problem| problem.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;
    use crate::outcome::project;
    use crate::plan::{Scenario, ScenarioStep};

    fn names() -> DraftNames {
        DraftNames { merged: "Nya".to_owned(), member: "Tingsryd".to_owned(), one_off: "Flytt".to_owned() }
    }

    #[test]
    fn every_draft_applies_to_the_plan_that_it_is_made_for() {
        let plan = read(include_str!("../../../../plans/vaxjo-alvesta-2015.json")).unwrap();
        let association = plan.associations[0].id.clone();
        for kind in DecisionKind::ALL {
            let Some(decision) = draft(kind, plan.base(), &association, &names()) else {
                assert_eq!((kind, plan.indices.is_empty()), (DecisionKind::IndexChange, true), "{kind:?}");
                continue;
            };
            assert_eq!(decision.kind(), kind);
            assert_eq!(decision.problems(plan.horizon()), [], "{kind:?}");
            let step = ScenarioStep { id: Id::new("one"), name: String::new(), on: true, decision };
            let scenario = Scenario { steps: vec![step], ..Scenario::new(Id::new("s"), "S") };
            let outcome = project(&plan, Some(&scenario)).unwrap();
            assert_eq!(outcome.skipped, [], "{kind:?}");
        }
    }

    #[test]
    fn nothing_is_drafted_about_what_is_not_there() {
        let plan = read(include_str!("../../../../plans/vaxjo-2014.json")).unwrap();
        let association = plan.associations[0].id.clone();
        assert_eq!(draft(DecisionKind::Merger, plan.base(), &association, &names()), None);
        assert_eq!(draft(DecisionKind::OneOff, plan.base(), &Id::new("other"), &names()), None);
    }
}
