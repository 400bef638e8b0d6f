//! Amounts by year: the given ones as fields, and beside each how the year is counted.

use super::lens::LineLens;
use crate::state::memo::memo;
use crate::ui::field::{NumberField, NumberKind};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::text_fn;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::budget::AmountOrigin;
use samplan::calendar::Year;
use samplan::edit::LineEdit;
use samplan::money::Decimal;

/// A year's amount in the budget and where it comes from; nothing for a year that the plan does not show.
fn counted(lens: LineLens, year: Year) -> Option<(Decimal, AmountOrigin)> {
    lens.with_row(|row, horizon| {
        let place = horizon.position(year)?;
        Some((*row.amounts.get(place)?, *row.origins.get(place)?))
    })?
}

/// The fields for amounts given year by year.
#[component]
pub fn GivenAmounts(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let years = lens.years(|line| line.schedule.given().keys().copied().collect());
    let language = move || context.language();
    view! {
        <table class="by-year" data-test="given-amounts">
            <thead>
                <tr>
                    <th scope="col">{move || label::year(language())}</th>
                    <th scope="col">{move || label::amount(language())}</th>
                    <th scope="col">{move || words::line_panel::origin(language())}</th>
                </tr>
            </thead>
            <tbody>
                {keyed_list(move || years.get(), move |year| {
                    let given = lens.part(move |line| line.schedule.given().get(&year).copied());
                    let label = Signal::derive(move || words::line_panel::AmountIn { year }.say(language()));
                    view! {
                        <tr>
                            <th scope="row">{year.to_string()}</th>
                            <td>
                                <NumberField label=label hide_label=true value=given kind=NumberKind::Money
                                    on_change=move |amount| {
                                        lens.commit(LineEdit::Amount { line: lens.id(), year, amount })
                                    }/>
                            </td>
                            <td class="origin" class:warning=move || is_gap(lens, year)>
                                {move || origin(lens, year)}
                            </td>
                        </tr>
                    }
                })}
            </tbody>
        </table>
    }
}

fn is_gap(lens: LineLens, year: Year) -> bool {
    matches!(counted(lens, year), Some((_, AmountOrigin::Gap)))
}

fn origin(lens: LineLens, year: Year) -> String {
    let (language, unit) = (lens.context.language(), lens.context.unit());
    match counted(lens, year) {
        None => label::outside(language).to_owned(),
        Some((_, AmountOrigin::Given)) => words::budget::given(language).to_owned(),
        Some((_, AmountOrigin::Before)) => words::line_panel::before(language).to_owned(),
        Some((_, AmountOrigin::Gap)) => words::line_panel::gap(language).to_owned(),
        Some((amount, _)) => words::line_panel::Continues { amount: words::kr(amount, unit) }.say(language),
    }
}

/// What a level gives year by year.
#[component]
pub fn Amounts(lens: LineLens) -> impl IntoView {
    let context = lens.context;
    let horizon = lens.horizon();
    let years = memo(move || horizon.get().iter().collect::<Vec<Year>>());
    let amount = move |year| counted(lens, year).map(|(amount, _)| words::kr(amount, context.unit()));
    view! {
        <div class="gives">
            <h4>{text_fn(label::this_gives)}</h4>
            <dl data-test="counted-amounts">
                {keyed_list(move || years.get(), move |year| view! {
                    <div><dt>{year.to_string()}</dt><dd class="number">{move || amount(year)}</dd></div>
                })}
            </dl>
        </div>
    }
}
