//! The dialog that makes a link: what it is to hold, the link itself, and a code of it for phones.

use super::{code, errors};
use crate::commands::Action;
use crate::state::memo::memo;
use crate::state::{Context, LinkScope};
use crate::ui::form::{self, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Language, Word, action, link as text};
use leptos::html::Textarea;
use leptos::prelude::*;
use samplan::exchange::{LinkError, MOST_LINK, plan_link, scenario_link};
use samplan::meet::pack;
use samplan::plan::{Id, Plan};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;

/// Links longer than this are cut by some programs.
const LONG: usize = 2_000;

/// What the dialog holds.
pub fn share(context: Context) -> AnyView {
    let chosen = RwSignal::new(context.sharing.get_untracked().unwrap_or(LinkScope::Plan));
    let link = memo(move || {
        let plan = context.plan()?;
        let scenario = context.scenario.get().filter(|id| plan.scenario_by_id(id).is_some());
        Some(made(&plan, scenario.as_ref(), chosen.get()).map(|link| address(&link)))
    });
    let inside = move || {
        Some(match link.get()? {
            Ok(address) => ready(context, address),
            Err(LinkError::TooLong { length }) => too_long(context, length),
            Err(error) => {
                let lines = errors::worded(context.language(), &error);
                view! { <p class="field-error" role="alert">{lines.join(" ")}</p> }.into_any()
            }
        })
    };
    view! {
        <div class="sharing">
            {what(context, chosen)}
            <p class="hint">{text_fn(text::private)}</p>
            {inside}
        </div>
    }
    .into_any()
}

/// What the link is to hold; nothing to choose where no scenario is open.
fn what(context: Context, chosen: RwSignal<LinkScope>) -> Option<AnyView> {
    const ALL: [LinkScope; 3] = [LinkScope::Plan, LinkScope::PlanWithScenario, LinkScope::Scenario];
    context.with_scenario(|_, _| ())?;
    let options = Signal::derive(move || {
        let language = context.language();
        let name = context.with_scenario(words::scenario_name).unwrap_or_default();
        let named = [text::PlanWith { name: &name }.say(language), text::Only { name: &name }.say(language)];
        std::iter::once(text::whole(language).to_owned()).chain(named).collect::<Vec<_>>()
    });
    let place = Signal::derive(move || ALL.iter().position(|one| *one == chosen.get()).unwrap_or_default());
    let choose = Callback::new(move |place: usize| {
        if let Some(one) = ALL.get(place) {
            chosen.set(*one);
        }
    });
    Some(form::choice(text_signal(text::what), options, place, choose))
}

fn made(plan: &Plan, scenario: Option<&Id>, what: LinkScope) -> Result<String, LinkError> {
    match (what, scenario) {
        (LinkScope::Plan, _) | (_, None) => plan_link(plan),
        (LinkScope::PlanWithScenario, Some(id)) => {
            let mut plan = plan.clone();
            plan.scenarios.retain(|one| one.id == *id);
            plan_link(&plan)
        }
        (LinkScope::Scenario, Some(id)) => scenario_link(&pack(plan, std::slice::from_ref(id))),
    }
}

/// The app's own address with a link's content.
fn address(link: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let app = here.split(['#', '?']).next().unwrap_or_default();
    format!("{app}#/lank/{link}")
}

fn too_long(context: Context, length: usize) -> AnyView {
    let told = text::WouldBeTooLong { length, most: MOST_LINK }.say(context.language());
    let as_file = move || {
        // Messages stand outside the dialog.
        context.sharing.set(None);
        Action::Save.run(context);
    };
    view! {
        <p class="field-error" role="alert" data-test="link-too-long">{told}</p>
        <div class="actions">
            <button type="button" on:click=click(as_file)>{text_fn(action::save)}</button>
        </div>
    }
    .into_any()
}

/// The link, ways to pass it on, and its code.
fn ready(context: Context, address: String) -> AnyView {
    let language = context.language();
    let field = NodeRef::<Textarea>::new();
    let said_last = RwSignal::new(None::<Word>);
    let (to_copy, to_send) = (address.clone(), address.clone());
    let copy = move || copy(to_copy.clone(), field, said_last);
    let send = move || send(to_send.clone(), said_last);
    let can_send = has(&window().navigator(), "share");
    let is_local = !address.starts_with("http");
    let long = (address.len() > LONG).then(|| text::Length { length: address.len() }.say(language));
    let status = move || said_last.get().map(|word| word(context.language()));
    view! {
        <div class="outgoing">
            <div class="made">
                <label for="link-made">{text_fn(text::field)}</label>
                <textarea id="link-made" readonly="" rows="4" node_ref=field data-test="link-made" spellcheck="false"
                    prop:value=address.clone()></textarea>
                {long.map(|long| view! { <p class="hint">{long}</p> })}
                {is_local.then(|| view! { <p class="hint warn">{text_fn(text::local)}</p> })}
                <div class="buttons">
                    <button type="button" class="primary" data-test="link-copy" on:click=click(copy)>
                        <Icon shape=Shape::Copy/>{text_fn(text::copy)}
                    </button>
                    {can_send.then(|| view! { <button type="button" data-test="link-send" on:click=click(send)>{text_fn(text::send)}</button> })}
                    <span role="status" data-test="link-status">{status}</span>
                </div>
            </div>
            {code::code(language, &address)}
        </div>
    }
    .into_any()
}

fn has(owner: &JsValue, name: &str) -> bool {
    js_sys::Reflect::get(owner, &name.into()).is_ok_and(|found| !found.is_undefined() && !found.is_null())
}

/// Copies the link; where the browser does not let it, the link is marked for a copy by hand.
fn copy(address: String, field: NodeRef<Textarea>, said: RwSignal<Option<Word>>) {
    spawn_local(async move {
        let navigator = window().navigator();
        let is_copied =
            has(&navigator, "clipboard") && JsFuture::from(navigator.clipboard().write_text(&address)).await.is_ok();
        if !is_copied && let Some(field) = field.get_untracked() {
            let _ = field.focus();
            field.select();
        }
        let word: fn(Language) -> &'static str = if is_copied { text::copied } else { text::copy_failed };
        // The dialog may have been closed meanwhile.
        let _ = said.try_set(Some(word));
    });
}

/// Hands the link to the system's own way of sharing. Whoever changes their mind there is told nothing.
fn send(address: String, said: RwSignal<Option<Word>>) {
    spawn_local(async move {
        let data = ShareData::new();
        data.set_url(&address);
        let Err(error) = JsFuture::from(window().navigator().share_with_data(&data)).await else { return };
        let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        if name.as_deref() != Some("AbortError") {
            let _ = said.try_set(Some(text::send_failed));
        }
    });
}
