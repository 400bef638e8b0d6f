//! What a document states about the line.

use super::group::Group;
use super::lens::LineLens;
use crate::components::stated_figures::{StatedFigureDialog, StatedFigureEditor, StatedFigureList};
use crate::state::memo::memo;
use crate::ui::form::on_mouse;
use crate::ui::text::{text_fn, text_signal};
use crate::words;
use leptos::prelude::*;
use samplan::plan::{FigureMeaning, Term};

#[component]
pub fn LinePrinted(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let places = memo(move || {
        lens.with(|_, association, line| {
            let named = association.printed.iter().enumerate().filter(|(_, printed)| printed.names(&line.id));
            named.map(|(place, _)| place).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let digest = Signal::derive(move || match places.with(Vec::len) {
        0 => words::printed::none(context.language()).to_owned(),
        count => count.to_string(),
    });
    let association = lens.association_id();
    let editor = StatedFigureEditor::new(context, association.clone());
    let horizon = lens.horizon();
    let add = move |_| {
        let year = horizon.get_untracked().first;
        editor.add(year, FigureMeaning::Term(Term::Line(lens.id())));
    };
    view! {
        <Group title=text_signal(words::printed::title) digest=digest name="printed">
            <p class="hint">{text_fn(words::line_panel::printed_what)}</p>
            <StatedFigureList association=association places=places editor=editor with_year=true after="add-line-printed"/>
            <button type="button" id="add-line-printed" on:click=on_mouse(add)>{text_fn(words::printed::add)}</button>
        </Group>
        <StatedFigureDialog editor=editor/>
    }
}
