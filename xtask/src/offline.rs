//! The service worker: the app works without a network once it has been open with one.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::build::{self, read, replace, write};
use crate::bundle;
use crate::csp::sha256;

const WORKER: &str = "sw.js";
/// Who publishes the site.
pub const SITE: &str = "site.json";
const TEMPLATE: &str = include_str!("sw.js");
/// The page's address in the list.
const PAGE: &str = "./";
/// What the page says of its version until the files that name it are known.
const UNNAMED: &str = "";

/// Tells the page that there is a worker to register, and leaves room for the version. Only a finished build has one.
pub fn announce(html: &str) -> Outcome<String> {
    let told = format!(r#"<meta name="samplan-offline" content="{WORKER}">{}"#, version_tag(UNNAMED));
    replace(html, "</title>", &format!("</title>{told}"))
}

/// Names the version by what is in it, in the page and in the worker, and writes the worker with the list of all files
/// and their digests. Comes last: it must see every file as it will be.
pub fn write_worker(dist: &Path) -> Outcome {
    let mut files = serde_json::Map::new();
    for path in build::files(dist)?.into_iter().filter(|path| is_kept(path)) {
        let bytes = fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let inside = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        // The page is kept under its folder's address: some servers send index.html elsewhere.
        let address = if inside == "index.html" { PAGE.to_owned() } else { inside };
        files.insert(address, sha256(bytes).into());
    }

    // The worker's own text counts too: two workers never share a cache.
    let digest = Sha256::new().chain_update(list(&files)?).chain_update(TEMPLATE).finalize();
    let version: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let page = dist.join("index.html");
    let html = replace(&read(&page)?, &version_tag(UNNAMED), &version_tag(&version))?;
    write(&page, html.as_bytes())?;
    files.insert(PAGE.to_owned(), sha256(html).into());

    let worker = TEMPLATE.replace("\"VERSION\"", &format!("\"{version}\"")).replace("\"FILES\"", &list(&files)?);
    write(&dist.join(WORKER), worker.as_bytes())
}

fn list(files: &serde_json::Map<String, serde_json::Value>) -> Outcome<String> {
    serde_json::to_string_pretty(files).map_err(|error| error.to_string())
}

fn version_tag(version: &str) -> String {
    format!(r#"<meta name="samplan-version" content="{version}">"#)
}

/// Not the worker itself, which browsers keep, nor what nobody's app asks for, nor what whoever publishes the site fills in
/// after the build.
fn is_kept(path: &Path) -> bool {
    path.file_name().is_some_and(|name| ![WORKER, SITE, bundle::FILE].iter().any(|other| name == *other))
        && path.extension().is_some_and(|kind| kind != "txt")
}
