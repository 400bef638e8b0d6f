//! A cell: shown, or being typed in.

use super::super::place::CellPlace;
use super::super::rows::Row;
use super::super::state::{BudgetTable, CellTyping};
use super::marks::{self, Mark};
use super::sight::cell_id;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::form::{on_focus, on_mouse};
use crate::ui::icon::{Icon, Shape};
use crate::words;
use leptos::html;
use leptos::prelude::*;
use samplan::budget::AmountOrigin;
use samplan::calendar::Year;
use samplan::money::Decimal;
use samplan::plan::{Id, Metric};

/// A row's name with its tags.
#[component]
pub fn NameCell(table: BudgetTable, row: Row, place: CellPlace) -> impl IntoView {
    let context = table.context;
    let typing = memo(move || (table.cursor.get() == place).then(|| table.typing.get()).flatten());
    let selected = selected(table, place);
    let for_content = row.clone();
    let content = move || {
        if let Some(typing) = typing.get() {
            return view! { <CellInput table typing place/> }.into_any();
        }
        let language = context.language();
        match &for_content {
            Row::Heading(_) => ().into_any(),
            Row::Sum(metric) => words::metric(language, *metric).into_any(),
            Row::EquityUse => words::metric(language, Metric::EquityUse).into_any(),
            Row::Line(id) => line_name(table, context, id, place).into_any(),
        }
    };
    view! {
        <th role="rowheader" scope="row" id=cell_id(place) class:editing=move || typing.get().is_some()
            class:selected=move || selected.get() aria-selected=move || selected.get().to_string()
            tabindex=move || tab_index(table, place)
            on:focus=on_focus(move |_| point(table, place))
            on:dblclick=on_mouse(move |_| table.begin(None))>{content}</th>
    }
}

fn line_name(table: BudgetTable, context: Context, id: &Id, place: CellPlace) -> impl IntoView + use<> {
    let language = context.language();
    let line = table.with_association(|association| association.line(id).cloned()).flatten();
    line.map(|line| {
        let opened = line.id.clone();
        view! {
            <span class="line-name">
                <span class="text">{line.name.clone()}</span>
                {line.approach.map(|approach| view! {
                    <span class=format!("tag {}", marks::approach_class(approach))>{words::approach(language, approach)}</span>
                })}
                <button class="icon details" tabindex="-1" data-test="line-details"
                    aria-label=words::budget::DetailsOf { name: &line.name }.say(language)
                    on:click=on_mouse(move |_| {
                        table.cursor.set(place);
                        table.context.place.open_line(Some(opened.clone()));
                    })><Icon shape=Shape::Pencil/></button>
            </span>
        }
    })
}

/// A year's value.
#[component]
pub fn ValueCell(table: BudgetTable, row: Row, year: Year, place: CellPlace) -> impl IntoView {
    let context = table.context;
    let typing = memo(move || (table.cursor.get() == place).then(|| table.typing.get()).flatten());
    let of_row = StoredValue::new(row.clone());
    let value = memo(move || of_row.with_value(|row| value_of(table, row, year)));
    let mark = memo(move || of_row.with_value(|row| marks::printed(table, row, year)));
    let origin = memo(move || of_row.with_value(|row| marks::origin(table, row, year)));
    let editable = row.is_editable();
    let shown = move || match (of_row.with_value(Clone::clone), value.get()) {
        (_, None) => "–".to_owned(),
        (Row::Sum(Metric::AdminShare), Some(share)) => words::percent(context.language(), share),
        (Row::Sum(Metric::Fte), Some(fte)) => words::count(context.language(), fte, 2),
        (Row::Sum(Metric::Places), Some(places)) => words::count(context.language(), places, 0),
        (_, Some(amount)) => words::kronor(context.language(), amount, context.unit()),
    };
    let content = move || {
        if let Some(typing) = typing.get() {
            return view! { <CellInput table typing place/> }.into_any();
        }
        let language = context.language();
        let note = mark.get().map(|mark| match mark {
            // The figure itself stands under the table for the cell that is chosen: beside every amount it would make the
            // columns half as wide again.
            Mark::Differs(printed) => {
                let value = words::value(language, &printed, context.unit());
                let said = words::budget::Document { value }.say(language);
                let title = said.clone();
                view! {
                    <span class="printed differs" title=title>
                        <Icon shape=Shape::Warning/>
                        <span class="visually-hidden">{said}</span>
                    </span>
                }
                .into_any()
            }
            Mark::Agrees => view! {
                <span class="printed agrees" title=words::budget::document_agrees(language)>
                    <Icon shape=Shape::Check/>
                    <span class="visually-hidden">{words::budget::document_agrees(language)}</span>
                </span>
            }
            .into_any(),
        });
        let origin = origin.get();
        let said = marks::origin_words(language, origin);
        view! {
            <span class="amount" title=said>{shown()}</span>
            {(origin == Some(AmountOrigin::Continued)).then(|| view! { <span class="visually-hidden">", "{said}</span> })}
            {note}
        }
        .into_any()
    };
    let selected = selected(table, place);
    let corner = memo(move || editable && table.block().last == place && table.typing.with(Option::is_none));
    let handle = move || {
        corner.get().then(|| view! { <span class="fill-handle" aria-hidden="true" data-test="fill-handle"></span> })
    };
    let grave = move || {
        let lens =
            of_row.with_value(|row| matches!(row, Row::Sum(Metric::Result | Metric::Equity | Metric::FrameLeft)));
        lens && value.get().is_some_and(|value| value < Decimal::ZERO)
    };
    view! {
        <td role="gridcell" id=cell_id(place) aria-readonly=(!editable).then_some("true")
            class:continued=move || origin.get() == Some(AmountOrigin::Continued)
            class:gap=move || origin.get() == Some(AmountOrigin::Gap)
            class:negative=grave class:editing=move || typing.get().is_some()
            class:selected=move || selected.get() aria-selected=move || selected.get().to_string()
            tabindex=move || tab_index(table, place)
            on:focus=on_focus(move |_| point(table, place))
            on:dblclick=on_mouse(move |_| table.begin(None))>{content}{handle}</td>
    }
}

/// A row's value in a year.
pub fn value_of(table: BudgetTable, row: &Row, year: Year) -> Option<Decimal> {
    let (plan, outcome, shown) = (table.plan()?, table.outcome()?, table.shown.get());
    row.value(&outcome, shown.as_ref().and_then(|id| plan.association(id)), year)
}

/// Whether a cell is in a block of several.
fn selected(table: BudgetTable, place: CellPlace) -> Memo<bool> {
    memo(move || {
        let block = table.block();
        !block.is_one() && block.holds(place)
    })
}

/// One cell of the grid is in the page's tab order: the cursor's.
fn tab_index(table: BudgetTable, place: CellPlace) -> &'static str {
    if table.cursor.get() == place { "0" } else { "-1" }
}

/// A cell that gets the focus by mouse or screen reader becomes the cursor's.
fn point(table: BudgetTable, place: CellPlace) {
    if table.cursor.get_untracked() != place {
        table.typing.set(None);
        table.reach.set(None);
        table.cursor.set(place);
    }
}

/// The field in a cell that is being typed in.
#[component]
fn CellInput(table: BudgetTable, typing: CellTyping, place: CellPlace) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            let _ = input.focus();
        }
    });
    let error = typing.error.clone();
    let has_error = error.is_some();
    let label = move || {
        let name = table.line().map(|line| line.name).unwrap_or_default();
        let year =
            if place.column == 0 { String::new() } else { table.year().map(|y| y.to_string()).unwrap_or_default() };
        format!("{name} {year}")
    };
    view! {
        <input class="cell-input" node_ref=node aria-label=label prop:value=typing.text.clone() autocomplete="off"
            inputmode=if place.column == 0 { "text" } else { "decimal" }
            maxlength="200" aria-invalid=has_error.to_string() aria-describedby=has_error.then_some("cell-error")
            on:blur=on_focus(move |event| {
                // Leaving by mouse takes what was typed, as a spreadsheet does; a text that is refused stays. The field
                // also loses the focus when it is taken away, after typing has ended: then there is nothing to take.
                let taken_from = table.typing.with_untracked(|typing| typing.as_ref().is_some_and(|typing| typing.error.is_none()));
                if taken_from && table.cursor.get_untracked() == place {
                    table.take(&event_target_value(&event));
                }
            })/>
        {error.map(|error| view! { <span class="cell-error" id="cell-error" role="alert">{error}</span> })}
    }
}
