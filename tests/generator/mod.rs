//! Arbitrary valid plans, for properties.
//!
//! Every part of a plan that the file format knows comes up; amounts and texts reach the limits of
//! validation; growth does not, since validation allows more of it than sums can hold.
#![allow(dead_code, reason = "each test crate uses its part")]

mod association;
mod line;
mod printed;
mod scenario;
mod timeline;
mod value;

use proptest::collection::vec;
use proptest::prelude::*;
use samplan::money::Decimal;
use samplan::plan::{
    AdminShareOf, Definitions, ForecastLimits, Id, Index, LeverRange, Likelihoods, Plan, Rules, Shared, Stair,
};
pub use value::Amounts;
use value::{FIRST_YEARS, any_amount, by_year, name, rate, share, text, year};

/// A valid plan.
pub fn plan() -> impl Strategy<Value = Plan> {
    plan_of(Amounts::All)
}

/// A valid plan whose figures come of such amounts.
pub fn plan_of(amounts: Amounts) -> impl Strategy<Value = Plan> {
    let span = (FIRST_YEARS, 1u8..=20);
    let parts = (vec(index(), 0..3), rules(amounts), definitions(), vec(association::association(amounts), 1..4));
    let exploration = (
        vec(range(), 0..3),
        vec(timeline::event(), 0..3),
        vec(timeline::target(), 0..3),
        vec(scenario::logged(), 0..3),
    );
    (name(), text(), span, parts, vec(scenario::scenario(amounts), 0..3), exploration).prop_map(
        |(
            name,
            description,
            (first_year, years),
            (mut indices, rules, definitions, mut associations),
            mut scenarios,
            (ranges, mut calendar, mut targets, mut log),
        )| {
            number(&mut indices, "index", |index| &mut index.id);
            number(&mut associations, "association", |association| &mut association.id);
            for association in &mut associations {
                association::settle(association, &indices);
            }
            number(&mut scenarios, "scenario", |scenario| &mut scenario.id);
            for scenario in &mut scenarios {
                number(&mut scenario.steps, "step", |step| &mut step.id);
                number(&mut scenario.positions, "position", |position| &mut position.id);
                number(&mut scenario.slides, "slide", |slide| &mut slide.id);
            }
            number(&mut calendar, "event", |event| &mut event.id);
            number(&mut log, "log", |entry| &mut entry.id);
            for entry in &mut log {
                number(&mut entry.positions, "position", |position| &mut position.id);
            }
            number(&mut targets, "target", |target| &mut target.id);
            let first_year = year(first_year);
            Plan {
                id: Id::new("plan"),
                name,
                description,
                first_year,
                years,
                definitions,
                rules,
                indices,
                associations: associations.into_iter().map(Shared::from).collect(),
                scenarios: scenarios.into_iter().map(Shared::from).collect(),
                ranges,
                calendar,
                targets,
                log,
            }
        },
    )
}

/// Gives every part its own id.
fn number<T>(parts: &mut [T], kind: &str, id: impl Fn(&mut T) -> &mut Id) {
    for (place, part) in parts.iter_mut().enumerate() {
        *id(part) = Id::new(&format!("{kind}-{place}"));
    }
}

/// Makes a reference that was drawn as a number point at one of `parts`, or nowhere when there are none.
fn settle<T>(reference: &mut Option<Id>, parts: &[T], id: impl Fn(&T) -> &Id) {
    let drawn = reference.as_ref().and_then(|id| id.as_str().parse::<usize>().ok());
    *reference = drawn.filter(|_| !parts.is_empty()).map(|drawn| id(&parts[drawn % parts.len()]).clone());
}

/// A reference to be settled.
fn reference() -> impl Strategy<Value = Option<Id>> {
    proptest::option::of(0usize..100).prop_map(|drawn| drawn.map(|drawn| Id::new(&drawn.to_string())))
}

fn index() -> impl Strategy<Value = Index> {
    (name(), by_year(rate()), text(), text()).prop_map(|(name, rates, source, date)| Index {
        id: Id::new(""),
        name,
        rates,
        source,
        date,
    })
}

fn definitions() -> impl Strategy<Value = Definitions> {
    let share_of = prop_oneof![Just(AdminShareOf::Cost), Just(AdminShareOf::Contributions)];
    (any::<bool>(), share_of).prop_map(|(board_counts, share_of)| Definitions { board_counts, share_of })
}

fn rules(amounts: Amounts) -> impl Strategy<Value = Rules> {
    let most = prop_oneof![
        share().prop_map(|share| (Some(share), None)),
        amounts.amount().prop_map(|amount| (None, Some(amount))),
        (share(), amounts.amount()).prop_map(|(share, amount)| (Some(share), Some(amount))),
    ];
    let stairs = vec((amounts.amount(), most), 0..4).prop_map(|mut drawn| {
        drawn.sort_by_key(|(bound, _)| *bound);
        drawn.dedup_by_key(|(bound, _)| *bound);
        let last = drawn.len().saturating_sub(1);
        let stair = |(place, (bound, (most_share, most_amount)))| Stair {
            contributions_up_to: (place < last).then_some(bound),
            most_share,
            most_amount,
        };
        drawn.into_iter().enumerate().map(stair).collect()
    });
    let forecast = (0i64..=1_000, 0i64..=1_000).prop_map(|(one, other)| ForecastLimits {
        least: Decimal::new(one.min(other), 2),
        most: Decimal::new(one.max(other), 2),
    });
    let likelihoods = [share().boxed(), share().boxed(), share().boxed()].prop_map(|mut shares| {
        shares.sort();
        let [low, medium, high] = shares;
        Likelihoods { low, medium, high }
    });
    (amounts.any_amount(), stairs, text(), text(), forecast, likelihoods).prop_map(
        |(equity_floor, staircase, staircase_source, staircase_date, forecast, likelihoods)| Rules {
            equity_floor,
            staircase,
            staircase_source,
            staircase_date,
            forecast,
            likelihoods,
        },
    )
}

fn range() -> impl Strategy<Value = LeverRange> {
    let told = (text(), text());
    (scenario::lever(), any_amount(), any_amount(), told).prop_map(|(lever, one, other, (reason, source))| LeverRange {
        lever,
        low: one.min(other),
        high: one.max(other),
        reason,
        source,
    })
}
