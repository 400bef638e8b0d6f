//! The budget view: the whole table with years side by side, and what follows from it beside it.

mod findings;
mod grid;
mod kpis;
mod line_panel;
mod lines;
mod paste;
mod rows;
mod source;
mod state;
mod toolbar;

use crate::components::cost_chart::CostChart;
use crate::state::context;
use crate::state::memo::memo;
use crate::ui::text::say;
use crate::words;
use leptos::prelude::*;
use state::Table;

/// The view.
#[component]
pub fn Budget() -> impl IntoView {
    let context = context();
    let table = Table::new(context);
    if let Some(line) = context.place.take_row() {
        // The rows are drawn first.
        request_animation_frame(move || {
            if !table.cursor.is_disposed() {
                untrack(|| table.go_to(None, &line, None));
            }
        });
    }
    let overflow = move || context.session.plan().with(Option::is_some) && context.outcome.with(Option::is_none);
    let opened = memo(move || table.shown.get().zip(table.panel.get()));
    let on_close = Callback::new(move |()| context.place.open_line(None));
    view! {
        <div class="budget" class:detailed=move || opened.with(Option::is_some)>
            <section class="work" aria-labelledby="budget-title">
                <toolbar::Toolbar table/>
                <Show when=overflow>
                    <p class="field-error" role="alert">{say(words::budget::overflow)}</p>
                </Show>
                <grid::Grid table/>
                <p class="small muted legend">{say(words::budget::legend_given)}" "
                    {say(words::budget::select_hint)}</p>
                <CostChart outcome=context.outcome shown=table.shown/>
            </section>
            {move || match opened.get() {
                Some((association, line)) => view! {
                    <div class="beside wide">
                        <line_panel::LinePanel association=Signal::stored(association) line=Signal::stored(line) on_close/>
                    </div>
                }
                .into_any(),
                None => view! {
                    <div class="beside">
                        <kpis::Kpis table/>
                        <findings::Findings table/>
                    </div>
                }
                .into_any(),
            }}
            <paste::PasteDialog table/>
        </div>
    }
}
