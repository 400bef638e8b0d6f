//! Who signs under a table: their names and offices beside each other are no rows of it.

use super::figure::Figure;
use super::layout::Grid;

/// The rows under the last amounts that are those who sign: rows together of which one names two offices.
pub(super) fn signatures(grid: &Grid, body: usize) -> Vec<usize> {
    let rows = grid.cells.len();
    let filled = |row: usize| (0..grid.width).filter(move |column| !grid.text(row, *column).is_empty());
    let last = (body..rows).rev().find(|row| (0..grid.width).any(|column| grid.is_amount(*row, column)));
    let under = last.map_or(rows, |last| last.saturating_add(1));
    let words = |row: usize| filled(row).all(|column| *grid.figure(row, column) == Figure::Text);
    let mut signed = Vec::new();
    let mut block: Vec<usize> = Vec::new();
    for row in under..=rows {
        if row < rows && filled(row).next().is_some() {
            block.push(row);
            continue;
        }
        let offices = |row: &usize| filled(*row).filter(|column| is_office(grid.text(*row, *column))).count() > 1;
        // Just under the amounts a row may be one of theirs: there it is the offices alone.
        let apart = block.first().is_some_and(|first| *first > under);
        if block.iter().any(offices) {
            signed.extend(block.iter().copied().filter(|row| words(*row) && (apart || offices(row))));
        }
        block.clear();
    }
    signed
}

/// Whether a text is an office of those who sign for the board, and nothing else.
fn is_office(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let office = |word: &str| {
        matches!(
            word,
            "ordf"
                | "ordförande"
                | "ledamot"
                | "ersättare"
                | "sekreterare"
                | "justerare"
                | "justeringsperson"
                | "förbundschef"
                | "förbundssamordnare"
                | "chair"
                | "chairman"
                | "chairperson"
                | "secretary"
        )
    };
    words.len() <= 2 && words.last().is_some_and(|word| office(word))
}
