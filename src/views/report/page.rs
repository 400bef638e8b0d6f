//! The page itself: the title block and the chosen sections in their order.

use super::text_box::{Write, text_box};
use super::{
    Page, assumptions, bars, contributions, differences, figures, findings, masthead, positions, risks, timeline,
};
use crate::state::Context;
use crate::ui::keyed_list::keyed_list;
use crate::ui::memo::memo;
use crate::words::{self, label, report as text};
use leptos::prelude::*;
use samplan::edit::PresentationEdit;
use samplan::plan::{Scenario, SectionKind};

/// The sheet.
pub fn page(page: Page) -> AnyView {
    let order = page.layout.order();
    let shown = memo(move || {
        let there = |kind: &SectionKind| page.has(*kind) && page.layout.with(*kind, |one| !one.hidden);
        order.get().into_iter().filter(there).collect::<Vec<_>>()
    });
    let language = Signal::derive(move || page.context.language().tag());
    view! {
        <article class="minutes" lang=language data-test="minutes">
            {masthead::masthead(page)}
            {keyed_list(move || shown.get(), move |kind| section(page, kind))}
        </article>
    }
    .into_any()
}

fn section(page: Page, kind: SectionKind) -> AnyView {
    let context = page.context;
    let test = test_name(kind);
    let heading = Signal::derive(move || title(kind)(context.language()).to_owned());
    let body = match kind {
        SectionKind::Question => {
            own(page, "question", text::write_question, |one| one.question.clone(), PresentationEdit::Question)
        }
        SectionKind::Proposal => {
            own(page, "proposal", text::write_proposal, |one| one.proposal.clone(), PresentationEdit::Proposal)
        }
        SectionKind::Positions => positions::positions(page),
        SectionKind::Charts => bars::charts(page),
        SectionKind::Assumptions => told(page, assumptions::assumptions),
        SectionKind::Table => told(page, figures::figures),
        SectionKind::Contributions => told(page, contributions::contributions),
        SectionKind::Differences => told(page, differences::differences),
        SectionKind::Findings => told(page, findings::findings),
        SectionKind::Risks => told(page, risks::risks),
        SectionKind::Timeline => told(page, timeline::timeline),
    };
    // What nobody has written anything in is there to be written in, not to be printed.
    let empty = Signal::derive(move || {
        let told = |read: fn(&Scenario) -> bool| context.with_scenario(|_, one| read(one)).unwrap_or_default();
        match kind {
            SectionKind::Question => told(|one| one.question.is_empty()),
            SectionKind::Proposal => told(|one| one.proposal.is_empty()),
            SectionKind::Positions => {
                told(|one| one.positions.is_empty()) && page.layout.with(kind, |one| one.text.is_empty())
            }
            _ => false,
        }
    });
    view! {
        <section class=format!("part part-{test}") class:unprinted=empty aria-labelledby=format!("part-{test}")
            data-test=format!("part-{test}")>
            <h2 id=format!("part-{test}")>{heading}</h2>
            {note(page, kind)}
            {body}
        </section>
    }
    .into_any()
}

/// What follows from the plan, told again when it changes.
fn told(page: Page, tell: fn(Page) -> AnyView) -> AnyView {
    (move || tell(page)).into_any()
}

/// The users' own text in a section; those that are nothing but a text have no other.
fn note(page: Page, kind: SectionKind) -> Option<AnyView> {
    if matches!(kind, SectionKind::Question | SectionKind::Proposal) {
        return None;
    }
    let context = page.context;
    let words = Signal::derive(move || page.layout.with(kind, |one| one.text.clone()));
    let write = Write::new(move |typed: String| page.layout.write(kind, typed));
    let compared = memo(move || context.scenario.with(Option::is_some));
    // The base's page has no place in the file.
    let field = move || {
        compared
            .get()
            .then(|| text_box(context, "note-box", format!("text-{}", test_name(kind)), text::own_text, words, write))
    };
    Some(field.into_any())
}

fn own(
    page: Page,
    test: &'static str,
    label: words::Word,
    read: fn(&Scenario) -> String,
    edit: fn(String) -> PresentationEdit,
) -> AnyView {
    let context: Context = page.context;
    let words = Signal::derive(move || context.with_scenario(|_, scenario| read(scenario)).unwrap_or_default());
    let write = Write::new(move |typed: String| page.layout.try_tell(edit(typed)));
    text_box(context, "whole", format!("text-{test}"), label, words, write)
}

/// A section's title.
pub fn title(kind: SectionKind) -> words::Word {
    match kind {
        SectionKind::Question => label::the_question,
        SectionKind::Proposal => label::proposal_for_decision,
        SectionKind::Assumptions => words::view::plan,
        SectionKind::Table => label::figures_by_year,
        SectionKind::Contributions => text::contributions,
        SectionKind::Differences => label::what_differs,
        SectionKind::Charts => text::charts,
        SectionKind::Findings => label::checks,
        SectionKind::Risks => label::risks,
        SectionKind::Positions => label::positions,
        SectionKind::Timeline => text::timeline,
    }
}

/// What a section is called in the page's ids.
pub fn test_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Question => "question",
        SectionKind::Proposal => "proposal",
        SectionKind::Assumptions => "assumptions",
        SectionKind::Table => "table",
        SectionKind::Contributions => "contributions",
        SectionKind::Differences => "differences",
        SectionKind::Charts => "charts",
        SectionKind::Findings => "findings",
        SectionKind::Risks => "risks",
        SectionKind::Positions => "positions",
        SectionKind::Timeline => "timeline",
    }
}
