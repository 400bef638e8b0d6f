//! Flows: from those who pay through the associations to what the money is for.

use super::figure::{ChartFigure, FlowChart, FlowColumn};
use super::look::plotted;
use serde_json::{Value, json};

/// The option of the library.
pub fn option(figure: &ChartFigure, flows: &FlowChart) -> Value {
    let look = figure.look;
    let px = |room: f64| look.px(room, room / 2.0);
    let nodes = flows.nodes.iter().map(|node| {
        let (depth, position, width) = match node.column {
            FlowColumn::Left => (0, "left", 540.0),
            FlowColumn::Middle => (1, "top", 1000.0),
            FlowColumn::Right => (2, "right", 540.0),
        };
        json!({
            "name": node.id, "depth": depth, "text": node.text, "itemStyle": look.style(node.tint),
            "label": { "position": position, "distance": px(14.0), "width": px(width) },
        })
    });
    let links = flows.links.iter();
    let links = links.map(|(from, to, amount)| json!({ "source": from, "target": to, "value": plotted(*amount) }));
    look.option(
        figure,
        json!({
            "series": [{
                "type": "sankey", "left": px(560.0), "right": px(560.0), "top": px(46.0), "bottom": px(22.0),
                "nodeWidth": px(44.0), "nodeGap": px(if flows.several { 52.0 } else { 32.0 }),
                "draggable": false, "silent": true, "layoutIterations": 0, "emphasis": { "disabled": true },
                "label": {
                    "show": true, "color": "--ink", "fontSize": px(28.0), "fontWeight": 600, "overflow": "truncate",
                },
                "lineStyle": { "color": "gradient", "opacity": 0.3, "curveness": 0.5 },
                "data": nodes.collect::<Vec<_>>(), "links": links.collect::<Vec<_>>(),
            }],
        }),
    )
}
