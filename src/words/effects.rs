//! What a decision does, in a line.

use super::generated::{label, scenario as text};
use super::{Language, delta, each_year, figure_change, metric, unit_name};
use samplan::calendar::Year;
use samplan::comparison::Effect;
use samplan::decision::{Absent, Reach};
use samplan::money::{self, Unit};
use samplan::plan::{Id, Metric, MetricKind};

/// `2018: insatser +977 tkr · samordnare −3,35. Eget kapital vid utgången av 2018: −2 930 tkr.`
pub fn effect(language: Language, effect: &Effect, year: Year, last: Year, unit: Unit) -> String {
    let one = |(of, change): &(Metric, money::Decimal)| {
        let change = figure_change(language, *of, *change, unit);
        let unit = if of.kind() == MetricKind::Money { format!("\u{a0}{}", unit_name(unit)) } else { String::new() };
        format!("{} {change}{unit}", name(language, *of))
    };
    let changes: Vec<String> = effect.changes.iter().map(one).collect();
    let told = if changes.is_empty() {
        text::EffectNone { year }.say(language)
    } else {
        text::EffectIn { year, changes: changes.join(" · ") }.say(language)
    };
    if effect.equity_at_end.is_zero() {
        return told;
    }
    let change = format!("{}\u{a0}{}", delta(language, effect.equity_at_end, unit), unit_name(unit));
    format!("{told} {}", text::EffectOnEquity { year: last, change }.say(language))
}

fn name(language: Language, of: Metric) -> &'static str {
    match of {
        Metric::Overhead => label::board_and_administration(language),
        other => metric(language, other),
    }
}

/// In which years a decision holds and in which not, where something that it is about is not there in all that it names:
/// `Gäller 2015–2017. Ingen verkan 2018–2020: Värend finns inte då.`
pub fn reach(language: Language, reach: &Reach, name: impl Fn(&Id) -> String) -> String {
    let mut told = Vec::new();
    if !reach.holds.is_empty() {
        told.push(text::ReachHolds { years: each_year(language, &reach.holds) }.say(language));
    }
    for part in reach.missed.chunk_by(|(_, one), (_, other)| one == other) {
        let Some((_, absent)) = part.first() else { continue };
        let years = each_year(language, &part.iter().map(|(year, _)| *year).collect::<Vec<_>>());
        told.push(match absent {
            Absent::Association(id) => text::ReachAssociation { years, name: name(id) }.say(language),
            Absent::Member(id) => text::ReachMember { years, name: name(id) }.say(language),
            Absent::Line(id) => text::ReachLine { years, name: name(id) }.say(language),
        });
    }
    told.join(" ")
}
