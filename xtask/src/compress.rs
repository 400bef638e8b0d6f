//! Each text and module of a finished site a second and third time, compressed as well as can be: a web server that
//! looks for them sends those and spends no time of its own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::build::files;
use crate::bundle;
use crate::offline::SITE;
use crate::run::{program, run};

const KINDS: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];
const BROTLI: &str = "br";
const GZIP: &str = "gz";
/// The endings of what is written here.
pub const ENDINGS: [&str; 2] = [BROTLI, GZIP];

/// Comes last: what is changed after it would have old copies beside it.
pub fn compress(dist: &Path) -> Outcome {
    // What whoever publishes the site fills in later would have old copies beside it; the one file is packed inside.
    let mut found: Vec<PathBuf> =
        files(dist)?.into_iter().filter(|path| !path.ends_with(SITE) && !path.ends_with(bundle::FILE)).collect();
    found.retain(|path| path.extension().is_some_and(|kind| KINDS.iter().any(|one| kind == *one)));
    lay_beside(&found)
}

/// What a file weighs compressed, in bytes of brotli and of gzip; nothing where no copy lies beside it.
pub fn packed(path: &Path) -> [Option<u64>; 2] {
    ENDINGS.map(|ending| fs::metadata(beside(path, ending)).ok().map(|copy| copy.len()))
}

/// Lays the compressed copies of files beside them.
pub fn lay_beside(files: &[PathBuf]) -> Outcome {
    run(program("node", &["web/compress.mjs"]).args(files))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
