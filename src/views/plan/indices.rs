//! The indices that lines and costs can follow.

use super::add_form::AddForm;
use super::lens::PlanLens;
use super::section::TITLE;
use crate::commands::edit::commit;
use crate::commands::list;
use crate::decisions::leave;
use crate::state::memo::memo;
use crate::ui::field::{NumberKind, TextField};
use crate::ui::form::on_mouse;
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{focus_later, text_fn, text_signal};
use crate::ui::years::YearFields;
use crate::words::{self, label, plan_settings as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::decision::Reference;
use samplan::money::Decimal;
use samplan::plan::{Id, Index, Plan};
use samplan::sorted::SortedMap;

#[component]
pub fn Indices(plan: PlanLens) -> impl IntoView {
    let context = plan.context;
    let ids = plan.part(|plan| plan.indices.iter().map(|index| index.id.clone()).collect::<Vec<_>>());
    let add = move |name: String| {
        if name.is_empty() {
            return Err(text::name_first(context.language()).to_owned());
        }
        let indices = list::indices(context);
        let taken = |id: &str| untrack(|| indices.with(|all| all.iter().any(|index| index.id.as_str() == id)));
        let id = Id::from_name(&name, taken);
        indices.add(Index { id, name, rates: SortedMap::new(), source: String::new(), date: String::new() })
    };
    view! {
        <p class="hint">{text_fn(text::indices_what)}</p>
        <Show when=move || ids.with(Vec::is_empty)><p>{text_fn(text::indices_none)}</p></Show>
        <div class="items">
            {keyed_list(move || ids.get(), move |id| view! { <IndexItem plan=plan id=id/> })}
        </div>
        <AddForm id="add-index" label=text::new_index button=text::add_index on_add=add/>
    }
}

#[component]
fn IndexItem(plan: PlanLens, id: Id) -> impl IntoView {
    let context = plan.context;
    let id = StoredValue::new(id);
    let index = plan.part(move |plan| id.with_value(|id| plan.index(id).cloned()));
    let is_this = move |index: &Index| id.with_value(|id| index.id == *id);
    let change = move |change: &dyn Fn(&mut Index)| list::indices(context).change_where(&is_this, change);
    let users = plan.part(move |plan| id.with_value(|id| users(plan, id)));
    let refused = RwSignal::new(None::<String>);
    let name = memo(move || index.get().map(|index| index.name).unwrap_or_default());
    let source = memo(move || index.get().map(|index| index.source).unwrap_or_default());
    let date = memo(move || index.get().map(|index| index.date).unwrap_or_default());
    let take_away = move || match list::indices(context).removal_where(&is_this).and_then(|edit| commit(context, edit))
    {
        Ok(()) => focus_later(TITLE),
        Err(why) => refused.set(Some(why)),
    };
    let remove = move |_| {
        let followers = users.get_untracked();
        if !followers.is_empty() {
            let user = followers.join("”, ”");
            refused.set(Some(text::IndexInUse { name: name.get_untracked(), user }.say(context.language())));
            return;
        }
        let index = Reference::Index(id.get_value());
        leave(context, &name.get_untracked(), |plan| samplan::plan::users(plan, &index), take_away);
    };
    let horizon = plan.horizon();
    let years = memo(move || {
        let given = index.get().map(|index| index.rates).unwrap_or_default();
        let mut years: Vec<Year> = given.into_keys().chain(horizon.get().iter()).collect();
        years.sort_unstable();
        years.dedup();
        years
    });
    let rate = move |year: Year| index.with(|index| index.as_ref()?.rates.get(&year).copied());
    let set_rate = move |year: Year, rate: Option<Decimal>| {
        change(&|index| {
            match rate {
                Some(rate) => index.rates.insert(year, rate),
                None => index.rates.remove(&year),
            };
        })
    };
    let holds = Callback::new(move |year: Year| {
        let held = index.with(|index| {
            let index = index.as_ref()?;
            (!index.rates.contains_key(&year)).then(|| index.rate(year))
        });
        let language = context.language();
        held.map(|rate| text::RateHolds { rate: words::percent_as_typed(language, rate) }.say(language))
            .unwrap_or_default()
    });
    let used = move || {
        let language = context.language();
        users.with(|users| match users.len() {
            0 => text::index_unused(language).to_owned(),
            count => text::IndexUsed { count }.say(language),
        })
    };
    view! {
        <details class="item" open=true data-test="index">
            <summary><h3 class="what">{move || name.get()}</h3><span class="digest">{used}</span></summary>
            <div class="inside">
                <TextField label=text_signal(label::name) value=name
                    on_change=move |name: String| change(&|index| name.trim().clone_into(&mut index.name))/>
                <YearFields label=text_signal(text::rates) years=years kind=NumberKind::Percent beside=holds value=rate on_change=set_rate/>
                <div class="columns">
                    <TextField label=text_signal(label::source) value=source
                        on_change=move |source: String| change(&|index| index.source.clone_from(&source))/>
                    <TextField label=text_signal(label::date_of_the_source) value=date
                        on_change=move |date: String| change(&|index| index.date.clone_from(&date))/>
                </div>
                {move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
                <div class="buttons">
                    <button type="button" class="danger" on:click=on_mouse(remove)>
                        <Icon shape=Shape::Bin/>{move || label::Remove { name: name.get() }.say(context.language())}
                    </button>
                </div>
            </div>
        </details>
    }
}

/// The names of what follows an index: lines, and associations whose cost per coordinator does.
fn users(plan: &Plan, id: &Id) -> Vec<String> {
    let follows = |index: &Option<Id>| index.as_ref() == Some(id);
    let users = plan.associations.iter().flat_map(|association| {
        let capacity = association.capacity.iter().filter(|capacity| follows(&capacity.index));
        let lines = association.lines.iter().filter(|line| follows(&line.index)).map(|line| line.name.clone());
        lines.chain(capacity.map(|_| association.name.clone()))
    });
    users.collect()
}
