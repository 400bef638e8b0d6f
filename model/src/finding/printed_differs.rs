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
    let mut found = Vec::new();
    let mut judged = false;
    for (association, place, printed) in context.printed() {
        let Compared::With { computed, difference } = compared(context, &association.id, printed)? else { continue };
        judged = true;
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
    Ok(judged.then_some(found))
}

/// A printed figure beside what the lines give.
pub(super) enum Compared {
    /// The computed value in the printed one's unit, and computed − printed.
    With { computed: Decimal, difference: Decimal },
    /// There is nothing to hold it against.
    Not(NoFigure),
}

/// Why there is nothing to hold a printed figure against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFigure {
    /// Its year is outside the plan.
    OutsidePlan,
    /// A share of nothing.
    NothingToShare,
    /// The plan does not know one of its parts.
    Unknown,
}

impl NoFigure {
    /// As programs read it.
    pub fn as_str(self) -> &'static str {
        match self {
            NoFigure::OutsidePlan => "outside_plan",
            NoFigure::NothingToShare => "nothing_to_share",
            NoFigure::Unknown => "unknown",
        }
    }
}

/// Holds a printed figure against the lines.
pub(super) fn compared(context: &RuleContext, association: &Id, printed: &StatedFigure) -> Result<Compared, Overflow> {
    if !context.budget.horizon.contains(printed.year) {
        return Ok(Compared::Not(NoFigure::OutsidePlan));
    }
    let terms = Terms { context, association, year: printed.year };
    let computed = match &printed.stands_for {
        FigureMeaning::Term(term) => terms.value(term)?,
        FigureMeaning::Sum(parts) => terms.sum(parts)?,
        FigureMeaning::Share { part, whole } => match (terms.sum(part)?, terms.sum(whole)?) {
            (Some(_), Some(whole)) if whole.is_zero() => return Ok(Compared::Not(NoFigure::NothingToShare)),
            (Some(part), Some(whole)) => ratio(part, whole)?,
            _ => None,
        },
    };
    let Some(computed) = computed else { return Ok(Compared::Not(NoFigure::Unknown)) };
    let (computed, difference) = match printed.value {
        StatedValue::Amount(amount) | StatedValue::Count(amount) => (computed, sub(computed, amount)?),
        StatedValue::Percent(percent) => {
            let computed = mul(computed, Decimal::ONE_HUNDRED)?;
            (round_dp(computed, 4), sub(round_dp(computed, percent.scale()), percent)?)
        }
    };
    Ok(Compared::With { computed, difference })
}

struct Terms<'a> {
    context: &'a RuleContext<'a>,
    association: &'a Id,
    year: Year,
}

impl Terms<'_> {
    /// Nothing where one of them is not known.
    fn sum(&self, terms: &[Term]) -> Result<Option<Decimal>, Overflow> {
        let mut sum = Decimal::ZERO;
        for term in terms {
            let Some(value) = self.value(term)? else { return Ok(None) };
            sum = add(sum, value)?;
        }
        Ok(Some(sum))
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
