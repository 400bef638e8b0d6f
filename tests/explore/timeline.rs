//! domain.md §7 Q12: what happens, and when do we decide.

use crate::support::*;
use samplan::explore::{CalendarText, Dated, Lateness, Stamp, ics, occurrences, preset_steps, schedule};
use samplan::plan::{AnnualEvent, Id, StepKind, StepWhat, Target, TargetKind, TargetStep};

fn target(kind: TargetKind, date: &str) -> Target {
    Target {
        id: id("samgaende"),
        name: "Samgående".into(),
        kind,
        date: month(date),
        steps: Vec::new(),
        done: false,
        source: String::new(),
    }
}

fn first(dated: &Dated, kind: StepKind) -> String {
    dated.steps.iter().find(|step| step.what == StepWhat::Preset(kind)).unwrap().first.to_string()
}

#[test]
fn a_merger_takes_fifteen_months() {
    let dated = schedule(&target(TargetKind::Merger, "2027-01"), month("2025-09"));
    assert_eq!(dated.begins, month("2025-10"));
    assert_eq!(first(&dated, StepKind::Consultation), "2026-09");
    assert_eq!(first(&dated, StepKind::MemberDecisions), "2026-11");
    assert_eq!(first(&dated, StepKind::Allocation), "2026-12");
    let closing = dated.steps.last().unwrap();
    assert_eq!((closing.first, closing.last), (month("2027-01"), month("2027-06")));
    assert!(dated.steps.is_sorted_by_key(|step| step.first));
    assert!(dated.steps.iter().all(|step| step.lateness == Lateness::Ahead));
}

#[test]
fn what_is_late_is_seen_from_the_month_that_is_told() {
    let mut merger = target(TargetKind::Merger, "2027-01");
    merger.steps = preset_steps(TargetKind::Merger);
    merger.steps[0].done = true;
    let dated = schedule(&merger, month("2026-04"));
    let of = |kind| dated.steps.iter().find(|step| step.what == StepWhat::Preset(kind)).unwrap().lateness;
    assert_eq!(of(StepKind::Direction), Lateness::Done);
    // November 2025 to February 2026.
    assert_eq!(of(StepKind::Analysis), Lateness::Late { months: 2 });
    assert_eq!(of(StepKind::ShareKey), Lateness::Now);
    assert_eq!(of(StepKind::Ordinance), Lateness::Ahead);
    assert_eq!(dated.lateness, Lateness::Ahead);
    assert_eq!(schedule(&merger, month("2027-03")).lateness, Lateness::Late { months: 2 });
    merger.done = true;
    assert!(schedule(&merger, month("2030-01")).steps.iter().all(|step| step.lateness == Lateness::Done));
}

#[test]
fn an_admission_and_ones_own() {
    let admission = schedule(&target(TargetKind::Admission, "2016-07"), month("2015-08"));
    assert_eq!(first(&admission, StepKind::Application), "2015-07");
    let mut own = target(TargetKind::Own, "2026-07");
    assert!(schedule(&own, month("2026-01")).steps.is_empty());
    own.steps = vec![
        TargetStep { what: StepWhat::Own("Flytta".into()), months_before: 0, length: 1, done: false },
        TargetStep { what: StepWhat::Own("Säga upp lokalen".into()), months_before: 9, length: 1, done: false },
    ];
    let dated = schedule(&own, month("2026-01"));
    assert_eq!((dated.steps[0].place, dated.steps[0].first), (1, month("2025-10")));
    assert_eq!(dated.steps[0].lateness, Lateness::Late { months: 3 });
}

#[test]
fn sydnarkes_year() {
    let plan = plan("sydnarke-2016");
    let found = occurrences(&plan, month("2016-01"), month("2016-12"));
    assert_eq!(found.len(), 18);
    let boards: Vec<String> = found
        .iter()
        .filter(|occurrence| occurrence.event.as_str().starts_with("styrelse"))
        .map(|occurrence| format!("{}-{}", occurrence.first, occurrence.day.unwrap()))
        .collect();
    let printed = ["2016-01-22", "2016-02-26", "2016-04-25", "2016-06-10", "2016-08-26", "2016-10-28", "2016-12-16"];
    assert_eq!(boards, printed);
    assert_eq!(occurrences(&plan, month("2016-11"), month("2017-01")).len(), 5);
}

fn text<'a>(
    plan: &'a Id,
    step: &'a dyn Fn(&StepWhat) -> String,
    about: &'a dyn Fn(&Target) -> String,
) -> CalendarText<'a> {
    CalendarText { plan, name: "Plan; Värend, 2015", step, step_description: about }
}

const STAMP: Stamp = Stamp { month: STAMP_MONTH, day: 9, hour: 7, minute: 5, second: 0 };
const STAMP_MONTH: samplan::calendar::Month = samplan::calendar::Month::january(samplan::calendar::Year::EARLIEST);

#[test]
fn a_calendar_file_keeps_to_the_rules() {
    let long = "Förbundsordningen antas av samtliga medlemmar: fullmäktige, regionen, Försäkringskassan och AF \\ klart; slut, punkt.\nNy rad";
    let step = |what: &StepWhat| match what {
        StepWhat::Preset(StepKind::MemberDecisions) => long.to_owned(),
        other => format!("{other:?}"),
    };
    let about = |target: &Target| target.name.clone();
    let merger = target(TargetKind::Merger, "2027-01");
    let dated = schedule(&merger, month("2025-09"));
    let event = AnnualEvent {
        id: id("dialog"),
        name: "Dialog".into(),
        month: 12,
        day: None,
        last: Some(2),
        what: String::new(),
        owner: String::new(),
        source: String::new(),
    };
    let mut plan = plan("sydnarke-2016");
    plan.calendar = vec![event.clone()];
    let occurrence = occurrences(&plan, month("2026-01"), month("2026-12")).remove(0);
    plan.id = id("plan-1");
    let file = ics(&text(&plan.id, &step, &about), &[(&merger, &dated)], &[(&event, occurrence)], STAMP);

    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "every line ends with CR LF");
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "no line has more than 75 octets");
    // Unfolded, the text is whole and escaped.
    let unfolded = file.replace("\r\n ", "");
    assert!(unfolded.contains(
        "SUMMARY:Förbundsordningen antas av samtliga medlemmar: fullmäktige\\, regionen\\, Försäkringskassan och AF \\\\ klart\\; slut\\, punkt.\\nNy rad\r\n"
    ));
    assert!(unfolded.contains("X-WR-CALNAME:Plan\\; Värend\\, 2015\r\n"));
    assert!(unfolded.contains(
        "UID:plan-1.target.samgaende.memberdecisions@samplan\r\nDTSTAMP:19900109T070500Z\r\nDTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261201\r\n"
    ));
    // December to February: the day after the last of February.
    assert!(unfolded.contains("UID:plan-1.event.dialog.2026@samplan\r\nDTSTAMP:19900109T070500Z\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270301\r\n"));
    let uids: std::collections::BTreeSet<_> = unfolded.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), unfolded.matches("BEGIN:VEVENT").count(), "each has a name of its own");
    assert_eq!(uids.len(), 12 + 1 + 1);
    // The same parts keep their names when the target moves.
    let moved = target(TargetKind::Merger, "2028-01");
    let later = ics(&text(&plan.id, &step, &about), &[(&moved, &schedule(&moved, month("2025-09")))], &[], STAMP);
    let again: std::collections::BTreeSet<_> =
        later.lines().filter(|line| line.starts_with("UID:plan-1.target.samgaende")).map(str::to_owned).collect();
    assert_eq!(again.len(), 13);
    assert!(again.iter().all(|uid| uids.contains(uid.as_str())));
    // Another plan's dates stand beside them, and a step that is there twice is two dates, also when the first is done.
    let other = id("plan-2");
    let mut twice = merger.clone();
    let usual = preset_steps(TargetKind::Merger);
    twice.steps = usual.iter().chain(&usual).cloned().collect();
    twice.steps[0].done = true;
    let beside = ics(&text(&other, &step, &about), &[(&twice, &schedule(&twice, month("2025-09")))], &[], STAMP);
    let beside = beside.replace("\r\n ", "");
    let others: std::collections::BTreeSet<_> = beside.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(others.len(), 2 * 12 - 1 + 1);
    assert!(others.iter().all(|uid| uid.starts_with("UID:plan-2.") && !uids.contains(uid)));
    assert!(others.contains("UID:plan-2.target.samgaende.memberdecisions.2@samplan"));
}
