//! The verdict row: what a board asks of each scenario first, with the most and the least said in words.

use super::shown::{ComparisonShown, name};
use crate::components::finding_cards::{counted_alike, unchecked};
use crate::state::memo::memo;
use crate::words::{self, Language, compare as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::{ComparedFigure, Comparison, Extreme, by_party, extremes};
use samplan::money::Decimal;
use samplan::outcome::Outcome;
use samplan::plan::{Metric, Party};
use std::sync::Arc;

/// What a card says of a scenario.
#[derive(Clone, PartialEq)]
struct VerdictWords {
    name: String,
    equity: (ComparedFigure, Option<Extreme>),
    fte: (ComparedFigure, Option<Extreme>),
    places: (ComparedFigure, Option<Extreme>),
    contributions: (ComparedFigure, Option<Extreme>),
    lasts: (String, bool, Option<Extreme>),
    parties: Vec<(Option<Party>, ComparedFigure)>,
    remarks: ((usize, usize), Option<Extreme>),
    /// Remarks that only the plan can have, which rank nothing.
    alone: usize,
    /// Controls that could not be made.
    unchecked: usize,
}

/// One card a scenario.
pub fn verdict(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let cards = memo(move || shown.outcomes.with(|outcomes| verdicts(shown, outcomes)).unwrap_or_default());
    let title = move || {
        let year = shown.year.get().map(|year| year.to_string()).unwrap_or_default();
        text::VerdictTitle { year }.say(context.language())
    };
    let all = move || {
        let several = cards.with(|cards| cards.iter().any(|card| card.fte.0.new.is_some()));
        cards.get().into_iter().enumerate().map(|(place, card)| one(shown, place, &card, several)).collect_view()
    };
    view! {
        <section class="verdict" aria-labelledby="verdict-title" data-test="verdict">
            <h2 id="verdict-title" class="visually-hidden">{title}</h2>
            <ul class="verdict-row">{all}</ul>
        </section>
    }
    .into_any()
}

fn verdicts(shown: ComparisonShown, outcomes: &[Option<Arc<Outcome>>]) -> Option<Vec<VerdictWords>> {
    let context = shown.context;
    let language = context.language();
    let comparison: Arc<Comparison> = shown.comparison.get()?;
    let year: Year = shown.year.get()?;
    let association = shown.association.get();
    let of = |metric| comparison.ranked(association.as_ref(), year, metric);
    let (equity, fte, places) = (of(Metric::Equity), of(Metric::Fte), of(Metric::Places));
    let contributions = of(Metric::Contributions);
    let lasting = comparison.lasting(association.as_ref()).ok()?;
    let parties = by_party(&comparison.contributors(association.as_ref(), year).ok()?).ok()?;
    let remarks: Vec<((usize, usize), usize)> = outcomes
        .iter()
        .map(|outcome| outcome.as_ref().map(|outcome| counted_alike(outcome, association.as_ref())).unwrap_or_default())
        .collect();
    let marks = extremes(&remarks.iter().map(|(count, _)| Some(*count)).collect::<Vec<_>>());
    let mut cards = Vec::new();
    for (place, column) in comparison.columns.iter().enumerate() {
        let outcome = outcomes.get(place).and_then(Option::as_ref);
        let lasts = lasting.get(place)?;
        let told = outcome.map(|outcome| words::money_out(language, outcome, association.as_ref())).unwrap_or_default();
        let (count, alone) = remarks.get(place).copied().unwrap_or_default();
        cards.push(VerdictWords {
            name: name(context, column.scenario.as_ref()),
            equity: *equity.get(place)?,
            fte: *fte.get(place)?,
            places: *places.get(place)?,
            contributions: *contributions.get(place)?,
            lasts: (told, lasts.gone.is_empty(), lasts.mark),
            parties: parties.iter().filter_map(|one| Some((one.party, *one.cells.get(place)?))).collect(),
            remarks: (count, marks.get(place).copied().flatten()),
            alone,
            unchecked: outcome.map(|outcome| unchecked(outcome, association.as_ref())).unwrap_or_default(),
        });
    }
    Some(cards)
}

fn one(shown: ComparisonShown, place: usize, card: &VerdictWords, with_staff: bool) -> AnyView {
    let context = shown.context;
    let (language, unit) = (context.language(), context.unit());
    let figure = |metric: Metric, named: String, (cell, mark): &(ComparedFigure, Option<Extreme>)| {
        let new = cell.new;
        let negative = new.is_some_and(|new| new < Decimal::ZERO);
        let written = new.map_or_else(|| "–".to_owned(), |new| words::figure_cell(language, metric, new, unit));
        let change = cell.difference.filter(|change| place > 0 && !change.is_zero());
        let change = change.map(|change| words::figure_change(language, metric, change, unit));
        view! {
            <div data-test=format!("verdict-{metric:?}")>
                <dt>{named}</dt>
                <dd><span class="value" class:negative=negative>{written}</span>
                    <span class="change">{change}</span>{marked(language, *mark)}</dd>
            </div>
        }
        .into_any()
    };
    let money = format!("{}, {}", label::equity(language), words::unit_name(unit));
    let equity = figure(Metric::Equity, money, &card.equity);
    let staff = with_staff.then(|| {
        view! {
            {figure(Metric::Fte, words::metric(language, Metric::Fte).to_owned(), &card.fte)}
            {figure(Metric::Places, words::metric(language, Metric::Places).to_owned(), &card.places)}
        }
    });
    let (told, lasts, mark) = &card.lasts;
    let lasting = match mark {
        Some(Extreme::Most) => Some(text::lasts_longest(language)),
        Some(Extreme::Least) => Some(text::lasts_shortest(language)),
        None => None,
    };
    let parties = card.parties.iter().map(|(party, cell)| {
        let named = party.map_or_else(|| text::no_party(language), |party| words::party(language, party));
        let new = cell.new.unwrap_or_default();
        let changed = place > 0 && cell.differs();
        let change = cell.difference.filter(|_| changed).map(|change| {
            view! { " "<span class="change">{words::figure_change(language, Metric::Contributions, change, unit)}</span> }
        });
        view! { <span class="party" class:changed=changed>{named}" "<b>{words::kronor(language, new, unit)}</b>{change}</span> }
    });
    let ((errors, warnings), mark) = card.remarks;
    let remarks = words::remarks(language, errors, warnings, card.unchecked);
    let fewest = match mark {
        Some(Extreme::Most) => Some(text::most_remarks(language)),
        Some(Extreme::Least) => Some(text::fewest_remarks(language)),
        None => None,
    };
    let alone = (card.alone > 0).then(|| {
        let told = text::OfThePlanAlone { count: card.alone }.say(language);
        view! { <dd class="alone small muted" data-test="verdict-alone">{told}</dd> }
    });
    let (sum, sum_mark) = &card.contributions;
    let sum = sum.new.map(|sum| words::kr(sum, unit));
    view! {
        <li class="card verdict-card" data-test="verdict-card">
            <h3 class="in-two-lines" title=card.name.clone()>{card.name.clone()}</h3>
            <dl class="lead">{equity}{staff}</dl>
            <dl class="rest">
                <div data-test="verdict-lasts"><dt class="visually-hidden">{text::lasts(language)}</dt>
                    <dd class:negative=!*lasts>{told.clone()}{lasting.map(pill)}</dd></div>
                <div data-test="verdict-paid"><dt>{words::metric(language, Metric::Contributions)}</dt>
                    <dd>{sum}" "{marked(language, *sum_mark)}</dd>
                    <dd class="parties">{parties.collect_view()}</dd></div>
                <div data-test="verdict-remarks"><dt>{label::checks(language)}</dt>
                    <dd class:negative={errors > 0}>{remarks}{fewest.map(pill)}</dd>
                    {alone}</div>
            </dl>
        </li>
    }
    .into_any()
}

/// The most or the least, in words and with an arrow: colour says nothing of it.
fn marked(language: Language, mark: Option<Extreme>) -> Option<AnyView> {
    let (arrow, word) = match mark? {
        Extreme::Most => ("▲", text::highest(language)),
        Extreme::Least => ("▼", text::lowest(language)),
    };
    Some(view! { <span class="pill"><span aria-hidden="true">{arrow}</span>" "{word}</span> }.into_any())
}

fn pill(word: &'static str) -> AnyView {
    view! { " "<span class="pill">{word}</span> }.into_any()
}
