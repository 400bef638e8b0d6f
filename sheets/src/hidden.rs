//! What a sheet has and does not show: rows and columns that somebody hid, filtered away or folded together.

use crate::book::{Book, Sheet};
use crate::limits::SheetError;
use crate::parts::{open, part, said};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Rows or columns that are not shown: the first, and how many.
type Runs = Vec<(u32, u32)>;

/// What one sheet does not show.
#[derive(Debug, Default)]
pub struct Hidden {
    rows: Runs,
    columns: Runs,
    /// Where reading has come to.
    row: u32,
    column: u32,
}

impl Hidden {
    /// Tells a sheet what of it is not shown, as far as it reaches.
    fn mark(&self, sheet: &mut Sheet) {
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        sheet.hidden_rows = within(&self.rows, sheet.rows.len());
        sheet.hidden_columns = within(&self.columns, width);
    }

    /// One element of an Excel sheet.
    fn excel(&mut self, element: &BytesStart<'_>) {
        match local(element) {
            "row" => {
                let own = said(element, "r").and_then(|row| row.parse::<u32>().ok()?.checked_sub(1));
                let row = own.unwrap_or(self.row);
                if is_true(element, "hidden") {
                    self.rows.push((row, 1));
                }
                self.row = row.saturating_add(1);
            }
            "col" if is_true(element, "hidden") => {
                let place = |name| said(element, name).and_then(|place| place.parse::<u32>().ok());
                if let (Some(first), Some(last)) = (place("min").and_then(|first| first.checked_sub(1)), place("max")) {
                    self.columns.push((first, last.saturating_sub(first)));
                }
            }
            _ => {}
        }
    }

    /// One element of an OpenDocument sheet.
    fn open_document(&mut self, element: &BytesStart<'_>) {
        let shown = || said(element, "table:visibility").is_none_or(|how| how == "visible");
        let count = |name| said(element, name).and_then(|count| count.parse().ok()).unwrap_or(1);
        let (runs, place, count) = match element.name().0 {
            "table:table-row" => (&mut self.rows, &mut self.row, count("table:number-rows-repeated")),
            "table:table-column" => (&mut self.columns, &mut self.column, count("table:number-columns-repeated")),
            _ => return,
        };
        if !shown() {
            runs.push((*place, count));
        }
        *place = place.saturating_add(count);
    }
}

/// Tells each sheet what of it is not shown.
pub fn mark(book: &mut Book, hidden: &BTreeMap<String, Hidden>) {
    for sheet in &mut book.sheets {
        if let Some(hidden) = hidden.get(&sheet.name) {
            hidden.mark(sheet);
        }
    }
}

/// The places in runs, up to an end.
fn within(runs: &Runs, end: usize) -> Vec<usize> {
    let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
    let run = |&(first, count): &(u32, u32)| place(first).min(end)..place(first.saturating_add(count)).min(end);
    runs.iter().flat_map(run).collect()
}

/// What the sheets of an Excel file do not show, by name.
pub fn of_excel(bytes: &[u8]) -> Result<BTreeMap<String, Hidden>, SheetError> {
    let mut archive = open(bytes)?;
    let (mut names, mut targets) = (Vec::new(), BTreeMap::new());
    part(&mut archive, "xl/workbook.xml", |event| {
        if let Event::Start(element) = event
            && local(element) == "sheet"
        {
            // Its relation's prefix is whatever the file calls that namespace.
            let relation = element.attributes().flatten().find(|one| one.key.0.ends_with(":id"));
            let relation =
                relation.and_then(|one| Some(one.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()));
            names.extend(said(element, "name").zip(relation));
        }
    })?;
    part(&mut archive, "xl/_rels/workbook.xml.rels", |event| {
        if let Event::Start(element) = event {
            targets.extend(said(element, "Id").zip(said(element, "Target")));
        }
    })?;
    let mut sheets = BTreeMap::new();
    for (name, relation) in names {
        let Some(target) = targets.get(&relation) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), ToOwned::to_owned);
        let mut hidden = Hidden::default();
        part(&mut archive, &path, |event| {
            if let Event::Start(element) = event {
                hidden.excel(element);
            }
        })?;
        sheets.insert(name, hidden);
    }
    Ok(sheets)
}

/// Whether an Excel file says that its formulas are to be reckoned when it opens.
pub fn is_unreckoned(bytes: &[u8]) -> Result<bool, SheetError> {
    let mut is_unreckoned = false;
    part(&mut open(bytes)?, "xl/workbook.xml", |event| {
        if let Event::Start(element) = event {
            is_unreckoned |= local(element) == "calcPr" && is_true(element, "fullCalcOnLoad");
        }
    })?;
    Ok(is_unreckoned)
}

/// What the sheets of an OpenDocument file do not show, by name.
pub fn of_open_document(bytes: &[u8]) -> Result<BTreeMap<String, Hidden>, SheetError> {
    let mut sheets = BTreeMap::new();
    let (mut name, mut hidden) = (None, Hidden::default());
    part(&mut open(bytes)?, "content.xml", |event| match event {
        Event::Start(element) if element.name().0 == "table:table" => {
            (name, hidden) = (said(element, "table:name"), Hidden::default());
        }
        Event::Start(element) => hidden.open_document(element),
        Event::End(element) if element.name().0 == "table:table" => {
            sheets.insert(name.take().unwrap_or_default(), std::mem::take(&mut hidden));
        }
        _ => {}
    })?;
    Ok(sheets)
}

/// An element's name without its prefix.
fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.name().0.rsplit(':').next().unwrap_or_default()
}

fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    said(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}
