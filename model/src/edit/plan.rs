//! Changes to the plan as a whole.

use super::{EditError, ListChange};
use crate::calendar::{Horizon, Year};
use crate::money::Decimal;
use crate::outcome::reckon_base;
use crate::plan::{AnnualEvent, Definitions, Id, Index, LeverRange, Plan, Rules, Stair, Target};
use crate::sorted::sort_by_key;

/// A change to the plan as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEdit {
    Name(String),
    Description(String),
    /// One more year at the end.
    AddYear,
    /// One year less at the end. Given amounts of that year stay in the plan and come back with the year.
    DropLastYear,
    /// Lets the plan begin a year later: each association's equity at the end of the first year, as computed, becomes
    /// its opening equity; `source` notes that it was derived.
    DropFirstYear {
        /// The note for the opening equity.
        source: String,
    },
    /// Lets the plan begin a year earlier. Each association's opening equity becomes what leads to the equity that its
    /// plan began with; `source` notes that it was derived.
    AddFirstYear {
        /// The note for the opening equity.
        source: String,
    },
    /// What counts as administration, and of what its share is taken.
    Definitions(Definitions),
    /// Floor and staircase for equity, limits for forecasts, likelihoods in numbers.
    Rules(Rules),
    /// A step of the staircase for equity. They are kept by rising bounds, the one without a bound last.
    Stair(ListChange<Stair>),
    /// An index. One that something follows cannot be taken away.
    Index(ListChange<Index>),
    /// The plausible range of a lever.
    Range(ListChange<LeverRange>),
    /// An event of the year's cycle.
    Event(ListChange<AnnualEvent>),
    Target(ListChange<Target>),
}

impl PlanEdit {
    pub(super) fn change(&self, plan: &mut Plan) -> Result<(), EditError> {
        match self {
            PlanEdit::Name(name) => plan.name.clone_from(name),
            PlanEdit::Description(description) => plan.description.clone_from(description),
            PlanEdit::AddYear => plan.years = plan.years.saturating_add(1),
            PlanEdit::DropLastYear => {
                if plan.years <= 1 {
                    return Err(EditError::LastOne);
                }
                plan.years = plan.years.saturating_sub(1).min(Horizon::MOST_YEARS);
            }
            PlanEdit::DropFirstYear { source } => drop_first_year(plan, source)?,
            PlanEdit::AddFirstYear { source } => add_first_year(plan, source)?,
            PlanEdit::Definitions(definitions) => plan.definitions = definitions.clone(),
            PlanEdit::Rules(rules) => plan.rules = rules.clone(),
            PlanEdit::Stair(change) => {
                let stairs = &mut plan.rules.staircase;
                change.apply(stairs)?;
                sort_by_key(stairs, |stair| (stair.contributions_up_to.is_none(), stair.contributions_up_to));
            }
            PlanEdit::Index(change) => {
                if let ListChange::Remove { was, .. } = change {
                    refuse_followed(plan, &was.id)?;
                }
                change.apply(&mut plan.indices)?;
            }
            PlanEdit::Range(change) => change.apply(&mut plan.ranges)?,
            PlanEdit::Event(change) => change.apply(&mut plan.calendar)?,
            PlanEdit::Target(change) => change.apply(&mut plan.targets)?,
        }
        Ok(())
    }
}

/// What lines or costs follow stays.
fn refuse_followed(plan: &Plan, index: &Id) -> Result<(), EditError> {
    let follows = |followed: &Option<Id>| followed.as_ref() == Some(index);
    let mut lines = plan.associations.iter().flat_map(|association| &association.lines);
    let mut capacities = plan.associations.iter().filter_map(|association| association.capacity.as_ref());
    if lines.any(|line| follows(&line.index)) || capacities.any(|capacity| follows(&capacity.index)) {
        return Err(EditError::InUse(index.clone()));
    }
    Ok(())
}

fn drop_first_year(plan: &mut Plan, source: &str) -> Result<(), EditError> {
    if plan.years <= 1 {
        return Err(EditError::LastOne);
    }
    let outcome = reckon_base(plan).map_err(|_| EditError::Overflow)?;
    for association in &mut plan.associations {
        let figures = outcome.projection.association(&association.id);
        let closing: Option<Decimal> = figures.and_then(|figures| figures.years.first()).map(|first| first.equity);
        if let Some(closing) = closing {
            association.opening_equity.amount = closing;
            source.clone_into(&mut association.opening_equity.source);
        }
    }
    plan.first_year = plan.first_year.next();
    plan.years = plan.years.saturating_sub(1);
    Ok(())
}

fn add_first_year(plan: &mut Plan, source: &str) -> Result<(), EditError> {
    let before = Year::new(plan.first_year.number().saturating_sub(1)).ok_or(EditError::Overflow)?;
    plan.first_year = before;
    plan.years = plan.years.saturating_add(1);
    let outcome = reckon_base(plan).map_err(|_| EditError::Overflow)?;
    for association in &mut plan.associations {
        let figures = outcome.projection.association(&association.id);
        let Some(first) = figures.and_then(|figures| figures.years.first()) else { continue };
        let opening = association.opening_equity.amount;
        let moved = first.equity.checked_sub(opening).ok_or(EditError::Overflow)?;
        // What the year moves the equity by is taken off beforehand, so that it ends where the plan began.
        if !moved.is_zero() {
            association.opening_equity.amount = opening.checked_sub(moved).ok_or(EditError::Overflow)?;
            source.clone_into(&mut association.opening_equity.source);
        }
    }
    Ok(())
}
