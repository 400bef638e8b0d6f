//! A choice among the stored plans, for what takes another plan beside the open one or in its place.

use crate::state::memo::memo;
use crate::state::{Context, Other};
use crate::ui::form;
use crate::ui::text::text_signal;
use crate::words::meet as text;
use leptos::prelude::*;

/// The choice; nothing while there is no plan to choose. The open plan is among them only `with_open`.
pub fn stored_plans(context: Context, with_open: bool, take: Callback<Other>) -> AnyView {
    let stored = memo(move || {
        let open = context.session.key().get().filter(|_| !with_open);
        let entries = context.storage.plans().entries().into_iter();
        let offered = entries.filter(|entry| Some(&entry.key) != open.as_ref());
        offered.map(|entry| (entry.key, entry.name, entry.changed)).collect::<Vec<_>>()
    });
    let names = Signal::derive(move || {
        let each = stored.get().into_iter().map(|(_, name, _)| name);
        std::iter::once(text::choose_stored(context.language()).to_owned()).chain(each).collect::<Vec<_>>()
    });
    let pick = Callback::new(move |place: usize| {
        let chosen = stored.with_untracked(|stored| place.checked_sub(1).and_then(|place| stored.get(place).cloned()));
        let Some((key, name, changed)) = chosen else { return };
        match context.storage.plans_untracked().open(&key) {
            Ok(Some(opened)) => take.run(Other { changed, ..Other::new(&name, opened.plan) }),
            Ok(None) | Err(_) => {
                let gone = text::CannotOpen { name: &name }.say(context.settings.with_untracked(|s| s.language));
                context.notices.warn(gone);
            }
        }
    });
    let shown = move || {
        stored
            .with(|stored| !stored.is_empty())
            .then(|| form::choice(text_signal(text::stored), names, Signal::stored(0), pick))
    };
    shown.into_any()
}
