//! What was corrected about an association's table last time, kept in this browser for the next one.

use super::super::state::BudgetTable;
use leptos::prelude::*;
use samplan::edit::{ChosenByHand, TableMapping};
use samplan::table::{Answers, Reading};

/// Where it is kept: for the plan's own association, and for the same association in next year's plan. Two plans can give
/// one id to associations that are not the same.
fn keys(table: BudgetTable) -> Option<[String; 2]> {
    let plan = untrack(|| table.plan())?;
    let association = plan.association(table.shown.get_untracked().as_ref()?)?;
    let of = |whose: &str| format!("samplan/table/{whose}/{}", association.id);
    Some([of(plan.id.as_str()), of(&association.name)])
}

fn kept(table: BudgetTable) -> TableMapping {
    let text = keys(table).and_then(|keys| keys.iter().find_map(|key| table.context.storage.store().read(key)));
    text.and_then(|text| TableMapping::read(&text)).unwrap_or_default()
}

/// What was chosen last time, for a table as it is read with answers.
pub fn recalled(table: BudgetTable, read: &dyn Fn(&Answers) -> Option<Reading>) -> ChosenByHand {
    let mapping = kept(table);
    let recall = || {
        let plan = table.plan()?;
        table.with_association(|association| mapping.recall(&plan, association, read))
    };
    untrack(recall).unwrap_or_default()
}

/// Keeps what was chosen about a reading. Nothing depends on it: where storage takes nothing, that is said elsewhere.
pub fn keep(table: BudgetTable, reading: &Reading, chosen: &ChosenByHand) {
    let (Some(keys), Some(plan)) = (keys(table), untrack(|| table.plan())) else { return };
    let before = kept(table);
    let mut mapping = before.clone();
    mapping.keep(&plan, reading, chosen);
    if mapping != before {
        for key in keys {
            let _ = table.context.storage.store().write(&key, &mapping.write());
        }
    }
}

/// Takes away what is kept.
pub fn forget(table: BudgetTable) {
    for key in keys(table).into_iter().flatten() {
        table.context.storage.store().remove(&key);
    }
}
