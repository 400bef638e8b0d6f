//! The plan's dates as a calendar file.

use super::export::{Export, ExportedPart};
use crate::components::calendar_file;
use crate::ui::icon::Shape;
use crate::words::export as text;

pub(super) static EXPORT: Export = Export {
    name: text::calendar,
    who: text::calendar_who,
    of: ExportedPart::WholePlan,
    shape: Shape::Sheet,
    test: "calendar",
    offered: |chosen| calendar_file::is_dated(&chosen.plan),
    run: |chosen| calendar_file::save(chosen.context),
};
