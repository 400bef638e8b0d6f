//! One scenario of a comparison.

use super::Trace;
use crate::plan::Id;

/// One scenario of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioColumn {
    /// The scenario; the base when absent.
    pub scenario: Option<Id>,
    /// Its tables, decision by decision.
    pub trace: Trace,
}
