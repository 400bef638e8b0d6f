//! Finding a Chromium to test in, or getting one; finding a Firefox.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::{answer, on_path, program, root, run};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FIREFOX: [&str; 2] = ["firefox", "firefox-esr"];

/// The path of a Chromium that starts. Looked for in this order: the variable CHROMIUM, PATH, the usual places,
/// Playwright's cache; installed if there is none.
pub fn chromium() -> Outcome<String> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let path = PathBuf::from(named);
        return works(&path)
            .ok_or_else(|| format!("the variable CHROMIUM names {}, which does not start", path.display()));
    }
    if let Some(found) = find() {
        return Ok(found);
    }

    let is_root = answer(&mut program("id", &["-u"])).as_deref() == Some("0");
    if is_root && on_path("apt-get").is_some() {
        println!("Installing Chromium from the system's packages (about a minute) …");
        let installed = run(&mut program("apt-get", &["update"]))
            .and_then(|()| run(&mut program("apt-get", &["install", "--yes", "chromium"])));
        if let Err(reason) = installed {
            println!("{reason}");
        }
    } else {
        println!("Installing Playwright's Chromium (about a minute) …");
        let folder = root().join("tests/browser");
        if let Err(reason) = run(program("npx", &["playwright", "install", "chromium"]).current_dir(folder)) {
            println!("{reason}");
        }
    }
    find().ok_or_else(|| {
        "no Chromium was found, and none could be installed: install Chromium or Chrome, or name one in the variable \
         CHROMIUM"
            .to_owned()
    })
}

/// The path of a Firefox that starts: the variable FIREFOX, or on PATH.
pub fn firefox() -> Option<String> {
    let named = env::var_os("FIREFOX").map(PathBuf::from);
    named.into_iter().chain(FIREFOX.iter().filter_map(|name| on_path(name))).find_map(|path| works(&path))
}

fn find() -> Option<String> {
    let on_path = NAMES.iter().filter_map(|name| on_path(name));
    on_path.chain(usual_places()).chain(playwright_cache()).find_map(|path| works(&path))
}

fn works(path: &Path) -> Option<String> {
    // Chrome on Windows opens a window instead of answering; there it must do to exist.
    let starts = if cfg!(windows) {
        path.is_file()
    } else {
        answer(&mut program(&path.to_string_lossy(), &["--version"])).is_some()
    };
    starts.then(|| path.to_string_lossy().into_owned())
}

fn usual_places() -> Vec<PathBuf> {
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ]
    .map(PathBuf::from)
    .into_iter()
    .filter(|path| path.is_file())
    .collect()
}

/// Playwright keeps its browsers in a folder per revision; the newest comes first.
fn playwright_cache() -> Vec<PathBuf> {
    const INSIDE: [&str; 4] = [
        "chrome-linux/chrome",
        "chrome-linux64/chrome",
        "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
        "chrome-win/chrome.exe",
    ];
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from).unwrap_or_default();
    let caches = [".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright"];
    let named = env::var_os("PLAYWRIGHT_BROWSERS_PATH").map(PathBuf::from);
    let mut found: Vec<PathBuf> = named
        .into_iter()
        .chain(caches.iter().map(|cache| home.join(cache)))
        .filter_map(|cache| fs::read_dir(cache).ok())
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("chromium-")))
        .flat_map(|folder| INSIDE.map(|inside| folder.join(inside)))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.reverse();
    found
}
