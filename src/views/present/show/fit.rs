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

/// A card's name and text.
pub type Card<'t> = (&'t str, &'t str);

/// How cards stand on a slide: how large, and how many of them in each of two columns.
pub struct CardFit {
    pub size: &'static str,
    pub columns: [usize; 2],
}

/// Whole cards in two columns, read down the one and then the other: all of them where they have room, or else as many of
/// the first as are read in the time that a slide is seen. Small letters come before fewer cards; one always stands there.
pub fn cards(cards: &[Card], room: usize) -> CardFit {
    let all = cards.len();
    let counts = (1..=all.min(MOST_CARDS)).rev().filter(|count| *count == all || *count <= FIRST_CARDS);
    let ways = counts.flat_map(|count| CARD_SIZES.iter().map(move |size| (count, size)));
    let mut fitting = ways.filter_map(|(count, size)| {
        let heights: Vec<usize> = cards.iter().take(count).map(|card| size.height(*card)).collect();
        let parted = (0..=count).rev().filter_map(|first| {
            let (first, second) = heights.split_at_checked(first)?;
            Some((column(first).max(column(second)), [first.len(), second.len()]))
        });
        let (height, columns) = parted.min_by_key(|(height, _)| *height)?;
        (height <= room).then_some(CardFit { size: size.class, columns })
    });
    fitting.next().unwrap_or(CardFit { size: "small", columns: [all.min(1), 0] })
}

/// The height that cards have under a heading, over the line that counts the others.
pub fn card_room(title: &str, has_text: bool) -> usize {
    let (most, line) = match heading(title) {
        "large" => (42, 83),
        "medium" => (56, 64),
        _ => (72, 49),
    };
    let text = if has_text { 132 } else { 0 };
    let taken = lines(title, most).saturating_mul(line).saturating_add(text);
    790_usize.saturating_sub(taken)
}

/// The most cards of a slide where all have room, and where not.
const MOST_CARDS: usize = 6;
const FIRST_CARDS: usize = 4;

/// The letters of cards: how many are sure to fit on a line, and the height of one; and of what stands around them.
struct CardSize {
    class: &'static str,
    name: (usize, usize),
    text: (usize, usize),
    around: usize,
}

/// As `style/show_slides.css` has them.
const CARD_SIZES: [CardSize; 2] = [
    CardSize { class: "large", name: (37, 43), text: (49, 36), around: 92 },
    CardSize { class: "small", name: (45, 36), text: (57, 31), around: 78 },
];
const BETWEEN_CARDS: usize = 24;

impl CardSize {
    fn height(&self, (name, text): Card) -> usize {
        let of = |text: &str, (most, line): (usize, usize)| lines(text, most).saturating_mul(line);
        of(name, self.name).saturating_add(of(text, self.text)).saturating_add(self.around)
    }
}

fn column(heights: &[usize]) -> usize {
    heights.iter().fold(0, |sum, height| match sum {
        0 => *height,
        sum => sum.saturating_add(BETWEEN_CARDS).saturating_add(*height),
    })
}

/// How many lines of so many characters a text takes, broken between words.
fn lines(text: &str, most: usize) -> usize {
    let (mut lines, mut used) = (1_usize, 0_usize);
    for word in text.split(' ') {
        let word = word.chars().count();
        let with_word = used.saturating_add(word).saturating_add(usize::from(used > 0));
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
