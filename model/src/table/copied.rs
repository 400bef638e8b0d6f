//! A block of cells on its way out: as text with tabs for a spreadsheet, and as HTML for a document.

use crate::money::{Decimal, Unit, decimal};

/// A cell that is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copied {
    /// Words, or nothing.
    Words(String),
    /// A number as it is to stand.
    Number(Decimal),
    /// Kronor, and the unit that the block is in.
    Amount(Decimal, Unit),
}

impl Copied {
    fn number(&self) -> Option<Decimal> {
        let mut number = match self {
            Copied::Words(_) => return None,
            Copied::Number(number) => number.normalize(),
            Copied::Amount(kronor, unit) => kronor.checked_div(unit.factor()).unwrap_or(*kronor).normalize(),
        };
        // Three decimals could be a group of three: 362,212 tkr.
        if number.scale() == 3 {
            number.rescale(4);
        }
        Some(number)
    }
}

/// Tabs between cells, a line for each row, numbers with a decimal comma and nothing between thousands.
pub fn as_text(rows: &[Vec<Copied>]) -> String {
    let cell = |cell: &Copied| match (cell, cell.number()) {
        (_, Some(number)) => number.to_string().replace('.', ","),
        (Copied::Words(words), None) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    let row = |row: &Vec<Copied>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(row).collect::<Vec<_>>().join("\r\n")
}

/// A table. Numbers are grouped for the eye; Excel takes the exact one from the cell's `x:num`.
pub fn as_html(rows: &[Vec<Copied>]) -> String {
    let cell = |cell: &Copied| match (cell, cell.number()) {
        (Copied::Words(words), None) => format!("<td>{}</td>", escaped(words)),
        (_, None) => "<td></td>".to_owned(),
        (_, Some(number)) => {
            let shown = decimal(number, number.scale(), ',').replace('\u{2212}', "-");
            format!("<td align=\"right\" x:num=\"{number}\">{shown}</td>")
        }
    };
    let row = |row: &Vec<Copied>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let rows = rows.iter().map(row).collect::<String>();
    format!("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>{rows}</table></body></html>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Answers, Figure, Known, from_html, from_text, read};

    #[test]
    fn what_is_copied_reads_back() {
        let number = |text: &str| Copied::Number(text.parse().unwrap());
        let words = |text: &str| Copied::Words(text.to_owned());
        let rows = vec![
            vec![words("kr"), words("2015"), words("2016")],
            vec![words("Hyra & <el>"), Copied::Amount("1640000".parse().unwrap(), Unit::Kronor), number("194750.46")],
            vec![words("Ränta"), number("-5"), words("")],
            vec![words("Bidrag"), Copied::Amount("362212".parse().unwrap(), Unit::Thousands), words("")],
        ];
        let (text, html) = (as_text(&rows), as_html(&rows));
        assert_eq!(text, "kr\t2015\t2016\r\nHyra & <el>\t1640000\t194750,46\r\nRänta\t-5\t\r\nBidrag\t362,2120\t");
        for cells in [from_text(&text).unwrap(), from_html(&html).unwrap().unwrap()] {
            let reading = read(cells, &Known::default(), &Answers::default());
            assert_eq!(reading.rows[1].name, "Hyra & <el>");
            assert!(
                matches!(&reading.rows[1].cells[2], Figure::Amount { value, .. } if value.to_string() == "194750.46")
            );
            assert!(matches!(&reading.rows[2].cells[1], Figure::Amount { value, .. } if value.to_string() == "-5"));
            assert!(
                matches!(&reading.rows[3].cells[1], Figure::Amount { value, .. } if value.to_string() == "362.2120")
            );
        }
    }
}
