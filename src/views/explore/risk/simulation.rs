//! The simulation: run in slices with progress and a way to stop, so that the page answers meanwhile.

use super::run::{RunOutcome, count, settings};
use super::tool::RiskTool;
use super::{drawn, result};
use crate::state::memo::memo;
use crate::ui::field::NumberKind;
use crate::ui::focus::{focus_soon, hand_on};
use crate::ui::form::{self, OnChange, click};
use crate::ui::text::{text_fn, text_signal};
use crate::views::explore::cooperative_task::CooperativeTask;
use crate::views::explore::measure::{self, Measurable};
use crate::words::{self, simulation as text};
use leptos::prelude::*;
use samplan::explore::{SetUp, Simulation, SimulationSettings};
use samplan::money::{Decimal, Overflow};
use samplan::plan::Metric;
use std::sync::Arc;

/// How many runs can be chosen.
const RUNS: [u32; 3] = [1_000, 10_000, 100_000];

#[derive(Clone)]
enum State {
    Idle,
    /// Each lever is tried at the ends of its range: so many of so many have been.
    SettingUp {
        tried: usize,
        of: usize,
    },
    Running,
    Stopped(u32),
    Done(Arc<RunOutcome>),
    Overflow,
}

/// What a simulation can look at: metrics that the plan knows, and what each member pays.
fn choices(tool: RiskTool) -> Vec<Measurable> {
    const ALL: [Metric; 6] =
        [Metric::Equity, Metric::Result, Metric::ActivityRoom, Metric::Fte, Metric::Places, Metric::Contributions];
    let association = tool.shown.sought.measure().and_then(|measure| measure.association);
    let mut all: Vec<Measurable> = tool.context.scenario_outcome.with(|outcome| {
        let total = outcome.as_ref().map_or(&[][..], |outcome| &outcome.projection.total);
        let known = ALL.into_iter().filter(|metric| total.iter().any(|figures| figures.get(*metric).is_some()));
        known.map(|metric| (metric, None)).collect()
    });
    all.extend(measure::paid(tool.context, association.as_ref()));
    all
}

/// A simulation on the page.
#[derive(Clone, Copy)]
struct Runner {
    tool: RiskTool,
    seed: RwSignal<u64>,
    runs: RwSignal<usize>,
    what: RwSignal<Measurable>,
    state: RwSignal<State>,
    done: RwSignal<u32>,
    slices: CooperativeTask,
}

impl Runner {
    fn wanted(self) -> u32 {
        RUNS.get(self.runs.get()).copied().unwrap_or(RUNS[1])
    }
}

/// The simulation.
pub fn simulation(tool: RiskTool) -> AnyView {
    let runner = Runner {
        tool,
        seed: RwSignal::new(1),
        runs: RwSignal::new(1),
        what: RwSignal::new((Metric::Equity, None)),
        state: RwSignal::new(State::Idle),
        done: RwSignal::new(0),
        slices: CooperativeTask::new(),
    };
    let result = move || match runner.state.get() {
        State::Idle | State::SettingUp { .. } | State::Running => ().into_any(),
        State::Stopped(runs) => {
            let language = tool.context.language();
            view! { <p data-test="simulation-stopped">{text::Stopped { runs: count(tool.context, runs) }.say(language)}</p> }
                .into_any()
        }
        State::Done(outcome) => result::result(tool, &outcome),
        State::Overflow => view! { <p class="field-error">{text_fn(words::budget::overflow)}</p> }.into_any(),
    };
    view! {
        <section class="card explore-card" aria-labelledby="simulation-title" data-test="simulation">
            <h3 id="simulation-title">{text_fn(text::title)}</h3>
            <p class="muted">{text_fn(text::assumes)}" "{text_fn(text::silent)}</p>
            {drawn::drawn(tool)}
            {controls(runner)}
            <div class="found" role="status">{result}</div>
        </section>
    }
    .into_any()
}

fn controls(runner: Runner) -> AnyView {
    let context = runner.tool.context;
    let seed = Signal::derive(move || Some(Decimal::from(runner.seed.get())));
    let take = OnChange::new(move |number: Option<Decimal>| {
        let whole = number.filter(|number| number.is_integer()).and_then(|number| u64::try_from(number).ok());
        let seed = whole.ok_or_else(|| text::bad_seed(context.language()).to_owned())?;
        runner.seed.set(seed);
        Ok(())
    });
    let names = Signal::derive(move || RUNS.iter().map(|runs| count(context, *runs).to_string()).collect());
    let choose = Callback::new(move |place| runner.runs.set(place));
    let there = move || choices(runner.tool);
    let measures = Signal::derive(move || {
        let Some(plan) = context.plan() else { return Vec::new() };
        there().iter().map(|what| measure::what_named(context.language(), &plan, what)).collect()
    });
    let chosen = Signal::derive(move || there().iter().position(|what| *what == runner.what.get()).unwrap_or_default());
    let look_at = Callback::new(move |place: usize| {
        if let Some(what) = untrack(there).into_iter().nth(place) {
            runner.what.set(what);
        }
    });
    let running = memo(move || matches!(runner.state.get(), State::SettingUp { .. } | State::Running));
    let button = move || {
        if running.get() {
            return under_way(runner);
        }
        view! {
            <button type="button" class="primary" on:click=click(move || run(runner)) id="simulation-run" data-test="simulation-run">{text_fn(text::run)}</button>
        }
        .into_any()
    };
    view! {
        <div class="fields">
            {form::choice(text_signal(words::label::measure), measures, chosen, look_at)}
            <div data-test="simulation-seed">{form::number(text_signal(text::seed), NumberKind::Number, seed, take)}</div>
            {form::choice(text_signal(text::runs), names, runner.runs.into(), choose)}
            <div class="run">{button}</div>
        </div>
        <p class="small muted">{text_fn(text::seed_what)}</p>
    }
    .into_any()
}

/// Progress and the way to stop. The button stays while the numbers beside it change.
fn under_way(runner: Runner) -> AnyView {
    let context = runner.tool.context;
    let progress = move || match runner.state.get() {
        State::SettingUp { tried, of } => (tried, of),
        _ => (runner.done.get().try_into().unwrap_or(usize::MAX), runner.wanted().try_into().unwrap_or(usize::MAX)),
    };
    let told = Signal::derive(move || {
        let language = context.language();
        match runner.state.get() {
            State::SettingUp { tried, of } => text::SettingUp { tried, of }.say(language),
            _ => {
                let (done, of) = (count(context, runner.done.get()), count(context, runner.wanted()));
                text::Progress { done, of }.say(language)
            }
        }
    });
    let stop = click(move || {
        runner.slices.stop();
        runner.state.set(State::Stopped(runner.done.get_untracked()));
        focus_soon("#simulation-run");
    });
    view! {
        <button type="button" on:click=stop id="simulation-stop" data-test="simulation-stop">{text_fn(text::stop)}</button>
        <progress max=Signal::derive(move || progress().1.to_string()) value=Signal::derive(move || progress().0.to_string())
            aria-label=Signal::derive(move || text::title(context.language()))></progress>
        <span class="small number" data-test="simulation-progress">{told}</span>
    }
    .into_any()
}

/// How far a simulation has come.
enum RunStage {
    SettingUp(SetUp),
    Running(Simulation),
}

fn run(runner: Runner) {
    let Some(plan) = runner.tool.context.session.plan().get_untracked() else { return };
    let (settings, scenario) = untrack(|| {
        let what = runner.what.get();
        let (metric, payer) = if choices(runner.tool).contains(&what) { what } else { (Metric::Equity, None) };
        (SimulationSettings { metric, payer, ..settings(runner.tool, &plan) }, runner.tool.shown.scenario())
    });
    let (seed, wanted) = (runner.seed.get_untracked(), untrack(|| runner.wanted()));
    let Ok(set_up) = SetUp::new(&plan, scenario.as_ref(), &settings, seed) else {
        runner.state.set(State::Overflow);
        return;
    };
    runner.done.set(0);
    runner.state.set(State::SettingUp { tried: 0, of: set_up.count() });
    focus_soon("#simulation-stop");
    let mut stage = Some(RunStage::SettingUp(set_up));
    runner.slices.start(Box::new(move |on| {
        let next = match stage.take() {
            None => return false,
            Some(RunStage::SettingUp(set_up)) => set_up_on(runner, set_up, on),
            // A slice of its own: sorting what came out takes a moment too.
            Some(RunStage::Running(done)) if done.runs() >= wanted => {
                let state = done.summary().map_or(State::Idle, |summary| {
                    let (plan, scenario) = (Arc::clone(&plan), scenario.clone());
                    State::Done(Arc::new(RunOutcome {
                        plan,
                        scenario,
                        association: settings.association.clone(),
                        metric: settings.metric,
                        payer: settings.payer.clone(),
                        seed,
                        summary,
                        held: done.held().to_vec(),
                        without_width: done.without_width().to_vec(),
                    }))
                });
                end(runner, state);
                return false;
            }
            Some(RunStage::Running(under)) => run_on(runner, under, wanted, on),
        };
        let Ok(next) = next else {
            end(runner, State::Overflow);
            return false;
        };
        stage = Some(next);
        true
    }));
}

/// It is over by itself: the button to stop it goes.
fn end(runner: Runner, state: State) {
    hand_on("#simulation-stop", "#simulation-run");
    runner.state.try_set(state);
}

/// A slice of setting up; the simulation when all levers have been tried.
fn set_up_on(runner: Runner, mut set_up: SetUp, on: &dyn Fn() -> bool) -> Result<RunStage, Overflow> {
    while set_up.tried() < set_up.count() {
        if !on() {
            runner.state.try_set(State::SettingUp { tried: set_up.tried(), of: set_up.count() });
            return Ok(RunStage::SettingUp(set_up));
        }
        set_up.try_next();
    }
    let simulation = set_up.finish()?;
    runner.state.try_set(State::Running);
    Ok(RunStage::Running(simulation))
}

/// A slice of runs.
fn run_on(runner: Runner, mut under: Simulation, wanted: u32, on: &dyn Fn() -> bool) -> Result<RunStage, Overflow> {
    while under.runs() < wanted && on() {
        under.advance(1)?;
    }
    runner.done.try_set(under.runs());
    Ok(RunStage::Running(under))
}
