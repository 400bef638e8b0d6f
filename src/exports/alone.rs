//! The app and the plan as one file.

use super::export::{Export, ExportedPart};
use crate::commands::files;
use crate::ui::icon::Shape;
use crate::words::export as text;

pub(super) static EXPORT: Export = Export {
    name: text::alone,
    who: text::alone_who,
    of: ExportedPart::WholePlan,
    shape: Shape::Screen,
    test: "alone",
    offered: |_| true,
    run: |chosen| files::export_alone(chosen.context),
};
