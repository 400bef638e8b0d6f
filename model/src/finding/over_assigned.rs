//! Activity room over-assigned: decided activities alone are more than the room.

use super::{Context, Detail, Finding, Severity};
use crate::money::{Overflow, sum};
use crate::plan::{Category, Status};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    let mut judged = false;
    for (account, figures) in context.accounts() {
        let decided = || {
            account.rows.iter().filter(|row| row.category == Category::Activity && row.status == Some(Status::Decided))
        };
        // Each association by its own lines: where nothing is decided there is nothing to judge.
        if decided().next().is_none() {
            continue;
        }
        judged = true;
        for (place, (year, figures)) in context.years(figures).enumerate() {
            let decided = sum(decided().filter_map(|row| row.amounts.get(place)).copied())?;
            if decided > figures.activity_room {
                let detail = Detail::OverAssigned { decided, room: figures.activity_room };
                found.push(Finding::about(account, year, Severity::Warning, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}
