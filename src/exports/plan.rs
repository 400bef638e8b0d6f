//! The plan as a file.

use super::export::{Export, ExportedPart};
use crate::commands::files;
use crate::ui::icon::Shape;
use crate::words::export as text;

pub(super) static EXPORT: Export = Export {
    name: text::plan,
    who: text::plan_who,
    of: ExportedPart::WholePlan,
    shape: Shape::Download,
    test: "plan",
    offered: |_| true,
    run: |chosen| files::export(chosen.context),
};
