//! `cargo xtask bench`: how fast the model is, how heavy the app is, and how soon it can be used.

use serde_json::Value;

use crate::run::{capture, program, root, run, step};
use crate::{Outcome, build, tools};

/// What the main module may weigh, compressed by brotli.
const BUDGET: u64 = 200_000;

pub fn bench(args: &[String]) -> Outcome {
    tools::for_build()?;
    let chromium = tools::for_browser()?;

    step("model, natively", || {
        run(program("cargo", &["bench", "--no-default-features", "--bench", "*", "--"]).args(args))
    })?;
    step("build", || build::build(&[]))?;
    step("sizes of dist/", sizes)?;
    step("the app in Chromium", || loads(&chromium))
}

fn sizes() -> Outcome {
    let files = json(&mut program("node", &["web/sizes.mjs", "dist"]))?;
    println!("   {:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    let mut total = [0; 3];
    let mut main = None;
    for file in files.as_array().into_iter().flatten() {
        let name = file["path"].as_str().unwrap_or_default();
        let bytes = ["raw", "gzip", "brotli"].map(|key| file[key].as_u64().unwrap_or_default());
        println!("   {:>10} {:>10} {:>10}  {name}", bytes[0], bytes[1], bytes[2]);
        total = [total[0] + bytes[0], total[1] + bytes[1], total[2] + bytes[2]];
        if name.starts_with("samplan-app") && name.ends_with(".wasm") {
            main = Some(bytes[2]);
        }
    }
    println!("   {:>10} {:>10} {:>10}  in all", total[0], total[1], total[2]);
    let main = main.ok_or("dist/ holds no module of the app")?;
    let verdict = if main <= BUDGET { "within" } else { "OVER" };
    println!("   The main module is {verdict} its budget: {main} of {BUDGET} bytes, {} %", main * 100 / BUDGET);
    Ok(())
}

fn loads(chromium: &str) -> Outcome {
    let country = root().join("target/country.json");
    let example = ["run", "--quiet", "--no-default-features", "--example", "country"];
    let text = capture(program("cargo", &example).current_dir(root()))?;
    std::fs::write(&country, text).map_err(|error| format!("{}: {error}", country.display()))?;
    let script = &mut program("node", &["tests/browser/bench-load.mjs"]);
    let found = json(script.env("CHROMIUM", chromium).env("COUNTRY", &country))?;
    for row in found.as_array().into_iter().flatten() {
        let number = |key: &str| row[key].as_f64().unwrap_or(f64::NAN);
        let (name, unit) = (row["name"].as_str().unwrap_or_default(), row["unit"].as_str().unwrap_or_default());
        let (p50, p95, n) = (number("p50"), number("p95"), number("n"));
        println!("   {name:<44} p50 {p50:>9.1} {unit}   p95 {p95:>9.1} {unit}   n = {n}");
    }
    Ok(())
}

fn json(command: &mut std::process::Command) -> Outcome<Value> {
    let text = capture(command.current_dir(root()))?;
    serde_json::from_str(&text).map_err(|error| format!("a measuring script did not print JSON: {error}"))
}
