//! `cargo xtask bench`: how fast the model is, how heavy the app is, and how soon it can be used.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::build::{self, files, read};
use crate::compress::{ENDINGS, lay_beside, packed};
use crate::run::{capture, program, root, run, step};
use crate::{Outcome, split, tools, twin};

/// What is fetched of WebAssembly, compressed by brotli, until Home can be used with nothing stored.
const HOME: usize = 270_000;
/// The same until the table can be used with a stored plan.
const BUDGET: usize = 330_000;
/// What all modules may weigh together, in hundredths of the app as one module.
const TOGETHER: usize = 120;

pub fn bench(args: &[String]) -> Outcome {
    tools::for_build()?;
    let (wasm_alone, args): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| *arg == "--wasm");
    if !wasm_alone.is_empty() {
        return step("model, as WebAssembly in Node", wasm);
    }
    let chromium = tools::for_browser()?;
    // A folder with a build from before is measured beside this one; all else is for the native benchmarks.
    let (before, args): (Vec<&String>, Vec<&String>) = args.iter().partition(|arg| Path::new(arg).is_dir());

    step("model, natively", || {
        run(program("cargo", &["bench", "--no-default-features", "--bench", "*", "--"]).args(&args))
    })?;
    step("model, as WebAssembly in Node", wasm)?;
    step("build", || build::build(&[]))?;
    step("sizes of dist/", sizes)?;
    let verdict = step("what is fetched when", modules);
    step("the app in Chromium", || loads(&chromium))?;
    step("slow lines", || lines(&chromium, before.first().map(|folder| folder.as_str())))?;
    verdict
}

/// The model alone, compiled and optimised as the app has it.
fn wasm() -> Outcome {
    let module = twin::module()?;
    print(&mut program("node", &["tests/browser/bench-wasm.mjs", &module]))
}

fn sizes() -> Outcome {
    println!("   {:>10} {:>10} {:>10}", "raw", "gzip", "brotli");
    let dist = root().join("dist");
    let mut rows = Vec::new();
    for path in files(&dist)? {
        let is_copy = path.extension().is_some_and(|kind| ENDINGS.iter().any(|ending| kind == *ending));
        if !is_copy {
            let name = path.strip_prefix(&dist).unwrap_or(&path).display().to_string();
            rows.push((packed(&path), bytes(&path)?.len(), name));
        }
    }
    rows.sort();
    for ([brotli, gzip], raw, name) in rows.iter().rev() {
        let shown = |weight: &Option<u64>| weight.map_or_else(|| "–".to_owned(), |weight| weight.to_string());
        println!("   {raw:>10} {:>10} {:>10}  {name}", shown(gzip), shown(brotli));
    }
    Ok(())
}

/// What each module is made of and weighs, and whether what is fetched at the start is within its budgets.
fn modules() -> Outcome {
    let dist = root().join("dist");
    let mut weights: BTreeMap<String, usize> = BTreeMap::new();
    for path in files(&dist)? {
        // The worker that reads spreadsheets has a module of its own, which no view waits for.
        if !path.components().any(|part| part.as_os_str().to_string_lossy().starts_with("app-")) {
            continue;
        }
        let packed = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".wasm.br"));
        if let Some(name) = packed {
            weights.insert(name.to_owned(), bytes(&path)?.len());
        }
    }
    let weight = |name: &str| weights.get(name).copied().unwrap_or_default();
    let main = weight("samplan-app_bg");
    println!("   {main:>10}  main");
    let listed: Value = serde_json::from_str(&read(&split::list())?).map_err(|error| error.to_string())?;
    // The pieces of open plans come as one file, before anything else.
    let (plan, in_plan) = (weight(split::PLAN), split::files_of(split::PLAN)?);
    println!("   {plan:>10}  {}, {} pieces as one file", split::PLAN, in_plan.len());
    println!("   {:>10}  {}, with the first of the others", weight(split::SHARED), split::SHARED);
    for (module, pieces) in listed.as_object().into_iter().flatten() {
        if module == split::PLAN {
            continue;
        }
        let pieces = pieces.as_array().into_iter().flatten().filter_map(Value::as_str);
        let pieces: Vec<&str> = pieces.filter(|piece| in_plan.iter().all(|one| one != piece)).collect();
        let whole: usize = pieces.iter().map(|piece| weight(piece)).sum();
        println!(
            "   {whole:>10}  {module} after that, of it {} its own, in {} files",
            weight(&format!("split_{module}")),
            pieces.len()
        );
    }
    let all: usize = weights.values().sum();
    let whole = split::whole()?;
    lay_beside(std::slice::from_ref(&whole))?;
    let [whole, _] = packed(&whole);
    let whole = whole.and_then(|weight| usize::try_from(weight).ok()).ok_or("the app as one module was not weighed")?;
    let mut over = Vec::new();
    for (what, found, most) in [
        ("Home with nothing stored", main, HOME),
        ("Budget with a stored plan", main.saturating_add(plan), BUDGET),
        ("all modules", all, whole.saturating_mul(TOGETHER) / 100),
    ] {
        println!("   {what}: {found} of {most} bytes of brotli");
        if found > most {
            over.push(what);
        }
    }
    println!("   as one module: {whole} bytes");
    if over.is_empty() { Ok(()) } else { Err(format!("over budget: {}", over.join(", "))) }
}

fn loads(chromium: &str) -> Outcome {
    let country = root().join("target/country.json");
    let example = ["run", "--quiet", "--no-default-features", "--example", "country"];
    let text = capture(program("cargo", &example).current_dir(root()))?;
    std::fs::write(&country, text).map_err(|error| format!("{}: {error}", country.display()))?;
    let script = &mut program("node", &["tests/browser/bench-load.mjs"]);
    print(script.env("CHROMIUM", chromium).env("COUNTRY", &country))
}

/// The start and each view on slow lines, beside a build from before where one is named.
fn lines(chromium: &str, before: Option<&str>) -> Outcome {
    let script = &mut program("node", &["tests/browser/bench-line.mjs"]);
    if let Some(before) = before {
        script.env("BEFORE", before);
    }
    print(script.env("CHROMIUM", chromium))
}

fn print(script: &mut std::process::Command) -> Outcome {
    let text = capture(script.current_dir(root()))?;
    let found: Value =
        serde_json::from_str(&text).map_err(|error| format!("a measuring script did not print JSON: {error}"))?;
    for row in found.as_array().into_iter().flatten() {
        let number = |key: &str| row[key].as_f64().unwrap_or(f64::NAN);
        let (name, unit) = (row["name"].as_str().unwrap_or_default(), row["unit"].as_str().unwrap_or_default());
        let (p50, p95, n) = (number("p50"), number("p95"), number("n"));
        let against = row["against"].as_f64().zip(row["called"].as_str());
        let against = against.map(|(limit, called)| format!("   ({called}: {limit} {unit}, {:.2} of it)", p50 / limit));
        let against = against.unwrap_or_default();
        println!("   {name:<44} p50 {p50:>9.1} {unit}   p95 {p95:>9.1} {unit}   n = {n}{against}");
    }
    Ok(())
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
