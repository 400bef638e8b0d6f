//! Which of comma and point parts thousands in a column, where other figures of it tell, or else those of the other
//! columns: `54,000` under `1,200,000`.

use super::figure::{self, Doubt, Figure, Scale};
use super::heading;
use super::layout::Grid;
use super::spelling::plain_words;
use std::collections::BTreeSet;

/// Whether a table is of kronor and English by its words, and all its figures are as English ones are written: there a
/// comma parts thousands.
fn is_english(grid: &Grid) -> bool {
    const ENGLISH: [&str; 33] = [
        "item",
        "items",
        "cost",
        "costs",
        "contribution",
        "contributions",
        "income",
        "revenue",
        "municipality",
        "county",
        "staff",
        "salaries",
        "salary",
        "wages",
        "rent",
        "premises",
        "travel",
        "office",
        "audit",
        "board",
        "activities",
        "expenses",
        "expenditure",
        "amount",
        "description",
        "and",
        "of",
        "the",
        "from",
        "to",
        "state",
        "training",
        "region",
    ];
    const SWEDISH: [&str; 26] = [
        "och",
        "av",
        "för",
        "till",
        "från",
        "kostnad",
        "kostnader",
        "intäkt",
        "intäkter",
        "bidrag",
        "lön",
        "löner",
        "hyra",
        "summa",
        "totalt",
        "resultat",
        "kommun",
        "budgetpost",
        "post",
        "belopp",
        "utfall",
        "kronor",
        "insats",
        "insatser",
        "personal",
        "möten",
    ];
    let texts = || grid.cells.iter().flatten().map(|cell| cell.text.as_str());
    let scaled = texts().filter_map(heading::scale).any(|scale| scale != Scale::Kronor);
    let words: BTreeSet<String> = texts().flat_map(plain_words).collect();
    let english = ENGLISH.iter().filter(|word| words.contains(**word)).count();
    let swedish = SWEDISH.iter().any(|word| words.contains(*word));
    // Other figures are short of a thousand, or have commas between groups of three and a point before decimals.
    let fits = |text: &str| {
        let number = text.trim_matches(|c: char| !c.is_ascii_digit());
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let mut groups = whole.split(',');
        let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
        first && decimals.len() < 3 && groups.all(|group| group.len() == 3) && !number.contains(char::is_whitespace)
    };
    let figures = grid.cells.iter().zip(&grid.figures).flat_map(|(cells, figures)| cells.iter().zip(figures));
    let mut written = figures.filter(|(cell, figure)| match figure {
        Figure::Amount { .. } => heading::bare_year(&cell.text).is_none(),
        Figure::Doubtful(doubt) => *doubt == Doubt::Ambiguous,
        _ => false,
    });
    english >= 2 && !swedish && !scaled && written.all(|(cell, _)| fits(&cell.text))
}

/// What the figures of a column say of a mark.
#[derive(Default)]
struct Told {
    parts_thousands: bool,
    begins_decimals: bool,
    /// Whether any begins other than three decimals.
    begins_others: bool,
    /// Whether any begins three decimals for certain, after thousands that spaces part: `5 795,388`.
    begins_thousandths: bool,
}

/// Reads what could be read in two ways where its column tells which it is.
pub(super) fn read_by_columns(grid: &mut Grid) {
    let english = is_english(grid);
    for mark in [',', '.'] {
        let told: Vec<Told> = (0..grid.width).map(|column| told(grid, column, mark)).collect();
        let by_others = english && mark == ','
            || told.iter().any(|told| told.parts_thousands) && !told.iter().any(|told| told.begins_decimals);
        for (column, told) in told.iter().enumerate() {
            // `1,640` above `0,084`.
            let thousandths = told.begins_thousandths || told.begins_decimals && !told.begins_others;
            let thousandths = thousandths && !told.parts_thousands;
            if !thousandths && (told.begins_decimals || !told.parts_thousands && !by_others) {
                continue;
            }
            for row in 0..grid.cells.len() {
                let text = grid.text(row, column).to_owned();
                let read = figure::read(&if thousandths { format!("{text}0") } else { text.replace(mark, " ") });
                let figure = grid.figures.get_mut(row).and_then(|row| row.get_mut(column));
                let doubtful = |figure: &&mut Figure| **figure == Figure::Doubtful(Doubt::Ambiguous);
                if let Some(figure) = figure.filter(doubtful)
                    && text.contains(mark)
                {
                    *figure = read;
                }
            }
        }
    }
}

fn told(grid: &Grid, column: usize, mark: char) -> Told {
    let other = if mark == ',' { '.' } else { ',' };
    let mut told = Told::default();
    for row in 0..grid.cells.len() {
        let text = grid.text(row, column);
        if !matches!(grid.figure(row, column), Figure::Amount { .. }) || !text.contains(mark) {
            continue;
        }
        let number = text.trim_matches(|c: char| !c.is_ascii_digit());
        let marks = number.matches(mark).count();
        // Kronor have no thousandths: `120.000:-`.
        let spaced = number.split_once(mark).is_some_and(|(whole, _)| whole.contains(char::is_whitespace));
        let three = number.split_once(mark).is_some_and(|(whole, end)| end.len() == 3 && whole != "0") && !spaced;
        told.begins_thousandths |= spaced && number.split_once(mark).is_some_and(|(_, end)| end.len() == 3);
        if marks > 1 || three || number.split_once(other).is_some_and(|(whole, _)| whole.contains(mark)) {
            told.parts_thousands = true;
        } else {
            told.begins_decimals |= marks == 1;
            told.begins_others |= number.split_once(mark).is_some_and(|(_, end)| end.len() != 3);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use crate::table::{Answers, Known, from_text, read};

    /// The amounts of a column, and `?` for what is asked about.
    fn amounts(figures: &[&str]) -> Vec<String> {
        let rows = figures.iter().zip('A'..).map(|(figure, name)| format!("{name}x\t{figure}"));
        let text = format!("Post\t2027\n{}", rows.collect::<Vec<_>>().join("\n"));
        let reading = read(from_text(&text).unwrap(), &Known::default(), &Answers::default());
        let told = |amount: Option<_>| {
            amount.map_or("?".to_owned(), |amount: crate::money::Decimal| amount.normalize().to_string())
        };
        reading.rows.iter().skip(1).map(|row| told(row.amounts.values().next().copied())).collect()
    }

    #[test]
    fn a_column_tells_which_mark_parts_thousands() {
        assert_eq!(amounts(&["1,200,000", "54,000", "SEK 7,500"]), ["1200000", "54000", "7500"]);
        assert_eq!(amounts(&["1.200.000", "54.000"]), ["1200000", "54000"]);
        assert_eq!(amounts(&["120.000:-", "54.000"]), ["120000", "54000"]);
        assert_eq!(amounts(&["1.200.000", "0.125"]), ["1200000", "?"]);
        assert_eq!(amounts(&["1.200,50", "54.000"]), ["1200.5", "54000"]);
        assert_eq!(amounts(&["1,200.50", "54.000"]), ["1200.5", "?"]);
        assert_eq!(amounts(&["1,200,000", "54,000", "12,5"]), ["1200000", "?", "12.5"]);
        assert_eq!(amounts(&["1 200 000", "54,000"]), ["1200000", "?"]);
        assert_eq!(amounts(&["1,640", "0,084"]), ["1.64", "?"]);
        assert_eq!(amounts(&["1,640", "0,084", "2,5"]), ["?", "?", "2.5"]);
    }
}
