//! `cargo xtask tenth`: a tenth decision is two files and a line in each of two tables. A copy of the repository gets
//! just that, and both crates are compiled.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::{capture, program, root, run};

/// A table, the line that a tenth decision is in it, and the decision's file beside it.
const MODEL: Addition = Addition {
    table: "model/src/decision/kinds/mod.rs",
    opens: "decisions! {\n",
    line: "    mod gift: Gift(Gift) \"gift\", \"Equity that comes in one year.\";\n",
    file: include_str!("../tenth/model.rs"),
};
const VIEW: Addition = Addition {
    table: "src/decisions/kinds/mod.rs",
    opens: "decision_views! {\n",
    line: "    mod gift: Gift;\n",
    file: include_str!("../tenth/view.rs"),
};

struct Addition {
    table: &'static str,
    opens: &'static str,
    line: &'static str,
    file: &'static str,
}

pub fn tenth() -> Outcome {
    let copy = copy()?;
    for addition in [MODEL, VIEW] {
        addition.make(&copy)?;
    }
    let check = |args: &[&str]| {
        // The dependencies are those that the checks before compiled.
        let mut cargo = program("cargo", &["check", "--offline", "--quiet"]);
        run(cargo.args(args).current_dir(&copy).env("CARGO_TARGET_DIR", root().join("target")))
    };
    check(&["--package", "samplan", "--features", "schema"])?;
    check(&["--target", "wasm32-unknown-unknown", "--bin", "samplan-app", "--release"])?;
    fs::remove_dir_all(&copy).map_err(|error| format!("could not remove {}: {error}", copy.display()))
}

impl Addition {
    fn make(&self, copy: &Path) -> Outcome {
        let failed = |error: std::io::Error| format!("{}: {error}", self.table);
        let table = copy.join(self.table);
        let text = fs::read_to_string(&table).map_err(failed)?;
        let Some((before, after)) = text.split_once(self.opens) else {
            return Err(format!("{} has no table that begins with `{}`", self.table, self.opens.trim()));
        };
        fs::write(&table, [before, self.opens, self.line, after].concat()).map_err(failed)?;
        fs::write(table.with_file_name("gift.rs"), self.file).map_err(failed)
    }
}

/// The repository's files, as they are now, in a folder of their own.
fn copy() -> Outcome<PathBuf> {
    let copy = root().join("target/tenth");
    if copy.exists() {
        fs::remove_dir_all(&copy).map_err(|error| format!("could not remove {}: {error}", copy.display()))?;
    }
    let files = capture(&mut program("git", &["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    for file in files.lines().filter(|file| root().join(file).is_file()) {
        let to = copy.join(file);
        let failed = |error: std::io::Error| format!("could not copy {file}: {error}");
        fs::create_dir_all(to.parent().unwrap_or(&copy)).map_err(failed)?;
        fs::copy(root().join(file), to).map_err(failed)?;
    }
    Ok(copy)
}
