//! A scenario as a file of its own.

use super::export::{Export, ExportedPart};
use crate::commands::files;
use crate::ui::icon::Shape;
use crate::words::export as text;

pub(super) static EXPORT: Export = Export {
    name: text::scenario,
    who: text::scenario_who,
    of: ExportedPart::Case,
    shape: Shape::Sliders,
    test: "scenario",
    offered: |chosen| chosen.scenario().is_some(),
    run: |chosen| {
        if let Some(id) = &chosen.scenario {
            files::export_scenario(chosen.context, id);
        }
    },
};
