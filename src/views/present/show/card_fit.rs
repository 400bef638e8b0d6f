//! How large cards stand on a slide, and how many of them.

use super::space::{WIDTH, ems, lines, whole};

/// A card's name and text.
pub type Card<'t> = (&'t str, &'t str);

/// How cards stand on a slide: how large, and how many of them in each of two columns. Where the second has none the
/// first has the slide's width.
#[derive(Debug, PartialEq, Eq)]
pub struct CardFit {
    pub size: &'static str,
    pub columns: [usize; 2],
}

/// Whole cards in one column or two, read down the one and then the other, in as large letters as have room: all of them
/// where they have room, or else as many of the first as are read in the time that a slide is seen. Small letters come
/// before fewer cards; one always stands there.
pub fn cards(cards: &[Card], room: usize) -> CardFit {
    let room = room.saturating_sub(OVER_COUNTED);
    let all = cards.len();
    let counts = (1..=all.min(MOST)).rev().filter(|count| *count == all || *count <= FIRST);
    let ways = counts.flat_map(|count| SIZES.iter().map(move |size| (count, size)));
    let mut fitting = ways.filter_map(|(count, size)| {
        // A line below counts the others.
        let room = if count == all { room } else { room.saturating_sub(COUNTED) };
        let shown = cards.get(..count)?;
        let parted = (1..=count).rev().filter_map(|first| {
            let (left, right) = shown.split_at_checked(first)?;
            let width = if right.is_empty() { WIDTH } else { WIDTH.saturating_sub(BETWEEN_COLUMNS) / 2 };
            let height = size.column(left, width)?.max(size.column(right, width)?);
            Some((height, [left.len(), right.len()]))
        });
        let (height, columns) = parted.min_by_key(|(height, _)| *height)?;
        (height <= room).then_some(CardFit { size: size.class, columns })
    });
    fitting.next().unwrap_or(CardFit { size: "small", columns: [all.min(1), 0] })
}

/// The most cards of a slide where all have room, and where not.
const MOST: usize = 6;
const FIRST: usize = 4;
/// What is over the line that counts the others, also where it is not there, and that line.
const OVER_COUNTED: usize = 16;
const COUNTED: usize = 38;
const BETWEEN_COLUMNS: usize = 28;
const BETWEEN_CARDS: usize = 24;
/// What stands beside a card's words.
const BESIDE: usize = 78;

/// The letters of cards: their size in tenths of a pixel, and the height of a line; and of what stands around them.
struct CardSize {
    class: &'static str,
    name: (usize, usize),
    text: (usize, usize),
    around: usize,
}

/// As `style/show_slides.css` has them.
const SIZES: [CardSize; 5] = [
    CardSize { class: "largest", name: (560, 67), text: (440, 57), around: 116 },
    CardSize { class: "larger", name: (460, 55), text: (360, 47), around: 104 },
    CardSize { class: "large", name: (410, 49), text: (320, 41), around: 99 },
    CardSize { class: "medium", name: (360, 43), text: (280, 36), around: 92 },
    CardSize { class: SMALL, name: (300, 36), text: (245, 31), around: 76 },
];
const SMALL: &str = "small";

impl CardSize {
    /// The height of cards under each other; nothing where a word would be broken that smaller letters keep whole.
    fn column(&self, cards: &[Card], width: usize) -> Option<usize> {
        let width = width.saturating_sub(BESIDE);
        let mut sum = 0_usize;
        for (name, text) in cards {
            let mut height = self.around;
            for (told, (size, line)) in [(name, self.name), (text, self.text)] {
                let most = ems(width, size);
                if self.class != SMALL && !whole(told, most) {
                    return None;
                }
                height = height.saturating_add(lines(told, most).saturating_mul(line));
            }
            let between = if sum > 0 { BETWEEN_CARDS } else { 0 };
            sum = sum.saturating_add(between).saturating_add(height);
        }
        Some(sum)
    }
}
