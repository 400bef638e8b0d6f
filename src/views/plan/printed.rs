//! All figures that the association's document states, year by year.

use super::lens::AssociationLens;
use super::section::TITLE;
use crate::components::stated_figures::{StatedFigureDialog, StatedFigureEditor, StatedFigureList};
use crate::state::memo::memo;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::text_fn;
use crate::words::{self, plan_settings as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::finding::Detail;
use samplan::plan::{FigureMeaning, Metric, Term};

#[component]
pub fn PrintedFigures(association: AssociationLens) -> impl IntoView {
    let context = association.context;
    let editor = StatedFigureEditor::new(context, association.id());
    let horizon = association.plan().horizon();
    let years = association.part(|one| {
        let mut years: Vec<Year> = one.printed.iter().map(|printed| printed.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    });
    let add = move |_| editor.add(horizon.get_untracked().first, FigureMeaning::Term(Term::Metric(Metric::Cost)));
    view! {
        <p class="hint">{text_fn(text::printed_what)}</p>
        <div class="buttons">
            <button type="button" on:click=on_mouse(add) data-test="add-printed">
                <Icon shape=Shape::Plus/>{text_fn(words::printed::add)}
            </button>
        </div>
        <Show when=move || years.with(Vec::is_empty)><p class="hint">{text_fn(words::printed::none)}</p></Show>
        <div class="items">
            {keyed_list(move || years.get(), move |year| view! { <OfYear association=association editor=editor year=year/> })}
        </div>
        <StatedFigureDialog editor=editor/>
    }
}

#[component]
fn OfYear(association: AssociationLens, editor: StatedFigureEditor, year: Year) -> impl IntoView {
    let context = association.context;
    let places = association.part(move |one| {
        let here = one.printed.iter().enumerate().filter(|(_, printed)| printed.year == year);
        here.map(|(place, _)| place).collect::<Vec<_>>()
    });
    let differ = memo(move || {
        let id = association.id();
        context.outcome.with(|outcome| {
            let findings = outcome.iter().flat_map(|outcome| &outcome.report.findings);
            let here = findings.filter(|finding| {
                matches!(finding.detail, Detail::PrintedDiffers(_))
                    && finding.association.as_ref() == Some(&id)
                    && finding.year == Some(year)
            });
            here.count()
        })
    });
    view! {
        <details class="item" open=true data-test="printed-year">
            <summary>
                <h3 class="what">{move || text::PrintedYear { year, count: places.with(Vec::len) }.say(context.language())}</h3>
                <Show when=move || differ.get() != 0>
                    <span class="digest differs">{move || text::PrintedDiffer { count: differ.get() }.say(context.language())}</span>
                </Show>
            </summary>
            <StatedFigureList association=association.id() places=places editor=editor after=TITLE/>
        </details>
    }
}
