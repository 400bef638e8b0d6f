//! Before the four parts: a plan can begin from two plans or more, put together, with the scenario of their merger.

use crate::commands::files;
use crate::commands::merge::merger;
use crate::components::stored_plans::stored_plans;
use crate::state::chance::new_plan_id;
use crate::state::memo::memo;
use crate::state::{Context, Other};
use crate::ui::form::{self, click};
use crate::ui::icon::{Icon, Shape};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, Language, meet as shared, together as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::meet::{Match, MatchLikeness, TogetherError, YearSpan, together, years_together};
use samplan::plan::{Id, Plan, Shared};
use samplan::sorted::SortedMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What may be the same as something that is there: the place of its plan, its association, whether it is an index, and
/// its id.
type Asked = (usize, Id, bool, Id);

/// What is chosen beside the plans.
#[derive(Clone, Copy)]
struct MergeForm {
    context: Context,
    /// The place of the years among those that are offered.
    years: RwSignal<usize>,
    /// Answers that differ from what is proposed.
    flipped: RwSignal<BTreeSet<Asked>>,
    /// What the merged association is called; a proposal until something is typed.
    name: RwSignal<Option<String>>,
    wrong: RwSignal<Option<String>>,
}

/// What comes of the plans as chosen.
#[derive(Clone, PartialEq)]
struct Whole {
    plan: Result<Arc<Plan>, TogetherError>,
    asked: Vec<(Asked, Match)>,
}

/// The way in for those who bring several plans.
pub fn merge(context: Context) -> AnyView {
    let form = MergeForm {
        context,
        years: RwSignal::new(0),
        flipped: RwSignal::default(),
        name: RwSignal::new(None),
        wrong: RwSignal::new(None),
    };
    let begun = memo(move || context.gathered.with(|all| !all.is_empty()));
    let inside = move || begun.get().then(|| gathered(form));
    view! {
        <div class="from-table merge" data-test="merge">
            <p>{text_fn(text::what)}</p>
            <button type="button" on:click=click(move || files::choose_gathered(context)) data-test="gather-files">
                <Icon shape=Shape::Upload/>{text_fn(text::choose)}
            </button>
            {stored_plans(context, true, Callback::new(move |other| context.gathered.update(|all| all.push(other))))}
            {inside}
        </div>
    }
    .into_any()
}

fn plans(context: Context) -> Vec<Arc<Plan>> {
    context.gathered.get().into_iter().map(|other| other.plan).collect()
}

fn spans(plans: &[Arc<Plan>]) -> Vec<YearSpan> {
    years_together(&plans.iter().map(Arc::as_ref).collect::<Vec<_>>())
}

impl MergeForm {
    /// The plans put together; nothing while there are too few, or no years for them.
    fn whole(self) -> Option<Whole> {
        let plans = plans(self.context);
        let years = *spans(&plans).get(self.years.get()).filter(|_| plans.len() > 1)?;
        let flipped = self.flipped.get();
        let mut asked = Vec::new();
        let lent: Vec<&Plan> = plans.iter().map(Arc::as_ref).collect();
        let plan = together(&lent, years, |place, association, proposal| {
            let mut choices = proposal.accepted(years);
            let mut choose = |found: &[Match], is_index: bool, same: &mut SortedMap<Id, Id>| {
                for one in found {
                    let Some(mine) = &one.mine else { continue };
                    let key = (place, association.clone(), is_index, one.theirs.clone());
                    if (one.likeness == MatchLikeness::Same) == flipped.contains(&key) {
                        same.remove(&one.theirs);
                    } else {
                        same.insert(one.theirs.clone(), mine.clone());
                    }
                    asked.push((key, one.clone()));
                }
            };
            choose(&proposal.members, false, &mut choices.members);
            choose(&proposal.indices, true, &mut choices.indices);
            choices
        });
        Some(Whole { plan: plan.map(Arc::new), asked })
    }
}

/// The plans, what is to be chosen, and the button that makes the plan.
fn gathered(form: MergeForm) -> AnyView {
    let context = form.context;
    let whole = memo(move || form.whole());
    let rows = move || {
        let row = |(place, other): (usize, Other)| {
            let remove = move || {
                context.gathered.update(|all| {
                    if place < all.len() {
                        all.remove(place);
                    }
                });
                form.flipped.set(BTreeSet::new());
                form.years.set(0);
            };
            let language = context.language();
            let named = text::Named { name: &other.plan.name, years: words::years(language, other.plan.horizon()) };
            let label = words::label::Remove { name: &other.plan.name }.say(language);
            view! {
                <li>
                    <span>{named.say(language)}</span>
                    <button type="button" class="icon" aria-label=label on:click=click(remove)><Icon shape=Shape::Bin/></button>
                </li>
            }
        };
        context.gathered.get().into_iter().enumerate().map(row).collect_view()
    };
    let refused = move || {
        let language = context.language();
        let plans = plans(context);
        let name = |place: usize| plans.get(place).map(|plan| plan.name.clone()).unwrap_or_default();
        match whole.get().map(|whole| whole.plan) {
            _ if plans.len() < 2 => Some(text::one_more(language).to_owned()),
            None => Some(text::no_years(language).to_owned()),
            Some(Err(TogetherError::SamePlan(one, other))) => {
                Some(text::SamePlan { one: name(one), other: name(other) }.say(language))
            }
            Some(Err(TogetherError::TooFew)) => Some(text::one_more(language).to_owned()),
            Some(Err(TogetherError::Association { plan, .. })) => {
                Some(text::NotTogether { name: name(plan) }.say(language))
            }
            Some(Ok(_)) => None,
        }
    };
    let ready = memo(move || whole.with(|whole| whole.as_ref().is_some_and(|whole| whole.plan.is_ok())));
    let chosen = move || ready.get().then(|| choices(form, whole));
    view! {
        <div class="gathered">
            <ul data-test="gathered">{rows}</ul>
            <p class="hint" role="status" data-test="merge-refused">{refused}</p>
            {chosen}
        </div>
    }
    .into_any()
}

fn choices(form: MergeForm, whole: Memo<Option<Whole>>) -> AnyView {
    let context = form.context;
    let years = Signal::derive(move || {
        let plans = plans(context);
        spans(&plans).into_iter().map(|years| span_sentence(context.language(), years, &plans)).collect::<Vec<_>>()
    });
    let boxes = move || {
        let plans = plans(context);
        let asked = whole.get().map(|whole| whole.asked).unwrap_or_default();
        asked.into_iter().map(|(key, one)| same(form, &plans, key, &one)).collect_view()
    };
    let proposed = move || words::decision::new_merged(context.language()).to_owned();
    let name = Signal::derive(move || form.name.get().unwrap_or_else(proposed));
    let take = Callback::new(move |typed: String| {
        form.name.set(Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty()));
        Ok(())
    });
    let create = move || {
        let Some(Ok(plan)) = whole.get_untracked().map(|whole| whole.plan) else { return };
        let language = context.settings.with_untracked(|settings| settings.language);
        let mut plan = Arc::unwrap_or_clone(plan);
        let merged = name.get_untracked();
        let Some(scenario) = merger(language, &plan, &merged) else { return };
        let id = scenario.id.clone();
        plan.id = new_plan_id();
        plan.name = merged;
        plan.description = String::new();
        plan.scenarios.insert(0, Shared::from(scenario));
        let problems = samplan::plan::validate(&plan);
        if !problems.is_empty() {
            let lines: Vec<String> = problems.iter().map(|one| words::problem(language, one)).collect();
            return form.wrong.set(Some(lines.join(" ")));
        }
        context.gathered.set(Vec::new());
        context.session.open_as_new(plan);
        context.place.go_to_scenario(id);
    };
    view! {
        {form::choice(text_signal(shared::years), years, form.years.into(), Callback::new(move |place| form.years.set(place)))}
        <fieldset><legend>{text_fn(text::same)}</legend>{boxes}</fieldset>
        {form::text(text_signal(words::scenario::merged_name), name, take)}
        <p class="hint">{text_fn(text::presets)}</p>
        {move || form.wrong.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
        <button type="button" class="primary" data-test="merge-create" on:click=click(create)>{text_fn(text::create)}</button>
    }
    .into_any()
}

/// The years with what each plan loses and continues.
fn span_sentence(language: Language, years: YearSpan, plans: &[Arc<Plan>]) -> String {
    let span = years.horizon().map(|horizon| words::years(language, horizon)).unwrap_or_default();
    let listed = |years: &[Year]| years.iter().map(Year::to_string).collect::<Vec<_>>().join(", ");
    let each = plans.iter().flat_map(|plan| {
        let (lost, added) = (years.loses(plan.horizon()), years.adds(plan.horizon()));
        let lost = (!lost.is_empty()).then(|| text::Loses { name: &plan.name, years: listed(&lost) }.say(language));
        let added =
            (!added.is_empty()).then(|| text::Continues { name: &plan.name, years: listed(&added) }.say(language));
        lost.into_iter().chain(added)
    });
    std::iter::once(span).chain(each).collect::<Vec<_>>().join("; ")
}

/// A member or index that may be the same as one that is there: ticked where they agree.
fn same(form: MergeForm, plans: &[Arc<Plan>], key: Asked, one: &Match) -> AnyView {
    let language = form.context.language();
    let before = || plans.iter().take(key.0).flat_map(|plan| plan.associations.iter());
    let mine = one.mine.as_ref().and_then(|id| match key.2 {
        false => before().find_map(|association| association.member(id).map(|member| member.name.clone())),
        true => plans.iter().find_map(|plan| plan.index(id).map(|index| index.name.clone())),
    });
    let mine = mine.unwrap_or_else(|| one.name.clone());
    let sentence = match one.likeness {
        MatchLikeness::Doubtful => shared::MaybeSame { theirs: &one.name, mine }.say(language),
        MatchLikeness::Same | MatchLikeness::None => shared::Same { theirs: &one.name, mine }.say(language),
    };
    let is_same = one.likeness == MatchLikeness::Same;
    let held = key.clone();
    let value = Signal::derive(move || form.flipped.with(|flipped| is_same != flipped.contains(&held)));
    let take = Callback::new(move |on: bool| {
        form.flipped.update(|flipped| {
            if on == is_same {
                flipped.remove(&key);
            } else {
                flipped.insert(key.clone());
            }
        });
    });
    form::check(Signal::stored(sentence), value, take)
}
