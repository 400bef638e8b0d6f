//! Charts on paper: always ink on white, told apart by patterns and lines as well as by shades, with their numbers
//! written in them.

use crate::charts::{Chart, Drawn};
use crate::ui::memo::memo;
use leptos::prelude::*;
use samplan::money::Decimal;
use serde_json::{Value, json};

/// Paper is white in every theme, so its colours are not the theme's.
pub const INK: &str = "#17202e";
const GREY: &str = "#4a5464";

/// How a series is filled.
#[derive(Clone, Copy)]
pub struct Fill {
    colour: &'static str,
    pattern: Option<&'static str>,
}

/// Dark and plain.
pub const SOLID: Fill = Fill { colour: "#1d4f91", pattern: None };
/// Striped.
pub const STRIPES: Fill = Fill { colour: "#e9a05c", pattern: Some("stripes") };
/// Dotted.
pub const DOTS: Fill = Fill { colour: "#8fc7a3", pattern: Some("dots") };
/// Lying lines.
pub const LINES: Fill = Fill { colour: "#c9ced6", pattern: Some("lines") };
/// Light and plain.
pub const PALE: Fill = Fill { colour: "#e4e7eb", pattern: None };

impl Fill {
    /// The style of its bars.
    pub fn style(self) -> Value {
        let decal = match self.pattern {
            None => json!({ "symbol": "none" }),
            Some("stripes") => {
                json!({ "symbol": "rect", "color": INK, "dashArrayX": [1, 0], "dashArrayY": [1, 5], "rotation": -0.785 })
            }
            Some("dots") => {
                json!({ "symbol": "circle", "color": INK, "symbolSize": 0.4, "dashArrayX": [[7, 7], [0, 7, 7, 0]], "dashArrayY": [7, 0] })
            }
            Some(_) => json!({ "symbol": "rect", "color": INK, "dashArrayX": [1, 0], "dashArrayY": [1, 6] }),
        };
        json!({ "color": self.colour, "decal": decal, "borderColor": INK, "borderWidth": 0.75 })
    }
}

/// A number as the chart library takes it; what is read is the text beside it.
pub fn item(value: Decimal, text: String) -> Value {
    json!({ "value": f64::try_from(value).unwrap_or_default(), "text": text })
}

/// A label of a bar, legible on any pattern.
pub fn label(position: &str) -> Value {
    json!({ "show": true, "position": position, "color": INK, "fontSize": 10.5, "backgroundColor": "#ffffff",
        "lineHeight": 13, "padding": [0, 3], "borderRadius": 2 })
}

/// A chart of these series over these categories.
pub fn option(about: &str, categories: &[String], series: Vec<Value>, divisor: u32, decimal: char) -> Value {
    json!({
        "animation": false,
        "grid": { "left": 4, "right": 8, "top": 40, "bottom": 4, "containLabel": true },
        "legend": { "top": 0, "left": 0, "itemGap": 14, "itemWidth": 22, "textStyle": { "color": INK, "fontSize": 11.5 }, "selectedMode": false },
        "tooltip": { "show": false },
        "textStyle": { "color": INK, "fontSize": 11.5 },
        "xAxis": { "type": "category", "data": categories, "axisLabel": { "color": INK, "fontSize": 11, "interval": 0, "lineHeight": 14 },
            "axisTick": { "show": false }, "axisLine": { "lineStyle": { "color": GREY } } },
        "yAxis": { "type": "value", "axisLabel": { "color": INK, "fontSize": 11 }, "splitLine": { "lineStyle": { "color": "#dcdcdc" } } },
        "samplan": { "divisor": divisor, "decimalSeparator": decimal.to_string() },
        "aria": { "label": { "description": about } },
        "series": series,
    })
}

/// A chart with its title. Its size is the paper's on every screen, so that it is the same when it is printed.
pub fn paper_chart(
    class: &'static str,
    title: Signal<String>,
    drawn: RwSignal<Drawn>,
    failed: Signal<String>,
    option: Signal<Option<Value>>,
) -> AnyView {
    let option = memo(move || option.get());
    let message = move || (drawn.get() == Drawn::Failed).then(|| view! { <p class="note">{failed}</p> });
    view! {
        <figure class=class>
            <figcaption>{title}</figcaption>
            <div class="wide" tabindex="0" role="region" aria-label=title><div class="fixed"><Chart option drawn/></div></div>
            {message}
        </figure>
    }
    .into_any()
}
