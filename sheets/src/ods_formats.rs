//! What the cells of an OpenDocument file show of their numbers. Their values are read elsewhere; here only the file's
//! styles are, and which cells have them.

use crate::format::{Shown, unit};
use crate::limits::SheetError;
use crate::parts::{open, part, said};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// How cells show their numbers, by sheet. Runs of cells are kept as runs: a file says of a million at once what they are.
#[derive(Default)]
pub struct Formats {
    sheets: BTreeMap<String, Vec<Run<Vec<Run<Shown>>>>>,
}

/// Rows or cells on end that are alike.
struct Run<T> {
    first: u32,
    count: u32,
    of: T,
}

/// What of a place in runs that rise.
fn at<T>(runs: &[Run<T>], place: u32) -> Option<&T> {
    let run = runs.get(runs.partition_point(|run| run.first <= place).checked_sub(1)?)?;
    (place.checked_sub(run.first)? < run.count).then_some(&run.of)
}

impl Formats {
    /// How a cell shows its number; places are counted from 0.
    pub fn of(&self, sheet: &str, row: u32, column: u32) -> Shown {
        let rows = self.sheets.get(sheet).map_or(&[][..], Vec::as_slice);
        at(rows, row).and_then(|cells| at(cells, column)).copied().unwrap_or_default()
    }

    /// Reads a file's.
    pub fn read(bytes: &[u8]) -> Result<Formats, SheetError> {
        let mut archive = open(bytes)?;
        let (mut styles, mut sheet, mut formats) = (Styles::default(), Table::default(), Formats::default());
        // Styles that have names are in a part of their own, which a file need not have.
        for path in ["styles.xml", "content.xml"] {
            part(&mut archive, path, |event| formats.event(event, &mut styles, &mut sheet))?;
        }
        Ok(formats)
    }

    fn event(&mut self, event: &Event<'_>, styles: &mut Styles, sheet: &mut Table) {
        match event {
            Event::Start(element) => match element.name().0 {
                "table:table" => *sheet = Table { name: said(element, "table:name"), ..Table::default() },
                "table:table-column" => sheet.column(element),
                "table:table-row" => sheet.row(element),
                "table:table-cell" | "table:covered-table-cell" => sheet.cell(element, styles),
                _ => styles.begin(element),
            },
            Event::Text(text) => styles.text(&text.xml10_content()),
            Event::End(element) => match element.name().0 {
                "table:table-row" => sheet.end_row(),
                "table:table" => {
                    let Table { name, rows, .. } = std::mem::take(sheet);
                    self.sheets.insert(name.unwrap_or_default(), rows);
                }
                name => styles.end(name),
            },
            _ => {}
        }
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    said(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

/// Formats by name, and the cells' styles that have them.
#[derive(Default)]
struct Styles {
    formats: BTreeMap<String, Shown>,
    cells: BTreeMap<String, String>,
    /// The format that is being read: its name, what it divides by and what it says beside the digits.
    open: Option<(String, bool, String)>,
}

impl Styles {
    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.name().0 {
            "number:number-style" | "number:currency-style" => {
                self.open = said(element, "style:name").map(|name| (name, false, String::new()));
            }
            "number:percentage-style" => {
                if let Some(name) = said(element, "style:name") {
                    self.formats.insert(name, Shown::Percent);
                }
            }
            "number:number" => {
                let factor = said(element, "number:display-factor").and_then(|factor| factor.parse::<f64>().ok());
                if let (Some((_, is_scaled, _)), Some(factor)) = (&mut self.open, factor) {
                    *is_scaled = factor > 1.0;
                }
            }
            "style:style" => {
                if let Some((name, format)) = said(element, "style:name").zip(said(element, "style:data-style-name")) {
                    self.cells.insert(name, format);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, _, words)) = &mut self.open {
            words.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "number:number-style" | "number:currency-style")
            && let Some((name, is_scaled, words)) = self.open.take()
        {
            // A format with a sign of its own is that of negative numbers, and says the same of the others.
            let words = words.trim_start_matches(['-', '−', ' ', '\u{a0}']);
            // A cell that shows thousands of its kronor holds kronor.
            self.formats.insert(name, if is_scaled { Shown::In("kr") } else { unit(words) });
        }
    }

    fn of(&self, style: &str) -> Shown {
        self.cells.get(style).and_then(|format| self.formats.get(format)).copied().unwrap_or_default()
    }
}

/// The sheet that is being read.
#[derive(Default)]
struct Table {
    name: Option<String>,
    /// The styles of columns, for cells without one.
    columns: Vec<Run<String>>,
    column: u32,
    rows: Vec<Run<Vec<Run<Shown>>>>,
    row: u32,
    /// The row that is being read: how many there are of it, its own style, and its cells.
    alike: u32,
    style: Option<String>,
    cells: Vec<Run<Shown>>,
    cell: u32,
}

impl Table {
    fn column(&mut self, element: &BytesStart<'_>) {
        let count = repeated(element, "table:number-columns-repeated");
        if let Some(style) = said(element, "table:default-cell-style-name") {
            self.columns.push(Run { first: self.column, count, of: style });
        }
        self.column = self.column.saturating_add(count);
    }

    fn row(&mut self, element: &BytesStart<'_>) {
        self.alike = repeated(element, "table:number-rows-repeated");
        self.style = said(element, "table:default-cell-style-name");
        self.cell = 0;
    }

    fn cell(&mut self, element: &BytesStart<'_>, styles: &Styles) {
        let (first, count) = (self.cell, repeated(element, "table:number-columns-repeated"));
        self.cell = first.saturating_add(count);
        // What is no number is shown as it is.
        let Some(kind) = said(element, "office:value-type") else { return };
        let own = said(element, "table:style-name").or_else(|| self.style.clone());
        let style = own.or_else(|| at(&self.columns, first).cloned()).unwrap_or_default();
        let shown = if kind == "percentage" { Shown::Percent } else { styles.of(&style) };
        if shown != Shown::Plain {
            self.cells.push(Run { first, count, of: shown });
        }
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            self.rows.push(Run { first: self.row, count: self.alike, of: cells });
        }
        self.row = self.row.saturating_add(self.alike);
    }
}
