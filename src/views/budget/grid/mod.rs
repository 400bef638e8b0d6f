//! The table itself: a grid of cells that is moved in and typed in as a spreadsheet.

mod cell;
mod cells;
mod clipboard;
mod key_list;
mod keys;
mod marks;
mod pointer;
mod sight;
mod status;

use super::place::CellPlace;
use super::rows::{Row, class, section_name};
use super::state::BudgetTable;
use crate::ui::form::{on_focus, on_key, on_mouse, on_paste};
use crate::words::{self, label};
pub use cell::value_of;
use cell::{NameCell, ValueCell};
pub use key_list::TableKey;
use leptos::html;
use leptos::prelude::*;
use sight::{cell_id, focus_cell};

/// The grid.
#[component]
pub fn Grid(table: BudgetTable) -> impl IntoView {
    let context = table.context;
    let node = NodeRef::<html::Table>::new();
    // The cell under the cursor takes the focus when asked to, and when typing ends.
    Effect::new(move |before: Option<u32>| {
        let count = table.focus.get();
        let typing = table.typing.with(Option::is_some);
        if before.is_some_and(|before| before != count) && !typing {
            focus_cell(table.cursor.get_untracked());
        }
        count
    });
    let name = move || match table.with_association(|association| association.name.clone()) {
        Some(name) => words::budget::Table { name }.say(context.language()),
        None => words::budget::Table { name: label::all_associations(context.language()) }.say(context.language()),
    };
    let head = move || {
        table
            .years()
            .into_iter()
            .map(|year| view! { <th role="columnheader" scope="col">{year.number()}</th> })
            .collect_view()
    };
    let numbered = move || -> Vec<(usize, Row)> { table.rows.get().into_iter().enumerate().collect() };
    let released = window_event_listener(leptos::ev::mouseup, move |_| pointer::up(table));
    on_cleanup(move || released.remove());
    let beside = window_event_listener(leptos::ev::paste, move |event| clipboard::pasted_beside(table, &event));
    on_cleanup(move || beside.remove());
    view! {
        <div class="sheet-scroll grid-scroll" role="region" aria-label=name>
            <table class="sheet" role="grid" aria-multiselectable="true" node_ref=node aria-label=name data-test="grid"
                class:filling=move || table.filling.with(Option::is_some)
                on:mousedown=on_mouse(move |event| pointer::down(table, &event))
                on:click=on_mouse(move |event| pointer::clicked(table, &event))
                on:mouseover=on_mouse(move |event| pointer::over(table, &event))
                on:keydown=on_key(move |event| keys::pressed(table, &event))
                on:paste=on_paste(move |event| clipboard::pasted(table, &event))
                on:cut=on_paste(move |event| clipboard::cut(table, &event))
                on:copy=on_paste(move |event| { clipboard::copied(table, &event); })>
                <thead>
                    <tr role="row">
                        <th role="columnheader" scope="col">
                            {move || if context.unit() == samplan::money::Unit::Thousands { "tkr" } else { "kr" }}
                        </th>
                        {head}
                    </tr>
                </thead>
                <tbody>
                    <For each=numbered
                        key=|(place, row)| (*place, row.clone())
                        children=move |(place, row)| view! { <GridRow table row place/> }/>
                </tbody>
            </table>
        </div>
        <status::Status table/>
    }
}

#[component]
fn GridRow(table: BudgetTable, row: Row, place: usize) -> impl IntoView {
    let context = table.context;
    if let Row::Heading(section) = row {
        let columns = move || table.years().len().saturating_add(1);
        return view! {
            <tr role="row" class="heading">
                <th role="rowheader" id=cell_id(CellPlace { row: place, column: 0 }) colspan=columns scope="colgroup"
                    tabindex=move || if table.cursor.get().row == place { "0" } else { "-1" }
                    on:focus=on_focus(move |_| table.cursor.set(CellPlace { row: place, column: 0 }))>
                    <span>{move || section_name(context.language(), section)}</span>
                </th>
            </tr>
        }
        .into_any();
    }
    let class = class(&row);
    let for_years = row.clone();
    let cells = move || {
        let row = for_years.clone();
        table
            .years()
            .into_iter()
            .enumerate()
            .map(move |(column, year)| {
                let place = CellPlace { row: place, column: column.saturating_add(1) };
                view! { <ValueCell table row=row.clone() year place/> }
            })
            .collect_view()
    };
    let is_current = move || table.cursor.get().row == place;
    view! {
        <tr role="row" class=class class:current=is_current>
            <NameCell table row=row place=CellPlace { row: place, column: 0 }/>
            {cells}
        </tr>
    }
    .into_any()
}
