//! What a decision does, in a line.

use super::generated::{label, scenario as text};
use super::{Language, delta, figure_change, metric, unit_name};
use samplan::calendar::Year;
use samplan::comparison::Effect;
use samplan::money::{self, Unit};
use samplan::plan::{Metric, MetricKind};

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
