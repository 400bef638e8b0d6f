//! How long an Excel file takes: what is in it, and the file itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops by panicking"
)]

#[path = "../tests/workbook/book.rs"]
mod book;
mod national;

use criterion::{Criterion, criterion_group, criterion_main};
use samplan::plan::Plan;
use std::hint::black_box;

const REAL: &str = "vaxjo-alvesta-2015";

/// The file's bytes.
fn xlsx(plan: &Plan) -> Vec<u8> {
    let book = book::book(plan).expect("the amounts are small");
    let json = serde_json::to_string(&book).expect("a workbook is written");
    samplan_sheets::write(&json).expect("the workbook is sound")
}

fn workbooks(criterion: &mut Criterion) {
    let (_, real) = book::examples().into_iter().find(|(name, _)| name.contains(REAL)).expect("the example is there");
    let country = national::country();
    let mut group = criterion.benchmark_group("workbook");
    group.sample_size(10);
    for (name, plan) in [("a real plan", &real), ("the country", &country)] {
        println!("an .xlsx of {name}: {} kB", xlsx(plan).len().div_ceil(1000));
        group.bench_function(format!("an .xlsx of {name}"), |bencher| bencher.iter(|| xlsx(black_box(plan))));
    }
    group.finish();
}

criterion_group!(benches, workbooks);
criterion_main!(benches);
