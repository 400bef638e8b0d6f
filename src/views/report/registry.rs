//! What the registry asks of the page: case number, item, meeting, officer, appendix. Written in place, kept in the file; what
//! nobody has written is not printed.

use super::state::Page;
use super::text_box::text_box;
use crate::ui::form::OnChange;
use crate::words::{Word, report as text};
use leptos::prelude::*;
use samplan::edit::PresentationEdit;
use samplan::plan::Registry;

/// A field: its name in tests, its word, and its place.
type Field = (&'static str, Word, fn(&mut Registry) -> &mut String);

const FIELDS: [Field; 5] = [
    ("case-number", text::case_number, |one| &mut one.case_number),
    ("paragraph", text::paragraph, |one| &mut one.paragraph),
    ("meeting", text::meeting, |one| &mut one.meeting),
    ("officer", text::officer, |one| &mut one.officer),
    ("appendix", text::appendix, |one| &mut one.appendix),
];

/// The fields; the base's page has no place in the file for them.
pub fn registry(page: Page) -> AnyView {
    let context = page.context;
    let has_place = crate::state::memo::memo(move || context.scenario.with(Option::is_some));
    let fields = move || {
        has_place.get().then(|| {
            let fields = FIELDS.map(|field| written(page, field)).into_iter().collect_view();
            view! { <dl class="imprint registry" data-test="registry">{fields}</dl> }
        })
    };
    fields.into_any()
}

fn now(page: Page) -> Registry {
    page.context.with_scenario(|_, scenario| scenario.registry.clone()).unwrap_or_default()
}

fn written(page: Page, (test, word, of): Field) -> AnyView {
    let context = page.context;
    let words = Signal::derive(move || of(&mut now(page)).clone());
    let write = OnChange::new(move |typed: String| {
        let mut registry = untrack(|| now(page));
        *of(&mut registry) = typed;
        page.layout.try_tell(PresentationEdit::Registry(registry))
    });
    let empty = Signal::derive(move || words.with(String::is_empty));
    view! {
        <div class:unprinted=empty>
            <dt>{move || word(context.language())}</dt>
            <dd>{text_box(context, "note-box", format!("registry-{test}"), word, words, write)}</dd>
        </div>
    }
    .into_any()
}
