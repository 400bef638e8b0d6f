//! How long exploration takes: the tornado over all levers of a real plan and of the country's, goal seek, the forecast
//! check, and simulation.
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
use samplan::decision::DecisionField;
use samplan::exchange::read;
use samplan::explore::{GoalSeekQuestion, Measure, Over, Simulation, SimulationSettings, goal_seek, sensitivity};
use samplan::lever::LeverAddress;
use samplan::money::Decimal;
use samplan::plan::{Id, Metric, Plan};
use std::hint::black_box;

const REAL_FILE: &str = include_str!("../plans/sydnarke-2016.json");
const STEPS_FILE: &str = include_str!("../plans/varend-2016.json");

fn real(file: &str) -> Plan {
    read(file).expect("the example can be read")
}

fn tornado(criterion: &mut Criterion) {
    for (name, plan) in [
        ("tornado, all levers of a real plan", real(REAL_FILE)),
        ("tornado, all levers of the country", national::country()),
    ] {
        let measure = Measure::total(Metric::Equity, plan.horizon().last());
        let mut group = criterion.benchmark_group("tornado");
        group.sample_size(10);
        group.bench_function(name, |bencher| bencher.iter(|| sensitivity(black_box(&plan), None, &measure)));
        group.finish();
    }
}

fn seek(criterion: &mut Criterion) {
    let plan = real(STEPS_FILE);
    let (scenario, step) = (Id::new("trappsteg"), Id::new("trappsteg"));
    let goal = GoalSeekQuestion {
        lever: LeverAddress::Decision {
            scenario: scenario.clone(),
            step,
            part: DecisionField::BaseShare(plan.first_year),
        },
        measure: Measure { over: Over::InYear, ..Measure::total(Metric::Fte, plan.first_year) },
        target: Decimal::from(3),
        between: None,
    };
    criterion.bench_function("goal seek, a base share for three coordinators", |bencher| {
        bencher.iter(|| goal_seek(black_box(&plan), Some(&scenario), &goal))
    });
}

fn simulation(criterion: &mut Criterion) {
    let plan = real(REAL_FILE);
    let settings = SimulationSettings::usual(&plan, None);
    let mut group = criterion.benchmark_group("simulation");
    group.sample_size(10);
    for runs in [10_000, 100_000] {
        group.bench_function(
            format!("{runs} runs of a real plan, {} uncertain levers", settings.levers.len()),
            |bencher| {
                bencher.iter(|| {
                    let mut simulation = Simulation::new(&plan, None, &settings, 2016).expect("the plan is small");
                    simulation.advance(runs).expect("the plan is small");
                    simulation.summary()
                })
            },
        );
    }
    let mut simulation = Simulation::new(&plan, None, &settings, 2016).expect("the plan is small");
    group.bench_function("a slice of 100 runs", |bencher| bencher.iter(|| simulation.advance(100)));
    let mut simulation = Simulation::new(&plan, None, &settings, 2016).expect("the plan is small");
    simulation.advance(10_000).expect("the plan is small");
    group.bench_function("summary of 10 000 runs", |bencher| bencher.iter(|| black_box(&simulation).summary()));
    group.finish();
}

criterion_group!(benches, tornado, seek, simulation);
criterion_main!(benches);
