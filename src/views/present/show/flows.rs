//! Where the money comes from and where it goes, in one year.

use super::chart::{Picture, number, pattern, picture, shade};
use super::figure::UNIT;
use super::fit;
use super::stage::Stage;
use crate::charts::colour;
use crate::words::{self, label, show as text};
use leptos::prelude::*;
use samplan::money::{self, Decimal};
use samplan::plan::{Approach, Category};
use samplan::show::{self, Flow, Flows, Inflow, Purpose};
use serde_json::{Value, json};

/// The most payers that are told one by one.
const MOST: usize = 9;
/// How many characters are sure to fit beside the flows.
const LABEL: usize = 32;

/// The flows as a chart.
pub fn flows(stage: Stage) -> AnyView {
    picture(stage, Box::new(move || drawn(stage)))
}

fn drawn(stage: Stage) -> Option<Picture> {
    let language = stage.language();
    let year = stage.year()?;
    let association = stage.association();
    let flows = stage.context.scenario_outcome.with(|outcome| {
        let outcome = outcome.as_ref()?;
        show::flows(&outcome.budget, &outcome.projection, association.as_ref(), year, MOST).ok()
    })?;
    let before = stage.before(|outcome| {
        let there = association.as_ref().filter(|id| outcome.budget.account(id).is_some());
        show::flows(&outcome.budget, &outcome.projection, there, year, MOST).unwrap_or_default()
    });
    let before = before.unwrap_or_default();
    let mut chart = Sankey { stage, nodes: Vec::new(), links: Vec::new() };
    let mut about = text::ChartFlows { year }.say(language);
    for (place, (_, name)) in flows.through.iter().enumerate() {
        let sum = total(flows.into.iter().filter(|flow| flow.association == place));
        let told = format!("{} {}", fit::cut(name, 44), money::kronor(sum, UNIT));
        about = format!("{about} {told}.");
        chart.node(&format!("a{place}"), 1, told, "--ink", "top");
    }
    for end in ends(&flows.into) {
        let sum = total(flows.into.iter().filter(|flow| flow.end == end));
        let old = total(before.into.iter().filter(|flow| flow.end == end));
        let id = format!("f{end:?}");
        let told = told(&payer(stage, &end), old, sum);
        about = format!("{about} {told}.");
        let colour = match end {
            Inflow::Saved => "--equity",
            Inflow::Missing => "--error",
            _ => "--brand",
        };
        chart.node(&id, 0, told, colour, "left");
        for flow in flows.into.iter().filter(|flow| flow.end == end) {
            chart.link(&id, &format!("a{}", flow.association), flow.amount);
        }
    }
    let mut out = ends(&flows.out);
    out.sort();
    for end in out {
        let sum = total(flows.out.iter().filter(|flow| flow.end == end));
        let old = total(before.out.iter().filter(|flow| flow.end == end));
        let id = format!("t{end:?}");
        let told = told(purpose(stage, end), old, sum);
        about = format!("{about} {told}.");
        chart.node(&id, 2, told, colour_of(end), "right");
        for flow in flows.out.iter().filter(|flow| flow.end == end) {
            chart.link(&format!("a{}", flow.association), &id, flow.amount);
        }
    }
    Some(Picture { about, option: chart.option(&flows) })
}

struct Sankey {
    stage: Stage,
    nodes: Vec<Value>,
    links: Vec<Value>,
}

impl Sankey {
    fn node(&mut self, id: &str, depth: usize, text: String, colour_name: &str, position: &str) {
        self.nodes.push(json!({
            "name": id, "depth": depth, "text": text,
            "itemStyle": { "color": shade(colour_name), "decal": pattern(self.stage, colour_name) },
            "label": {
                "position": position, "distance": self.stage.px(14.0),
                "width": self.stage.px(if position == "top" { 1000.0 } else { 540.0 }),
            },
        }));
    }

    fn link(&mut self, from: &str, to: &str, amount: Decimal) {
        self.links.push(json!({ "source": from, "target": to, "value": number(amount) }));
    }

    fn option(self, flows: &Flows) -> Value {
        let px = |at_full| self.stage.px(at_full);
        // The name of an association in the middle stands above it.
        let gap = if flows.through.len() > 1 { 52.0 } else { 32.0 };
        json!({
            "series": [{
                "type": "sankey", "left": px(560.0), "right": px(560.0), "top": px(46.0), "bottom": px(8.0),
                "nodeWidth": px(44.0), "nodeGap": px(gap), "draggable": false, "silent": true, "layoutIterations": 0,
                "emphasis": { "disabled": true },
                "label": {
                    "show": true, "color": colour("--ink"), "fontSize": px(28.0), "fontWeight": 600,
                    "overflow": "truncate",
                },
                "lineStyle": { "color": "gradient", "opacity": 0.3, "curveness": 0.5 },
                "data": self.nodes, "links": self.links,
            }],
        })
    }
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
fn told(name: &str, old: Decimal, new: Decimal) -> String {
    let new_told = money::kronor(new, UNIT);
    let figures = if old == new { new_told } else { format!("{} → {new_told}", money::kronor(old, UNIT)) };
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
        Purpose::Activities(None) => words::metric(language, samplan::plan::Metric::Untagged),
        Purpose::FinancialCost => words::category(language, Category::FinancialCost),
        Purpose::Saved => text::to_saved(language),
    }
}

fn colour_of(end: Purpose) -> &'static str {
    match end {
        Purpose::Board | Purpose::Administration | Purpose::FinancialCost => "--administration",
        Purpose::Activities(Some(Approach::Base)) => "--base",
        Purpose::Activities(Some(Approach::Process)) => "--process",
        Purpose::Activities(Some(Approach::Structure)) => "--structure",
        Purpose::Activities(None) => "--untagged",
        Purpose::Saved => "--equity",
    }
}
