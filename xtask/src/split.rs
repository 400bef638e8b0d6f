//! Splitting: the app as Cargo linked it becomes a main module and modules that are fetched when they are first used
//! (`src/late.rs` says what comes in which). All files of one build stand in a folder that is named by their content, so
//! that one build's modules never meet another's.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::build::{read, replace_all, write};
use crate::page::App;
use crate::run::{program, root, run};
use crate::sections::{number, sections};
use crate::{Outcome, first_load, imports, pack};

/// Its name, as Cargo has it.
pub const APP: &str = "samplan-app";
/// The scripts that fetch modules and fit them to the main one; the main module names it in its imports.
const LOADER: &str = "__wasm_split.js";
/// The module that every open plan needs, the table in it. All its pieces come as one file: whatever else is fetched
/// comes after it.
pub const PLAN: &str = "plan";
/// The pack of small pieces that several other modules share.
pub const SHARED: &str = "shared";
/// How the names of pieces begin that several modules share.
const CHUNK: &str = "chunk_";
/// Pieces smaller than this, in bytes, are not worth a request of their own.
const SMALL: usize = 16 * 1024;
/// What Cargo's linker tells the splitter, and names for debuggers: of no use in a browser.
const LEFT_OUT: [&str; 5] = [".debug_", "linking", "reloc.", "name", "producers"];
/// Where the list of modules is, for `cargo xtask bench`: which files each is made of.
pub fn list() -> PathBuf {
    root().join("target/split/modules.json")
}

/// The app as one module, as small as the split one: what the split one's weight is held against.
pub fn whole() -> Outcome<PathBuf> {
    let bound = root().join("target/split/whole");
    bind(&linked(), &bound)?;
    let small = bare(&bound.join(format!("{APP}_bg.wasm")))?;
    optimise(std::slice::from_ref(&small))?;
    Ok(small)
}

/// Puts the split app into `dist/`.
pub fn split(dist: &Path) -> Outcome<App> {
    let work = root().join("target/split");
    let _ = fs::remove_dir_all(&work);
    let (pieces, bound) = (work.join("pieces"), work.join("bound"));
    fs::create_dir_all(&pieces).map_err(|error| format!("cannot make {}: {error}", pieces.display()))?;
    divide(&pieces)?;
    bind(&pieces.join(format!("{APP}.wasm")), &bound)?;

    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    // What the page has asked for ahead is not asked for again.
    let loader = replace_all(&read(&pieces.join(LOADER))?, "fetch(new URL(", "window.samplan.fetched(new URL(")?;
    files.push((LOADER.to_owned(), loader.into_bytes()));
    let main = bound.join(format!("{APP}_bg.wasm"));
    first_load::check(&bytes(&main)?)?;
    let script = bound.join(format!("{APP}.js"));
    let (short, shorter) = imports::shorten(&bytes(&main)?, &read(&script)?)?;
    write(&main, &short)?;
    files.push((name(&script), shorter.into_bytes()));
    let of_plan = files_of(PLAN)?.into_iter().map(|piece| bytes(&pieces.join(format!("{piece}.wasm"))));
    let of_plan = of_plan.collect::<Outcome<Vec<_>>>()?;
    first_load::check_plan(of_plan.iter().map(Vec::as_slice))?;
    let mut modules = vec![main];
    for entry in fs::read_dir(&pieces).map_err(|error| format!("cannot list {}: {error}", pieces.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let part = ["split_", CHUNK].iter().any(|start| name(&path).starts_with(start));
        if part && path.extension().is_some_and(|kind| kind == "wasm") {
            modules.push(path);
        }
    }
    let (packs, others) = packs(all_smaller(&modules)?)?;
    for (name, pieces) in &packs {
        let pieces = pieces.iter().map(|(name, bytes)| (stem(name), bytes.as_slice()));
        files.push((format!("{name}.wasm"), pack::pack(pieces)));
    }
    files.extend(others);
    files.sort();

    let digest =
        files.iter().fold(Sha256::new(), |so_far, (name, bytes)| so_far.chain_update(name).chain_update(bytes));
    let digest: String = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let folder = format!("app-{digest}");
    fs::create_dir_all(dist.join(&folder)).map_err(|error| format!("cannot make {folder}: {error}"))?;
    for (name, bytes) in &files {
        write(&dist.join(&folder).join(name), bytes)?;
    }
    Ok(app(&folder, &packs))
}

/// A file with its name.
type File = (String, Vec<u8>);

/// Files that come as one, by the name of that one.
type Packs = [(&'static str, Vec<File>); 2];

/// What comes as one file: the pieces of [`PLAN`], and what is left of small ones that several of the others share, under
/// [`SHARED`]. And the rest, each as a file of its own.
fn packs(all: Vec<File>) -> Outcome<(Packs, Vec<File>)> {
    let of_plan = files_of(PLAN)?;
    let (plan, others) = all.into_iter().partition(|(name, _)| of_plan.iter().any(|piece| piece == stem(name)));
    let is_crumb = |(name, bytes): &File| name.starts_with(CHUNK) && bytes.len() < SMALL;
    let (shared, others): (Vec<File>, _) = Vec::into_iter(others).partition(is_crumb);
    Ok(([(PLAN, plan), (SHARED, shared)], others))
}

/// The files of a module, as [`list`] has them.
pub fn files_of(module: &str) -> Outcome<Vec<String>> {
    let listed: serde_json::Value = serde_json::from_str(&read(&list())?).map_err(|error| error.to_string())?;
    let files = listed.get(module).and_then(serde_json::Value::as_array);
    let files = files.ok_or_else(|| format!("the split app holds no module {module}"))?;
    Ok(files.iter().filter_map(serde_json::Value::as_str).map(str::to_owned).collect())
}

/// The linked app into pieces: one for the start, one for each module, and what several share.
fn divide(pieces: &Path) -> Outcome {
    let (input, main) = (bytes(&linked())?, pieces.join(format!("{APP}.wasm")));
    let script = format!("./{APP}.js");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = pieces;
    options.main_out_path = &main;
    options.main_module = &script;
    let split =
        wasm_split_cli_support::transform(options).map_err(|error| format!("cannot split the app: {error:?}"))?;
    let modules = serde_json::to_string_pretty(&split.prefetch_map).map_err(|error| error.to_string())?;
    write(&list(), modules.as_bytes())
}

/// The app as Cargo linked it.
fn linked() -> PathBuf {
    root().join(format!("target/wasm32-unknown-unknown/release/{APP}.wasm"))
}

/// A module with the script that fits it to the browser.
fn bind(module: &Path, bound: &Path) -> Outcome {
    let flags = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--keep-debug", "--out-name", APP];
    let mut bindgen = program("wasm-bindgen", &flags);
    run(bindgen.arg("--out-dir").arg(bound).arg(module))
}

/// All of them by name, in two runs side by side.
fn all_smaller(modules: &[PathBuf]) -> Outcome<Vec<File>> {
    // Each run gets about as many bytes.
    let mut by_size = modules.to_vec();
    by_size.sort_by_key(|module| fs::metadata(module).map_or(0, |about| about.len()));
    let (even, odd): (Vec<_>, Vec<_>) = by_size.into_iter().enumerate().partition(|(place, _)| place % 2 == 0);
    let paths = |half: Vec<(usize, PathBuf)>| half.into_iter().map(|(_, path)| path).collect::<Vec<_>>();
    let (one, other) = (paths(even), paths(odd));
    let (one, other) = std::thread::scope(|scope| {
        let beside = scope.spawn(|| smaller(&other));
        (smaller(&one), beside.join())
    });
    let mut all = one?;
    all.extend(other.map_err(|_| "optimising the modules stopped")??);
    Ok(all)
}

/// Modules without what no browser needs, optimised.
fn smaller(modules: &[PathBuf]) -> Outcome<Vec<File>> {
    let small = modules.iter().map(|module| bare(module)).collect::<Outcome<Vec<_>>>()?;
    optimise(&small)?;
    modules.iter().zip(&small).map(|(module, small)| Ok((name(module), bytes(small)?))).collect()
}

/// A module without what no browser needs, as a file of its own.
fn bare(module: &Path) -> Outcome<PathBuf> {
    let bare = without_sections(&bytes(module)?).ok_or_else(|| format!("{} is cut off", module.display()))?;
    let path = module.with_extension("small.wasm");
    write(&path, &bare)?;
    Ok(path)
}

/// Optimises modules in their places.
pub fn optimise(modules: &[PathBuf]) -> Outcome {
    run(program("node", &["web/smaller.mjs"]).args(modules))
}

/// The module without the sections in [`LEFT_OUT`]; `None` when it ends too soon.
fn without_sections(module: &[u8]) -> Option<Vec<u8>> {
    let (head, sections) = sections(module)?;
    let mut kept = head.to_vec();
    for section in sections {
        let left_out = section.kind == 0 && {
            let (length, named) = number(section.body)?;
            let name = named.get(..length)?;
            LEFT_OUT.iter().any(|one| name.starts_with(one.as_bytes()))
        };
        if !left_out {
            kept.extend_from_slice(section.whole);
        }
    }
    Some(kept)
}

/// How the page starts the split app.
fn app(folder: &str, packs: &Packs) -> App {
    // Told to the script that runs before the app: which pieces each pack holds. The first comes along where a plan is
    // stored.
    let told = packs.iter().map(|(name, pieces)| {
        let pieces: Vec<&str> = pieces.iter().map(|(name, _)| stem(name)).collect();
        format!("./{folder}/{name}.wasm {}", pieces.join(" "))
    });
    let told = told.collect::<Vec<_>>().join(";");
    App {
        script: format!("./{folder}/{APP}.js"),
        module: format!("./{folder}/{APP}_bg.wasm"),
        told: format!(r#"<meta name="samplan-packs" content="{told}">"#),
        beside: format!(r#"<link rel="modulepreload" href="./{folder}/{LOADER}" crossorigin="anonymous">"#),
    }
}

/// A module's name without its ending.
fn stem(name: &str) -> &str {
    name.trim_end_matches(".wasm")
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::without_sections;

    #[test]
    fn what_no_browser_needs_is_left_out_and_the_rest_stays_as_it_is() {
        let head = b"\0asm\x01\0\0\0";
        let types = [1, 1, 0];
        let names = [&[0, 6][..], b"\x04name\0"].concat();
        let features = [&[0, 5][..], b"\x03own\0"].concat();
        let module = [&head[..], &types, &names, &features].concat();
        assert_eq!(without_sections(&module), Some([&head[..], &types, &features].concat()));
        assert_eq!(without_sections(&module[..module.len() - 1]), None);
    }
}
