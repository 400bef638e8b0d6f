//! Files: opened by dialog or by dropping them anywhere, and downloaded.

use super::disk::{self, ChosenFile, DiskSave};
use super::parts;
use super::table;
use crate::state::engine;
use crate::state::modules::{self, Module};
use crate::state::route::Route;
use crate::state::storage::PlanEntry;
use crate::state::{Context, Other, ScenariosIn};
use crate::tables::{ACCEPTED, is_table};
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::exchange::{self, ReadError};
use samplan::file_kind::FileKind;
use samplan::plan::{Id, Plan};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DragEvent, HtmlAnchorElement, HtmlInputElement, Url};

/// Saves the open plan as a file: back to the one that it came from, or to one that is chosen now; where the browser
/// cannot, it is downloaded.
pub fn export(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let name = file_name(&plan.name);
    let Some(text) = engine::write(&plan) else { return };
    let key = context.session.key().get_untracked();
    match key.filter(|_| disk::can()) {
        Some(key) => spawn_local(async move {
            match disk::save(key.as_str(), &name, &text).await {
                DiskSave::Kept(file) => {
                    context.storage.change(|plans| plans.note_file(&key));
                    context.notices.say(words::notice::SavedToFile { file }.say(language(context)));
                }
                DiskSave::Left => {}
                DiskSave::Changed(file) => {
                    context.notices.warn(words::notice::FileChanged { file }.say(language(context)));
                }
                DiskSave::Failed(file) => {
                    context.notices.warn(words::notice::FileNotWritten { file }.say(language(context)));
                    export_by_download(context, &name, &text);
                }
            }
        }),
        None => export_by_download(context, &name, &text),
    }
}

fn export_by_download(context: Context, name: &str, text: &str) {
    if download(context, name, text) {
        if let Some(key) = context.session.key().get_untracked() {
            context.storage.change(|plans| plans.note_file(&key));
        }
        context.notices.say(words::notice::Exported { file: name }.say(language(context)));
    }
}

/// Downloads a scenario of the open plan as a file of its own.
pub fn export_scenario(context: Context, id: &Id) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let Some(scenario) = plan.scenario_by_id(id) else { return };
    let name = format!("{}.scenario.json", exchange::file_stem(&words::scenario_name(&plan, scenario)));
    let text = exchange::write_scenarios(&samplan::meet::pack(&plan, std::slice::from_ref(id)));
    if download(context, &name, &text) {
        context.notices.say(words::scenario_file::Exported { file: name }.say(language(context)));
    }
}

/// Downloads all scenarios of the open plan as one file.
pub fn export_scenarios(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let all: Vec<Id> = plan.scenarios.iter().map(|one| one.id.clone()).collect();
    let name = format!("{}.scenario.json", exchange::file_stem(&plan.name));
    let text = exchange::write_scenarios(&samplan::meet::pack(&plan, &all));
    if download(context, &name, &text) {
        context.notices.say(words::scenario_file::ExportedAll { file: name }.say(language(context)));
    }
}

/// The file name of a plan: its name as it is written, without what file systems refuse.
pub fn file_name(name: &str) -> String {
    format!("{}.samplan.json", exchange::file_stem(name))
}

/// Downloads text as a JSON file. Whether the browser was given it; a message says when it was not.
pub fn download(context: Context, name: &str, text: &str) -> bool {
    download_as(context, name, text, "application/json")
}

/// The same as a file of another media type.
pub fn download_as(context: Context, name: &str, text: &str, kind: &str) -> bool {
    let given = give(name, text, kind).is_some();
    if !given {
        context.notices.warn(words::notice::NotDownloaded { file: name }.say(language(context)));
    }
    given
}

fn give(name: &str, text: &str, kind: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    give_blob(name, &Blob::new_with_str_sequence_and_options(&parts, &options).ok()?)
}

/// Downloads a file of bytes; none when the browser was not given it.
pub fn give_blob(name: &str, blob: &Blob) -> Option<()> {
    let anchor = document().create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    let address = Url::create_object_url_with_blob(blob).ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    let _ = Url::revoke_object_url(&address);
    Some(())
}

/// Downloads one file that holds the app and the open plan: it runs on a computer where nothing may be installed.
pub fn export_alone(context: Context) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let Some(text) = engine::write(&plan) else { return };
    let name = format!("{}.html", exchange::file_stem(&plan.name));
    spawn_local(async move {
        let made = parts::with_plan(&text).await;
        let language = language(context);
        match made.map(|file| give_blob(&name, &file)) {
            Some(Some(())) => context.notices.say(words::notice::Exported { file: name }.say(language)),
            Some(None) => context.notices.warn(words::notice::NotDownloaded { file: name }.say(language)),
            None => context.notices.warn(words::notice::NotAlone { file: name }.say(language)),
        }
    });
}

/// Opens the plan that was put into the app's one file, if this is one.
pub fn open_inside(context: Context) {
    let text = parts::plan_inside();
    if text.is_empty() {
        return;
    }
    let path = window().location().pathname().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    let name = js_sys::decode_uri_component(&name).map(String::from).unwrap_or(name);
    spawn_local(async move {
        if modules::fetch(Module::Plan).await.is_err() {
            return context.notices.warn(words::waiting::reader_missing(language(context)).to_owned());
        }
        take(context, &name, (0, 0.0), &text, open_other);
    });
}

/// What becomes of a plan that was read from a file.
type Use = fn(Context, Other);

/// Lets the user choose a file to open.
pub fn choose(context: Context) {
    choose_for(context, open_other);
}

/// Lets the user choose a file to lay beside the open plan.
pub fn choose_other(context: Context) {
    choose_for(context, |context, other| context.other.set(Some(other)));
}

/// Lets the user choose files whose plans are to be put together.
pub fn choose_gathered(context: Context) {
    let gather: Use = |context, other| context.gathered.update(|all| all.push(other));
    choose_by_field(context, true, gather, &format!(".json,application/json,{ACCEPTED}"));
}

fn choose_for(context: Context, use_it: Use) {
    let accepted = format!(".json,application/json,{ACCEPTED}");
    if !disk::can() {
        return choose_by_field(context, false, use_it, &accepted);
    }
    spawn_local(async move {
        match disk::choose(&accepted).await {
            Ok(Some(chosen)) => read(context, chosen, use_it),
            Ok(None) => {}
            Err(()) => choose_by_field(context, false, use_it, &accepted),
        }
    });
}

fn choose_by_field(context: Context, several: bool, use_it: Use, accepted: &str) {
    let input = document().create_element("input").ok().and_then(|a| a.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    input.set_type("file");
    input.set_multiple(several);
    input.set_accept(accepted);
    let chosen = input.clone();
    let listener = Closure::once_into_js(move || {
        let files = chosen.files();
        let count = files.as_ref().map_or(0, web_sys::FileList::length);
        for file in (0..count).filter_map(|place| files.as_ref()?.get(place)) {
            read(context, ChosenFile { file, number: 0 }, use_it);
        }
    });
    let _ = input.add_event_listener_with_callback("change", listener.unchecked_ref());
    input.click();
}

/// Reads a file as a plan, or says why it is none.
fn read(context: Context, ChosenFile { file, number }: ChosenFile, use_it: Use) {
    let name = file.name();
    if is_table(&name) {
        return table::with(context, file, move |opened| table::bring(context, opened));
    }
    spawn_local(async move {
        // What reads it, and what says why it cannot be read.
        if modules::fetch(Module::Plan).await.is_err() || modules::fetch(Module::Shelf).await.is_err() {
            return context.notices.warn(words::waiting::reader_missing(language(context)).to_owned());
        }
        // Larger than the reader takes: refused before the browser reads it into memory.
        if file.size() > exchange::MOST_BYTES as f64 {
            let error = ReadError::TooLarge { bytes: file.size() as usize, most: exchange::MOST_BYTES };
            return refuse(context, &name, &error);
        }
        // As bytes: what the browser decodes by itself gets broken letters where it should be refused.
        let bytes = JsFuture::from(file.array_buffer()).await.ok().map(|buffer| js_sys::Uint8Array::new(&buffer));
        match bytes.map(|bytes| engine::decode(&bytes.to_vec())) {
            Some(Ok(text)) => take(context, &name, (number, file.last_modified()), &text, use_it),
            // A spreadsheet without its ending.
            Some(Err(ReadError::OtherFile(FileKind::Sheet))) => {
                table::with(context, file, move |opened| table::bring(context, opened));
            }
            Some(Err(error)) => refuse(context, &name, &error),
            None => context.notices.warn(words::notice::UnreadableFile { file: name }.say(language(context))),
        }
    });
}

/// Takes the text of a file as a plan, or says why it is none. One that was damaged can be opened all the same, by itself.
fn take(context: Context, name: &str, (number, changed): (u32, f64), text: &str, use_it: Use) {
    if engine::is_scenario_file(text) {
        return take_scenarios(context, name, text);
    }
    match engine::read(text) {
        Ok(plan) => {
            context.notices.clear_file_error();
            use_it(context, Other { number, changed, ..Other::new(name, plan) });
        }
        Err(error @ ReadError::Changed { .. }) => match engine::read_changed(text) {
            Ok(plan) => context.notices.file_changed(name, error, plan),
            Err(error) => refuse(context, name, &error),
        },
        Err(error) => refuse(context, name, &error),
    }
}

/// Takes the text of a file as scenarios, or says why it holds none. What they are to do is asked beside an open plan, by
/// what reads them.
fn take_scenarios(context: Context, name: &str, text: &str) {
    let (name, text) = (name.to_owned(), text.to_owned());
    spawn_local(async move {
        if modules::fetch(Module::Aside).await.is_err() {
            return context.notices.warn(words::waiting::reader_missing(language(context)).to_owned());
        }
        match engine::read_scenarios(&text) {
            Ok(content) if context.session.plan().with_untracked(Option::is_none) => {
                let needs = words::scenario_file::NeedsPlan { file: &name, plan: &content.plan.name };
                context.notices.warn(needs.say(language(context)));
            }
            Ok(content) => {
                context.notices.clear_file_error();
                let from = words::scenario_file::TheFile { file: &name }.say(language(context));
                context.arriving.set(Some(ScenariosIn { from, content: Arc::new(content) }));
            }
            Err(error) => refuse(context, &name, &error),
        }
    });
}

/// Opens a plan from a file: as the one that is stored already where it is the same; of another version of that plan it is
/// asked which one is meant.
fn open_other(context: Context, other: Other) {
    match context.storage.plans_untracked().version_of(&other.plan) {
        None => open_file(context, other),
        Some((entry, true)) => {
            open_stored(context, &entry);
            bind(context, &other);
            context.notices.say(words::known::Same { file: &other.file, plan: &entry.name }.say(language(context)));
        }
        Some((entry, false)) => context.known.set(Some((other, entry))),
    }
}

/// Opens a plan that came from a file as one of its own, bound to that file.
pub fn open_file(context: Context, other: Other) {
    open_plan(context, (*other.plan).clone());
    bind(context, &other);
}

/// Opens a stored plan, unless it is open.
pub fn open_stored(context: Context, entry: &PlanEntry) {
    let is_open = context.session.key().with_untracked(|key| key.as_ref() == Some(&entry.key));
    if is_open || context.session.open(&entry.key) {
        context.place.go(Route::Budget);
    }
}

/// The open plan is in this file, as it is now.
fn bind(context: Context, other: &Other) {
    let is_same = context.session.plan().with_untracked(|plan| plan.as_ref().is_some_and(|plan| *plan == other.plan));
    if let Some(key) = context.session.key().get_untracked().filter(|_| is_same) {
        disk::bind(other.number, key.as_str());
        context.storage.change(|plans| plans.note_file(&key));
    }
}

/// A dropped file is opened, or, with a plan open, asked about.
fn drop_plan(context: Context, other: Other) {
    let is_open = context.session.plan().with_untracked(|plan| plan.as_ref().map(|plan| *plan == other.plan));
    if is_open == Some(false) {
        context.dropped.set(Some(other));
    } else {
        open_other(context, other);
    }
}

/// Opens a plan that came from a file as one of its own; the plan that is open stays stored as it is.
pub fn open_plan(context: Context, plan: Plan) {
    context.notices.clear_file_error();
    context.session.open_as_new(plan);
    context.place.go(Route::Budget);
}

fn refuse(context: Context, name: &str, error: &ReadError) {
    context.notices.file_error(name, error.clone());
}

fn language(context: Context) -> Language {
    context.settings.with_untracked(|settings| settings.language)
}

/// Opens files that are dropped anywhere on the page.
pub fn follow_drops(context: Context) {
    let over = Closure::<dyn Fn(DragEvent)>::new(|event: DragEvent| {
        if carries_files(&event) {
            event.prevent_default();
            set_dropping(true);
        }
    });
    let leave = Closure::<dyn Fn(DragEvent)>::new(|event: DragEvent| {
        if event.related_target().is_none() {
            set_dropping(false);
        }
    });
    let drop = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
        set_dropping(false);
        if !carries_files(&event) {
            return;
        }
        event.prevent_default();
        // To open another plan would throw away what was moved in the showing.
        if context.show.get_untracked() {
            return;
        }
        if disk::can() {
            spawn_local(async move {
                if let Some(chosen) = disk::dropped(event).await {
                    read(context, chosen, drop_plan);
                }
            });
        } else if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            read(context, ChosenFile { file, number: 0 }, drop_plan);
        }
    });
    for (name, listener) in [("dragover", &over), ("dragleave", &leave), ("drop", &drop)] {
        let _ = document().add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    over.forget();
    leave.forget();
    drop.forget();
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn set_dropping(dropping: bool) {
    if let Some(body) = document().body() {
        let _ = body.toggle_attribute_with_force("data-dropping", dropping);
    }
}
