//! Associations with members, equity, capacity and goals.

use super::value::{amount, any_amount, any_year, by_year, name, share, text};
use super::{line, number, printed, reference};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::money::Decimal;
use samplan::plan::{Association, Capacity, Goal, Id, Index, Member, OpeningEquity, Party, Unit};

pub fn association() -> impl Strategy<Value = Association> {
    let words = (name(), text(), text());
    let money = (opening(), by_year(amount()), by_year(text()), of(capacity()));
    let parts = (vec(member(), 0..5), vec(line::line(), 0..8), vec(printed::printed(), 0..4), vec(goal(), 0..3));
    (words, money, parts).prop_map(|(words, money, (members, lines, printed, goals))| {
        let (name, organisation_number, source) = words;
        let (opening_equity, equity_use, deficit_reasons, capacity) = money;
        Association {
            id: Id::new(""),
            name,
            organisation_number,
            source,
            opening_equity,
            equity_use,
            deficit_reasons,
            capacity,
            members,
            lines,
            printed,
            goals,
        }
    })
}

/// Gives the parts their ids and settles what refers to them.
pub fn settle(association: &mut Association, indices: &[Index]) {
    number(&mut association.members, "member", |member| &mut member.id);
    number(&mut association.lines, "line", |line| &mut line.id);
    let mut lines = std::mem::take(&mut association.lines);
    for line in &mut lines {
        line::settle(line, association, indices);
    }
    for printed in &mut association.printed {
        printed::settle(printed, &lines);
    }
    for goal in &mut association.goals {
        super::settle(&mut goal.line, &lines, |line| &line.id);
    }
    if let Some(capacity) = &mut association.capacity {
        super::settle(&mut capacity.index, indices, |index| &index.id);
    }
    association.lines = lines;
}

fn opening() -> impl Strategy<Value = OpeningEquity> {
    (any_amount(), amount(), text()).prop_map(|(amount, claim, source)| OpeningEquity { amount, claim, source })
}

fn capacity() -> impl Strategy<Value = Capacity> {
    let cost = by_year((1i64..200_000_000).prop_map(|hundredths| Decimal::new(hundredths, 2)));
    let cost = cost.prop_filter("a cost is needed", |cost| !cost.is_empty());
    let places = of((0i64..100_000).prop_map(|hundredths| Decimal::new(hundredths, 2)));
    (cost, reference(), places, of(any::<u32>()), text()).prop_map(
        |(cost_per_fte, index, places_per_fte, enrolled, source)| Capacity {
            cost_per_fte,
            index,
            places_per_fte,
            enrolled,
            source,
        },
    )
}

fn member() -> impl Strategy<Value = Member> {
    (name(), select(&Party::ALL[..]), of(any::<u32>()), text()).prop_map(|(name, party, inhabitants, source)| Member {
        id: Id::new(""),
        name,
        party,
        inhabitants,
        source,
    })
}

fn goal() -> impl Strategy<Value = Goal> {
    let value = prop_oneof![
        share()
            .prop_filter("goals have two decimals", |share| share.scale() <= 2)
            .prop_map(|share| (Unit::Share, share)),
        (select(vec![Unit::Persons, Unit::Occasions, Unit::Weeks, Unit::Fte]), amount()),
    ];
    (name(), value, any::<bool>(), of(any_year()), reference(), text()).prop_map(
        |(name, (unit, value), at_most, year, line, source)| Goal { name, value, unit, at_most, year, line, source },
    )
}
