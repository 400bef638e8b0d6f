//! A column's head: what it was called, and what it holds.

use super::ask;
use super::work::Paste;
use crate::state::memo::memo;
use crate::ui::field::Choice;
use crate::words::{self, Language, label};
use leptos::prelude::*;
use samplan::calendar::{Horizon, Month, Year};
use samplan::table::{Code, Column, ColumnAnswer, ColumnKind, Of};

/// What a column is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It is asked about.
    Asked,
    /// What the reader holds it for.
    As(ColumnAnswer),
    /// An outcome that goes to the accounts, through a month.
    Outcome(Month),
}

/// The head.
#[component]
pub fn ColumnHead(paste: Paste, place: usize) -> impl IntoView {
    let context = paste.table.context;
    let column = memo(move || {
        paste.reading.with(|reading| reading.as_ref().ok().and_then(|reading| reading.columns.get(place).cloned()))
    });
    let asked = memo(move || {
        let here = paste.questions(|question| question.row.is_none() && question.column == Some(place));
        here.first().map(|question| question.code)
    });
    let heading = move || {
        let heading = column.with(|column| column.as_ref().map(|column| column.heading.clone()).unwrap_or_default());
        if heading.is_empty() {
            words::paste::Column { number: place.saturating_add(1) }.say(context.language())
        } else {
            heading
        }
    };
    let question = move || {
        let code = asked.get().filter(|_| paste.named.get())?;
        Some(view! {
            <span class="field-error small" data-test="paste-question">{ask::question(context.language(), code)}</span>
        })
    };
    let choice = move || paste.named.get().then(|| view! { <ColumnChoice paste place column asked/> });
    view! {
        <th scope="col">
            <span class="small">{heading}</span>
            {choice}
            {question}
        </th>
    }
}

#[component]
fn ColumnChoice(paste: Paste, place: usize, column: Memo<Option<Column>>, asked: Memo<Option<Code>>) -> impl IntoView {
    let table = paste.table;
    let context = table.context;
    let now = memo(move || {
        if asked.get().is_some() {
            return Use::Asked;
        }
        match paste.choices.with(|choices| choices.outcome) {
            Some((of, through)) if of == place => Use::Outcome(through),
            _ => Use::As(column.get().map_or(LEFT_OUT, |column| answer(&column))),
        }
    });
    let options = Signal::derive(move || {
        let horizon = table.plan().map(|plan| plan.horizon());
        let (column, horizon) = column.get().zip(horizon)?;
        Some(options(context.language(), &column, now.get(), asked.get(), horizon))
    });
    let options = Signal::derive(move || options.get().unwrap_or_default());
    let choose = move |chosen: Use| {
        let across = untrack(|| paste.questions(|question| question.code == Code::NamesAcross));
        let beside: Vec<usize> = across.iter().filter_map(|question| question.column).collect();
        let beside = if beside.contains(&place) { beside } else { Vec::new() };
        paste.choose(|choices| {
            if choices.outcome.is_some_and(|(of, _)| of == place) {
                choices.outcome = None;
            }
            let answer = match chosen {
                Use::Asked => return,
                Use::As(answer) => answer,
                Use::Outcome(through) => {
                    choices.outcome = Some((place, through));
                    ColumnAnswer { kind: ColumnKind::Amount, year: Some(through.year()), of: Of::Outcome }
                }
            };
            // Names across are all of one year.
            let parts = beside.iter().filter(|_| answer.kind == ColumnKind::Amount);
            choices.chosen.answers.columns.extend(parts.chain([&place]).map(|place| (*place, answer)));
        });
    };
    view! {
        <Choice label=Signal::derive(move || words::paste::YearOf { number: place.saturating_add(1) }.say(context.language()))
            hide_label=true options value=now
            on_change=move |chosen| if chosen != now.get_untracked() { choose(chosen) }/>
    }
}

const LEFT_OUT: ColumnAnswer = ColumnAnswer { kind: ColumnKind::Ignored, year: None, of: Of::Budget };

fn answer(column: &Column) -> ColumnAnswer {
    match column.kind {
        ColumnKind::Amount => ColumnAnswer { kind: column.kind, year: column.year, of: column.of },
        kind => ColumnAnswer { kind, ..LEFT_OUT },
    }
}

fn options(language: Language, column: &Column, now: Use, asked: Option<Code>, horizon: Horizon) -> Vec<(Use, String)> {
    let mut options = Vec::new();
    if asked.is_some() {
        options.push((Use::Asked, words::paste::choose(language).to_owned()));
    }
    let leave_out = (Use::As(LEFT_OUT), label::leave_out(language).to_owned());
    options.push(leave_out);
    let budget = |year| Use::As(ColumnAnswer { kind: ColumnKind::Amount, year: Some(year), of: Of::Budget });
    options.extend(horizon.iter().map(|year| (budget(year), year.to_string())));
    // The plan can be made longer at either end, as far as a plan goes.
    let reach = |from: Year, to: Year| to.since(from) < u16::from(Horizon::MOST_YEARS);
    if let Some(year) = column.year.filter(|year| *year > horizon.last() && reach(horizon.first, *year)) {
        options.push((budget(year), words::paste::Longer { year }.say(language)));
    }
    if let Some(year) = column.year.filter(|year| *year < horizon.first && reach(*year, horizon.last())) {
        options.push((budget(year), words::paste::Earlier { year }.say(language)));
    }
    if let Some(year) = column.year {
        options.extend(outcomes(language, column.of, asked, year, horizon));
    }
    options
        .push((Use::As(ColumnAnswer { kind: ColumnKind::Name, ..LEFT_OUT }), words::paste::names(language).to_owned()));
    if !options.iter().any(|(option, _)| *option == now) {
        options.push((now, said(language, now)));
    }
    options
}

/// Where the figures of an outcome can go.
fn outcomes(language: Language, of: Of, asked: Option<Code>, year: Year, horizon: Horizon) -> Vec<(Use, String)> {
    let accounts = |month: Month| {
        let name = words::month(language, month);
        (Use::Outcome(month), words::paste::Accounts { month: name }.say(language))
    };
    if asked == Some(Code::PartOfYear) || of == Of::Outcome && !horizon.contains(year) {
        return year.months().map(accounts).collect();
    }
    if of == Of::Outcome { vec![accounts(Month::december(year))] } else { Vec::new() }
}

/// What a column is before anything is chosen.
fn said(language: Language, now: Use) -> String {
    let Use::As(answer) = now else {
        let Use::Outcome(month) = now else { return words::paste::choose(language).to_owned() };
        return words::paste::Accounts { month: words::month(language, month) }.say(language);
    };
    match (answer.kind, answer.of) {
        (ColumnKind::Name, _) => words::paste::names(language).to_owned(),
        (ColumnKind::Note, _) => words::line_panel::note(language).to_owned(),
        (ColumnKind::SubTotal, _) => words::paste::sub_total(language).to_owned(),
        (ColumnKind::Share, _) => words::paste::share(language).to_owned(),
        (ColumnKind::Ignored, _) => label::leave_out(language).to_owned(),
        (ColumnKind::Amount, Of::Outcome) => words::paste::outcome(language).to_owned(),
        (ColumnKind::Amount, Of::Forecast) => words::paste::forecast(language).to_owned(),
        (ColumnKind::Amount, Of::Budget) => answer.year.map(|year| year.to_string()).unwrap_or_default(),
    }
}
