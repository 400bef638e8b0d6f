//! Tables from files: chosen or dropped, into the open plan or as the beginning of one.

use crate::state::Context;
use crate::state::chance::new_plan_id;
use crate::state::route::Route;
use crate::tables::{ACCEPTED, Fault, Source, open};
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::empty_plan;
use samplan::table::{Answers, Known, Reading, read};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};

/// Lets the user choose a file with a table.
pub fn choose(context: Context, take: impl FnOnce(Source) + 'static) {
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

/// Reads a file and does something with its table, or says why there is none. Nothing else changes.
pub fn with(context: Context, file: File, take: impl FnOnce(Source) + 'static) {
    spawn_local(async move {
        match open(&file).await {
            Ok(source) => take(source),
            Err(fault) => context.notices.warn(said(untrack(|| context.language()), fault, &file.name())),
        }
    });
}

/// A table goes to the budget of the open plan, or begins a plan.
pub fn bring(context: Context, source: Source) {
    if context.session.plan().with_untracked(Option::is_none) {
        begin(context, source, "");
        return;
    }
    context.table.set(Some(source));
    context.place.go(Route::Budget);
}

/// Begins a plan of a table: its years, and the table in the preview.
pub fn begin(context: Context, source: Source, name: &str) {
    let language = untrack(|| context.language());
    let name = if name.trim().is_empty() { words::decision::new_merged(language) } else { name.trim() };
    let this_year = u16::try_from(js_sys::Date::new_0().get_full_year()).ok().and_then(Year::new);
    let read = |source: &Source| -> Option<Reading> {
        Some(read(source.cells().ok()?, &Known::default(), &Answers::default()))
    };
    let plan = empty_plan(new_plan_id(), read(&source).as_ref(), name, this_year.unwrap_or(Year::EARLIEST));
    context.session.open_as_new(plan);
    context.table.set(Some(source));
    context.place.go(Route::Budget);
}

fn said(language: Language, fault: Fault, file: &str) -> String {
    match fault {
        Fault::NotASheet => words::table_file::NotASheet { file }.say(language),
        Fault::Unreadable => words::table_file::Unreadable { file }.say(language),
        Fault::Empty => words::table_file::Empty { file }.say(language),
        Fault::TooLarge => words::table_file::TooLarge { file }.say(language),
        Fault::TooManyCells => words::table_file::TooManyCells { file }.say(language),
        Fault::Slow => words::table_file::Slow { file }.say(language),
        Fault::Unreachable => words::table_file::unreachable(language).to_owned(),
        Fault::Encoding => words::table_file::Encoding { file }.say(language),
    }
}
