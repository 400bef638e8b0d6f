//! Scenarios that came in a file of their own: what they are about here, what does not fit, their figures there and
//! here. Nothing of it is in the plan until it is added, as one step of undo.

use crate::commands::edit::{commit_step, tell};
use crate::decisions;
use crate::state::memo::memo;
use crate::state::route::Route;
use crate::state::{Context, ScenariosIn};
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_soon;
use crate::ui::form::{self, click};
use crate::ui::text::text_fn;
use crate::words::{self, Language, label, scenario_file as text};
use leptos::prelude::*;
use samplan::decision::Reference;
use samplan::edit::{Edit, MeetEdit};
use samplan::meet::{self, Arrival, Arrived, Arriving, Kinship, MatchLikeness, SeenAmount};
use samplan::plan::{Id, Metric, Plan};
use samplan::sorted::SortedMap;
use std::sync::Arc;

type Chosen = RwSignal<SortedMap<Reference, Option<Id>>>;

/// What follows from the open plan, the file and what was chosen.
#[derive(Clone, PartialEq)]
struct Meeting {
    plan: Arc<Plan>,
    arrival: Arrival,
    brought: Vec<Arrived>,
}

/// The question, while there is one.
pub fn arriving(context: Context) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(context.arriving.with(Option::is_some)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now && context.arriving.with_untracked(Option::is_some) {
            context.arriving.set(None);
        }
        now
    });
    let title = Signal::derive(move || text::title(context.language()).to_owned());
    let body = move || context.arriving.get().map(|incoming| question(context, incoming));
    view! { <Dialog open=open title=title wide=true>{body}</Dialog> }.into_any()
}

fn question(context: Context, incoming: ScenariosIn) -> AnyView {
    let chosen: Chosen = RwSignal::new(SortedMap::new());
    let refused = RwSignal::new(None::<String>);
    let file = Arc::clone(&incoming.content);
    let meeting = memo(move || {
        let plan = context.plan()?;
        let arrival = chosen.with(|chosen| meet::arrive(&plan, &file, chosen));
        let brought = meet::bring(&plan, &file, &arrival.mapping());
        Some(Meeting { plan, arrival, brought })
    });
    let add = move || {
        let Some(Meeting { brought, .. }) = meeting.get_untracked() else { return };
        let scenarios: Vec<_> = brought.into_iter().map(|one| one.scenario).collect();
        let first = scenarios.first().map(|one| one.id.clone());
        let language = context.settings.with_untracked(|settings| settings.language);
        let names = scenarios.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        match commit_step(context, Edit::Meet(MeetEdit::Bring { scenarios })) {
            Ok(step) => {
                context.arriving.set(None);
                context.place.go(Route::Scenarios);
                focus_soon("#main");
                context.place.open_scenario(first);
                if let Some(step) = step {
                    tell(context, text::Added { names: &names }.say(language), step, || {});
                }
            }
            Err(why) => refused.set(Some(why)),
        }
    };
    let said = incoming.clone();
    let sentence = move || {
        let names = said.content.scenarios.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let (from, plan) = (&said.from, &said.content.plan.name);
        text::Holds { from, names, plan }.say(context.language())
    };
    let kin = move || {
        let kinship = meeting.with(|meeting| meeting.as_ref().map(|one| one.arrival.kinship))?;
        Some(match kinship {
            Kinship::SameBase => text::same_base(context.language()),
            Kinship::SamePlan => text::same_plan(context.language()),
            Kinship::OtherPlan => text::other_plan(context.language()),
        })
    };
    // Which fields there are is settled by what the scenarios refer to; what is chosen changes their answers only.
    let asked = memo(move || {
        let all = meeting.with(|meeting| meeting.as_ref().map(|one| one.arrival.clone()))?;
        let whats = all
            .references
            .into_iter()
            .filter(|one| one.likeness != MatchLikeness::Same || all.kinship == Kinship::OtherPlan);
        Some(whats.map(|one| (one.what, one.name)).collect::<Vec<_>>())
    });
    let fields = move || {
        let asked = asked.get().filter(|asked| !asked.is_empty())?;
        let fields = asked.into_iter().map(|(what, name)| field(context, what, name, chosen, meeting)).collect_view();
        Some(view! { <fieldset class="stands"><legend>{text_fn(text::stands)}</legend>{fields}</fieldset> })
    };
    let content = Arc::clone(&incoming.content);
    let outcome = move || {
        let Meeting { plan, arrival, brought } = meeting.get()?;
        let language = context.language();
        let parts = content.scenarios.iter().zip(&brought).map(|(scenario, arrived)| {
            let rows = meet::seen(&plan, &content, &scenario.id, arrived);
            view! {
                <section data-test="arrived">
                    <h3>{arrived.scenario.name.clone()}</h3>
                    {left_out(language, &arrival, arrived)}
                    {figures(context, &rows)}
                </section>
            }
        });
        Some(parts.collect_view())
    };
    view! {
        <div class="arriving">
            <p>{sentence}</p>
            <p class="hint" data-test="kinship">{kin}</p>
            {fields}
            {outcome}
            {move || refused.get().map(|why| view! { <p class="field-error" role="alert">{why}</p> })}
            <div class="actions">
                <button type="button" on:click=click(move || context.arriving.set(None))>{text_fn(label::cancel)}</button>
                <button type="button" class="primary" data-test="add-scenarios" on:click=click(add)>{text_fn(text::add)}</button>
            </div>
        </div>
    }
    .into_any()
}

/// What stands here for something of the sender's.
fn field(context: Context, what: Reference, name: String, chosen: Chosen, meeting: Memo<Option<Meeting>>) -> AnyView {
    let kind: words::Word = match &what {
        Reference::Association(_) => label::association,
        Reference::Member { .. } => label::member,
        Reference::Line { .. } => label::line,
        Reference::Index(_) => label::index,
    };
    let of = what.clone();
    let now = memo(move || {
        meeting.with(|meeting| meeting.as_ref()?.arrival.references.iter().find(|one| one.what == of).cloned())
    });
    let here = move || now.get().map(|one: Arriving| one.here).unwrap_or_default();
    let options = Signal::derive(move || {
        let none = text::none(context.language()).to_owned();
        std::iter::once(none).chain(here().into_iter().map(|(_, name)| name)).collect::<Vec<_>>()
    });
    let place = Signal::derive(move || {
        let stands = now.get().and_then(|one| one.stands);
        here().iter().position(|(id, _)| Some(id) == stands.as_ref()).map_or(0, |place| place.saturating_add(1))
    });
    let choose = Callback::new(move |place: usize| {
        let id = untrack(here).get(place.wrapping_sub(1)).map(|(id, _)| id.clone());
        chosen.update(|chosen| {
            chosen.insert(what.clone(), id);
        });
    });
    let title = Signal::derive(move || {
        let language = context.language();
        words::meet::Named { kind: kind(language), name: &name }.say(language)
    });
    form::choice(title, options, place, choose)
}

/// The decisions that do not come along, each with what nothing here stands for.
fn left_out(language: Language, arrival: &Arrival, arrived: &Arrived) -> Option<AnyView> {
    if arrived.left_out.is_empty() {
        return None;
    }
    let lines = arrived.left_out.iter().map(|step| {
        let refers = step.decision.references();
        let missing = arrival.references.iter().filter(|one| one.stands.is_none() && refers.contains(&one.what));
        let names = missing.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let kind = decisions::name(language, step.decision.kind());
        view! { <li>{text::LeftOut { decision: kind, names }.say(language)}</li> }
    });
    Some(
        view! {
            <div class="hint warn" data-test="left-out">
                <p>{text::left_out_what(language)}</p>
                <ul class="sentences">{lines.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The figures by year: what they are here, and what the sender saw where that was another.
fn figures(context: Context, rows: &[SeenAmount]) -> AnyView {
    let (language, unit) = (context.language(), context.unit());
    if rows.iter().all(|row| row.there == row.here) {
        return view! { <p data-test="same-figures">{text::same_figures(language)}</p> }.into_any();
    }
    let mut years: Vec<_> = rows.iter().map(|row| row.year).collect();
    years.sort_unstable();
    years.dedup();
    let head = years.iter().map(|year| view! { <th scope="col" class="end">{year.to_string()}</th> }).collect_view();
    let told = |amount: Option<samplan::money::Decimal>| match amount {
        Some(amount) => words::kr(amount, unit),
        None => text::no_figure(language).to_owned(),
    };
    let line = |metric: Metric| {
        let cells = rows.iter().filter(|row| row.metric == metric).map(|row| {
            let sender = (row.there != row.here)
                .then(|| view! { <span class="there">{text::There { amount: told(row.there) }.say(language)}</span> });
            view! { <td class="end">{told(row.here)}{sender}</td> }
        });
        view! { <tr><th scope="row">{words::metric(language, metric)}</th>{cells.collect_view()}</tr> }
    };
    let body = [Metric::Contributions, Metric::Cost, Metric::Result, Metric::Equity].map(line).collect_view();
    view! {
        <p>{text::other_figures(language)}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=text::figures(language)>
            <table class="figures arriving-table">
                <thead><tr><td></td>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}
