//! A table as a text file for other programs: semicolons, decimal commas and a byte order mark, as Excel in Swedish
//! expects them (RFC 4180 but for those).

use super::listing::{Listing, RowRank};
use super::words::{Words, WorkbookWord};
use crate::money::{Decimal, is_invisible, round_dp};

/// The decimals that shares and counts are written with; kronor have the ones that they have.
const DECIMALS: u32 = 6;

/// The file: a row for each line and sum, with its association and kind; kronor, and shares as 0–1.
pub fn csv(listing: &Listing, words: &dyn Words) -> String {
    let heads =
        [WorkbookWord::Association, WorkbookWord::Kind, WorkbookWord::Line].map(|word| field(&words.word(word)));
    let years = listing.horizon.iter().map(|year| year.to_string());
    let mut file = String::from('\u{feff}');
    let mut write = |fields: Vec<String>| {
        file.push_str(&fields.join(";"));
        file.push_str("\r\n");
    };
    write(heads.into_iter().chain(years).collect());
    for part in &listing.parts {
        for row in part.rows.iter().filter(|row| row.rank != RowRank::Heading) {
            let names = [&part.name, &row.kind, &row.name].map(|name| field(name));
            write(
                names.into_iter().chain(row.years.iter().map(|value| value.map(number).unwrap_or_default())).collect(),
            );
        }
    }
    file
}

fn number(value: Decimal) -> String {
    round_dp(value, DECIMALS).normalize().to_string().replace('.', ",")
}

/// A text as a field. One that a spreadsheet would take for a formula gets an apostrophe before it, which says that it is
/// text (OWASP, CSV injection).
fn field(text: &str) -> String {
    let line = text.split(char::is_control).collect::<Vec<_>>().join(" ");
    let unseen = |letter: char| letter.is_whitespace() || is_invisible(letter);
    let runs = line
        .trim_start_matches(unseen)
        .starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let safe = if runs { format!("'{line}") } else { line };
    if safe.contains([';', '"', ',']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_stays_text() {
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field(" @SUM(A1)"), "' @SUM(A1)");
        assert_eq!(field("-5 %; \"x\""), "\"'-5 %; \"\"x\"\"\"");
        assert_eq!(field("=HYPERLINK(\"http://x\")\n+2"), "\"'=HYPERLINK(\"\"http://x\"\") +2\"");
        for unseen in ["\t", "\r", "\n", "\0", "\u{b}", "\u{200b}", "\u{feff}", "\u{202e}", "\u{a0}"] {
            assert!(field(&format!("{unseen}=1+1")).starts_with('\''), "{unseen:?}");
        }
        assert_eq!(field("＝1"), "'＝1");
        assert_eq!(field("Hyra"), "Hyra");
        assert_eq!(field("Bidrag - region"), "Bidrag - region");
    }

    #[test]
    fn numbers_have_a_comma_and_a_plain_minus() {
        assert_eq!(number("-1234567.50".parse().unwrap()), "-1234567,5");
        assert_eq!(number("0.1234567".parse().unwrap()), "0,123457");
        assert_eq!(number("0".parse().unwrap()), "0");
    }
}
