//! How long the model takes: projecting a board's plan and the country's, reading and writing a real file, validating.
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

use criterion::{Criterion, criterion_group, criterion_main};
use samplan::exchange::{read, write};
use samplan::outcome::project;
use samplan::plan::validate;
use std::hint::black_box;

const REAL_FILE: &str = include_str!("../plans/sydnarke-2016.json");

fn projection(criterion: &mut Criterion) {
    for (name, plan) in [
        ("project a plan, 30 lines x 10 years", national::board()),
        ("project the country, 80 associations x 20 lines x 10 years", national::country()),
    ] {
        assert_eq!(validate(&plan), [], "{name}");
        criterion.bench_function(name, |bencher| bencher.iter(|| project(black_box(&plan), None)));
    }
}

fn documents(criterion: &mut Criterion) {
    let plan = read(REAL_FILE).expect("the example can be read");
    criterion.bench_function("read a real file", |bencher| bencher.iter(|| read(black_box(REAL_FILE))));
    criterion.bench_function("write a real file", |bencher| bencher.iter(|| write(black_box(&plan))));
    criterion.bench_function("validate a real plan", |bencher| bencher.iter(|| validate(black_box(&plan))));
    let country = national::country();
    criterion.bench_function("validate the country", |bencher| bencher.iter(|| validate(black_box(&country))));
}

criterion_group!(benches, projection, documents);
criterion_main!(benches);
