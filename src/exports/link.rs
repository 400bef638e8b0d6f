//! The plan in a link.

use super::export::{Export, ExportedPart};
use crate::state::LinkScope;
use crate::ui::icon::Shape;
use crate::words::{action, link as text};
use leptos::prelude::*;

pub(super) static EXPORT: Export = Export {
    name: action::share,
    who: text::who,
    of: ExportedPart::WholePlan,
    shape: Shape::Code,
    test: "link",
    offered: |_| true,
    run: |chosen| {
        let is_open = chosen.context.scenario.get_untracked().is_some();
        chosen.context.sharing.set(Some(if is_open { LinkScope::PlanWithScenario } else { LinkScope::Plan }));
    },
};
