//! Activity room over-assigned: decided activities alone are more than the room.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, sum};
use crate::plan::{Category, Metric, Status};

/// Decided activities are over the activity room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverAssigned {
    /// The sum of decided activities.
    pub decided: Decimal,
    /// The activity room.
    pub room: Decimal,
}

impl Evidence for OverAssigned {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::ActivityRoom)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("decided", Fact::Number(self.decided)),
            ("room", Fact::Number(self.room)),
            ("difference", Fact::excess(self.decided, self.room)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<OverAssigned> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations() {
        let decided = || {
            association
                .rows
                .iter()
                .filter(|row| row.category == Category::Activity && row.status == Some(Status::Decided))
        };
        // Each association by its own lines: where nothing is decided there is nothing to judge.
        if decided().next().is_none() {
            continue;
        }
        judged = true;
        for (place, (year, figures)) in context.years(figures).enumerate() {
            let decided = sum(decided().filter_map(|row| row.amounts.get(place)).copied())?;
            if decided > figures.activity_room {
                let detail = OverAssigned { decided, room: figures.activity_room };
                found.push(Found::about(association, year, Severity::Warning, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}
