//! A number that can be moved, with the range of its slider.

use crate::money::Decimal;
use crate::plan::{LeverAddress, Plan};
use crate::quantity::{LeverUnit, QuantityKind};

/// A number that can be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lever {
    /// Where it is.
    pub address: LeverAddress,
    /// Its value now.
    pub value: Decimal,
    /// What the value counts.
    pub unit: LeverUnit,
    /// The least value of its slider; the exact field may go further.
    pub least: Decimal,
    /// The most value of its slider.
    pub most: Decimal,
    /// The slider's step.
    pub step: Decimal,
}

impl Lever {
    pub(super) fn new(address: LeverAddress, value: Decimal, scale: QuantityKind, plan: &Plan) -> Lever {
        let range = scale.range(value, plan.horizon());
        Lever { address, value, unit: scale.unit(), least: range.least, most: range.most, step: range.step }
    }
}
