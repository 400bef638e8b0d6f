//! Prints the plan that the measurements call the country, with its scenario of twenty decisions, as a plan file.

#[path = "../benches/national/mod.rs"]
mod national;
#[path = "../benches/national/scenario.rs"]
mod scenario;

fn main() {
    let mut plan = national::country();
    plan.scenarios.push(scenario::twenty_decisions(&plan).into());
    print!("{}", samplan::exchange::write(&plan));
}
