//! A printed figure that differs from what the lines give.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow, add, mul, ratio, round, round_dp, sub};
use crate::plan::{Category, FigureMeaning, Id, Metric, StatedFigure, StatedValue, Term};

/// A printed figure differs from what the lines give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedDiffers {
    /// Its place in the association's list of printed figures.
    pub place: usize,
    /// The label as printed.
    pub label: String,
    /// The value as printed.
    pub printed: StatedValue,
    /// The computed value, in the printed one's unit (kronor, per cent, count).
    pub computed: Decimal,
    /// Computed − printed; for per cent at the printed decimals, in percentage points.
    pub difference: Decimal,
}

impl Evidence for PrintedDiffers {
    fn leads_to(&self) -> Destination {
        Destination::Printed(self.place)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let (unit, printed) = match self.printed {
            StatedValue::Amount(value) => ("kronor", value),
            StatedValue::Percent(value) => ("percent", value),
            StatedValue::Count(value) => ("count", value),
        };
        vec![
            ("label", Fact::text(&self.label)),
            ("unit", Fact::text(unit)),
            ("printed", Fact::Number(printed)),
            ("computed", Fact::Number(self.computed)),
            ("difference", Fact::Number(self.difference)),
        ]
    }

    fn is_same_as(&self, other: &PrintedDiffers) -> bool {
        // The same figure printed for each year stands in a place of its own for each.
        self == &PrintedDiffers { place: self.place, ..other.clone() }
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<PrintedDiffers> {
    if context.scenario.is_some() || context.plan.associations.iter().all(|association| association.printed.is_empty())
    {
        return Ok(None);
    }
    let mut found = Vec::new();
    for association in &context.plan.associations {
        for (place, printed) in association.printed.iter().enumerate() {
            let Some((computed, difference)) = compare(context, &association.id, printed)? else { continue };
            if difference.is_zero() {
                continue;
            }
            let severity = match printed.value {
                StatedValue::Amount(_) => Severity::Error,
                StatedValue::Percent(_) | StatedValue::Count(_) => Severity::Warning,
            };
            found.push(Found {
                severity,
                association: Some(association.id.clone()),
                year: Some(printed.year),
                line: line_of(printed),
                detail: PrintedDiffers {
                    place,
                    label: printed.label.clone(),
                    printed: printed.value.clone(),
                    computed,
                    difference,
                },
            });
        }
    }
    Ok(Some(found))
}

/// The computed value in the printed one's unit, and computed − printed. `None` when it cannot be computed: a year
/// outside the horizon, or a share of nothing.
fn compare(
    context: &RuleContext,
    association: &Id,
    printed: &StatedFigure,
) -> Result<Option<(Decimal, Decimal)>, Overflow> {
    if !context.budget.horizon.contains(printed.year) {
        return Ok(None);
    }
    let terms = Terms { context, association, year: printed.year };
    let computed = match &printed.stands_for {
        FigureMeaning::Term(term) => terms.value(term)?,
        FigureMeaning::Sum(parts) => Some(terms.sum(parts)?),
        FigureMeaning::Share { part, whole } => ratio(terms.sum(part)?, terms.sum(whole)?)?,
    };
    let Some(computed) = computed else { return Ok(None) };
    Ok(Some(match printed.value {
        StatedValue::Amount(amount) | StatedValue::Count(amount) => (computed, sub(computed, amount)?),
        StatedValue::Percent(percent) => {
            let computed = mul(computed, Decimal::ONE_HUNDRED)?;
            (round_dp(computed, 4), sub(round_dp(computed, percent.scale()), percent)?)
        }
    }))
}

struct Terms<'a> {
    context: &'a RuleContext<'a>,
    association: &'a Id,
    year: Year,
}

impl Terms<'_> {
    fn sum(&self, terms: &[Term]) -> Result<Decimal, Overflow> {
        terms.iter().try_fold(Decimal::ZERO, |sum, term| add(sum, self.value(term)?.unwrap_or_default()))
    }

    fn value(&self, term: &Term) -> Result<Option<Decimal>, Overflow> {
        let metric = |metric: Metric| self.context.projection.get(Some(self.association), self.year, metric);
        Ok(match term {
            Term::Metric(name) => metric(*name),
            Term::Category(category) => Some(self.rows(|_, of| of == *category)?),
            Term::Line(id) => Some(self.rows(|line, _| line == id)?),
            Term::Stated { amount, from, to, .. } => Some(match (from, to) {
                (Some(from), Some(to)) => {
                    let all = to.months_from(*from);
                    let here = self.year.months().filter(|month| (*from..=*to).contains(month)).count();
                    let part = ratio(mul(*amount, Decimal::from(here))?, Decimal::from(all))?;
                    round(part.unwrap_or_default())
                }
                _ => *amount,
            }),
        })
    }

    fn rows(&self, wanted: impl Fn(&Id, Category) -> bool) -> Result<Decimal, Overflow> {
        let place = self.context.budget.horizon.position(self.year).unwrap_or(usize::MAX);
        let rows = self.context.budget.association(self.association).map(|one| one.rows.as_slice()).unwrap_or_default();
        let wanted = rows.iter().filter(|row| wanted(&row.line, row.category));
        crate::money::sum(wanted.filter_map(|row| row.amounts.get(place)).copied())
    }
}

/// The one line that a printed figure is about, when it is about one.
fn line_of(printed: &StatedFigure) -> Option<Id> {
    match &printed.stands_for {
        FigureMeaning::Term(Term::Line(id)) => Some(id.clone()),
        _ => None,
    }
}
