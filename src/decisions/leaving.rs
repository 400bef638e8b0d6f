//! Before a part of the plan goes away that others refer to: what they are, by name, and what becomes of them. What
//! nothing refers to goes at once, with a way back.

use super::users;
use crate::state::route::Route;
use crate::state::{Ask, Context};
use crate::ui::dialog::Dialog;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{label, leaving as text};
use leptos::prelude::*;
use samplan::plan::{Plan, User};
use std::sync::Arc;

/// Takes a part away: at once, or once it has been said what refers to it. `name` is what it is called.
pub fn leave(
    context: Context,
    name: &str,
    users: impl FnOnce(&Plan) -> Vec<User>,
    go: impl Fn() + Send + Sync + 'static,
) {
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let users = users(&plan);
    if users.is_empty() {
        return go();
    }
    let language = context.settings.with_untracked(|settings| settings.language);
    let unit = context.settings.with_untracked(|settings| settings.unit);
    let mut says: Vec<String> = users.iter().map(|user| users::user(language, &plan, user, unit)).collect();
    says.dedup();
    context.ask.set(Some(Ask { name: name.to_owned(), says, go: Arc::new(go) }));
}

/// The question, while there is one.
pub fn asked(context: Context) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(context.ask.with(Option::is_some)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now && context.ask.with_untracked(Option::is_some) {
            context.ask.set(None);
        }
        now
    });
    // What is asked about stands in the view that was left.
    Effect::new(move |before: Option<Route>| {
        let now = context.place.route().get();
        if before.is_some_and(|before| before != now) {
            context.ask.set(None);
        }
        now
    });
    let title = Signal::derive(move || {
        let name = context.ask.with(|ask| ask.as_ref().map(|ask| ask.name.clone())).unwrap_or_default();
        text::Title { name }.say(context.language())
    });
    let body = move || {
        context.ask.get().map(|ask| {
            let run = Arc::clone(&ask.go);
            let go = move || {
                context.ask.set(None);
                run();
            };
            view! {
                <p>{text_fn(text::what)}</p>
                <ul class="sentences" data-test="users">
                    {ask.says.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}
                </ul>
                <div class="actions">
                    <button type="button" autofocus on:click=click(move || context.ask.set(None))>{text_fn(label::cancel)}</button>
                    <button type="button" class="primary" data-test="leave" on:click=click(go)>{text_fn(text::go)}</button>
                </div>
            }
        })
    };
    view! { <Dialog open=open title=title>{body}</Dialog> }.into_any()
}
