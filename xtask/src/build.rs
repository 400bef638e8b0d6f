//! The app by Trunk, and what a finished `dist/` needs beside that.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::run::{program, root, run};
use crate::{Outcome, csp, notices, offline, sheets, tools};

/// The development server: no optimising, no content policy, no work offline; those belong to a finished build.
pub fn serve(args: &[String]) -> Outcome {
    tools::for_build()?;
    sheets::build(true)?;
    println!("The first build takes some minutes; changes after it take seconds.");
    // A folder of its own, so that a finished build in dist/ stays whole.
    let mut trunk = program("trunk", &["serve", "--skip-version-check", "--public-url", "/", "--dist", "target/serve"]);
    fs::create_dir_all(root().join("target/serve")).map_err(|error| format!("cannot make target/serve: {error}"))?;
    run(trunk.args(args))
}

/// The finished site in `dist/`; with `--draft` quickly and large, for trying things in the browser while working.
pub fn build(args: &[String]) -> Outcome {
    tools::for_build()?;
    let profile: &[&str] = match args {
        [] => &["--release"],
        [draft] if draft == "--draft" => &["--cargo-profile", "draft"],
        _ => return Err("`cargo xtask build` takes `--draft` or nothing".to_owned()),
    };
    sheets::build(!args.is_empty())?;
    run(program("trunk", &["build", "--skip-version-check"]).args(profile))?;
    finish(&root().join("dist"))
}

/// Notices, content-addressed charts, the content policy and the service worker: in that order, as each sees what was
/// before it.
fn finish(dist: &Path) -> Outcome {
    notices::write_notices(dist)?;
    let page = dist.join("index.html");
    let html = read(&page)?;
    let html = name_charts(dist, &html)?;
    let html = sheets::name(dist, &html)?;
    let html = offline::announce(&html)?;
    let html = csp::add(&html)?;
    write(&page, html.as_bytes())?;
    offline::write_worker(dist)
}

/// Names the charts bundle by its content, so that no cache ever pairs an old one with a new app.
fn name_charts(dist: &Path, html: &str) -> Outcome<String> {
    let bundle = dist.join("charts/charts.js");
    let bytes = fs::read(&bundle).map_err(|error| format!("cannot read {}: {error}", bundle.display()))?;
    let digest: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("charts/charts-{digest}.js");
    fs::rename(&bundle, dist.join(&name)).map_err(|error| format!("cannot rename the charts bundle: {error}"))?;
    replace(html, r#"content="charts/charts.js""#, &format!(r#"content="{name}""#))
}

/// Replaces what must be there exactly once.
pub fn replace(html: &str, old: &str, new: &str) -> Outcome<String> {
    if html.matches(old).count() == 1 {
        Ok(html.replacen(old, new, 1))
    } else {
        Err(format!("the built index.html should hold `{old}` exactly once"))
    }
}

pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
