//! The table of sections: what stands in each. A new kind is a file with its body and a line here; what it is called is
//! among the words.

use super::own_text::{own, told};
use super::state::Page;
use super::{assumptions, bars, contributions, differences, figures, findings, gains, log, positions, risks, timeline};
use crate::words::report as text;
use leptos::prelude::*;
use samplan::edit::PresentationEdit;
use samplan::plan::{Scenario, SectionKind};

/// A kind of section.
pub struct SectionView {
    /// What it is called in the page's ids.
    pub name: &'static str,
    pub body: fn(Page) -> AnyView,
    pub writing: Writing,
}

/// What the users write in a section.
#[derive(Clone, Copy)]
pub enum Writing {
    /// A text under what follows from the plan.
    Note,
    /// The section is what they write: with nothing written it is not printed.
    Whole(fn(&Scenario) -> bool),
    /// They fill it, and a note beside: with neither it is not printed.
    Filled(fn(&Scenario) -> bool),
}

/// The table.
pub fn of(kind: SectionKind) -> SectionView {
    use SectionKind as K;
    use Writing::{Filled, Note, Whole};
    let of = |name, body, writing| SectionView { name, body, writing };
    match kind {
        K::Question => of("question", question, Whole(|one| one.question.is_empty())),
        K::Proposal => of("proposal", proposal, Whole(|one| one.proposal.is_empty())),
        K::Positions => of("positions", positions::positions, Filled(|one| one.positions.is_empty())),
        K::Assumptions => of("assumptions", |page| told(page, assumptions::assumptions), Note),
        K::Table => of("table", |page| told(page, figures::figures), Note),
        K::Contributions => of("contributions", |page| told(page, contributions::contributions), Note),
        K::Differences => of("differences", |page| told(page, differences::differences), Note),
        K::Gains => of("gains", |page| told(page, gains::gains_section), Note),
        K::Charts => of("charts", bars::charts, Note),
        K::Findings => of("findings", |page| told(page, findings::findings), Note),
        K::Risks => of("risks", |page| told(page, risks::risks), Note),
        K::Log => of("log", |page| told(page, log::log), Note),
        K::Timeline => of("timeline", |page| told(page, timeline::timeline), Note),
    }
}

fn question(page: Page) -> AnyView {
    own(page, "question", text::write_question, |one| one.question.clone(), PresentationEdit::Question)
}

fn proposal(page: Page) -> AnyView {
    own(page, "proposal", text::write_proposal, |one| one.proposal.clone(), PresentationEdit::Proposal)
}

/// Whether a section has anything to say about the plan as it is. Those that people write in always have their
/// place on a scenario's page.
pub fn has(page: Page, kind: SectionKind) -> bool {
    let compared = page.context.with_scenario(|_, _| ()).is_some();
    match kind {
        SectionKind::Question | SectionKind::Proposal | SectionKind::Positions | SectionKind::Differences => compared,
        SectionKind::Gains => page.context.plan().is_some_and(|plan| {
            let mut all = plan.associations.iter();
            all.any(|one| {
                let mut lines = one.lines.iter();
                one.capacity.is_some() || !one.goals.is_empty() || lines.any(|line| !line.participants.is_empty())
            })
        }),
        SectionKind::Risks => page.context.plan().is_some_and(|plan| risks::any(&plan)),
        SectionKind::Timeline => {
            page.context.plan().is_some_and(|plan| !plan.calendar.is_empty() || !plan.targets.is_empty())
        }
        SectionKind::Log => page.context.plan().is_some_and(|plan| !plan.log.is_empty()),
        SectionKind::Assumptions
        | SectionKind::Table
        | SectionKind::Contributions
        | SectionKind::Charts
        | SectionKind::Findings => true,
    }
}
