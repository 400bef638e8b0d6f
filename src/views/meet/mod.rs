//! Two plans side by side: what differs between the open plan and another, taken over part by part, and a neighbour's
//! association put in. The other plan is only looked at: nothing of it is kept until something is taken over.

mod arriving;
mod differences;
mod dropped;
mod neighbour;

pub use dropped::{DROPPED, place, questions};

use crate::commands::files;
use crate::components::stored_plans::stored_plans;
use crate::components::when;
use crate::state::memo::memo;
use crate::state::{Context, Other, context};
use crate::ui::form::{click, on_mouse};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, meet as text};
use leptos::prelude::*;

/// The view.
#[component]
pub fn Meet() -> impl IntoView {
    let context = context();
    let kin = memo(move || {
        let (mine, theirs) = (context.plan()?, context.other.get()?.plan);
        Some(mine.associations.iter().any(|own| theirs.association(&own.id).is_some()))
    });
    view! {
        <div class="meet">
            <header class="view-head"><h1>{text_fn(text::title)}</h1></header>
            <p class="hint">{text_fn(text::what)}</p>
            {choose(context)}
            {differences::renewals(context)}
            {move || {
                let [differs, comes] = [differences::differences, neighbour::neighbour];
                // Neighbours have nothing in common yet: what differs is everything, and what they want is to come in.
                match kin.get()? {
                    true => Some([differs(context), comes(context)].collect_view()),
                    false => Some([comes(context), differs(context)].collect_view()),
                }
            }}
        </div>
    }
}

/// Which plan the open one is laid beside: a file, or another that is stored.
fn choose(context: Context) -> AnyView {
    let take = Callback::new(move |other| context.other.set(Some(other)));
    let head = move || {
        context.other.get().map(|other| {
            let years = words::years(context.language(), other.plan.horizon());
            let says = text::Beside { name: &other.plan.name, years };
            let versions = versions(context, &other);
            view! {
                <p class="beside" data-test="other">
                    <span>{says.say(context.language())}{versions.map(|versions| format!(" {versions}"))}</span>
                    <button type="button" on:click=on_mouse(move |_| context.other.set(None))>{text_fn(words::shell::close)}</button>
                </p>
            }
        })
    };
    view! {
        <section class="card meet-choose" aria-label=text_signal(text::choose)>
            <button type="button" on:click=click(move || files::choose_other(context))>
                <Icon shape=Shape::Upload/>{text_fn(text::choose_file)}
            </button>
            {stored_plans(context, false, take)}
            {head}
        </section>
    }
    .into_any()
}

/// When the other plan was changed, and of two versions of one plan which is the newer.
fn versions(context: Context, other: &Other) -> Option<String> {
    let language = context.language();
    let changed = other.changed;
    if changed <= 0.0 {
        return None;
    }
    let told = text::Changed { when: when::moment(language, changed) }.say(language);
    let same = context.plan().is_some_and(|plan| plan.id == other.plan.id);
    let own = context.session.key().get().map(|key| context.storage.plans().entry(&key).changed);
    let Some(own) = own.filter(|own| same && *own > 0.0) else { return Some(told) };
    let when = when::moment(language, own);
    let beside = if changed > own { text::Newer { when }.say(language) } else { text::Older { when }.say(language) };
    Some(format!("{told} {beside}"))
}
