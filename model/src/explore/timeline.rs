//! When things must be decided: a target's steps dated backwards from it, what of them is late, and the year's cycle
//! between two months. Which month it is today is told by the caller.

use crate::calendar::{Month, Year};
use crate::plan::{AnnualEvent, Id, Plan, StepKind, StepWhat, Target, TargetKind, TargetStep};
use crate::sorted::sort_by_key;

/// A target with its steps in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub target: Id,
    /// The month in which it is to be in place.
    pub date: Month,
    /// Its steps by their first month; those of the same month in the target's order.
    pub steps: Vec<DatedStep>,
    /// The month in which the first step begins; the target's own when it has none.
    pub begins: Month,
    /// Whether the target itself is late.
    pub lateness: Lateness,
}

/// A step in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedStep {
    /// Its place in the target's list, or in that of its kind's usual steps.
    pub place: usize,
    /// What is done.
    pub what: StepWhat,
    /// Its first month.
    pub first: Month,
    /// Its last month.
    pub last: Month,
    /// Whether it is late.
    pub lateness: Lateness,
}

/// How something stands to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lateness {
    Done,
    /// Its first month lies ahead.
    Ahead,
    /// It is to be worked on now.
    Now,
    /// Its last month has passed and it is not done.
    Late {
        /// How many months ago it should have been done.
        months: u16,
    },
}

impl Lateness {
    fn of(first: Month, last: Month, done: bool, today: Month) -> Lateness {
        if done {
            Lateness::Done
        } else if today < first {
            Lateness::Ahead
        } else if today <= last {
            Lateness::Now
        } else {
            Lateness::Late { months: today.months_from(last).saturating_sub(1) }
        }
    }
}

/// A target's steps dated backwards from it, seen from `today`.
pub fn schedule(target: &Target, today: Month) -> Dated {
    let usual = preset_steps(target.kind);
    let steps = if target.steps.is_empty() { &usual } else { &target.steps };
    let mut dated: Vec<DatedStep> = steps
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let first = target.date.moved(step.months_before.saturating_neg().into());
            let last = first.moved(i32::from(step.length).saturating_sub(1).max(0));
            let lateness = Lateness::of(first, last, step.done || target.done, today);
            DatedStep { place, what: step.what.clone(), first, last, lateness }
        })
        .collect();
    sort_by_key(&mut dated, |step| step.first);
    let begins = dated.first().map_or(target.date, |step| step.first.min(target.date));
    // In place from the first day of its month: what is not done in that month is late by one.
    let lateness = match Lateness::of(target.date, target.date, target.done, today) {
        Lateness::Now => Lateness::Late { months: 0 },
        other => other,
    };
    Dated { target: target.id.clone(), date: target.date, steps: dated, begins, lateness }
}

/// The usual steps of a kind of target, to begin with and to edit.
///
/// What the steps are is in finsam.se's guidance on mergers and extensions. How long before is a usual plan for a date
/// of 1 January and nothing that a rule says: a merger takes about 15 months (Falun and Borlänge), the members decide
/// in November, the State decides on its money in December (Sydnärke's cycle), and the old associations are closed in
/// the half-year after (Värend: dissolved in March, balances moved by June).
pub fn preset_steps(kind: TargetKind) -> Vec<TargetStep> {
    let steps: &[(StepKind, i16, u16)] = match kind {
        TargetKind::Merger => &[
            (StepKind::Direction, 15, 1),
            (StepKind::Analysis, 14, 4),
            (StepKind::Dialogue, 10, 3),
            (StepKind::ShareKey, 9, 2),
            (StepKind::Ordinance, 7, 3),
            (StepKind::Consultation, 4, 2),
            (StepKind::MemberDecisions, 2, 1),
            (StepKind::Board, 2, 2),
            (StepKind::Budget, 2, 1),
            (StepKind::Allocation, 1, 1),
            (StepKind::Handover, 1, 2),
            (StepKind::Closing, 0, 6),
        ],
        TargetKind::Admission => &[
            (StepKind::Application, 12, 2),
            (StepKind::Direction, 10, 1),
            (StepKind::Analysis, 9, 2),
            (StepKind::ShareKey, 8, 2),
            (StepKind::Ordinance, 6, 2),
            (StepKind::Consultation, 4, 2),
            (StepKind::MemberDecisions, 2, 1),
            (StepKind::Budget, 2, 1),
            (StepKind::Allocation, 1, 1),
        ],
        TargetKind::Own => &[],
    };
    let step = |&(kind, months_before, length): &(StepKind, i16, u16)| TargetStep {
        what: StepWhat::Preset(kind),
        months_before,
        length,
        done: false,
    };
    steps.iter().map(step).collect()
}

/// An event of the year's cycle in a certain year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    pub event: Id,
    /// The year in which it begins.
    pub year: Year,
    /// Its first month.
    pub first: Month,
    /// The day of the first month, where the cycle sets one; the month's last where the month is shorter.
    pub day: Option<u8>,
    /// Its last month.
    pub last: Month,
}

/// The year's cycle from `from` to `to`: every event that begins in those months, in order of time.
pub fn occurrences(plan: &Plan, from: Month, to: Month) -> Vec<Occurrence> {
    let years = from.year().number()..=to.year().number();
    let each = years.filter_map(Year::new).flat_map(|year| plan.calendar.iter().map(move |event| (year, event)));
    let mut found: Vec<Occurrence> = each
        .filter_map(|(year, event)| occurrence(event, year))
        .filter(|occurrence| (from..=to).contains(&occurrence.first))
        .collect();
    sort_by_key(&mut found, |occurrence| (occurrence.first, occurrence.day));
    found
}

fn occurrence(event: &AnnualEvent, year: Year) -> Option<Occurrence> {
    let first = Month::new(year, event.month)?;
    let last = match event.last {
        Some(last) if last < event.month => Month::new(year.next(), last)?,
        Some(last) => Month::new(year, last)?,
        None => first,
    };
    let day = event.day.map(|day| day.min(first.days()));
    Some(Occurrence { event: event.id.clone(), year, first, day, last })
}
