//! OneOff: an income or a cost in one year.

use crate::decisions::step_lens::StepLens;
use crate::decisions::view::{DecisionContext, DecisionView};
use crate::state::context;
use crate::ui::form;
use crate::ui::text::text_signal;
use crate::words::{self, Word, decision as named, label, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, OneOff};
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
    lens: StepLens,
    read: fn(&Decision) -> Option<Category>,
    write: fn(&mut Decision, Category),
) -> AnyView {
    let context = context();
    let names = Signal::derive(move || {
        CATEGORIES.iter().map(|category| words::category(context.language(), *category).to_owned()).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let now = lens.step(|step| read(&step.decision)).flatten();
        CATEGORIES.iter().position(|category| Some(*category) == now).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        if let Some(category) = CATEGORIES.get(place) {
            lens.set(|decision| write(decision, *category));
        }
    });
    form::choice(text_signal(label::category), names, chosen, choose)
}

fn body(lens: StepLens) -> AnyView {
    view! {
        {lens.association_choice(|decision, id| change(decision, |one| one.association = id))}
        <div class="pair-fields">
            {lens.text_field(
                label::name,
                |decision| of(decision).map(|one| one.name.clone()),
                |decision, name| change(decision, |one| one.name = name),
            )}
            {category_choice(
                lens,
                |decision| of(decision).map(|one| one.category),
                |decision, category| change(decision, |one| one.category = category),
            )}
        </div>
        {lens.lever(DecisionField::Amount)}
        {lens.lever(DecisionField::Year)}
    }
    .into_any()
}

impl DecisionView for OneOff {
    const NAME: Word = named::one_off;
    const WHAT: Word = named::one_off_what;
    const EXAMPLE: Word = named::one_off_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "engangspost";
    const WHAT_SAYS_MORE: bool = false;

    fn title(&self, _: &DecisionContext) -> String {
        format!("{} {}", self.name, self.year)
    }

    fn number_name(part: &DecisionField) -> Option<Word> {
        match part {
            DecisionField::Year => Some(label::year),
            _ => None,
        }
    }

    fn has_said(&self, part: &DecisionField) -> bool {
        *part == DecisionField::Year
    }

    fn choices(&self, _: &DecisionContext) -> Vec<String> {
        Vec::new()
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
