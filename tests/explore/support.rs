//! The real plans, and small ones built by hand.

use samplan::calendar::{Month, Year};
use samplan::explore::Measure;
use samplan::lever::{LeverAddress, LineField};
use samplan::money::Decimal;
use samplan::plan::{Association, Category, Id, Line, Metric, OpeningEquity, Plan, Schedule};
use samplan::sorted::SortedMap;

pub fn plan(name: &str) -> Plan {
    let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
    samplan::exchange::read(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn id(text: &str) -> Id {
    Id::new(text)
}

pub fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

pub fn kr(kronor: i64) -> Decimal {
    Decimal::from(kronor)
}

pub fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn of_line(association: &str, line: &str, part: LineField) -> LeverAddress {
    LeverAddress::Line { association: id(association), line: id(line), part }
}

pub fn in_year(metric: Metric, number: u16) -> Measure {
    Measure::total(metric, year(number))
}

pub fn line(name: &str, category: Category, first: u16, kronor: i64) -> Line {
    Line::new(id(name), name, category, Schedule::Amounts(SortedMap::from([(year(first), kr(kronor))])))
}

/// One association with these lines from 2026 on.
pub fn small(years: u8, equity: i64, lines: Vec<Line>) -> Plan {
    let opening_equity = OpeningEquity { amount: kr(equity), ..OpeningEquity::default() };
    let association = Association { opening_equity, lines, ..Association::new(id("a"), "A") };
    Plan::new(Id::new("plan"), "P", year(2026), years, vec![association])
}
