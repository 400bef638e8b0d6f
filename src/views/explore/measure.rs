//! What is looked at: a metric of an association or of all together, or what one member pays, in a year.

use crate::decisions;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::form;
use crate::ui::text::text_signal;
use crate::words::{self, Language, explore as text, label};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::comparison::Subject;
use samplan::explore::{Measure, Over, Still, payers};
use samplan::plan::{Id, Metric, Plan, Rank};

/// What can be looked at: a metric, or what one payer of contributions pays.
pub type Measurable = (Metric, Option<Subject>);

/// What there is to choose from: the metrics in the order that all views have, then those who pay.
fn choices(context: Context, association: Option<&Id>) -> Vec<Measurable> {
    let metrics = Metric::statement(Rank::Part).map(|metric| (metric, None));
    metrics.chain(paid(context, association)).collect()
}

/// What each of those pays who pay contributions in the open scenario.
pub fn paid(context: Context, association: Option<&Id>) -> Vec<Measurable> {
    context.scenario_outcome.with(|outcome| {
        let all = outcome.as_ref().map_or_else(Vec::new, |outcome| payers(&outcome.budget, association));
        all.into_iter().map(|payer| (Metric::Contributions, Some(payer))).collect()
    })
}

/// `Eget kapital`, `Bidrag Växjö kommun`.
pub fn what_named(language: Language, plan: &Plan, (metric, payer): &Measurable) -> String {
    match payer {
        Some(payer) => decisions::subject(language, plan, payer),
        None => words::metric(language, *metric).to_owned(),
    }
}

const OVER: [Over; 3] = [Over::InYear, Over::LowestTo, Over::HighestTo];

/// What is looked at; kept while the view is open, and the same for all tools.
#[derive(Clone, Copy)]
pub struct MeasureQuery {
    context: Context,
    what: RwSignal<Measurable>,
    /// The last of the plan when `None`.
    year: RwSignal<Option<Year>>,
    over: RwSignal<Over>,
}

impl MeasureQuery {
    pub fn new(context: Context) -> MeasureQuery {
        MeasureQuery {
            context,
            what: RwSignal::new((Metric::Equity, None)),
            year: RwSignal::new(None),
            over: RwSignal::new(Over::InYear),
        }
    }

    /// The measure; nothing without a plan.
    pub fn measure(self) -> Option<Measure> {
        let plan = self.context.plan()?;
        let horizon = plan.horizon();
        let year = self.year.get().filter(|year| horizon.contains(*year)).unwrap_or(horizon.last());
        let there = associations(self.context);
        let association = self.context.association.get().filter(|id| there.iter().any(|(one, _)| one == id));
        let (metric, payer) = self.what.get();
        // Somebody who pays nothing here is nobody to look at.
        let payer =
            payer.filter(|one| paid(self.context, association.as_ref()).iter().any(|(_, of)| of.as_ref() == Some(one)));
        Some(Measure { metric, payer, association, year, over: self.over.get() })
    }

    /// The metric.
    pub fn metric(self) -> Metric {
        self.what.with(|(metric, _)| *metric)
    }
}

/// The associations of the open scenario; none when there is only one, which is then all together.
fn associations(context: Context) -> Vec<(Id, String)> {
    context.scenario_outcome.with(|outcome| {
        let all = outcome.as_ref().map_or(&[][..], |outcome| &outcome.projection.associations);
        let all = if all.len() > 1 { all } else { &[] };
        all.iter().map(|one| (one.id.clone(), one.name.to_string())).collect()
    })
}

/// The fields to choose it with.
pub fn fields(sought: MeasureQuery) -> AnyView {
    let context = sought.context;
    let there = move || {
        let association = sought.measure().and_then(|measure| measure.association);
        choices(context, association.as_ref())
    };
    let names = Signal::derive(move || {
        let Some(plan) = context.plan() else { return Vec::new() };
        there().iter().map(|what| what_named(context.language(), &plan, what)).collect()
    });
    let metric = Signal::derive(move || {
        let now = sought.measure().map(|measure| (measure.metric, measure.payer));
        there().into_iter().position(|one| Some(one) == now).unwrap_or_default()
    });
    let set_metric = Callback::new(move |place: usize| {
        if let Some(what) = untrack(there).into_iter().nth(place) {
            sought.what.set(what);
        }
    });
    let over = Signal::derive(move || OVER.iter().position(|one| *one == sought.over.get()).unwrap_or_default());
    let set_over = Callback::new(move |place: usize| {
        if let Some(over) = OVER.get(place) {
            sought.over.set(*over);
        }
    });
    let years = move || context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect::<Vec<_>>());
    let year_names = Signal::derive(move || years().iter().map(Year::to_string).collect());
    let year = Signal::derive(move || {
        let now = sought.measure().map(|measure| measure.year);
        years().iter().position(|year| Some(*year) == now).unwrap_or_default()
    });
    let set_year = Callback::new(move |place: usize| sought.year.set(untrack(years).get(place).copied()));
    view! {
        {form::choice(text_signal(label::measure), names, metric, set_metric)}
        {association(context)}
        {form::choice_of(text::over, &[text::in_year, text::lowest_to, text::highest_to], over, set_over)}
        {form::choice(text_signal(label::year), year_names, year, set_year)}
    }
    .into_any()
}

/// Which association is looked at, or all of them; nothing where there is only one.
pub fn association(context: Context) -> AnyView {
    let several = memo(move || associations(context).len() > 1);
    (move || several.get().then(|| association_field(context))).into_any()
}

fn association_field(context: Context) -> AnyView {
    let names = Signal::derive(move || {
        let all = words::scenario::all(context.language()).to_owned();
        std::iter::once(all).chain(associations(context).into_iter().map(|(_, name)| name)).collect()
    });
    let chosen = Signal::derive(move || {
        let now = context.association.get();
        let there = associations(context);
        there.iter().position(|(id, _)| Some(id) == now.as_ref()).map_or(0, |place| place.saturating_add(1))
    });
    let choose = Callback::new(move |place: usize| {
        let there = untrack(|| associations(context));
        let wanted = place.checked_sub(1).and_then(|place| there.into_iter().nth(place));
        context.place.show_association(wanted.map(|(id, _)| id));
    });
    form::choice(text_signal(label::association), names, chosen, choose)
}

/// `eget kapital vid årets slut 2018`, `lägst till och med 2018`.
pub fn named(language: Language, plan: &Plan, measure: &Measure) -> String {
    let metric = what_named(language, plan, &(measure.metric, measure.payer.clone()));
    let name = match measure.over {
        Over::InYear => label::MetricIn { metric, year: measure.year }.say(language),
        Over::LowestTo => text::MeasureLowest { metric, year: measure.year }.say(language),
        Over::HighestTo => text::MeasureHighest { metric, year: measure.year }.say(language),
    };
    match &measure.association {
        Some(id) => {
            text::MeasureOf { measure: name, association: words::association(language, plan, None, id) }.say(language)
        }
        None => name,
    }
}

/// `Titta i stället på heltidstjänster, platser.`; nothing where nothing else moves either.
pub fn look_instead(language: Language, instead: &[Metric]) -> Option<String> {
    let names: Vec<String> = instead.iter().map(|metric| words::metric(language, *metric).to_lowercase()).collect();
    (!names.is_empty()).then(|| text::LookAt { measures: names.join(", ") }.say(language))
}

/// Why a measure has no number, where it is of an association that does not exist in the year; nothing else is known of it.
pub fn not_there(context: Context, measure: &Measure) -> Option<String> {
    let language = context.language();
    let plan = context.plan()?;
    let id = measure.association.as_ref()?;
    context.scenario_outcome.with(|outcome| {
        let association = outcome.as_ref()?.budget.association(id)?;
        let (life, year) = (&association.life, measure.year);
        if life.contains(year) {
            return None;
        }
        let told = text::NotThereIn { association: &association.name, year }.say(language);
        let why = match (life.first.filter(|first| *first > year), &life.into) {
            (Some(first), _) => Some(text::FormedIn { year: first }.say(language)),
            (None, into) => into.as_ref().map(|into| went_into(context, &plan, into)),
        };
        Some(why.map_or_else(|| told.clone(), |why| format!("{told} {why}")))
    })
}

fn went_into(context: Context, plan: &Plan, into: &Id) -> String {
    let language = context.language();
    let scenario = context.scenario.get().and_then(|id| plan.scenario_by_id(&id));
    text::WentInto { into: words::association(language, plan, scenario, into) }.say(language)
}

/// Why nothing moves a measure, where that is who it is about: one that is not there, or pays nothing.
pub fn still_told(context: Context, plan: &Plan, measure: &str, still: &Still) -> Option<String> {
    let language = context.language();
    let (told, more) = match still {
        Still::NotThere { into } => {
            (text::not_there(language).to_owned(), into.as_ref().map(|into| went_into(context, plan, into)))
        }
        Still::PaysNothing { year, before, after } => {
            let told = match year {
                Some(year) => text::PaysNothingIn { year, measure }.say(language),
                None => text::PaysNothing { measure }.say(language),
            };
            let last = before.map(|year| text::LastPaid { year }.say(language));
            (told, last.or_else(|| after.map(|year| text::FirstPaid { year }.say(language))))
        }
        Still::NothingMoved | Still::OneRun | Still::SpentByStepDown { .. } | Still::Untouched { .. } => return None,
    };
    Some(more.map_or_else(|| told.clone(), |more| format!("{told} {more}")))
}

/// The same inside a sentence.
pub fn told(language: Language, plan: &Plan, measure: &Measure) -> String {
    in_sentence(&named(language, plan, measure))
}

/// A name with a small letter first.
pub fn in_sentence(named: &str) -> String {
    let mut letters = named.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
