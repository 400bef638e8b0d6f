//! Chance against closed forms, within sampling error for fixed seeds; and the same answer bit by bit.

use crate::support::*;
use samplan::comparison::Subject;
use samplan::decision::Decision;
use samplan::explore::{
    SetUp, Simulation, SimulationSettings, SimulationSummary, Still, Uncertainty, uncertain_levers,
};
use samplan::lever::{LeverAddress, LineField};
use samplan::outcome::project;
use samplan::plan::{Category, Grade, LeverRange, Metric, Plan, Risk};

const RUNS: u32 = 10_000;

fn run(plan: &Plan, settings: &SimulationSettings, seed: u64, runs: u32) -> SimulationSummary {
    let mut simulation = Simulation::new(plan, None, settings, seed).unwrap();
    simulation.advance(runs).unwrap();
    simulation.summary().unwrap()
}

fn range(line: &str, low: i64, high: i64) -> LeverRange {
    LeverRange::new(of_line("a", line, LineField::Amount(year(2026))), kr(low), kr(high))
}

fn near(found: samplan::money::Decimal, expected: f64, within: f64) {
    let found: f64 = found.to_string().parse().unwrap();
    assert!((found - expected).abs() <= within, "{found} is not within {within} of {expected}");
}

/// A risk that costs `amount` in each of the years from 2026 to `last`.
fn risk(name: &str, likelihood: Grade, amount: i64, last: u16) -> Risk {
    Risk { likelihood: Some(likelihood), amount: Some(kr(amount)), last: Some(year(last)), ..Risk::new(id(name), name) }
}

/// With nothing to draw every run is the plan: Växjö's saved money is gone at the end of 2016.
#[test]
fn without_uncertainty_the_fan_is_the_plan() {
    let plan = plan("vaxjo-2014");
    let settings = SimulationSettings { levers: Vec::new(), ..SimulationSettings::usual(&plan, None) };
    let found = run(&plan, &settings, 1, 100);
    for (fan, equity) in found.fan.iter().zip([639_000, 39_000, -561_000]) {
        assert_eq!([fan.p5, fan.p50, fan.p95, fan.mean, fan.plan], [kr(equity); 5]);
    }
    let gone: Vec<u32> = found.gone.iter().map(|chance| chance.runs).collect();
    assert_eq!(gone, [0, 0, 100]);
}

/// One event with probability p: equity takes two values, the lower in a share p of the runs.
#[test]
fn a_binary_event() {
    let mut plan = small(3, 500_000, vec![]);
    plan.associations[0].risks = vec![risk("staten", Grade::Medium, 300_000, 2027)];
    plan.rules.likelihoods.medium = dec("0.3");
    let found = run(&plan, &SimulationSettings::usual(&plan, None), 7, RUNS);
    // 300 tkr in 2026, as much again in 2027, nothing more in 2028.
    let lows: Vec<_> = found.fan.iter().map(|fan| (fan.p25, fan.p95)).collect();
    assert_eq!(lows, [(kr(200_000), kr(500_000)), (kr(-100_000), kr(500_000)), (kr(-100_000), kr(500_000))]);
    // Four standard deviations of a share: 4 √(0,3 · 0,7 / 10 000).
    assert_eq!(found.gone[0].runs, 0);
    near(found.gone[1].share, 0.3, 0.0184);
    assert_eq!(found.gone[1], samplan::explore::Chance { year: year(2027), ..found.gone[2].clone() });
    near(found.fan[2].mean, 500_000.0 - 0.3 * 600_000.0, 4.0 * 600_000.0 * (0.21f64 / f64::from(RUNS)).sqrt());
    assert!((found.drivers[0].correlation + 1.0).abs() < 1e-9);
}

/// Independent events: both happen in a share p · q of the runs; the mean is the sum of the means.
#[test]
fn events_are_independent() {
    let mut plan = small(1, 1_000_000, vec![]);
    plan.associations[0].risks =
        vec![risk("ena", Grade::Low, 600_000, 2026), risk("andra", Grade::High, 600_000, 2026)];
    plan.rules.likelihoods.low = dec("0.2");
    plan.rules.likelihoods.high = dec("0.6");
    let found = run(&plan, &SimulationSettings::usual(&plan, None), 11, RUNS);
    near(found.gone[0].share, 0.12, 4.0 * (0.12f64 * 0.88 / f64::from(RUNS)).sqrt());
    let variance = 600_000.0f64.powi(2) * (0.2 * 0.8 + 0.6 * 0.4);
    near(found.fan[0].mean, 1_000_000.0 - 0.8 * 600_000.0, 4.0 * (variance / f64::from(RUNS)).sqrt());
    // Each drives its share of the variance: 0,16 and 0,24 of 0,40.
    let drivers: Vec<_> = found.drivers.iter().map(|driver| (driver.of.clone(), driver.share)).collect();
    assert_eq!(drivers[0].0, Uncertainty::Risk { association: id("a"), risk: id("andra") });
    assert!((drivers[0].1 - 0.6).abs() < 0.03 && (drivers[1].1 - 0.4).abs() < 0.03, "{drivers:?}");
}

/// One triangle over 800, 1 000 and 1 600 tkr: its quantiles in closed form.
#[test]
fn a_single_triangle() {
    let plan = small(1, 2_000_000, vec![line("insats", Category::Activity, 2026, 1_000_000)]);
    let settings = SimulationSettings {
        levers: vec![range("insats", 800_000, 1_600_000)],
        ..SimulationSettings::usual(&plan, None)
    };
    let found = run(&plan, &settings, 3, 40_000);
    let (low, mode, high) = (800.0f64, 1_000.0, 1_600.0);
    let quantile = |share: f64| {
        if share * (high - low) < mode - low {
            low + (share * (high - low) * (mode - low)).sqrt()
        } else {
            high - ((1.0 - share) * (high - low) * (high - mode)).sqrt()
        }
    };
    let fan = &found.fan[0];
    // What is left is low when the cost is high.
    for (found, share) in [(fan.p5, 0.95), (fan.p25, 0.75), (fan.p50, 0.5), (fan.p75, 0.25), (fan.p95, 0.05)] {
        near(found, (2_000.0 - quantile(share)) * 1_000.0, 6_000.0);
    }
    near(fan.mean, (2_000.0 - (low + mode + high) / 3.0) * 1_000.0, 3_500.0);
    assert!((found.drivers[0].correlation + 1.0).abs() < 1e-6);
}

/// Twelve symmetric triangles make very nearly a normal distribution: variance width²/24 each.
#[test]
fn a_sum_of_many_is_normal() {
    let names: Vec<String> = (0..12).map(|number| format!("rad-{number}")).collect();
    let lines = names.iter().map(|name| line(name, Category::Activity, 2026, 500_000)).collect();
    let plan = small(1, 10_000_000, lines);
    let levers = names.iter().map(|name| range(name, 400_000, 600_000)).collect();
    let found = run(&plan, &SimulationSettings { levers, ..SimulationSettings::usual(&plan, None) }, 5, RUNS);
    let deviation = (12.0 * 200_000.0f64.powi(2) / 24.0).sqrt();
    let fan = &found.fan[0];
    for (found, normal) in [(fan.p5, -1.6449), (fan.p25, -0.6745), (fan.p50, 0.0), (fan.p75, 0.6745), (fan.p95, 1.6449)]
    {
        // Four standard errors of a quantile in the tail, and a little for not being quite normal.
        near(found, 4_000_000.0 + normal * deviation, 0.09 * deviation);
    }
    let total: f64 = found.drivers.iter().map(|driver| driver.share).sum();
    assert!((total - 1.0).abs() < 0.05, "{total}");
    assert!(found.drivers.iter().all(|driver| (driver.share - 1.0 / 12.0).abs() < 0.025));
}

#[test]
fn slices_do_not_matter_and_the_seed_does() {
    let mut plan = plan("varend-2016");
    plan.associations[0].risks = vec![risk("staten", Grade::Low, 540_000, 2018)];
    let settings = SimulationSettings::usual(&plan, None);
    let whole = run(&plan, &settings, 2015, 1_000);
    let mut set_up = SetUp::new(&plan, None, &settings, 2015).unwrap();
    assert!(set_up.try_next() && set_up.try_next());
    assert_eq!((set_up.tried(), set_up.count()), (2, settings.levers.len()));
    let mut sliced = set_up.finish().unwrap();
    for slice in [1, 0, 499, 7, 493] {
        sliced.advance(slice).unwrap();
        sliced.summary();
    }
    assert_eq!((sliced.runs(), sliced.summary()), (1_000, Some(whole.clone())));
    assert_ne!(run(&plan, &settings, 2016, 1_000).fan, whole.fan);
    assert_eq!(Simulation::new(&plan, None, &settings, 1).unwrap().summary(), None);
}

/// Each run is what the whole model gives: the plan with the levers set, projected.
#[test]
fn runs_stand_on_the_projection() {
    let plan = plan("varend-2016");
    let scenario = Some(id("trappsteg"));
    let lever = LeverAddress::IndexRate { index: id("loner-och-kop"), year: year(2016) };
    // A range so narrow that the field's six decimals hold two values only.
    let levers = vec![LeverRange::new(lever.clone(), dec("0.024999"), dec("0.025"))];
    let settings = SimulationSettings { levers, ..SimulationSettings::usual(&plan, scenario.as_ref()) };
    let mut simulation = Simulation::new(&plan, scenario.as_ref(), &settings, 1).unwrap();
    simulation.advance(200).unwrap();
    let found = simulation.summary().unwrap();
    let ends: Vec<_> = ["0.024999", "0.025"]
        .iter()
        .map(|rate| {
            let mut moved = plan.clone();
            samplan::lever::set(&mut moved, &lever, dec(rate)).unwrap();
            project(&moved, moved.scenario("trappsteg")).unwrap().projection.total[2].equity
        })
        .collect();
    assert!(ends.contains(&found.fan[2].p5) && ends.contains(&found.fan[2].p95), "{ends:?} {:?}", found.fan[2]);
}

#[test]
fn the_usual_uncertainties() {
    let plan = plan("sydnarke-2016");
    let levers = uncertain_levers(&plan);
    // Each line once, as a whole, and no line that is nothing.
    assert!(levers.iter().all(|range| range.low < range.high));
    assert!(levers.iter().all(|range| matches!(&range.lever, LeverAddress::Line { part: LineField::Whole, .. })));
    let lines = &plan.associations[0].lines;
    let given = lines.iter().filter(|line| line.schedule.given().values().any(|amount| !amount.is_zero())).count();
    assert_eq!(levers.len(), given);
    // Own ranges take their place, and one that cannot be set is held constant and said.
    let mut own = plan.clone();
    let first = levers[0].lever.clone();
    own.ranges = vec![LeverRange::new(first.clone(), kr(-5), kr(5))];
    let settings = SimulationSettings::usual(&own, None);
    assert_eq!(settings.levers.len(), 1);
    let simulation = Simulation::new(&own, None, &settings, 1).unwrap();
    assert_eq!((simulation.held(), simulation.uncertainties().len()), (&[first][..], 0));
}

/// A merger's new association inherits the risks of those that it is formed of.
#[test]
fn risks_follow_a_merger() {
    let mut plan = plan("vaxjo-alvesta-2015");
    let scenario = plan.scenarios[0].id.clone();
    let merged = project(&plan, Some(&plan.scenarios[0])).unwrap().projection.associations.last().unwrap().id.clone();
    plan.rules.likelihoods.high = kr(1);
    plan.associations[0].risks = vec![risk("staten", Grade::High, 100_000, 2099)];
    plan.associations[0].risks[0].first = Some(plan.horizon().last());
    let settings = SimulationSettings {
        levers: Vec::new(),
        association: Some(merged),
        ..SimulationSettings::usual(&plan, Some(&scenario))
    };
    let mut simulation = Simulation::new(&plan, Some(&scenario), &settings, 1).unwrap();
    simulation.advance(10).unwrap();
    let last = simulation.summary().unwrap().fan.last().unwrap().clone();
    assert_eq!(last.p50, last.plan - kr(100_000));
}

/// An association is looked at in the years in which it exists: those before a merger formed it are not nought, and under no
/// floor, and what happened to its parts before it comes along in its equity.
#[test]
fn a_merged_association_is_looked_at_from_its_first_year() {
    let mut plan = plan("vaxjo-alvesta-2015");
    let scenario = plan.scenarios[0].id.clone();
    for step in &mut plan.scenarios[0].steps {
        if let Decision::Merger(merger) = &mut step.decision {
            merger.year = year(2016);
        }
    }
    plan.rules.likelihoods.high = kr(1);
    plan.rules.equity_floor = kr(1_000);
    plan.associations[0].risks = vec![risk("staten", Grade::High, 100_000, 2015)];
    plan.associations[0].risks[0].first = Some(year(2015));
    let of = |association: &str| {
        let usual = SimulationSettings::usual(&plan, Some(&scenario));
        let settings = SimulationSettings { levers: Vec::new(), association: Some(id(association)), ..usual };
        let mut simulation = Simulation::new(&plan, Some(&scenario), &settings, 1).unwrap();
        simulation.advance(10).unwrap();
        let found = simulation.summary().unwrap();
        let lost: Vec<_> = found.fan.iter().map(|fan| (fan.year.number(), fan.plan - fan.p50)).collect();
        (lost, found.gone.iter().map(|chance| chance.runs).collect::<Vec<_>>())
    };
    assert_eq!(of("varend"), (vec![(2016, kr(100_000)), (2017, kr(100_000))], vec![0, 0]));
    assert_eq!(of("vaxjo"), (vec![(2015, kr(100_000))], vec![0]));
    assert_eq!(of("alvesta"), (vec![(2015, kr(0))], vec![0]));
}

/// Värend's step-down spends whatever there is: equity is the same in every run, and coordinators are not.
#[test]
fn where_nothing_spreads_it_says_why_and_what_does() {
    let plan = plan("varend-2016");
    let scenario = id("trappsteg");
    let of = |metric| {
        let settings = SimulationSettings { metric, ..SimulationSettings::usual(&plan, Some(&scenario)) };
        let mut simulation = Simulation::new(&plan, Some(&scenario), &settings, 1).unwrap();
        simulation.advance(200).unwrap();
        simulation.summary().unwrap()
    };
    let equity = of(Metric::Equity);
    assert_eq!(equity.drivers, []);
    let Some(Still::SpentByStepDown { instead }) = &equity.still else { panic!("{:?}", equity.still) };
    assert_eq!(instead[..3], [Metric::Fte, Metric::Places, Metric::ActivityRoom]);
    let coordinators = of(Metric::Fte);
    assert_eq!((coordinators.still.clone(), coordinators.gone.len()), (None, 0));
    assert!(coordinators.fan[2].p5 < coordinators.fan[2].plan && coordinators.fan[2].plan < coordinators.fan[2].p95);
    assert!(coordinators.certain_drivers().count() > 0);
    // 200 runs carry no decimal.
    assert_eq!(coordinators.decimals(), 0);
    let nothing = SimulationSettings { levers: Vec::new(), ..SimulationSettings::usual(&plan, None) };
    assert_eq!(run(&plan, &nothing, 1, 10).still, Some(Still::NothingMoved));

    // Other reasons are not put down to the step-down: that nothing is drawn of a range without width, and one that does
    // not touch the measure.
    let drawn = |levers: Vec<LeverRange>, metric| {
        let usual = SimulationSettings::usual(&plan, Some(&scenario));
        let settings = SimulationSettings { levers, metric, risks: false, ..usual };
        let mut simulation = Simulation::new(&plan, Some(&scenario), &settings, 1).unwrap();
        simulation.advance(50).unwrap();
        simulation.summary().unwrap().still
    };
    let usual = SimulationSettings::usual(&plan, Some(&scenario));
    let of_administration =
        |range: &&LeverRange| matches!(&range.lever, LeverAddress::Line { line, .. } if *line == id("administration"));
    let moved = usual.levers.iter().find(of_administration).unwrap().clone();
    let still = LeverRange { high: moved.low, ..moved.clone() };
    assert_eq!(drawn(vec![still], Metric::Equity), Some(Still::NothingMoved));
    let untouched = drawn(vec![moved.clone()], Metric::Contributions);
    let Some(Still::Untouched { instead }) = untouched else { panic!("{untouched:?}") };
    assert!(instead.contains(&Metric::ActivityRoom) && !instead.contains(&Metric::Equity), "{instead:?}");
    let divided = drawn(vec![moved], Metric::Equity);
    assert!(matches!(divided, Some(Still::SpentByStepDown { .. })), "{divided:?}");
}

/// An own range without width draws nothing: it is told apart, and the usual ranges stay for all else.
#[test]
fn a_range_without_width_is_told_and_not_drawn() {
    let mut plan = plan("vaxjo-2014");
    let usual = SimulationSettings::usual(&plan, None);
    let fixed = usual.levers[0].lever.clone();
    plan.ranges = vec![LeverRange::new(fixed.clone(), kr(700_000), kr(700_000))];
    let settings = SimulationSettings::usual(&plan, None);
    assert_eq!(settings.drawn().count(), usual.levers.len() - 1);
    assert!(!settings.is_own(&plan) && settings.drawn().all(|range| range.lever != fixed));
    let simulation = Simulation::new(&plan, None, &settings, 1).unwrap();
    assert_eq!((simulation.without_width(), simulation.held()), (&[fixed.clone()][..], &[][..]));
    assert_eq!(simulation.uncertainties().len(), usual.levers.len() - 1);
    // Beside one that has width it is told all the same, and is held at what the plan says.
    let equity = LeverAddress::OpeningEquity { association: plan.associations[0].id.clone() };
    plan.ranges.push(LeverRange::new(equity, kr(400_000), kr(900_000)));
    let settings = SimulationSettings::usual(&plan, None);
    assert!(settings.is_own(&plan) && settings.drawn().count() == 1);
    let simulation = Simulation::new(&plan, None, &settings, 1).unwrap();
    assert_eq!((simulation.without_width(), simulation.uncertainties().len()), (&[fixed][..], 1));
    let found = run(&plan, &settings, 1, 400);
    let spread = found.fan[0].most - found.fan[0].least;
    assert!(spread > kr(400_000) && spread <= kr(500_000), "{spread}");
}

/// The true reason where a measure cannot spread: one run, an association that a merger has ended, somebody who pays
/// nothing, a risk that cannot cost.
#[test]
fn the_reason_that_nothing_spreads_is_the_true_one() {
    let plan = plan("vaxjo-alvesta-2015");
    let scenario = &plan.scenarios[0];
    let settings = |change: &dyn Fn(&mut SimulationSettings)| {
        let mut settings = SimulationSettings::usual(&plan, Some(&scenario.id));
        change(&mut settings);
        settings
    };
    let still = |settings: &SimulationSettings, runs| {
        let mut simulation = Simulation::new(&plan, Some(&scenario.id), settings, 1).unwrap();
        simulation.advance(runs).unwrap();
        simulation.summary().unwrap().still
    };
    let usual = settings(&|_| {});
    assert_eq!((still(&usual, 1), still(&usual, 2)), (Some(Still::OneRun), None));
    // The merger is from the plan's first year on.
    let ended = settings(&|settings| settings.association = Some(id("vaxjo")));
    assert_eq!(still(&ended, 20), Some(Still::NotThere { into: Some(id("varend")) }));
    let nobody = Subject::Member { name: "Ingen".into(), party: None };
    let nothing = settings(&|settings| {
        (settings.metric, settings.payer) = (Metric::Contributions, Some(nobody.clone()));
    });
    assert_eq!(still(&nothing, 20), Some(Still::PaysNothing { year: None, before: None, after: None }));
    // A risk of years outside the plan never costs anything.
    let mut risky = plan.clone();
    risky.associations[0].risks = vec![risk("staten", Grade::High, 100_000, 2014)];
    let alone = SimulationSettings { levers: Vec::new(), ..SimulationSettings::usual(&risky, None) };
    assert_eq!(run(&risky, &alone, 1, 20).still, Some(Still::NothingMoved));
}

/// Equity at the beginning has a span of its own when the users state one, and is then drawn.
#[test]
fn opening_equity_is_drawn_with_its_own_range() {
    let mut plan = plan("vaxjo-2014");
    let lever = LeverAddress::OpeningEquity { association: plan.associations[0].id.clone() };
    assert!(!SimulationSettings::usual(&plan, None).levers.iter().any(|range| range.lever == lever));
    plan.ranges = vec![LeverRange::new(lever.clone(), kr(400_000), kr(900_000))];
    let found = run(&plan, &SimulationSettings::usual(&plan, None), 1, 500);
    assert_eq!(
        found.certain_drivers().map(|driver| driver.of.clone()).collect::<Vec<_>>(),
        [Uncertainty::Lever(lever)]
    );
    assert!(found.fan[0].least < found.fan[0].most);
}

/// The golden summary: any change of a bit in it is a change of what people were told, and must be meant.
#[test]
fn the_answer_for_a_seed_never_changes() {
    let mut plan = plan("varend-2016");
    plan.associations[0].risks = vec![risk("staten", Grade::Medium, 540_000, 2018)];
    plan.rules.equity_floor = kr(700_000);
    let found = run(&plan, &SimulationSettings::usual(&plan, None), 20_150_831, 2_000);
    let fan: Vec<String> = found
        .fan
        .iter()
        .map(|fan| format!("{} {} {} {} {} {} {}", fan.year, fan.p5, fan.p25, fan.p50, fan.p75, fan.p95, fan.mean))
        .collect();
    assert_eq!(fan, GOLDEN_FAN);
    assert_eq!(found.gone.iter().map(|chance| chance.runs).collect::<Vec<_>>(), GOLDEN_GONE);
    let bits: Vec<u64> = found.drivers.iter().map(|driver| driver.correlation.to_bits()).collect();
    assert_eq!(bits, GOLDEN_CORRELATIONS);
}

const GOLDEN_FAN: [&str; 3] = [
    "2016 432335 646192 941174 1175315 1378290 912567.6",
    "2017 662349 1091797 1683178 2150654 2556596 1625096.71",
    "2018 892695 1540076 2426235 3126190 3734918 2337572.38",
];
const GOLDEN_GONE: [u32; 3] = [628, 628, 628];
const GOLDEN_CORRELATIONS: [u64; 11] = [
    13_829_328_184_010_416_464,
    13_823_248_524_311_051_250,
    4_595_555_454_341_869_138,
    4_594_421_706_823_145_529,
    4_594_236_039_972_534_617,
    4_594_234_869_915_674_245,
    13_815_966_410_205_809_989,
    13_814_703_246_753_655_470,
    4_590_725_471_494_882_869,
    13_812_974_095_699_660_019,
    13_807_646_338_244_942_563,
];

/// The same numbers are read off the screen by `tests/browser/simulation.spec.ts`, reckoned there by the app in WebAssembly.
#[test]
fn the_browser_shows_what_is_reckoned_here() {
    let plan = plan("akst-2014");
    let found = run(&plan, &SimulationSettings::usual(&plan, None), 1, 1_000);
    let fan: Vec<String> = found
        .fan
        .iter()
        .map(|fan| format!("{} {} {} {} {} {}", fan.year, fan.p5, fan.p25, fan.p50, fan.p75, fan.p95))
        .collect();
    assert_eq!(fan, ["2014 117360 290518 424337 567256 732702", "2015 -201604 164340 425682 682547 1003613"]);
    assert_eq!(found.gone.iter().map(|chance| chance.runs).collect::<Vec<_>>(), [15, 130]);
}
