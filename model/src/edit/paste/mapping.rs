//! What somebody corrected by hand about a table, kept for the next one of the same association: its unit, what columns
//! hold, what rows become and who pays them. Found again by the words of headings and names; nothing is kept of amounts.

use super::decided::{PaidBy, RowUse};
use super::presets::takes_amounts;
use crate::calendar::Year;
use crate::plan::{Association, Category, Plan};
use crate::sorted::SortedMap;
use crate::table::{Answers, ColumnAnswer, ColumnKind, Of, Reading, Role, Scale};
use serde::{Deserialize, Serialize};

/// The most rows and columns that are kept of each.
const MOST: usize = 500;

/// What somebody chose about a table by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChosenByHand {
    /// What the reader is told.
    pub answers: Answers,
    /// Rows that become something else than the preset.
    pub uses: SortedMap<usize, RowUse>,
    /// Rows that somebody else pays than the preset.
    pub payers: SortedMap<usize, PaidBy>,
}

impl ChosenByHand {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == ChosenByHand::default()
    }

    /// Lets a row become something, and tells the reader.
    pub fn becomes(&mut self, association: &Association, place: usize, becomes: RowUse) {
        let role = match becomes {
            RowUse::NewLine(_) | RowUse::Existing(_) => Some(Role::Line),
            RowUse::SavedMoney => Some(Role::Equity),
            RowUse::Printed => Some(Role::Sum),
            RowUse::Skip | RowUse::Unanswered => None,
        };
        self.answers.roles.extend(role.map(|role| (place, role)));
        let category = match &becomes {
            RowUse::NewLine(category) => Some(*category),
            RowUse::Existing(id) => association.line(id).map(|line| line.category),
            _ => None,
        };
        self.answers.categories.extend(category.map(|category| (place, category)));
        self.answers.settled.insert(place);
        self.uses.insert(place, becomes);
    }
}

/// What is remembered of an association's tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableMapping {
    scale: Option<Scale>,
    columns: Vec<ColumnMemory>,
    rows: Vec<RowMemory>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ColumnMemory {
    place: usize,
    /// What stands over it, without the years.
    heading: String,
    kind: ColumnKind,
    of: Of,
    /// How many years after the plan's first its amounts are.
    years: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct RowMemory {
    name: String,
    becomes: Option<RowUse>,
    paid_by: Option<PaidBy>,
}

impl TableMapping {
    /// What a text holds; nothing where it is none of ours.
    pub fn read(text: &str) -> Option<TableMapping> {
        serde_json::from_str(text).ok()
    }

    /// It as text.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == TableMapping::default()
    }

    /// Adds what was chosen about a table; what was kept of the same headings and names before gives way.
    pub fn keep(&mut self, plan: &Plan, reading: &Reading, chosen: &ChosenByHand) {
        self.scale = chosen.answers.scale.or(self.scale);
        for (place, answer) in &chosen.answers.columns {
            let Some(column) = reading.columns.get(*place) else { continue };
            let heading = letters(&column.heading);
            let years = answer.year.filter(|year| *year >= plan.first_year).map(|year| year.since(plan.first_year));
            self.columns.retain(|one| !(one.place == *place && one.heading == heading));
            self.columns.push(ColumnMemory { place: *place, heading, kind: answer.kind, of: answer.of, years });
        }
        for (place, row) in reading.rows.iter().enumerate() {
            let (becomes, paid_by) = (chosen.uses.get(&place).cloned(), chosen.payers.get(&place).cloned());
            let name = letters(&row.name);
            if name.is_empty() || becomes.is_none() && paid_by.is_none() {
                continue;
            }
            self.rows.retain(|one| one.name != name);
            self.rows.push(RowMemory { name, becomes: becomes.filter(|one| *one != RowUse::Unanswered), paid_by });
        }
        last(&mut self.columns);
        last(&mut self.rows);
    }

    /// What was chosen last time, for a table as `read` reads it with answers.
    pub fn recall(
        &self,
        plan: &Plan,
        association: &Association,
        read: &dyn Fn(&Answers) -> Option<Reading>,
    ) -> ChosenByHand {
        let mut chosen = ChosenByHand::default();
        let Some(reading) = read(&chosen.answers).filter(|_| !self.is_empty()) else { return chosen };
        chosen.answers.scale = self.scale.filter(|_| !reading.scale_named);
        for (place, column) in reading.columns.iter().enumerate() {
            let heading = letters(&column.heading);
            let kept = self.columns.iter().find(|one| one.place == place && one.heading == heading);
            let year = |years: u16| Year::new(plan.first_year.number().saturating_add(years));
            let answer = kept.map(|one| ColumnAnswer { kind: one.kind, year: one.years.and_then(year), of: one.of });
            // A year that the table names itself is the right one.
            let answer = answer.filter(|answer| answer.kind != ColumnKind::Amount || column.year.is_none());
            chosen.answers.columns.extend(answer.map(|answer| (place, answer)));
        }
        // Another column can hold the names.
        let Some(reading) = read(&chosen.answers) else { return chosen };
        let names: Vec<String> = reading.rows.iter().map(|row| letters(&row.name)).collect();
        for (place, name) in names.iter().enumerate() {
            let alone = names.iter().filter(|other| *other == name).count() == 1;
            let Some(kept) = self.rows.iter().find(|one| alone && one.name == *name) else { continue };
            if let Some(becomes) = kept.becomes.as_ref().and_then(|one| there(association, name, one)) {
                chosen.becomes(association, place, becomes);
            }
            let paid_by = kept.paid_by.clone().filter(|payer| match payer {
                PaidBy::Member(id) => association.members.iter().any(|member| member.id == *id),
                PaidBy::Party(_) | PaidBy::Unknown => true,
            });
            chosen.payers.extend(paid_by.map(|payer| (place, payer)));
        }
        chosen
    }
}

/// What a row becomes now: the line that it became last time is there, or is not any more.
fn there(association: &Association, name: &str, becomes: &RowUse) -> Option<RowUse> {
    let takes = |category: Category| {
        let mut lines = association.lines.iter().filter(|line| letters(&line.name) == name);
        lines.find(|line| line.category == category && takes_amounts(line)).map(|line| line.id.clone())
    };
    match becomes {
        RowUse::NewLine(category) => Some(takes(*category).map_or(becomes.clone(), RowUse::Existing)),
        RowUse::Existing(id) => association.line(id).filter(|line| takes_amounts(line)).map(|_| becomes.clone()),
        RowUse::SavedMoney | RowUse::Printed | RowUse::Skip => Some(becomes.clone()),
        RowUse::Unanswered => None,
    }
}

/// The letters of a heading or name in lower case, without years and marks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Keeps the last ones.
fn last<T>(list: &mut Vec<T>) {
    list.drain(..list.len().saturating_sub(MOST));
}

#[cfg(test)]
mod tests {
    use super::super::presets::presets;
    use super::*;
    use crate::edit::known;
    use crate::plan::Id;
    use crate::table::{from_text, read};

    fn plan(first: u16) -> Plan {
        let first = Year::new(first).unwrap();
        Plan::new(Id::new("plan"), "Plan", first, 3, vec![Association::new(Id::new("forbund"), "Förbund")])
    }

    fn reading(plan: &Plan, text: &str, answers: &Answers) -> Reading {
        read(from_text(text).unwrap(), &known(plan, &plan.associations[0]), answers)
    }

    const FIRST: &str = "Konto\tPost\tBudget\n4010\tTräffar för chefer\t640\n4020\tSumma kansli\t900\n";
    const NEXT: &str = "Konto\tPost\tBudget\n4010\tTräffar för chefer\t650\n4020\tSumma kansli\t910\n4030\tHyra\t90\n";

    #[test]
    fn what_was_corrected_one_year_is_so_the_next() {
        let this = plan(2026);
        let association = &this.associations[0];
        let mut chosen = ChosenByHand::default();
        chosen.answers.scale = Some(Scale::Thousands);
        let year = Year::new(2026);
        chosen.answers.columns.insert(2, ColumnAnswer { kind: ColumnKind::Amount, year, of: Of::Budget });
        chosen.becomes(association, 1, RowUse::NewLine(Category::Administration));
        chosen.becomes(association, 2, RowUse::NewLine(Category::Administration));
        let mut mapping = TableMapping::default();
        mapping.keep(&this, &reading(&this, FIRST, &chosen.answers), &chosen);
        let mapping = TableMapping::read(&mapping.write()).unwrap();

        let next = plan(2027);
        let association = &next.associations[0];
        let chosen = mapping.recall(&next, association, &|answers| Some(reading(&next, NEXT, answers)));
        let found = reading(&next, NEXT, &chosen.answers);
        assert_eq!(found.scale, Scale::Thousands);
        assert_eq!(found.columns[2].year, Year::new(2027));
        assert_eq!(found.rows[2].amounts.values().next().unwrap().to_string(), "910000");
        assert_eq!(chosen.uses.get(&2), Some(&RowUse::NewLine(Category::Administration)));
        assert_eq!(presets(association, &found)[3], RowUse::NewLine(Category::Administration));
    }

    #[test]
    fn what_the_table_says_itself_comes_first_and_what_is_gone_is_left() {
        let this = plan(2026);
        let association = &this.associations[0];
        let mut chosen = ChosenByHand::default();
        let year = Year::new(2026);
        chosen.answers.columns.insert(2, ColumnAnswer { kind: ColumnKind::Amount, year, of: Of::Budget });
        chosen.becomes(association, 1, RowUse::Existing(Id::new("gone")));
        let mut mapping = TableMapping::default();
        mapping.keep(&this, &reading(&this, FIRST, &chosen.answers), &chosen);
        let named = NEXT.replace("Budget", "Budget 2028");
        let chosen = mapping.recall(&this, association, &|answers| Some(reading(&this, &named, answers)));
        assert!(chosen.is_empty(), "{chosen:?}");
        assert_eq!(TableMapping::read("{"), None);
    }
}
