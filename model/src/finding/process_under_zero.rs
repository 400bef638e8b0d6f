//! A step-down whose base takes more than there is for base and process: process is left at zero and money is missing.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::budget::ShortfallKind;
use crate::money::{Decimal, sub};

/// A step-down gives base more than there is for base and process together; process stays at zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessUnderZero {
    /// What there is for base and process; negative when not even the lines left alone fit.
    pub room: Decimal,
    /// The base money.
    pub base: Decimal,
    pub missing: Decimal,
}

impl Evidence for ProcessUnderZero {
    fn leads_to(&self) -> Destination {
        Destination::Scenario
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("room", Fact::Number(self.room)),
            ("base", Fact::Number(self.base)),
            ("missing", Fact::Number(self.missing)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<ProcessUnderZero> {
    let mut found = Vec::new();
    for shortfall in &context.budget.shortfalls {
        if let ShortfallKind::ProcessUnderZero { room, base } = &shortfall.kind {
            let (room, base) = (*room, *base);
            let detail = ProcessUnderZero { room, base, missing: sub(base, room)? };
            found.push(Found::left_over(shortfall, Severity::Error, detail));
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
