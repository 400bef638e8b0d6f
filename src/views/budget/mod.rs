//! The budget view: the whole table with years side by side, and what follows from it beside it.

mod block;
mod findings;
mod grid;
mod kpis;
mod late;
mod line_panel;
mod lines;
mod paste;
mod place;
mod removal;
mod rounded;
mod rows;
mod state;
mod toolbar;

use crate::components::cost_chart::CostChart;
use crate::components::part::part;
use crate::state::context;
use crate::state::memo::memo;
use crate::state::modules::Module;
use crate::ui::text::text_fn;
use crate::words;
use leptos::prelude::*;
use samplan::plan::Id;

pub use grid::TableKey;
pub use late::{BESIDE, LINE_PANEL, PASTE, REMOVE, ROUNDED};
pub use paste::body as paste_body;
pub use removal::remove_line;
pub use rounded::rounded;
pub use state::BudgetTable;

/// The key figures of the table, and its controls.
pub fn beside(table: BudgetTable) -> AnyView {
    (view! { <kpis::Kpis table/> }, findings::findings(table)).into_any()
}

/// The details of a line of an association.
pub fn line_panel(association: Id, line: Id, takes_focus: bool, on_close: Callback<()>) -> AnyView {
    view! { <line_panel::LinePanel association line takes_focus on_close/> }.into_any()
}

/// The view.
#[component]
pub fn Budget() -> impl IntoView {
    let context = context();
    let table = BudgetTable::new(context);
    if let Some(line) = context.place.take_row() {
        // The rows are drawn first.
        request_animation_frame(move || {
            if !table.cursor.is_disposed() {
                untrack(|| table.go_to(None, &line, None));
            }
        });
    }
    // A table that was dropped or opened elsewhere comes in here.
    Effect::new(move |_| {
        if let Some(opened) = context.table.get() {
            context.table.set(None);
            let source = match opened {
                Ok(source) => source,
                Err(why) => return table.refused.set(Some(why)),
            };
            table.refused.set(None);
            table.pasted.set(source);
            table.pasting.set(true);
        }
    });
    let overflow = move || context.session.plan().with(Option::is_some) && context.outcome.with(Option::is_none);
    let opened = memo(move || table.shown.get().zip(table.panel.get()));
    let is_open = memo(move || opened.with(Option::is_some));
    // The panel follows the line that is chosen in the table; what opens it says itself which line it is for.
    let chosen = memo(move || (table.cursor.get().row, table.line().map(|line| line.id)));
    Effect::new(move |before: Option<(usize, Option<Id>)>| {
        let (row, line) = chosen.get();
        let open = table.panel.get_untracked().filter(|_| is_open.get_untracked());
        if let (Some((row_before, line_before)), Some(open)) = (before, open)
            && line != line_before
        {
            if row != row_before {
                context.place.open_line(line.clone().or(Some(open)));
            } else {
                // The rows moved under the cursor: a line got another kind, or a step was undone. It stays with its line.
                untrack(|| table.keep_to(&open));
            }
        }
        (row, line)
    });
    let was_open = StoredValue::new(false);
    let on_close = Callback::new(move |()| context.place.open_line(None));
    view! {
        <div class="budget" class:detailed=move || is_open.get()>
            <section class="work" aria-labelledby="budget-title">
                <toolbar::Toolbar table/>
                <Show when=overflow>
                    <p class="field-error" role="alert">{text_fn(words::budget::overflow)}</p>
                </Show>
                <grid::Grid table/>
                {move || ROUNDED.get().map(|draw| untrack(|| draw(table)))}
                <p class="small muted legend">{text_fn(words::budget::legend_given)}" "
                    {text_fn(words::budget::select_hint)}</p>
                <CostChart outcome=context.outcome shown=table.shown/>
            </section>
            {move || {
                let takes_focus = !was_open.get_value();
                was_open.set_value(opened.with(Option::is_some));
                match opened.get() {
                    Some((one, line)) => view! {
                        <div class="beside wide">
                            {part(context, Module::Edit, move || {
                                LINE_PANEL.get().map(|draw| draw(one.clone(), line.clone(), takes_focus, on_close))
                            })}
                        </div>
                    }
                    .into_any(),
                    None => view! {
                        <div class="beside">
                            {part(context, Module::Beside, move || BESIDE.get().map(|draw| draw(table)))}
                        </div>
                    }
                    .into_any(),
                }
            }}
            <paste::PasteDialog table/>
        </div>
    }
}
