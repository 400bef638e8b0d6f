//! Where the money comes from and where it goes, in one year.

use super::chart::{SlideChart, picture};
use super::figure::UNIT;
use super::fit;
use super::stage::Stage;
use crate::charts::{FlowChart as Drawing, FlowColumn, FlowNode, Picture, Tint};
use crate::words::{self, Language, label, show as text};
use leptos::prelude::*;
use samplan::money::{self, Decimal};
use samplan::plan::{Approach, Category, Metric};
use samplan::show::{self, Flow, Flows, Inflow, Purpose};

/// The most payers that are told one by one.
const MOST: usize = 9;
/// How many characters are sure to fit beside the flows.
const LABEL: usize = 32;

/// The flows as a chart.
pub fn flows(stage: Stage) -> AnyView {
    picture(stage, Box::new(move || drawn(stage)))
}

/// The flows of the year in the open scenario.
pub fn flows_now(stage: Stage) -> Option<Flows> {
    let (year, association) = (stage.year()?, stage.association());
    stage.context.scenario_outcome.with(|outcome| {
        let outcome = outcome.as_ref()?;
        show::flows(&outcome.budget, &outcome.projection, association.as_ref(), year, MOST).ok()
    })
}

fn drawn(stage: Stage) -> Option<SlideChart> {
    let language = stage.language();
    let year = stage.year()?;
    let association = stage.association();
    let flows = flows_now(stage)?;
    let before = stage.before(|outcome| {
        let there = association.as_ref().filter(|id| outcome.budget.association(id).is_some());
        show::flows(&outcome.budget, &outcome.projection, there, year, MOST).unwrap_or_default()
    });
    let before = before.unwrap_or_default();
    let mut chart = Drawing { several: flows.through.len() > 1, ..Drawing::default() };
    let node = |chart: &mut Drawing, id: &str, column: FlowColumn, text: String, tint: Tint| {
        chart.nodes.push(FlowNode { id: id.to_owned(), tint, text, column });
    };
    let mut about = text::ChartFlows { year }.say(language);
    for (place, (_, name)) in flows.through.iter().enumerate() {
        let sum = total(flows.into.iter().filter(|flow| flow.association == place));
        // The unit stands once, where all of it goes through.
        let told = format!("{} {}", fit::cut(name, 44), words::kr(sum, UNIT));
        about = format!("{about} {told}.");
        node(&mut chart, &format!("a{place}"), FlowColumn::Middle, told, Tint::Association);
    }
    for end in ends(&flows.into) {
        let sum = total(flows.into.iter().filter(|flow| flow.end == end));
        let old = total(before.into.iter().filter(|flow| flow.end == end));
        let id = format!("f{end:?}");
        let told = told(language, &payer(stage, &end), old, sum);
        about = format!("{about} {told}.");
        let tint = match end {
            Inflow::Saved => Tint::Equity,
            Inflow::Missing => Tint::Missing,
            Inflow::Payer(_) | Inflow::Party(_) | Inflow::Others(_) | Inflow::OtherIncome => Tint::Payer,
        };
        node(&mut chart, &id, FlowColumn::Left, told, tint);
        for flow in flows.into.iter().filter(|flow| flow.end == end) {
            chart.links.push((id.clone(), format!("a{}", flow.association), flow.amount));
        }
    }
    let mut out = ends(&flows.out);
    out.sort();
    for end in out {
        let sum = total(flows.out.iter().filter(|flow| flow.end == end));
        let old = total(before.out.iter().filter(|flow| flow.end == end));
        let id = format!("t{end:?}");
        let told = told(language, purpose(stage, end), old, sum);
        about = format!("{about} {told}.");
        node(&mut chart, &id, FlowColumn::Right, told, tint_of(end));
        for flow in flows.out.iter().filter(|flow| flow.end == end) {
            chart.links.push((format!("a{}", flow.association), id.clone(), flow.amount));
        }
    }
    Some(SlideChart { about, picture: Picture::Flows(chart), metric: Metric::Cost })
}

/// The ends of flows, each once, in order.
fn ends<T: Clone + PartialEq>(flows: &[Flow<T>]) -> Vec<T> {
    let mut ends: Vec<T> = Vec::new();
    for flow in flows {
        if !ends.contains(&flow.end) {
            ends.push(flow.end.clone());
        }
    }
    ends
}

fn total<'f, T: 'f>(flows: impl Iterator<Item = &'f Flow<T>>) -> Decimal {
    money::sum(flows.map(|flow| flow.amount)).unwrap_or_default()
}

/// `Process 0 → 1 769`, or without the old where it is the same. The name is cut for the figures' sake.
fn told(language: Language, name: &str, old: Decimal, new: Decimal) -> String {
    let new_told = words::kronor(language, new, UNIT);
    let figures = if old == new { new_told } else { format!("{} → {new_told}", words::kronor(language, old, UNIT)) };
    let name = fit::cut(name, LABEL.saturating_sub(figures.chars().count()));
    format!("{name} {figures}")
}

fn payer(stage: Stage, end: &Inflow) -> String {
    let language = stage.language();
    match end {
        Inflow::Payer(name) => name.to_string(),
        Inflow::Party(Some(party)) => words::party(language, *party).to_owned(),
        Inflow::Party(None) => words::category(language, Category::Contribution).to_owned(),
        Inflow::Others(count) => text::Others { count }.say(language),
        Inflow::OtherIncome => words::category(language, Category::OtherIncome).to_owned(),
        Inflow::Saved => label::saved_money(language).to_owned(),
        Inflow::Missing => text::missing(language).to_owned(),
    }
}

fn purpose(stage: Stage, end: Purpose) -> &'static str {
    let language = stage.language();
    match end {
        Purpose::Board => words::category(language, Category::Board),
        Purpose::Administration => words::category(language, Category::Administration),
        Purpose::Activities(Some(approach)) => words::approach(language, approach),
        Purpose::Activities(None) => words::metric(language, Metric::Untagged),
        Purpose::FinancialCost => words::category(language, Category::FinancialCost),
        Purpose::EarlierDeficit => text::to_deficit(language),
        Purpose::Saved => text::to_saved(language),
    }
}

fn tint_of(end: Purpose) -> Tint {
    match end {
        Purpose::Board => Tint::Board,
        Purpose::Administration | Purpose::FinancialCost => Tint::Administration,
        Purpose::Activities(Some(Approach::Base)) => Tint::Base,
        Purpose::Activities(Some(Approach::Process)) => Tint::Process,
        Purpose::Activities(Some(Approach::Structure)) => Tint::Structure,
        Purpose::Activities(None) => Tint::Untagged,
        Purpose::EarlierDeficit => Tint::Missing,
        Purpose::Saved => Tint::Equity,
    }
}
