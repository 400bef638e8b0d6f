//! The associations of the plan; a second one makes a merger possible.

use super::add_form::AddForm;
use super::lens::{AssociationLens, PlanLens};
use super::section::TITLE;
use crate::commands::edit::{commit_step, tell};
use crate::decisions::leave;
use crate::state::route::{PlanSection as Section, Route};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{focus_later, text_fn};
use crate::words::{self, label, plan_settings as text};
use leptos::prelude::*;
use samplan::decision::Reference;
use samplan::edit::{AssociationEdit, Edit};
use samplan::plan::{Association, Id, Plan, users};

#[component]
pub fn Associations(plan: PlanLens, show: Callback<Section>) -> impl IntoView {
    let context = plan.context;
    let ids = plan.part(|plan| plan.associations.iter().map(|association| association.id.clone()).collect::<Vec<_>>());
    let add = move |name: String| {
        if name.is_empty() {
            return Err(text::name_first(context.language()).to_owned());
        }
        let taken = |plan: &Plan| Id::from_name(&name, |id| plan.associations.iter().any(|one| one.id.as_str() == id));
        let Some(id) = untrack(|| plan.with(taken)) else { return Ok(()) };
        let association = Box::new(Association::new(id.clone(), &name));
        crate::commands::edit::commit(context, Edit::Association(id.clone(), AssociationEdit::Add(association)))?;
        context.place.show_association(Some(id));
        Ok(())
    };
    view! {
        <p class="hint">{text_fn(text::associations_what)}</p>
        <ul class="items">
            {keyed_list(move || ids.get(), move |id| view! { <Row plan=plan id=id show=show/> })}
        </ul>
        <p><a href=move || context.place.address(Route::Meet) data-test="from-file">{text_fn(words::meet::from_file)}</a></p>
        <AddForm id="add-association" label=words::decision::new_merged button=text::add_association on_add=add/>
    }
}

#[component]
fn Row(plan: PlanLens, id: Id, show: Callback<Section>) -> impl IntoView {
    let context = plan.context;
    let lens = AssociationLens::new(context, id);
    let name = lens.part(|association| association.name.clone());
    let facts = lens.part(|association| (association.members.len(), association.lines.len()));
    let is_alone = plan.part(|plan| plan.associations.len() <= 1);
    let refused = RwSignal::new(None::<String>);
    let take_away = move || match commit_step(context, Edit::Association(lens.id(), AssociationEdit::Remove)) {
        Ok(step) => {
            // Much goes at once: the way back is offered where the eyes are.
            let told = text::AssociationRemoved { name: name.get_untracked() };
            let told = told.say(context.settings.with_untracked(|settings| settings.language));
            if let Some(step) = step {
                tell(context, told, step, || {});
            }
            focus_later(TITLE);
        }
        Err(why) => refused.set(Some(why)),
    };
    let remove = move |_| {
        let users = |plan: &Plan| users(plan, &Reference::Association(lens.id()));
        leave(context, &name.get_untracked(), users, take_away);
    };
    view! {
        <li class="item-row" data-test="association">
            <div class="what">
                <span>{move || name.get()}</span>
                <span class="hint">{move || {
                    let (members, lines) = facts.get();
                    text::AssociationFacts { members, lines }.say(context.language())
                }}</span>
                {move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
            </div>
            <button type="button" on:click=on_mouse(move |_| {
                context.place.show_association(Some(lens.id()));
                show.run(Section::Details);
            })>
                {text_fn(label::show)}<span class="visually-hidden">" "{move || name.get()}</span>
            </button>
            <Show when=move || !is_alone.get()>
                <button type="button" class="icon" on:click=on_mouse(remove)
                    aria-label=move || label::Remove { name: name.get() }.say(context.language())><Icon shape=Shape::Bin/></button>
            </Show>
        </li>
    }
}
