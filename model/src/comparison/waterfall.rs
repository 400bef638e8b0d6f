//! The waterfall: from the base to the scenario, decision by decision. What a decision is worth is told in two ways.

use super::{Trace, TraceStage};
use crate::calendar::Year;
use crate::decision::apply_all;
use crate::money::{Decimal, Overflow, add, sub, sum};
use crate::plan::{Id, Metric, MetricKind, Scenario};
use crate::projection::Projection;

/// How a decision is credited with what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Credit {
    /// The whole scenario less the scenario without the decision: what the board would lose by leaving it out. What
    /// decisions only do together is told apart.
    #[default]
    LeftOut,
    /// What it changes when it applies, in the order of application. A rule for dividing what others leave, a
    /// step-down, comes last, so that what others bring is then credited to it.
    InOrder,
}

/// A metric's way from the base to the scenario: start + changes + together = end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waterfall {
    /// In the base. What is not known or not there counts as 0, so that the bars add up.
    pub start: Decimal,
    /// Decision by decision, in the order in which they apply.
    pub bars: Vec<WaterfallBar>,
    /// What the decisions only do together (*samverkan*): the whole difference less the changes. 0 in order.
    pub together: Decimal,
    /// In the scenario.
    pub end: Decimal,
    /// Whether all together is not known in the base or the scenario, as coordinators where one association does not say what
    /// they cost: the bars then tell how the knowing changes, and not what decisions do.
    pub unknown: bool,
}

impl Waterfall {
    /// Where the bar of what the decisions only do together begins; it ends at the end.
    pub fn together_from(&self) -> Decimal {
        self.bars.last().map_or(self.start, |bar| bar.after)
    }
}

/// What one decision does to a metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaterfallBar {
    /// The decision's step in the scenario.
    pub step: Id,
    /// Where its bar begins: the start and the changes so far.
    pub before: Decimal,
    /// Where it ends: before + change.
    pub after: Decimal,
    /// What it does.
    pub change: Decimal,
}

/// A scenario's decisions with what there would be without each: what waterfalls of any metric are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credits<'t> {
    trace: &'t Trace,
    /// The figures of the scenario without each stage's decision; empty in order.
    without: Vec<Projection>,
}

impl<'t> Credits<'t> {
    /// The credits of the scenario that `trace` is of.
    pub fn of(trace: &'t Trace, scenario: &Scenario, credit: Credit) -> Result<Credits<'t>, Overflow> {
        let without = |stage: &TraceStage| {
            let mut rest = scenario.clone();
            rest.steps.retain(|step| step.id != stage.step);
            let budget = apply_all(trace.base.clone(), &rest.steps).0;
            Projection::after(&trace.base, &trace.base_projection, &budget)
        };
        let without = match credit {
            Credit::LeftOut => trace.stages.iter().map(without).collect::<Result<_, _>>()?,
            Credit::InOrder => Vec::new(),
        };
        Ok(Credits { trace, without })
    }

    /// The way of a metric in a year, in an association or in all together.
    pub fn waterfall(&self, association: Option<&Id>, year: Year, metric: Metric) -> Result<Waterfall, Overflow> {
        let value = |projection: &Projection| projection.get(association, year, metric).unwrap_or_default();
        let (base, last) = (&self.trace.base_projection, self.trace.projection());
        let (start, end) = (value(base), value(last));
        let missing = |projection: &Projection| projection.get(None, year, metric).is_none();
        let unknown = association.is_none()
            && matches!(metric.kind(), MetricKind::Count { .. })
            && (missing(base) || missing(last));
        let mut bars = Vec::with_capacity(self.trace.stages.len());
        let mut before = start;
        for (place, (step, old, new)) in self.trace.changes().enumerate() {
            let change = match self.without.get(place) {
                Some(without) => sub(end, value(without))?,
                None => sub(value(new), value(old))?,
            };
            let after = add(before, change)?;
            bars.push(WaterfallBar { step: step.clone(), before, after, change });
            before = after;
        }
        let together = if self.without.is_empty() {
            Decimal::ZERO
        } else {
            sub(sub(end, start)?, sum(bars.iter().map(|bar| bar.change))?)?
        };
        Ok(Waterfall { start, bars, together, end, unknown })
    }
}
