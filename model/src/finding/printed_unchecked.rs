//! A printed figure that could not be held against the lines. The base only: documents print no scenario.

use super::evidence::{Destination, Evidence, Fact};
use super::printed_differs::{Compared, NoFigure, compared};
use super::rule::{Checked, Found, RuleContext, Severity};

/// A printed figure is neither right nor wrong: there is nothing to hold it against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedUnchecked {
    /// Its place in the association's list of printed figures.
    pub place: usize,
    /// The label as printed.
    pub label: String,
    pub why: NoFigure,
}

impl Evidence for PrintedUnchecked {
    fn leads_to(&self) -> Destination {
        Destination::Printed(self.place)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("label", Fact::text(&self.label)), ("reason", Fact::text(self.why.as_str()))]
    }

    fn is_same_as(&self, other: &PrintedUnchecked) -> bool {
        self == &PrintedUnchecked { place: self.place, ..other.clone() }
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<PrintedUnchecked> {
    let mut found = Vec::new();
    for (association, place, printed) in context.printed() {
        let Compared::Not(why) = compared(context, &association.id, printed)? else { continue };
        found.push(Found {
            severity: Severity::Notice,
            association: Some(association.id.clone()),
            year: Some(printed.year),
            line: None,
            detail: PrintedUnchecked { place, label: printed.label.clone(), why },
        });
    }
    Ok(Some(found).filter(|found| !found.is_empty()))
}

#[cfg(test)]
mod tests {
    use crate::calendar::Year;
    use crate::exchange::read;
    use crate::finding::{Detail, NoFigure, RuleCode};
    use crate::money::Decimal;
    use crate::outcome::project;
    use crate::plan::{FigureMeaning, Metric, StatedFigure, StatedValue, Term};

    /// A figure that nothing can be held against is told of with its reason, and is not said to agree.
    #[test]
    fn a_figure_that_nothing_is_held_against_is_told() {
        let mut plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let figure = |year: u16, value, stands_for| StatedFigure {
            label: "Tal".to_owned(),
            year: Year::new(year).unwrap(),
            value,
            stands_for,
            source: String::new(),
        };
        let metric = |metric| vec![Term::Metric(metric)];
        let share = |part, whole| FigureMeaning::Share { part: metric(part), whole: metric(whole) };
        let count = StatedValue::Count(Decimal::ONE);
        let half = StatedValue::Percent(Decimal::from(50));
        plan.associations[0].capacity = None;
        plan.associations[0].printed = vec![
            figure(2020, half.clone(), share(Metric::Board, Metric::Cost)),
            figure(2016, half, share(Metric::Board, Metric::Process)),
            figure(2016, count.clone(), FigureMeaning::Term(Term::Metric(Metric::Fte))),
            figure(2016, count, FigureMeaning::Sum(vec![Term::Metric(Metric::Fte), Term::Metric(Metric::Places)])),
        ];
        let report = project(&plan, None).unwrap().report;
        let told: Vec<_> = report
            .findings
            .iter()
            .filter_map(|one| match &one.detail {
                Detail::PrintedUnchecked(one) => Some((one.place, one.why)),
                _ => None,
            })
            .collect();
        let (unknown, nothing) = (NoFigure::Unknown, NoFigure::NothingToShare);
        assert_eq!(told, [(0, NoFigure::OutsidePlan), (1, nothing), (2, unknown), (3, unknown)]);
        assert!(!report.has_judged(RuleCode::PrintedDiffers));
    }
}
