//! Which association is shown: all together, or one. A few are in sight; many are in a list.

use crate::state::context;
use crate::state::memo::memo;
use crate::ui::form::{self, click};
use crate::ui::text::text_signal;
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::plan::Id;

/// More than this are chosen from a list.
const IN_SIGHT: usize = 6;

/// Chooses the association that scenarios are shown for; nothing when there is only one. `listed` are those that there
/// are, with their names; `shown` is the one that is shown.
pub fn association_choice(listed: Memo<Vec<(Id, String)>>, shown: Memo<Option<Id>>) -> AnyView {
    let listed = memo(move || words::all_told_apart(listed.get()));
    let view = move || match listed.with(Vec::len) {
        0 | 1 => None,
        count if count <= IN_SIGHT => Some(tabs(listed.get(), shown)),
        _ => Some(list(listed, shown)),
    };
    view.into_any()
}

fn tabs(listed: Vec<(Id, String)>, shown: Memo<Option<Id>>) -> AnyView {
    let context = context();
    let tab = move |id: Option<Id>, name: String| {
        let pressed = id.clone();
        view! {
            <button type="button" aria-pressed=Signal::derive(move || (shown.get() == pressed).to_string())
                on:click=click(move || context.place.show_association(id.clone()))>{name}</button>
        }
    };
    let language = context.language();
    let each = listed.into_iter().map(|(id, name)| tab(Some(id), name)).collect_view();
    view! {
        <div class="segments associations" role="group" aria-label=label::show(language)>
            {tab(None, text::all(language).to_owned())}{each}
        </div>
    }
    .into_any()
}

fn list(listed: Memo<Vec<(Id, String)>>, shown: Memo<Option<Id>>) -> AnyView {
    let context = context();
    let names = Signal::derive(move || {
        let each = listed.get().into_iter().map(|(_, name)| name);
        std::iter::once(text::all(context.language()).to_owned()).chain(each).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let now = shown.get();
        let place = listed.with(|listed| listed.iter().position(|(id, _)| Some(id) == now.as_ref()));
        place.map_or(0, |place| place.saturating_add(1))
    });
    let choose = Callback::new(move |place: usize| {
        let id = listed.with_untracked(|listed| place.checked_sub(1).and_then(|place| listed.get(place).cloned()));
        context.place.show_association(id.map(|(id, _)| id));
    });
    view! { <div class="association-list">{form::choice(text_signal(label::show), names, chosen, choose)}</div> }
        .into_any()
}
