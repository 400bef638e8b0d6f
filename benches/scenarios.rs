//! How long scenarios take: the country with twenty decisions, a step of a slider there, and a real plan's scenarios side
//! by side.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops by panicking"
)]

mod national;
#[path = "national/scenario.rs"]
mod scenario;
#[path = "national/slider.rs"]
mod slider;

use criterion::{Criterion, criterion_group, criterion_main};
use samplan::comparison::Comparison;
use samplan::comparison::trace;
use samplan::exchange::read;
use samplan::outcome::project;
use samplan::plan::{Plan, Scenario};
use std::hint::black_box;

const REAL_FILE: &str = include_str!("../plans/vaxjo-alvesta-2015.json");

fn scenarios(criterion: &mut Criterion) {
    let country = national::country();
    let twenty = scenario::twenty_decisions(&country);
    let outcome = project(&country, Some(&twenty)).expect("the amounts are small");
    assert_eq!(outcome.skipped, [], "all twenty decisions apply");
    criterion.bench_function("project the country with 20 decisions", |bencher| {
        bencher.iter(|| project(black_box(&country), Some(&twenty)));
    });
    criterion.bench_function("trace the country with 20 decisions", |bencher| {
        bencher.iter(|| trace(black_box(&country), Some(&twenty)));
    });
    let mut slider = slider::Slider::new();
    assert!(slider.step().is_some() && slider.told().is_some(), "the lever can be moved");
    criterion.bench_function("a slider's step, 80 associations: figures", |bencher| bencher.iter(|| slider.step()));
    criterion.bench_function("and what each decision does, who pays", |bencher| bencher.iter(|| slider.told()));
    let plan: Plan = read(REAL_FILE).expect("the example can be read");
    let columns: Vec<Option<&Scenario>> = plan.cases().collect();
    assert_eq!(columns.len(), 4);
    criterion.bench_function("compare four scenarios of a real plan", |bencher| {
        bencher.iter(|| Comparison::of(black_box(&plan), &columns));
    });
}

criterion_group!(benches, scenarios);
criterion_main!(benches);
