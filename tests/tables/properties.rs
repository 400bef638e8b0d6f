//! What holds for all tables: no text makes the reader panic, and no figure goes unaccounted for.

use proptest::prelude::*;
use samplan::money::{Unit, kronor};
use samplan::table::{self, Answers, Known, Role};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_makes_the_reader_panic(
        text in ".*",
        pieces in "[0-9 ,.;\t\n\"%*()kr#=<>/a-zåB-]{0,160}",
        html in "(<(table|tr|td|/td|/tr|td colspan=9|td rowspan=3|br)>|[a-z0-9 &;<]){0,40}",
    ) {
        for text in [text, pieces, html] {
            for cells in [table::from_text(&text)].into_iter().chain(table::from_html(&text)).flatten() {
                let reading = table::read(cells, &Known::default(), &Answers::default());
                prop_assert!(reading.rows.iter().all(|row| row.cells.len() <= reading.columns.len()));
            }
            let _ = table::decode(text.as_bytes());
        }
    }

    #[test]
    fn figures_come_back_as_they_were_written(
        rows in proptest::collection::vec(proptest::collection::vec(10_000_i64..9_000_000, 3), 1..12),
        thousands in any::<bool>(),
        first in 2000_u16..2050,
    ) {
        // Odd by their last digits, so that no row is by chance the sum of others.
        let unit = if thousands { Unit::Thousands } else { Unit::Kronor };
        let scale = if thousands { 1_000 } else { 1 };
        let mut text = format!("{}\t{first}\t{}\t{}\n", if thousands { "Tkr" } else { "Kr" }, first + 1, first + 2);
        for (place, row) in rows.iter().enumerate() {
            let cells: Vec<String> = row.iter().map(|amount| kronor((amount * scale).into(), unit, ',')).collect();
            text += &format!("Insats {}\t{}\n", (b'a' + place as u8) as char, cells.join("\t"));
        }
        let reading = table::read(table::from_text(&text).unwrap(), &Known::default(), &Answers::default());
        for (row, amounts) in reading.rows.iter().skip(1).zip(&rows) {
            if row.role != Role::Line {
                // A sum by chance is asked about or is one; it is never another number.
                continue;
            }
            let found: Vec<String> = row.amounts.values().map(|amount| amount.to_string()).collect();
            let right: Vec<String> = amounts.iter().map(|amount| (amount * scale).to_string()).collect();
            prop_assert_eq!(found, right);
        }
    }
}
