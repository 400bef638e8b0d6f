//! Charts: the only place that knows the chart library. A chart is described by its option in JSON; the library is
//! fetched when the first chart is drawn, after the page is usable.

use leptos::html;
use leptos::prelude::*;
use samplan::money::{Decimal, Unit};
use samplan::plan::{Metric, MetricKind};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// The chart library, fetched once (`web/src/shell.ts`).
    #[wasm_bindgen(catch, js_namespace = ["window", "samplan"], js_name = charts)]
    async fn library() -> Result<JsValue, JsValue>;

    /// Its functions (`web/src/charts.ts`).
    type Library;
    #[wasm_bindgen(method, catch)]
    fn render(this: &Library, element: &HtmlElement, option: &str) -> Result<(), JsValue>;
}

/// A colour of the theme, by its name in the style sheet: `--base`.
pub fn colour(name: &str) -> String {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let value = style.and_then(|style| style.get_property_value(name).ok());
    value.map(|value| value.trim().to_owned()).unwrap_or_default()
}

/// A number as the chart library takes it; what is read is the text beside it.
pub fn plotted(value: Decimal) -> f64 {
    f64::try_from(value).unwrap_or_default()
}

/// What an axis of the metric divides by: shares show as per cent.
pub fn divisor(metric: Metric, unit: Unit) -> f64 {
    match (metric.kind(), unit) {
        (MetricKind::Share, _) => 0.01,
        (MetricKind::Count { .. }, _) | (MetricKind::Money, Unit::Kronor) => 1.0,
        (MetricKind::Money, Unit::Thousands) => 1000.0,
    }
}

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

/// A chart. `option` is its description; `drawn` is told how it went.
#[component]
pub fn Chart(option: Memo<Option<Value>>, drawn: RwSignal<Drawn>) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(element), Some(option)) = (node.get(), option.get()) else { return };
        spawn_local(async move {
            let fetched = library().await.map(JsCast::unchecked_into::<Library>);
            // The view may be gone, or the element replaced, by the time the library is here.
            if !element.is_connected() {
                return;
            }
            let done = fetched.and_then(|library| library.render(&element, &option.to_string()));
            drawn.try_set(if done.is_ok() { Drawn::Yes } else { Drawn::Failed });
        });
    });
    // Elements that have left the page are cleared up by the library at its next drawing.
    view! { <div class="chart" node_ref=node></div> }
}
