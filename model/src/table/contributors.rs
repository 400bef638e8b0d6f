//! Whether the head over the names says that they are of those who pay (*Kommun*, *Finansiär*): bare names of
//! municipalities are then contributions, and no costs.

use super::layout::{Grid, Layout};
use super::spelling;

/// Words over names of those who pay.
const PAYERS: [&str; 13] = [
    "kommun",
    "kommuner",
    "medlem",
    "medlemmar",
    "medlemskommun",
    "finansiär",
    "finansiärer",
    "huvudman",
    "huvudmän",
    "part",
    "parter",
    "bidragsgivare",
    "member",
];

/// Whether a header row stands over names of those who pay. What is spent on them or by them is said by another word.
pub(super) fn heads(grid: &Grid, layout: &Layout, row: usize) -> bool {
    let Some(names) = layout.names else { return false };
    let own = spelling::plain_words(grid.text(row, names));
    let over_payers =
        layout.headers.contains(&row) && matches!(own.as_slice(), [only] if PAYERS.contains(&only.as_str()));
    let titles = (0..layout.body).map(|row| grid.text(row, names));
    let mut said = layout.headings.iter().map(String::as_str).chain(titles);
    over_payers && !said.any(is_of_costs)
}

/// Whether a head or title speaks of what is spent.
fn is_of_costs(text: &str) -> bool {
    let text = text.to_lowercase().replace("medlemsinsats", "");
    ["kostnad", "utgift", "förbruk", "utbetal", "insats"].iter().any(|word| text.contains(word))
}
