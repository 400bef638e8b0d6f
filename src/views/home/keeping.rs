//! What can be done with a stored plan without opening it. The plan that is open is changed through the session, so
//! that its history and what is on the screen stay true.

use crate::commands::files;
use crate::state::Context;
use crate::state::storage::{Card, SaveError};
use crate::words::{self, Language, home as text, label};
use leptos::prelude::*;
use samplan::edit::{Edit, PlanEdit};
use samplan::exchange;
use samplan::plan::Plan;

fn language(context: Context) -> Language {
    context.settings.with_untracked(|settings| settings.language)
}

/// Whether a stored plan is the one that is open.
pub fn is_open(context: Context, card: &Card) -> bool {
    context.session.key().get_untracked().as_ref() == Some(&card.key)
}

/// The stored plan and its text; the error is worded.
fn stored(context: Context, card: &Card) -> Result<(Plan, String), String> {
    match context.vault.peek().open(&card.key) {
        Ok(Some(opened)) => Ok((opened.plan, opened.text)),
        Ok(None) => Err(text::gone(language(context)).to_owned()),
        Err(unreadable) => {
            let why = words::read_error(language(context), &unreadable.error).join(" ");
            context.session.unreadable().set(Some(unreadable));
            // Opening has put the text aside.
            context.vault.change(|_| ());
            Err(why)
        }
    }
}

fn not_saved(context: Context, error: SaveError) -> String {
    match error {
        SaveError::Store(_) => text::not_saved(language(context)),
        SaveError::ChangedElsewhere => text::changed_elsewhere(language(context)),
    }
    .to_owned()
}

/// Gives a plan another name.
pub fn rename(context: Context, card: &Card, name: &str) -> Result<(), String> {
    let edit = Edit::Plan(PlanEdit::Name(name.trim().to_owned()));
    let refused = |refusal| words::refusal(language(context), &refusal);
    if is_open(context, card) {
        return context.session.commit(edit).map_err(refused);
    }
    let (plan, known) = stored(context, card)?;
    let plan = edit.apply(&plan).map_err(refused)?;
    let saved = context.vault.change(|shelf| shelf.save(&card.key, &plan, Some(&known), js_sys::Date::now()));
    saved.map(|_| ()).map_err(|error| not_saved(context, error))
}

/// Puts a copy beside a plan.
pub fn duplicate(context: Context, card: &Card) {
    let open = context.session.plan().get_untracked().filter(|_| is_open(context, card));
    let plan = match open {
        Some(plan) => Ok((*plan).clone()),
        None => stored(context, card).map(|(plan, _)| plan),
    };
    let name = label::CopyOf { name: &card.name }.say(language(context));
    let copied = plan.and_then(|plan| {
        let renamed = Edit::Plan(PlanEdit::Name(name.clone())).apply(&plan);
        let plan = renamed.map_err(|refusal| words::refusal(language(context), &refusal))?;
        let key = context.vault.peek().new_key(&plan.name);
        let saved = context.vault.change(|shelf| shelf.save(&key, &plan, None, js_sys::Date::now()));
        saved.map(|_| ()).map_err(|error| not_saved(context, error))
    });
    match copied {
        Ok(()) => context.notices.say(text::Copied { name }.say(language(context))),
        Err(why) => context.notices.warn(why),
    }
}

/// Downloads a plan's text as it is stored.
pub fn download(context: Context, card: &Card) {
    let open = context.session.plan().get_untracked().filter(|_| is_open(context, card));
    match open {
        Some(_) => files::export(context),
        None => match context.vault.peek().text(&card.key) {
            Some(stored) => files::download(&files::file_name(&card.name), &stored),
            None => context.notices.warn(text::gone(language(context)).to_owned()),
        },
    }
}

/// Takes a plan away, with a way back.
pub fn delete(context: Context, card: &Card) {
    let was_open = is_open(context, card);
    let stored = context.vault.peek().text(&card.key);
    if context.vault.change(|shelf| shelf.delete(&card.key)).is_err() {
        return context.notices.warn(text::not_saved(language(context)).to_owned());
    }
    if was_open {
        context.session.close();
    }
    let back = card.clone();
    let undo = move || {
        // A plan that has come to stand in its place meanwhile is not written over.
        let taken = context.vault.peek().text(&back.key).is_some();
        let restored = match stored.as_deref().map(exchange::read) {
            Some(Ok(plan)) if taken => {
                let key = context.vault.peek().new_key(&plan.name);
                context.vault.change(|shelf| shelf.save(&key, &plan, None, back.changed)).is_ok()
            }
            _ => !taken && context.vault.change(|shelf| shelf.restore(&back.key)).is_ok(),
        };
        if !restored {
            return context.notices.warn(text::not_saved(language(context)).to_owned());
        }
        if was_open && !taken && context.session.key().get_untracked().is_none() {
            context.session.open(&back.key);
        }
        context.notices.say(text::Restored { name: &back.name }.say(language(context)));
    };
    context.notices.undoable(text::Deleted { name: &card.name }.say(language(context)), undo);
}
