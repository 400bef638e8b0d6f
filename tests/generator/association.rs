//! Associations with members, equity, capacity and goals.

use super::value::{Amounts, amount, any_amount, any_year, by_year, month, name, share, text};
use super::{line, number, printed, reference};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::money::Decimal;
use samplan::plan::{
    Actuals, Association, Capacity, CountUnit, Goal, Grade, Id, Index, Life, Member, OpeningEquity, Origin, Party, Risk,
};

pub fn association(amounts: Amounts) -> impl Strategy<Value = Association> {
    let words = (name(), text(), text(), of(origin()));
    let use_and_transfers = (by_year(amounts.amount()), by_year(amounts.any_amount()));
    let money = (opening(amounts), use_and_transfers, by_year(text()), of(capacity()));
    let parts = (vec(member(), 0..5), vec(line::line(amounts), 0..8), vec(printed::printed(), 0..4), vec(goal(), 0..3));
    let exploration = (vec(risk(), 0..3), of(actuals()));
    (words, money, parts, exploration).prop_map(|(words, money, (members, lines, printed, goals), exploration)| {
        let (name, organisation_number, source, origin) = words;
        let (risks, actuals) = exploration;
        let (opening_equity, (equity_use, transfers), deficit_reasons, capacity) = money;
        Association {
            id: Id::new(""),
            name,
            organisation_number,
            source,
            origin,
            life: Life::default(),
            opening_equity,
            equity_use,
            transfers,
            deficit_reasons,
            capacity,
            members,
            lines,
            printed,
            goals,
            risks,
            actuals,
        }
    })
}

fn origin() -> impl Strategy<Value = Origin> {
    let ids = || vec((reference_text(), reference_text()), 0..3);
    (reference_text(), reference_text(), ids(), ids()).prop_map(|(plan, association, members, indices)| Origin {
        plan: Id::new(&plan),
        association: Id::new(&association),
        changed: None,
        members: members.into_iter().map(|(there, here)| (Id::new(&there), Id::new(&here))).collect(),
        indices: indices.into_iter().map(|(there, here)| (Id::new(&there), Id::new(&here))).collect(),
    })
}

fn reference_text() -> &'static str {
    "[a-z]{1,8}"
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
    number(&mut association.risks, "risk", |risk| &mut risk.id);
    for risk in &mut association.risks {
        super::settle(&mut risk.line, &lines, |line| &line.id);
    }
    if let Some(actuals) = &mut association.actuals {
        actuals.lines = lines.iter().map(|line| line.id.clone()).zip(actuals.lines.values().copied()).collect();
    }
    association.lines = lines;
}

fn opening(amounts: Amounts) -> impl Strategy<Value = OpeningEquity> {
    (amounts.any_amount(), amounts.amount(), text()).prop_map(|(amount, claim, source)| OpeningEquity {
        amount,
        claim,
        source,
    })
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
        share().prop_flat_map(|share| (
            select(&[CountUnit::Share, CountUnit::BaseShare, CountUnit::ProcessShare, CountUnit::AdminShare][..]),
            Just(share)
        )),
        (
            select(vec![
                CountUnit::Persons,
                CountUnit::Participants,
                CountUnit::Occasions,
                CountUnit::Weeks,
                CountUnit::Fte
            ]),
            amount()
        ),
    ];
    (name(), value, any::<bool>(), of(any_year()), reference(), text()).prop_map(
        |(name, (unit, value), at_most, year, line, source)| Goal { name, value, unit, at_most, year, line, source },
    )
}

fn risk() -> impl Strategy<Value = Risk> {
    let grade = || of(select(vec![Grade::Low, Grade::Medium, Grade::High]));
    let years = (of(any_year()), of(any_year())).prop_map(|years| match years {
        (Some(first), Some(last)) => (Some(first.min(last)), Some(first.max(last))),
        one => one,
    });
    (name(), reference(), grade(), grade(), of(amount()), years, (text(), text(), text())).prop_map(
        |(name, line, likelihood, effect, amount, (first, last), (mitigation, owner, source))| Risk {
            id: Id::new(""),
            name,
            line,
            likelihood,
            effect,
            amount,
            first,
            last,
            mitigation,
            owner,
            source,
        },
    )
}

/// With numbers for lines, to be settled.
fn actuals() -> impl Strategy<Value = Actuals> {
    (month(), vec(any_amount(), 0..5), text()).prop_map(|(through, amounts, source)| {
        let lines = (0..).map(|place: usize| Id::new(&format!("drawn-{place}"))).zip(amounts).collect();
        Actuals { through, lines, source }
    })
}
