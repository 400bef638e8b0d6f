//! A piece of a view whose module may have to be fetched: its place says so quietly, and says when it cannot be had.

use crate::state::Context;
use crate::state::modules::{self, Missing, Module};
use crate::ui::dialog::Surrounding;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::waiting;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// How far the piece has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FetchStage {
    OnItsWay,
    There,
    Lost(Missing),
}

/// The piece that `draw` gives once its module is there.
pub fn part(context: Context, module: Module, draw: impl Fn() -> Option<AnyView> + Send + Sync + 'static) -> AnyView {
    of_box(context, module, Box::new(draw))
}

fn of_box(context: Context, module: Module, draw: Box<dyn Fn() -> Option<AnyView> + Send + Sync>) -> AnyView {
    let stage = RwSignal::new(FetchStage::OnItsWay);
    let dialog = use_context::<Surrounding>();
    fetch(module, stage, dialog);
    let shown = move || match stage.get() {
        FetchStage::There => untrack(&draw),
        // Told of once it takes a while: the style sheet waits.
        FetchStage::OnItsWay => Some(
            view! { <p class="part-waits muted" role="status" aria-busy="true">{text_fn(waiting::part)}</p> }
                .into_any(),
        ),
        FetchStage::Lost(why) => Some(lost(context, why, module, stage, dialog)),
    };
    shown.into_any()
}

fn fetch(module: Module, stage: RwSignal<FetchStage>, dialog: Option<Surrounding>) {
    let Some(arrival) = modules::start(module) else { return stage.set(FetchStage::There) };
    stage.set(FetchStage::OnItsWay);
    spawn_local(async move {
        let outcome = arrival.await;
        // The view may have been left meanwhile.
        let _ = stage.try_set(match outcome {
            Ok(()) => FetchStage::There,
            Err(why) => FetchStage::Lost(why),
        });
        // What stood in the dialog until now had no place for the focus.
        if let Some(dialog) = dialog {
            dialog.begin();
        }
    });
}

fn lost(
    context: Context,
    why: Missing,
    module: Module,
    stage: RwSignal<FetchStage>,
    dialog: Option<Surrounding>,
) -> AnyView {
    let (sentence, button): (fn(_) -> _, fn(_) -> _) = match why {
        Missing::Unreachable => (waiting::part_unreachable, waiting::retry),
        Missing::Replaced => (waiting::part_replaced, waiting::reload),
    };
    let help = move || match why {
        Missing::Unreachable => fetch(module, stage, dialog),
        Missing::Replaced => context.place.reload(),
    };
    view! {
        <div class="part-lost" role="alert">
            <p class="field-error">{text_fn(sentence)}</p>
            <button type="button" class="link" on:click=click(help)>{text_fn(button)}</button>
        </div>
    }
    .into_any()
}
