//! Where the guided form is kept: it is made when its view is first opened, and lives as long as the app, so that nothing
//! typed is lost when another view is shown.

use super::form::Form;
use leptos::prelude::*;

/// The form, once there is one, and whether anything has been typed into it.
#[derive(Clone, Copy)]
pub struct Begun {
    form: StoredValue<Option<Form>>,
    owner: StoredValue<Owner>,
    touched: RwSignal<bool>,
}

impl Begun {
    /// No form yet, but perhaps one that was left half filled in at the last visit. Made where the app is mounted.
    pub fn new(is_left: bool) -> Begun {
        let owner = Owner::current().unwrap_or_default();
        Begun { form: StoredValue::new(None), owner: StoredValue::new(owner), touched: RwSignal::new(is_left) }
    }

    /// Whether anything has been typed.
    pub fn is_touched(&self) -> bool {
        self.touched.get()
    }

    /// The form; made by the first who asks.
    pub fn form(&self, start: impl FnOnce() -> Form) -> Form {
        if let Some(form) = self.form.get_value() {
            return form;
        }
        let touched = self.touched;
        let form = self.owner.get_value().with(|| {
            let form = untrack(start);
            Effect::new(move |_| touched.set(form.is_touched()));
            form
        });
        self.form.set_value(Some(form));
        form
    }
}
