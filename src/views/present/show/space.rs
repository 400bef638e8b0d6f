//! How much room texts take on a slide, in the pixels that slides are drawn in, and how much there is.

use super::fit;

/// What a slide has under its heading, over whatever stands below: 1920 × 1080 without its edges and the line of controls.
pub fn under_heading(title: &str, under: &str) -> usize {
    let title = fit::cut(title, fit::HEADING);
    let (size, line) = match fit::heading(&title) {
        "large" => (680, 83),
        "medium" => (520, 64),
        _ => (400, 49),
    };
    let heading = lines(&title, ems(WIDTH, size)).saturating_mul(line);
    let under = fit::under(under);
    let below = if under.is_empty() { 0 } else { lines(&under, ems(WIDTH, 300)).saturating_mul(41).saturating_add(6) };
    HEIGHT.saturating_sub(heading).saturating_sub(below)
}

/// The width of a slide's inside.
pub const WIDTH: usize = 1728;
/// Its height without the edges, the controls, the line that says where one is, and what is between.
const HEIGHT: usize = 856;

/// How many hundredths of an em a width holds, with letters of so many tenths of a pixel.
pub fn ems(width: usize, size: usize) -> usize {
    width.saturating_mul(1000).checked_div(size).unwrap_or_default()
}

/// How many lines of so many hundredths of an em a text takes, broken between words.
pub fn lines(text: &str, most: usize) -> usize {
    let (mut lines, mut used) = (1_usize, 0_usize);
    for word in text.split(' ') {
        let word = wide(word);
        let gap = if used > 0 { wide(" ") } else { 0 };
        let with_word = used.saturating_add(gap).saturating_add(word);
        if with_word <= most {
            used = with_word;
            continue;
        }
        // One that no line has room for is broken where the line ends.
        let broken = word.div_ceil(most.max(1));
        lines = lines.saturating_add(broken);
        used = word.saturating_sub(broken.saturating_sub(1).saturating_mul(most));
    }
    lines
}

/// The text, shortened to so many lines.
pub fn cut_to_lines(text: &str, most: usize, count: usize) -> String {
    let fits = |told: &String| lines(told, most) <= count.max(1);
    // No more have room than of the narrowest letters: a text of pages is not tried at each of its lengths.
    let longest = most.saturating_mul(count.max(1)).checked_div(NARROWEST).unwrap_or_default().saturating_add(1);
    let shorter = (1..=text.chars().count().min(longest)).rev().map(|length| fit::cut(text, length));
    std::iter::once(text.trim().to_owned()).chain(shorter).find(fits).unwrap_or_default()
}

/// Whether each word has room on a line.
pub fn whole(text: &str, most: usize) -> bool {
    text.split([' ', '-', '/', '–']).all(|word| wide(word) <= most)
}

/// The narrowest letter, in hundredths of an em.
const NARROWEST: usize = 28;

fn wide(text: &str) -> usize {
    text.chars().map(wide_letter).fold(0, usize::saturating_add)
}

/// At least what a letter of the app's own typeface takes, light or bold, in hundredths of an em.
fn wide_letter(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '\u{a0}' | '\u{202f}' => NARROWEST,
        '.' | ',' | ':' | ';' => 33,
        'f' | 'r' | 't' | '(' | ')' | '/' => 40,
        '1' => 43,
        '-' | '–' => 50,
        'm' | 'w' | 'M' | 'W' | '%' | '…' => 100,
        other if other.is_uppercase() => 76,
        other if other.is_ascii_digit() => 66,
        _ => 61,
    }
}
