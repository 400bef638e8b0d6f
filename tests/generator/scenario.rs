//! Scenarios of decisions that may or may not apply.

use super::value::{amount, any_year, by_year, name, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::decision::{Decision, EquityUse, OneOff};
use samplan::plan::{Category, Id, Scenario, Step};

pub fn scenario() -> impl Strategy<Value = Scenario> {
    (name(), text(), vec(step(), 0..4)).prop_map(|(name, description, steps)| Scenario {
        id: Id::new(""),
        name,
        description,
        steps,
    })
}

fn step() -> impl Strategy<Value = Step> {
    (text(), any::<bool>(), decision()).prop_map(|(name, on, decision)| Step { id: Id::new(""), name, on, decision })
}

fn decision() -> impl Strategy<Value = Decision> {
    // One more association than a plan can have here: some decisions meet none.
    let association = || (0usize..4).prop_map(|place| Id::new(&format!("association-{place}")));
    let amounts = by_year(amount()).prop_filter("an amount is needed", |amounts| !amounts.is_empty());
    // Contributions have decisions of their own.
    let categories: Vec<Category> = Category::ALL.into_iter().filter(|kind| *kind != Category::Contribution).collect();
    let one_off = (association(), name(), select(categories), any_year(), amount());
    prop_oneof![
        (association(), amounts)
            .prop_map(|(association, amounts)| Decision::EquityUse(EquityUse { association, amounts })),
        one_off.prop_map(|(association, name, category, year, amount)| {
            Decision::OneOff(OneOff { association, name, category, year, amount })
        }),
    ]
}
