//! What refers to a part of a plan: told before the part is taken away.

use super::{LeverAddress, Plan, Scenario};
use crate::base::Association;
use crate::decision::Reference;
use crate::id::Id;

/// Something that refers to a part of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum User {
    /// Figures as a document prints them that name a line: how many.
    Printed(usize),
    /// Goals of a line: how many.
    Goals(usize),
    /// A risk about a line.
    Risk {
        /// The association that has it.
        association: Id,
        risk: Id,
    },
    /// What the accounts say of a line.
    Actuals,
    /// An association that was formed of another, or became part of it.
    Life(Id),
    /// A decision.
    Step {
        scenario: Id,
        /// The decision.
        step: Id,
    },
    /// Slides of a scenario with levers of the part: how many.
    Slides {
        /// The scenario that the slides tell of.
        scenario: Id,
        /// How many.
        slides: usize,
    },
    /// Plausible ranges: how many.
    Ranges(usize),
}

/// All that refers to a part of the plan and is not a part of it itself, in the order of the file. Lines that a member
/// pays, and what follows an index, are left out: with those a member or an index cannot be taken away.
pub fn users(plan: &Plan, part: &Reference) -> Vec<User> {
    let mut found = Vec::new();
    for association in &plan.associations {
        of_association(association, part, &mut found);
    }
    for scenario in &plan.scenarios {
        let steps = scenario.steps.iter().filter(|step| step.decision.references().iter().any(|one| within(one, part)));
        found.extend(steps.map(|step| User::Step { scenario: scenario.id.clone(), step: step.id.clone() }));
        slides(scenario, |lever| is_about(lever, part), &mut found);
    }
    ranges(plan, |lever| is_about(lever, part), &mut found);
    found
}

/// All that refers to a scenario or its decisions from elsewhere in the plan.
pub fn scenario_users(plan: &Plan, id: &Id) -> Vec<User> {
    let mut found = Vec::new();
    let is_of = |lever: &LeverAddress| matches!(lever, LeverAddress::Decision { scenario, .. } if scenario == id);
    for scenario in plan.scenarios.iter().filter(|scenario| scenario.id != *id) {
        slides(scenario, is_of, &mut found);
    }
    ranges(plan, is_of, &mut found);
    found
}

fn of_association(association: &Association, part: &Reference, found: &mut Vec<User>) {
    match part {
        Reference::Line { association: of, line } if *of == association.id => {
            counted(association.printed.iter().filter(|one| one.names(line)).count(), User::Printed, found);
            counted(association.goals.iter().filter(|one| one.line.as_ref() == Some(line)).count(), User::Goals, found);
            let risks = association.risks.iter().filter(|risk| risk.line.as_ref() == Some(line));
            found.extend(risks.map(|one| User::Risk { association: association.id.clone(), risk: one.id.clone() }));
            if association.actuals.as_ref().is_some_and(|actuals| actuals.lines.contains_key(line)) {
                found.push(User::Actuals);
            }
        }
        Reference::Association(id)
            if association.life.of.contains(id) || association.life.into.as_ref() == Some(id) =>
        {
            found.push(User::Life(association.id.clone()));
        }
        Reference::Association(_) | Reference::Member { .. } | Reference::Line { .. } | Reference::Index(_) => {}
    }
}

fn slides(scenario: &Scenario, is_about: impl Fn(&LeverAddress) -> bool, found: &mut Vec<User>) {
    let slides = scenario.slides.iter().filter(|slide| slide.levers.iter().any(&is_about)).count();
    counted(slides, |slides| User::Slides { scenario: scenario.id.clone(), slides }, found);
}

fn ranges(plan: &Plan, is_about: impl Fn(&LeverAddress) -> bool, found: &mut Vec<User>) {
    counted(plan.ranges.iter().filter(|range| is_about(&range.lever)).count(), User::Ranges, found);
}

fn counted(count: usize, user: impl Fn(usize) -> User, found: &mut Vec<User>) {
    if count > 0 {
        found.push(user(count));
    }
}

/// Whether what is referred to is the part or lies in it.
fn within(reference: &Reference, part: &Reference) -> bool {
    match (reference, part) {
        (Reference::Member { association, .. } | Reference::Line { association, .. }, Reference::Association(id)) => {
            association == id
        }
        _ => reference == part,
    }
}

fn is_about(lever: &LeverAddress, part: &Reference) -> bool {
    match (lever, part) {
        (LeverAddress::Line { association, line: own, .. }, Reference::Line { association: of, line }) => {
            association == of && own == line
        }
        (LeverAddress::IndexRate { index, .. }, Reference::Index(id)) => index == id,
        (
            LeverAddress::Line { association, .. }
            | LeverAddress::CostPerFte { association, .. }
            | LeverAddress::PlacesPerFte { association }
            | LeverAddress::OpeningEquity { association }
            | LeverAddress::EquityUse { association, .. },
            Reference::Association(id),
        ) => association == id,
        _ => false,
    }
}
