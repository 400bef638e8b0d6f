//! Fewer places than participants are enrolled today: somebody would have to leave.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, round};
use crate::plan::Metric;
use crate::projection::{enrolled, is_enrolled_of_all};

/// There are fewer places than participants are enrolled today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesShort {
    /// Whole places in the year.
    pub places: Decimal,
    /// Enrolled today.
    pub enrolled: Decimal,
}

impl Evidence for PlacesShort {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Places)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("places", Fact::Number(self.places)),
            ("enrolled", Fact::Number(self.enrolled)),
            ("difference", Fact::excess(self.enrolled, self.places)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<PlacesShort> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association_budget, figures) in context.associations() {
        let Some(enrolled) = enrolled(&context.plan.associations, context.budget, &association_budget.id) else {
            continue;
        };
        // Places for some of them are not places for all; see [`super::places_unchecked`].
        let of_all = is_enrolled_of_all(&context.plan.associations, context.budget, &association_budget.id);
        for (year, figures) in context.years(figures).filter(|(year, _)| association_budget.life.contains(*year)) {
            let Some(places) = figures.places.map(round) else { continue };
            judged |= of_all || places < Decimal::from(enrolled);
            if places < Decimal::from(enrolled) {
                let detail = PlacesShort { places, enrolled: enrolled.into() };
                found.push(Found::about(association_budget, year, Severity::Warning, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}
