//! What follows from the answers so far, in the model's own figures.

use super::fields::form;
use crate::state::context;
use crate::ui::text::text_fn;
use crate::words::{self, new_plan as text};
use leptos::prelude::*;
use samplan::money::Decimal;
use samplan::outcome::Outcome;
use samplan::plan::Metric;

/// The first year's sums, and equity year by year.
const FIRST_YEAR: [Metric; 6] =
    [Metric::Contributions, Metric::Board, Metric::Administration, Metric::Audit, Metric::Activities, Metric::Result];

/// The plan so far.
#[component]
pub fn Preview() -> impl IntoView {
    let context = context();
    let form = form();
    let figures = move || form.outcome.get().filter(|_| form.is_touched());
    view! {
        <aside class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{text_fn(text::preview)}</h2>
            {move || match figures() {
                Some(outcome) => view! { <Figures outcome/> }.into_any(),
                None => view! { <p class="muted">{text::preview_empty(context.language())}</p> }.into_any(),
            }}
        </aside>
    }
}

#[component]
fn Figures(outcome: Outcome) -> impl IntoView {
    let context = context();
    let kr = move |amount: Decimal| words::kr(amount, context.unit());
    let horizon = outcome.projection.horizon;
    let sums = FIRST_YEAR.map(|metric| {
        let amount = outcome.projection.get(None, horizon.first, metric).unwrap_or_default();
        view! {
            <div class:result=metric == Metric::Result>
                <dt>{words::metric(context.language(), metric)}</dt>
                <dd class:negative=amount < Decimal::ZERO>{kr(amount)}</dd>
            </div>
        }
    });
    let equity = horizon.iter().zip(&outcome.projection.total).map(|(year, figures)| {
        let amount = figures.equity;
        view! { <div><dt>{year.to_string()}</dt><dd class:negative=amount < Decimal::ZERO>{kr(amount)}</dd></div> }
    });
    view! {
        <h3>{text::PreviewYear { year: horizon.first }.say(context.language())}</h3>
        <dl data-test="preview-sums">{sums.collect_view()}</dl>
        <h3>{words::metric::equity(context.language())}</h3>
        <dl data-test="preview-equity">{equity.collect_view()}</dl>
    }
}
