//! The app as one file: a page that runs from a memory stick, on a computer where nothing may be installed. Each build lays
//! it beside the app, which makes others from it with a plan inside; `cargo xtask bundle` takes it from there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::build::{self, read, replace, write};
use crate::run::{program, root, run};

/// Its name in a built site.
pub const FILE: &str = "samplan.html";
/// Where a plan goes.
const PLACE: &str = r#"<script type="application/json" id="plan-inside"></script>"#;

/// Makes it from a site that is finished but for its service worker and its compressed copies.
pub fn lay(dist: &Path) -> Outcome {
    run(program("node", &["web/bundle.mjs"]).arg(dist).arg(dist.join(FILE)))
}

/// `cargo xtask bundle [PLAN.json]`: builds the site and puts the one file, with a plan inside if one is named, into
/// `target/bundle/`.
pub fn bundle(args: &[String]) -> Outcome {
    let plan = match args {
        [] => None,
        [plan] => Some(PathBuf::from(plan)),
        _ => return Err("`cargo xtask bundle` takes one plan's file, or nothing".to_owned()),
    };
    let text = plan.as_deref().map(read).transpose()?;
    build::build(&[])?;
    let page = read(&root().join("dist").join(FILE))?;
    let (name, page) = match (plan, text) {
        (Some(plan), Some(text)) => {
            let stem = plan.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (format!("{stem}.html"), with_plan(&page, &text)?)
        }
        _ => (FILE.to_owned(), page),
    };
    let folder = root().join("target/bundle");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let file = folder.join(name);
    write(&file, page.as_bytes())?;
    println!("{}: {} kB", file.display(), page.len().div_ceil(1000));
    Ok(())
}

/// The page with a plan inside. No tag can begin there: in JSON a `<` can be written otherwise.
fn with_plan(page: &str, plan: &str) -> Outcome<String> {
    let inside = PLACE.replace("></", &format!(">{}</", plan.replace('<', "\\u003c")));
    replace(page, PLACE, &inside)
}

#[cfg(test)]
mod tests {
    use super::{PLACE, with_plan};

    #[test]
    fn a_plan_goes_into_its_place_and_begins_no_tag() {
        let page = format!("<body>{PLACE}<script>run()</script></body>");
        let with = with_plan(&page, r#"{"name":"</script><b>"}"#).expect("the page has a place");
        assert!(with.contains(r#"id="plan-inside">{"name":"\u003c/script>\u003cb>"}</script><script>run()"#));
        assert!(with_plan("<body></body>", "{}").is_err());
    }
}
