//! The app, served while one works or as a finished `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::page::{self, App};
use crate::run::{program, root, run};
use crate::{Outcome, builder, bundle, compress, csp, notices, offline, publisher, sheets, split, tools};

/// The development server: no optimising, no content policy, no work offline; those belong to a finished build.
pub fn serve(args: &[String]) -> Outcome {
    tools::for_serve()?;
    sheets::build(true)?;
    println!("The first build takes some minutes; changes after it take seconds.");
    // A folder of its own, so that a finished build in dist/ stays whole.
    let mut trunk = program("trunk", &["serve", "--skip-version-check", "--public-url", "/", "--dist", "target/serve"]);
    fs::create_dir_all(root().join("target/serve")).map_err(|error| format!("cannot make target/serve: {error}"))?;
    run(trunk.args(args))
}

/// How the site is built.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// In modules that are fetched when they are first used.
    Split,
    /// As one module, for what cannot fetch.
    Whole,
    /// Quickly and large, for trying things in the browser while working.
    Draft,
}

/// The finished site in `dist/`.
pub fn build(args: &[String]) -> Outcome {
    let kind = match args {
        [] => Kind::Split,
        [whole] if whole == "--whole" => Kind::Whole,
        [draft] if draft == "--draft" => Kind::Draft,
        _ => return Err("`cargo xtask build` takes `--whole`, `--draft` or nothing".to_owned()),
    };
    compile(kind)?;
    sheets::build(kind == Kind::Draft)?;
    let dist = root().join("dist");
    let html = page::lay(&dist)?;
    publisher::fill_in(&dist)?;
    let app = match kind {
        Kind::Split => split::split(&dist)?,
        Kind::Whole | Kind::Draft => whole(&dist, kind)?,
    };
    finish(&dist, &page::start(&html, &app)?, kind)
}

impl Kind {
    /// As Cargo is told.
    fn flags(self) -> &'static [&'static str] {
        match self {
            Kind::Whole => &["--release"],
            Kind::Split => &["--release", "--features", "split"],
            Kind::Draft => &["--profile", "draft"],
        }
    }

    /// Where Cargo puts the app.
    fn linked(self) -> PathBuf {
        let profile = if self == Kind::Draft { "draft" } else { "release" };
        root().join(format!("target/wasm32-unknown-unknown/{profile}/{}.wasm", split::APP))
    }
}

/// What takes longest, from the very start: the app is compiled beside the tools.
fn compile(kind: Kind) -> Outcome {
    tools::for_compiler()?;
    let mut cargo = program("cargo", &["build", "--target", "wasm32-unknown-unknown", "--bin", split::APP]);
    cargo.args(kind.flags()).args(builder::unnamed()?);
    let (compiled, tools) = std::thread::scope(|scope| {
        let tools = scope.spawn(tools::for_build);
        (run(&mut cargo), tools.join())
    });
    compiled?;
    tools.map_err(|_| "installing the tools stopped")?
}

/// The app as one module, in `dist/` under names that tell its content.
fn whole(dist: &Path, kind: Kind) -> Outcome<App> {
    let bound = root().join("target/bound");
    run(program("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-name", split::APP])
        .arg("--out-dir")
        .arg(&bound)
        .arg(kind.linked()))?;
    let (script, module) = (bound.join(format!("{}.js", split::APP)), bound.join(format!("{}_bg.wasm", split::APP)));
    if kind == Kind::Whole {
        split::optimise(std::slice::from_ref(&module))?;
    }
    let laid = |path: &Path| {
        let bytes = fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let name = page::named_by_content(path, &bytes);
        write(&dist.join(&name), &bytes)?;
        Ok::<_, String>(format!("./{name}"))
    };
    Ok(App { script: laid(&script)?, module: laid(&module)?, told: String::new(), beside: String::new() })
}

/// Notices, content-addressed charts, the content policy, the one file, the service worker and compressed copies: in that
/// order, as each sees what was before it.
fn finish(dist: &Path, html: &str, kind: Kind) -> Outcome {
    notices::write_notices(dist)?;
    let html = name_charts(dist, html)?;
    let html = sheets::name(dist, &html)?;
    let html = offline::announce(&html)?;
    let html = csp::add(&html)?;
    write(&dist.join("index.html"), html.as_bytes())?;
    builder::check_unnamed(dist)?;
    bundle::lay(dist)?;
    offline::write_worker(dist)?;
    if kind == Kind::Draft { Ok(()) } else { compress::compress(dist) }
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

/// Replaces what must be there, wherever it stands.
pub fn replace_all(html: &str, old: &str, new: &str) -> Outcome<String> {
    if html.contains(old) {
        Ok(html.replace(old, new))
    } else {
        Err(format!("the built index.html should hold `{old}`"))
    }
}

/// All files of a folder and the folders in it, sorted.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let failed = |error: std::io::Error| format!("cannot list {}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
