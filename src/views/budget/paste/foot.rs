//! Under the table: one sentence of what will happen, and the buttons.

use super::super::lines;
use super::super::rows::Row;
use super::work::{Paste, Ready};
use crate::ui::focus::focus_new;
use crate::ui::form::on_mouse;
use crate::ui::text::text_fn;
use crate::words::{self, Language, label};
use leptos::prelude::*;
use samplan::edit::{BlockProblem, RowUse};
use samplan::table::{Code, Reading};

/// The foot.
#[component]
pub fn Foot(paste: Paste, leaving: RwSignal<bool>) -> impl IntoView {
    let table = paste.table;
    let context = table.context;
    let apply = move |_| {
        let Ready::Go { edit, count, .. } = paste.ready.get_untracked() else { return };
        // Before it goes in: afterwards the table is read against the plan that it has changed.
        paste.keep();
        if lines::commit(table, edit) {
            context.notices.say(words::paste::Done { count }.say(context.language()));
            table.pasting.set(false);
            table.focus.update(|focus| *focus = focus.wrapping_add(1));
        }
    };
    let stay = move |_| {
        leaving.set(false);
        focus_new("#paste-text");
    };
    let stands = move || matches!(paste.ready.get(), Ready::Go { .. });
    let name = move || match paste.ready.get() {
        Ready::Go { count, .. } => words::paste::Apply { count }.say(context.language()),
        _ => words::paste::put_in(context.language()).to_owned(),
    };
    view! {
        <div class="actions paste-actions">
            <Show when=move || leaving.get() fallback=move || view! {
                <span class="small muted summary" data-test="paste-summary" aria-live="polite">{move || summary(paste)}</span>
            }>
                <span role="alert">{text_fn(words::paste::leave)}</span>
                <button id="paste-stay" on:click=on_mouse(stay)>{text_fn(words::paste::stay)}</button>
            </Show>
            <button on:click=on_mouse(move |_| table.pasting.set(false)) data-test="paste-close">
                {move || if leaving.get() { words::paste::throw(context.language()) } else { label::cancel(context.language()) }}
            </button>
            <button class="primary" id="paste-apply" on:click=on_mouse(apply) data-test="paste-apply"
                aria-disabled=move || (!stands()).to_string()>{name}</button>
        </div>
    }
}

/// What will happen, or why nothing can.
fn summary(paste: Paste) -> String {
    let language = paste.table.context.language();
    match paste.ready.get() {
        Ready::Refused(why) => why,
        Ready::Block(problem) => block(paste, language, problem),
        Ready::Nothing => nothing(paste, language),
        Ready::Go { .. } if paste.named.get() => counted(paste, language),
        Ready::Go { computed: 0, .. } => String::new(),
        Ready::Go { computed, .. } => words::paste::ComputedLeft { count: computed }.say(language),
    }
}

fn block(paste: Paste, language: Language, problem: BlockProblem) -> String {
    match problem {
        BlockProblem::Outside => words::paste::outside(language).to_owned(),
        BlockProblem::Unreadable(row, column) => words::paste::BlockUnreadable { row, column }.say(language),
        BlockProblem::Negative(row, column) => words::paste::BlockNegative { row, column }.say(language),
        BlockProblem::Computed => words::paste::all_computed(language).to_owned(),
        BlockProblem::Spread(place) => {
            let table = paste.table;
            let id = table.rows.with(|rows| rows.get(table.cursor.get().row.saturating_add(place)).cloned());
            let name = match id {
                Some(Row::Line(id)) => table.with_association(|one| one.line(&id).map(|line| line.name.clone())),
                _ => None,
            };
            words::paste::BlockSpread { name: name.flatten().unwrap_or_default() }.say(language)
        }
    }
}

/// Why nothing can be put in: what is asked first.
fn nothing(paste: Paste, language: Language) -> String {
    if !paste.is_read() {
        return String::new();
    }
    let asked = open(paste);
    match asked {
        0 => words::paste::nothing(language).to_owned(),
        count => words::paste::AskedFirst { count }.say(language),
    }
}

fn counted(paste: Paste, language: Language) -> String {
    let uses = paste.uses.get();
    let rows = |holds: &dyn Fn(&RowUse) -> bool| {
        paste.reading.with(|reading| {
            let rows = reading.as_ref().map(|reading| reading.rows.as_slice()).unwrap_or_default();
            uses.iter().zip(rows).filter(|(becomes, row)| holds(becomes) && !row.amounts.is_empty()).count()
        })
    };
    let new = rows(&|becomes| matches!(becomes, RowUse::NewLine(_)));
    let changed = rows(&|becomes| matches!(becomes, RowUse::Existing(_) | RowUse::SavedMoney));
    let printed = rows(&|becomes| *becomes == RowUse::Printed).saturating_add(beside(paste, &uses));
    let asked = open(paste);
    let said = words::paste::Summary { new, changed, printed }.say(language);
    let parts = paste.reading.with(|reading| {
        let (count, name) = reading.as_ref().ok()?.parts_of_total()?;
        Some(words::paste::PartsInTotal { count, name }.say(language))
    });
    let added = paste.reading.with(|reading| reading.as_ref().map_or(0, Reading::parts_added));
    let added = (added > 0).then(|| words::paste::PartsAdded { count: added }.say(language));
    let asked = (asked > 0).then(|| words::paste::StillAsked { count: asked }.say(language));
    [Some(said), parts, added, asked].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How many sub-totals become printed figures.
fn beside(paste: Paste, uses: &[RowUse]) -> usize {
    let Ready::Go { unplaced, .. } = paste.ready.get() else { return 0 };
    let goes = |becomes: &RowUse| matches!(becomes, RowUse::NewLine(_) | RowUse::Existing(_));
    paste.reading.with(|reading| {
        let rows = reading.as_ref().map(|reading| reading.rows.as_slice()).unwrap_or_default();
        let rows = rows.iter().zip(uses).enumerate();
        rows.filter(|(place, (row, becomes))| goes(becomes) && !row.beside.is_empty() && !unplaced.contains(place))
            .count()
    })
}

/// How many questions stand open.
fn open(paste: Paste) -> usize {
    let uses = paste.uses.get();
    let asked = |reading: &Reading| {
        let mut rows: Vec<usize> = Vec::new();
        let others = reading.questions.iter().filter(|question| match (question.row, question.column) {
            (Some(row), None) => {
                rows.push(row);
                false
            }
            // A block of figures goes where it is put: its unit alone is asked about.
            _ if !reading.has_names() => question.code == Code::Unit,
            _ => question.code != Code::NamesMissing,
        });
        let others = others.count();
        let unanswered = uses.iter().zip(&reading.rows).enumerate();
        let unanswered = unanswered.filter(|(place, (becomes, row))| {
            **becomes == RowUse::Unanswered && (rows.contains(place) || !row.amounts.is_empty())
        });
        unanswered.count().saturating_add(others)
    };
    paste.reading.with(|reading| reading.as_ref().map(asked).unwrap_or_default())
}
