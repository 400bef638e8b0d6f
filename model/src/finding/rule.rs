//! What a rule reads, and what it hands back.

use crate::budget::{AssociationBudget, Budget, Shortfall};
use crate::calendar::Year;
use crate::decision::SkippedDecision;
use crate::money::Overflow;
use crate::plan::{Association, Id, Plan, Scenario, StatedFigure};
use crate::projection::{Figures, Projection};
use std::ops::Deref;
use std::sync::Arc;

/// What a rule gives: what it found, or `None` where there is nothing for it to judge.
pub(super) type Checked<D> = Result<Option<Vec<Found<D>>>, Overflow>;

/// What a rule reads.
pub(super) struct RuleContext<'a> {
    pub plan: &'a Plan,
    pub budget: &'a Budget,
    pub projection: &'a Projection,
    pub skipped: &'a [SkippedDecision],
    /// The scenario that is applied; none for the base, which is all that documents print.
    pub scenario: Option<&'a Scenario>,
}

impl RuleContext<'_> {
    /// Each association with its figures.
    pub fn associations(&self) -> impl Iterator<Item = (&AssociationBudget, &[Figures])> {
        // The projection keeps the budget's order.
        let figures = self.projection.associations.iter().map(|association| association.years.as_slice());
        self.budget.associations.iter().map(Arc::as_ref).zip(figures)
    }

    /// The figures that documents print, with their association and their place in its list; none of a scenario.
    pub fn printed(&self) -> impl Iterator<Item = (&Association, usize, &StatedFigure)> {
        let associations = self.plan.associations.iter().filter(|_| self.scenario.is_none()).map(Deref::deref);
        associations.flat_map(|association| {
            association.printed.iter().enumerate().map(move |(place, printed)| (association, place, printed))
        })
    }

    /// The figures of one association with their years.
    pub fn years<'f>(&self, figures: &'f [Figures]) -> impl Iterator<Item = (Year, &'f Figures)> {
        self.budget.horizon.iter().zip(figures)
    }
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<D> {
    /// How grave it is.
    pub severity: Severity,
    /// The association it is about; the whole plan when absent.
    pub association: Option<Id>,
    /// The year it is about.
    pub year: Option<Year>,
    /// The line it is about.
    pub line: Option<Id>,
    /// What was found, with its amounts.
    pub detail: D,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something does not add up, or money runs out.
    Error,
    /// Something that the board should look at.
    Warning,
    /// Good to know.
    Notice,
}

impl Severity {
    /// The severity as programs read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }
}

impl<D> Found<D> {
    pub(super) fn left_over(shortfall: &Shortfall, severity: Severity, detail: D) -> Found<D> {
        let association = Some(shortfall.association.clone());
        Found { severity, association, year: Some(shortfall.year), line: None, detail }
    }

    pub(super) fn about(association_budget: &AssociationBudget, year: Year, severity: Severity, detail: D) -> Found<D> {
        Found { severity, association: Some(association_budget.id.clone()), year: Some(year), line: None, detail }
    }

    /// The same with its detail as another type.
    pub(super) fn map<E>(self, detail: fn(D) -> E) -> Found<E> {
        let Found { severity, association, year, line, detail: own } = self;
        Found { severity, association, year, line, detail: detail(own) }
    }
}
