//! The sections of the view, and which of them is shown.

use crate::words::{Language, label, plan_settings as text};
use std::cell::Cell;

/// A section of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Description and years.
    About,
    /// Which associations the plan has.
    Associations,
    /// An association's name and number.
    Details,
    /// Its equity.
    Equity,
    /// Its members.
    Members,
    /// What a coordinator costs and gives.
    Capacity,
    /// Goals in numbers.
    Goals,
    /// What its document states.
    Printed,
    /// Indices.
    Indices,
    /// What counts as administration.
    Definitions,
    /// Floor and staircase.
    Rules,
}

impl Section {
    /// The sections about the plan as a whole.
    pub const OF_PLAN: [Section; 2] = [Section::About, Section::Associations];
    /// The sections about one association.
    pub const OF_ASSOCIATION: [Section; 6] =
        [Section::Details, Section::Equity, Section::Members, Section::Capacity, Section::Goals, Section::Printed];
    /// The sections about how the plan is reckoned.
    pub const OF_RULES: [Section; 3] = [Section::Indices, Section::Definitions, Section::Rules];

    /// Its name.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Section::About => text::about(language),
            Section::Associations => text::associations(language),
            Section::Details => label::facts(language),
            Section::Equity => label::equity(language),
            Section::Members => label::members(language),
            Section::Capacity => text::capacity(language),
            Section::Goals => label::goals(language),
            Section::Printed => crate::words::printed::title(language),
            Section::Indices => text::indices(language),
            Section::Definitions => text::definitions(language),
            Section::Rules => label::rules_for_equity(language),
        }
    }

    /// Its name in tests.
    pub fn tag(self) -> &'static str {
        match self {
            Section::About => "about",
            Section::Associations => "associations",
            Section::Details => "details",
            Section::Equity => "equity",
            Section::Members => "members",
            Section::Capacity => "capacity",
            Section::Goals => "goals",
            Section::Printed => "printed",
            Section::Indices => "indices",
            Section::Definitions => "definitions",
            Section::Rules => "rules",
        }
    }
}

thread_local! {
    /// Kept for the visit, so that going to the table and back does not lose the place.
    static LAST: Cell<Section> = const { Cell::new(Section::About) };
}

pub(super) fn last() -> Section {
    LAST.get()
}

pub(super) fn remember(section: Section) {
    LAST.set(section);
}

/// Lets the view open at a section; for links from other views, before they go to it.
pub fn open_at(section: Section) {
    remember(section);
}
