//! Saving each committed edit, and what other tabs do to the open plan meanwhile.

use super::{SaveState, Session};
use crate::state::engine;
use crate::state::storage::{ChangedElsewhere, Heard, PlanKey, Settled, StoreError};
use crate::words;
use leptos::prelude::*;
use samplan::plan::Plan;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How much of a plan's name a copy's own name keeps.
const MOST_OF_NAME: usize = 150;

impl Session {
    /// Stores the plan. It is called saved when it is on the disk.
    pub(super) fn save(&self) {
        let plan = self.saved_plan.get_untracked().or_else(|| self.plan.get_untracked());
        let (Some(plan), Some(key)) = (plan, self.key.get_untracked()) else { return };
        let now = js_sys::Date::now();
        let number = self.saves.get_value().wrapping_add(1);
        self.saves.set_value(number);
        self.newer_text.set_value(None);
        self.saved.set(SaveState::Saving);
        let (session, of) = (*self, key.clone());
        let settled = move |settled| session.settle(&of, number, now, settled);
        match self.storage.save(&key, &plan, self.last_seen_text.get_value(), now, settled) {
            Ok(text) => self.last_seen_text.set_value(Some(text)),
            Err(ChangedElsewhere) => self.go_on_as_copy(),
        }
    }

    /// Tries once more to store a plan that was not kept, when there may be room now.
    pub fn save_again(&self) {
        if matches!(self.saved.get_untracked(), SaveState::Failed(_)) {
            self.save();
        }
    }

    /// Notes what came of a save.
    fn settle(&self, key: &PlanKey, number: u32, now: f64, settled: Settled) {
        let is_open = self.key.with_untracked(|open| open.as_ref() == Some(key));
        let is_last = is_open && self.saves.get_value() == number;
        match settled {
            Settled::Taken if is_open => self.go_on_as_copy(),
            Settled::Kept if is_last => self.saved.set(SaveState::Kept(now)),
            Settled::NotDurable if is_last => self.saved.set(SaveState::NotDurable),
            Settled::Failed(error) if is_last => self.saved.set(SaveState::Failed(error)),
            // The plan was left before it was known: there is no label any more that could say so.
            Settled::Failed(_) | Settled::Taken if !is_open => {
                self.notices.warn(words::notice::left_unsaved(self.settings.get_untracked().language).to_owned());
            }
            _ => {}
        }
    }

    /// Another tab wrote the plan: this one goes on under a key and a name of its own, and both are kept.
    fn go_on_as_copy(&self) {
        let language = self.settings.get_untracked().language;
        let now = js_sys::Date::new_0();
        let time = format!("{:02}.{:02}", now.get_hours(), now.get_minutes());
        let named = |plan: &Plan| {
            let name: String = plan.name.chars().take(MOST_OF_NAME).collect();
            Arc::new(Plan { name: words::notice::CopyName { name, time: &time }.say(language), ..plan.clone() })
        };
        let [plan, shown] =
            [self.plan.get_untracked(), self.saved_plan.get_untracked()].map(|plan| plan.as_deref().map(named));
        let Some(copy) = shown.as_ref().or(plan.as_ref()) else { return };
        let key = self.storage.plans_untracked().new_key(&copy.name);
        self.last_seen_text.set_value(None);
        self.newer_text.set_value(None);
        self.storage.change(|plans| plans.set_last(Some(&key)));
        self.key.set(Some(key));
        if shown.is_some() {
            self.saved_plan.set(shown);
        }
        self.plan.set(plan);
        self.notices.changed_elsewhere();
        self.save();
    }

    /// Hears at once what other tabs do, and shows it as soon as nothing is being typed or moved here.
    pub fn follow_tabs(&self) {
        if self.storage.is_outdated() {
            let language = self.settings.get_untracked().language;
            self.notices.warn(words::shell::storage_newer(language).to_owned());
        }
        let session = *self;
        self.storage.follow_tabs(move |heard| {
            let open = session.key.get_untracked();
            match heard {
                Heard::Wrote(key, text) if Some(&key) == open.as_ref() => session.hear(text),
                // Both are kept: the save finds the other.
                Heard::Parted(key) if Some(&key) == open.as_ref() => session.save(),
                Heard::Removed(key) if Some(&key) == open.as_ref() => {
                    session.last_seen_text.set_value(None);
                    session.saved.set(SaveState::Deleted);
                    let language = session.settings.get_untracked().language;
                    session.notices.warn(words::notice::deleted_elsewhere(language).to_owned());
                }
                _ => {}
            }
        });
        let left = Closure::<dyn Fn()>::new(move || {
            // The field that is left commits first.
            set_timeout(move || session.catch_up_if_idle(), Duration::ZERO);
        });
        let _ = window().add_event_listener_with_callback("focusout", left.as_ref().unchecked_ref());
        left.forget();
    }

    fn hear(&self, text: String) {
        let known = self.last_seen_text.with_value(|seen| seen.as_deref() == Some(text.as_str()));
        // A save that is on its way finds out by itself that it came second.
        if known || self.saved.get_untracked() == SaveState::Saving {
            return;
        }
        if self.storage.is_outdated() {
            // What a newer version of the app writes cannot be shown here.
            return self.saved.set(SaveState::Failed(StoreError::Newer));
        }
        self.newer_text.set_value(Some(text));
        if self.saved_plan.with_untracked(Option::is_some) {
            let language = self.settings.get_untracked().language;
            self.notices.warn(words::notice::older_than_stored(language).to_owned());
        }
        self.catch_up_if_idle();
    }

    fn catch_up_if_idle(&self) {
        if self.drag_start.with_value(Option::is_none) && !is_typing() {
            self.catch_up();
        }
    }

    /// Shows what another tab wrote. Each edit here is stored at once, so there is nothing of this tab's own to lose;
    /// while slides are shown the plan is left alone until they end.
    pub fn catch_up(&self) {
        if self.saved_plan.with_untracked(Option::is_some) {
            return;
        }
        let Some(text) = self.newer_text.try_update_value(Option::take).flatten() else { return };
        let Ok(plan) = engine::read(&text) else { return };
        let language = self.settings.get_untracked().language;
        self.history.update(super::History::clear);
        self.last_seen_text.set_value(Some(text));
        self.saved.set(SaveState::Unchanged);
        self.plan.set(Some(Arc::new(plan)));
        self.notices.say(words::notice::followed(language).to_owned());
    }
}

/// Whether something is being typed or chosen, which a change of the plan could take away.
fn is_typing() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str()))
}
