//! The target that is being edited.

use super::tool::CalendarTool;
use leptos::prelude::*;
use samplan::explore::preset_steps;
use samplan::plan::{Id, Target};

/// Reads and changes it while it is there.
#[derive(Clone, Copy)]
pub struct EditedTarget {
    pub tool: CalendarTool,
    pub id: StoredValue<Id>,
    pub target: Memo<Option<Target>>,
}

impl EditedTarget {
    /// Reads the target; its usual steps where it has none of its own.
    pub fn read<T: Default>(self, read: impl FnOnce(&Target) -> T) -> T {
        let Some(mut target) = self.target.get() else { return T::default() };
        if target.steps.is_empty() {
            target.steps = preset_steps(target.kind);
        }
        read(&target)
    }

    /// Changes it as one step of undo.
    pub fn set(self, change: &dyn Fn(&mut Target)) -> Result<(), String> {
        self.id.with_value(|id| self.tool.change_target(id, change))
    }
}
