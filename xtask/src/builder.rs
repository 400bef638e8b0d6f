//! What is published says nothing of who built it: the folders of the builder's machine stand in no module, so that the
//! same sources give the same files, whoever builds them and where.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::root;

/// For Cargo: names files of dependencies from their registry on. (Those of the workspace are named from its folder on.)
pub fn unnamed() -> Outcome<[String; 2]> {
    let sources = cargo_home()?.join("registry/src");
    // In single quotes a path is taken as it stands.
    let flags = format!("target.wasm32-unknown-unknown.rustflags=['--remap-path-prefix={}=crates']", sources.display());
    Ok(["--config".to_owned(), flags])
}

/// That no module in the finished site, in its folders either, holds a folder of the builder's.
pub fn check_unnamed(dist: &Path) -> Outcome {
    let folders = [cargo_home()?, root()].map(|folder| folder.display().to_string());
    for module in modules(dist)? {
        let bytes = fs::read(&module).map_err(|error| format!("cannot read {}: {error}", module.display()))?;
        let named = |folder: &&String| bytes.windows(folder.len()).any(|window| window == folder.as_bytes());
        if let Some(folder) = folders.iter().find(named) {
            return Err(format!("{} names a folder of this machine, {folder}", module.display()));
        }
    }
    Ok(())
}

fn cargo_home() -> Outcome<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| "there is no home folder, and CARGO_HOME is not set".to_owned())
}

fn modules(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let failed = |error: std::io::Error| format!("cannot look into {}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.extend(modules(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "wasm") {
            found.push(path);
        }
    }
    Ok(found)
}
