//! The budget view: the whole table with years side by side, and what follows from it beside it.

mod block;
mod findings;
mod grid;
mod kpis;
mod line_panel;
mod lines;
mod paste;
mod rows;
mod state;
mod toolbar;

use crate::components::cost_chart::CostChart;
use crate::components::part::part;
use crate::state::context;
use crate::state::memo::memo;
use crate::state::modules::{Module, Slot};
use crate::ui::text::say;
use crate::words;
use leptos::prelude::*;
use samplan::plan::Id;

pub use paste::body as paste_body;
pub use state::Table;

/// Draws the details of a line of an association; the callback closes them.
type DrawLine = fn(Signal<Id>, Signal<Id>, Callback<()>) -> AnyView;

/// Where the module of details hands over a line's, and the pasting.
pub static LINE_PANEL: Slot<DrawLine> = Slot::new();
/// Draws what the dialog of pasting holds; the signal says whether it asks before it closes.
type DrawPaste = fn(Table, RwSignal<bool>) -> AnyView;

/// Where it hands over what the dialog of pasting holds.
pub static PASTE: Slot<DrawPaste> = Slot::new();

/// The details of a line of an association.
pub fn line_panel(association: Signal<Id>, line: Signal<Id>, on_close: Callback<()>) -> AnyView {
    view! { <line_panel::LinePanel association=association line=line on_close/> }.into_any()
}

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
    // A table that was dropped or opened elsewhere comes in here.
    Effect::new(move |_| {
        if let Some(source) = context.table.get() {
            context.table.set(None);
            table.pasted.set(source);
            table.pasting.set(true);
        }
    });
    let overflow = move || context.session.plan().with(Option::is_some) && context.outcome.with(Option::is_none);
    let opened = memo(move || table.shown.get().zip(table.panel.get()));
    let is_open = memo(move || opened.with(Option::is_some));
    // The panel follows the line that is chosen in the table; what opens it says itself which line it is for.
    let chosen = memo(move || table.line().map(|line| line.id));
    Effect::new(move |before: Option<Option<Id>>| {
        let now = chosen.get();
        let moved = before.flatten().is_some_and(|before| now.as_ref().is_some_and(|now| *now != before));
        if moved && is_open.get_untracked() {
            context.place.open_line(now.clone());
        }
        now
    });
    let on_close = Callback::new(move |()| context.place.open_line(None));
    view! {
        <div class="budget" class:detailed=move || is_open.get()>
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
                // The panel anew for another line, so that nothing of one line stands at another.
                Some((one, line)) => view! {
                    <div class="beside wide">
                        {part(context, Module::Edit, move || {
                            let (one, line) = (Signal::stored(one.clone()), Signal::stored(line.clone()));
                            LINE_PANEL.get().map(|draw| draw(one, line, on_close))
                        })}
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
