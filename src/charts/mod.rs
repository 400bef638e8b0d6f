//! Charts: the only place that knows the chart library. A view gives a [`ChartFigure`]: what it shows, in numbers and words.
//! Colours and patterns are the [`legend`]'s, sizes the look's; `web/src/charts.ts` fits the drawing to its room and to
//! the theme. The library is fetched when the first chart is drawn, after the page is usable.

mod columns;
mod curve;
mod figure;
mod flows;
mod legend;
mod library;
mod look;
mod pictures;
mod tornado;

pub use figure::{
    Along, ChartFigure, ChartLook, ChartPoint, Columns, Curve, FlowChart, FlowColumn, FlowNode, Numbers, Picture,
    Series, SeriesKind, Spot, TextSide, TornadoChart,
};
pub use legend::{COSTS, Tint};
pub use pictures::{Caption, PictureKind, pictures};

use leptos::html;
use leptos::prelude::*;
use library::{Library, library};
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Whether the chart is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// The library is being fetched.
    Waiting,
    /// It is drawn.
    Yes,
    /// The library could not be fetched or drew nothing.
    Failed,
}

/// A chart. `figure` is what it shows; `drawn` is told how it went.
#[component]
pub fn Chart(figure: Memo<Option<ChartFigure>>, drawn: RwSignal<Drawn>) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(element), Some(option)) = (node.get(), figure.with(|figure| figure.as_ref().map(option))) else {
            return;
        };
        spawn_local(async move {
            let fetched = library().await.map(JsCast::unchecked_into::<Library>);
            // The view may be gone, or the element replaced, by the time the library is here.
            if !element.is_connected() {
                return;
            }
            let done = fetched.and_then(|library| library.render(&element, &option));
            drawn.try_set(if done.is_ok() { Drawn::Yes } else { Drawn::Failed });
        });
    });
    // Elements that have left the page are cleared up by the library at its next drawing.
    view! { <div class="chart" node_ref=node></div> }
}

fn option(figure: &ChartFigure) -> String {
    let option: Value = match &figure.picture {
        Picture::Columns(columns) => columns::option(figure, columns),
        Picture::Tornado(tornado) => tornado::option(figure, tornado),
        Picture::Curve(curve) => curve::option(figure, curve),
        Picture::Flows(flows) => flows::option(figure, flows),
    };
    option.to_string()
}
