//! The accounts line by line beside the plan.

use super::check::ForecastCheck;
use crate::state::memo::memo;
use crate::ui::field::NumberKind;
use crate::ui::form::{self, OnChange};
use crate::ui::text::text_fn;
use crate::words::{self, forecast as text, label};
use leptos::prelude::*;
use samplan::money::Decimal;
use samplan::plan::Id;
use samplan::projection::LineForecast;

/// The table. Its rows stay while figures change, so that the field with the focus keeps it.
pub fn lines(check: ForecastCheck) -> AnyView {
    let ids = move |income: bool| {
        memo(move || {
            let found = check.found.get();
            let lines = found.map_or_else(Vec::new, |found| found.lines.clone());
            let wanted = lines.into_iter().filter(|line| line.category.is_income() == income);
            wanted.map(|line| line.line).collect::<Vec<Id>>()
        })
    };
    let group = move |name: words::Word, income: bool| {
        let ids = ids(income);
        view! {
            <tbody>
                <tr class="group"><th scope="rowgroup" colspan="7">{text_fn(name)}</th></tr>
                <For each=move || ids.get() key=Id::clone children=move |id| row(check, id)/>
            </tbody>
        }
    };
    view! {
        <section class="card explore-card" aria-labelledby="accounts-lines-title">
            <h3 id="accounts-lines-title">{text_fn(label::line_by_line)}</h3>
            <p class="small muted">{text_fn(text::by_line_what)}</p>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="accounts-lines-title">
                <table class="plain-table accounts" data-test="forecast-lines">
                    <thead><tr>
                        <th scope="col">{text_fn(label::line)}</th>
                        <th scope="col">{text_fn(text::planned)}</th>
                        <th scope="col">{text_fn(label::accounts)}</th>
                        <th scope="col">{text_fn(text::so_far)}</th>
                        <th scope="col">{text_fn(text::needed)}</th>
                        <th scope="col">{text_fn(text::ratio)}</th>
                        <th scope="col">{text_fn(text::linear)}</th>
                    </tr></thead>
                    {group(text::costs, false)}
                    {group(text::income, true)}
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(check: ForecastCheck, id: Id) -> AnyView {
    let context = check.shown.context;
    let id = StoredValue::new(id);
    let line = move || {
        let found = check.found.get()?;
        found.lines.iter().find(|line| id.with_value(|id| line.line == *id)).cloned()
    };
    let name = Signal::derive(move || {
        let found = check.shown.association(|_, one| id.with_value(|id| words::line_of(one, id)));
        found.flatten().unwrap_or_default()
    });
    let label = Signal::derive(move || text::ActualOf { line: name.get() }.say(context.language()));
    let value =
        Signal::derive(move || check.actuals().and_then(|actuals| id.with_value(|id| actuals.lines.get(id).copied())));
    let take = OnChange::new(move |amount: Option<Decimal>| {
        check.change(&|actuals| {
            match amount {
                Some(amount) => actuals.lines.insert(id.get_value(), amount),
                None => actuals.lines.remove(&id.get_value()),
            };
        })
    });
    // Income is agreed and has no pace of its own to hold it to.
    let cell = move |read: fn(&LineForecast) -> Option<Decimal>| {
        Signal::derive(move || {
            let amount = line().as_ref().and_then(read);
            amount.map_or_else(|| "–".to_owned(), |amount| words::kronor(context.language(), amount, context.unit()))
        })
    };
    let paced = |line: &LineForecast| line.is_known && !line.category.is_income();
    let ratio = Signal::derive(move || {
        let ratio = line().filter(paced).and_then(|line| line.pace.ratio);
        ratio.map_or_else(|| "–".to_owned(), |ratio| words::count(context.language(), ratio, 1))
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{cell(|line| Some(line.pace.planned))}</td>
            <td class="entry-cell"><span class="hidden-label">{form::number(label, NumberKind::Money, value, take)}</span></td>
            <td>{cell(|line| line.pace.so_far_monthly.filter(|_| line.is_known))}</td>
            <td>{cell(|line| line.pace.needed_monthly.filter(|_| line.is_known && !line.category.is_income()))}</td>
            <td>{ratio}</td>
            <td>{cell(|line| Some(line.linear))}</td>
        </tr>
    }
    .into_any()
}
