//! What an edit did, for undo's menu and messages.

use super::generated::edit as text;
use super::{Language, month, report_section, slide_name};
use samplan::edit::{
    AssociationEdit, Edit, LineChange, LineEdit, ListChange, ListStep, MeetEdit, PlanEdit, PresentationEdit,
    ScenarioEdit, StepField,
};
use std::borrow::Cow;

/// What an edit did, as it continues "Ångra: "; of a list, to which of its things.
pub fn edit(language: Language, edit: &Edit) -> Cow<'static, str> {
    let did = did(language, edit);
    match about(language, edit).filter(|name| !name.trim().is_empty()) {
        Some(name) => text::About { did, name: &name }.say(language).into(),
        None => did.into(),
    }
}

/// The name of the one thing of a list that an edit is about.
fn about(language: Language, edit: &Edit) -> Option<Cow<'_, str>> {
    let name: &str = match edit {
        Edit::Association(_, AssociationEdit::Printed(change)) => &change.about().label,
        Edit::Association(_, AssociationEdit::Goal(change)) => &change.about().name,
        Edit::Association(_, AssociationEdit::Risk(change)) => &change.about().name,
        Edit::Association(_, AssociationEdit::AddMember(member) | AssociationEdit::ReplaceMember(member)) => {
            &member.name
        }
        Edit::Presentation(_, PresentationEdit::Position(change)) => &change.about().who,
        Edit::Plan(PlanEdit::Index(change)) => &change.about().name,
        Edit::Plan(PlanEdit::Event(change)) => &change.about().name,
        Edit::Plan(PlanEdit::Target(change)) => &change.about().name,
        Edit::Presentation(_, PresentationEdit::Slides(change)) => slide_name(language, change.did.about()?),
        Edit::Presentation(_, PresentationEdit::Report(change)) => report_section(language, change.did.about()?.kind),
        Edit::Line(_, LineEdit::Add { line, .. } | LineEdit::Change { now: line, .. }) => &line.name,
        Edit::Line(_, LineEdit::Level { year, .. }) => return Some(year.to_string().into()),
        Edit::Line(_, LineEdit::Phase { change, .. }) => return Some(month(language, change.about().from).into()),
        Edit::All(edits) => match edits.as_slice() {
            [one] => return about(language, one),
            [index @ Edit::Plan(PlanEdit::Index(_)), ..] => return about(language, index),
            _ => return None,
        },
        _ => return None,
    };
    Some(name.into())
}

fn did(language: Language, edit: &Edit) -> &'static str {
    match edit {
        Edit::Plan(edit) => plan(language, edit),
        Edit::Association(_, edit) => association(language, edit),
        Edit::Line(_, edit) => line(language, edit),
        Edit::Scenario(_, edit) => scenario(language, edit),
        Edit::Lever(..) => text::lever(language),
        Edit::Presentation(_, edit) => presentation(language, edit),
        Edit::Meet(MeetEdit::TakeOver { .. }) => text::take_over(language),
        Edit::Meet(MeetEdit::Add { .. }) => text::add_neighbour(language),
        Edit::Meet(MeetEdit::Bring { .. }) => text::bring_scenarios(language),
        Edit::All(edits) => match edits.as_slice() {
            [Edit::Line(_, LineEdit::Amount { amount: None, .. }), ..] => text::clear_amount(language),
            [one] => did(language, one),
            [Edit::Scenario(_, ScenarioEdit::Duplicate { .. }), Edit::Lever(..), ..] => {
                super::generated::show::edit_keep(language)
            }
            [Edit::Lever(..), ..] => text::lever(language),
            // What was reckoned is noted beside its amount.
            [Edit::Line(_, LineEdit::Change { .. }), amount @ Edit::Line(_, LineEdit::Amount { .. })] => {
                did(language, amount)
            }
            // An index that is made where it is chosen.
            [index @ Edit::Plan(PlanEdit::Index(_)), ..] => did(language, index),
            [first, ..] if edits.iter().all(is_cell) => did(language, first),
            _ => text::paste(language),
        },
    }
}

/// Whether it puts an amount in a cell of the table.
fn is_cell(edit: &Edit) -> bool {
    matches!(edit, Edit::Line(_, LineEdit::Amount { .. }) | Edit::Association(_, AssociationEdit::EquityUse(..)))
}

fn plan(language: Language, edit: &PlanEdit) -> &'static str {
    match edit {
        PlanEdit::Name(_) => text::plan_name(language),
        PlanEdit::Description(_) => text::plan_description(language),
        PlanEdit::AddYear | PlanEdit::AddFirstYear { .. } => text::add_year(language),
        PlanEdit::DropLastYear | PlanEdit::DropFirstYear { .. } => text::drop_year(language),
        PlanEdit::Definitions(_) => text::definitions(language),
        PlanEdit::Rules(_) => text::rules(language),
        PlanEdit::Stair(_) => text::rules(language),
        PlanEdit::Index(change) => list(language, change, [text::add_index, text::index, text::remove_index]),
        PlanEdit::Range(_) => text::ranges(language),
        PlanEdit::Event(change) => list(language, change, [text::add_event, text::event, text::remove_event]),
        PlanEdit::Target(change) => list(language, change, [text::add_target, text::target, text::remove_target]),
    }
}

/// What was done to a thing of a list: one more, another, one less.
fn list<T>(language: Language, change: &ListChange<T>, words: [fn(Language) -> &'static str; 3]) -> &'static str {
    let [add, replace, remove] = words;
    match change {
        ListChange::Add(_) => add(language),
        ListChange::Replace { .. } => replace(language),
        ListChange::Remove { .. } => remove(language),
    }
}

fn association(language: Language, edit: &AssociationEdit) -> &'static str {
    match edit {
        AssociationEdit::Add(_) => text::add_association(language),
        AssociationEdit::Remove => text::remove_association(language),
        AssociationEdit::Name(_) | AssociationEdit::OrganisationNumber(_) | AssociationEdit::Source(_) => {
            text::association_name(language)
        }
        AssociationEdit::OpeningEquity(_) => text::opening_equity(language),
        AssociationEdit::EquityUse(..) => text::equity_use(language),
        AssociationEdit::Transfer(..) => text::transfer(language),
        AssociationEdit::DeficitReason(..) => text::deficit_reason(language),
        AssociationEdit::Capacity(_) => text::capacity(language),
        AssociationEdit::AddMember(_) => text::add_member(language),
        AssociationEdit::ReplaceMember(_) => text::member(language),
        AssociationEdit::RemoveMember(_) => text::remove_member(language),
        AssociationEdit::Printed(change) => {
            list(language, change, [text::add_printed, text::printed, text::remove_printed])
        }
        AssociationEdit::LineAmounts(_) => text::contributions_anew(language),
        AssociationEdit::Goal(change) => list(language, change, [text::add_goal, text::goal, text::remove_goal]),
        AssociationEdit::Risk(change) => list(language, change, [text::add_risk, text::risk, text::remove_risk]),
        AssociationEdit::Actuals(_) => text::actuals(language),
    }
}

fn presentation(language: Language, edit: &PresentationEdit) -> &'static str {
    match edit {
        PresentationEdit::Question(_) => text::question(language),
        PresentationEdit::Proposal(_) => text::proposal(language),
        PresentationEdit::Registry(_) => text::registry(language),
        PresentationEdit::Position(change) => {
            list(language, change, [text::add_position, text::position, text::remove_position])
        }
        PresentationEdit::Slides(change) => match change.did {
            ListStep::Add(_) => text::add_slide(language),
            ListStep::Change(_) => text::slide(language),
            ListStep::Move(_) => text::move_slide(language),
            ListStep::Remove(_) => text::remove_slide(language),
            ListStep::Reset => text::slides(language),
        },
        PresentationEdit::Report(change) => match change.did {
            ListStep::Change(_) => text::section(language),
            ListStep::Move(_) => text::move_section(language),
            ListStep::Add(_) | ListStep::Remove(_) | ListStep::Reset => text::report(language),
        },
    }
}

fn line(language: Language, edit: &LineEdit) -> &'static str {
    match edit {
        LineEdit::Amount { amount: Some(_), .. } => text::amount(language),
        LineEdit::Amount { amount: None, .. } => text::clear_amount(language),
        LineEdit::Add { .. } => text::add_line(language),
        LineEdit::Duplicate { .. } => text::duplicate_line(language),
        LineEdit::Move { .. } => text::move_line(language),
        LineEdit::Remove { .. } => text::remove_line(language),
        LineEdit::Level { was: None, .. } => text::add_level(language),
        LineEdit::Level { now: Some(_), .. } => text::level(language),
        LineEdit::Level { now: None, .. } => text::remove_level(language),
        LineEdit::Phase { change, .. } => list(language, change, [text::add_phase, text::phase, text::remove_phase]),
        LineEdit::Change { field, .. } => match field {
            LineChange::Name => text::line_name(language),
            LineChange::Category => text::line_category(language),
            LineChange::Schedule => text::line_schedule(language),
            LineChange::Months => text::line_months(language),
            LineChange::Index => text::line_index(language),
            LineChange::Tags => text::line_tags(language),
            LineChange::Text => text::line_text(language),
            LineChange::Participants => text::line_participants(language),
        },
    }
}

fn scenario(language: Language, edit: &ScenarioEdit) -> &'static str {
    match edit {
        ScenarioEdit::Add(_) => text::add_scenario(language),
        ScenarioEdit::Duplicate { .. } => text::duplicate_scenario(language),
        ScenarioEdit::Name(_) => text::scenario_name(language),
        ScenarioEdit::Description(_) => text::scenario_description(language),
        ScenarioEdit::Move { .. } => text::move_scenario(language),
        ScenarioEdit::Remove => text::remove_scenario(language),
        ScenarioEdit::Promote(_) => text::promote(language),
        ScenarioEdit::AddStep(_) => text::add_decision(language),
        ScenarioEdit::DuplicateStep { .. } => text::duplicate_decision(language),
        ScenarioEdit::ReplaceStep { field, .. } => match field {
            StepField::Name => text::decision_name(language),
            StepField::Switch => text::switch_decision(language),
            StepField::Decision => text::decision(language),
        },
        ScenarioEdit::MoveStep { .. } => text::move_decision(language),
        ScenarioEdit::RemoveStep(_) => text::remove_decision(language),
    }
}
