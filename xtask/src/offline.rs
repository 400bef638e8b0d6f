//! The service worker: the app works without a network once it has been open with one.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::build::{replace, write};
use crate::csp::sha256;

const WORKER: &str = "sw.js";
const TEMPLATE: &str = include_str!("sw.js");

/// Tells the page that there is a worker to register. Only a finished build has one.
pub fn announce(html: &str) -> Outcome<String> {
    replace(html, "</title>", &format!(r#"</title><meta name="samplan-offline" content="{WORKER}">"#))
}

/// Writes the worker with the list of all files and their digests. Comes last: it must see every file as it will be.
pub fn write_worker(dist: &Path) -> Outcome {
    let mut paths = Vec::new();
    collect(dist, &mut paths).map_err(|error| format!("cannot list {}: {error}", dist.display()))?;
    paths.sort();

    let mut files = serde_json::Map::new();
    for path in paths {
        let bytes = fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let inside = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        // The page is kept under its folder's address: some servers send index.html elsewhere.
        let address = if inside == "index.html" { "./".to_owned() } else { inside };
        files.insert(address, sha256(bytes).into());
    }

    let list = serde_json::to_string_pretty(&files).map_err(|error| error.to_string())?;
    let version: String = Sha256::digest(&list).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let worker = TEMPLATE.replace("\"VERSION\"", &format!("\"{version}\"")).replace("\"FILES\"", &list);
    write(&dist.join(WORKER), worker.as_bytes())
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else if path.file_name().is_some_and(|name| name != WORKER) && path.extension().is_some_and(|e| e != "txt") {
            into.push(path);
        }
    }
    Ok(())
}
