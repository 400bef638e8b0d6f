//! What the open plan was: its steps are found again after a reload, and the plan as a session found it is kept.

use super::{Label, Session};
use crate::state::engine;
use crate::state::storage::past::{self, PastStep};
use crate::words;
use leptos::prelude::*;
use samplan::plan::Plan;
use wasm_bindgen_futures::spawn_local;

/// After so many steps without a file, one is recommended, once.
const STEPS_WITHOUT_FILE: u32 = 40;
/// A file that is so old counts for none (a week, in milliseconds).
const OLD_FILE: f64 = 7.0 * 24.0 * 3600.0 * 1000.0;

impl Session {
    /// Saves the plan after a step, and keeps what it was before. `said` is what the step did.
    pub(super) fn save_step(&self, said: &str) {
        let before = self.last_seen_text.get_value();
        self.save();
        let (Some(key), Some(after)) = (self.key.get_untracked(), self.last_seen_text.get_value()) else { return };
        let steps = self.steps.get_value().saturating_add(1);
        self.steps.set_value(steps);
        if let Some(before) = before {
            if steps == 1 {
                past::keep_version(&key, &before, js_sys::Date::now());
            }
            past::note(&key, &before, &after, said);
        }
        if steps == 1 {
            past::persist();
        }
        if steps == STEPS_WITHOUT_FILE {
            let filed = self.storage.plans_untracked().filed(&key).unwrap_or_default();
            if js_sys::Date::now() - filed > OLD_FILE {
                let language = self.settings.get_untracked().language;
                self.notices.say(words::notice::save_a_file(language).to_owned());
            }
        }
    }

    /// Notes that a step was taken back, or again.
    pub(super) fn note_move(&self) {
        if let (Some(key), Some(text)) = (self.key.get_untracked(), self.last_seen_text.get_value()) {
            past::moved(&key, &text);
        }
    }

    /// Finds the steps of the plan's last visit.
    pub(super) fn recall(&self) {
        let (Some(key), Some(text)) = (self.key.get_untracked(), self.last_seen_text.get_value()) else { return };
        let session = *self;
        spawn_local(async move {
            let Some([past, future]) = past::recall(&key, &text).await else { return };
            let [past, future] = [past, future].map(|steps| steps.iter().map_while(read).collect::<Vec<_>>());
            // Meanwhile another plan may have been opened, or this one changed.
            let is_same = session.key.with_untracked(|open| open.as_ref() == Some(&key))
                && session.last_seen_text.with_value(|seen| seen.as_ref() == Some(&text));
            if is_same && !(past.is_empty() && future.is_empty()) {
                session.history.update(|history| history.recall(past, future));
            }
        });
    }

    /// What a step did, in words.
    pub(super) fn said(&self, label: &Label) -> String {
        let language = self.settings.get_untracked().language;
        match label {
            Label::Edit(edit) => engine::edit(language, edit).into_owned(),
            Label::Move => words::edit::lever(language).into(),
            Label::Recalled(words) => words.clone(),
        }
    }
}

fn read(step: &PastStep) -> Option<(Plan, String)> {
    engine::read(&step.text).ok().map(|plan| (plan, step.label.clone()))
}
