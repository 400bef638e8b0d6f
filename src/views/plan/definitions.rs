//! What counts as administration, of what its share is taken, and the share that this gives.

use super::lens::{AssociationLens, PlanLens};
use crate::state::memo::memo;
use crate::ui::form::on_event;
use crate::ui::keyed_list::keyed_list;
use crate::ui::segments::Segments;
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, plan_settings as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::PlanEdit;
use samplan::money::Decimal;
use samplan::plan::{AdminShareOf, Definitions};

#[component]
pub fn DefinitionSwitches(plan: PlanLens) -> impl IntoView {
    let context = plan.context;
    let definitions = plan.part(|plan| plan.definitions.clone());
    let change = move |change: &dyn Fn(&mut Definitions)| {
        let mut changed = definitions.get_untracked();
        change(&mut changed);
        plan.set(PlanEdit::Definitions(changed));
    };
    let share_of = memo(move || definitions.get().share_of);
    let options = vec![
        (AdminShareOf::Cost, text_signal(text::of_cost)),
        (AdminShareOf::Contributions, text_signal(text::of_contributions)),
    ];
    let years = memo(move || plan.horizon().get().iter().collect::<Vec<Year>>());
    let ids = plan.part(|plan| plan.associations.iter().map(|association| association.id.clone()).collect::<Vec<_>>());
    let total = move |year: Year| {
        context.outcome.with(|outcome| {
            let projection = &outcome.as_ref()?.projection;
            projection.total.get(projection.horizon.position(year)?)?.admin_share
        })
    };
    let shown =
        move |share: Option<Decimal>| share.map_or("–".to_owned(), |share| words::percent(context.language(), share));
    view! {
        <p class="hint">{text_fn(text::definitions_what)}</p>
        <label class="check">
            <input type="checkbox" prop:checked=move || definitions.get().board_counts on:change=on_event(move |event| {
                let counts = event_target_checked(&event);
                change(&|definitions| definitions.board_counts = counts);
            })/>
            {text_fn(text::board_counts)}
        </label>
        <div class="field">
            <span class="as-label" aria-hidden="true">{text_fn(label::share_of)}</span>
            <div><Segments label=text_signal(label::share_of) options=options value=share_of
                on_change=move |of| change(&|definitions| definitions.share_of = of)/></div>
        </div>
        <div class="part">
            <h3>{text_fn(label::this_gives)}</h3>
            <div class="scroll" tabindex="0" role="group" aria-label=text_fn(label::this_gives)>
                <table class="figures" data-test="admin-shares">
                    <thead>
                        <tr>
                            <td></td>
                            {keyed_list(move || years.get(), |year| view! {
                                <th scope="col" class="end">{year.to_string()}</th>
                            })}
                        </tr>
                    </thead>
                    <tbody>
                        {keyed_list(move || ids.get(), move |id| {
                            let association = AssociationLens::new(context, id);
                            let name = association.part(|one| one.name.clone());
                            view! {
                                <tr>
                                    <th scope="row">{move || name.get()}</th>
                                    {keyed_list(move || years.get(), move |year| view! {
                                        <td class="end number">{move || {
                                            shown(association.figures(year, |figures| figures.admin_share).flatten())
                                        }}</td>
                                    })}
                                </tr>
                            }
                        })}
                        <Show when=move || ids.with(|ids| ids.len() > 1)>
                            <tr class="total">
                                <th scope="row">{text_fn(label::all_associations)}</th>
                                {keyed_list(move || years.get(), move |year| view! {
                                    <td class="end number">{move || shown(total(year))}</td>
                                })}
                            </tr>
                        </Show>
                    </tbody>
                </table>
            </div>
        </div>
    }
}
