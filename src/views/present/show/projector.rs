//! The room's screen in a window of its own: it follows this one (`web/src/projector.ts`), where the presenter's view then
//! stands beside the slide: the next one, notes and the time.

use super::headline::stated;
use super::stage::Stage;
use super::{fit, full_screen, guesses, screen, small};
use crate::ui::text::text_fn;
use crate::words::{self, show as text};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "samplan", "projector"], js_name = openProjector)]
    fn open_window() -> bool;
    #[wasm_bindgen(js_namespace = ["window", "samplan", "projector"])]
    fn present(element: &HtmlElement, followed: &Closure<dyn Fn(bool)>) -> js_sys::Function;
}

/// Whether this window is a projector's, which starts no app.
pub fn is_projector() -> bool {
    window().location().hash().is_ok_and(|hash| hash.starts_with("#/projektor/"))
}

/// Opens the window, or says that the browser did not let it.
pub fn open(stage: Stage) {
    full_screen::make_way();
    if !open_window() {
        stage.context.notices.warn(text::projector_blocked(stage.language()).to_owned());
    }
}

/// Lets the projector's window follow what the element shows, until the showing ends.
pub fn follow(stage: Stage, node: NodeRef<html::Div>) {
    let stop = StoredValue::new_local(None::<(js_sys::Function, Closure<dyn Fn(bool)>)>);
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let told = Closure::<dyn Fn(bool)>::new(move |is: bool| {
            stage.followed.try_set(is);
        });
        let end = present(&element, &told);
        stop.set_value(Some((end, told)));
    });
    on_cleanup(move || {
        stop.try_update_value(|stop| {
            if let Some((end, _)) = stop.take() {
                let _ = end.call0(&JsValue::NULL);
            }
        });
    });
}

/// What stands beside the slide while a window follows.
pub fn beside(stage: Stage) -> AnyView {
    let clock = RwSignal::new(now());
    let tick = set_interval_with_handle(move || drop(clock.try_set(now())), std::time::Duration::from_secs(10));
    on_cleanup(move || {
        if let Ok(tick) = &tick {
            tick.clear();
        }
    });
    let next = move || {
        let language = stage.language();
        match stage.following() {
            Some(slide) => {
                let kind = words::slide_kind(language, slide.kind);
                let own = (!slide.title.is_empty()).then(|| slide.title.clone());
                // A question is not answered beforehand, and a kind is said once.
                let title = own.or_else(|| stated(stage, slide.kind));
                let beside = title.is_some().then(|| view! { <p class="slide-kind">{kind}</p> });
                let title = title.unwrap_or_else(|| kind.to_owned());
                let scale = screen::beside_scale(stage);
                view! {
                    <p class="next" data-test="next-slide">{fit::cut(&title, 90)}</p>{beside}
                    {small::beside(stage, &slide, scale)}
                }
                .into_any()
            }
            None => view! { <p class="next" data-test="next-slide">{text::last_one(language)}</p> }.into_any(),
        }
    };
    let notes = move || {
        let notes = stage.slide().map(|slide| slide.notes).unwrap_or_default();
        let empty = notes.is_empty();
        let told = if empty { text::no_notes(stage.language()).to_owned() } else { notes };
        view! { <p class="notes" class:empty=empty data-test="notes">{told}</p> }
    };
    view! {
        <aside class="presenter" data-test="presenter" aria-label=Signal::derive(text_fn(text::presenter))>
            <p class="clock" data-test="clock">{clock}</p>
            <div class="coming">
                <h3>{text_fn(text::next_slide)}</h3>
                {next}
                {guesses::last(stage)}
            </div>
            <div class="noted">
                <h3>{text_fn(text::notes)}</h3>
                {notes}
            </div>
        </aside>
    }
    .into_any()
}

fn now() -> String {
    let time = js_sys::Date::new_0();
    format!("{:02}.{:02}", time.get_hours(), time.get_minutes())
}
