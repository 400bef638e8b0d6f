//! The table of slides: what the fields of each ask for, and how it is drawn. A new kind is a file that draws it and a line
//! here; what it is called is among the words, and what it has to say of a plan in the model (`samplan::show`).

use super::opening::{question, running, title};
use super::stage::Stage;
use super::{capacity, compare, contributions, findings, flows, levers, proposal, risks};
use crate::words::{Word, show as text};
use leptos::prelude::*;
use samplan::plan::{Slide, SlideKind};

/// A kind of slide.
pub struct SlideView {
    /// What its text field asks for.
    pub hint: Word,
    /// Whether levers stand on it.
    pub levers: bool,
    pub draw: DrawSlide,
}

/// How a slide is drawn.
pub enum DrawSlide {
    /// All of it.
    Whole(fn(Stage, &Slide) -> AnyView),
    /// What stands under the heading; and the kind in the page's attributes.
    Framed(&'static str, fn(Stage, &Slide) -> AnyView),
}

/// The kinds as they are offered.
pub const OFFERED: [SlideKind; 12] = [
    SlideKind::Text,
    SlideKind::Levers,
    SlideKind::ThinkFirst,
    SlideKind::Question,
    SlideKind::Flows,
    SlideKind::Compare,
    SlideKind::Capacity,
    SlideKind::Contributions,
    SlideKind::Risks,
    SlideKind::Findings,
    SlideKind::Proposal,
    SlideKind::Title,
];

/// The table.
pub fn of(kind: SlideKind) -> SlideView {
    use DrawSlide::{Framed, Whole};
    use SlideKind as K;
    let of = |draw| SlideView { hint: text::text_hint, levers: false, draw };
    match kind {
        K::Title => of(Whole(title)),
        K::Question => SlideView { hint: text::own_question_hint, ..of(Whole(question)) },
        K::Text => of(Framed("text", |_, slide| running(&slide.text))),
        K::Flows => of(Framed("flows", |stage, _| flows::flows(stage))),
        K::Levers => SlideView { levers: true, ..of(Framed("levers", levers::levers)) },
        K::ThinkFirst => SlideView { hint: text::think_hint, ..of(Framed("think", levers::think)) },
        K::Compare => of(Framed("compare", |stage, _| compare::compare(stage))),
        K::Capacity => of(Framed("capacity", |stage, _| capacity::capacity(stage))),
        K::Contributions => of(Framed("contributions", |stage, _| contributions::contributions(stage))),
        K::Risks => of(Framed("risks", |stage, _| risks::risks(stage))),
        K::Findings => of(Framed("findings", findings::findings)),
        K::Proposal => of(Framed("proposal", proposal::proposal)),
    }
}
