//! What we get in the year, scenario by scenario: cost per participant, coordinator and place. Nothing is ranked.

use super::other;
use super::shown::{ComparisonShown, name};
use crate::components::gains::group_name;
use crate::ui::text::text_fn;
use crate::words::{self, gains as text};
use leptos::prelude::*;
use samplan::explore::{CapacityGain, GainGroup, capacity_gain, gains};
use samplan::money::{Decimal, Unit};
use samplan::plan::Approach;

/// The ratios beside each other.
pub fn side_by_side(shown: ComparisonShown) -> AnyView {
    let context = shown.context;
    let body = move || {
        let year = shown.year.get()?;
        let language = context.language();
        let association = shown.association.get();
        let outcomes = shown.outcomes.get();
        let found: Vec<(Vec<GainGroup>, Option<CapacityGain>)> = outcomes
            .iter()
            .zip(shown.chosen.get())
            .map(|(outcome, id)| {
                let (outcome, (plan, _)) = (outcome.as_ref()?, other::owner(context, id.as_ref())?);
                let here = association.clone().filter(|id| outcome.budget.association(id).is_some());
                let groups = gains(&plan, &outcome.budget, here.as_ref(), year).ok()?;
                Some((groups, capacity_gain(&outcome.projection, here.as_ref(), year).ok()?))
            })
            .map(Option::unwrap_or_default)
            .collect();
        let each =
            |amount: Option<Decimal>| amount.map_or_else(|| "–".to_owned(), |amount| words::kr(amount, Unit::Kronor));
        let mut rows: Vec<(String, Vec<String>)> = Vec::new();
        for approach in [Some(Approach::Base), Some(Approach::Process), Some(Approach::Structure), None] {
            let of = |groups: &Vec<GainGroup>| {
                let group = groups.iter().find(|group| group.approach == approach)?;
                Some((group.participants?, group.per_participant))
            };
            if found.iter().any(|(groups, _)| of(groups).is_some()) {
                let named = text::PerParticipant { approach: group_name(language, approach) }.say(language);
                let cells = found.iter().map(|(groups, _)| {
                    of(groups).map_or_else(
                        || "–".to_owned(),
                        |(count, amount)| format!("{} ({})", each(amount), text::Participants { count }.say(language)),
                    )
                });
                rows.push((named, cells.collect()));
            }
        }
        if found.iter().any(|(_, capacity)| capacity.is_some()) {
            let cells = |read: fn(&CapacityGain) -> Option<Decimal>| -> Vec<String> {
                found.iter().map(|(_, capacity)| each(capacity.as_ref().and_then(read))).collect()
            };
            rows.push((text::per_fte(language).to_owned(), cells(|one| one.per_fte)));
            rows.push((text::per_place(language).to_owned(), cells(|one| one.per_place)));
        }
        if rows.is_empty() {
            return Some(view! { <p class="muted">{text::None { year }.say(language)}</p> }.into_any());
        }
        let heads = shown.chosen.get().into_iter().map(|id| {
            view! { <th scope="col">{name(context, id.as_ref())}</th> }
        });
        let rows = rows.into_iter().map(|(named, cells)| {
            let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
            view! { <tr><th scope="row">{named}</th>{cells}</tr> }
        });
        Some(
            view! {
                <table class="plain-table differs" data-test="compare-gains">
                    <thead><tr><th scope="col">{text::what(language)}</th>{heads.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
            .into_any(),
        )
    };
    view! {
        <section class="card compare-card" aria-labelledby="gains-title">
            <h2 id="gains-title">{text_fn(text::title)}</h2>
            <p class="small muted">{text_fn(text::silent)}</p>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="gains-title">{body}</div>
        </section>
    }
    .into_any()
}
