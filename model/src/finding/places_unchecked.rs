//! Places could not be held against those who are enrolled.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, round};
use crate::plan::Metric;
use crate::projection::{enrolled, is_enrolled_of_all};

/// It is said how many are enrolled, and not whether there are places for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesUnchecked {
    /// Enrolled today, as far as that is said.
    pub enrolled: Decimal,
    pub why: NoPlaces,
}

/// What is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPlaces {
    /// What a full-time coordinator costs.
    Cost,
    /// How many places a coordinator gives.
    PlacesPerFte,
    /// How many are enrolled in one of those that a merger formed it of: there are places for the others.
    EnrolledOfAll,
}

impl NoPlaces {
    /// As programs read it.
    pub fn as_str(self) -> &'static str {
        match self {
            NoPlaces::Cost => "cost_per_fte",
            NoPlaces::PlacesPerFte => "places_per_fte",
            NoPlaces::EnrolledOfAll => "enrolled",
        }
    }
}

impl Evidence for PlacesUnchecked {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Places)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("enrolled", Fact::Number(self.enrolled)), ("unknown", Fact::text(self.why.as_str()))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<PlacesUnchecked> {
    let mut found = Vec::new();
    for (association, figures) in context.associations() {
        let Some(enrolled) = enrolled(&context.plan.associations, context.budget, &association.id) else { continue };
        let enrolled = Decimal::from(enrolled);
        let of_all = is_enrolled_of_all(&context.plan.associations, context.budget, &association.id);
        for (year, figures) in context.years(figures).filter(|(year, _)| association.life.contains(*year)) {
            let why = match (figures.fte, figures.places.map(round)) {
                (_, Some(places)) if of_all || places < enrolled => continue,
                (_, Some(_)) => NoPlaces::EnrolledOfAll,
                (None, None) => NoPlaces::Cost,
                (Some(_), None) => NoPlaces::PlacesPerFte,
            };
            found.push(Found::about(association, year, Severity::Notice, PlacesUnchecked { enrolled, why }));
        }
    }
    Ok(Some(found).filter(|found| !found.is_empty()))
}
