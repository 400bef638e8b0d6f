//! Putting an association of the other plan in: which, in what years, and what is the same as something in the plan.

use crate::commands::edit::commit;
use crate::state::Context;
use crate::state::memo::memo;
use crate::state::route::Route;
use crate::ui::focus::focus_soon;
use crate::ui::form::{self, click};
use crate::ui::text::{text_fn, text_signal};
use crate::words::{self, label, meet as text};
use leptos::prelude::*;
use samplan::calendar::{Horizon, Year};
use samplan::edit::{Edit, MeetEdit};
use samplan::meet::{Match, MatchLikeness, NeighbourChoices, Proposal, YearSpan, propose};
use samplan::plan::{Id, Plan};
use samplan::sorted::SortedMap;
use std::sync::Arc;

/// The form for each association of the other plan.
pub fn neighbour(context: Context) -> AnyView {
    let listed = memo(move || {
        let other = context.other.get()?;
        Some(other.plan.associations.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>())
    });
    let chosen = RwSignal::new(0usize);
    let names = Signal::derive(move || {
        listed.get().unwrap_or_default().into_iter().map(|(_, name)| name).collect::<Vec<String>>()
    });
    let id = memo(move || listed.get()?.get(chosen.get()).map(|(id, _)| id.clone()));
    let form = move || {
        let (mine, other) = (untrack(|| context.plan())?, context.other.get()?);
        let id = id.get()?;
        let proposal = propose(&mine, &other.plan, &id).ok()?;
        let changed = (other.changed > 0.0).then_some((other.changed / 1000.0) as u32);
        Some(one(context, (mine, other.plan), id, Proposal { changed, ..proposal }))
    };
    view! {
        <section class="card" aria-labelledby="meet-add" data-test="neighbour">
            <h2 id="meet-add">{text_fn(text::add_title)}</h2>
            <p class="hint">{text_fn(text::add_what)}</p>
            {form::choice(text_signal(label::association), names, chosen.into(), Callback::new(move |place| chosen.set(place)))}
            {form}
        </section>
    }
    .into_any()
}

fn one(context: Context, (mine, theirs): (Arc<Plan>, Arc<Plan>), id: Id, proposal: Proposal) -> AnyView {
    let language = context.language();
    let choices = RwSignal::new(proposal.years.first().map(|years| proposal.accepted(*years)));
    let refused = RwSignal::new(None::<String>);
    let years: Vec<String> =
        proposal.years.iter().map(|years| years_sentence(language, *years, &mine, &theirs)).collect();
    let options = proposal.years.clone();
    let place = Signal::derive(move || {
        let now = choices.with(|choices| choices.as_ref().map(|choices| choices.years));
        options.iter().position(|years| Some(*years) == now).unwrap_or_default()
    });
    let options = proposal.years.clone();
    let pick = Callback::new(move |place: usize| {
        let Some(years) = options.get(place).copied() else { return };
        choices.update(|choices| {
            if let Some(choices) = choices {
                choices.years = years;
            }
        });
    });
    let notes = notes(language, &mine, &theirs, &proposal);
    let twin = mine.association(&id).is_some().then(|| text::twin(language));
    let name = theirs.association(&id).map(|one| one.name.clone()).unwrap_or_default();
    let association = id.clone();
    let add = move || {
        let Some(chosen) = choices.get_untracked() else { return };
        let edit =
            MeetEdit::Add { theirs: theirs.clone(), association: association.clone(), choices: Box::new(chosen) };
        match commit(context, Edit::Meet(edit)) {
            Ok(()) => {
                context.notices.say(text::Added { name: &name }.say(context.settings.with_untracked(|s| s.language)));
                context.place.go(Route::Budget);
                focus_soon("#main");
            }
            Err(why) => refused.set(Some(why)),
        }
    };
    let members = matches(context, text::members, proposal.members.clone(), &mine, choices, Which::Members);
    let indices = matches(context, text::indices, proposal.indices.clone(), &mine, choices, Which::Indices);
    let scenarios = scenarios(context, &proposal, choices, &context.other.get_untracked().map(|other| other.plan));
    view! {
        {twin.map(|twin| view! { <p class="hint warn">{twin}</p> })}
        {form::choice(text_signal(text::years), Signal::stored(years), place, pick)}
        {members}{indices}{scenarios}
        <ul class="sentences">{notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}</ul>
        {move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
        <div class="buttons">
            <button type="button" class="primary" data-test="add-neighbour" on:click=click(add)>{text_fn(text::add)}</button>
        </div>
    }
    .into_any()
}

/// The years with what they lose and continue.
fn years_sentence(language: words::Language, years: YearSpan, mine: &Plan, theirs: &Plan) -> String {
    let span = years.horizon().map(|horizon| words::years(language, horizon)).unwrap_or_default();
    let told =
        |plan: Horizon, lost: fn(String, words::Language) -> String, on: fn(String, words::Language) -> String| {
            let parts = [(years.loses(plan), lost), (years.adds(plan), on)];
            parts
                .into_iter()
                .filter(|(years, _)| !years.is_empty())
                .map(|(years, say)| say(list(&years), language))
                .collect()
        };
    let own: Vec<String> = told(
        mine.horizon(),
        |years, language| text::MineLoses { years }.say(language),
        |years, language| text::MineContinues { years }.say(language),
    );
    let other: Vec<String> = told(
        theirs.horizon(),
        |years, language| text::TheirsLoses { years }.say(language),
        |years, language| text::TheirsContinues { years }.say(language),
    );
    let all: Vec<String> = std::iter::once(span).chain(own).chain(other).collect();
    all.join("; ")
}

fn list(years: &[Year]) -> String {
    years.iter().map(Year::to_string).collect::<Vec<_>>().join(", ")
}

fn notes(language: words::Language, mine: &Plan, theirs: &Plan, proposal: &Proposal) -> Vec<String> {
    let mut notes = Vec::new();
    if theirs.first_year < mine.first_year {
        notes.push(text::RolledForward { year: mine.first_year }.say(language));
    }
    if theirs.first_year > mine.first_year {
        notes.push(text::ComesIn { year: theirs.first_year }.say(language));
    }
    if proposal.other_definitions {
        notes.push(text::other_definitions(language).to_owned());
    }
    if proposal.other_rules {
        notes.push(text::other_rules(language).to_owned());
    }
    notes
}

#[derive(Clone, Copy)]
enum Which {
    Members,
    Indices,
}

impl Which {
    fn of(self, choices: &mut NeighbourChoices) -> &mut SortedMap<Id, Id> {
        match self {
            Which::Members => &mut choices.members,
            Which::Indices => &mut choices.indices,
        }
    }
}

/// What may be the same as something in the plan: proposed where it agrees, asked where it does not.
fn matches(
    context: Context,
    title: words::Word,
    found: Vec<Match>,
    mine: &Plan,
    choices: RwSignal<Option<NeighbourChoices>>,
    which: Which,
) -> Option<AnyView> {
    let language = context.language();
    let named = |id: &Id| -> String {
        let member = mine.associations.iter().find_map(|one| one.member(id).map(|member| member.name.clone()));
        let index = mine.index(id).map(|index| index.name.clone());
        match which {
            Which::Members => member,
            Which::Indices => index,
        }
        .unwrap_or_default()
    };
    let boxes: Vec<AnyView> = found
        .into_iter()
        .filter_map(|one| {
            let (theirs, mine) = (one.theirs.clone(), one.mine.clone()?);
            let sentence = match one.likeness {
                MatchLikeness::Doubtful => text::MaybeSame { theirs: &one.name, mine: named(&mine) }.say(language),
                MatchLikeness::Same | MatchLikeness::None => {
                    text::Same { theirs: &one.name, mine: named(&mine) }.say(language)
                }
            };
            let key = theirs.clone();
            let value = Signal::derive(move || {
                choices.with(|choices| choices.clone().is_some_and(|mut all| which.of(&mut all).contains_key(&key)))
            });
            let take = Callback::new(move |on: bool| {
                choices.update(|choices| {
                    if let Some(choices) = choices {
                        let chosen = which.of(choices);
                        if on {
                            chosen.insert(theirs.clone(), mine.clone());
                        } else {
                            chosen.remove(&theirs);
                        }
                    }
                });
            });
            Some(form::check(Signal::stored(sentence), value, take))
        })
        .collect();
    (!boxes.is_empty()).then(|| view! { <fieldset><legend>{text_fn(title)}</legend>{boxes}</fieldset> }.into_any())
}

fn scenarios(
    context: Context,
    proposal: &Proposal,
    choices: RwSignal<Option<NeighbourChoices>>,
    theirs: &Option<Arc<Plan>>,
) -> Option<AnyView> {
    let plan = theirs.as_ref()?;
    let boxes: Vec<AnyView> = proposal
        .scenarios
        .iter()
        .filter_map(|id| {
            let name = words::scenario_name(plan, plan.scenario_by_id(id)?);
            let (held, id) = (id.clone(), id.clone());
            let value = Signal::derive(move || {
                choices.with(|choices| choices.as_ref().is_some_and(|all| all.scenarios.contains(&held)))
            });
            let take = Callback::new(move |on: bool| {
                choices.update(|choices| {
                    if let Some(choices) = choices {
                        choices.scenarios.retain(|other| *other != id);
                        if on {
                            choices.scenarios.push(id.clone());
                        }
                    }
                });
            });
            Some(form::check(Signal::stored(name), value, take))
        })
        .collect();
    let _ = context;
    (!boxes.is_empty())
        .then(|| view! { <fieldset><legend>{text_fn(text::scenarios)}</legend>{boxes}</fieldset> }.into_any())
}
