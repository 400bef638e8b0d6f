//! Tables by year on paper: what is, what it becomes and the difference; wide ones are divided into several, since paper
//! does not scroll.

use crate::words::{Language, label, report as text, unit_name};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Unit;

/// The most years beside each other.
const MOST: usize = 8;
/// How many letters the longest word of the rows' names has where numbers have all their room.
const USUAL_WORD: usize = 20;
/// The two sizes that a table comes in, in tenths of a pixel.
const LARGE: Size = Size { dense: false, room: 5_600, character: 70, margins: 100 };
const SMALL: Size = Size { dense: true, room: 5_570, character: 61, margins: 60 };

/// A size of numbers.
#[derive(Clone, Copy)]
struct Size {
    dense: bool,
    /// How wide the columns of numbers may be together: the paper without the rows' names.
    room: usize,
    /// How wide a character of a number is.
    character: usize,
    /// How wide a column's margins are.
    margins: usize,
}

/// A row of a table.
pub struct TableRow {
    /// What it is.
    pub name: String,
    /// Whether it is a sum.
    pub strong: bool,
    /// Whether its differences are longer than numbers are.
    pub small: bool,
    /// By year.
    pub years: Vec<WrittenFigure>,
}

/// A figure of a row, written.
pub struct WrittenFigure {
    /// In the base.
    pub old: String,
    /// On the page.
    pub new: String,
    /// The difference; empty where there is none.
    pub change: String,
    /// Whether it goes under zero.
    pub negative: bool,
}

/// A table of figures by year.
pub struct ByYear<'a> {
    pub language: Language,
    pub unit: Unit,
    /// What it shows, for those who do not see it.
    pub caption: &'a str,
    pub years: &'a [Year],
    pub rows: &'a [TableRow],
    /// Whether what is and the difference stand beside what it becomes; without them a figure is only what it is on the
    /// page.
    pub compared: bool,
}

impl ByYear<'_> {
    /// The table, or as many as the paper's width takes, with about as many years in each.
    pub fn show(&self) -> AnyView {
        let widths: Vec<YearWidth> = (0..self.years.len()).map(|place| self.year(place)).collect();
        let (large, small) = (divided(self.beside_names(LARGE), &widths), divided(self.beside_names(SMALL), &widths));
        // Small numbers only where they save a table.
        let (size, parts) = if small.len() < large.len() { (SMALL, small) } else { (LARGE, large) };
        let parts = parts.into_iter().map(|(start, years)| self.part(start, years, size.dense));
        parts.collect_view().into_any()
    }

    /// The size with what the rows' names leave: a word is not parted on paper, so a long one takes from the numbers.
    fn beside_names(&self, size: Size) -> Size {
        let words = self.rows.iter().flat_map(|row| row.name.split([' ', '-', '–', '/']));
        let longest = words.map(|word| word.chars().count()).max().unwrap_or_default();
        let taken = longest.saturating_sub(USUAL_WORD).saturating_mul(size.character);
        Size { room: size.room.saturating_sub(taken), ..size }
    }

    /// What the columns of a year have in them.
    fn year(&self, place: usize) -> YearWidth {
        let figures = || self.rows.iter().filter(|row| !row.small).filter_map(|row| row.years.get(place));
        let longest =
            |read: fn(&WrittenFigure) -> &str| figures().map(|one| read(one).chars().count()).max().unwrap_or_default();
        let now = longest(|one| &one.new);
        if !self.compared {
            return YearWidth { columns: 1, characters: now.max(6) };
        }
        // The heads take some room too.
        let head = label::difference(self.language).chars().count();
        let (old, change) = (longest(|one| &one.old).max(5), longest(|one| &one.change).max(head));
        YearWidth { columns: 3, characters: old.saturating_add(now).saturating_add(change) }
    }

    fn part(&self, start: usize, most: usize, dense: bool) -> AnyView {
        let ByYear { language, unit, caption, years, rows, compared } = *self;
        let shown = || years.iter().skip(start).take(most);
        let span = if compared { "3" } else { "1" };
        let heads = shown().map(|year| {
            let scope = if compared { "colgroup" } else { "col" };
            view! { <th scope=scope colspan=span class:year=compared>{year.to_string()}</th> }
        });
        let second = compared.then(|| {
            let three = shown().map(|_| {
                view! {
                    <th scope="col" class="year">{text::before(language)}</th>
                    <th scope="col">{text::after(language)}</th>
                    <th scope="col">{label::difference(language)}</th>
                }
            });
            view! { <tr>{three.collect_view()}</tr> }
        });
        let body = rows.iter().map(|row| {
            let cells = row.years.iter().skip(start).take(most).map(|figure| cell(figure, compared));
            view! {
                <tr class:strong=row.strong class:small=row.small>
                    <th scope="row">{row.name.clone()}</th>{cells.collect_view()}
                </tr>
            }
        });
        let rowspan = if compared { "2" } else { "1" };
        let class = if dense { "paper-table dense" } else { "paper-table" };
        let told = match (shown().next(), shown().next_back()) {
            (Some(first), Some(last)) if first != last => format!("{caption}, {first}–{last}"),
            (Some(first), _) => format!("{caption}, {first}"),
            _ => caption.to_owned(),
        };
        let label = told.clone();
        view! {
            <div class="wide" tabindex="0" role="region" aria-label=label>
                <table class=class>
                    <caption class="visually-hidden">{told}</caption>
                    <thead>
                        <tr>
                            <th scope="col" rowspan=rowspan class="corner">{unit_name(unit)}</th>
                            {heads.collect_view()}
                        </tr>
                        {second}
                    </thead>
                    <tbody>{body.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}

/// The columns of a year, and the characters in them where they are longest.
#[derive(Clone, Copy)]
struct YearWidth {
    columns: usize,
    characters: usize,
}

impl YearWidth {
    fn at(self, size: Size) -> usize {
        let margins = self.columns.saturating_mul(size.margins);
        self.characters.saturating_mul(size.character).saturating_add(margins)
    }
}

/// Where each table begins and how many years it has: as few tables as the paper takes, as even as can be, the first
/// ones longer.
fn divided(size: Size, years: &[YearWidth]) -> Vec<(usize, usize)> {
    let fits = |(start, count): &(usize, usize)| {
        let part = years.iter().skip(*start).take(*count);
        let width = part.fold(0_usize, |sum, year| sum.saturating_add(year.at(size)));
        *count <= MOST && (*count <= 1 || width <= size.room)
    };
    let even = |count: usize| -> Vec<(usize, usize)> {
        let mut start: usize = 0;
        let parts = (0..count).map(|place| {
            let left = years.len().saturating_sub(start);
            let taken = left.div_ceil(count.saturating_sub(place).max(1));
            let part = (start, taken);
            start = start.saturating_add(taken);
            part
        });
        parts.collect()
    };
    (1..=years.len()).map(even).find(|parts| parts.iter().all(fits)).unwrap_or_else(|| even(1))
}

fn cell(figure: &WrittenFigure, compared: bool) -> AnyView {
    let WrittenFigure { old, new, change, negative } = figure;
    let (old, new, change) = (old.clone(), new.clone(), change.clone());
    let now = if *negative { "now negative" } else { "now" };
    if compared {
        let class = if change.is_empty() { "change" } else { "change changed" };
        let change = if change.is_empty() { "0".to_owned() } else { change };
        view! { <td class="was year">{old}</td><td class=now>{new}</td><td class=class>{change}</td> }.into_any()
    } else {
        view! { <td class=now>{new}</td> }.into_any()
    }
}
