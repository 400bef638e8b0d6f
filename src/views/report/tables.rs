//! Tables by year on paper: what is, what it becomes and the difference; wide ones are divided into several, since paper
//! does not scroll.

use crate::words::{Language, label, report as text, unit_name};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Unit;

/// The most years beside each other.
const MOST: usize = 8;
/// How wide the columns of numbers may be together, in tenths of a pixel: the paper without the rows' names.
const ROOM: usize = 5_600;
/// How wide a character of a number is in the two sizes that a table comes in, and how wide a column's margins.
const SIZES: [Size; 2] =
    [Size { dense: false, character: 66, margins: 100 }, Size { dense: true, character: 61, margins: 70 }];

/// A size of numbers.
#[derive(Clone, Copy)]
struct Size {
    dense: bool,
    character: usize,
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
        let (most, dense) = self.fit();
        let count = self.years.len().div_ceil(most).max(1);
        // As even as can be, the first ones longer.
        let mut start: usize = 0;
        let parts = (0..count).map(|place| {
            let left = self.years.len().saturating_sub(start);
            let years = left.div_ceil(count.saturating_sub(place).max(1));
            let part = self.part(start, years, dense);
            start = start.saturating_add(years);
            part
        });
        parts.collect_view().into_any()
    }

    /// How many years fit beside each other, and whether the numbers are small for that.
    fn fit(&self) -> (usize, bool) {
        let figures = || self.rows.iter().filter(|row| !row.small).flat_map(|row| &row.years);
        let longest =
            |read: fn(&WrittenFigure) -> &str| figures().map(|one| read(one).chars().count()).max().unwrap_or_default();
        let now = longest(|one| &one.new);
        let (columns, characters): (usize, usize) = if self.compared {
            // The heads and the changes of shares take some room too.
            (3, longest(|one| &one.old).max(5).saturating_add(now).saturating_add(longest(|one| &one.change).max(8)))
        } else {
            (1, now.max(6))
        };
        let most = |size: Size| {
            let year = characters.saturating_mul(size.character).saturating_add(columns.saturating_mul(size.margins));
            ROOM.checked_div(year).unwrap_or(MOST).clamp(1, MOST)
        };
        let wanted = self.years.len().min(MOST);
        // Small numbers only where they save a table.
        let [large, small] = SIZES;
        let size = if most(large) < wanted && most(small) >= wanted { small } else { large };
        (most(size), size.dense)
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
