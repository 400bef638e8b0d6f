//! The clipboard's HTML: the table that Excel, Word or a web page puts there, with its merged cells.

use super::around::Around;
use super::behind::{Marks, attribute, told, value};
use super::grid::{Cell, Cells, from_grid, tidy};
use super::hidden::Hidden;
use super::runs::Runs;
use crate::money::Decimal;
use crate::table::figure::Doubt;
use crate::table::limits::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS, TableError};

/// Splits HTML into the cells of its tables, one after the other. `None` when it has no table.
pub fn from_html(html: &str) -> Option<Result<Cells, TableError>> {
    // HTML from Word is mostly styles: it can be some times larger than what it says.
    if html.len() > MOST_BYTES.saturating_mul(8) {
        return Some(Err(TableError::TooLarge { bytes: html.len() }));
    }
    let mut table = Table { marks: Marks::of(html), ..Table::default() };
    let mut rest = html;
    let mut found = false;
    while let Some((text, after)) = rest.split_once('<') {
        table.text(text);
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(end) = end_of_tag(rest) else { break };
        let (tag, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after.get(1..).unwrap_or_default();
        let closes = tag.starts_with('/');
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        match (name.to_ascii_lowercase().as_str(), closes) {
            (skipped @ ("style" | "script" | "title" | "head" | "comment"), false) => {
                let end = find_end(rest, skipped);
                rest = rest.get(end..).unwrap_or_default();
            }
            // A remark of Word's, which stands beside the text: `[AA1]`.
            ("a", false) if tag.contains("msocomanchor") => rest = rest.get(find_end(rest, "a")..).unwrap_or_default(),
            ("table", false) => {
                found = true;
                let over = table.around.over();
                table.lines(over);
                table.begin_table();
            }
            ("table", true) => table.end_table(),
            ("caption", false) => {
                table.begin_row();
                table.begin_cell(1, 1);
            }
            ("caption", true) => table.end_row(),
            ("tr", false) => {
                table.begin_row();
                table.is_row_hidden = is_hidden(tag);
            }
            ("col", false) => table.column(span(tag, "span"), is_hidden(tag)),
            ("tr", true) => table.end_row(),
            ("td" | "th", false) => {
                table.begin_cell(span(tag, "colspan"), span(tag, "rowspan"));
                table.value = value(tag);
                table.flows_over = tag.contains("mso-ignore:colspan");
                table.is_coloured = attribute(tag, "sdnum").is_some_and(|format| format.contains("[RED]"));
                table.is_cell_hidden = is_hidden(tag);
            }
            ("td" | "th", true) => table.end_cell(),
            ("br" | "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4", _) => table.break_line(),
            ("sup", _) => table.raised = !closes,
            ("s" | "strike" | "del", _) => table.struck = !closes,
            ("span" | "font" | "ins", false) => table.runs.begin(tag, is_hidden(tag)),
            ("span" | "font" | "ins", true) => table.runs.end(),
            _ => {}
        }
        if table.rows.len() > MOST_ROWS.saturating_mul(2) {
            return Some(Err(TableError::TooManyRows { found: table.rows.len() }));
        }
    }
    table.end_row();
    let under = table.around.under();
    table.lines(under);
    let hidden = table.hidden;
    found.then(|| from_grid(table.rows).map(|cells| cells.hiding(hidden)))
}

/// Where a tag ends. A formula in one of its attributes may have a `>` of its own.
fn end_of_tag(text: &str) -> Option<usize> {
    let first = text.find('>')?;
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') && before == '=' => quote = Some(c),
            None if c == '>' => return Some(at),
            _ => {}
        }
        before = c;
    }
    // A quotation mark that nothing closes.
    Some(first)
}

/// Where the closing tag of an element begins.
fn find_end(text: &str, name: &str) -> usize {
    let closing = format!("</{name}");
    let lower = |at: usize| {
        text.get(at..at.saturating_add(closing.len())).is_some_and(|end| end.eq_ignore_ascii_case(&closing))
    };
    text.match_indices("</").map(|(at, _)| at).find(|at| lower(*at)).unwrap_or(text.len())
}

/// `colspan="3"`.
fn span(tag: &str, name: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let value = lower.split_once(name).map(|(_, after)| after.trim_start_matches([' ', '=', '"', '\'']));
    let digits: String = value.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1).clamp(1, MOST_COLUMNS)
}

/// Whether nobody sees what an element holds.
fn is_hidden(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase().replace(' ', "");
    ["display:none", "visibility:collapse", "mso-hide:all"].iter().any(|how| tag.contains(how))
}

/// A table around the one that is being read: its row and cell, and what covers its columns.
type Outer = (Option<Vec<Cell>>, Option<(String, usize, usize)>, Vec<(String, usize)>, bool);

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    /// Tables around this one.
    outer: Vec<Outer>,
    /// The row that is being read.
    row: Option<Vec<Cell>>,
    /// For each column: the text of a cell from above, and how many rows it still covers.
    from_above: Vec<(String, usize)>,
    /// The cell that is being read: its text and spans.
    cell: Option<(String, usize, usize)>,
    /// Whether the text is raised: a footnote's mark.
    raised: bool,
    /// Whether the text is struck through, as Word shows what a change takes away.
    struck: bool,
    /// The runs of text that are begun.
    runs: Runs,
    /// How many were begun before the cell that is being read.
    runs_before: usize,
    /// Whether figures of the cell that is being read are struck through or hidden.
    doubt: Option<Doubt>,
    /// Whether the row that is being read has a table in one of its cells: are its figures that table's sums?
    holds_table: bool,
    /// The value behind the cell that is being read, and whether its number's format gives it a colour.
    value: Option<Decimal>,
    is_coloured: bool,
    /// Whether its text only flows over the empty cells beside it, as Excel has a long one do.
    flows_over: bool,
    marks: Marks,
    around: Around,
    /// Rows and columns that are not shown.
    hidden: Hidden,
    /// Whether the row and the cell that are being read are not.
    is_row_hidden: bool,
    is_cell_hidden: bool,
    /// How many columns the table has told of.
    columns: usize,
}

impl Table {
    fn text(&mut self, text: &str) {
        let text = text.replace(['\n', '\r'], " ");
        let Some((cell, _, _)) = &mut self.cell else {
            if self.outer.is_empty() && !self.runs.is_hidden() {
                self.around.text(&entities(&text));
            }
            return;
        };
        self.is_coloured |= self.runs.is_coloured() && !text.trim().is_empty();
        if self.runs.is_list_mark() {
            cell.push_str(list_mark(&text));
            return;
        }
        if (self.struck || self.runs.is_hidden()) && text.contains(|c: char| c.is_ascii_digit()) {
            self.doubt = Some(Doubt::NotANumber);
        }
        if self.runs.is_hidden() {
            return;
        }
        if self.raised { cell.push_str(&raise(&text)) } else { cell.push_str(&text) }
    }

    fn break_line(&mut self) {
        match &mut self.cell {
            Some((cell, _, _)) => cell.push('\n'),
            None => self.around.break_line(),
        }
    }

    /// Lines around the table, each in a row of its own.
    fn lines(&mut self, lines: Vec<String>) {
        let row = |line: String| vec![Cell::new(tidy(&collapse(&line)))];
        if self.row.is_none() {
            self.rows.extend(lines.into_iter().map(row));
        }
    }

    /// A table within a cell has rows of its own; the row around it goes on after them.
    fn begin_table(&mut self) {
        let outer = (self.row.take(), self.cell.take(), std::mem::take(&mut self.from_above), self.is_row_hidden);
        self.outer.push(outer);
        (self.is_row_hidden, self.columns) = (false, 0);
    }

    fn end_table(&mut self) {
        self.end_row();
        if let Some((row, cell, from_above, is_row_hidden)) = self.outer.pop() {
            self.holds_table = row.is_some();
            (self.row, self.cell, self.from_above) = (row, cell, from_above);
            self.is_row_hidden = is_row_hidden;
        }
    }

    fn column(&mut self, count: usize, is_hidden: bool) {
        let columns = self.columns..self.columns.saturating_add(count).min(MOST_COLUMNS);
        self.columns = columns.end;
        self.hidden.columns.extend(columns.filter(|_| is_hidden));
    }

    fn begin_row(&mut self) {
        self.end_row();
        self.row = Some(Vec::new());
        self.is_row_hidden = false;
    }

    /// The columns that cells from above cover come before the next cell.
    fn take_covered(&mut self) {
        let Some(row) = &mut self.row else { return };
        while let Some((text, left)) = self.from_above.get_mut(row.len()).filter(|(_, left)| *left > 0) {
            *left = left.saturating_sub(1);
            row.push(Cell { text: text.clone(), covered: true, doubt: None });
        }
    }

    fn begin_cell(&mut self, columns: usize, rows: usize) {
        self.end_cell();
        if self.row.is_none() {
            self.row = Some(Vec::new());
        }
        self.take_covered();
        self.runs_before = self.runs.len();
        self.cell = Some((String::new(), columns, rows));
    }

    fn end_cell(&mut self) {
        let Some((text, columns, rows)) = self.cell.take() else { return };
        let Some(row) = &mut self.row else { return };
        let is_coloured = std::mem::take(&mut self.is_coloured);
        let flows_over = std::mem::take(&mut self.flows_over);
        self.runs.end_to(self.runs_before);
        let text = told(tidy(&collapse(&entities(&text))), self.value.take(), self.marks, is_coloured);
        let figures = self.holds_table && text.contains(|c: char| c.is_ascii_digit());
        // A cell alone that is not shown.
        let alone = self.is_cell_hidden && !self.is_row_hidden && !self.hidden.columns.contains(&row.len());
        let hides = alone && text.contains(|c: char| c.is_ascii_digit());
        let doubt = self.doubt.take().or(hides.then_some(Doubt::NotANumber)).or(figures.then_some(Doubt::Position));
        for place in 0..columns {
            if row.len() > MOST_COLUMNS {
                break;
            }
            let column = row.len();
            if rows > 1 {
                if self.from_above.len() <= column {
                    self.from_above.resize(column.saturating_add(1), (String::new(), 0));
                }
                if let Some(above) = self.from_above.get_mut(column) {
                    *above = (text.clone(), rows.saturating_sub(1));
                }
            }
            row.push(if place > 0 && flows_over {
                Cell::default()
            } else {
                Cell { text: text.clone(), covered: place > 0, doubt }
            });
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.take_covered();
        self.holds_table = false;
        if let Some(row) = self.row.take() {
            if self.is_row_hidden {
                self.hidden.rows.insert(self.rows.len());
            }
            self.rows.push(row);
        }
    }
}

/// What stands for a list's mark: Word has letters of fonts of signs for them (`o`, `§`). Numbers stay.
fn list_mark(text: &str) -> &str {
    let text = text.trim();
    if text.chars().count() == 1 && !text.starts_with(char::is_numeric) { "• " } else { text }
}

/// A raised text, which would else be read as one with the number before it. Letters are kept apart by a space.
fn raise(text: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| c.to_digit(10).and_then(|digit| RAISED.get(usize::try_from(digit).ok()?));
    if text.chars().any(char::is_alphabetic) {
        return format!(" {}", text.trim());
    }
    let raised = text.chars().map(|c| match c {
        ')' => '⁾',
        '(' => '⁽',
        _ => digit(c).copied().unwrap_or(c),
    });
    raised.collect()
}

fn collapse(text: &str) -> String {
    let line = |line: &str| line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The named and numbered characters that tables have.
fn entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let name = after.split_once(';').map(|(name, _)| name).filter(|name| name.len() <= 8);
        match name.and_then(|name| character(name).map(|c| (c, name.len()))) {
            Some((c, length)) => {
                plain.push(c);
                rest = after.get(length.saturating_add(1)..).unwrap_or_default();
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "nbsp" => '\u{a0}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "aring" => 'å',
        "auml" => 'ä',
        "ouml" => 'ö',
        "Aring" => 'Å',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "eacute" => 'é',
        "Eacute" => 'É',
        "ndash" => '–',
        "mdash" => '—',
        "minus" => '\u{2212}',
        "euro" => '€',
        "thinsp" => '\u{2009}',
        "shy" => '\u{ad}',
        "sup1" => '¹',
        "sup2" => '²',
        "sup3" => '³',
        "rdquo" => '”',
        "ldquo" => '“',
        "rsquo" => '’',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<Vec<String>> {
        let cells = from_html(html).unwrap().unwrap();
        cells.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn merged_and_empty_cells_keep_their_columns() {
        let html = "<html><style>td{x:<}</style><table><tr><td rowspan=2>Post</td><td colspan=\"2\">Budget</td></tr>\
            <tr><td>2015</td><td>2016</td></tr><tr><td>L&ouml;ner<br>chef</td><td></td><td>1&nbsp;700</td></tr></table>";
        assert_eq!(
            texts(html),
            [vec!["Post", "Budget", "Budget"], vec!["Post", "2015", "2016"], vec!["Löner chef", "", "1\u{a0}700"]]
        );
        assert!(from_html("<p>Ingen tabell</p>").is_none());
    }
}
