//! A decision of the open scenario, for its card to read and change.

use crate::commands::edit::{commit, commit_or_warn};
use crate::components::lever::lever;
use crate::state::Context;
use crate::state::memo::memo;
use crate::ui::form::OnChange;
use crate::words::{self, Word, label};
use leptos::prelude::*;
use samplan::budget::AssociationBudget;
use samplan::calendar::{Horizon, Year};
use samplan::decision::{Decision, DecisionField, Introduced};
use samplan::edit::{Edit, ScenarioEdit, StepField};
use samplan::lever::LeverAddress;
use samplan::money::Decimal;
use samplan::plan::{Id, Plan, Scenario, ScenarioStep};

/// A decision; cheap to copy.
#[derive(Clone, Copy)]
pub struct StepLens {
    pub context: Context,
    scenario: StoredValue<Id>,
    id: StoredValue<Id>,
    step: Memo<Option<ScenarioStep>>,
    /// What its kind calls its numbers, where that is not what they are called everywhere.
    number_name: fn(&DecisionField) -> Option<Word>,
}

impl StepLens {
    pub fn new(context: Context, scenario: Id, id: Id) -> StepLens {
        let (scenario, id) = (StoredValue::new(scenario), StoredValue::new(id));
        let step = memo(move || {
            let plan = context.plan()?;
            let scenario = scenario.with_value(|id| plan.scenario_by_id(id))?;
            id.with_value(|id| scenario.steps.iter().find(|step| step.id == *id).cloned())
        });
        StepLens { context, scenario, id, step, number_name: |_| None }
    }

    /// The same for a kind that calls some of its numbers something of its own.
    pub fn naming(self, number_name: fn(&DecisionField) -> Option<Word>) -> StepLens {
        StepLens { number_name, ..self }
    }

    pub fn id(self) -> Id {
        self.id.get_value()
    }

    pub fn scenario_id(self) -> Id {
        self.scenario.get_value()
    }

    /// Reads the decision's step and follows it.
    pub fn step<T>(self, read: impl FnOnce(&ScenarioStep) -> T) -> Option<T> {
        self.step.with(|step| step.as_ref().map(read))
    }

    /// Reads the plan and the scenario and follows them.
    pub fn scenario<T>(self, read: impl FnOnce(&Plan, &Scenario) -> T) -> Option<T> {
        let plan = self.context.plan()?;
        let scenario = self.scenario.with_value(|id| plan.scenario_by_id(id))?;
        Some(read(&plan, scenario))
    }

    /// A part of the decision as a signal; the default when it is another kind of decision.
    pub fn get<T: Default + Send + Sync + 'static>(self, read: fn(&Decision) -> Option<T>) -> Signal<T> {
        Signal::derive(move || self.step(|step| read(&step.decision)).flatten().unwrap_or_default())
    }

    /// Changes the decision as one step of undo; the refusal is what a field shows.
    pub fn change(self, change: impl FnOnce(&mut Decision)) -> Result<(), String> {
        let Some(mut step) = self.step.get_untracked() else { return Ok(()) };
        change(&mut step.decision);
        self.replace(step, StepField::Decision)
    }

    /// The same from something that has no place for an error.
    pub fn set(self, change: impl FnOnce(&mut Decision)) {
        if let Err(why) = self.change(change) {
            self.context.notices.warn(why);
        }
    }

    /// Replaces the step.
    pub fn replace(self, step: ScenarioStep, field: StepField) -> Result<(), String> {
        commit(
            self.context,
            Edit::Scenario(self.scenario_id(), ScenarioEdit::ReplaceStep { step: Box::new(step), field }),
        )
    }

    /// Renames it, or switches it.
    pub fn update(self, field: StepField, change: impl FnOnce(&mut ScenarioStep)) -> Result<(), String> {
        let Some(mut step) = self.step.get_untracked() else { return Ok(()) };
        change(&mut step);
        self.replace(step, field)
    }

    /// Changes the scenario around it.
    pub fn around(self, edit: ScenarioEdit) -> bool {
        commit_or_warn(self.context, Edit::Scenario(self.scenario_id(), edit))
    }

    /// One of its levers.
    pub fn lever(self, part: DecisionField) -> AnyView {
        let address = LeverAddress::Decision { scenario: self.scenario_id(), step: self.id(), part: part.clone() };
        let name = Signal::derive(move || {
            let language = self.context.language();
            if let Some(own) = (self.number_name)(&part) {
                return own(language).to_owned();
            }
            self.scenario(|plan, scenario| words::part(language, plan, scenario, &part)).unwrap_or_default()
        });
        lever(address, name)
    }

    /// The plan's years.
    pub fn horizon(self) -> Signal<Horizon> {
        let fallback = Horizon { first: Year::EARLIEST, years: 1 };
        Signal::derive(move || self.context.plan().map_or(fallback, |plan| plan.horizon()))
    }

    /// The associations that the decision can be about: the plan's, and those that the scenario forms.
    fn associations(self) -> Memo<Vec<Id>> {
        memo(move || {
            let found = self.scenario(|plan, scenario| {
                let own = plan.associations.iter().map(|one| one.id.clone());
                let formed = scenario.steps.iter().filter_map(|step| match step.decision.introduces()? {
                    Introduced::Association(id, _) => Some(id.clone()),
                    Introduced::Member(..) | Introduced::Line(_) => None,
                });
                own.chain(formed).collect::<Vec<_>>()
            });
            found.unwrap_or_default()
        })
    }

    /// A list of the associations to choose from; nothing when there is only one.
    pub fn association_choice(self, set: fn(&mut Decision, Id)) -> AnyView {
        let ids = self.associations();
        let several = memo(move || ids.with(Vec::len) > 1);
        let shown = move || {
            several.get().then(|| {
                let chosen = Signal::derive(move || {
                    let now = self.step(|step| step.decision.association().cloned()).flatten();
                    ids.with(|ids| ids.iter().position(|id| Some(id) == now.as_ref())).unwrap_or_default()
                });
                let names = Signal::derive(move || {
                    let ids = ids.get();
                    let named = self.scenario(|plan, scenario| {
                        ids.iter()
                            .map(|id| words::association(self.context.language(), plan, Some(scenario), id))
                            .collect::<Vec<_>>()
                    });
                    named.unwrap_or_default()
                });
                let choose = Callback::new(move |place: usize| {
                    if let Some(id) = ids.with_untracked(|ids| ids.get(place).cloned()) {
                        self.set(|decision| set(decision, id));
                    }
                });
                crate::ui::form::choice(crate::ui::text::text_signal(label::association), names, chosen, choose)
            })
        };
        shown.into_any()
    }

    /// Reads the budget of the decision's association, as it is after all decisions, and follows it.
    pub fn association_budget<T>(self, read: impl FnOnce(&AssociationBudget) -> T) -> Option<T> {
        let id = self.step(|step| step.decision.association().cloned()).flatten()?;
        self.context.scenario_outcome.with(|outcome| outcome.as_ref()?.budget.association(&id).map(read))
    }

    /// A list to choose from by id, with names. An id that is not in the list any more stays as the last choice.
    pub fn id_choice(
        self,
        label: Word,
        listed: impl Fn() -> Vec<(Id, String)> + Send + Sync + 'static,
        now: fn(&Decision) -> Option<Id>,
        choose: fn(&mut Decision, Id),
    ) -> AnyView {
        let all = memo(move || {
            let mut all = listed();
            let now = self.step(|step| now(&step.decision)).flatten();
            if let Some(now) = now.filter(|now| !all.iter().any(|(id, _)| id == now)) {
                let at = self.step(|step| step.decision.association().cloned()).flatten();
                let name =
                    self.scenario(|plan, scenario| words::name_of(plan, Some(scenario), at.as_ref(), &now)).flatten();
                let name = name.unwrap_or_else(|| words::gone(self.context.language(), words::Named::Anything));
                all.push((now, name));
            }
            all
        });
        let names =
            Signal::derive(move || all.with(|all| all.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>()));
        let chosen = Signal::derive(move || {
            let now = self.step(|step| now(&step.decision)).flatten();
            all.with(|all| all.iter().position(|(id, _)| Some(id) == now.as_ref())).unwrap_or_default()
        });
        let pick = Callback::new(move |place: usize| {
            if let Some(id) = all.with_untracked(|all| all.get(place).map(|(id, _)| id.clone())) {
                self.set(|decision| choose(decision, id));
            }
        });
        crate::ui::form::choice(crate::ui::text::text_signal(label), names, chosen, pick)
    }

    /// A text of the decision as a field.
    pub fn text_field(
        self,
        label: Word,
        read: fn(&Decision) -> Option<String>,
        write: fn(&mut Decision, String),
    ) -> AnyView {
        let take = OnChange::new(move |text: String| self.change(|decision| write(decision, text.trim().to_owned())));
        crate::ui::form::text(crate::ui::text::text_signal(label), self.get(read), take)
    }

    /// A box to tick.
    pub fn check(self, label: Word, read: fn(&Decision) -> Option<bool>, write: fn(&mut Decision, bool)) -> AnyView {
        let take = Callback::new(move |on: bool| self.set(|decision| write(decision, on)));
        crate::ui::form::check(crate::ui::text::text_signal(label), self.get(read), take)
    }

    /// Levers by year, with a way to add the year after the last or drop the last.
    pub fn years(
        self,
        given: fn(&Decision) -> Option<Vec<Year>>,
        part: fn(Year) -> DecisionField,
        add: fn(&mut Decision, Year),
        drop: fn(&mut Decision, Year),
    ) -> AnyView {
        self.years_from(given, part, add, drop, 1)
    }

    /// The same with another least number of years than one.
    pub fn years_from(
        self,
        given: fn(&Decision) -> Option<Vec<Year>>,
        part: fn(Year) -> DecisionField,
        add: fn(&mut Decision, Year),
        drop: fn(&mut Decision, Year),
        least: usize,
    ) -> AnyView {
        let context = self.context;
        let given = {
            let given = self.get(given);
            memo(move || given.get())
        };
        let next = memo(move || {
            let horizon = self.horizon().get();
            let last = given.with(|given| given.last().copied());
            let next = last.map_or(horizon.first, Year::next).max(horizon.first);
            Some(next).filter(|year| horizon.contains(*year))
        });
        let rows = move || {
            let years = given.get();
            let many = years.len() > least;
            let last = years.last().copied();
            years
                .into_iter()
                .map(|year| {
                    let remove = (many && Some(year) == last).then(|| {
                        let take = move || self.set(|decision| drop(decision, year));
                        view! {
                            <button type="button" class="icon drop-year" on:click=crate::ui::form::click(take)
                                aria-label=Signal::derive(move || label::RemoveYear { year }.say(context.language()))>"×"</button>
                        }
                    });
                    view! { <div class="lever-row">{self.lever(part(year))}{remove}</div> }
                })
                .collect_view()
        };
        let more = move || {
            next.get().map(|year| {
                let take = move || self.set(|decision| add(decision, year));
                view! {
                    <button type="button" class="link" on:click=crate::ui::form::click(take)>
                        {Signal::derive(move || label::AddYear { year }.say(context.language()))}
                    </button>
                }
            })
        };
        view! { <div class="levers">{rows}{more}</div> }.into_any()
    }
}

/// The value that a new year begins with: the year's before it.
pub fn last_value(values: &samplan::sorted::SortedMap<Year, Decimal>) -> Decimal {
    values.last_key_value().map(|(_, value)| *value).unwrap_or_default()
}

/// Shows something while a part of the decision is as `holds` says.
pub fn when(lens: StepLens, holds: fn(&Decision) -> bool, view: fn(StepLens) -> AnyView) -> AnyView {
    let holds = memo(move || lens.step(|step| holds(&step.decision)).unwrap_or_default());
    (move || holds.get().then(|| view(lens))).into_any()
}
