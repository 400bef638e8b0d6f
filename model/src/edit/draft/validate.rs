//! What is wrong with a draft, field by field.

use super::{Draft, DraftField, FieldError, Key, Municipality};
use crate::calendar::{Horizon, Year};

impl Draft {
    /// All that is wrong, in the order of the form.
    pub fn faults(&self) -> Vec<(DraftField, FieldError)> {
        let mut faults = Vec::new();
        let mut check = |place, fault: Option<FieldError>| faults.extend(fault.map(|fault| (place, fault)));
        check(DraftField::Association, FieldError::of_name(&self.association));
        check(DraftField::FirstYear, self.year_fault());
        check(DraftField::Name, FieldError::of_length(&self.name));
        check(DraftField::Region, FieldError::of_name(&self.region));
        for row in self.counting() {
            check(DraftField::Municipality(row.row), FieldError::of_name(&row.name));
            check(DraftField::Inhabitants(row.row), self.inhabitants_fault(row));
        }
        check(DraftField::Total, self.total.map_or(Some(FieldError::Empty), FieldError::of_amount));
        for row in self.counting().into_iter().filter(|row| self.key == Key::Own && !row.is_blank()) {
            check(DraftField::Own(row.row), row.own.map_or(Some(FieldError::NoOwnAmount), FieldError::of_amount));
        }
        for line in self.lines.iter().filter(|line| !line.is_blank()) {
            check(DraftField::LineName(line.row), FieldError::of_name(&line.name));
            check(DraftField::LineAmount(line.row), line.amount.and_then(FieldError::of_amount));
        }
        check(DraftField::OpeningEquity, self.opening_equity.and_then(FieldError::of_either_sign));
        faults
    }

    /// The years of the plan, when the first is a year.
    pub(super) fn horizon(&self) -> Option<Horizon> {
        let first: Year = self.first_year.trim().parse().ok()?;
        Some(Horizon { first, years: self.years.clamp(1, Horizon::MOST_YEARS) })
    }

    fn year_fault(&self) -> Option<FieldError> {
        match self.horizon() {
            None if self.first_year.trim().is_empty() => Some(FieldError::Empty),
            None => Some(FieldError::NotAYear),
            Some(horizon) => (horizon.last() >= Year::LATEST.previous()).then_some(FieldError::YearsTooFar),
        }
    }

    fn inhabitants_fault(&self, row: &Municipality) -> Option<FieldError> {
        match row.inhabitants {
            Some(count) if self.key == Key::Inhabitants && count.is_zero() => Some(FieldError::NoInhabitants),
            Some(count) => FieldError::of_count(count),
            None => (self.key == Key::Inhabitants && !row.is_blank()).then_some(FieldError::NoInhabitants),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{draft, kr};
    use super::super::{DraftField, FinishError};
    use super::*;
    use crate::money::Decimal;
    use crate::plan::{Category, Id};

    #[test]
    fn an_empty_form_asks_for_what_a_plan_needs_and_no_more() {
        let mut empty = draft(&[]);
        empty.association.clear();
        empty.region.clear();
        let row = empty.municipalities[0].row;
        let asked = [DraftField::Association, DraftField::Region, DraftField::Municipality(row), DraftField::Total];
        assert_eq!(empty.faults(), asked.map(|place| (place, FieldError::Empty)));
    }

    #[test]
    fn every_field_says_what_is_wrong_with_it() {
        let mut draft = draft(&["Växjö", ""]);
        let (first, second) = (draft.municipalities[0].row, draft.municipalities[1].row);
        draft.name = "x".repeat(201);
        draft.first_year = "nästa år".to_owned();
        draft.key = Key::Inhabitants;
        draft.municipalities[1].inhabitants = Some(Decimal::new(105, 1));
        draft.total = Some(kr(-1));
        let line = draft.add_line("", Category::Audit, None);
        draft.lines[0].amount = Some(kr(2_000_000_000_000));
        draft.opening_equity = Some(Decimal::new(5, 1));
        assert_eq!(
            draft.faults(),
            [
                (DraftField::FirstYear, FieldError::NotAYear),
                (DraftField::Name, FieldError::TooLong { most: 200 }),
                (DraftField::Inhabitants(first), FieldError::NoInhabitants),
                (DraftField::Municipality(second), FieldError::Empty),
                (DraftField::Inhabitants(second), FieldError::NotWhole),
                (DraftField::Total, FieldError::Negative),
                (DraftField::LineName(line), FieldError::Empty),
                (DraftField::LineAmount(line), FieldError::TooLarge),
                (DraftField::OpeningEquity, FieldError::NotWhole),
            ]
        );
        assert!(matches!(draft.finish(Id::new("plan")), Err(FinishError::Faults(_))));
    }

    #[test]
    fn own_amounts_are_asked_for_only_under_that_key() {
        let mut draft = draft(&["Växjö"]);
        draft.total = Some(kr(100));
        assert_eq!(draft.faults(), []);
        draft.key = Key::Own;
        assert_eq!(draft.faults(), [(DraftField::Own(draft.municipalities[0].row), FieldError::NoOwnAmount)]);
    }

    #[test]
    fn the_last_years_of_the_calendar_are_out_of_reach() {
        let mut draft = draft(&["Växjö"]);
        draft.total = Some(kr(100));
        for (year, years) in [("2199", 1), ("2198", 1), ("2190", 20)] {
            draft.first_year = year.to_owned();
            draft.years = years;
            assert_eq!(draft.faults(), [(DraftField::FirstYear, FieldError::YearsTooFar)], "{year}");
        }
        draft.first_year = "2197".to_owned();
        draft.years = 1;
        assert!(draft.finish(Id::new("plan")).is_ok());
    }
}
