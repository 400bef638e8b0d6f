//! Headings that state what a slide's figures say; the users' own heading comes before them.

use super::figure::{UNIT, most_telling};
use super::flows::flows_now;
use super::stage::Stage;
use super::{capacity, compare, fit, proposal};
use crate::components::finding_cards::counted;
use crate::state::Context;
use crate::words::{self, Counted, label, show as text};
use leptos::prelude::*;
use samplan::explore::at_risk;
use samplan::plan::{Metric, Slide, SlideKind};

/// What each of the slides says by itself in the open scenario, before a showing moves anything; follows the plan.
pub fn stated_now(context: Context, slides: &[Slide]) -> Vec<Option<String>> {
    context.scenario_outcome.track();
    let stage = Stage::new(context);
    slides.iter().map(|slide| stated(stage, slide.kind)).collect()
}

/// The heading of a slide where it is more than its kind, as long as it stands on the slide.
pub fn stated(stage: Stage, kind: SlideKind) -> Option<String> {
    let stated = headline(stage, kind).filter(|stated| stated != words::slide_kind(stage.language(), kind));
    stated.map(|stated| fit::cut(&stated, fit::HEADING))
}

/// What the slide's figures say; nothing for slides that state nothing, or where nothing is known.
pub fn headline(stage: Stage, kind: SlideKind) -> Option<String> {
    let language = stage.language();
    let year = stage.year()?;
    match kind {
        SlideKind::Levers => most_telling(stage).first().and_then(|metric| metric_stated(stage, *metric)),
        SlideKind::Capacity => {
            let queue = capacity::waiting(stage, year).filter(|queue| !queue.without.is_zero());
            let told = queue.map(|queue| {
                let count = words::Counted::new(language, queue.without, 0);
                text::HeadQueue { year, count }.say(language)
            });
            told.or_else(|| metric_stated(stage, Metric::Fte))
        }
        SlideKind::Flows => {
            let flows = flows_now(stage)?;
            let (income, cost) = (words::kr(flows.received().ok()?, UNIT), words::kr(flows.spent().ok()?, UNIT));
            Some(text::HeadFlows { year, income, cost }.say(language))
        }
        SlideKind::Compare => compare::headline(stage),
        SlideKind::Contributions => {
            let paid = stage.cell(year, Metric::Contributions);
            let told = text::HeadContributions { year, sum: words::kr(paid.new?, UNIT) }.say(language);
            let beside = stage.context.scenario.get().and(paid.difference).map(|change| {
                if change.is_zero() {
                    return label::as_without_changes(language).to_owned();
                }
                text::Change { change: words::figure_change(language, Metric::Contributions, change, UNIT) }
                    .say(language)
            });
            Some(beside.map_or_else(|| told.clone(), |beside| format!("{told}, {beside}")))
        }
        SlideKind::Risks => {
            let plan = stage.context.plan()?;
            let outcome = stage.context.scenario_outcome.get()?;
            let found = at_risk(&plan, &outcome.budget, stage.association().as_ref(), year).ok()?;
            let amount = words::kr(found.lines, UNIT);
            (!found.lines.is_zero()).then(|| text::HeadRisks { year, amount }.say(language))
        }
        SlideKind::Findings => {
            let outcome = stage.context.scenario_outcome.get()?;
            let (errors, warnings) = counted(&outcome, stage.association().as_ref());
            let remarks = words::remarks_alone(language, errors, warnings);
            (errors > 0 || warnings > 0).then(|| text::HeadFindings { remarks }.say(language))
        }
        SlideKind::Proposal => Some(proposal::name(stage).to_owned()),
        SlideKind::Title | SlideKind::Question | SlideKind::ThinkFirst | SlideKind::Text => None,
    }
}

/// `2018 har vi 1,15 samordnare`.
fn metric_stated(stage: Stage, metric: Metric) -> Option<String> {
    let language = stage.language();
    let year = stage.year()?;
    let new = stage.cell(year, metric).new?;
    let value = words::figure_value(language, metric, new, UNIT);
    Some(match metric {
        Metric::Fte => text::HeadFte { year, value: Counted::new(language, new, 2) }.say(language),
        Metric::Places => text::HeadPlaces { year, value: Counted::new(language, new, 0) }.say(language),
        Metric::Result => text::HeadResult { year, value }.say(language),
        Metric::Base => text::HeadBase { year, value }.say(language),
        _ => text::HeadEquity { year, value }.say(language),
    })
}
