//! Lines of every category, schedule and tag.

use super::reference;
use super::value::{Amounts, by_year, month, months, name, share, text};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::plan::{
    Active, Approach, Association, Category, Focus, Funding, Grade, Id, Index, Level, Line, Party, Rounding, Schedule,
    Status,
};

pub fn line(amounts: Amounts) -> impl Strategy<Value = Line> {
    let payer = (reference(), of(select(&Party::ALL[..])));
    let time = (schedule(amounts), active(), reference(), select(&Rounding::ALL[..]));
    let approach = of(select(vec![Approach::Base, Approach::Process, Approach::Structure]));
    let focus = of(select(vec![Focus::Individual, Focus::Structural]));
    let status = of(select(vec![Status::Decided, Status::Planned, Status::Idea]));
    let grade = || of(select(vec![Grade::Low, Grade::Medium, Grade::High]));
    let tags = (approach, any::<bool>(), focus, status, grade(), grade(), any::<bool>());
    let words = (text(), by_year(0u32..1_000), text(), text());
    (name(), select(&Category::ALL[..]), payer, time, tags, words).prop_map(
        |(name, category, (member, party), (schedule, active, index, round_to), tags, words)| {
            let (approach, locked, focus, status, risk, effect, esf) = tags;
            let (owner, participants, source, note) = words;
            let tags = Line { approach, locked, focus, status, risk, effect, esf, ..blank(category) };
            let time = Line { schedule, active, index, round_to, ..tags };
            Line { name, member, party, owner, participants, source, note, ..time }
        },
    )
}

fn blank(category: Category) -> Line {
    Line::new(Id::new(""), "", category, Schedule::Level(Level::default()))
}

/// Takes away what the line's category does not go with, and settles its references.
pub fn settle(line: &mut Line, association: &Association, indices: &[Index]) {
    super::settle(&mut line.index, indices, |index| &index.id);
    super::settle(&mut line.member, &association.members, |member| &member.id);
    if line.category != Category::Contribution {
        (line.member, line.party) = (None, None);
    }
    if line.member.is_some() {
        line.party = None;
    }
    if line.category != Category::Activity {
        line.approach = None;
    }
}

fn schedule(amounts: Amounts) -> impl Strategy<Value = Schedule> {
    let funding = vec((month(), share()), 0..4).prop_map(|mut phases| {
        phases.sort_by_key(|(from, _)| *from);
        phases.dedup_by_key(|(from, _)| *from);
        phases.into_iter().map(|(from, share)| Funding { from, share }).collect()
    });
    prop_oneof![
        by_year(amounts.amount()).prop_map(Schedule::Amounts),
        (by_year(amounts.amount()), funding).prop_map(|(levels, funding)| Schedule::Level(Level { levels, funding })),
    ]
}

fn active() -> impl Strategy<Value = Active> {
    let bounds = (months(), any::<bool>(), any::<bool>());
    let active =
        bounds.prop_map(|((first, last), from, to)| Active { first: from.then_some(first), last: to.then_some(last) });
    prop_oneof![2 => Just(Active::default()), 1 => active]
}
