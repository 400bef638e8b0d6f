//! What a board can try: each kind of decision in one sentence with an example.

use crate::commands::edit::commit;
use crate::commands::merge::draft_names;
use crate::decisions;
use crate::state::Context;
use crate::ui::dialog::Dialog;
use crate::ui::form::click;
use crate::ui::text::text_signal;
use crate::words::{self, scenario as text};
use leptos::prelude::*;
use samplan::decision::{Decision, DecisionGroup, DecisionKind};
use samplan::edit::{Edit, ScenarioEdit, free_step, next_decision};
use samplan::plan::ScenarioStep;

/// The dialog.
pub fn picker(context: Context, open: RwSignal<bool>) -> AnyView {
    let groups = move || {
        let group = |group: DecisionGroup| {
            let kinds = DecisionKind::ALL.into_iter().filter(|kind| kind.group() == group);
            let kinds = kinds.map(|kind| choice(context, open, kind)).collect_view();
            let (name, note) = words::decision_group(context.language(), group);
            view! {
                <h3>{name}</h3>
                <p class="muted small">{note}</p>
                <ul class="kinds">{kinds}</ul>
            }
        };
        // What boards ask for first is decisions; the assumptions follow.
        [DecisionGroup::Measure, DecisionGroup::Division, DecisionGroup::Assumption]
            .map(group)
            .into_iter()
            .collect_view()
    };
    view! {
        <Dialog open=open wide=true title=text_signal(text::pick)>
            {groups()}
        </Dialog>
    }
    .into_any()
}

fn choice(context: Context, open: RwSignal<bool>, kind: DecisionKind) -> AnyView {
    let language = context.language();
    let decision = drafted(context, kind);
    let (title, what) = (decisions::name(language, kind), decisions::what(language, kind));
    let Some(decision) = decision else {
        let why = decisions::cannot(language, kind);
        return view! {
            <li class="kind" data-test=format!("kind-{kind:?}")>
                <p class="title">{title}</p><p>{what}</p><p class="small muted">{why}</p>
            </li>
        }
        .into_any();
    };
    let decision = StoredValue::new(decision);
    let pick = move || {
        if add(context, decision.get_value()) {
            open.set(false);
        }
    };
    view! {
        <li class="kind" data-test=format!("kind-{kind:?}")>
            <button type="button" class="title" autofocus on:click=click(pick)>{title}</button>
            <p>{what}</p>
            <p class="small muted">{decisions::example(language, kind)}</p>
        </li>
    }
    .into_any()
}

/// A new decision about the association that is shown, the merged one, or the first.
fn drafted(context: Context, kind: DecisionKind) -> Option<Decision> {
    let names = draft_names(context.language());
    let shown = context.association.get_untracked();
    untrack(|| context.with_scenario(|plan, scenario| next_decision(plan, scenario, shown.as_ref(), kind, &names)))
        .flatten()
}

fn add(context: Context, decision: Decision) -> bool {
    let kind = decision.kind();
    let found = untrack(|| {
        context.with_scenario(|_, scenario| (scenario.id.clone(), free_step(scenario, decisions::id_stem(kind))))
    });
    let Some((scenario, id)) = found else { return false };
    let step = ScenarioStep { id: id.clone(), name: String::new(), on: true, decision };
    match commit(context, Edit::Scenario(scenario, ScenarioEdit::AddStep(Box::new(step)))) {
        Ok(()) => {
            show(&id);
            true
        }
        Err(why) => {
            context.notices.warn(why);
            false
        }
    }
}

/// Brings the new card into sight, with the focus on it.
fn show(id: &samplan::plan::Id) {
    use wasm_bindgen::JsCast;
    let id = format!("step-{id}");
    // After the dialog has given the focus back.
    set_timeout(
        move || {
            let card = document().get_element_by_id(&id).and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok());
            if let Some(card) = card {
                let _ = card.focus();
            }
        },
        std::time::Duration::from_millis(50),
    );
}
