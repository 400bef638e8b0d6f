//! Plans made to be measured: as large as a board's gets, and all the country's associations in one. They are no test
//! data of the model; the bench in this folder and the app's view `#/bench` share them, so that native and wasm times
//! are of the same work.
#![allow(dead_code, reason = "each bench uses its part")]

use samplan::calendar::Year;
use samplan::money::{Decimal, split};
use samplan::plan::{
    Approach, Association, Capacity, Category, Id, Index, Line, Member, OpeningEquity, Party, Plan, Schedule,
};
use samplan::sorted::SortedMap;

/// One association with 30 lines over 10 years.
pub fn board() -> Plan {
    plan(1, 30, 10)
}

/// 80 associations with 20 lines each over 10 years.
pub fn country() -> Plan {
    plan(80, 20, 10)
}

fn plan(associations: usize, lines: usize, years: u8) -> Plan {
    let first = Year::EARLIEST.plus(37);
    let name = format!("{associations} förbund");
    let pay = Index {
        id: Id::new("loner"),
        name: "Löner och köp".to_owned(),
        rates: SortedMap::from([(first.next(), Decimal::new(25, 3)), (first.plus(4), Decimal::new(2, 2))]),
        source: String::new(),
        date: String::new(),
    };
    let associations = (0..associations).map(|number| association(number, lines, first, &pay.id)).collect();
    Plan { indices: vec![pay], ..Plan::new(Id::new("national"), &name, first, years, associations) }
}

fn association(number: usize, lines: usize, first: Year, pay: &Id) -> Association {
    let contributions = Decimal::from(number.saturating_mul(37_003).saturating_add(5_400_000));
    let quarters = split(contributions, &[2, 1, 1].map(Decimal::from)).unwrap_or_default();
    let parties = [Party::State, Party::Region, Party::Municipalities];
    let members: Vec<Member> = parties
        .iter()
        .zip(["Försäkringskassan", "Regionen", "Kommunen"])
        .map(|(party, name)| Member {
            id: Id::from_name(name, |_| false),
            name: name.to_owned(),
            party: *party,
            inhabitants: None,
            source: String::new(),
        })
        .collect();
    let paid = members.iter().zip(quarters).map(|(member, amount)| {
        let amounts = Schedule::Amounts(SortedMap::from([(first, amount)]));
        Line {
            member: Some(member.id.clone()),
            ..Line::new(member.id.clone(), &member.name, Category::Contribution, amounts)
        }
    });
    let costs = (members.len()..lines).map(|place| cost(place, contributions, lines, first, pay));
    Association {
        opening_equity: OpeningEquity { amount: Decimal::from(1_259_000), ..OpeningEquity::default() },
        capacity: Some(Capacity {
            cost_per_fte: SortedMap::from([(first, Decimal::from(730_000))]),
            index: Some(pay.clone()),
            places_per_fte: Some(Decimal::from(26)),
            enrolled: None,
            source: String::new(),
        }),
        lines: paid.chain(costs).collect(),
        members,
        ..Association::new(Id::new(&format!("forbund-{number}")), &format!("Samordningsförbundet {number}"))
    }
}

/// Costs of all kinds; every third amount is given for three years, the others go on with the index.
fn cost(place: usize, contributions: Decimal, lines: usize, first: Year, pay: &Id) -> Line {
    let (category, approach) = match place % 8 {
        3 => (Category::Board, None),
        4 => (Category::Administration, None),
        5 => (Category::Audit, None),
        0 | 6 => (Category::Activity, Some(Approach::Base)),
        1 | 7 => (Category::Activity, Some(Approach::Process)),
        _ => (Category::Activity, Some(Approach::Structure)),
    };
    let amount = contributions.checked_div(Decimal::from(lines)).unwrap_or_default().round();
    let given = if place.is_multiple_of(3) { 3 } else { 1 };
    let amounts = (0..given).map(|year| (first.plus(year), amount.saturating_add(Decimal::from(year)))).collect();
    let line =
        Line::new(Id::new(&format!("rad-{place}")), &format!("Rad {place}"), category, Schedule::Amounts(amounts));
    Line { approach, index: Some(pay.clone()), ..line }
}
