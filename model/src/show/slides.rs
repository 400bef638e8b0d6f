//! The slides that are shown: the users' own, or those that the plan has something to say with.

use crate::explore::{Matrix, Measure, Tornado, register};
use crate::finding::Severity;
use crate::lever::{self, LeverAddress, LeverUnit};
use crate::money::Decimal;
use crate::outcome::Outcome;
use crate::plan::{Id, Metric, Plan, Scenario, Slide, SlideKind};
use crate::sorted::sort_by_key;

/// The slides of a showing: the users' own that are not hidden, or else the automatic ones.
pub fn shown(plan: &Plan, scenario: Option<&Scenario>, outcome: &Outcome) -> Vec<Slide> {
    match scenario {
        Some(scenario) if !scenario.slides.is_empty() => {
            scenario.slides.iter().filter(|slide| !slide.hidden).cloned().collect()
        }
        _ => automatic(plan, scenario, outcome),
    }
}

/// The automatic slides, in order. A slide with nothing to show is left out.
pub fn automatic(plan: &Plan, scenario: Option<&Scenario>, outcome: &Outcome) -> Vec<Slide> {
    const ORDER: [(SlideKind, &str); 11] = [
        (SlideKind::Title, "titel"),
        (SlideKind::Flows, "floden"),
        (SlideKind::Question, "fraga"),
        (SlideKind::ThinkFirst, "tank-forst"),
        (SlideKind::Levers, "reglage"),
        (SlideKind::Compare, "jamfor"),
        (SlideKind::Capacity, "kapacitet"),
        (SlideKind::Contributions, "bidrag"),
        (SlideKind::Risks, "risker"),
        (SlideKind::Findings, "kontroller"),
        (SlideKind::Proposal, "forslag"),
    ];
    let wanted = ORDER.iter().filter(|(kind, _)| has_content(*kind, plan, scenario, outcome));
    let slide = |(kind, id): &(SlideKind, &str)| Slide {
        id: Id::new(id),
        kind: *kind,
        title: String::new(),
        text: String::new(),
        hidden: false,
        notes: String::new(),
        levers: Vec::new(),
    };
    wanted.map(slide).collect()
}

fn has_content(kind: SlideKind, plan: &Plan, scenario: Option<&Scenario>, outcome: &Outcome) -> bool {
    let known = |metric: Metric| outcome.projection.total.iter().any(|figures| figures.get(metric).is_some());
    match kind {
        SlideKind::Title => true,
        SlideKind::Flows => outcome.projection.total.iter().any(|figures| !figures.income.is_zero()),
        SlideKind::Question => scenario.is_some_and(|scenario| !scenario.question.is_empty()),
        // Without decisions there is nothing to guess and nothing to propose.
        SlideKind::ThinkFirst => scenario.is_some_and(|scenario| scenario.steps.iter().any(|step| step.on)),
        SlideKind::Levers => scenario.is_some_and(|scenario| !levers(plan, Some(scenario), &[]).is_empty()),
        SlideKind::Compare => scenario.is_some(),
        SlideKind::Capacity => known(Metric::Fte),
        SlideKind::Contributions => outcome.projection.total.iter().any(|figures| !figures.contributions.is_zero()),
        SlideKind::Risks => {
            let register = register(plan, None);
            register.len() > Matrix::of(&register).ungraded.len()
        }
        SlideKind::Findings => outcome.report.findings.iter().any(|finding| finding.severity <= Severity::Warning),
        SlideKind::Proposal => scenario.is_some(),
        SlideKind::Text => false,
    }
}

/// The levers on a slide that has none of its own: those of the scenario's decisions that move the figure shown in any
/// year, amounts and shares before times and the ones that move it most before others; those that there is room for stand in
/// the decisions' own order, so that years follow each other. Where none does, those that [`levers`] offers.
pub fn levers_moving(
    plan: &Plan,
    scenario: Option<&Scenario>,
    association: Option<&Id>,
    metric: Metric,
) -> Vec<LeverAddress> {
    let own = |address: &LeverAddress| matches!(address, LeverAddress::Decision { .. });
    let mut moving: Vec<(LeverAddress, bool, Decimal)> = Vec::new();
    for year in plan.horizon().iter() {
        let measure = Measure { association: association.cloned(), ..Measure::total(metric, year) };
        let tornado = Tornado::among(plan, scenario.map(|scenario| &scenario.id), &measure, own).ok().flatten();
        let Some(mut tornado) = tornado.filter(|one| one.count() > 0) else { continue };
        if tornado.advance(usize::MAX).is_err() {
            continue;
        }
        for bar in tornado.finish().bars.into_iter().filter(|bar| !bar.swing.is_zero()) {
            match moving.iter_mut().find(|(address, ..)| *address == bar.address) {
                Some((_, _, swing)) => *swing = (*swing).max(bar.swing),
                None => moving.push((bar.address, is_time(bar.unit), bar.swing)),
            }
        }
    }
    if moving.is_empty() {
        return levers(plan, scenario, &[]);
    }
    sort_by_key(&mut moving, |(_, time, swing)| (*time, std::cmp::Reverse(*swing)));
    let mut found: Vec<_> = moving.into_iter().map(|(address, ..)| address).take(Slide::MOST_LEVERS).collect();
    let own = own_levers(plan, scenario);
    sort_by_key(&mut found, |address| own.iter().position(|other| other == address));
    found
}

/// The levers on a slide: the chosen ones that are there, or else the first of the scenario's decisions, amounts and
/// shares before times.
pub fn levers(plan: &Plan, scenario: Option<&Scenario>, chosen: &[LeverAddress]) -> Vec<LeverAddress> {
    let there = |address: &LeverAddress| lever::lever(plan, address).is_some();
    if !chosen.is_empty() {
        return chosen.iter().filter(|address| there(address)).take(Slide::MOST_LEVERS).cloned().collect();
    }
    own_levers(plan, scenario).into_iter().take(Slide::MOST_LEVERS).collect()
}

/// Those of the scenario's decisions as they stand in it, amounts and shares before times.
fn own_levers(plan: &Plan, scenario: Option<&Scenario>) -> Vec<LeverAddress> {
    let steps = scenario.into_iter().flat_map(|scenario| scenario.steps.iter().map(move |step| (scenario, step)));
    let mut all: Vec<_> = steps
        .filter(|(_, step)| step.on)
        .flat_map(|(scenario, step)| lever::of_step(plan, scenario, &step.id))
        .collect();
    sort_by_key(&mut all, |lever| is_time(lever.unit));
    all.into_iter().map(|lever| lever.address).collect()
}

/// Whether a lever moves a time.
fn is_time(unit: LeverUnit) -> bool {
    matches!(unit, LeverUnit::Month | LeverUnit::Year | LeverUnit::Months | LeverUnit::Years)
}
