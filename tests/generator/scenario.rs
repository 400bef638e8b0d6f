//! Scenarios of decisions that may or may not apply.

use super::value::{Amounts, any_amount, any_year, by_year, name, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::calendar::Year;
use samplan::decision::{Decision, EquityUse, OneOff};
use samplan::lever::{LeverAddress, LineField};
use samplan::plan::{
    Category, Id, LogEntry, LoggedFigure, Metric, Opinion, Registry, ReportSection, Scenario, ScenarioStep,
    SectionKind, Slide, SlideKind, Stance,
};

pub fn scenario(amounts: Amounts) -> impl Strategy<Value = Scenario> {
    let told = ((text(), registry()), text(), vec(position(), 0..3), vec(slide(), 0..3), vec(section(), 0..3));
    (name(), text(), vec(step(amounts), 0..4), told).prop_map(
        |(name, description, steps, ((question, registry), proposal, positions, slides, report))| Scenario {
            id: Id::new(""),
            name,
            description,
            steps,
            question,
            proposal,
            registry,
            positions,
            slides,
            report,
        },
    )
}

fn registry() -> impl Strategy<Value = Registry> {
    (text(), text(), text(), text(), text()).prop_map(|(case_number, paragraph, meeting, officer, appendix)| Registry {
        case_number,
        paragraph,
        meeting,
        officer,
        appendix,
    })
}

fn position() -> impl Strategy<Value = Stance> {
    let stand = select(vec![Opinion::For, Opinion::Against, Opinion::NeedsMore]);
    (name(), stand, text()).prop_map(|(who, stand, said)| Stance { id: Id::new(""), who, opinion: stand, said })
}

/// A scenario that has become the plan.
pub fn logged() -> impl Strategy<Value = LogEntry> {
    let told = (text(), text(), text(), vec(text(), 0..3), vec(position(), 0..3));
    let metric = select(vec![Metric::Equity, Metric::Result, Metric::Cost]);
    let figure = (metric, by_year(any_amount())).prop_map(|(metric, years)| LoggedFigure { metric, years });
    (name(), name(), told, vec(figure, 0..3)).prop_map(
        |(date, scenario, (description, question, proposal, decisions, positions), figures)| LogEntry {
            id: Id::new(""),
            date,
            scenario,
            description,
            question,
            proposal,
            decisions,
            positions,
            figures,
        },
    )
}

fn slide() -> impl Strategy<Value = Slide> {
    let kind = select(vec![
        SlideKind::Title,
        SlideKind::Flows,
        SlideKind::Question,
        SlideKind::Levers,
        SlideKind::ThinkFirst,
        SlideKind::Compare,
        SlideKind::Capacity,
        SlideKind::Contributions,
        SlideKind::Risks,
        SlideKind::Findings,
        SlideKind::Proposal,
        SlideKind::Text,
    ]);
    (kind, text(), text(), any::<bool>(), text(), vec(lever(), 0..=Slide::MOST_LEVERS)).prop_map(
        |(kind, title, text, hidden, notes, levers)| Slide {
            id: Id::new(""),
            kind,
            title,
            text,
            hidden,
            notes,
            levers,
        },
    )
}

fn section() -> impl Strategy<Value = ReportSection> {
    let kind = select(vec![
        SectionKind::Question,
        SectionKind::Proposal,
        SectionKind::Assumptions,
        SectionKind::Table,
        SectionKind::Contributions,
        SectionKind::Gains,
        SectionKind::Differences,
        SectionKind::Charts,
        SectionKind::Findings,
        SectionKind::Risks,
        SectionKind::Positions,
        SectionKind::Timeline,
        SectionKind::Log,
    ]);
    (kind, any::<bool>(), text()).prop_map(|(kind, hidden, text)| ReportSection { kind, hidden, text })
}

/// A lever that may or may not be there.
pub fn lever() -> impl Strategy<Value = LeverAddress> {
    let association = || (0usize..4).prop_map(|place| Id::new(&format!("association-{place}")));
    let line = || (0usize..8).prop_map(|place| Id::new(&format!("line-{place}")));
    let part = prop_oneof![
        Just(LineField::Whole),
        Just(LineField::First),
        any_year().prop_map(LineField::Amount),
        (0usize..4).prop_map(LineField::FundedShare),
    ];
    prop_oneof![
        association().prop_map(|association| LeverAddress::OpeningEquity { association }),
        (association(), any_year())
            .prop_map(|(association, year): (Id, Year)| LeverAddress::EquityUse { association, year }),
        (association(), line(), part).prop_map(|(association, line, part)| LeverAddress::Line {
            association,
            line,
            part
        }),
    ]
}

fn step(amounts: Amounts) -> impl Strategy<Value = ScenarioStep> {
    (text(), any::<bool>(), decision(amounts)).prop_map(|(name, on, decision)| ScenarioStep {
        id: Id::new(""),
        name,
        on,
        decision,
    })
}

fn decision(of: Amounts) -> impl Strategy<Value = Decision> {
    // One more association than a plan can have here: some decisions meet none.
    let association = || (0usize..4).prop_map(|place| Id::new(&format!("association-{place}")));
    let amounts = by_year(of.amount()).prop_filter("an amount is needed", |amounts| !amounts.is_empty());
    // Contributions have decisions of their own.
    let categories: Vec<Category> = Category::ALL.into_iter().filter(|kind| *kind != Category::Contribution).collect();
    let one_off = (association(), name(), select(categories), any_year(), of.amount());
    prop_oneof![
        (association(), amounts)
            .prop_map(|(association, amounts)| Decision::EquityUse(EquityUse { association, amounts })),
        one_off.prop_map(|(association, name, category, year, amount)| {
            Decision::OneOff(OneOff { association, name, category, year, amount })
        }),
    ]
}
