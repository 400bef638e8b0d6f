//! The whole year: pace so far and needed, their ratio and what it says, and where the year ends at this pace.

use super::check::ForecastCheck;
use crate::components::finding_cards;
use crate::words::{self, forecast as text};
use leptos::prelude::*;
use samplan::finding::RuleCode;
use samplan::money::Decimal;
use samplan::projection::{Forecast, PaceVerdict};

/// The figures.
pub fn figures(check: ForecastCheck) -> AnyView {
    let shown = move || check.found.get().map(|found| drawn(check, &found));
    shown.into_any()
}

fn drawn(check: ForecastCheck, found: &Forecast) -> AnyView {
    let context = check.shown.context;
    let (language, unit) = (context.language(), context.unit());
    let month = |amount: Option<Decimal>| amount.map_or_else(|| "–".to_owned(), |amount| words::kr(amount, unit));
    let kr = |amount: Decimal| words::kr(amount, unit);
    let ratio = found.cost.ratio.map_or_else(|| "–".to_owned(), |ratio| words::count(language, ratio, 1));
    let figure = |test: &'static str, name: &'static str, value: String, under_zero: bool| {
        view! { <div class="kpi" data-test=test><dt>{name}</dt><dd class:negative=under_zero>{value}</dd></div> }
    };
    let through = words::month(language, found.through);
    view! {
        <section class="card explore-card" aria-labelledby="pace-title" data-test="forecast-figures">
            <h3 id="pace-title">{text::PaceTo { month: through }.say(language)}</h3>
            <dl class="kpi-row">
                {figure("so-far", text::so_far(language), month(found.cost.so_far_monthly), false)}
                {figure("needed", text::needed(language), month(found.cost.needed_monthly), false)}
                {figure("ratio", text::ratio(language), ratio, false)}
                {figure("linear-result", text::linear_result(language), kr(found.linear_result), found.linear_result < Decimal::ZERO)}
                {figure("linear-equity", text::linear_equity(language), kr(found.linear_equity), found.linear_equity < Decimal::ZERO)}
                {figure("planned-equity", text::planned_equity(language), kr(found.planned_equity), found.planned_equity < Decimal::ZERO)}
            </dl>
            <div data-test="forecast-verdict">{verdict(check, found)}</div>
        </section>
    }
    .into_any()
}

/// The finding in its own words, or that nothing was found.
fn verdict(check: ForecastCheck, found: &Forecast) -> AnyView {
    let context = check.shown.context;
    let language = context.language();
    match found.verdict {
        None => view! { <p class="muted">{text::no_verdict(language)}</p> }.into_any(),
        Some(PaceVerdict::Believable) => view! { <p class="passed">{text::believable(language)}</p> }.into_any(),
        Some(_) => {
            let outcome = context.outcome.get();
            let finding = outcome.as_ref().and_then(|outcome| {
                let mut all = outcome.report.findings.iter();
                let here = check.shown.one.get();
                all.find(|one| one.code() == RuleCode::ForecastPace && one.association == here).cloned()
            });
            let groups = finding_cards::group(finding.into_iter().collect());
            let card = |group| finding_cards::card(context, outcome.as_deref(), group, None);
            groups.iter().map(card).collect_view().into_any()
        }
    }
}
