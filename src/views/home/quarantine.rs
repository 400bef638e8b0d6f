//! Stored texts that could not be read: why, and what can be done with them. Nothing is ever written over them.

use crate::commands::files;
use crate::state::engine;
use crate::state::storage::{PlanEntry, Quarantined};
use crate::state::{Context, context};
use crate::ui::dialog::Dialog;
use crate::ui::form::on_mouse;
use crate::ui::text::text_fn;
use crate::words::{self, home as text, label};
use leptos::prelude::*;
use samplan::exchange::ReadError;

/// A text that could not be read.
#[derive(Clone, PartialEq)]
pub struct Broken {
    /// What the plan was called, as far as that is known.
    name: String,
    text: String,
    /// Where it is kept aside; `None` when there was no room to put it aside, and it only stands where it stood.
    quarantined: Option<Quarantined>,
}

/// All texts that could not be read, and the plans that are not among them.
pub fn sort(context: Context) -> (Vec<Broken>, Vec<PlanEntry>) {
    let plans = context.storage.plans();
    let (all_quarantined, entries) = (plans.quarantined(), plans.entries());
    let failed =
        context.session.unreadable().with(|unreadable| unreadable.as_ref().map(|failed| failed.quarantined.clone()));
    let mut broken: Vec<Broken> = Vec::new();
    for quarantined in all_quarantined {
        let key = quarantined.key.rsplit('/').next().unwrap_or_default().to_owned();
        let entry = entries.iter().find(|entry| entry.key.as_str() == key);
        let name = entry.map_or(key, |entry| entry.name.clone());
        broken.push(Broken { name, text: quarantined.text.clone(), quarantined: Some(quarantined) });
    }
    let (unread, readable): (Vec<PlanEntry>, Vec<PlanEntry>) = entries.into_iter().partition(|entry| {
        failed.as_deref() == Some(entry.key.as_str())
            || (!broken.is_empty()
                && plans.text(&entry.key).is_some_and(|text| broken.iter().any(|one| one.text == text)))
    });
    for entry in unread {
        let text = plans.text(&entry.key).unwrap_or_default();
        if broken.iter().all(|one| one.text != text) {
            broken.push(Broken { name: entry.name, text, quarantined: None });
        }
    }
    (broken, readable)
}

/// The texts that could not be read.
#[component]
pub fn QuarantinedTexts(broken: Memo<Vec<Broken>>) -> impl IntoView {
    let context = context();
    let asking = RwSignal::new(None::<Broken>);
    let open = RwSignal::new(false);
    let ask = move |one: Broken| {
        asking.set(Some(one));
        open.set(true);
    };
    let discard = move |_| {
        if let Some(quarantined) = asking.get_untracked().and_then(|one| one.quarantined) {
            context.session.unreadable().set(None);
            context.storage.change(|plans| plans.discard_quarantined(&quarantined));
        }
        open.set(false);
    };
    let name = move || asking.get().map(|one| one.name).unwrap_or_default();
    view! {
        <section class="aside-texts" aria-labelledby="aside-title" data-test="aside">
            <div role="alert">
            <h2 id="aside-title">{text_fn(text::aside_title)}</h2>
            <p>{text_fn(text::aside_intro)}</p>
            </div>
            <ul>
                {move || broken.get().into_iter().map(|one| view! { <QuarantinedRow one ask/> }).collect_view()}
            </ul>
        </section>
        <Dialog open=open title=Signal::derive(move || text::discard_title(context.language()).to_owned())>
            <p>{move || text::DiscardAsk { name: name() }.say(context.language())}</p>
            <div class="actions">
                <button type="button" autofocus on:click=on_mouse(move |_| open.set(false))>{text_fn(label::cancel)}</button>
                <button type="button" class="danger" on:click=on_mouse(discard)>{text_fn(text::discard_yes)}</button>
            </div>
        </Dialog>
    }
}

#[component]
fn QuarantinedRow(one: Broken, ask: impl Fn(Broken) + Copy + 'static) -> impl IntoView {
    let context = context();
    let language = context.language();
    let Broken { name, text: raw, quarantined } = one.clone();
    let file = files::file_name(&name);
    let download = move |_| {
        files::download(context, &file, &raw);
    };
    let why = match engine::read(&one.text) {
        // A newer Samplan may read what an older one could not.
        Ok(plan) => {
            let adopt = move |_| files::open_plan(context, plan.clone());
            view! {
                <p>{text::aside_readable(language)}</p>
                <button type="button" on:click=on_mouse(adopt)>{text::aside_open(language)}</button>
            }
            .into_any()
        }
        Err(error) => {
            let lines = words::read_error(language, &error);
            let lines = lines.into_iter().take(5).map(|line| view! { <p>{line}</p> }).collect_view();
            // Damaged or changed, but a plan all the same: whoever was told may want it.
            let plan =
                matches!(error, ReadError::Changed { .. }).then(|| engine::read_changed(&one.text).ok()).flatten();
            let anyway = plan.map(|plan| {
                view! {
                    <button type="button" on:click=on_mouse(move |_| files::open_plan(context, plan.clone()))>
                        {words::notice::open_changed(language)}
                    </button>
                }
            });
            (lines, anyway).into_any()
        }
    };
    view! {
        <li>
            <div><strong>{name.clone()}</strong>{why}</div>
            <div class="buttons">
                <button type="button" aria-label=text::AsideDownload { name: &name }.say(language) on:click=on_mouse(download)>
                    {text::aside_download_short(language)}
                </button>
                {quarantined.map(|_| view! {
                    <button type="button" class="danger" aria-label=text::AsideDiscard { name: &name }.say(language)
                        on:click=on_mouse(move |_| ask(one.clone()))>{text::aside_discard_short(language)}</button>
                })}
            </div>
        </li>
    }
}
