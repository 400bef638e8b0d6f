//! Making a scenario the plan is asked about first: what becomes of the figures, and what is kept of the scenario.

use super::lever_names::lever_address;
use super::titles::step_title;
use crate::commands::scenario::commit_with_way_back;
use crate::components::when::iso_today;
use crate::state::Context;
use crate::ui::dialog::Dialog;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, label, scenario as text};
use leptos::prelude::*;
use samplan::budget::Generated;
use samplan::edit::{MadeNames, ScenarioEdit, ranges_lost};
use samplan::plan::{Id, Plan};

/// The question; open while a scenario is asked for.
pub fn dialog(context: Context, asked: RwSignal<Option<Id>>) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(asked.with(Option::is_some)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            asked.set(None);
        }
        now
    });
    let named = move || {
        let id = asked.get()?;
        let plan = context.plan()?;
        plan.scenario_by_id(&id).map(|one| words::scenario_name(&plan, one))
    };
    let title = Signal::derive(move || {
        named().map_or_else(String::new, |name| text::PromoteAsk { name }.say(context.language()))
    });
    let body = move || {
        let language = context.language();
        let own = asked.get().and_then(|id| {
            let plan = context.plan()?;
            let one = plan.scenario_by_id(&id)?;
            Some((one.question.is_empty() && one.proposal.is_empty(), !one.slides.is_empty() || !one.report.is_empty()))
        });
        let (untold, told_own) = own.unwrap_or_default();
        let ranges = asked.get().zip(context.plan()).map(|(id, plan)| lost(context, &plan, &id)).unwrap_or_default();
        let take = move || {
            let wanted = asked.get_untracked();
            open.set(false);
            if let Some(id) = wanted {
                promote(context, &id, iso_today());
            }
        };
        view! {
            <p>{text::promote_figures(language)}</p>
            <p>{text::promote_log(language)}</p>
            {untold.then(|| view! { <p>{text::promote_untold(language)}</p> })}
            {told_own.then(|| view! { <p>{text::promote_slides(language)}</p> })}
            {(!ranges.is_empty()).then(|| view! { <p data-test="promote-ranges">{ranges}</p> })}
            <div class="actions">
                <button type="button" autofocus on:click=click(move || open.set(false))>{text_fn(label::cancel)}</button>
                <button type="button" class="primary" data-test="promote-yes" on:click=click(take)>{text_fn(text::promote)}</button>
            </div>
        }
    };
    view! { <Dialog open=open title=title>{move || body()}</Dialog> }.into_any()
}

/// The ranges that are about numbers which are then no longer there; empty where all come along.
fn lost(context: Context, plan: &Plan, scenario: &Id) -> String {
    let (language, unit) = (context.language(), context.unit());
    let named = ranges_lost(plan, scenario).into_iter().map(|address| lever_address(language, plan, &address, unit));
    let names = named.collect::<Vec<_>>().join("; ");
    if names.is_empty() { names } else { text::PromoteRanges { names }.say(language) }
}

/// Makes a scenario the plan's base, with a way back; `date` is the day for the decision log.
fn promote(context: Context, id: &Id, date: String) {
    let language = context.language();
    let plan = context.session.plan().get_untracked();
    let unit = context.settings.with_untracked(|settings| settings.unit);
    let Some((name, decisions)) = plan.and_then(|plan| {
        let one = plan.scenario_by_id(id)?;
        let on = one.steps.iter().filter(|step| step.on);
        let titles = on.map(|step| step_title(language, &plan, one, &step.id, unit)).collect();
        Some((one.name.clone(), titles))
    }) else {
        return;
    };
    let names = MadeNames {
        base: words::made(language, Generated::Base).to_owned(),
        process: words::made(language, Generated::Process).to_owned(),
        merger_cost: words::made(language, Generated::MergerCost).to_owned(),
        contribution: words::made(language, Generated::Contribution).to_owned(),
        source: text::PromotedSource { name: &name }.say(language),
        date,
        decisions,
    };
    let told = words::compare::Promoted { scenario: &name }.say(language);
    commit_with_way_back(context, id.clone(), ScenarioEdit::Promote(names), told);
}
