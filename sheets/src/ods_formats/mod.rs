//! What the cells of an OpenDocument file show of what they hold. Their values are read elsewhere; here only the file's
//! styles are, which cells have them, which are merged and which have raised marks.

mod styles;

use crate::limits::SheetError;
use crate::parts::{open, part, said};
use crate::raised::raised;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use styles::Styles;

pub use styles::Shown;

/// How cells show their numbers, by sheet. Runs of cells are kept as runs: a file says of a million at once what they are.
#[derive(Default)]
pub struct Formats {
    sheets: BTreeMap<String, Told>,
}

/// What is told of a sheet: how its cells show, by rows, and what is merged, by first and last cell.
#[derive(Default)]
struct Told {
    rows: Vec<Run<Vec<Run<Shown>>>>,
    merged: Vec<Merged>,
    without_value: Vec<(u32, u32, String)>,
}

/// The first and the last of merged cells, by row and column from 0.
type Merged = ((u32, u32), (u32, u32));

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
        let rows = self.sheets.get(sheet).map_or(&[][..], |told| &told.rows);
        at(rows, row).and_then(|cells| at(cells, column)).cloned().unwrap_or_default()
    }

    /// The merged cells of a sheet.
    pub fn merged(&self, sheet: &str) -> &[Merged] {
        self.sheets.get(sheet).map_or(&[][..], |told| &told.merged)
    }

    /// What cells say that have no value: errors, and formulas that the file has none for. By row and column.
    pub fn without_value(&self, sheet: &str) -> &[(u32, u32, String)] {
        self.sheets.get(sheet).map_or(&[][..], |told| &told.without_value)
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
                "text:p" => sheet.paragraph(),
                "text:span" => sheet.span(element, styles),
                _ => styles.begin(element),
            },
            Event::Text(text) => {
                styles.text(&text.xml10_content());
                sheet.text(&text.xml10_content());
            }
            Event::End(element) => match element.name().0 {
                "table:table-row" => sheet.end_row(),
                "table:table-cell" => sheet.end_cell(styles),
                "text:span" => sheet.raised.truncate(sheet.raised.len().saturating_sub(1)),
                "table:table" => {
                    let Table { name, rows, merged, without_value, .. } = std::mem::take(sheet);
                    self.sheets.insert(name.unwrap_or_default(), Told { rows, merged, without_value });
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
    merged: Vec<Merged>,
    /// The text of the cell that is being read, the open spans in it by whether they are raised, and whether one was.
    words: String,
    raised: Vec<bool>,
    has_mark: bool,
    last: (u32, u32),
    /// Its value, where that is negative, and its style.
    negative: Option<(String, String)>,
    /// Its formula, where it has one; empty where it has a value too.
    formula: Option<String>,
    without_value: Vec<(u32, u32, String)>,
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
        self.last = (first, count);
        (self.words, self.has_mark) = (String::new(), false);
        let over = ["table:number-rows-spanned", "table:number-columns-spanned"].map(|name| repeated(element, name));
        if over != [1, 1] {
            let [down, across] = over.map(|count| count.saturating_sub(1));
            self.merged.push(((self.row, first), (self.row.saturating_add(down), first.saturating_add(across))));
        }
        self.formula = said(element, "table:formula").map(|formula| match said(element, "office:value-type") {
            Some(_) => String::new(),
            None => formula.split_once('=').map_or(formula.clone(), |(_, formula)| format!("={formula}")),
        });
        self.negative = None;
        // What is no number is shown as it is.
        let Some(kind) = said(element, "office:value-type").filter(|kind| kind != "string") else { return };
        let own = said(element, "table:style-name").or_else(|| self.style.clone());
        let style = own.or_else(|| at(&self.columns, first).cloned()).unwrap_or_default();
        let value = said(element, "office:value").filter(|value| value.starts_with('-'));
        self.negative = value.map(|value| (value, style.clone()));
        let shown = if kind == "percentage" { Shown::Percent } else { styles.of(&style) };
        if shown != Shown::Plain {
            self.cells.push(Run { first, count, of: shown });
        }
    }

    fn paragraph(&mut self) {
        if !self.words.is_empty() {
            self.words.push(' ');
        }
    }

    fn span(&mut self, element: &BytesStart<'_>, styles: &Styles) {
        self.raised.push(said(element, "text:style-name").is_some_and(|style| styles.is_raised(&style)));
    }

    fn text(&mut self, text: &str) {
        if self.raised.contains(&true) {
            self.has_mark = true;
            self.words.push_str(&raised(text));
        } else {
            self.words.push_str(text);
        }
    }

    /// A text with a raised mark is told from one without.
    fn end_cell(&mut self, styles: &Styles) {
        let (first, count) = self.last;
        let words = std::mem::take(&mut self.words);
        if let Some(formula) = self.formula.take() {
            // An error is a text that is empty, or the number 0, in a cell that shows it.
            if words.starts_with('#') || words.starts_with("Err:") {
                let error = if words.starts_with('#') { words.clone() } else { "#ERR!".to_owned() };
                self.without_value.push((self.row, first, error));
            } else if words.is_empty() && !formula.is_empty() {
                self.without_value.push((self.row, first, formula));
            }
        }
        // Without a sign on the sheet a negative amount is seen as a positive one.
        if let Some((value, style)) = self.negative.take() {
            let signed = words.contains(['-', '\u{2212}', '\u{2013}', '(']) || styles.is_coloured(&style);
            if !signed && words.contains(|c: char| c.is_ascii_digit()) {
                self.cells.retain(|run| run.first != first);
                self.cells.push(Run { first, count, of: Shown::As(format!("{words} ({value})")) });
            }
        }
        if std::mem::take(&mut self.has_mark) && self.cells.last().is_none_or(|run| run.first != first) {
            self.cells.push(Run { first, count, of: Shown::As(words) });
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
