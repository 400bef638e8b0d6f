//! What differs, part by part, with the kronor that it is about, and a button that takes a part over.

use crate::commands::edit::commit_or_warn;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::form::click;
use crate::ui::text::say;
use crate::words::{self, label, meet as text};
use leptos::prelude::*;
use samplan::edit::{Edit, MeetEdit};
use samplan::meet::{self, AssociationField, AssociationPart, Difference, Part, PlanField, PlanList, Presence};
use samplan::money;
use samplan::plan::{Metric, Plan};
use std::sync::Arc;

/// Both plans as they are now.
fn pair(context: Context) -> Option<(Arc<Plan>, Arc<Plan>)> {
    Some((context.plan()?, context.other.get()?.plan))
}

/// The parts that differ.
pub fn differences(context: Context) -> AnyView {
    let found = memo(move || pair(context).map(|(mine, theirs)| meet::differences(&mine, &theirs)).unwrap_or_default());
    let sentence = move || {
        let count = found.with(Vec::len);
        if count == 0 {
            text::equal(context.language()).to_owned()
        } else {
            text::Count { count }.say(context.language())
        }
    };
    let all = move || {
        let parts: Vec<Part> = found.with_untracked(|found| found.iter().map(|one| one.part.clone()).collect());
        take_over(context, parts);
    };
    let rows = move || found.get().into_iter().map(|one| row(context, one)).collect_view();
    view! {
        <section class="card" aria-labelledby="meet-differs" data-test="differences">
            <header class="meet-head">
                <div>
                    <h2 id="meet-differs" tabindex="-1">{say(words::label::what_differs)}</h2>
                    <p class="muted" role="status" data-test="count">{sentence}</p>
                </div>
                {move || found.with(|found| found.len() > 1).then(|| view! {
                    <button type="button" on:click=click(all)>{say(text::take_all)}</button>
                })}
            </header>
            {move || found.with(|found| !found.is_empty()).then(|| view! {
                <div class="scroll">
                    <table class="figures meet-table">
                        <thead><tr>
                            <th scope="col">{say(text::part)}</th>
                            <th scope="col">{say(label::difference)}</th>
                            <th scope="col" class="end">{say(text::kronor)}</th>
                            <td></td>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            })}
        </section>
    }
    .into_any()
}

fn row(context: Context, one: Difference) -> AnyView {
    let language = context.language();
    let name = words::meet_part(language, &one);
    let how = match one.presence {
        Presence::OnlyMine => text::only_mine(language).to_owned(),
        Presence::OnlyTheirs => text::only_theirs(language).to_owned(),
        Presence::Both if one.fields.is_empty() => values(context, &one).map_or_else(
            || text::differs(language).to_owned(),
            |(mine, theirs)| text::Values { mine, theirs }.say(language),
        ),
        Presence::Both => words::meet_fields(language, &one.fields),
    };
    let unit = context.unit();
    let amount = |amount: Option<money::Decimal>| match amount {
        Some(amount) => words::kr(amount, unit),
        None => text::none(language).to_owned(),
    };
    let amounts = one.amounts.iter().map(|row| {
        let told = text::YearAmounts { year: row.year, mine: amount(row.mine), theirs: amount(row.theirs) };
        view! { <li>{told.say(language)}</li> }
    });
    // A line's amounts are its own; a scenario and an association are told by a figure, which is named.
    let figure = match &one.part {
        Part::Listed(PlanList::Scenario, _) => Some(Metric::Equity),
        Part::Listed(PlanList::Association, _) => Some(Metric::Result),
        Part::Listed(..) | Part::Plan(_) | Part::Order(_) | Part::Association(..) => None,
    };
    let figure = figure.filter(|_| !one.amounts.is_empty()).map(|metric| words::metric(language, metric));
    let label = text::TakePart { part: &name }.say(language);
    let part = one.part.clone();
    let take = move || {
        let Some((mine, theirs)) = untrack(|| pair(context)) else { return };
        // A line brings the member that pays it: without it the plan would not be whole.
        let needed = meet::with_what_it_needs(&mine, &theirs, &part).unwrap_or_else(|_| vec![part.clone()]);
        if take_over(context, needed.clone()) && needed.len() > 1 {
            let also = text::AlsoTaken { count: needed.len().saturating_sub(1) };
            context.notices.say(also.say(context.settings.with_untracked(|settings| settings.language)));
        }
    };
    view! {
        <tr data-test="difference">
            <th scope="row">{name}</th>
            <td>{how}</td>
            <td class="end">
                {figure.map(|name| view! { <span class="muted small">{name}</span> })}
                <ul>{amounts.collect_view()}</ul>
            </td>
            <td class="end"><button type="button" aria-label=label on:click=click(take)>{text::take(language)}</button></td>
        </tr>
    }
    .into_any()
}

/// What stands in each plan, of parts that are short enough to be read.
fn values(context: Context, one: &Difference) -> Option<(String, String)> {
    match &one.part {
        Part::Plan(PlanField::Name) | Part::Association(_, AssociationPart::Field(AssociationField::Name)) => {
            Some((one.mine.clone()?, one.theirs.clone()?))
        }
        Part::Plan(PlanField::Years) => {
            let (mine, theirs) = untrack(|| pair(context))?;
            let years = |plan: &Plan| words::years(context.language(), plan.horizon());
            Some((years(&mine), years(&theirs)))
        }
        Part::Plan(_) | Part::Listed(..) | Part::Order(_) | Part::Association(..) => None,
    }
}

fn take_over(context: Context, parts: Vec<Part>) -> bool {
    let Some((_, theirs)) = untrack(|| pair(context)) else { return false };
    let taken = commit_or_warn(context, Edit::Meet(MeetEdit::TakeOver { theirs, parts }));
    // The row that had the focus goes away.
    crate::ui::text::focus_later("meet-differs");
    taken
}
