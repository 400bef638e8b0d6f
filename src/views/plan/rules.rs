//! The board's own rules for equity: the floor, and the staircase.

use super::lens::PlanLens;
use super::staircase::Staircase;
use crate::state::memo::memo;
use crate::ui::field::{NumberField, NumberKind, TextField};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{label, plan_settings as text};
use leptos::prelude::*;
use samplan::edit::PlanEdit;
use samplan::plan::Rules;

#[component]
pub fn EquityRules(plan: PlanLens) -> impl IntoView {
    let rules = plan.part(|plan| plan.rules.clone());
    let change = move |change: &dyn Fn(&mut Rules)| {
        let mut changed = rules.get_untracked();
        change(&mut changed);
        plan.commit(PlanEdit::Rules(changed))
    };
    let floor = memo(move || Some(rules.get().equity_floor));
    let source = memo(move || rules.get().staircase_source);
    let date = memo(move || rules.get().staircase_date);
    view! {
        <div class="columns">
            <NumberField label=text_signal(text::floor) hint=text_signal(text::floor_hint) value=floor kind=NumberKind::Money
                on_change=move |floor| change(&|rules| rules.equity_floor = floor.unwrap_or_default())/>
        </div>
        <div class="part">
            <h3>{text_fn(text::staircase)}</h3>
            <p class="hint">{text_fn(text::staircase_what)}</p>
            <Staircase plan=plan/>
            <div class="columns">
                <TextField label=text_signal(text::staircase_source) value=source
                    on_change=move |source: String| change(&|rules| rules.staircase_source.clone_from(&source))/>
                <TextField label=text_signal(label::date_of_the_source) value=date
                    on_change=move |date: String| change(&|rules| rules.staircase_date.clone_from(&date))/>
            </div>
        </div>
    }
}
