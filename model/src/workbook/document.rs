//! A table for a document: as HTML, which Word keeps as a table, as text with tabs beside it, and as Markdown. Numbers are
//! written for the eye, in the unit that is chosen.

use super::listing::{ListedPart, ListedRow, Listing, RowRank};
use super::words::{Words, WorkbookWord};
use crate::money::{Decimal, Unit, decimal, kronor, percent};
use crate::plan::MetricKind;

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberForm {
    /// The unit of amounts.
    pub unit: Unit,
    /// The language's decimal mark.
    pub decimal_mark: char,
}

impl NumberForm {
    fn write(self, kind: MetricKind, value: Decimal) -> String {
        match kind {
            MetricKind::Money => kronor(value, self.unit, self.decimal_mark),
            MetricKind::Share => percent(value, 1, self.decimal_mark),
            MetricKind::Count { decimals } => decimal(value, decimals, self.decimal_mark),
        }
    }

    fn unit_name(self) -> &'static str {
        match self.unit {
            Unit::Kronor => "kr",
            Unit::Thousands => "tkr",
        }
    }
}

/// The table as HTML, with `title` over it.
pub fn html(listing: &Listing, title: &str, form: NumberForm, words: &dyn Words) -> String {
    let mut page = String::from("<html><head><meta charset=\"utf-8\"></head><body>");
    page.push_str(&format!("<p><b>{}</b></p>", escaped(title)));
    for part in &listing.parts {
        if listing.parts.len() > 1 {
            page.push_str(&format!("<p><b>{}</b></p>", escaped(&part.name)));
        }
        page.push_str("<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" style=\"border-collapse:collapse\">");
        let years = listing.horizon.iter().map(|year| format!("<th align=\"right\">{year}</th>")).collect::<String>();
        let corner = format!("{}, {}", words.word(WorkbookWord::Line), form.unit_name());
        page.push_str(&format!("<tr><th align=\"left\">{}</th>{years}</tr>", escaped(&corner)));
        for row in &part.rows {
            page.push_str(&html_row(row, listing.horizon.len(), form));
        }
        page.push_str("</table>");
    }
    page.push_str("</body></html>");
    page
}

fn html_row(row: &ListedRow, years: usize, form: NumberForm) -> String {
    let name = escaped(&row.name);
    if row.rank == RowRank::Heading {
        return format!("<tr><td colspan=\"{}\"><b><i>{name}</i></b></td></tr>", years.saturating_add(1));
    }
    let (open, close) = if row.rank == RowRank::Sum { ("<b>", "</b>") } else { ("", "") };
    let cells = written(row, form)
        .map(|text| format!("<td align=\"right\" style=\"white-space:nowrap\">{open}{text}{close}</td>"));
    format!("<tr><td>{open}{name}{close}</td>{}</tr>", cells.collect::<String>())
}

fn written(row: &ListedRow, form: NumberForm) -> impl Iterator<Item = String> {
    let kind = row.numbers;
    row.years.iter().map(move |value| value.map(|value| form.write(kind, value)).unwrap_or_default())
}

/// The table as text, with tabs between the columns.
pub fn text(listing: &Listing, title: &str, form: NumberForm, words: &dyn Words) -> String {
    rows(listing, title, |part, several| {
        let mut lines = Vec::new();
        if several {
            lines.push(part.name.clone());
        }
        let corner = format!("{}, {}", words.word(WorkbookWord::Line), form.unit_name());
        let heads = listing.horizon.iter().map(|year| year.to_string());
        lines.push(std::iter::once(corner).chain(heads).collect::<Vec<_>>().join("\t"));
        lines.extend(part.rows.iter().map(|row| {
            let name = row.name.split_whitespace().collect::<Vec<_>>().join(" ");
            if row.rank == RowRank::Heading {
                return name;
            }
            std::iter::once(name).chain(written(row, form)).collect::<Vec<_>>().join("\t")
        }));
        lines
    })
}

/// The table as Markdown (GitHub's tables).
pub fn markdown(listing: &Listing, title: &str, form: NumberForm, words: &dyn Words) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    rows(listing, &format!("**{}**", marked(title)), |part, several| {
        let mut lines = vec![String::new()];
        if several {
            lines.extend([format!("**{}**", marked(&part.name)), String::new()]);
        }
        let corner = format!("{}, {}", words.word(WorkbookWord::Line), form.unit_name());
        let heads = listing.horizon.iter().map(|year| year.to_string());
        lines.push(line(std::iter::once(marked(&corner)).chain(heads).collect()));
        let rule = std::iter::once(":--".to_owned()).chain(listing.horizon.iter().map(|_| "--:".to_owned()));
        lines.push(line(rule.collect()));
        lines.extend(part.rows.iter().map(|row| {
            let name = marked(&row.name);
            match row.rank {
                RowRank::Heading => {
                    let empty = listing.horizon.iter().map(|_| String::new());
                    line(std::iter::once(format!("***{name}***")).chain(empty).collect())
                }
                RowRank::Line => line(std::iter::once(name).chain(written(row, form)).collect()),
                RowRank::Sum => {
                    let bold = |text: String| if text.is_empty() { text } else { format!("**{text}**") };
                    line(std::iter::once(name).chain(written(row, form)).map(bold).collect())
                }
            }
        }));
        lines
    })
}

fn rows(listing: &Listing, title: &str, part: impl Fn(&ListedPart, bool) -> Vec<String>) -> String {
    let several = listing.parts.len() > 1;
    let mut lines = vec![title.to_owned()];
    lines.extend(listing.parts.iter().flat_map(|one| part(one, several)));
    lines.push(String::new());
    lines.join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text that Markdown takes for nothing but text, on one line.
fn marked(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut safe = String::with_capacity(line.len());
    for character in line.chars() {
        if matches!(character, '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '&' | '~' | '#') {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_nothing_in_a_document() {
        assert_eq!(escaped("<img src=x onerror=\"alert(1)\">"), "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
        assert_eq!(marked("a|b\n*c* [d](e)"), "a\\|b \\*c\\* \\[d\\](e)");
    }
}
