//! What can be done with a stored plan without opening it. The plan that is open is changed through the session, so
//! that its history and what is on the screen stay true.

use crate::commands::files;
use crate::state::Context;
use crate::state::engine;
use crate::state::notices::TakeBack;
use crate::state::storage::{ChangedElsewhere, PlanEntry, PlanKey, Settled};
use crate::words::{self, Language, home as text};
use leptos::prelude::*;
use samplan::edit::{Edit, PlanEdit};
use samplan::plan::{Plan, is_same_name};

fn language(context: Context) -> Language {
    context.settings.with_untracked(|settings| settings.language)
}

/// Whether a stored plan is the one that is open.
pub fn is_open(context: Context, entry: &PlanEntry) -> bool {
    context.session.key().get_untracked().as_ref() == Some(&entry.key)
}

/// The stored plan and its text; the error is worded.
fn stored(context: Context, entry: &PlanEntry) -> Result<(Plan, String), String> {
    match context.storage.plans_untracked().open(&entry.key) {
        Ok(Some(opened)) => Ok((opened.plan, opened.text)),
        Ok(None) => Err(text::gone(language(context)).to_owned()),
        Err(unreadable) => {
            let why = words::read_error(language(context), &unreadable.error).join(" ");
            context.session.unreadable().set(Some(unreadable));
            // Opening has put the text aside.
            context.storage.change(|_| ());
            Err(why)
        }
    }
}

/// Stores a plan that is not open, and says so when it could not be kept, or `kept` when it is.
fn save(
    context: Context,
    key: &PlanKey,
    plan: &Plan,
    known: Option<String>,
    kept: Option<String>,
) -> Result<(), String> {
    let settled = move |settled| match settled {
        Settled::Kept | Settled::NotDurable => kept.into_iter().for_each(|kept| context.notices.say(kept)),
        Settled::Failed(_) => context.notices.warn(text::not_saved(language(context)).to_owned()),
        Settled::Taken => context.notices.warn(text::changed_elsewhere(language(context)).to_owned()),
    };
    let saved = context.storage.save(key, plan, known, js_sys::Date::now(), settled);
    saved.map(drop).map_err(|ChangedElsewhere| text::changed_elsewhere(language(context)).to_owned())
}

/// Gives a plan another name.
pub fn rename(context: Context, entry: &PlanEntry, name: &str) -> Result<(), String> {
    let edit = Edit::Plan(PlanEdit::Name(name.trim().to_owned()));
    let refused = |refusal| words::refusal(language(context), &refusal);
    if is_open(context, entry) {
        return context.session.commit(edit).map(|_| ()).map_err(refused);
    }
    let (plan, known) = stored(context, entry)?;
    let plan = engine::apply(&edit, &plan).map_err(refused)?;
    save(context, &entry.key, &plan, Some(known), None)
}

/// Puts a copy beside a plan.
pub fn duplicate(context: Context, entry: &PlanEntry) {
    let open = context.session.plan().get_untracked().filter(|_| is_open(context, entry));
    let plan = match open {
        Some(plan) => Ok((*plan).clone()),
        None => stored(context, entry).map(|(plan, _)| plan),
    };
    let entries = context.storage.plans_untracked().entries();
    let taken = |name: &str| entries.iter().any(|other| is_same_name(&other.name, name));
    let name = words::copy_of(language(context), &entry.name, taken);
    let copied = plan.and_then(|plan| {
        let renamed = engine::apply(&Edit::Plan(PlanEdit::Name(name.clone())), &plan);
        let plan = renamed.map_err(|refusal| words::refusal(language(context), &refusal))?;
        let key = context.storage.plans_untracked().new_key(&plan.name);
        save(context, &key, &plan, None, Some(text::Copied { name: &name }.say(language(context))))
    });
    if let Err(why) = copied {
        context.notices.warn(why);
    }
}

/// Downloads a plan's text as it is stored.
pub fn download(context: Context, entry: &PlanEntry) {
    let open = context.session.plan().get_untracked().filter(|_| is_open(context, entry));
    match open {
        Some(_) => files::export(context),
        None => match context.storage.plans_untracked().text(&entry.key) {
            Some(stored) => {
                if files::download(context, &files::file_name(&entry.name), &stored) {
                    context.storage.change(|plans| plans.note_file(&entry.key));
                }
            }
            None => context.notices.warn(text::gone(language(context)).to_owned()),
        },
    }
}

/// Takes a plan away, with a way back.
pub fn delete(context: Context, entry: &PlanEntry) {
    let was_open = is_open(context, entry);
    let stored = context.storage.plans_untracked().text(&entry.key);
    if context.storage.delete(&entry.key).is_err() {
        return context.notices.warn(text::not_saved(language(context)).to_owned());
    }
    if was_open {
        context.session.close();
    }
    let back = entry.clone();
    let undo = move || {
        // A plan that has come to stand in its place meanwhile is not written over.
        let taken = context.storage.plans_untracked().text(&back.key).is_some();
        let restored = match stored.as_deref().map(engine::read) {
            Some(Ok(plan)) if taken => {
                let key = context.storage.plans_untracked().new_key(&plan.name);
                save(context, &key, &plan, None, None).is_ok()
            }
            _ => !taken && context.storage.restore(&back.key),
        };
        if !restored {
            return context.notices.warn(text::not_saved(language(context)).to_owned());
        }
        if was_open && !taken && context.session.key().get_untracked().is_none() {
            context.session.open(&back.key);
        }
        context.notices.say(text::Restored { name: &back.name }.say(language(context)));
    };
    context.notices.undoable(text::Deleted { name: &entry.name }.say(language(context)), TakeBack::always(undo));
}
