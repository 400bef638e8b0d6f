//! A plan that begins with a table.

use crate::calendar::{Horizon, Year};
use crate::plan::{Association, Id, Plan};
use crate::table::{ColumnKind, Of, Reading};

/// A plan with nothing in it, of the years that a table has; of `fallback` alone when it names none.
pub fn empty_plan(id: Id, reading: Option<&Reading>, name: &str, fallback: Year) -> Plan {
    let columns = reading.map(|reading| reading.columns.as_slice()).unwrap_or_default();
    let years = |of: Option<Of>| -> Vec<Year> {
        let kept = columns.iter().filter(|one| one.kind == ColumnKind::Amount && of.is_none_or(|of| one.of == of));
        kept.filter_map(|column| column.year).collect()
    };
    // Years of outcomes and forecasts alone are those of a plan too.
    let budget = years(Some(Of::Budget));
    let years = if budget.is_empty() { years(None) } else { budget };
    let first = years.iter().min().copied().unwrap_or(fallback);
    let last = years.iter().max().copied().unwrap_or(first);
    let count = u8::try_from(last.since(first)).unwrap_or(u8::MAX).saturating_add(1).min(Horizon::MOST_YEARS);
    let association = Association::new(Id::from_name(name, |_| false), name);
    Plan::new(id, name, first, count, vec![association])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::validate;
    use crate::table::{Answers, Known, from_text, read};

    #[test]
    fn a_plan_begins_with_the_years_of_its_table() {
        let reading = |text: &str| read(from_text(text).unwrap(), &Known::default(), &Answers::default());
        let years = |text: &str| {
            let plan = empty_plan(Id::new("plan"), Some(&reading(text)), "Nytt förbund", Year::EARLIEST);
            assert_eq!(validate(&plan), []);
            (plan.first_year.number(), plan.years)
        };
        assert_eq!(years("Post\tUtfall 2026\tBudget 2027\tBudget 2029\nHyra\t1\t2\t3"), (2027, 3));
        assert_eq!(years("Post\tBelopp\nHyra\t100000"), (1990, 1));
    }
}
