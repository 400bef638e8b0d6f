//! The sizes and colours of a look, and the parts of an option that all kinds of charts share.

use super::figure::{ChartFigure, ChartLook, Numbers, TextSide};
use super::legend::{INK, Tint};
use samplan::money::Decimal;
use serde_json::{Value, json};

/// A number as the library takes it; what is read is the text beside it.
pub fn plotted(value: Decimal) -> f64 {
    f64::try_from(value).unwrap_or_default()
}

impl ChartLook {
    /// So many pixels at 1920 × 1080 in the room; in other looks, as the caller has them.
    pub fn px(self, room: f64, else_: f64) -> f64 {
        match self {
            ChartLook::Room(scale) => room * scale,
            ChartLook::Work | ChartLook::Paper => else_,
        }
    }

    /// The size of text.
    pub fn text(self) -> f64 {
        match self {
            ChartLook::Work => 13.0,
            ChartLook::Room(scale) => 25.0 * scale,
            ChartLook::Paper => 11.5,
        }
    }

    /// The colour of text.
    pub fn ink(self) -> &'static str {
        match self {
            ChartLook::Work => "--ink-2",
            ChartLook::Room(_) => "--ink",
            ChartLook::Paper => INK,
        }
    }

    /// The colour that a chart stands on.
    pub fn ground(self) -> &'static str {
        match self {
            ChartLook::Work => "--surface",
            ChartLook::Room(_) => "--paper",
            ChartLook::Paper => "#ffffff",
        }
    }

    fn fill(self, tint: Tint) -> &'static str {
        if self == ChartLook::Paper { tint.on_paper() } else { tint.colour() }
    }

    /// The colour of a line or a mark.
    pub fn stroke(self, tint: Tint) -> &'static str {
        if self == ChartLook::Paper { INK } else { tint.colour() }
    }

    /// How a bar of the tint is filled.
    pub fn style(self, tint: Tint) -> Value {
        let (decal, border, width) = match self {
            ChartLook::Work => (tint.decal("--pattern", 1.0), "--surface", 1.0),
            ChartLook::Room(scale) => (tint.decal("--pattern", 2.2 * scale), "--paper", 2.0 * scale),
            ChartLook::Paper => (tint.decal(INK, 0.8), INK, 0.75),
        };
        json!({ "color": self.fill(tint), "decal": decal, "borderColor": border, "borderWidth": width })
    }

    /// How labels are written, on a ground of their own, so that they read the same on every colour and pattern.
    pub fn label(self) -> Value {
        match self {
            ChartLook::Work => json!({ "show": false, "color": "--ink", "fontSize": 12 }),
            ChartLook::Room(_) => json!({
                "show": false, "color": "--ink", "fontSize": self.text(), "fontWeight": 650, "z": 4,
                "backgroundColor": "--paper", "padding": [self.px(5.0, 0.0), self.px(9.0, 0.0)], "borderRadius": self.px(5.0, 0.0),
            }),
            ChartLook::Paper => json!({
                "show": false, "color": INK, "fontSize": 11.5, "backgroundColor": "#ffffff", "lineHeight": 13,
                "padding": [0, 3], "borderRadius": 2,
            }),
        }
    }

    /// The legend's look; the page's script finds it room.
    pub fn legend(self) -> Value {
        let text = json!({ "color": self.ink(), "fontSize": self.text() });
        match self {
            // As wide as two dashes of a line.
            ChartLook::Work => json!({ "top": 0, "left": 0, "itemGap": 18, "itemWidth": 30, "textStyle": text }),
            ChartLook::Room(_) => json!({
                "top": 0, "right": 0, "itemWidth": self.px(44.0, 0.0), "itemHeight": self.px(26.0, 0.0),
                "itemGap": self.px(30.0, 0.0), "selectedMode": false, "textStyle": text,
            }),
            ChartLook::Paper => json!({
                "top": 0, "left": 0, "itemGap": 14, "itemWidth": 22, "selectedMode": false, "textStyle": text,
            }),
        }
    }

    /// The axis of numbers.
    pub fn value_axis(self) -> Value {
        let line = if self == ChartLook::Paper { "#dcdcdc" } else { "--line" };
        json!({
            "type": "value", "axisLabel": { "color": self.ink(), "fontSize": self.text() },
            "splitLine": { "lineStyle": { "color": line } },
        })
    }

    /// The whole option around what a kind of chart adds.
    pub fn option(self, figure: &ChartFigure, own: Value) -> Value {
        let mut option = json!({
            "animation": self == ChartLook::Work,
            "textStyle": { "fontSize": self.text(), "fontFamily": "Inter" },
            "tooltip": { "show": self == ChartLook::Work },
            "aria": { "label": { "description": figure.about } },
            "samplan": numbers(&figure.axis),
        });
        // The projector's colours come with larger text; slides and paper have sizes of their own.
        if let Some(own) = option.get_mut("samplan").and_then(Value::as_object_mut) {
            own.insert("enlarged".to_owned(), Value::Bool(self == ChartLook::Work));
        }
        if let (Value::Object(whole), Value::Object(own)) = (&mut option, own) {
            for (key, value) in own {
                match (whole.get_mut(&key), value) {
                    (Some(Value::Object(there)), Value::Object(value)) => there.extend(value),
                    (_, value) => drop(whole.insert(key, value)),
                }
            }
        }
        option
    }
}

/// How an axis writes its numbers, for the page's script.
pub fn numbers(form: &Numbers) -> Value {
    json!({ "divisor": form.divisor, "decimalSeparator": form.decimal_mark, "suffix": form.suffix })
}

/// Where the library puts a label.
pub fn position(side: TextSide) -> &'static str {
    match side {
        TextSide::Inside => "inside",
        TextSide::Over => "top",
        TextSide::Under => "bottom",
    }
}

/// Sets a field of an object.
pub fn put(object: &mut Value, field: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(field.to_owned(), value);
    }
}
