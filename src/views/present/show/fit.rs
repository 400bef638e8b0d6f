//! Text that fits a slide: the longer, the smaller, and cut at a word where even the smallest would not fit.

use crate::words;
use samplan::plan::{Plan, Scenario};

/// The text, cut at a word to at most `most` characters.
pub fn cut(text: &str, most: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    // A name without spaces is cut where it must be.
    let at_word = kept.rfind(char::is_whitespace).filter(|end| end.saturating_mul(2) > kept.len());
    let kept = at_word.and_then(|end| kept.get(..end)).unwrap_or(&kept);
    format!("{}…", kept.trim_end_matches([' ', ',', '.', ';', ':', '–', '-', '·']))
}

/// A scenario's name of at most so many characters, told apart from those before it in the plan.
pub fn scenario(plan: &Plan, scenario: &Scenario, most: usize) -> String {
    let shown = |one: &Scenario| {
        let name = cut(&one.name, most);
        let mut others = plan.scenarios.iter().filter(|other| other.id != one.id);
        // Where another begins in the same way, it is the end that tells them apart.
        let stem = name.strip_suffix('…');
        if stem.is_some_and(|stem| others.any(|other| other.name.starts_with(stem))) {
            return cut_inside(&one.name, most);
        }
        name
    };
    let before = plan.scenarios.iter().take_while(|other| other.id != scenario.id);
    let before: Vec<String> = before.map(|one| shown(one)).collect();
    words::told_apart(&shown(scenario), before.iter().map(String::as_str))
}

/// The text with its beginning and its end, cut between them: `Sammanslagning med dagens… övriga följer`.
fn cut_inside(text: &str, most: usize) -> String {
    let text = text.trim();
    let from = text.chars().count().saturating_sub(most / 2);
    let end: String = text.chars().skip(from).collect();
    let end = end.split_once(char::is_whitespace).map_or(end.as_str(), |(_, whole)| whole);
    format!("{} {end}", cut(text, most.saturating_sub(end.chars().count()).saturating_sub(1)))
}

/// A name cut before its last part, which tells it from its neighbours: `Trappsteg med en lång …: 2016`.
pub fn cut_before_end(name: &str, most: usize) -> String {
    match name.rsplit_once(": ") {
        Some((whose, end)) if name.chars().count() > most && end.chars().count() <= most / 2 => {
            format!("{}: {end}", cut(whose, most.saturating_sub(end.chars().count())))
        }
        _ => cut(name, most),
    }
}

/// The size of a heading by its length.
pub fn heading(text: &str) -> &'static str {
    match text.chars().count() {
        0..=52 => "large",
        53..=110 => "medium",
        _ => "small",
    }
}

/// The most characters of a heading.
pub const HEADING: usize = 150;

/// A text of the users' own under the heading, as short as it must be.
pub fn under(text: &str) -> String {
    cut(text, 130)
}

/// The size of running text by its length and lines. A line's end is worth the characters that it leaves empty.
pub fn running(text: &str) -> &'static str {
    let ends = text.lines().count().saturating_sub(1).saturating_mul(40);
    match text.chars().count().saturating_add(ends) {
        0..=70 => "large",
        71..=180 => "medium",
        181..=420 => "small",
        _ => "least",
    }
}

/// The most characters of running text over the whole slide.
pub const RUNNING: usize = 1300;

/// Running text of at most so many characters, with at most `lines` lines' ends.
pub fn text(text: &str, most: usize, lines: usize) -> String {
    let full = text.lines().filter(|line| !line.trim().is_empty()).count() > lines;
    let mut kept: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(lines).collect();
    if full {
        kept.push("…");
    }
    cut(&kept.join("\n"), most)
}
