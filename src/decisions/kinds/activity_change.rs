//! ActivityChange: a line is added, or ends, changes size, moves in time or is co-funded.

use super::one_off::category_choice;
use crate::decisions::step_lens::when;
use crate::decisions::step_lens::{StepLens, last_value};
use crate::decisions::view::{DecisionContext, DecisionView};
use crate::ui::form;
use crate::words::{self, Word, decision as named, label, scenario as text};
use leptos::prelude::*;
use samplan::calendar::{Month, Year};
use samplan::decision::{ActivityAction, ActivityChange, Change, Decision, DecisionField};
use samplan::lever::LineField;
use samplan::money::Decimal;
use samplan::plan::{Approach, Category, Id, Line, Schedule};
use samplan::sorted::SortedMap;

fn of(decision: &Decision) -> Option<&ActivityChange> {
    match decision {
        Decision::ActivityChange(changed) => Some(changed),
        _ => None,
    }
}

fn change(decision: &mut Decision, change: impl FnOnce(&mut ActivityChange)) {
    if let Decision::ActivityChange(changed) = decision {
        change(changed);
    }
}

const fn place(action: &ActivityAction) -> usize {
    match action {
        ActivityAction::Resize { .. } => 0,
        ActivityAction::End { .. } => 1,
        ActivityAction::Move { .. } => 2,
        ActivityAction::CoFund { .. } => 3,
        ActivityAction::Add { .. } => 4,
    }
}

fn is(decision: &Decision, wanted: usize) -> bool {
    of(decision).is_some_and(|one| place(&one.action) == wanted)
}

fn body(lens: StepLens) -> AnyView {
    const FORMS: [words::Word; 5] =
        [text::action_resize, text::action_end, text::action_move, text::action_co_fund, label::new_line];
    let chosen = lens.get(|decision| of(decision).map(|one| place(&one.action)));
    let choose = Callback::new(move |wanted: usize| become_form(lens, wanted));
    view! {
        {lens.association_choice(|decision, id| change(decision, |one| one.association = id))}
        {form::choice_of(text::what_happens, &FORMS, chosen, choose)}
        {when(lens, |decision| !is(decision, 4), line_choice)}
        {when(lens, |decision| is(decision, 0), resize)}
        {when(lens, |decision| is(decision, 1), |lens| lens.lever(DecisionField::Last))}
        {when(lens, |decision| is(decision, 2), |lens| lens.lever(DecisionField::Months))}
        {when(lens, |decision| is(decision, 3), |lens| view! {
            {lens.lever(DecisionField::Share)}
            {lens.lever(DecisionField::From)}
        }.into_any())}
        {when(lens, |decision| is(decision, 4), new_line)}
    }
    .into_any()
}

/// Changes the form and keeps what both have: the line and the month.
fn become_form(lens: StepLens, wanted: usize) {
    let context = lens.context;
    let Some(plan) = context.session.plan().get_untracked() else { return };
    let first = plan.first_year;
    let some_line = untrack(|| lines(lens)).into_iter().next().map(|(id, _)| id);
    let language = context.language();
    let taken = untrack(|| {
        lens.association_budget(|association| association.rows.iter().map(|row| row.line.clone()).collect::<Vec<_>>())
    });
    let done = lens.change(|decision| {
        change(decision, |one| {
            if place(&one.action) == wanted {
                return;
            }
            let line = match &one.action {
                ActivityAction::Add { .. } => some_line,
                other => Some(other.line().clone()),
            };
            let from = match &one.action {
                ActivityAction::Resize { from, .. } | ActivityAction::CoFund { from, .. } => *from,
                ActivityAction::End { last, .. } => last.next(),
                _ => Month::january(first),
            };
            one.action = match (wanted, line) {
                (0, Some(line)) => ActivityAction::Resize { line, from, change: Change::By(Decimal::new(-10, 2)) },
                (1, Some(line)) => ActivityAction::End { line, last: from.previous().max(Month::january(first)) },
                (2, Some(line)) => ActivityAction::Move { line, months: 6 },
                (3, Some(line)) => ActivityAction::CoFund { line, from, share: Decimal::new(5, 1) },
                (4, _) => ActivityAction::Add { line: Box::new(added(language, first, &taken.unwrap_or_default())) },
                _ => return,
            };
        });
    });
    if let Err(why) = done {
        context.notices.warn(why);
    }
}

fn added(language: words::Language, first: Year, taken: &[Id]) -> Line {
    let name = words::decision::new_line(language);
    let id = Id::from_name(name, |id| taken.iter().any(|other| other.as_str() == id));
    let amounts = SortedMap::from([(first, Decimal::from(100_000))]);
    Line::new(id, name, Category::Activity, Schedule::Amounts(amounts))
}

/// The lines that can be changed: all but contributions, as the other decisions leave them.
fn lines(lens: StepLens) -> Vec<(Id, String)> {
    let listed = lens.association_budget(|association| {
        let rows = association.rows.iter().filter(|row| row.category != Category::Contribution && !row.name.is_empty());
        words::all_told_apart(rows.map(|row| (row.line.clone(), row.name.to_string())).collect())
    });
    listed.unwrap_or_default()
}

fn line_choice(lens: StepLens) -> AnyView {
    lens.id_choice(
        text::line,
        move || lines(lens),
        |decision| of(decision).map(|one| one.action.line().clone()),
        |decision, id| {
            change(decision, |one| match &mut one.action {
                ActivityAction::Add { .. } => {}
                ActivityAction::End { line, .. }
                | ActivityAction::Resize { line, .. }
                | ActivityAction::Move { line, .. }
                | ActivityAction::CoFund { line, .. } => *line = id,
            });
        },
    )
}

fn size(decision: &Decision) -> Option<&Change> {
    match &of(decision)?.action {
        ActivityAction::Resize { change, .. } => Some(change),
        _ => None,
    }
}

fn resize(lens: StepLens) -> AnyView {
    const HOW: [words::Word; 2] = [text::by_percent, text::to_kronor];
    let by = lens.get(|decision| size(decision).map(|size| usize::from(matches!(size, Change::To(_)))));
    let choose = Callback::new(move |place: usize| {
        lens.set(|decision| {
            change(decision, |one| {
                let ActivityAction::Resize { change, .. } = &mut one.action else { return };
                match (place, &change) {
                    (0, Change::To(_)) => *change = Change::By(Decimal::ZERO),
                    (1, Change::By(_)) => *change = Change::To(Decimal::from(100_000)),
                    _ => {}
                }
            });
        });
    });
    view! {
        {form::pills(text::how, &HOW, by, choose)}
        {when(lens, |decision| matches!(size(decision), Some(Change::By(_))), |lens| lens.lever(DecisionField::By))}
        {when(lens, |decision| matches!(size(decision), Some(Change::To(_))), |lens| lens.lever(DecisionField::To))}
        {lens.lever(DecisionField::From)}
    }
    .into_any()
}

fn line(decision: &Decision) -> Option<&Line> {
    match &of(decision)?.action {
        ActivityAction::Add { line } => Some(line),
        _ => None,
    }
}

fn change_line(decision: &mut Decision, with: impl FnOnce(&mut Line)) {
    change(decision, |one| {
        if let ActivityAction::Add { line } = &mut one.action {
            with(line);
        }
    });
}

const APPROACHES: [Approach; 3] = [Approach::Base, Approach::Process, Approach::Structure];

fn approach(lens: StepLens) -> AnyView {
    const NAMES: [words::Word; 4] =
        [words::metric::base, words::metric::process, words::metric::structure, text::approach_none];
    let chosen = lens.get(|decision| {
        let approach = line(decision)?.approach;
        Some(APPROACHES.iter().position(|one| Some(*one) == approach).unwrap_or(APPROACHES.len()))
    });
    let choose = Callback::new(move |place: usize| {
        lens.set(|decision| change_line(decision, |line| line.approach = APPROACHES.get(place).copied()));
    });
    form::pills(label::kind_of_activity, &NAMES, chosen, choose)
}

fn new_line(lens: StepLens) -> AnyView {
    view! {
        <div class="pair-fields">
            {lens.text_field(
                label::name,
                |decision| line(decision).map(|line| line.name.clone()),
                |decision, name| change_line(decision, |line| line.name = name),
            )}
            {category_choice(
                lens,
                |decision| line(decision).map(|line| line.category),
                |decision, category| change_line(decision, |line| {
                    line.category = category;
                    line.approach = line.approach.filter(|_| category == Category::Activity);
                }),
            )}
        </div>
        {when(lens, |decision| line(decision).is_some_and(|line| line.category == Category::Activity), approach)}
        {lens.years(
            |decision| line(decision).map(|line| line.schedule.given().keys().copied().collect()),
            |year| DecisionField::Line(LineField::Amount(year)),
            |decision, year| change_line(decision, |line| {
                let amount = last_value(line.schedule.given());
                line.schedule.given_mut().insert(year, amount);
            }),
            |decision, year| change_line(decision, |line| {
                line.schedule.given_mut().remove(&year);
            }),
        )}
    }
    .into_any()
}

impl DecisionView for ActivityChange {
    const NAME: Word = named::activity_change;
    const WHAT: Word = named::activity_change_what;
    const EXAMPLE: Word = named::activity_change_example;
    const CANNOT: Word = text::cannot;
    const ID_STEM: &'static str = "insats";
    const WHAT_SAYS_MORE: bool = false;

    fn title(&self, about: &DecisionContext) -> String {
        let DecisionContext { language, plan, scenario, unit } = *about;
        let line = words::line(language, plan, scenario, Some(&self.association), self.action.line());
        match &self.action {
            ActivityAction::Add { .. } => named::AddTitle { line }.say(language),
            ActivityAction::End { last, .. } => {
                named::EndTitle { line, month: words::month(language, *last) }.say(language)
            }
            ActivityAction::Resize { from, change, .. } => {
                let (change, month) = (words::change(language, change, unit), words::month(language, *from));
                named::ResizeTitle { line, change, month }.say(language)
            }
            ActivityAction::Move { months, .. } if *months < 0 => {
                named::EarlierTitle { line, months: months.unsigned_abs() }.say(language)
            }
            ActivityAction::Move { months, .. } => named::LaterTitle { line, months }.say(language),
            ActivityAction::CoFund { from, share, .. } => {
                let (share, month) = (words::percent_as_typed(language, *share), words::month(language, *from));
                named::CoFundTitle { line, share, month }.say(language)
            }
        }
    }

    fn number_name(_: &DecisionField) -> Option<Word> {
        None
    }

    fn has_said(&self, _: &DecisionField) -> bool {
        !matches!(self.action, ActivityAction::Add { .. })
    }

    fn choices(&self, _: &DecisionContext) -> Vec<String> {
        Vec::new()
    }

    fn body(lens: StepLens) -> AnyView {
        body(lens)
    }
}
