//! The styles of an OpenDocument file, as far as they say how a value looks.

use crate::format::{HIDDEN, Look, unit};
use crate::parts::said;
use quick_xml::events::BytesStart;
use std::collections::{BTreeMap, BTreeSet};

/// How a cell shows what it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// In per cent.
    Percent,
    /// With a unit of its own, or in thousands or millions of the kronor that the cell holds.
    In(&'static str),
    /// With words before and after it.
    With(String, String),
    /// As so much of a date.
    Date(Look),
    /// As this text, whatever it holds.
    As(String),
}

/// Formats by name, and the cells' styles that have them.
#[derive(Default)]
pub struct Styles {
    formats: BTreeMap<String, Shown>,
    cells: BTreeMap<String, String>,
    /// Formats with a colour: a minus can be seen by it.
    coloured: BTreeSet<String>,
    /// Styles of letters that are raised.
    raised: BTreeSet<String>,
    /// The style that was begun last.
    last: String,
    open: Option<Open>,
}

/// The format that is being read.
#[derive(Default)]
struct Open {
    name: String,
    is_scaled: bool,
    before: String,
    after: String,
    has_digits: bool,
    /// What of a date it shows, as letters of a format.
    date: String,
}

impl Styles {
    /// An element that begins.
    pub fn begin(&mut self, element: &BytesStart<'_>) {
        match element.name().0 {
            "number:number-style" | "number:currency-style" | "number:date-style" => {
                self.open = said(element, "style:name").map(|name| Open { name, ..Open::default() });
            }
            "number:percentage-style" => {
                if let Some(name) = said(element, "style:name") {
                    self.formats.insert(name, Shown::Percent);
                }
            }
            "number:number" | "number:scientific-number" | "number:fraction" => {
                let factor = said(element, "number:display-factor").and_then(|factor| factor.parse::<f64>().ok());
                if let Some(open) = &mut self.open {
                    open.has_digits = true;
                    open.is_scaled |= factor.is_some_and(|factor| factor > 1.0);
                }
            }
            "number:year" => self.date('y'),
            "number:month" => self.date('m'),
            "number:day" => self.date('d'),
            "style:style" => {
                self.last = said(element, "style:name").unwrap_or_default();
                if let Some(format) = said(element, "style:data-style-name") {
                    self.cells.insert(self.last.clone(), format);
                }
            }
            "style:text-properties" if self.open.is_some() => {
                let name = self.open.as_ref().map(|open| open.name.clone()).unwrap_or_default();
                self.coloured.extend(said(element, "fo:color").map(|_| name));
            }
            "style:text-properties"
                if said(element, "style:text-position").is_some_and(|position| position.starts_with("super")) =>
            {
                self.raised.insert(self.last.clone());
            }
            _ => {}
        }
    }

    fn date(&mut self, letter: char) {
        if let Some(open) = &mut self.open {
            open.date.push(letter);
        }
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        if let Some(open) = &mut self.open {
            if open.has_digits { open.after.push_str(text) } else { open.before.push_str(text) }
        }
    }

    /// The end of an element.
    pub fn end(&mut self, name: &str) {
        if matches!(name, "number:number-style" | "number:currency-style" | "number:date-style")
            && let Some(open) = self.open.take()
        {
            let shown = open.shown(name == "number:date-style");
            self.formats.insert(open.name, shown);
        }
    }

    /// How cells of a style show.
    pub fn of(&self, style: &str) -> Shown {
        self.cells.get(style).and_then(|format| self.formats.get(format)).cloned().unwrap_or_default()
    }

    /// Whether a style gives its numbers a colour.
    pub fn is_coloured(&self, style: &str) -> bool {
        self.cells.get(style).is_some_and(|format| self.coloured.contains(format))
    }

    /// Whether a style raises letters.
    pub fn is_raised(&self, style: &str) -> bool {
        self.raised.contains(style)
    }
}

impl Open {
    fn shown(&self, is_date: bool) -> Shown {
        let words = |text: &str| text.contains(|c: char| c.is_alphanumeric() || c == '%');
        if is_date {
            return match (self.date.contains('y'), self.date.contains('m'), self.date.contains('d')) {
                (true, true, false) => Shown::Date(Look::Month),
                (true, false, false) => Shown::Date(Look::Year),
                _ => Shown::Date(Look::Date),
            };
        }
        if !self.has_digits {
            let said = self.before.trim();
            return Shown::As(if words(said) { said.to_owned() } else { HIDDEN.to_owned() });
        }
        // A cell that shows thousands of its kronor holds kronor.
        if self.is_scaled {
            return Shown::In("kr");
        }
        // A format with a sign of its own is that of negative numbers, and says the same of the others.
        match unit(&format!("{}{}", self.before, self.after)) {
            Some(unit) => Shown::In(unit),
            None if words(&self.before) || words(&self.after) => {
                Shown::With(self.before.trim().to_owned(), self.after.trim().to_owned())
            }
            None => Shown::Plain,
        }
    }
}
