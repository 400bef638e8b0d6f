//! Goals in numbers.

use super::add_form::AddForm;
use super::lens::AssociationLens;
use super::section::TITLE;
use crate::commands::list;
use crate::state::memo::memo;
use crate::ui::field::{Choice, NumberField, NumberKind, TextField};
use crate::ui::focus::focus_soon;
use crate::ui::form::{self, OnChange, on_mouse};
use crate::ui::icon::{Icon, Shape};
use crate::ui::keyed_list::keyed_list;
use crate::ui::text::{focus_later, text_fn, text_signal};
use crate::words::{self, Language, label, plan_settings as text};
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::goal_in;
use samplan::money::Decimal;
use samplan::plan::{CountUnit, Goal, Id};

const UNITS: [CountUnit; 9] = [
    CountUnit::Participants,
    CountUnit::Persons,
    CountUnit::Share,
    CountUnit::BaseShare,
    CountUnit::ProcessShare,
    CountUnit::AdminShare,
    CountUnit::Occasions,
    CountUnit::Weeks,
    CountUnit::Fte,
];

#[component]
pub fn Goals(association: AssociationLens) -> impl IntoView {
    let context = association.context;
    let count = association.part(|one| one.goals.len());
    // A sentence whose number must be asked for.
    let asked = RwSignal::new(None::<String>);
    let add = move |name: String| {
        if name.is_empty() {
            return Err(text::name_first(context.language()).to_owned());
        }
        match goal_in(&name) {
            Some(goal) => add_goal(association, goal).map(|()| asked.set(None)),
            None => {
                asked.set(Some(name));
                Ok(())
            }
        }
    };
    view! {
        <Show when=move || count.get() == 0><p class="hint">{text_fn(text::goals_none)}</p></Show>
        <div class="items">
            {keyed_list(move || (0..count.get()).collect(), move |place| view! { <GoalItem association=association place=place/> })}
        </div>
        <AddForm id="add-goal" label=text::new_goal button=text::add_goal on_add=add/>
        {move || asked.get().map(|name| number_asked(association, asked, name))}
    }
}

fn add_goal(association: AssociationLens, goal: Goal) -> Result<(), String> {
    list::goals(association.context, association.id()).add(goal)
}

/// Which number a sentence means that says none, or several.
fn number_asked(association: AssociationLens, asked: RwSignal<Option<String>>, name: String) -> AnyView {
    let context = association.context;
    let label = text::GoalAsked { name: &name }.say(context.language());
    let name = StoredValue::new(name);
    let take = OnChange::new(move |number: Option<Decimal>| {
        let Some(value) = number else {
            return Err(words::how_to_write(context.language(), words::ExpectedNumber::Count).to_owned());
        };
        let (name, unit, source) = (name.get_value(), CountUnit::Persons, String::new());
        let goal = Goal { name, value, unit, at_most: false, year: None, line: None, source };
        add_goal(association, goal).map(|()| asked.set(None))
    });
    focus_soon("#goal-asked input");
    view! { <div id="goal-asked" data-test="goal-asked">{form::number(Signal::stored(label), NumberKind::Number, Signal::stored(None), take)}</div> }
        .into_any()
}

#[component]
fn GoalItem(association: AssociationLens, place: usize) -> impl IntoView {
    let context = association.context;
    let goal = association.part(move |one| one.goals.get(place).cloned());
    let goals = move || list::goals(context, association.id());
    let change = move |change: &dyn Fn(&mut Goal)| goals().change(place, change);
    let set = move |with: &dyn Fn(&mut Goal)| {
        if let Err(why) = change(with) {
            context.notices.warn(why);
        }
    };
    let remove = move |_| {
        if let Err(why) = goals().remove(place) {
            context.notices.warn(why);
        }
        focus_later(TITLE);
    };
    let name = memo(move || goal.get().map(|goal| goal.name).unwrap_or_default());
    let unit = memo(move || goal.get().map_or(CountUnit::Persons, |goal| goal.unit));
    let value = memo(move || goal.get().map(|goal| goal.value));
    let at_most = memo(move || goal.get().is_some_and(|goal| goal.at_most));
    let year = memo(move || goal.get().and_then(|goal| goal.year));
    let line = memo(move || goal.get().and_then(|goal| goal.line));
    let source = memo(move || goal.get().map(|goal| goal.source).unwrap_or_default());
    let is_share = memo(move || unit.get().is_share());
    let units =
        Signal::derive(move || UNITS.map(|unit| (unit, unit_name(context.language(), unit).to_owned())).to_vec());
    let bounds = Signal::derive(move || {
        let language = context.language();
        vec![(false, text::at_least(language).to_owned()), (true, text::at_most(language).to_owned())]
    });
    let known_years = association.years(move |_| year.get().into_iter().collect());
    let years = Signal::derive(move || {
        let none = (None, text::goal_no_year(context.language()).to_owned());
        let known = known_years.get().into_iter().map(|year: Year| (Some(year), year.to_string()));
        std::iter::once(none).chain(known).collect::<Vec<_>>()
    });
    let named_lines = association.part(words::lines_of);
    let lines = Signal::derive(move || {
        let all = (None, text::goal_all(context.language()).to_owned());
        let named = named_lines.get().into_iter().map(|(id, name)| (Some(id), name));
        std::iter::once(all).chain(named).collect::<Vec<_>>()
    });
    let digest = move || goal.get().map(|goal| digest(context.language(), &goal));
    view! {
        <details class="item" data-test="goal">
            <summary><span class="what">{move || name.get()}</span><span class="digest">{digest}</span></summary>
            <div class="inside">
                <TextField label=text_signal(text::goal_name) value=name
                    on_change=move |name: String| change(&|goal| name.trim().clone_into(&mut goal.name))/>
                <div class="columns">
                    <Choice label=text_signal(text::goal_bound) options=bounds value=at_most
                        on_change=move |at_most| set(&|goal| goal.at_most = at_most)/>
                    <Choice label=text_signal(text::goal_unit) options=units value=unit
                        on_change=move |unit| set(&|goal| goal.count_in(unit))/>
                    {move || {
                        let kind = if is_share.get() { NumberKind::Percent } else { NumberKind::Number };
                        view! {
                            <NumberField label=text_signal(text::goal_value) value=value kind=kind
                                on_change=move |value| change(&|goal| goal.value = value.unwrap_or_default())/>
                        }
                    }}
                    <Choice label=text_signal(label::year) options=years value=year
                        on_change=move |year| set(&|goal| goal.year = year)/>
                </div>
                <Choice label=text_signal(label::applies_to) options=lines value=line
                    on_change={move |line: Option<Id>| set(&|goal| goal.line.clone_from(&line))}/>
                <TextField label=text_signal(label::source) value=source
                    on_change=move |source: String| change(&|goal| goal.source.clone_from(&source))/>
                <div class="buttons">
                    <button type="button" class="danger" on:click=on_mouse(remove)>
                        <Icon shape=Shape::Bin/>{move || label::Remove { name: name.get() }.say(context.language())}
                    </button>
                </div>
            </div>
        </details>
    }
}

fn unit_name(language: Language, unit: CountUnit) -> &'static str {
    match unit {
        CountUnit::Persons => text::unit_persons(language),
        CountUnit::Participants => text::unit_participants(language),
        CountUnit::Share => label::per_cent(language),
        CountUnit::BaseShare => text::unit_base_share(language),
        CountUnit::ProcessShare => text::unit_process_share(language),
        CountUnit::AdminShare => text::unit_admin_share(language),
        CountUnit::Occasions => text::unit_occasions(language),
        CountUnit::Weeks => text::unit_weeks(language),
        CountUnit::Fte => text::unit_fte(language),
    }
}

/// `Minst 95 personer, 2014`.
fn digest(language: Language, goal: &Goal) -> String {
    let bound = if goal.at_most { text::at_most(language) } else { text::at_least(language) };
    let value = match goal.unit {
        unit if unit.is_share() => words::percent_as_typed(language, goal.value),
        unit => format!("{} {}", words::count(language, goal.value, 2), unit_name(language, unit)),
    };
    match goal.year {
        Some(year) => format!("{bound} {value}, {year}"),
        None => format!("{bound} {value}"),
    }
}
