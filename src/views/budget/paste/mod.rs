//! Pasting a table: the text, how it was read, what each row and column becomes, and the one edit that follows.

mod preview;

use super::rows::Row;
use super::state::Table;
use crate::state::memo::memo;
use crate::ui::dialog::Dialog;
use crate::ui::form::{on_event, on_mouse};
use crate::ui::segments::Segments;
use crate::ui::text::say;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::{self, Edit, RowUse};
use samplan::exchange::table::{Cell, Reading, TableError, read_table};
use samplan::money::Unit;

/// What the user has decided about a reading.
#[derive(Debug, Clone, PartialEq)]
struct Choices {
    uses: Vec<RowUse>,
    years: Vec<Option<Year>>,
}

/// The dialog.
#[component]
pub fn PasteDialog(table: Table) -> impl IntoView {
    let context = table.context;
    let title = Signal::derive(move || words::paste::title(context.language()).to_owned());
    view! {
        <Dialog open=table.pasting title wide=true><Body table/></Dialog>
    }
}

#[component]
fn Body(table: Table) -> impl IntoView {
    let context = table.context;
    let text = RwSignal::new(table.pasted.get_untracked());
    let unit = RwSignal::new(context.settings.with_untracked(|settings| settings.unit));
    let reading = memo(move || text.with(|text| read_table(text, unit.get())));
    let choices = RwSignal::new(Choices { uses: Vec::new(), years: Vec::new() });
    Effect::new(move |_| {
        if let Ok(reading) = reading.get() {
            choices.set(preset(table, &reading));
        }
    });
    let ready = memo(move || {
        let reading = reading.get().ok()?;
        let (edit, count) = edit_for(table, &reading, &choices.get())?;
        (count > 0).then_some((edit, count))
    });
    let outside = move || reading.get().is_ok_and(|reading| !reading.has_names) && ready.get().is_none();
    let error = move || {
        let language = context.language();
        reading.get().err().filter(|error| *error != TableError::Empty).map(|error| match error {
            TableError::Empty => words::paste::empty(language).to_owned(),
            TableError::TooLarge { .. } => words::paste::too_large(language).to_owned(),
            TableError::TooManyRows { found } => words::paste::TooManyRows { count: found }.say(language),
            TableError::TooManyColumns { row, found } => {
                words::paste::TooManyColumns { row, count: found }.say(language)
            }
        })
    };
    let apply = move |_| {
        let Some((edit, count)) = ready.get_untracked() else { return };
        if super::lines::commit(table, edit) {
            context.notices.say(words::paste::Done { count }.say(context.language()));
            table.pasting.set(false);
            table.focus.update(|focus| *focus = focus.wrapping_add(1));
        }
    };
    let shown = move || {
        reading.get().ok().map(|reading| {
            let start = (!reading.has_names).then(|| {
                let name = table.line().map(|line| line.name).unwrap_or_default();
                let year = table.year().map(|year| year.to_string()).unwrap_or_default();
                view! { <p>{words::paste::StartHere { name, year }.say(context.language())}</p> }
            });
            let unread = unread(&reading);
            view! {
                <h3>{words::paste::read(context.language())}</h3>
                {start}
                {(unread > 0).then(|| view! {
                    <p class="field-error" data-test="unread">{words::paste::UnreadCount { count: unread }.say(context.language())}</p>
                })}
                <preview::Preview table reading choices/>
            }
        })
    };
    view! {
        <p>{say(words::paste::intro)}</p>
        <div class="field">
            <label for="paste-text">{say(words::paste::text)}</label>
            <textarea id="paste-text" rows="5" spellcheck="false" data-test="paste-text"
                prop:value=move || text.get() on:input=on_event(move |event| text.set(event_target_value(&event)))></textarea>
        </div>
        <div class="row">
            <span class="small muted">{say(words::paste::unit)}</span>
            <Segments
                label=Signal::derive(move || words::paste::unit(context.language()).to_owned())
                options=vec![(Unit::Kronor, Signal::stored("kr".to_owned())), (Unit::Thousands, Signal::stored("tkr".to_owned()))]
                value=unit on_change=move |chosen| unit.set(chosen)/>
        </div>
        {move || error().map(|error| view! { <p class="field-error" role="alert">{error}</p> })}
        {shown}
        <Show when=outside>
            <p class="field-error">{say(words::paste::outside)}</p>
        </Show>
        <div class="actions">
            <button on:click=on_mouse(move |_| table.pasting.set(false))>{say(label::cancel)}</button>
            <button class="primary" on:click=on_mouse(apply) data-test="paste-apply"
                aria-disabled=move || ready.get().is_none().to_string()>
                {move || match ready.get() {
                    Some((_, count)) => words::paste::Apply { count }.say(context.language()),
                    None => words::paste::nothing(context.language()).to_owned(),
                }}
            </button>
        </div>
    }
}

/// Columns go by their headings; without any, into the table's years from the cursor's on.
fn preset(table: Table, reading: &Reading) -> Choices {
    let uses = table.with_association(|association| edit::presets(association, reading)).unwrap_or_default();
    let named = reading.columns.iter().any(|column| column.year.is_some());
    let years = table.years();
    let start = table.cursor.get_untracked().column.saturating_sub(1);
    let by_place = |place: usize| years.get(start + place).copied();
    let columns = reading.columns.iter().enumerate();
    let years = columns.map(|(place, column)| if named { column.year } else { by_place(place) }).collect();
    Choices { uses, years }
}

fn edit_for(table: Table, reading: &Reading, choices: &Choices) -> Option<(Edit, usize)> {
    if reading.has_names {
        let unnamed = label::new_line(table.context.language());
        return table.with_association(|one| edit::paste(one, reading, &choices.uses, &choices.years, unnamed));
    }
    let place = table.cursor.get_untracked();
    let lines: Vec<_> = table.rows.with_untracked(|rows| {
        let below = rows.iter().skip(place.row);
        below.filter_map(|row| if let Row::Line(id) = row { Some(id.clone()) } else { None }).collect()
    });
    let years: Vec<_> = table.years().into_iter().skip(place.column.saturating_sub(1)).collect();
    edit::paste_figures(&table.shown.get_untracked()?, reading, &lines, &years)
}

fn unread(reading: &Reading) -> usize {
    let cells = reading.rows.iter().flat_map(|row| &row.cells);
    cells.filter(|cell| matches!(cell, Cell::Unreadable { .. })).count()
}
