//! The table of slides: what each is called, what its fields ask for, and how it is drawn. A new kind is a file that draws
//! it and a line here; what it has to say of a plan is in the model (`samplan::show`).

use super::opening::{question, running, title};
use super::stage::Stage;
use super::{capacity, compare, contributions, findings, flows, levers, proposal, risks};
use crate::words::{self, Word, label, show as text};
use leptos::prelude::*;
use samplan::plan::{Slide, SlideKind};

/// A kind of slide.
pub struct Kind {
    /// What it is called, also as its heading.
    pub name: Word,
    /// What its text field asks for.
    pub hint: Word,
    /// Whether levers stand on it.
    pub levers: bool,
    pub draw: Draw,
}

/// How a slide is drawn.
pub enum Draw {
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
pub fn of(kind: SlideKind) -> Kind {
    use Draw::{Framed, Whole};
    use SlideKind as K;
    let of = |name, draw| Kind { name, hint: text::text_hint, levers: false, draw };
    match kind {
        K::Title => of(text::slide_title, Whole(title)),
        K::Question => Kind { hint: text::own_question_hint, ..of(label::the_question, Whole(question)) },
        K::Text => of(label::own_text, Framed("text", |_, slide| running(&slide.text))),
        K::Flows => of(text::slide_flows, Framed("flows", |stage, _| flows::flows(stage))),
        K::Levers => Kind { levers: true, ..of(text::slide_levers, Framed("levers", levers::levers)) },
        K::ThinkFirst => Kind { hint: text::think_hint, ..of(text::slide_think, Framed("think", levers::think)) },
        K::Compare => of(words::view::compare, Framed("compare", |stage, _| compare::compare(stage))),
        K::Capacity => of(text::slide_capacity, Framed("capacity", |stage, _| capacity::capacity(stage))),
        K::Contributions => of(
            crate::words::scenario::contributors,
            Framed("contributions", |stage, _| contributions::contributions(stage)),
        ),
        K::Risks => of(label::risks, Framed("risks", |stage, _| risks::risks(stage))),
        K::Findings => of(text::slide_findings, Framed("findings", |stage, _| findings::findings(stage))),
        K::Proposal => of(text::slide_proposal, Framed("proposal", |stage, _| proposal::proposal(stage))),
    }
}
