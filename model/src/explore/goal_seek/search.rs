//! The search: a grid over the range, then ever closer where the target is passed or nearly touched.

use super::{GoalSeekPoint, Solution};
use crate::money::{Decimal, Overflow};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Into how many parts the range is cut.
const PARTS: i64 = 200;
/// Into how many parts the surroundings of a near miss are cut, again and again.
const CLOSER: i64 = 8;

/// A search over whole steps from `least`: step n is `least + n × resolution`, the last one `most` itself.
pub(super) struct Search<F> {
    metric_at: F,
    target: Decimal,
    least: Decimal,
    most: Decimal,
    resolution: Decimal,
    last: i64,
    /// What was asked; values without a number are kept so that they are not asked again.
    seen: BTreeMap<i64, Option<Decimal>>,
    grid: Vec<i64>,
}

impl<F: FnMut(Decimal) -> Result<Option<Decimal>, Overflow>> Search<F> {
    /// `None` when the range is empty or has more steps than can be counted.
    pub(super) fn new(
        metric_at: F,
        target: Decimal,
        least: Decimal,
        most: Decimal,
        resolution: Decimal,
    ) -> Option<Search<F>> {
        let steps = most.checked_sub(least)?.checked_div(resolution)?.ceil();
        let last = i64::try_from(steps).ok().filter(|last| *last >= 0)?;
        let parts = last.clamp(1, PARTS);
        let mut grid: Vec<i64> = (0..=parts).map(|part| part_of(0, last, part, parts)).collect();
        grid.dedup();
        Some(Search { metric_at, target, least, most, resolution, last, seen: BTreeMap::new(), grid })
    }

    fn value(&self, step: i64) -> Decimal {
        let value = self.resolution.checked_mul(step.into()).and_then(|way| self.least.checked_add(way));
        if step >= self.last { self.most } else { value.unwrap_or(self.most).min(self.most) }
    }

    fn metric(&mut self, step: i64) -> Result<Option<Decimal>, Overflow> {
        if let Some(known) = self.seen.get(&step) {
            return Ok(*known);
        }
        let value = self.value(step);
        let found = (self.metric_at)(value)?;
        self.seen.insert(step, found);
        Ok(found)
    }

    /// On which side of the target a step is.
    fn side(&mut self, step: i64) -> Result<Option<Ordering>, Overflow> {
        let target = self.target;
        Ok(self.metric(step)?.map(|metric| metric.cmp(&target)))
    }

    /// All solutions, values rising.
    pub(super) fn solutions(&mut self) -> Result<Vec<Solution>, Overflow> {
        for step in self.grid.clone() {
            self.metric(step)?;
        }
        self.near_misses()?;
        // Every pair of neighbours on different sides holds a passing; narrow each to two neighbouring values.
        let asked: Vec<i64> = self.seen.keys().copied().collect();
        for pair in asked.windows(2) {
            if let [from, to] = *pair {
                self.narrow(from, to)?;
            }
        }
        Ok(self.gather())
    }

    /// Narrows the passing between two steps, if there is one, to neighbouring steps.
    fn narrow(&mut self, mut from: i64, mut to: i64) -> Result<(), Overflow> {
        let (Some(at_from), Some(at_to)) = (self.side(from)?, self.side(to)?) else { return Ok(()) };
        if at_from == at_to {
            return Ok(());
        }
        while to.saturating_sub(from) > 1 {
            let middle = part_of(from, to, 1, 2);
            match self.side(middle)? {
                // A value that the lever cannot have in the midst: what is on either side of it is no neighbour.
                None => return Ok(()),
                Some(side) if side == at_from => from = middle,
                Some(_) => to = middle,
            }
        }
        Ok(())
    }

    /// Looks closer where the number comes nearest the target without passing it.
    fn near_misses(&mut self) -> Result<(), Overflow> {
        let points: Vec<(i64, Decimal)> =
            self.seen.iter().filter_map(|(step, metric)| metric.map(|metric| (*step, metric))).collect();
        for three in points.windows(3) {
            let [(before, a), (_, b), (after, c)] = *three else { continue };
            let side = b.cmp(&self.target);
            let distance = |metric: Decimal| metric.saturating_sub(self.target).abs();
            let middle = distance(b);
            let turns = middle <= distance(a) && middle <= distance(c) && !(a == b && b == c);
            if side != Ordering::Equal && a.cmp(&self.target) == side && c.cmp(&self.target) == side && turns {
                self.closer(before, after, side)?;
            }
        }
        Ok(())
    }

    fn closer(&mut self, mut from: i64, mut to: i64, side: Ordering) -> Result<(), Overflow> {
        while to.saturating_sub(from) > 2 {
            let mut steps: Vec<i64> = (0..=CLOSER).map(|part| part_of(from, to, part, CLOSER)).collect();
            steps.dedup();
            let mut best: Option<(Decimal, usize)> = None;
            for (place, step) in steps.iter().enumerate() {
                let Some(metric) = self.metric(*step)? else { return Ok(()) };
                if metric.cmp(&self.target) != side {
                    // Passed, or touched: narrowing does the rest.
                    return Ok(());
                }
                let distance = metric.saturating_sub(self.target).abs();
                if best.is_none_or(|(least, _)| distance < least) {
                    best = Some((distance, place));
                }
            }
            let place = best.map_or(0, |(_, place)| place);
            let around = |place: usize, other: i64| steps.get(place).copied().unwrap_or(other);
            let narrower = (around(place.saturating_sub(1), from), around(place.saturating_add(1), to));
            if narrower == (from, to) {
                return Ok(());
            }
            (from, to) = narrower;
        }
        Ok(())
    }

    /// Neighbouring steps on either side of the target, and stretches that are on it.
    fn gather(&self) -> Vec<Solution> {
        let mut found: Vec<Solution> = Vec::new();
        // Whether the last solution is a stretch that may go on.
        let mut on_target = false;
        let mut before: Option<(i64, GoalSeekPoint)> = None;
        for (step, metric) in &self.seen {
            let Some(metric) = *metric else {
                (before, on_target) = (None, false);
                continue;
            };
            let point = GoalSeekPoint { value: self.value(*step), metric };
            if metric == self.target {
                match found.last_mut().filter(|_| on_target) {
                    Some(stretch) => stretch.until = Some(point.value),
                    None => found.push(Solution { at: point, across: None, until: None }),
                }
                on_target = true;
            } else {
                let passed = before.filter(|(other, past)| {
                    let neighbours = step.saturating_sub(*other) == 1;
                    let either = past.metric.cmp(&self.target) == metric.cmp(&self.target).reverse();
                    neighbours && either && past.metric != self.target
                });
                if let Some((_, past)) = passed {
                    let distance = |point: GoalSeekPoint| point.metric.saturating_sub(self.target).abs();
                    let (at, across) = if distance(past) <= distance(point) { (past, point) } else { (point, past) };
                    found.push(Solution { at, across: Some(across), until: None });
                }
                on_target = false;
            }
            before = Some((*step, point));
        }
        found
    }

    /// The points of the picture, and all that were seen.
    pub(super) fn into_points(self) -> (Vec<GoalSeekPoint>, Vec<GoalSeekPoint>) {
        let point = |step: &i64| {
            let metric = (*self.seen.get(step)?)?;
            Some(GoalSeekPoint { value: self.value(*step), metric })
        };
        (self.grid.iter().filter_map(point).collect(), self.seen.keys().filter_map(point).collect())
    }
}

/// `part` of `parts` of the way from one step to another.
fn part_of(from: i64, to: i64, part: i64, parts: i64) -> i64 {
    let way = i128::from(to).saturating_sub(from.into()).saturating_mul(part.into());
    let way = way.checked_div(parts.into()).unwrap_or_default();
    from.saturating_add(i64::try_from(way).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seek(target: i64, most: i64, metric: impl Fn(i64) -> Option<i64>) -> Vec<Solution> {
        let metric = |value: Decimal| Ok(metric(i64::try_from(value).unwrap()).map(Decimal::from));
        let mut search = Search::new(metric, target.into(), 0.into(), most.into(), Decimal::ONE).unwrap();
        search.solutions().unwrap()
    }

    fn values(solutions: &[Solution]) -> Vec<i64> {
        solutions.iter().map(|solution| i64::try_from(solution.at.value).unwrap()).collect()
    }

    #[test]
    fn a_straight_line_is_met_once_and_exactly() {
        let found = seek(777_777, 1_000_000, Some);
        assert_eq!(values(&found), [777_777]);
        assert_eq!((found[0].across, found[0].until), (None, None));
    }

    #[test]
    fn a_parabola_is_met_twice_once_or_not_at_all() {
        let parabola = |x: i64| Some((x - 123_456) * (x - 123_456));
        assert_eq!(values(&seek(10_000, 1_000_000, parabola)), [123_356, 123_556]);
        // Both passings lie within one part of the grid.
        assert_eq!(values(&seek(4, 1_000_000, parabola)), [123_454, 123_458]);
        assert_eq!(values(&seek(0, 1_000_000, parabola)), [123_456]);
        assert!(seek(-1, 1_000_000, parabola).is_empty());
    }

    #[test]
    fn a_jump_gives_the_values_on_both_sides() {
        let found = seek(50, 1_000, |x| Some(if x < 613 { 10 } else { 100 }));
        let found = found.first().copied().unwrap();
        assert_eq!((found.at.value, found.across.unwrap().value), (612.into(), 613.into()));
        assert_eq!(found.at_least(50.into()).unwrap().value, 613.into());
        assert_eq!(found.at_most(50.into()).unwrap().value, 612.into());
    }

    #[test]
    fn a_stretch_on_the_target_is_one_solution() {
        let found = seek(5, 1_000, |x| Some(if (200..=400).contains(&x) { 5 } else { 0 }));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].at.value, found[0].until), (200.into(), Some(400.into())));
    }

    #[test]
    fn values_that_cannot_be_are_no_neighbours() {
        assert!(seek(50, 10, |x| if x == 5 { None } else { Some(if x < 5 { 0 } else { 100 }) }).is_empty());
    }

    #[test]
    fn waves_are_met_each_time() {
        // A triangle wave of 20 periods.
        let wave = |x: i64| Some((x % 50_000 - 25_000).abs());
        assert_eq!(seek(10_000, 1_000_000, wave).len(), 40);
    }
}
