//! What the tools share: what is looked at, and what stands above it.

use super::measure::MeasureQuery;
use crate::state::Context;
use crate::ui::form::click;
use crate::ui::text::text_fn;
use crate::words::{self, label};
use leptos::prelude::*;
use samplan::plan::{Association, Id, Plan};

/// What is looked at.
#[derive(Clone, Copy)]
pub struct ExploreShown {
    pub context: Context,
    /// What is looked at: metric, association, year.
    pub sought: MeasureQuery,
    /// The association whose register or accounts are shown.
    pub one: Memo<Option<Id>>,
}

impl ExploreShown {
    /// Reads the association whose register or accounts are shown, and follows it.
    pub fn association<T>(self, read: impl FnOnce(&Plan, &Association) -> T) -> Option<T> {
        let plan = self.context.plan()?;
        let id = self.one.get()?;
        plan.association(&id).map(|found| read(&plan, found))
    }

    /// The open scenario, while the plan has it.
    pub fn scenario(self) -> Option<Id> {
        self.context.with_scenario(|_, scenario| scenario.id.clone())
    }
}

/// A tool's heading, what it assumes and what it does not tell.
pub fn heading(title: words::Word, assumes: words::Word, silent: words::Word) -> AnyView {
    view! {
        <div class="tool-head">
            <h2 id="tool-title">{text_fn(title)}</h2>
            <p class="muted">{text_fn(assumes)}" "{text_fn(silent)}</p>
        </div>
    }
    .into_any()
}

/// Which of the plan's associations is shown, when there are several.
pub fn association_choice(shown: ExploreShown) -> AnyView {
    let context = shown.context;
    let buttons = move || {
        let plan = context.plan()?;
        (plan.associations.len() > 1).then(|| {
            let each = plan.associations.iter().map(|one| {
                let (id, pressed) = (one.id.clone(), one.id.clone());
                view! {
                    <button type="button" on:click=click(move || context.place.show_association(Some(id.clone())))
                        aria-pressed=Signal::derive(move || (shown.one.get().as_ref() == Some(&pressed)).to_string())>
                        {one.name.clone()}
                    </button>
                }
            });
            let each = each.collect_view();
            view! {
                <div class="segments associations" role="group" aria-label=label::show(context.language())>
                    {each}
                </div>
            }
        })
    };
    buttons.into_any()
}
