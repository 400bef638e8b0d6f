//! Changes to the plan as a whole.

use super::EditError;
use crate::calendar::{Horizon, Year};
use crate::money::Decimal;
use crate::outcome::project_base;
use crate::plan::{Definitions, Event, Index, LeverRange, Plan, Rules, Target};

/// A change to the plan as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEdit {
    /// Its name.
    Name(String),
    /// Its description.
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
    /// The indices.
    Indices {
        /// All of them as they are to be.
        indices: Vec<Index>,
        /// What changed.
        field: PlanField,
    },
    /// The plausible ranges of levers, all of them as they are to be.
    Ranges(Vec<LeverRange>),
    /// The year's cycle, all of it as it is to be.
    Calendar(Vec<Event>),
    /// The targets, all of them as they are to be.
    Targets(Vec<Target>),
}

/// What people changed about the indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanField {
    /// A new index.
    AddIndex,
    /// An index taken away.
    RemoveIndex,
    /// Rates, name or source of an index.
    Index,
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
            PlanEdit::Ranges(ranges) => plan.ranges.clone_from(ranges),
            PlanEdit::Calendar(events) => plan.calendar.clone_from(events),
            PlanEdit::Targets(targets) => plan.targets.clone_from(targets),
            PlanEdit::Indices { indices, .. } => {
                for old in plan.indices.iter().filter(|old| !indices.iter().any(|new| new.id == old.id)) {
                    let mut lines = plan.associations.iter().flat_map(|association| &association.lines);
                    let mut capacities =
                        plan.associations.iter().filter_map(|association| association.capacity.as_ref());
                    let used = lines.any(|line| line.index.as_ref() == Some(&old.id))
                        || capacities.any(|capacity| capacity.index.as_ref() == Some(&old.id));
                    if used {
                        return Err(EditError::InUse(old.id.clone()));
                    }
                }
                plan.indices.clone_from(indices);
            }
        }
        Ok(())
    }
}

fn drop_first_year(plan: &mut Plan, source: &str) -> Result<(), EditError> {
    if plan.years <= 1 {
        return Err(EditError::LastOne);
    }
    let outcome = project_base(plan).map_err(|_| EditError::Overflow)?;
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
    let outcome = project_base(plan).map_err(|_| EditError::Overflow)?;
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
