//! The slides in order: the automatic ones, or the users' own as soon as something about them is changed.

use super::show::kinds::OFFERED;
use super::show::stated_now;
use super::thumbnail::thumbnail;
use crate::commands::edit::{commit_and_tell, commit_or_warn};
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::focus::{focus_new, moved_by_keys};
use crate::ui::form::{choice, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, show as text};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use samplan::edit::{Edit, ListStep, PresentationEdit, WholeList};
use samplan::plan::{Id, Slide};
use samplan::show;

/// The slides as they stand: the users' own, hidden ones among them, or the automatic ones.
pub fn current(context: Context) -> Vec<Slide> {
    let outcome = context.scenario_outcome.get();
    let found = context.with_scenario(|plan, scenario| {
        if scenario.slides.is_empty() {
            outcome.map_or_else(Vec::new, |outcome| show::automatic(plan, Some(scenario), &outcome))
        } else {
            scenario.slides.clone()
        }
    });
    found.unwrap_or_default()
}

fn write(context: Context, now: Vec<Slide>, did: ListStep<Slide>) {
    if let Some(edit) = edit(context, now, did) {
        commit_or_warn(context, edit);
    }
}

fn edit(context: Context, now: Vec<Slide>, did: ListStep<Slide>) -> Option<Edit> {
    let was = untrack(|| context.with_scenario(|_, scenario| scenario.slides.clone()))?;
    let change = PresentationEdit::Slides(WholeList { was, now, did });
    Some(Edit::Presentation(context.scenario.get_untracked()?, change))
}

/// Changes a slide.
pub fn change(context: Context, id: &Id, change: impl FnOnce(&mut Slide)) {
    context.session.catch_up();
    let mut slides = untrack(|| current(context));
    let Some(slide) = slides.iter_mut().find(|slide| slide.id == *id) else { return };
    change(slide);
    let did = ListStep::Change(slide.clone());
    write(context, slides, did);
}

fn shift(context: Context, chosen: RwSignal<usize>, id: &Id, down: bool) {
    context.session.catch_up();
    let mut slides = untrack(|| current(context));
    let found = slides.iter().enumerate().find(|(_, slide)| slide.id == *id);
    let Some((place, moved)) = found.map(|(place, slide)| (place, slide.clone())) else { return };
    let to = if down { place.saturating_add(1) } else { place.saturating_sub(1) };
    if to == place || to >= slides.len() {
        return;
    }
    slides.swap(place, to);
    write(context, slides, ListStep::Move(moved));
    chosen.set(to);
    focus_new(format!("#slide-{to} .open"));
}

/// The list, and ways to more slides and back to the automatic ones.
pub fn slides(context: Context, chosen: RwSignal<usize>) -> AnyView {
    let all = memo(move || current(context));
    let own = memo(move || context.with_scenario(|_, scenario| !scenario.slides.is_empty()).unwrap_or_default());
    let stated = memo(move || all.with(|slides| stated_now(context, slides)));
    let rows = move || {
        all.get()
            .into_iter()
            .enumerate()
            .map(|(place, slide)| row(context, chosen, place, slide, stated))
            .collect_view()
    };
    let add = Callback::new(move |place: usize| {
        let Some(kind) = place.checked_sub(1).and_then(|place| OFFERED.get(place).copied()) else { return };
        let mut slides = untrack(|| current(context));
        let id = Id::from_name("bild", |id| slides.iter().any(|slide| slide.id.as_str() == id));
        let (title, text, notes) = Default::default();
        let slide = Slide { id, kind, title, text, hidden: false, notes, levers: Vec::new() };
        let at = chosen.get_untracked().saturating_add(1).min(slides.len());
        slides.insert(at, slide.clone());
        write(context, slides, ListStep::Add(slide));
        chosen.set(at);
        focus_new("#slide-fields input");
    });
    let offered = Signal::derive(move || {
        let names = OFFERED.iter().map(|kind| words::slide_kind(context.language(), *kind));
        [text::add_slide(context.language())].into_iter().chain(names).map(str::to_owned).collect()
    });
    let state = move || {
        let language = context.language();
        if own.get() {
            let reset = move || {
                let Some(edit) = edit(context, Vec::new(), ListStep::Reset) else { return };
                if commit_and_tell(context, edit, text::reset_done(context.language()).to_owned()) {
                    chosen.set(0);
                }
            };
            view! {
                <p class="hint">{text::own_slides(language)}" "
                    <button type="button" class="link" data-test="reset-slides" on:click=click(reset)>{text::reset(language)}</button></p>
            }
            .into_any()
        } else {
            view! { <p class="hint">{text::auto_slides(language)}</p> }.into_any()
        }
    };
    view! {
        <h2 id="slides-title">{text_fn(text::slides)}</h2>
        {state}
        <ol class="slide-list" data-test="slides">{rows}</ol>
        <div class="add-slide">{choice(text_signal(text::add_slide_label), offered, Signal::stored(0), add)}</div>
    }
    .into_any()
}

fn row(
    context: Context,
    chosen: RwSignal<usize>,
    place: usize,
    slide: Slide,
    stated: Memo<Vec<Option<String>>>,
) -> AnyView {
    let language = context.language();
    let kind = words::slide_kind(language, slide.kind);
    let name = words::slide_name(language, &slide).to_owned();
    let hidden = slide.hidden;
    let id = slide.id.clone();
    let of = id.clone();
    let keys: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if let Some(down) = moved_by_keys(&event) {
            shift(context, chosen, &of, down);
        }
    });
    let shifted = |down: bool| -> Box<dyn Fn()> {
        let of = id.clone();
        Box::new(move || shift(context, chosen, &of, down))
    };
    let (up, down) = (shifted(false), shifted(true));
    let tool = |shape: Shape, label: String, test: &'static str, what: Box<dyn Fn()>| {
        view! {
            <button type="button" class="icon" aria-label=label data-test=test on:click=click(what)><Icon shape=shape/></button>
        }
        .into_any()
    };
    let of = id.clone();
    let hide = move || change(context, &of, |slide| slide.hidden = !slide.hidden);
    let remove_told = text::SlideRemoved { name: &name }.say(language);
    let remove = move || {
        context.session.catch_up();
        let mut slides = untrack(|| current(context));
        // An own list without slides would be the automatic ones.
        if slides.len() == 1 {
            context.notices.say(text::last_slide(context.language()).to_owned());
            return;
        }
        let Some(at) = slides.iter().position(|slide| slide.id == id) else { return };
        let removed = slides.remove(at);
        let Some(edit) = edit(context, slides, ListStep::Remove(removed)) else { return };
        if commit_and_tell(context, edit, remove_told.clone()) {
            chosen.set(place.saturating_sub(1));
            focus_new(format!("#slide-{} .open", place.saturating_sub(1)));
        }
    };
    let (hide_label, shape) = if hidden {
        (text::ShowSlide { name: &name }.say(language), Shape::Hidden)
    } else {
        (text::HideSlide { name: &name }.say(language), Shape::Eye)
    };
    let beside = (!slide.title.is_empty()).then(|| view! { <span class="slide-kind">{kind}</span> });
    // Under the kind stands what the slide will say; an own title says it itself.
    let says = slide.title.is_empty().then(|| {
        let says = move || stated.with(|stated| stated.get(place).cloned().flatten());
        move || says().map(|says| view! { <span class="says">{says}</span> })
    });
    let off = hidden.then(|| view! { <span class="slide-kind">{text::hidden(language)}</span> });
    view! {
        <li id=format!("slide-{place}") class:off=hidden on:keydown=keys data-test="slide-row">
            <button type="button" class="open" on:click=click(move || chosen.set(place))
                aria-pressed=Signal::derive(move || (chosen.get() == place).to_string())>
                <span class="number" aria-hidden="true">{place.saturating_add(1)}</span>
                {thumbnail(context, place, slide.clone())}
                <span class="name">{name.clone()}{says}</span>{beside}{off}
            </button>
            <span class="slide-tools">
                {tool(Shape::Up, words::scenario::Up { title: &name }.say(language), "slide-up", up)}
                {tool(Shape::Down, words::scenario::Down { title: &name }.say(language), "slide-down", down)}
                {tool(shape, hide_label, "slide-hide", Box::new(hide))}
                {tool(Shape::Bin, words::scenario::Delete { title: &name }.say(language), "slide-remove", Box::new(remove))}
            </span>
        </li>
    }
    .into_any()
}
