//! The year's cycle and targets.

use super::value::{month, name, text};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use samplan::plan::{AnnualEvent, Id, StepKind, StepWhat, Target, TargetKind, TargetStep};

pub fn event() -> impl Strategy<Value = AnnualEvent> {
    (name(), 1u8..=12, of(1u8..=29), of(1u8..=12), (text(), text(), text())).prop_map(
        |(name, month, day, last, (what, owner, source))| AnnualEvent {
            id: Id::new(""),
            name,
            month,
            day,
            last,
            what,
            owner,
            source,
        },
    )
}

pub fn target() -> impl Strategy<Value = Target> {
    let kind = select(vec![TargetKind::Merger, TargetKind::Admission, TargetKind::Own]);
    (name(), kind, month(), vec(step(), 0..4), any::<bool>(), text()).prop_map(
        |(name, kind, date, steps, done, source)| Target { id: Id::new(""), name, kind, date, steps, done, source },
    )
}

fn step() -> impl Strategy<Value = TargetStep> {
    let kinds = vec![StepKind::Direction, StepKind::Analysis, StepKind::ShareKey, StepKind::Closing];
    let what = prop_oneof![select(kinds).prop_map(StepWhat::Preset), name().prop_map(StepWhat::Own)];
    (what, -120i16..=120, 1u16..=120, any::<bool>()).prop_map(|(what, months_before, length, done)| TargetStep {
        what,
        months_before,
        length,
        done,
    })
}
