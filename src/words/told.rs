//! What the slides and the sections of a report are called.

use super::generated::{gains, label, report, scenario, show, view};
use super::language::Language;
use samplan::plan::{SectionKind, Slide, SlideKind};

/// What a slide of a kind is called, also as its heading.
pub fn slide_kind(language: Language, kind: SlideKind) -> &'static str {
    match kind {
        SlideKind::Title => show::slide_title(language),
        SlideKind::Question => label::the_question(language),
        SlideKind::Text => label::own_text(language),
        SlideKind::Flows => show::slide_flows(language),
        SlideKind::Levers => show::slide_levers(language),
        SlideKind::ThinkFirst => show::slide_think(language),
        SlideKind::Compare => view::compare(language),
        SlideKind::Capacity => show::slide_capacity(language),
        SlideKind::Contributions => scenario::contributors(language),
        SlideKind::Risks => label::risks(language),
        SlideKind::Findings => show::slide_findings(language),
        SlideKind::Proposal => show::slide_proposal(language),
    }
}

/// What a slide is called: by its own title, or else by what it shows.
pub fn slide_name(language: Language, slide: &Slide) -> &str {
    if slide.title.is_empty() { slide_kind(language, slide.kind) } else { &slide.title }
}

/// What a section of the report is called.
pub fn report_section(language: Language, kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Question => label::the_question(language),
        SectionKind::Proposal => label::proposal_for_decision(language),
        SectionKind::Positions => label::positions(language),
        SectionKind::Assumptions => view::plan(language),
        SectionKind::Table => label::figures_by_year(language),
        SectionKind::Contributions => report::contributions(language),
        SectionKind::Differences => label::what_differs(language),
        SectionKind::Gains => gains::title(language),
        SectionKind::Charts => report::charts(language),
        SectionKind::Findings => label::checks(language),
        SectionKind::Risks => label::risks(language),
        SectionKind::Log => report::log(language),
        SectionKind::Timeline => report::timeline(language),
    }
}
