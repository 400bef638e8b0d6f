//! Years that heads write with two digits alone (`Post | 27 | 28`): one after the other, beside a word of heads, they are
//! years and no amounts.

use super::cells::Cell;
use super::heading;

/// Writes such years out.
pub(super) fn lengthen(rows: &mut [Vec<Cell>]) {
    let filled = |row: &[Cell]| row.iter().filter(|cell| !cell.text.is_empty()).count();
    let Some(head) = rows.iter_mut().find(|row| filled(row) > 1) else { return };
    let Some((first, rest)) = head.split_first_mut() else { return };
    let short = |cell: &&mut Cell| {
        cell.text.trim_start_matches(['\'', '’', '-', '–']).parse::<u16>().ok().filter(|year| (20..=45).contains(year))
    };
    let mut written = rest.iter_mut().filter(|cell| !cell.text.is_empty()).collect::<Vec<_>>();
    let years: Option<Vec<u16>> = written.iter().map(short).collect();
    let rises =
        |years: &[u16]| years.windows(2).all(|pair| matches!(pair, [one, next] if one.checked_add(1) == Some(*next)));
    let Some(mut years) = years.filter(|years| years.len() > 1 && heading::is_over_names(&first.text)) else { return };
    if !rises(&years) {
        years.reverse();
        if !rises(&years) {
            return;
        }
    }
    for cell in &mut written {
        cell.text = format!("20{}", cell.text.trim_start_matches(['\'', '’', '-', '–']));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengthened(rows: &[&[&str]]) -> Vec<Vec<String>> {
        let mut cells: Vec<Vec<Cell>> =
            rows.iter().map(|row| row.iter().map(|text| Cell::new(*text)).collect()).collect();
        lengthen(&mut cells);
        cells.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn only_years_on_end_beside_a_word_of_heads_are_years() {
        assert_eq!(lengthened(&[&["Post", "27", "28"]]), [["Post", "2027", "2028"]]);
        assert_eq!(lengthened(&[&["Post", "'27", "’28"]]), [["Post", "2027", "2028"]]);
        assert_eq!(lengthened(&[&["Post", "-27", "–28"]]), [["Post", "2027", "2028"]]);
        assert_eq!(lengthened(&[&["Budget"], &["", "28", "27"]])[1], ["", "2028", "2027"]);
        for kept in
            [["Hyra", "27", "28"], ["Post", "27", "29"], ["Post", "27", "27"], ["Post", "27", ""], ["Post", "12", "13"]]
        {
            assert_eq!(lengthened(&[&kept]), [kept]);
        }
    }
}
