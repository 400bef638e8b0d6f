//! Migrations: how a plan of an older file version becomes one of the newest. Responsible for the table of steps and
//! for running them in order.
//!
//! When the format changes, [`super::VERSION`] goes up by one, a file `v1_to_v2.rs` beside this one holds the step,
//! [`STEPS`] gets its line, and a sample of the version left behind stays in `tests/formats/` for ever (`tests/formats.rs`
//! fails without it). A step maps values to values and never touches the types, which move on.

use super::VERSION;
use super::error::{MigrationError, ReadError};
use crate::form::JsonValue;

/// Brings a plan from one version to the next.
struct Migration {
    /// The version that it begins from.
    from: u32,
    change: fn(JsonValue) -> Result<JsonValue, MigrationError>,
}

/// All steps, oldest first. Empty as long as version 1 is the only one ever released.
const STEPS: &[Migration] = &[];

/// Brings a plan of `version` to the newest.
pub(super) fn to_newest(version: u32, plan: JsonValue) -> Result<JsonValue, ReadError> {
    run(STEPS, version, VERSION, plan)
}

fn run(steps: &[Migration], from: u32, to: u32, plan: JsonValue) -> Result<JsonValue, ReadError> {
    (from..to).try_fold(plan, |plan, from| {
        let failed = |reason| ReadError::MigrationFailed { from, reason };
        let step = steps.iter().find(|step| step.from == from).ok_or_else(|| failed(MigrationError::NoStep))?;
        (step.change)(plan).map_err(failed)
    })
}

#[cfg(test)]
mod tests {
    use super::super::OLDEST_VERSION;
    use super::*;
    use crate::form::Expected;

    fn append(plan: JsonValue, text: &str) -> Result<JsonValue, MigrationError> {
        match plan {
            JsonValue::Text(before) => Ok(JsonValue::Text(before + text)),
            _ => Err(MigrationError::Shape { path: "plan".into(), expected: Expected::Text }),
        }
    }

    const TWO: &[Migration] = &[
        Migration { from: 2, change: |plan| append(plan, "→3") },
        Migration { from: 1, change: |plan| append(plan, "→2") },
    ];

    #[test]
    fn every_released_version_has_exactly_one_step_on() {
        let from: Vec<u32> = STEPS.iter().map(|step| step.from).collect();
        assert_eq!(from, (OLDEST_VERSION..VERSION).collect::<Vec<_>>(), "the table has a gap or stands out of order");
    }

    #[test]
    fn steps_run_in_the_order_of_versions() {
        let text = |text: &str| JsonValue::Text(text.into());
        assert_eq!(run(TWO, 1, 3, text("1")), Ok(text("1→2→3")));
        assert_eq!(run(TWO, 2, 3, text("2")), Ok(text("2→3")));
        assert_eq!(run(TWO, 3, 3, text("3")), Ok(text("3")));
    }

    #[test]
    fn a_gap_and_a_failure_say_which_step() {
        let failed = |from, reason| Err(ReadError::MigrationFailed { from, reason });
        assert_eq!(run(TWO, 1, 4, JsonValue::Text("1".into())), failed(3, MigrationError::NoStep));
        let shape = MigrationError::Shape { path: "plan".into(), expected: Expected::Text };
        assert_eq!(run(TWO, 2, 3, JsonValue::Null), failed(2, shape));
    }
}
