//! What exploration and presentation keep in a plan: edits change it, and what cannot be is refused with its place.

use crate::support::*;
use samplan::edit::{
    AssociationEdit, Edit, EditError, LineEdit, ListChange, ListStep, PlanEdit, PresentationEdit, WholeList,
};
use samplan::explore::preset_steps;
use samplan::lever::{LeverAddress, LineField};
use samplan::plan::{
    Actuals, AnnualEvent, LeverRange, Likelihoods, Opinion, Plan, Risk, Scenario, Slide, SlideKind, Stance, StepWhat,
    Target, TargetKind, TargetStep, ValidationErrorKind,
};
use samplan::sorted::SortedMap;

fn refused(edit: &Edit, plan: &Plan, path: &str) -> ValidationErrorKind {
    match edit.apply(plan) {
        Err(EditError::Invalid(problems)) => {
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert_eq!(problems[0].path, path);
            problems[0].kind.clone()
        }
        other => panic!("{other:?}"),
    }
}

fn of_akst(edit: AssociationEdit) -> Edit {
    Edit::Association(id("akst"), edit)
}

#[test]
fn a_line_takes_what_is_about_it_along() {
    let plan = plan("akst-2014");
    let risk = Risk { line: Some(id("ale-teamet")), ..Risk::new(id("glapp"), "Glapp") };
    let actuals = Actuals {
        through: month("2014-08"),
        lines: SortedMap::from([(id("ale-teamet"), kr(700_000)), (id("information"), kr(0))]),
        source: String::new(),
    };
    let edit = Edit::All(vec![
        of_akst(AssociationEdit::Risk(ListChange::add(risk))),
        of_akst(AssociationEdit::Risk(ListChange::add(Risk::new(id("staten"), "Staten")))),
        of_akst(AssociationEdit::Actuals(Some(actuals))),
    ]);
    let plan = edit.apply(&plan).unwrap();
    let removed = Edit::Line(id("akst"), LineEdit::Remove { line: id("ale-teamet") }).apply(&plan).unwrap();
    assert_eq!(removed.associations[0].risks.len(), 1);
    assert_eq!(removed.associations[0].actuals.as_ref().unwrap().lines.len(), 1);
    let none = of_akst(AssociationEdit::Actuals(None)).apply(&removed).unwrap();
    assert_eq!(none.associations[0].actuals, None);
}

#[test]
fn risks_and_actuals_that_cannot_be() {
    let plan = plan("akst-2014");
    let risk = |risk: Risk| of_akst(AssociationEdit::Risk(ListChange::add(risk)));
    let path = format!("associations[0].risks[{}]", plan.associations[0].risks.len());
    let base = || Risk::new(id("r"), "R");
    let found = refused(&risk(Risk { line: Some(id("ingen")), ..base() }), &plan, &format!("{path}.line"));
    assert_eq!(found, ValidationErrorKind::UnknownId(id("ingen")));
    let found = refused(&risk(Risk { amount: Some(kr(-1)), ..base() }), &plan, &format!("{path}.amount"));
    assert_eq!(found, ValidationErrorKind::NegativeNumber);
    let backwards = Risk { first: Some(year(2015)), last: Some(year(2014)), ..base() };
    assert_eq!(refused(&risk(backwards), &plan, &format!("{path}.last")), ValidationErrorKind::YearsBackwards);
    let actuals =
        Actuals { through: month("2014-08"), lines: SortedMap::from([(id("ingen"), kr(1))]), source: String::new() };
    let edit = of_akst(AssociationEdit::Actuals(Some(actuals)));
    let found = refused(&edit, &plan, "associations[0].actuals.lines.ingen");
    assert_eq!(found, ValidationErrorKind::UnknownId(id("ingen")));
}

#[test]
fn ranges_limits_and_likelihoods_that_cannot_be() {
    let plan = plan("akst-2014");
    let lever = of_line("akst", "ale-teamet", LineField::Whole);
    let range = LeverRange::new(lever.clone(), kr(2), kr(1));
    let edit = Edit::Plan(PlanEdit::Range(ListChange::add(range)));
    assert_eq!(refused(&edit, &plan, "ranges[0]"), ValidationErrorKind::LeastOverMost);
    // The lever's number may be gone: its range waits.
    let gone = LeverAddress::OpeningEquity { association: id("inget") };
    let edit = Edit::Plan(PlanEdit::Range(ListChange::add(LeverRange::new(gone, kr(1), kr(2)))));
    assert_eq!(edit.apply(&plan).unwrap().ranges.len(), 1);

    let mut rules = plan.rules.clone();
    rules.forecast.least = kr(2);
    let found = refused(&Edit::Plan(PlanEdit::Rules(rules)), &plan, "rules.forecast");
    assert_eq!(found, ValidationErrorKind::LeastOverMost);
    let mut rules = plan.rules.clone();
    rules.likelihoods = Likelihoods { low: dec("0.5"), medium: dec("0.4"), high: dec("0.6") };
    let found = refused(&Edit::Plan(PlanEdit::Rules(rules)), &plan, "rules.likelihoods");
    assert_eq!(found, ValidationErrorKind::NotRising);
}

#[test]
fn events_and_targets_that_cannot_be() {
    let plan = plan("sydnarke-2016");
    let event = |month: u8, day: Option<u8>| {
        let event = AnnualEvent { month, day, ..plan.calendar[0].clone() };
        Edit::Plan(PlanEdit::Event(ListChange::at(&plan.calendar, 0, Some(event)).unwrap()))
    };
    assert_eq!(refused(&event(13, None), &plan, "calendar[0].month"), ValidationErrorKind::NumberTooLarge { most: 12 });
    assert_eq!(refused(&event(0, None), &plan, "calendar[0].month"), ValidationErrorKind::NotPositive);
    assert_eq!(refused(&event(4, Some(31)), &plan, "calendar[0].day"), ValidationErrorKind::NoSuchDay);
    assert!(event(2, Some(29)).apply(&plan).is_ok());

    let target = |steps| Target {
        id: id("in"),
        name: "Ny kommun".into(),
        kind: TargetKind::Admission,
        date: month("2027-01"),
        steps,
        done: false,
        source: String::new(),
    };
    let set = |steps| Edit::Plan(PlanEdit::Target(ListChange::add(target(steps))));
    assert_eq!(set(preset_steps(TargetKind::Admission)).apply(&plan).unwrap().targets.len(), 1);
    let own = |name: &str, months_before, length| {
        set(vec![TargetStep { what: StepWhat::Own(name.into()), months_before, length, done: false }])
    };
    let path = |field: &str| format!("targets[0].steps[0].{field}");
    assert_eq!(refused(&own(" ", 1, 1), &plan, &path("what.own")), ValidationErrorKind::EmptyName);
    assert_eq!(refused(&own("x", 1, 0), &plan, &path("length")), ValidationErrorKind::NotPositive);
    let far = refused(&own("x", -121, 1), &plan, &path("months_before"));
    assert_eq!(far, ValidationErrorKind::NumberTooLarge { most: 120 });
}

#[test]
fn a_scenario_is_told() {
    let mut plan = plan("akst-2014");
    plan.scenarios.push(Scenario::new(id("s"), "S").into());
    let place = plan.scenarios.len() - 1;
    let tell = |edit| Edit::Presentation(id("s"), edit);
    let position =
        Stance { id: id("p"), who: "Kommunerna".into(), opinion: Opinion::NeedsMore, said: "Ja, men".into() };
    let slide = |levers: usize| Slide {
        id: id("bild"),
        kind: SlideKind::Levers,
        title: String::new(),
        text: String::new(),
        hidden: false,
        notes: String::new(),
        levers: vec![LeverAddress::OpeningEquity { association: id("akst") }; levers],
    };
    let edit = Edit::All(vec![
        tell(PresentationEdit::Question("Ska vi?".into())),
        tell(PresentationEdit::Proposal("Att vi ska.".into())),
        tell(PresentationEdit::Position(ListChange::add(position.clone()))),
        tell(PresentationEdit::Slides(WholeList { was: vec![], now: vec![slide(3)], did: ListStep::Add(slide(3)) })),
    ]);
    let told = edit.apply(&plan).unwrap();
    let scenario = &told.scenarios[place];
    assert_eq!((scenario.question.as_str(), scenario.proposal.as_str()), ("Ska vi?", "Att vi ska."));
    assert_eq!((scenario.positions.len(), scenario.slides.len()), (1, 1));
    let path = format!("scenarios[{place}]");
    let four = WholeList { was: vec![], now: vec![slide(4)], did: ListStep::Add(slide(4)) };
    let four = refused(&tell(PresentationEdit::Slides(four)), &plan, &format!("{path}.slides[0].levers"));
    assert_eq!(four, ValidationErrorKind::TooMany { most: 3 });
    let twice = tell(PresentationEdit::Position(ListChange::add(position)));
    assert_eq!(refused(&twice, &told, &format!("{path}.positions[1].id")), ValidationErrorKind::DuplicateId(id("p")));
    let gone = Edit::Presentation(id("ingen"), PresentationEdit::Question(String::new()));
    assert_eq!(gone.apply(&plan), Err(EditError::NotFound(id("ingen"))));
}
