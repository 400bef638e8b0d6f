//! The page's title: the view, the plan and the app, so that tabs, history and bookmarks tell them apart.

use crate::state::Context;
use crate::state::memo::memo;
use crate::views;
use leptos::prelude::*;

/// Keeps the title true.
pub fn follow(context: Context) {
    let title = memo(move || {
        let view = views::title(context.route.get())(context.language());
        let plan = context.session.plan().with(|plan| plan.as_ref().map(|plan| plan.name.clone()));
        let parts = [Some(view.to_owned()), plan, Some("Samplan".to_owned())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
    });
    Effect::new(move |_| document().set_title(&title.get()));
}
