//! Metrics: the yearly figures of a projection. One table says all that there is to say of a metric but how it is
//! computed (`projection/figures.rs`) and what it comes from (`comparison/provenance.rs`).

use crate::form::Form;
use serde::{Deserialize, Serialize};

/// What kind of number a metric is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetricKind {
    /// Kronor.
    Money,
    /// A share, 0–1.
    Share,
    /// A count of people or places.
    Count {
        /// The decimals that it is shown with.
        decimals: u32,
    },
}

/// How much a metric says, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A figure that boards ask of first.
    Key,
    /// A row of a statement.
    Main,
    /// A part of such a row, where there is room for more.
    Part,
    /// A sum on the way to others, which statements leave out.
    Inner,
}

/// Writes the metrics from their table.
macro_rules! metrics {
    ($($(#[$doc:meta])+ $name:ident: $kind:ident $({ $field:ident: $value:literal })?, $rank:ident;)+) => {
        /// A yearly figure of the projection.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Form)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Metric {
            $($(#[$doc])+ $name,)+
        }

        impl Metric {
            /// All metrics, in the order of a statement.
            pub const ALL: [Metric; [$(Metric::$name),+].len()] = [$(Metric::$name),+];

            /// What kind of number it is.
            pub fn kind(self) -> MetricKind {
                match self {
                    $(Metric::$name => MetricKind::$kind $({ $field: $value })?,)+
                }
            }

            /// How much it says.
            pub fn rank(self) -> Rank {
                match self {
                    $(Metric::$name => Rank::$rank,)+
                }
            }
        }
    };
}

// In the order of a statement.
metrics! {
    /// Contributions (*bidrag*).
    Contributions: Money, Main;
    /// Other income.
    OtherIncome: Money, Main;
    /// All income, the financial too.
    Income: Money, Inner;
    /// Planned use of saved money.
    EquityUse: Money, Main;
    /// Frame (*ram inkl. sparade medel*): contributions + other income + planned use of saved money.
    Frame: Money, Key;
    /// Board.
    Board: Money, Part;
    /// Administration.
    Administration: Money, Part;
    /// Audit.
    Audit: Money, Part;
    /// Board + administration + audit.
    Overhead: Money, Main;
    /// Financial costs − financial income.
    FinancialNet: Money, Main;
    /// Activity room (*insatsram*): frame − board − administration − audit − financial net.
    ActivityRoom: Money, Key;
    /// Base activities.
    Base: Money, Main;
    /// Process activities.
    Process: Money, Main;
    /// Structure activities.
    Structure: Money, Main;
    /// Activities with no approach set.
    Untagged: Money, Main;
    /// Activities (*insatser*), all approaches.
    Activities: Money, Inner;
    /// Operating cost (*verksamhetens kostnader*): board + administration + audit + activities.
    Cost: Money, Main;
    /// Frame − cost − financial net: what the budget leaves unused of its frame (*utrymme mot ramen*).
    FrameLeft: Money, Inner;
    /// Result (*årets resultat*): income − costs. Saved money is not income.
    Result: Money, Key;
    /// Equity at the beginning of the year.
    OpeningEquity: Money, Inner;
    /// Equity at the end of the year (*eget kapital*).
    Equity: Money, Key;
    /// Admin share, 0–1, by the plan's definitions.
    AdminShare: Share, Key;
    /// Coordinators: base money / cost per full-time equivalent.
    Fte: Count { decimals: 2 }, Key;
    /// Places: coordinators × places per full-time equivalent.
    Places: Count { decimals: 0 }, Key;
}

impl Metric {
    /// The metrics that it is the sum of, each with whether it is taken off; empty where it is none. Income has financial
    /// income beside these, and equity what is moved in or out.
    pub fn terms(self) -> &'static [(Metric, bool)] {
        use Metric as M;
        match self {
            M::Income => &[(M::Contributions, false), (M::OtherIncome, false)],
            M::Frame => &[(M::Contributions, false), (M::OtherIncome, false), (M::EquityUse, false)],
            M::Overhead => &[(M::Board, false), (M::Administration, false), (M::Audit, false)],
            M::ActivityRoom => &[(M::Frame, false), (M::Overhead, true), (M::FinancialNet, true)],
            M::Activities => &[(M::Base, false), (M::Process, false), (M::Structure, false), (M::Untagged, false)],
            M::Cost => &[(M::Overhead, false), (M::Activities, false)],
            M::FrameLeft => &[(M::ActivityRoom, false), (M::Activities, true)],
            M::Result => {
                &[(M::Contributions, false), (M::OtherIncome, false), (M::FinancialNet, true), (M::Cost, true)]
            }
            M::Equity => &[(M::OpeningEquity, false), (M::Result, false)],
            M::Contributions
            | M::OtherIncome
            | M::EquityUse
            | M::Board
            | M::Administration
            | M::Audit
            | M::FinancialNet
            | M::Base
            | M::Process
            | M::Structure
            | M::Untagged
            | M::OpeningEquity
            | M::AdminShare
            | M::Fte
            | M::Places => &[],
        }
    }

    /// The rows of a statement, in its order: the metrics that say as much as `least`, or more.
    pub fn statement(least: Rank) -> impl Iterator<Item = Metric> {
        Metric::ALL.into_iter().filter(move |metric| metric.rank() <= least)
    }
}
