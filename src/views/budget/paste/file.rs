//! A table from a file: chosen here, and its sheet where it has several.

use super::work::Paste;
use crate::commands::table;
use crate::tables::{FileSheet, TableSource};
use crate::ui::field::Choice;
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::text_fn;
use crate::words;
use leptos::prelude::*;

/// The button, and the file's sheets.
#[component]
pub fn FromFile(paste: Paste) -> impl IntoView {
    let table = paste.table;
    let context = table.context;
    let choose = move |_| {
        let take = move |opened: table::OpenedTable| match opened {
            Ok(source) => paste.begin(source),
            Err(why) => table.refused.set(Some(why)),
        };
        table::choose(context, take);
    };
    let name = move || table.pasted.with(|source| source.file.clone());
    let several = move || table.pasted.with(|source| source.sheets.len() > 1);
    let sheets = Signal::derive(move || {
        let said = |sheet: &FileSheet| {
            if !sheet.hidden.sheet {
                return sheet.name.clone();
            }
            words::paste::HiddenSheet { name: &sheet.name }.say(context.language())
        };
        table.pasted.with(|source| source.sheets.iter().map(said).enumerate().collect::<Vec<_>>())
    });
    let chosen = Signal::derive(move || table.pasted.with(|source| source.sheet));
    view! {
        <div class="row">
            <button type="button" on:click=on_mouse(choose) data-test="paste-file">
                <Icon shape=Shape::Upload/>{text_fn(words::paste::open_file)}
            </button>
            <span class="small muted" data-test="paste-file-name">{name}</span>
            <Show when=several>
                <Choice label=Signal::derive(move || words::paste::sheet(context.language()).to_owned()) options=sheets
                    value=chosen on_change=move |sheet| {
                        paste.begin(TableSource { sheet, ..table.pasted.get_untracked() });
                    }/>
            </Show>
        </div>
        {move || table.refused.get().map(|why| view! { <p class="field-error" role="alert" data-test="paste-refused">{why}</p> })}
    }
}
