//! What the table changes: contributions and costs before and after, by year.

use super::work::{Paste, Ready};
use crate::ui::text::text_fn;
use crate::words::{self, Word};
use leptos::prelude::*;
use samplan::edit::YearSums;
use samplan::money::Decimal;

type Pair = (Option<Decimal>, Option<Decimal>);

/// The sums that change.
#[component]
pub fn Account(paste: Paste) -> impl IntoView {
    let context = paste.table.context;
    let changes = move || match paste.ready.get() {
        Ready::Go { changes, .. } => changes,
        _ => Vec::new(),
    };
    let figure = move |figure: Option<Decimal>| {
        figure.map_or_else(|| "–".to_owned(), |amount| words::kronor(context.language(), amount, context.unit()))
    };
    let line = move |changes: &[YearSums], word: Word, of: fn(&YearSums) -> &Pair| {
        let cells = changes.iter().map(|change| {
            let (before, after) = *of(change);
            let said = if before == after {
                figure(after)
            } else {
                words::paste::BeforeAfter { before: figure(before), after: figure(after) }.say(context.language())
            };
            view! { <td class:changed=before != after>{said}</td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{text_fn(word)}</th>{cells}</tr> }
    };
    move || {
        let changes = changes();
        (!changes.is_empty()).then(|| {
            let years =
                changes.iter().map(|change| view! { <th scope="col">{change.year.number()}</th> }).collect_view();
            view! {
                <div class="sheet-scroll" tabindex="0" role="region" aria-label=text_fn(words::paste::account)>
                    <table class="plain-table paste-account" data-test="paste-account">
                        <thead><tr><th scope="col">{text_fn(words::paste::account)}</th>{years}</tr></thead>
                        <tbody>
                            {line(&changes, words::category::contribution, |change| &change.contributions)}
                            {line(&changes, words::metric::cost, |change| &change.costs)}
                        </tbody>
                    </table>
                </div>
            }
        })
    }
}
