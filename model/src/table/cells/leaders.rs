//! What a line of text has between and beside its cells: dots that lead to figures, and the page's number.

use crate::table::page::is_page;

/// A line without the page's number that ends it far from the rest (`Budget 2027        Sida 1 (3)`).
pub(super) fn without_page(line: &str) -> &str {
    let Some((before, end)) = line.trim_end().rsplit_once("  ") else { return line };
    let end = end.trim_start();
    let told = end.to_lowercase().starts_with("sid") || end.ends_with(')');
    if told && is_page(end) && !before.trim().is_empty() { before } else { line }
}

/// A line without the dots that lead from a name to its figures (`Hyra ........ 120 000`): spaces in their place.
pub(super) fn without_leaders(line: &str) -> String {
    let dot = |c: char| matches!(c, '.' | '…' | '·' | '_');
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(dot) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        let run = from.find(|c: char| !dot(c) && c != ' ').unwrap_or(from.len());
        let (leader, after) = from.split_at_checked(run).unwrap_or((from, ""));
        let dots = leader.chars().filter(|c| dot(*c)).map(|c| if c == '…' { 3 } else { 1 }).sum::<usize>();
        if dots >= 3 && after.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '\u{2212}' | '(')) {
            plain.extend(leader.chars().map(|_| ' '));
            if leader.chars().count() < 2 {
                plain.push(' ');
            }
        } else {
            plain.push_str(leader);
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}
