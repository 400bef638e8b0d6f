//! OneOff: an income or a cost in one year.

use super::super::handle::StepHandle;
use crate::state::context;
use crate::ui::form;
use crate::ui::text::said;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::decision::{Decision, OneOff, Part};
use samplan::plan::Category;

/// Contributions have decisions of their own.
pub const CATEGORIES: [Category; 7] = [
    Category::Activity,
    Category::Administration,
    Category::Board,
    Category::Audit,
    Category::OtherIncome,
    Category::FinancialIncome,
    Category::FinancialCost,
];

fn of(decision: &Decision) -> Option<&OneOff> {
    match decision {
        Decision::OneOff(once) => Some(once),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut OneOff)) {
    if let Decision::OneOff(once) = decision {
        change(once);
    }
}

/// A list of the kinds of lines that decisions can add.
pub fn category_choice(
    handle: StepHandle,
    read: fn(&Decision) -> Option<Category>,
    write: fn(&mut Decision, Category),
) -> AnyView {
    let context = context();
    let names = Signal::derive(move || {
        CATEGORIES.iter().map(|category| words::category(context.language(), *category).to_owned()).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let now = handle.step(|step| read(&step.decision)).flatten();
        CATEGORIES.iter().position(|category| Some(*category) == now).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        if let Some(category) = CATEGORIES.get(place) {
            handle.set(|decision| write(decision, *category));
        }
    });
    form::choice(said(label::category), names, chosen, choose)
}

pub fn body(handle: StepHandle) -> AnyView {
    view! {
        {handle.association_choice(|decision, id| change(decision, |one| one.association = id))}
        <div class="pair-fields">
            {handle.text_field(
                label::name,
                |decision| of(decision).map(|one| one.name.clone()),
                |decision, name| change(decision, |one| one.name = name),
            )}
            {category_choice(
                handle,
                |decision| of(decision).map(|one| one.category),
                |decision, category| change(decision, |one| one.category = category),
            )}
        </div>
        {handle.lever(Part::Amount)}
        {handle.lever(Part::Year)}
    }
    .into_any()
}
