//! What is wrong with a line by itself, wherever it lies.

use super::{Category, Line, Schedule};
use crate::validation::{MOST_ITEMS, ValidationErrorKind, Validator};

impl Validator {
    /// A line's own fields, without what it refers to.
    pub(crate) fn line_itself(&mut self, line: &Line, path: &str) {
        self.name(&format!("{path}.name"), &line.name);
        for (field, text) in [("owner", &line.owner), ("source", &line.source), ("note", &line.note)] {
            self.text(&format!("{path}.{field}"), text);
        }
        let payer = line.member.is_some() || line.party.is_some();
        if payer && line.category != Category::Contribution {
            self.add(path, ValidationErrorKind::PayerOnOther);
        }
        if line.member.is_some() && line.party.is_some() {
            self.add(path, ValidationErrorKind::MemberAndParty);
        }
        if line.approach.is_some() && line.category != Category::Activity {
            self.add(&format!("{path}.approach"), ValidationErrorKind::ApproachOnOther);
        }
        if let (Some(first), Some(last)) = (line.active.first, line.active.last)
            && last < first
        {
            self.add(&format!("{path}.active"), ValidationErrorKind::MonthsBackwards);
        }
        let (kind, given) = match &line.schedule {
            Schedule::Amounts(amounts) => ("amounts", amounts),
            Schedule::Level(level) => ("level.levels", &level.levels),
        };
        for (year, amount) in given {
            let path = format!("{path}.schedule.{kind}.{year}");
            self.amount_of_category(&path, *amount);
        }
        if let Schedule::Level(level) = &line.schedule {
            self.count(&format!("{path}.schedule.level.funding"), level.funding.len(), MOST_ITEMS);
            let mut before = None;
            for (place, funding) in level.funding.iter().enumerate() {
                let path = format!("{path}.schedule.level.funding[{place}]");
                self.share(&format!("{path}.share"), funding.share);
                if before.is_some_and(|before| before >= funding.from) {
                    self.add(&format!("{path}.from"), ValidationErrorKind::NotRising);
                }
                before = Some(funding.from);
            }
        }
    }
}
