//! The assumptions view: everything about a plan that is not a line of its table. One section is shown at a time, and
//! the list of contents says in a few words what each holds.

mod about;
mod add_form;
mod associations;
mod by_inhabitants;
mod capacity;
mod contents;
mod definitions;
mod details;
mod equity;
mod goals;
mod indices;
mod lens;
mod members;
mod printed;
mod rules;
mod section;
mod staircase;

use crate::state::context;
use crate::state::memo::memo;
use crate::state::route::PlanSection as Section;
use crate::ui::text::{focus_later, text_fn};
use crate::words;
use contents::Contents;
use lens::{AssociationLens, PlanLens};
use leptos::prelude::*;
use section::TITLE;

/// The view.
#[component]
pub fn PlanSettings() -> impl IntoView {
    let context = context();
    let plan = PlanLens { context };
    let shown = context.place.section();
    // The chosen association, or the first while none is chosen or the chosen one is gone.
    let association = memo(move || {
        plan.with(|plan| {
            let chosen = context.association.get().filter(|id| plan.association(id).is_some());
            chosen.or_else(|| plan.associations.first().map(|association| association.id.clone()))
        })
        .flatten()
    });
    let show = Callback::new(move |section: Section| {
        context.place.go_to_section(section, None);
        focus_later(TITLE);
    });
    let body = move || {
        let association = AssociationLens::new(context, association.get()?);
        Some(match shown.get() {
            Section::About => about::About(about::AboutProps { plan }).into_any(),
            Section::Associations => view! { <associations::Associations plan show/> }.into_any(),
            Section::Details => view! { <details::Details association/> }.into_any(),
            Section::Equity => view! { <equity::Equity association/> }.into_any(),
            Section::Members => view! { <members::Members association/> }.into_any(),
            Section::Capacity => view! { <capacity::CapacityFields association/> }.into_any(),
            Section::Goals => view! { <goals::Goals association/> }.into_any(),
            Section::Printed => view! { <printed::PrintedFigures association/> }.into_any(),
            Section::Indices => view! { <indices::Indices plan/> }.into_any(),
            Section::Definitions => view! { <definitions::DefinitionSwitches plan/> }.into_any(),
            Section::Rules => view! { <rules::EquityRules plan/> }.into_any(),
        })
    };
    view! {
        <div class="plan-settings">
            <h1>{text_fn(words::view::plan)}</h1>
            <Contents plan=plan association=association show=show/>
            <section class="card" aria-labelledby=TITLE data-test="plan-section">
                <h2 id=TITLE tabindex="-1">{move || section::name(shown.get(), context.language())}</h2>
                {body}
            </section>
        </div>
    }
}
