//! Each text and module of a finished site a second and third time, compressed as well as can be: a web server that
//! looks for them sends those and spends no time of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::build::{files, write};
use crate::bundle;
use crate::offline::SITE;

const KINDS: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];
/// The endings of what is written here.
pub const ENDINGS: [&str; 2] = ["br", "gz"];

/// Comes last: what is changed after it would have old copies beside it.
pub fn compress(dist: &Path) -> Outcome {
    // What whoever publishes the site fills in later would have old copies beside it; the one file is packed inside.
    let found: Vec<PathBuf> =
        files(dist)?.into_iter().filter(|path| !path.ends_with(SITE) && !path.ends_with(bundle::FILE)).collect();
    for path in found.iter().filter(|path| path.extension().is_some_and(|kind| KINDS.iter().any(|one| kind == *one))) {
        let bytes = fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        write(&beside(path, "br"), &brotli(&bytes)?)?;
        write(&beside(path, "gz"), &gzip(&bytes)?)?;
    }
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// The bytes as brotli at its best.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params).map_err(|error| format!("brotli: {error}"))?;
    Ok(packed)
}

/// The bytes as gzip at its best.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).and_then(|()| packer.finish()).map_err(|error| format!("gzip: {error}"))
}
