//! Raised marks in the texts of Excel's files: a text of several runs comes without what tells them apart.

use crate::book::Sheet;
use crate::limits::SheetError;
use crate::number;
use crate::parts::{open, part, said};
use crate::raised::raised;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

/// The texts that have raised marks, by what they are without.
#[derive(Debug, Default)]
pub struct Marks {
    marked: BTreeMap<String, String>,
}

impl Marks {
    /// Those of a file.
    pub fn of(bytes: &[u8]) -> Result<Marks, SheetError> {
        let mut archive = open(bytes)?;
        let has_texts =
            |name: &String| name.ends_with(".xml") && (name.contains("haredStrings") || name.contains("sheets/"));
        let names = archive.file_names().flatten().map(|name| name.into_owned());
        let parts: Vec<String> = names.filter(has_texts).collect();
        let mut texts = Texts::default();
        for path in parts {
            part(&mut archive, &path, |event| texts.see(event))?;
        }
        let Texts { mut marked, others, .. } = texts;
        // The same letters without a mark are another number: whoever reads them is to ask.
        for (text, with_mark) in &mut marked {
            if others.contains(text) {
                *with_mark = with_mark.trim_end_matches(')').to_owned();
            }
        }
        Ok(Marks { marked })
    }

    /// Puts the marks on the texts of a sheet, which stand at these rows and columns.
    pub fn put(&self, sheet: &mut Sheet, texts: &[(usize, usize)]) {
        if self.marked.is_empty() {
            return;
        }
        for (row, column) in texts {
            let cell = sheet.rows.get_mut(*row).and_then(|row| row.get_mut(*column));
            if let Some((cell, marked)) = cell.and_then(|cell| self.marked.get(cell).map(|marked| (cell, marked))) {
                marked.clone_into(cell);
            }
        }
    }
}

/// The texts as they come.
#[derive(Debug, Default)]
struct Texts {
    marked: BTreeMap<String, String>,
    /// Texts without a mark that end as one with a mark can.
    others: BTreeSet<String>,
    plain: String,
    with_mark: String,
    is_raised: bool,
    /// The text that is being read, and whether its white space counts.
    open: Option<(String, bool)>,
}

impl Texts {
    fn see(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => self.begin(element),
            Event::Text(text) => self.add(&text.xml10_content()),
            Event::End(element) => self.end(element.local_name().as_ref()),
            _ => {}
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "si" | "is" => (self.plain, self.with_mark) = (String::new(), String::new()),
            "r" => self.is_raised = false,
            "vertAlign" => self.is_raised = said(element, "val").is_some_and(|how| how == "superscript"),
            "t" => self.open = Some((String::new(), said(element, "xml:space").is_some_and(|how| how == "preserve"))),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if let Some((open, _)) = &mut self.open {
            open.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => {
                let Some((text, keeps)) = self.open.take() else { return };
                let text = if keeps { text.as_str() } else { text.trim_matches([' ', '\t', '\r', '\n']) };
                self.plain.push_str(text);
                self.with_mark.push_str(&if self.is_raised { raised(text) } else { text.to_owned() });
            }
            "r" => self.is_raised = false,
            "si" | "is" => {
                let (plain, with_mark) = (number::text(&self.plain), number::text(&self.with_mark));
                if plain != with_mark {
                    self.marked.insert(plain, with_mark);
                } else if plain.ends_with(|c: char| c.is_ascii_digit()) {
                    self.others.insert(plain);
                }
            }
            _ => {}
        }
    }
}
