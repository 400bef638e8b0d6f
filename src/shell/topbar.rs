//! The top bar: the plan's name and whether it is kept, undo and redo, export, and how everything is shown.

use super::full;
use crate::commands::Action;
use crate::components::when;
use crate::state::drafts::TypingState;
use crate::state::memo::memo;
use crate::state::session::{Label, SaveState};
use crate::state::settings::Theme;
use crate::state::storage::StoreError;
use crate::state::{Context, context, engine};
use crate::ui::form::{on_event, on_mouse};
use crate::ui::icon::{Icon, Shape};
use crate::ui::name_field::name_field;
use crate::ui::segments::Segments;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::edit::{Edit, PlanEdit};
use samplan::money::Unit;

/// The bar at the top.
#[component]
pub fn TopBar() -> impl IntoView {
    let context = context();
    let has_plan = move || context.session.plan().with(Option::is_some);
    view! {
        <header class="topbar">
            <a class="brand" href="#/" aria-label=text_fn(words::shell::home)>
                <Icon shape=Shape::Logo/><span>"Samplan"</span>
            </a>
            <Show when=has_plan fallback=|| view! { <div class="plan-name"></div> }>
                <PlanName/>
                <HistoryButtons/>
            </Show>
            <Show when=has_plan>
                <button class="export" on:click=on_mouse(move |_| Action::Export.run(context))
                    title=move || Action::Export.shortcut()>
                    <Icon shape=Shape::Download/>{move || Action::Export.name(context.language())}
                </button>
            </Show>
            <SettingsMenu/>
        </header>
    }
}

/// How everything is shown: unit, language, colours. Seldom changed, so that the plan's name has the room.
#[component]
fn SettingsMenu() -> impl IntoView {
    let context = context();
    let name = Signal::derive(move || words::shell::settings(context.language()).to_owned());
    view! {
        <button type="button" class="icon settings-open" popovertarget="settings-menu" data-test="settings"
            aria-label=name title=name><Icon shape=Shape::Sliders/></button>
        <div id="settings-menu" class="settings-menu" popover="auto" role="group" aria-label=name>
            <Segments
                label=Signal::derive(move || words::shell::unit(context.language()).to_owned())
                options=vec![(Unit::Kronor, Signal::stored("kr".to_owned())), (Unit::Thousands, Signal::stored("tkr".to_owned()))]
                value=Signal::derive(move || context.unit())
                on_change=move |unit| context.settings.update(|settings| settings.unit = unit)
            />
            <Segments
                label=Signal::derive(move || words::shell::language(context.language()).to_owned())
                options=vec![
                    (Language::Sv, Signal::stored("SV".to_owned())),
                    (Language::En, Signal::stored("EN".to_owned())),
                ]
                value=Signal::derive(move || context.language())
                on_change=move |language| context.settings.update(|settings| settings.language = language)
            />
            <ThemeChoice/>
        </div>
    }
}

#[component]
fn PlanName() -> impl IntoView {
    let context = context();
    let name = move || context.plan().map(|plan| plan.name.clone()).unwrap_or_default();
    // The name often says the years itself.
    let years = move || {
        let plan = context.plan()?;
        let years = words::years(context.language(), plan.horizon());
        let unsaid = !plan.name.contains(&years);
        unsaid.then(|| view! { <span class="plan-years" data-test="plan-years">{years}</span> })
    };
    let filed = memo(move || filed_text(context));
    let rename = Callback::new(move |name| {
        let done = context.session.commit(Edit::Plan(PlanEdit::Name(name)));
        if let Err(refusal) = &done {
            context.notices.warn(engine::refusal(context.language(), refusal));
        }
        done.is_ok()
    });
    view! {
        <div class="plan-name">
            {name_field("plan-name", text_signal(words::shell::plan_name), Signal::derive(name), rename)}
            {years}
            <div class="kept">
                <span class="saved" class:failed=move || context.session.saved().get().is_at_risk() || context.storage.is_silent() || context.drafts.typing().get() == TypingState::NotKept
                    role="status" data-test="saved">{move || saved_text(context)}</span>
                {full::button(context)}
                <span class="filed" data-test="filed">{filed}</span>
            </div>
        </div>
    }
}

fn saved_text(context: Context) -> String {
    let language = context.language();
    match context.drafts.typing().get() {
        TypingState::Kept => return words::draft::kept(language).to_owned(),
        TypingState::NotKept => return words::draft::not_kept(language).to_owned(),
        TypingState::Nothing => {}
    }
    let saved = context.session.saved().get();
    if context.storage.is_silent() && matches!(saved, SaveState::Unchanged | SaveState::NotDurable) {
        return words::shell::silent(language).to_owned();
    }
    match saved {
        SaveState::Kept(when) => {
            let date = js_sys::Date::new(&when.into());
            words::shell::Saved { time: format!("{:02}.{:02}", date.get_hours(), date.get_minutes()) }.say(language)
        }
        SaveState::Saving => words::shell::saving(language).to_owned(),
        SaveState::NotDurable => words::shell::not_durable(language).to_owned(),
        SaveState::Deleted => words::shell::deleted(language).to_owned(),
        SaveState::Unchanged => words::shell::in_browser(language).to_owned(),
        SaveState::Failed(StoreError::Blocked) => words::shell::storage_blocked(language).to_owned(),
        SaveState::Failed(StoreError::Full) => words::shell::storage_full(language).to_owned(),
        SaveState::Failed(StoreError::Newer) => words::shell::storage_newer(language).to_owned(),
        SaveState::Failed(StoreError::NotKept) => words::shell::storage_lost(language).to_owned(),
    }
}

/// Since when the plan is not in a file as it is now.
fn filed_text(context: Context) -> Option<String> {
    let language = context.language();
    let key = context.session.key().get()?;
    let plans = context.storage.plans();
    Some(match plans.filed(&key) {
        None => words::shell::never_filed(language).to_owned(),
        Some(filed) if filed >= plans.entry(&key).changed => words::shell::filed(language).to_owned(),
        Some(filed) => words::shell::FiledBefore { when: when::moment(language, filed) }.say(language),
    })
}

#[component]
fn HistoryButtons() -> impl IntoView {
    let context = context();
    let history = context.session.history();
    let word = move |label: Option<&Label>| {
        label.map(|label| match label {
            Label::Edit(edit) => engine::edit(context.language(), edit).into_owned(),
            Label::Move => words::edit::lever(context.language()).to_owned(),
            Label::Recalled(words) => words.clone(),
        })
    };
    let undo = move || history.with(|history| word(history.next_undo()));
    let redo = move || history.with(|history| word(history.next_redo()));
    view! {
        <div class="history" role="group" aria-label=text_fn(words::shell::history)>
            <button on:click=on_mouse(move |_| Action::Undo.run(context)) aria-disabled=move || undo().is_none().to_string()
                title=move || Action::Undo.shortcut() data-test="undo">
                <Icon shape=Shape::Undo/>
                <span class="what">{move || match undo() {
                    Some(what) => words::shell::UndoWhat { what }.say(context.language()),
                    None => Action::Undo.name(context.language()).to_owned(),
                }}</span>
            </button>
            <button on:click=on_mouse(move |_| Action::Redo.run(context)) aria-disabled=move || redo().is_none().to_string()
                title=move || Action::Redo.shortcut() data-test="redo"
                aria-label=move || match redo() {
                    Some(what) => words::shell::RedoWhat { what }.say(context.language()),
                    None => Action::Redo.name(context.language()).to_owned(),
                }>
                <Icon shape=Shape::Redo/>
            </button>
        </div>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let context = context();
    let name = move |theme: Theme| {
        let language = context.language();
        match theme {
            Theme::System => words::theme::system(language),
            Theme::Light => words::theme::light(language),
            Theme::Dark => words::theme::dark(language),
            Theme::Projector => words::theme::projector(language),
        }
    };
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.as_str() == chosen) {
            context.settings.update(|settings| settings.theme = theme);
        }
    };
    view! {
        <select class="theme" aria-label=text_fn(words::theme::title) on:change=on_event(choose)
            prop:value=move || context.settings.with(|settings| settings.theme.as_str())>
            {Theme::ALL.map(|theme| view! {
                <option value=theme.as_str()
                    selected=move || context.settings.with(|settings| settings.theme == theme)>
                    {move || name(theme)}
                </option>
            }).collect_view()}
        </select>
    }
}
