//! The budget line (*budgetpost*).

use super::{Active, Approach, Focus, Grade, Party, Rounding, Schedule, Status, is_default};
use crate::calendar::Year;
use crate::form::Form;
use crate::id::Id;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// One row of the budget: an income or a cost with its amounts over time and its tags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Unique in the association.
    pub id: Id,
    /// The line's name as the budget shows it.
    pub name: String,
    /// What kind of income or cost it is.
    pub category: Category,
    /// For a contribution: the member that pays it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<Id>,
    /// For a contribution that stands for a whole party: the party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Party>,
    /// The amounts over time.
    pub schedule: Schedule,
    /// First and last active month, when the line does not run all the time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub active: Active,
    /// The index that the amounts follow after the last given year; 0 % when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Id>,
    /// The step that continued amounts are rounded to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub round_to: Rounding,
    /// Base, process or structure; unset when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approach: Option<Approach>,
    /// Whether step-downs leave the line alone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub locked: bool,
    /// Individual or structural (*individinriktad*, *strukturövergripande*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<Focus>,
    /// Decided, planned or an idea.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Likelihood that it goes wrong (*risk*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Grade>,
    /// Effect if it goes wrong (*effekt*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Grade>,
    /// Whether the money comes from, or goes with, a project of the European Social Fund (ESF).
    #[serde(default, skip_serializing_if = "is_default")]
    pub esf: bool,
    /// Who runs it (*projektägare*, *huvudman*): an organisation, never a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Participants by year; counts only.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub participants: SortedMap<Year, u32>,
    /// Where the figures come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Line {
    /// A line with no tags.
    pub fn new(id: Id, name: &str, category: Category, schedule: Schedule) -> Line {
        Line {
            id,
            name: name.to_owned(),
            category,
            member: None,
            party: None,
            schedule,
            active: Active::default(),
            index: None,
            round_to: Rounding::default(),
            approach: None,
            locked: false,
            focus: None,
            status: None,
            risk: None,
            effect: None,
            esf: false,
            owner: String::new(),
            participants: SortedMap::new(),
            source: String::new(),
            note: String::new(),
        }
    }
}

/// What kind of income or cost a line is (*slag*). finsam.se recommends the cost areas board, administration, audit
/// and activities (https://www.finsam.se/kunskapsstod/ekonomi/uppratta-ekonomiadministration).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// A member's yearly money (*medlemsinsats, bidrag*).
    Contribution,
    /// Other income.
    OtherIncome,
    /// Interest and the like.
    FinancialIncome,
    /// The board (*styrelse*).
    Board,
    /// Administration.
    Administration,
    /// Audit (*revision*).
    Audit,
    /// An activity (*insats*) for the target group.
    Activity,
    /// Interest paid, bank fees.
    FinancialCost,
}

impl Category {
    /// All categories in the order that a budget shows them.
    pub const ALL: [Category; 8] = [
        Category::Contribution,
        Category::OtherIncome,
        Category::FinancialIncome,
        Category::Board,
        Category::Administration,
        Category::Audit,
        Category::Activity,
        Category::FinancialCost,
    ];

    /// Whether amounts of this category add to the result.
    pub fn is_income(self) -> bool {
        matches!(self, Category::Contribution | Category::OtherIncome | Category::FinancialIncome)
    }
}
