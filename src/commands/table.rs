//! Tables from files: chosen or dropped, into the open plan or as the beginning of one.

use crate::state::Context;
use crate::state::chance::new_plan_id;
use crate::state::modules::{self, Module, Slot};
use crate::state::route::Route;
use crate::tables::{ACCEPTED, TableFileError, TableSource, open};
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::empty_plan;
use samplan::plan::Plan;
use samplan::table::{Answers, Known, read};
use std::pin::Pin;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};

/// Lets the user choose a file with a table, and takes it or why there is none.
pub fn choose(context: Context, take: impl FnOnce(OpenedTable) + 'static) {
    let input = document().create_element("input").ok().and_then(|a| a.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    input.set_type("file");
    input.set_accept(ACCEPTED);
    let chosen = input.clone();
    let listener = Closure::once_into_js(move || {
        if let Some(file) = chosen.files().and_then(|files| files.get(0)) {
            with(context, file, take);
        }
    });
    let _ = input.add_event_listener_with_callback("change", listener.unchecked_ref());
    input.click();
}

/// A table, or why a file gave none, in words.
pub type OpenedTable = Result<TableSource, String>;

/// Reads a file and does something with its table, or with why there is none. Nothing else changes.
pub fn with(context: Context, file: File, take: impl FnOnce(OpenedTable) + 'static) {
    spawn_local(async move {
        // What opens a table is useless without what every plan needs.
        for module in [Module::Plan, Module::Edit] {
            if modules::fetch(module).await.is_err() {
                let missing = words::waiting::reader_missing(untrack(|| context.language()));
                return take(Err(missing.to_owned()));
            }
        }
        let Some(reader) = READER.get() else { return };
        let opened = (reader.open)(file.clone()).await;
        take(opened.map_err(|fault| (reader.said)(untrack(|| context.language()), fault, &file.name())));
    });
}

/// Whether a table is one cell, for who has waited for what reads tables: without that it is not known to be one.
pub fn is_known_as_one_cell(source: &TableSource) -> bool {
    READER.get().is_some_and(|reader| (reader.is_one_cell)(source))
}

/// A table goes to the budget of the open plan, or begins a plan. Why there is none is told in the dialog of pasting
/// where that is open: what lies under it is not seen.
pub fn bring(context: Context, opened: OpenedTable) {
    let source = match opened {
        Ok(source) => source,
        Err(why) if document().query_selector("dialog[open] .paste").is_ok_and(|dialog| dialog.is_some()) => {
            return context.table.set(Some(Err(why)));
        }
        Err(why) => return context.notices.warn(why),
    };
    if context.session.plan().with_untracked(Option::is_none) {
        begin(context, source, "");
        return;
    }
    context.table.set(Some(Ok(source)));
    context.place.go(Route::Budget);
}

/// Begins a plan of a table: its years, and the table in the preview.
pub fn begin(context: Context, source: TableSource, name: &str) {
    let language = untrack(|| context.language());
    let name = if name.trim().is_empty() { words::decision::new_merged(language) } else { name.trim() };
    let Some(reader) = READER.get() else { return };
    let this_year = u16::try_from(js_sys::Date::new_0().get_full_year()).ok().and_then(Year::new);
    context.session.open_as_new((reader.begin)(&source, name, this_year.unwrap_or(Year::EARLIEST)));
    context.table.set(Some(Ok(source)));
    context.place.go(Route::Budget);
}

/// A table on its way out of a file.
type Opening = Pin<Box<dyn Future<Output = Result<TableSource, TableFileError>>>>;

/// What is known of tables; it comes with the module of pasted ones.
#[derive(Clone, Copy)]
pub struct TableReader {
    /// Opens a file.
    open: fn(File) -> Opening,
    /// Whether a table is one cell.
    is_one_cell: fn(&TableSource) -> bool,
    /// A plan without a line, with the years of a table, by its name and this year.
    begin: fn(&TableSource, &str, Year) -> Plan,
    /// Why a file cannot be opened, in words.
    said: fn(Language, TableFileError, &str) -> String,
}

/// Where its module hands it over.
pub static READER: Slot<TableReader> = Slot::new();

/// What its module hands over.
pub fn reader() -> TableReader {
    TableReader { open: |file| Box::pin(async move { open(&file).await }), is_one_cell, begin: beginning, said }
}

fn is_one_cell(source: &TableSource) -> bool {
    source.cells().is_ok_and(|cells| cells.rows.iter().map(Vec::len).eq([1]))
}

fn beginning(source: &TableSource, name: &str, this_year: Year) -> Plan {
    let reading = source.cells().ok().map(|cells| read(cells, &Known::default(), &Answers::default()));
    empty_plan(new_plan_id(), reading.as_ref(), name, this_year)
}

fn said(language: Language, fault: TableFileError, file: &str) -> String {
    match fault {
        TableFileError::NotASheet => words::table_file::NotASheet { file }.say(language),
        TableFileError::OtherFile(kind) => {
            words::table_file::OtherFile { file, what: words::file_kind(language, kind) }.say(language)
        }
        TableFileError::Plan => words::table_file::Plan { file }.say(language),
        TableFileError::Unreadable => words::table_file::Unreadable { file }.say(language),
        TableFileError::Empty => words::table_file::Empty { file }.say(language),
        TableFileError::TooLarge => words::table_file::TooLarge { file }.say(language),
        TableFileError::TooManyCells => words::table_file::TooManyCells { file }.say(language),
        TableFileError::Slow => words::table_file::Slow { file }.say(language),
        TableFileError::Unreachable => words::table_file::unreachable(language).to_owned(),
        TableFileError::Encoding => words::table_file::Encoding { file }.say(language),
    }
}
