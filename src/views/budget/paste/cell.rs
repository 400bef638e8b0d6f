//! The cells of a row: what goes in, in the unit on the screen, or why that is asked.

use super::ask;
use super::work::Paste;
use crate::state::memo::memo;
use crate::ui::focus::focus_new;
use crate::ui::form::on_event;
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::money::{self, Decimal, Unit};
use samplan::table::{Code, Column, ColumnKind, Doubt, Figure, Of, Question, Reading, Row, Scale};

/// What one cell shows.
#[derive(Debug, Clone, PartialEq)]
enum CellView {
    Nothing,
    /// What goes in; whether its minus was a way of writing.
    Amount(Decimal, bool),
    /// Figures that do not go in, kronor.
    Aside(Decimal),
    Share(Decimal),
    Asked(Code, Doubt),
}

/// The cells.
pub fn cells(paste: Paste, place: usize, columns: Memo<Vec<usize>>) -> impl IntoView {
    let shown = memo(move || {
        let columns = columns.get();
        let answers = paste.choices.with(|choices| choices.chosen.answers.cells.clone());
        paste.reading.with(|reading| {
            let Ok(reading) = reading else { return Vec::new() };
            let Some(row) = reading.rows.get(place) else { return Vec::new() };
            let one = |column: &usize| {
                let shown = shown(reading, row, (place, *column), answers.get(&(place, *column)).copied());
                (*column, shown)
            };
            columns.iter().map(one).collect()
        })
    });
    move || {
        let cells = shown.get().into_iter();
        cells.map(|(column, shown)| view! { <td>{cell(paste, (place, column), shown)}</td> }).collect_view()
    }
}

fn shown(reading: &Reading, row: &Row, place: (usize, usize), answered: Option<Option<Decimal>>) -> CellView {
    let here = |question: &&Question| question.row == Some(place.0) && question.column == Some(place.1);
    if let Some(Question { code: code @ Code::Cell(doubt), .. }) = reading.questions.iter().find(here) {
        return CellView::Asked(*code, *doubt);
    }
    if let Some(answered) = answered {
        return answered.map_or(CellView::Nothing, |amount| CellView::Amount(amount, false));
    }
    let Some(column) = reading.columns.get(place.1) else { return CellView::Nothing };
    match row.cells.get(place.1).unwrap_or(&Figure::Empty) {
        Figure::Empty | Figure::Text | Figure::Doubtful(_) => CellView::Nothing,
        Figure::Percent(share) => CellView::Share(*share),
        written @ (Figure::Dash | Figure::Amount { .. }) => amount(reading, column, row, written),
    }
}

fn amount(reading: &Reading, column: &Column, row: &Row, written: &Figure) -> CellView {
    let goes = column.year.filter(|_| column.kind == ColumnKind::Amount).and_then(|year| match column.of {
        Of::Budget => row.amounts.get(&year).copied(),
        of => row.others.get(&(of, year)).copied(),
    });
    let own = match written {
        Figure::Amount { value, scale, .. } => {
            let own = scale.unwrap_or(if column.kind == ColumnKind::Amount { column.scale } else { Scale::Kronor });
            value.checked_mul(own.factor()).unwrap_or(*value)
        }
        _ => Decimal::ZERO,
    };
    match goes {
        Some(amount) => {
            let turned = own.is_sign_negative() && !amount.is_sign_negative() && !own.is_zero();
            let part = if turned { own.abs() } else { own };
            CellView::Amount(if reading.is_in_parts(column) { part } else { amount }, turned)
        }
        None => CellView::Aside(own),
    }
}

fn cell(paste: Paste, place: (usize, usize), shown: CellView) -> AnyView {
    let context = paste.table.context;
    let language = context.language();
    match shown {
        CellView::Nothing => ().into_any(),
        CellView::Amount(amount, turned) => {
            let note = turned.then(|| view! { <span class="small muted">" "{words::paste::sign(language)}</span> });
            view! { {words::kronor(language, amount, context.unit())}{note} }.into_any()
        }
        CellView::Aside(amount) => {
            let amount = words::kronor(language, amount, context.unit());
            view! { <span class="muted">{amount}</span> }.into_any()
        }
        CellView::Share(share) => view! { <span class="muted">{words::percent(language, share)}</span> }.into_any(),
        CellView::Asked(code, doubt) => doubtful(paste, language, place, code, doubt),
    }
}

/// A cell that is asked about: why, and a field for the amount in kronor.
fn doubtful(paste: Paste, language: Language, place: (usize, usize), code: Code, doubt: Doubt) -> AnyView {
    let offered = match doubt {
        Doubt::Decimals { offered } => money::plain(offered, Unit::Kronor),
        _ => String::new(),
    };
    let refused = RwSignal::new(None::<String>);
    let answer = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        let amount = match typed.trim() {
            "" => None,
            typed => match money::read_amount(typed, Unit::Kronor) {
                Ok(amount) => Some(amount),
                Err(problem) => {
                    refused.set(Some(words::number_problem(
                        paste.table.context.language(),
                        words::ExpectedNumber::Amount,
                        problem,
                        typed,
                    )));
                    return;
                }
            },
        };
        paste.choose(|choices| {
            choices.chosen.answers.cells.insert(place, amount);
        });
        focus_new(".paste-preview input, #paste-apply");
    };
    let question = ask::question(language, code);
    let label = format!("{question} {}", words::paste::in_kronor(language));
    view! {
        <span class="field-error small" data-test="paste-question">{move || refused.get().unwrap_or_else(|| question.to_owned())}</span>
        <input class="paste-cell" inputmode="decimal" aria-label=label prop:value=offered on:change=on_event(answer)/>
    }
    .into_any()
}
