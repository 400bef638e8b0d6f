//! What every decision does, each beside its own data. Nothing has a default: a decision added later answers for itself.

use super::reference::Instead;
use super::{DecisionError, DecisionField, Reach};
use crate::base::{Association, Base, Line};
use crate::budget::Budget;
use crate::calendar::Year;
use crate::id::Id;
use crate::money::Decimal;
use crate::quantity::QuantityKind;
use crate::validation::Validator;

/// A kind of decision.
pub(crate) trait Decide: Sized {
    /// When it applies among a scenario's decisions.
    const GROUP: DecisionGroup;

    /// A new one about an association, for the user to change: one that can apply to the plan as it is. `None` when the
    /// plan has nothing that it could be about. It makes no claim about the world but those that it has a source for.
    fn draft(base: Base<'_>, of: &Association, names: &DraftNames) -> Option<Self>;

    /// The one association that it is about; `None` when it is about several, or all.
    fn association(&self) -> Option<&Id>;

    /// What it brings in, for later decisions to name.
    fn introduces(&self) -> Option<Introduced<'_>>;

    /// Puts another id for everything of the plan that it refers to, an association that it makes itself too; what else
    /// it brings in, as a new line or a joining member, stays.
    fn refer(&mut self, instead: Instead<'_>);

    /// Whether it gives process all of the room that base leaves, so that what comes in is spent.
    fn spends_the_room(&self) -> bool;

    /// What is wrong with its fields, with paths from `path` on.
    fn validate(&self, check: &mut Validator, path: &str);

    /// The numbers that can be moved, with their values.
    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)>;

    /// Sets a number; `None` when it has none such or the value cannot be.
    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()>;

    /// Whether it can be about months after `last`, the plan's last year, only, which a later decision moves into the
    /// plan's years.
    fn can_wait(&self, last: Year) -> bool;

    /// The years of the plan that it names and in which it holds, in the table that it meets; `None` where it is about
    /// nothing that can be gone.
    fn reach(&self, before: &Budget) -> Option<Reach>;

    /// Maps one table to the next.
    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError>;
}

/// When a decision applies: the groups in this order, the decisions of each in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionGroup {
    /// Assumptions about the world (*antaganden*), which all others meet.
    Assumption,
    /// What the board decides (*beslut*).
    Measure,
    /// Rules for dividing what all others leave (*fördelning*).
    Division,
}

impl DecisionGroup {
    /// All groups, in the order that they apply.
    pub const ALL: [DecisionGroup; 3] = [DecisionGroup::Assumption, DecisionGroup::Measure, DecisionGroup::Division];
}

/// Names for what a new decision brings in; the model has no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftNames {
    /// For a merged association.
    pub merged: String,
    /// For a joining municipality.
    pub member: String,
    /// For a one-off income or cost.
    pub one_off: String,
}

/// A round sum for a draft to begin with, kronor; the user knows the real one.
pub(super) const SOME_KRONOR: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// What a decision brings in, with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Introduced<'d> {
    Association(&'d Id, &'d str),
    Member(&'d Id, &'d str),
    Line(&'d Line),
}
