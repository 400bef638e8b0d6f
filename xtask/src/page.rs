//! The page and the files that `index.html` names, laid into `dist/`. The same lines tell Trunk what to serve while one
//! works (`cargo xtask serve`); a finished build follows them itself, as Trunk from source is four hundred packages.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::Outcome;
use crate::build::{files, read, replace, write};
use crate::run::{program, root, run};

/// How a line begins, after its indent and tag, that names what the page needs.
const MARK: &str = " data-trunk ";

/// The app as the page starts it: addresses of its script and its module, and tags for it: those that the script before
/// the app reads, and what is asked for beside it.
pub struct App {
    pub script: String,
    pub module: String,
    pub told: String,
    pub beside: String,
}

/// An empty `dist/` with all that the page names but the app. Returns the page, which still waits for the app.
pub fn lay(dist: &Path) -> Outcome<String> {
    run(program("node", &["web/build.mjs"]).current_dir(root()))?;
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(|error| format!("cannot empty {}: {error}", dist.display()))?;
    }
    fs::create_dir_all(dist).map_err(|error| format!("cannot make {}: {error}", dist.display()))?;
    let page = read(&root().join("index.html"))?;
    let mut laid = String::new();
    for line in page.lines() {
        match line.contains(MARK) {
            true => laid.push_str(&asset(line, dist)?),
            false => laid.push_str(&format!("{line}\n")),
        }
    }
    Ok(laid)
}

/// The page that starts the app: its script runs when the page is there, its files are asked for at once.
pub fn start(html: &str, app: &App) -> Outcome<String> {
    let App { script, module, told, beside } = app;
    let start = format!(
        r#"<script type="module">
import init, * as bindings from '{script}';
const wasm = await init({{ module_or_path: '{module}' }});
window.wasmBindings = bindings;
dispatchEvent(new CustomEvent("TrunkApplicationStarted", {{ detail: {{ wasm }} }}));
</script>
<link rel="modulepreload" href="{script}" crossorigin="anonymous">
<link rel="preload" href="{module}" crossorigin="anonymous" as="fetch" type="application/wasm">{beside}
</head>"#
    );
    replace(&replace(html, "</title>", &format!("</title>{told}"))?, "</head>", &start)
}

/// Puts what a line names into `dist/`; returns the line that the page has instead.
fn asset(line: &str, dist: &Path) -> Outcome<String> {
    let unknown = || format!("index.html asks for something that the build does not know: {}", line.trim());
    let named = |name| attribute(line, name).ok_or_else(unknown);
    if line.trim_start().starts_with("<script") {
        let (name, digest) = by_content(named("src")?, dist)?;
        return Ok(format!("    <script src=\"./{name}\" integrity=\"{digest}\"></script>\n"));
    }
    match named("rel")? {
        "css" => {
            let (name, digest) = by_content(named("href")?, dist)?;
            Ok(format!("    <link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{digest}\">\n"))
        }
        "copy-dir" => copy(&root().join(named("href")?), dist).map(|()| String::new()),
        "copy-file" => copy_file(&root().join(named("href")?), dist).map(|()| String::new()),
        // Built on its own: [`start`].
        "rust" => Ok(String::new()),
        _ => Err(unknown()),
    }
}

/// The value of an attribute of a line's tag.
fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = line.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0)
}

/// Copies a file under a name that tells its content. Returns that and its digest as `integrity` wants it.
fn by_content(from: &str, dist: &Path) -> Outcome<(String, String)> {
    let path = root().join(from);
    let bytes = fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let name = named_by_content(&path, &bytes);
    write(&dist.join(&name), &bytes)?;
    Ok((name, format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&bytes)))))
}

/// `style.css` as `style-19b736237f126934.css`.
pub fn named_by_content(path: &Path, bytes: &[u8]) -> String {
    let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let digest: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{digest}.{}", part(path.file_stem()), part(path.extension()))
}

/// A folder with all that is in it, into `dist/` under its own name.
fn copy(folder: &Path, dist: &Path) -> Outcome {
    let above = folder.parent().unwrap_or(folder);
    for file in files(folder)? {
        let inside = file.strip_prefix(above).unwrap_or(&file).parent().unwrap_or(Path::new(""));
        copy_file(&file, &dist.join(inside))?;
    }
    Ok(())
}

fn copy_file(file: &Path, into: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("cannot copy {}: {error}", file.display());
    fs::create_dir_all(into).map_err(failed)?;
    fs::copy(file, into.join(file.file_name().unwrap_or_default())).map_err(failed)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_not_understood_is_refused() {
        let dist = Path::new("/nowhere");
        assert!(asset(r#"<link data-trunk rel="tailwind-css" href="a.css">"#, dist).is_err());
        assert!(asset(r#"<link data-trunk href="a.css">"#, dist).is_err());
        assert_eq!(asset(r#"<link data-trunk rel="rust" href="Cargo.toml">"#, dist), Ok(String::new()));
    }

    #[test]
    fn the_head_ends_with_what_starts_the_app() {
        let app = App {
            script: "./a/app.js".into(),
            module: "./a/app.wasm".into(),
            told: "<meta name=x>".into(),
            beside: "<link rel=y>".into(),
        };
        let page = start("<head><title></title><script src=x></script></head>", &app).expect("the page has a head");
        assert!(page.starts_with("<head><title></title><meta name=x><script src=x></script><script type=\"module\">"));
        assert!(page.contains("from './a/app.js'") && page.contains("module_or_path: './a/app.wasm'"));
        assert!(page.ends_with("<link rel=y>\n</head>"));
    }
}
