//! IndexChange: the rates of an index.

use crate::decisions::step_lens::when;
use crate::decisions::step_lens::{StepLens, last_value};
use crate::decisions::view::{DecisionContext, DecisionView};
use crate::words::{self, Word, decision as named, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionField, IndexChange};

fn of(decision: &Decision) -> Option<&IndexChange> {
    match decision {
        Decision::IndexChange(changed) => Some(changed),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut IndexChange)) {
    if let Decision::IndexChange(changed) = decision {
        change(changed);
    }
}

fn body(lens: StepLens) -> AnyView {
    let listed = move || {
        let plan = lens.context.plan();
        plan.map_or_else(Vec::new, |plan| plan.indices.iter().map(|one| (one.id.clone(), one.name.clone())).collect())
    };
    let first = move || lens.horizon().get_untracked().first;
    let prices = move |on: bool| {
        let first = first();
        lens.set(|decision| change(decision, |one| one.price_year = on.then(|| first.previous())));
    };
    view! {
        {lens.id_choice(
            words::label::index,
            listed,
            |decision| of(decision).map(|one| one.index.clone()),
            |decision, id| change(decision, |one| one.index = id),
        )}
        {lens.years(
            |decision| of(decision).map(|one| one.rates.keys().copied().collect()),
            DecisionField::Rate,
            |decision, year| change(decision, |one| {
                let rate = last_value(&one.rates);
                one.rates.insert(year, rate);
            }),
            |decision, year| change(decision, |one| {
                one.rates.remove(&year);
            }),
        )}
        {crate::ui::form::check(
            crate::ui::text::text_signal(text::prices),
            lens.get(|decision| of(decision).map(|one| one.price_year.is_some())),
            Callback::new(prices),
        )}
        {when(
            lens,
            |decision| of(decision).is_some_and(|one| one.price_year.is_some()),
            |lens| lens.lever(DecisionField::PriceYear),
        )}
    }
    .into_any()
}

impl DecisionView for IndexChange {
    const NAME: Word = named::index_change;
    const WHAT: Word = named::index_change_what;
    const EXAMPLE: Word = named::index_change_example;
    const CANNOT: Word = text::cannot_index;
    const ID_STEM: &'static str = "upprakning";
    const WHAT_SAYS_MORE: bool = false;

    fn title(&self, about: &DecisionContext) -> String {
        let index = words::index(about.language, about.plan, &self.index);
        named::IndexTitle { index }.say(about.language)
    }

    fn number_name(_: &DecisionField) -> Option<Word> {
        None
    }

    fn has_said(&self, _: &DecisionField) -> bool {
        false
    }

    fn choices(&self, _: &DecisionContext) -> Vec<String> {
        Vec::new()
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
