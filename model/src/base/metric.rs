//! Metrics: the yearly figures of a projection.

use serde::{Deserialize, Serialize};

/// A yearly figure of the projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Contributions (*bidrag*).
    Contributions,
    /// Other income.
    OtherIncome,
    /// All income, the financial too.
    Income,
    /// Planned use of saved money.
    EquityUse,
    /// Frame (*ram inkl. sparade medel*): contributions + other income + planned use of saved money.
    Frame,
    /// Board.
    Board,
    /// Administration.
    Administration,
    /// Audit.
    Audit,
    /// Board + administration + audit.
    Overhead,
    /// Activities (*insatser*), all approaches.
    Activities,
    /// Base activities.
    Base,
    /// Process activities.
    Process,
    /// Structure activities.
    Structure,
    /// Activities with no approach set.
    Untagged,
    /// Operating cost (*verksamhetens kostnader*): board + administration + audit + activities.
    Cost,
    /// Financial costs − financial income.
    FinancialNet,
    /// Result (*årets resultat*): income − costs. Saved money is not income.
    Result,
    /// Equity at the beginning of the year.
    OpeningEquity,
    /// Equity at the end of the year (*eget kapital*).
    Equity,
    /// Frame − cost − financial net: what the budget leaves unused of its frame (*utrymme mot ramen*).
    FrameLeft,
    /// Activity room (*insatsram*): frame − board − administration − audit − financial net.
    ActivityRoom,
    /// Admin share, 0–1, by the plan's definitions.
    AdminShare,
    /// Coordinators: base money / cost per full-time equivalent.
    Fte,
    /// Places: coordinators × places per full-time equivalent.
    Places,
}

impl Metric {
    /// All metrics.
    pub const ALL: [Metric; 24] = [
        Metric::Contributions,
        Metric::OtherIncome,
        Metric::Income,
        Metric::EquityUse,
        Metric::Frame,
        Metric::Board,
        Metric::Administration,
        Metric::Audit,
        Metric::Overhead,
        Metric::Activities,
        Metric::Base,
        Metric::Process,
        Metric::Structure,
        Metric::Untagged,
        Metric::Cost,
        Metric::FinancialNet,
        Metric::Result,
        Metric::OpeningEquity,
        Metric::Equity,
        Metric::FrameLeft,
        Metric::ActivityRoom,
        Metric::AdminShare,
        Metric::Fte,
        Metric::Places,
    ];
}
