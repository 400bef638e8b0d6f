//! Random plans of a few associations, and any decision with arbitrary valid fields, most of which meet something.

use crate::worked::{association, id, index, kr, plan, year};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::calendar::{Month, Year};
use samplan::decision::*;
use samplan::money::Decimal;
use samplan::plan::{
    Active, Approach, Association, Capacity, Category, Funding, Id, Level, Line, Member, Party, Plan, Rounding,
    Schedule,
};
use samplan::sorted::SortedMap;

const FIRST: u16 = 2015;

fn any_year() -> impl Strategy<Value = Year> {
    prop_oneof![9 => FIRST..FIRST + 4, 1 => FIRST - 2..FIRST + 8].prop_map(year)
}

pub fn month() -> impl Strategy<Value = Month> {
    (any_year(), 1u8..=12).prop_map(|(year, month)| Month::new(year, month).unwrap())
}

fn amount() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        1 => Just(Decimal::ZERO),
        6 => (0i64..9_000_000).prop_map(Decimal::from),
        1 => (0i64..900_000_000).prop_map(|ore| Decimal::new(ore, 2)),
        1 => Just(kr(1_000_000_000_000)),
    ]
}

fn share() -> impl Strategy<Value = Decimal> {
    (0i64..=1_000).prop_map(|share| Decimal::new(share, 3))
}

fn rate() -> impl Strategy<Value = Decimal> {
    (-100i64..200).prop_map(|rate| Decimal::new(rate, 3))
}

fn sorted_map<K: Ord + std::fmt::Debug, V: std::fmt::Debug>(
    key: impl Strategy<Value = K>,
    value: impl Strategy<Value = V>,
    size: std::ops::Range<usize>,
) -> impl Strategy<Value = SortedMap<K, V>> {
    btree_map(key, value, size).prop_map(|values| values.into_iter().collect())
}

fn by_year<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = SortedMap<Year, T>> {
    sorted_map(any_year(), value, 1..4)
}

fn numbered(kind: &'static str, count: usize) -> impl Strategy<Value = Id> {
    (0..count).prop_map(move |number| id(&format!("{kind}-{number}")))
}

/// One more than a plan has: some decisions meet none. `m` is what a merger makes.
fn some_association() -> impl Strategy<Value = Id> {
    prop_oneof![6 => numbered("a", 2), 1 => numbered("a", 4), 2 => Just(id("m"))]
}

fn schedule() -> impl Strategy<Value = Schedule> {
    let funding = of((month(), share()));
    prop_oneof![
        by_year(amount()).prop_map(Schedule::Amounts),
        (by_year(amount()), funding).prop_map(|(levels, funding)| {
            let funding = funding.into_iter().map(|(from, share)| Funding { from, share }).collect();
            Schedule::Level(Level { levels, funding })
        }),
    ]
}

fn active() -> impl Strategy<Value = Active> {
    let some = (month(), month()).prop_map(|(a, b)| Active { first: Some(a.min(b)), last: Some(a.max(b)) });
    prop_oneof![3 => Just(Active::default()), 1 => some]
}

fn line() -> impl Strategy<Value = Line> {
    let kinds: Vec<Category> = Category::ALL.into_iter().filter(|kind| *kind != Category::Contribution).collect();
    let approach = of(select(vec![Approach::Base, Approach::Process, Approach::Structure]));
    let category = prop_oneof![1 => select(kinds), 2 => Just(Category::Activity)];
    (category, schedule(), active(), of(Just(id("priser"))), approach, any::<bool>(), select(&Rounding::ALL[..]))
        .prop_map(|(category, schedule, active, index, approach, locked, round_to)| Line {
            active,
            index,
            locked,
            round_to,
            approach: approach.filter(|_| category == Category::Activity),
            ..Line::new(id("ny"), "Ny", category, schedule)
        })
}

fn one_association() -> impl Strategy<Value = Association> {
    let inhabitants = prop_oneof![6 => (1u32..200_000).prop_map(Some), 1 => Just(None)];
    let as_party = prop::bool::weighted(0.2);
    let payers = vec((select(&Party::ALL[..]), inhabitants, amount(), as_party), 0..7);
    let capacity = of((1i64..900_000, of((1i64..5_000).prop_map(|places| Decimal::new(places, 2)))));
    let money = (any::<i32>(), 0i64..500_000, by_year(amount()));
    (money, payers, vec(line(), 0..7), capacity).prop_map(|((equity, claim, equity_use), payers, lines, capacity)| {
        let mut of = association("a", equity.into());
        of.opening_equity.claim = kr(claim);
        of.equity_use = equity_use;
        of.capacity = capacity.map(|(cost, places_per_fte)| Capacity {
            cost_per_fte: [(year(FIRST), kr(cost))].into(),
            index: Some(id("priser")),
            places_per_fte,
            enrolled: None,
            source: String::new(),
        });
        for (number, (party, inhabitants, amount, as_party)) in payers.into_iter().enumerate() {
            let name = format!("k-{number}");
            let member = Member { id: id(&name), name: name.clone(), party, inhabitants, source: String::new() };
            of.members.push(member);
            let given = Schedule::Amounts([(year(FIRST), amount)].into());
            let mut line = Line::new(id(&format!("bidrag-{number}")), &name, Category::Contribution, given);
            if as_party {
                line.party = Some(party);
            } else {
                line.member = Some(id(&name));
            }
            of.lines.push(line);
        }
        for (number, line) in lines.into_iter().enumerate() {
            of.lines.push(Line { id: id(&format!("l-{number}")), ..line });
        }
        of
    })
}

/// Two or three associations over four to six years.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    (vec(one_association(), 2..4), 4u8..=6, by_year(rate())).prop_map(|(mut associations, years, rates)| {
        for (number, of) in associations.iter_mut().enumerate() {
            of.id = id(&format!("a-{number}"));
        }
        let mut plan = plan(FIRST, years, associations);
        plan.indices.push(samplan::plan::Index { rates, ..index("priser", &[]) });
        plan
    })
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![(-1_000i64..3_000).prop_map(|by| Change::By(Decimal::new(by, 3))), amount().prop_map(Change::To)]
}

fn some_line() -> impl Strategy<Value = Id> {
    prop_oneof![5 => numbered("l", 4), 1 => numbered("bidrag", 3)]
}

pub fn step_down() -> impl Strategy<Value = Decision> {
    let basis = (select(&Basis::ALL[..]), of(amount()));
    (some_association(), basis, by_year(share())).prop_map(|(association, (basis, previous), base_shares)| {
        let previous_base = previous.filter(|_| basis == Basis::PreviousBase);
        Decision::StepDown(StepDown { association, basis, base_shares, previous_base })
    })
}

fn merged_contributions() -> impl Strategy<Value = MergedContributions> {
    let kronor = (0i64..100_000).prop_map(|ore| Decimal::new(ore, 3));
    prop_oneof![
        3 => Just(MergedContributions::Legacy),
        1 => (kronor, any::<bool>()).prop_map(|(kronor, others_follow)| {
            MergedContributions::PerInhabitant(PerInhabitant { kronor, others_follow })
        }),
        1 => (numbered("k", 3), numbered("k", 6), share()).prop_map(|(one, other, share)| {
            let mut shares = SortedMap::from([(one.clone(), share)]);
            *shares.entry(other).or_default() += Decimal::ONE - share;
            MergedContributions::Shares(shares)
        }),
        1 => sorted_map(numbered("k", 6), amount(), 1..3).prop_map(MergedContributions::Levels),
    ]
}

fn overhead() -> impl Strategy<Value = Overhead> {
    let action =
        prop_oneof![Just(OverheadAction::Keep), Just(OverheadAction::Drop), amount().prop_map(OverheadAction::Replace)];
    let line = (numbered("a", 3), numbered("l", 6), action).prop_map(|(association, line, action)| OverheadLine {
        association,
        line,
        action,
    });
    prop_oneof![3 => Just(Overhead::default()), 1 => vec(line, 1..2).prop_map(Overhead::Lines), 1 => share().prop_map(Overhead::Share)]
}

pub fn merger() -> impl Strategy<Value = Merger> {
    let who = prop_oneof![
        4 => Just(vec!["a-0", "a-1"]),
        1 => select(vec![vec!["a-1", "a-2"], vec!["a-0", "a-1", "a-2"], vec!["m", "a-2"]])
    ];
    let grant = (amount(), of(any_year()), any::<bool>());
    let equity = select(vec![MergedEquity::Transferred, MergedEquity::PaidOut]);
    let money = (merged_contributions(), overhead(), of(by_year(amount())), of(grant), equity);
    (who, any_year(), money).prop_map(|(who, year, (contributions, overhead, one_off, grant, equity))| Merger {
        into: if who[0] == "m" { id("m-2") } else { id("m") },
        associations: who.into_iter().map(id).collect(),
        name: "Tillsammans".to_owned(),
        year,
        contributions,
        overhead,
        one_off: one_off.unwrap_or_default(),
        base_grant: grant.map(|(amount, kept_until, matched)| BaseGrant {
            amount,
            kept_until,
            matched,
            ..BaseGrant::preset()
        }),
        equity,
    })
}

pub fn joins() -> impl Strategy<Value = MemberJoins> {
    let per_inhabitant = (0i64..100_000).prop_map(|ore| JoinKey::PerInhabitant(Decimal::new(ore, 3)));
    let key =
        prop_oneof![per_inhabitant, Just(JoinKey::Average), amount().prop_map(JoinKey::Amount), Just(JoinKey::ZeroSum)];
    let who = prop_oneof![4 => Just(id("ny-kommun")), 1 => numbered("k", 6)];
    (some_association(), who, 1u32..200_000, month(), key, any::<bool>(), amount()).prop_map(
        |(association, member, inhabitants, from, key, others_follow, buy_in)| MemberJoins {
            association,
            member,
            name: "Ny kommun".to_owned(),
            inhabitants: Some(inhabitants),
            source: String::new(),
            from,
            key,
            others_follow,
            buy_in,
        },
    )
}

fn leaves() -> impl Strategy<Value = Decision> {
    let who = prop_oneof![4 => numbered("k", 4), 1 => Just(id("ny-kommun"))];
    (some_association(), who, month(), 0u16..60, select(&Others::ALL[..]), any::<bool>()).prop_map(
        |(association, member, notice, notice_months, others, pay_out)| {
            Decision::MemberLeaves(MemberLeaves { association, member, notice, notice_months, others, pay_out })
        },
    )
}

fn contribution_change() -> impl Strategy<Value = Decision> {
    let payer = prop_oneof![
        Just(ContributionsOf::All),
        select(&Party::ALL[..]).prop_map(ContributionsOf::Party),
        numbered("k", 4).prop_map(ContributionsOf::Member)
    ];
    (some_association(), payer, change(), any_year(), of(1u8..6), any::<bool>()).prop_map(
        |(association, payer, change, from, years, matched)| {
            Decision::ContributionChange(ContributionChange { association, payer, change, from, years, matched })
        },
    )
}

fn activity_change() -> impl Strategy<Value = Decision> {
    let action = prop_oneof![
        line().prop_map(|line| ActivityAction::Add { line: Box::new(line) }),
        (some_line(), month()).prop_map(|(line, last)| ActivityAction::End { line, last }),
        (some_line(), month(), change()).prop_map(|(line, from, change)| ActivityAction::Resize { line, from, change }),
        (some_line(), prop_oneof![-30i16..0, 1i16..30])
            .prop_map(|(line, months)| ActivityAction::Move { line, months }),
        (some_line(), month(), share()).prop_map(|(line, from, share)| ActivityAction::CoFund { line, from, share }),
    ];
    (some_association(), action)
        .prop_map(|(association, action)| Decision::ActivityChange(ActivityChange { association, action }))
}

/// What lies after the last year of [`any_plan`], and what moves a line into it.
pub fn late_decision() -> impl Strategy<Value = Decision> {
    let late = || (FIRST + 4..FIRST + 9).prop_map(year);
    let late_month = move || (late(), 1u8..=12).prop_map(|(year, month)| Month::new(year, month).unwrap());
    let which = || prop_oneof![2 => Just(id("ny")), 1 => numbered("l", 4)];
    let added = (line(), sorted_map(late(), amount(), 1..3), any::<bool>()).prop_map(|(line, levels, is_level)| Line {
        schedule: if is_level {
            Schedule::Level(Level { levels, funding: Vec::new() })
        } else {
            Schedule::Amounts(levels)
        },
        active: Active::default(),
        ..line
    });
    let action = prop_oneof![
        3 => added.prop_map(|line| ActivityAction::Add { line: Box::new(line) }),
        4 => (which(), -70i16..-10).prop_map(|(line, months)| ActivityAction::Move { line, months }),
        1 => (which(), late_month()).prop_map(|(line, last)| ActivityAction::End { line, last }),
        1 => (which(), late_month(), change()).prop_map(|(line, from, change)| ActivityAction::Resize { line, from, change }),
        1 => (which(), late_month(), share()).prop_map(|(line, from, share)| ActivityAction::CoFund { line, from, share }),
    ];
    let of = prop_oneof![4 => Just(id("a-0")), 1 => some_association()];
    let change =
        (of, action).prop_map(|(association, action)| Decision::ActivityChange(ActivityChange { association, action }));
    let rates = (late(), rate()).prop_map(|(year, rate)| {
        Decision::IndexChange(IndexChange { index: id("priser"), rates: [(year, rate)].into(), price_year: None })
    });
    prop_oneof![6 => change, 1 => rates]
}

pub fn index_change() -> impl Strategy<Value = Decision> {
    let which = prop_oneof![5 => Just(id("priser")), 1 => Just(id("annat"))];
    (which, by_year(rate()), of(any_year()))
        .prop_map(|(index, rates, price_year)| Decision::IndexChange(IndexChange { index, rates, price_year }))
}

fn small() -> impl Strategy<Value = Decision> {
    let kinds: Vec<Category> = Category::ALL.into_iter().filter(|kind| *kind != Category::Contribution).collect();
    prop_oneof![
        (some_association(), by_year(amount()))
            .prop_map(|(association, amounts)| Decision::EquityUse(EquityUse { association, amounts })),
        (some_association(), select(kinds), any_year(), amount()).prop_map(|(association, category, year, amount)| {
            Decision::OneOff(OneOff { association, name: "En gång".to_owned(), category, year, amount })
        }),
    ]
}

pub fn any_decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        2 => step_down(),
        2 => merger().prop_map(|merger| Decision::Merger(Box::new(merger))),
        2 => joins().prop_map(Decision::MemberJoins),
        1 => leaves(),
        2 => contribution_change(),
        2 => activity_change(),
        1 => index_change(),
        1 => small(),
    ]
}

/// A decision about one association only.
pub fn local_decision(of: &'static str) -> impl Strategy<Value = Decision> {
    let local = prop_oneof![
        step_down(),
        joins().prop_map(Decision::MemberJoins),
        leaves(),
        contribution_change(),
        activity_change(),
        small(),
    ];
    local.prop_map(move |mut decision| {
        let association = match &mut decision {
            Decision::StepDown(decision) => &mut decision.association,
            Decision::MemberJoins(decision) => &mut decision.association,
            Decision::MemberLeaves(decision) => &mut decision.association,
            Decision::ContributionChange(decision) => &mut decision.association,
            Decision::ActivityChange(decision) => &mut decision.association,
            Decision::EquityUse(decision) => &mut decision.association,
            Decision::OneOff(decision) => &mut decision.association,
            Decision::Merger(_) | Decision::IndexChange(_) => return decision,
        };
        *association = id(of);
        decision
    })
}
