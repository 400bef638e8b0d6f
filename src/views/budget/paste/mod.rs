//! Pasting a table: its cells, how they were read, what each row and column becomes, and the one edit that follows.

mod account;
mod ask;
mod cell;
mod column;
mod file;
mod foot;
mod hidden;
mod memory;
mod preview;
mod remembered;
mod row;
mod work;

use super::late::PASTE;
use super::rows::row_name;
use super::state::BudgetTable;
use crate::commands::table as files;
use crate::components::part::part;
use crate::state::modules::Module;
use crate::tables::TableSource;
use crate::ui::dialog::{Closing, Dialog};
use crate::ui::focus::focus_new;
use crate::ui::form::on_event;
use crate::ui::segments::Segments;
use crate::ui::text::text_fn;
use crate::words::{self, Word};
use leptos::prelude::*;
use samplan::edit::Extent;
use samplan::table::{Code, Scale, TableError};
use wasm_bindgen::JsCast;
use work::Paste;

/// The dialog.
#[component]
pub fn PasteDialog(table: BudgetTable) -> impl IntoView {
    let context = table.context;
    let title = Signal::derive(move || words::paste::title(context.language()).to_owned());
    let leaving = RwSignal::new(false);
    // What has been pasted and decided is not thrown away by one key.
    let may_close = Callback::new(move |by| {
        let is_asked = leaving.get_untracked();
        if table.pasted.with_untracked(TableSource::is_empty) || (is_asked && by == Closing::Cross) {
            return true;
        }
        // Esc at the question takes it back, as it does anywhere.
        leaving.set(!is_asked);
        focus_new(if is_asked { "#paste-text" } else { "#paste-stay" });
        false
    });
    // Until what the dialog holds has come, what is pasted is kept for it.
    let early = window_event_listener(leptos::ev::paste, move |event| {
        if table.pasting.get_untracked()
            && PASTE.get().is_none()
            && let Some(pasted) = TableSource::of(&event)
        {
            event.prevent_default();
            table.pasted.set(pasted);
        }
    });
    on_cleanup(move || early.remove());
    view! {
        <Dialog open=table.pasting title wide=true may_close>
            {part(context, Module::Edit, move || PASTE.get().map(|draw| draw(table, leaving)))}
        </Dialog>
    }
}

/// What the dialog holds.
pub fn body(table: BudgetTable, leaving: RwSignal<bool>) -> AnyView {
    view! { <Body table leaving/> }.into_any()
}

#[component]
fn Body(table: BudgetTable, leaving: RwSignal<bool>) -> impl IntoView {
    let context = table.context;
    leaving.set(false);
    let paste = Paste::new(table);
    let take = move |source: TableSource| {
        leaving.set(false);
        paste.begin(source);
    };
    // What was pasted or dropped before, and what is dropped while the dialog is open.
    Effect::new(move |_| paste.follow(table.pasted.get()));
    table.refused.set(None);
    focus_new("#paste-text");
    // The clipboard is taken wherever the focus is; a field for one amount keeps what is one.
    let listening = window_event_listener(leptos::ev::paste, move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(pasted) = TableSource::of(&event) else {
            if let Some(file) = TableSource::file(&event) {
                event.prevent_default();
                files::with(context, file, move |opened| files::bring(context, opened));
            }
            return;
        };
        if field.is_none() || pasted.is_block() {
            event.prevent_default();
            take(pasted);
        }
    });
    on_cleanup(move || listening.remove());
    let fault = move || {
        let error = paste.reading.with(|reading| reading.as_ref().err().copied())?;
        fault(context.language(), error).map(|fault| view! { <p class="field-error" role="alert">{fault}</p> })
    };
    view! {
        <div class="paste">
            <p>{text_fn(words::paste::intro)}</p>
            <div class="field" data-form="">
                <label for="paste-text">{text_fn(words::paste::text)}</label>
                <textarea id="paste-text" rows="3" spellcheck="false" data-test="paste-text"
                    prop:value=move || table.pasted.with(|source| source.text.clone())
                    on:input=on_event(move |event| take(TableSource::of_text(event_target_value(&event))))></textarea>
            </div>
            <file::FromFile paste/>
            {fault}
            <Show when=move || paste.is_read()><Read paste/></Show>
            <foot::Foot paste leaving/>
        </div>
    }
}

/// How the table was read.
#[component]
fn Read(paste: Paste) -> impl IntoView {
    let table = paste.table;
    let context = table.context;
    let start = move || {
        (!paste.named.get()).then(|| {
            let name =
                table.row().and_then(|row| table.with_association(|one| row_name(context.language(), &row, Some(one))));
            let name = name.unwrap_or_default();
            let year = table.year().map(|year| year.to_string()).unwrap_or_default();
            view! { <p>{words::paste::StartHere { name, year }.say(context.language())}</p> }
        })
    };
    let named = move |value: Extent, name: Word| (value, Signal::derive(move || name(context.language()).to_owned()));
    let extents = move || {
        paste.named.get().then(|| {
            view! {
                <Segments label=Signal::derive(move || words::paste::extent(context.language()).to_owned())
                    options=vec![
                        named(Extent::Add, words::paste::add), named(Extent::Part, words::paste::part),
                        named(Extent::Whole, words::paste::whole),
                    ]
                    value=paste.extent on_change=move |chosen| paste.extent.set(chosen)/>
            }
        })
    };
    let asked = move || paste.is_asked(Code::Unit);
    let scale = Signal::derive(move || paste.scale());
    let units = [(Scale::Kronor, "kr"), (Scale::Thousands, "tkr"), (Scale::Millions, "mkr")];
    view! {
        <h3>{text_fn(words::paste::read)}</h3>
        <remembered::AsLastTime paste/>
        <hidden::HiddenPlaces paste/>
        {start}
        <div class="row">
            <span class="small" class:muted=move || !asked() class:field-error=asked>
                {move || if asked() { words::ask::unit(context.language()) } else { words::paste::unit(context.language()) }}
            </span>
            <Segments label=Signal::derive(move || words::paste::unit(context.language()).to_owned())
                options=units.map(|(scale, name)| (Some(scale), Signal::stored(name.to_owned()))).into()
                value=scale on_change=move |chosen| paste.choose(|choices| choices.chosen.answers.scale = chosen)/>
            {extents}
        </div>
        <preview::Preview paste/>
        <account::Account paste/>
    }
}

fn fault(language: words::Language, error: TableError) -> Option<String> {
    Some(match error {
        TableError::Empty => return None,
        TableError::TooLarge { .. } => words::paste::too_large(language).to_owned(),
        TableError::TooManyRows { found } => words::paste::TooManyRows { count: found }.say(language),
        TableError::TooManyColumns { row, found } => words::paste::TooManyColumns { row, count: found }.say(language),
    })
}
