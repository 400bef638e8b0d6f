//! The dialog that makes a link of the open plan or scenario: its place, wherever it is asked for. What it holds is
//! fetched when it is first opened.

use super::part::part;
use crate::state::Context;
use crate::state::modules::{Module, Slot};
use crate::ui::dialog::Dialog;
use crate::ui::text::text_signal;
use crate::words::action;
use leptos::prelude::*;

/// Where its module hands over what the dialog holds.
pub static SHARE: Slot<fn(Context) -> AnyView> = Slot::new();

/// The dialog, over the views or over a showing: what lies behind a showing is out of reach.
pub fn place(context: Context, in_showing: bool) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(context.sharing.get().is_some() && context.show.get() == in_showing));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            context.sharing.set(None);
        }
        now
    });
    // Nobody is to wait for what most never open.
    let body = move || part(context, Module::Aside, move || SHARE.get().map(|draw| draw(context)));
    view! { <Dialog open=open title=text_signal(action::share) wide=true>{body()}</Dialog> }.into_any()
}
