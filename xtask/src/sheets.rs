//! The module that reads spreadsheets: built before the app into `target/sheets/`, where `web/build.mjs` takes it from, and
//! named by its content in a finished build.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::build::replace;
use crate::run::{program, run};
use crate::{Outcome, builder, split};

const TARGET: &str = "wasm32-unknown-unknown";
const FOLDER: &str = "target/sheets";

/// Builds it, small or quickly.
pub fn build(draft: bool) -> Outcome {
    let profile = if draft { "draft" } else { "release" };
    let package = ["build", "--package", "samplan-sheets", "--lib", "--target", TARGET, "--profile", profile];
    run(program("cargo", &package).args(builder::unnamed()?))?;
    let built = format!("target/{TARGET}/{profile}/samplan_sheets.wasm");
    run(&mut program(
        "wasm-bindgen",
        &["--target", "web", "--no-typescript", "--out-dir", FOLDER, "--out-name", "samplan_sheets", &built],
    ))?;
    if draft {
        return Ok(());
    }
    split::optimise(&[PathBuf::from(format!("{FOLDER}/samplan_sheets_bg.wasm"))])
}

/// Names its folder by what is in it, so that no cache ever pairs an old one with a new app.
pub fn name(dist: &Path, html: &str) -> Outcome<String> {
    let folder = dist.join("sheets");
    let failed = |error: std::io::Error| format!("cannot name {}: {error}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .map_err(failed)?
        .map(|entry| entry.map(|one| one.path()))
        .collect::<Result<_, _>>()
        .map_err(failed)?;
    files.sort();
    let mut digest = Sha256::new();
    for file in files {
        digest.update(fs::read(&file).map_err(failed)?);
    }
    let digest: String = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("sheets-{digest}");
    fs::rename(&folder, dist.join(&name)).map_err(failed)?;
    replace(html, r#"content="sheets/worker.js""#, &format!(r#"content="{name}/worker.js""#))
}
