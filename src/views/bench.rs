//! Speed of the model in this browser, for developers: the same plans as `cargo bench` measures natively.
//!
//! The results stand in the page as JSON, and on the body as the raw times that the measuring script collects.

#[path = "../../benches/national/mod.rs"]
mod national;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use samplan::outcome::project;
use samplan::plan::Plan;
use serde::Serialize;
use std::hint::black_box;
use wasm_bindgen_futures::spawn_local;

/// How often each plan is measured.
const SAMPLES: usize = 60;

/// A plan to measure. Browsers blur their clocks, so that short work is repeated until it is long enough to see.
struct Work {
    name: &'static str,
    plan: Plan,
    repeat: u32,
}

/// Times of one plan's projection in microseconds.
#[derive(Clone, Serialize)]
struct Times {
    name: &'static str,
    unit: &'static str,
    times: Vec<f64>,
}

#[derive(Serialize)]
struct Summary {
    name: &'static str,
    unit: &'static str,
    n: usize,
    p50: f64,
    p95: f64,
}

impl Times {
    fn summary(&self) -> Summary {
        let mut sorted = self.times.clone();
        sorted.sort_by(f64::total_cmp);
        let place = |of: usize| {
            let at = sorted.len().saturating_mul(of).checked_div(100).unwrap_or_default();
            at.min(sorted.len().saturating_sub(1))
        };
        let share = |of: usize| sorted.get(place(of)).map_or(0.0, |time| (time * 10.0).round() / 10.0);
        Summary { name: self.name, unit: self.unit, n: sorted.len(), p50: share(50), p95: share(95) }
    }
}

/// Runs the measurements when it is opened.
#[component]
pub fn Bench() -> impl IntoView {
    let results = RwSignal::new(Vec::<Times>::new());
    let running = RwSignal::new(true);
    spawn_local(async move {
        for work in [
            Work { name: "wasm: project a plan, 30 lines x 10 years", plan: national::board(), repeat: 40 },
            Work { name: "wasm: project the country, 80 x 20 x 10", plan: national::country(), repeat: 1 },
        ] {
            let times = measure(work).await;
            results.try_update(|results| results.push(times));
        }
        if let Some(Ok(json)) = results.try_with_untracked(serde_json::to_string)
            && let Some(body) = document().body()
        {
            let _ = body.set_attribute("data-bench", &json);
        }
        running.try_set(false);
    });
    let json = move || {
        let summaries: Vec<Summary> = results.with(|results| results.iter().map(Times::summary).collect());
        serde_json::to_string_pretty(&summaries).unwrap_or_default()
    };
    view! {
        <article class="prose" data-bench-running=move || running.get().then_some("")>
            <h1>"Bench"</h1>
            <p role="status">{move || if running.get() { "Running …" } else { "Done." }}</p>
            <pre id="bench-result">{json}</pre>
        </article>
    }
}

async fn measure(work: Work) -> Times {
    let clock = window().performance();
    let now = move || clock.as_ref().map_or_else(js_sys::Date::now, web_sys::Performance::now);
    let mut times = Vec::with_capacity(SAMPLES);
    // The first run warms up and is not counted.
    for sample in 0..=SAMPLES {
        let start = now();
        for _ in 0..work.repeat {
            let _ = black_box(project(black_box(&work.plan), None));
        }
        let each = (now() - start) * 1000.0 / f64::from(work.repeat);
        if sample > 0 {
            times.push(each);
        }
        // The page stays alive between samples.
        TimeoutFuture::new(0).await;
    }
    Times { name: work.name, unit: "µs", times }
}
