//! The page itself: the title block and the chosen sections in their order.

use super::masthead;
use super::sections::{self, SectionView, Writing};
use super::state::Page;
use super::text_box::text_box;
use crate::state::memo::memo;
use crate::ui::form::OnChange;
use crate::ui::keyed_list::keyed_list;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::plan::{Scenario, SectionKind};

/// The sheet.
pub fn page(page: Page) -> AnyView {
    let order = page.layout.order();
    let shown = memo(move || {
        let there = |kind: &SectionKind| sections::has(page, *kind) && page.layout.with(*kind, |one| !one.hidden);
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
    let SectionView { name, body, writing } = sections::of(kind);
    let heading = Signal::derive(move || words::report_section(context.language(), kind).to_owned());
    // What nobody has written anything in is there to be written in, not to be printed.
    let none = move |read: fn(&Scenario) -> bool| context.with_scenario(|_, one| read(one)).unwrap_or_default();
    let empty = Signal::derive(move || match writing {
        Writing::Note => false,
        Writing::Whole(is_empty) => none(is_empty),
        Writing::Filled(is_empty) => none(is_empty) && page.layout.with(kind, |one| one.text.is_empty()),
    });
    let note = (!matches!(writing, Writing::Whole(_))).then(|| note(page, kind, name));
    view! {
        <section class=format!("part part-{name}") class:unprinted=empty aria-labelledby=format!("part-{name}")
            data-test=format!("part-{name}")>
            <h2 id=format!("part-{name}")>{heading}</h2>
            {note}
            {body(page)}
        </section>
    }
    .into_any()
}

/// The users' own text in a section.
fn note(page: Page, kind: SectionKind, name: &'static str) -> AnyView {
    let context = page.context;
    let words = Signal::derive(move || page.layout.with(kind, |one| one.text.clone()));
    let write = OnChange::new(move |typed: String| page.layout.write(kind, typed));
    let compared = memo(move || context.scenario.with(Option::is_some));
    // The base's page has no place in the file.
    let field = move || {
        compared.get().then(|| text_box(context, "note-box", format!("text-{name}"), label::own_text, words, write))
    };
    field.into_any()
}
