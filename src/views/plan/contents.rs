//! The list of contents: each section with a few words on what it holds.

use super::lens::{AssociationLens, PlanLens};
use super::section;
use crate::state::route::PlanSection as Section;
use crate::ui::field::Choice;
use crate::ui::form::on_mouse;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::finding::Detail;
use samplan::plan::{Id, Plan};

#[component]
pub fn Contents(plan: PlanLens, association: Memo<Option<Id>>, show: Callback<Section>) -> impl IntoView {
    let context = plan.context;
    let named = plan.part(|plan| {
        let named =
            plan.associations.iter().map(|association| (Some(association.id.clone()), association.name.clone()));
        named.collect::<Vec<_>>()
    });
    let name = move || {
        let now = association.get();
        named.with(|named| named.iter().find(|(id, _)| *id == now).map(|(_, name)| name.clone()))
    };
    let entries = move |sections: &'static [Section]| {
        let entries = sections.iter().map(|section| {
            view! {
                <li>
                    <button type="button" on:click=on_mouse(move |_| show.run(*section)) data-test=section.tag()
                        aria-current=move || (context.place.section().get() == *section).then_some("true")>
                        <span>{move || section::name(*section, context.language())}</span>
                        <span class="digest">{move || digest(plan, association.get(), *section)}</span>
                    </button>
                </li>
            }
        });
        view! { <ul>{entries.collect_view()}</ul> }
    };
    view! {
        <nav class="contents" aria-label=text_fn(words::plan_settings::contents)>
            <p class="group-name">{text_fn(label::the_plan)}</p>
            {entries(&section::OF_PLAN)}
            <Show when=move || named.with(|named| named.len() > 1) fallback=move || view! {
                <p class="group-name">{name}</p>
            }>
                <Choice label=text_signal(label::association) options=named value=association
                    on_change={move |id: Option<Id>| context.place.show_association(id)}/>
            </Show>
            {entries(&section::OF_ASSOCIATION)}
            <p class="group-name">{text_fn(words::plan_settings::the_rules)}</p>
            {entries(&section::OF_RULES)}
        </nav>
    }
}

/// What a section holds, in a few words.
fn digest(plan: PlanLens, association: Option<Id>, section: Section) -> Option<String> {
    let (language, unit) = (plan.context.language(), plan.context.unit());
    let of_plan = |read: &dyn Fn(&Plan) -> String| plan.with(read);
    let lens = AssociationLens::new(plan.context, association?);
    match section {
        Section::About => of_plan(&|plan| words::years(language, plan.horizon())),
        Section::Associations => of_plan(&|plan| plan.associations.len().to_string()),
        Section::Details => lens.with(|association| association.organisation_number.clone()),
        Section::Equity => lens.with(|association| words::kr(association.opening_equity.amount, unit)),
        Section::Members => lens.with(|association| association.members.len().to_string()),
        Section::Capacity => lens.with(|association| {
            let capacity = association.capacity.as_ref();
            let cost = capacity.and_then(|capacity| capacity.cost_per_fte.first_key_value());
            match cost {
                Some((_, cost)) => words::kr(*cost, unit),
                None => words::label::not_stated(language).to_owned(),
            }
        }),
        Section::Goals => lens.with(|association| association.goals.len().to_string()),
        Section::Printed => {
            let count = lens.with(|association| association.printed.len())?;
            Some(match differing(lens) {
                0 => count.to_string(),
                differ => words::plan_settings::PrintedDigest { differ, count }.say(language),
            })
        }
        Section::Indices => of_plan(&|plan| plan.indices.len().to_string()),
        Section::Definitions => {
            let first = plan.with(|plan| plan.first_year)?;
            let share = lens.figures(first, |figures| figures.admin_share)??;
            Some(words::percent(language, share))
        }
        Section::Rules => of_plan(&|plan| {
            words::plan_settings::FloorDigest { floor: words::kr(plan.rules.equity_floor, unit) }.say(language)
        }),
    }
}

/// How many of the association's printed figures differ from its lines.
pub fn differing(lens: AssociationLens) -> usize {
    let id = lens.id();
    lens.context.outcome.with(|outcome| {
        let findings = outcome.iter().flat_map(|outcome| &outcome.report.findings);
        let differs = findings.filter(|finding| {
            matches!(finding.detail, Detail::PrintedDiffers(_)) && finding.association.as_ref() == Some(&id)
        });
        differs.count()
    })
}
