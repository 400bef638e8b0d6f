//! Tables by year on paper: what is, what it becomes and the difference; wide ones are divided into several, since paper
//! does not scroll.

use crate::app::words::{Language, report as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::money::Unit;

/// The most years beside each other, with differences and without.
const MOST_COMPARED: usize = 3;
const MOST: usize = 8;

/// A row of a table.
pub struct Row {
    /// What it is.
    pub name: String,
    /// Whether it is a sum.
    pub strong: bool,
    /// Whether its differences are longer than numbers are.
    pub small: bool,
    /// By year.
    pub years: Vec<Figure>,
}

/// A figure of a row, written.
pub struct Figure {
    /// In the base.
    pub old: String,
    /// On the page.
    pub new: String,
    /// The difference; empty where there is none.
    pub change: String,
    /// Whether it goes under zero.
    pub negative: bool,
}

/// The tables. Without differences a figure is only what it is on the page.
pub fn by_year(language: Language, unit: Unit, caption: &str, years: &[Year], rows: &[Row], compared: bool) -> AnyView {
    let most = if compared { MOST_COMPARED } else { MOST };
    let starts = (0..years.len()).step_by(most);
    let tables = starts.map(|start| part(language, unit, caption, years, rows, compared, start, most));
    tables.collect_view().into_any()
}

#[allow(clippy::too_many_arguments)]
fn part(
    language: Language,
    unit: Unit,
    caption: &str,
    years: &[Year],
    rows: &[Row],
    compared: bool,
    start: usize,
    most: usize,
) -> AnyView {
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
                <th scope="col">{text::change(language)}</th>
            }
        });
        view! { <tr>{three.collect_view()}</tr> }
    });
    let body = rows.iter().map(|row| {
        let cells = row.years.iter().skip(start).take(most).map(|figure| cell(figure, compared));
        view! { <tr class:strong=row.strong class:small=row.small><th scope="row">{row.name.clone()}</th>{cells.collect_view()}</tr> }
    });
    let (unit_name, rowspan) = (unit_name(unit), if compared { "2" } else { "1" });
    let class = if unit == Unit::Kronor && compared { "paper-table dense" } else { "paper-table" };
    let span_of_years = match (shown().next(), shown().next_back()) {
        (Some(first), Some(last)) if first != last => format!("{caption}, {first}–{last}"),
        (Some(first), _) => format!("{caption}, {first}"),
        _ => caption.to_owned(),
    };
    let label = span_of_years.clone();
    view! {
        <div class="wide" tabindex="0" role="region" aria-label=label>
            <table class=class>
                <caption class="visually-hidden">{span_of_years}</caption>
                <thead>
                    <tr><th scope="col" rowspan=rowspan class="corner">{unit_name}</th>{heads.collect_view()}</tr>
                    {second}
                </thead>
                <tbody>{body.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(figure: &Figure, compared: bool) -> AnyView {
    let Figure { old, new, change, negative } = figure;
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

/// What the unit is called.
pub fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Kronor => "kr",
        Unit::Thousands => "tkr",
    }
}
