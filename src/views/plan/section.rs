//! The sections of the view: their groups, their names and the heading's id.

use crate::state::route::PlanSection as Section;
use crate::words::{self, Language, label, plan_settings as text};

/// The id of the shown section's heading, which takes the focus when what had it is gone.
pub const TITLE: &str = "plan-section-title";
/// The sections about the plan as a whole.
pub const OF_PLAN: [Section; 2] = [Section::About, Section::Associations];
/// The sections about one association.
pub const OF_ASSOCIATION: [Section; 6] =
    [Section::Details, Section::Equity, Section::Members, Section::Capacity, Section::Goals, Section::Printed];
/// The sections about how the plan is reckoned.
pub const OF_RULES: [Section; 3] = [Section::Indices, Section::Definitions, Section::Rules];

/// A section's name.
pub fn name(section: Section, language: Language) -> &'static str {
    match section {
        Section::About => text::about(language),
        Section::Associations => text::associations(language),
        Section::Details => label::facts(language),
        Section::Equity => label::equity(language),
        Section::Members => label::members(language),
        Section::Capacity => text::capacity(language),
        Section::Goals => label::goals(language),
        Section::Printed => crate::words::printed::title(language),
        Section::Indices => text::indices(language),
        Section::Definitions => words::metric::admin_share(language),
        Section::Rules => label::rules_for_equity(language),
    }
}
