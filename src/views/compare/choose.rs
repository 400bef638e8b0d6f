//! Which scenarios are compared, and making one of them the base.

use super::{Shown, name};
use crate::ui::form::{check, click};
use crate::ui::text::{said, say};
use crate::words::compare as text;
use leptos::prelude::*;
use samplan::plan::Id;

/// The most scenarios side by side.
pub const MOST: usize = 4;

/// The scenarios as things to choose.
pub fn choose(shown: Shown) -> AnyView {
    let context = shown.context;
    let toggle = move |id: Option<Id>| {
        let mut chosen = shown.chosen.get_untracked();
        match chosen.iter().position(|one| *one == id) {
            // One is left: with none at all it would begin anew.
            Some(_) if chosen.len() == 1 => return,
            Some(place) => {
                chosen.remove(place);
            }
            None if chosen.len() >= MOST => {
                context.notices.say(text::most(context.language()).to_owned());
                return;
            }
            None => chosen.push(id),
        }
        context.place.compare(chosen);
    };
    let all = move || {
        let plan = context.plan();
        let ids = plan.map_or_else(Vec::new, |plan| plan.scenarios.iter().map(|one| one.id.clone()).collect());
        let ids: Vec<Option<Id>> = std::iter::once(None).chain(ids.into_iter().map(Some)).collect();
        let chips = ids.into_iter().map(|id| {
            let named = name(context, id.as_ref());
            let place = shown.chosen.with(|chosen| chosen.iter().position(|one| *one == id));
            let mark = place.map(|place| view! { <span class="mark" aria-hidden="true">{place + 1}</span> });
            view! {
                <button type="button" class="tab" aria-pressed=place.is_some().to_string()
                    on:click=click(move || toggle(id.clone()))>{mark}{named}</button>
            }
        });
        chips.collect_view()
    };
    view! {
        <div class="choose">
            <div class="tabs" role="group" data-test="compared"
                aria-label=Signal::derive(move || text::choose(context.language()).to_owned())>{all}</div>
            <div class="row">
                <p class="small muted">{say(text::choose)}". "{say(text::choose_hint)}</p>
                {check(said(text::only), shown.only.into(), Callback::new(move |on| shown.only.set(on)))}
            </div>
        </div>
    }
    .into_any()
}
