//! Where the guided form is kept: it is made when its view is first opened, and lives as long as the app, so that nothing
//! typed is lost when another view is shown.

use super::form::NewPlanForm;
use crate::state::context;
use leptos::prelude::*;

/// The form, once there is one.
#[derive(Clone, Copy)]
pub struct Begun {
    form: StoredValue<Option<NewPlanForm>>,
    owner: StoredValue<Owner>,
}

impl Begun {
    /// No form yet. Made where the app is mounted.
    pub fn new() -> Begun {
        Begun { form: StoredValue::new(None), owner: StoredValue::new(Owner::current().unwrap_or_default()) }
    }

    /// The form; made by the first who asks.
    pub fn form(&self, start: impl FnOnce() -> NewPlanForm) -> NewPlanForm {
        if let Some(form) = self.form.get_value() {
            return form;
        }
        let begun = context().new_plan_begun;
        let form = self.owner.get_value().with(|| {
            let form = untrack(start);
            Effect::new(move |_| begun.set(form.is_touched()));
            form
        });
        self.form.set_value(Some(form));
        form
    }
}
