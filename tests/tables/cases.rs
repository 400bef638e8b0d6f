//! Every case against the reading that stands beside it (`NAME.read`).

use super::support::{folder, known, read, told};
use samplan::plan::{Category, Party};
use samplan::table::{Answers, Code, ColumnAnswer, ColumnKind, Known, KnownLine, KnownMember, Of, Payer, StandsFor};

/// Set to write the readings anew; look at every change before keeping it.
const WRITE: &str = "UPDATE_TABLES";

#[test]
fn every_case_is_read_as_it_should_be() {
    let mut cases: Vec<String> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    cases.retain(|name| !name.ends_with(".read") && !name.ends_with(".json"));
    cases.sort();
    assert!(cases.len() >= 45, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for name in cases {
        let found = told(&read(&name, &Known::default()));
        let path = folder().join(format!("{name}.read"));
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let right = std::fs::read_to_string(&path).unwrap_or_default();
        if found != right {
            wrong.push(format!("{name}\n{found}\nshould be\n{right}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn years_that_the_plan_does_not_hold_are_asked_about_and_put_nowhere() {
    let plan = known("orebro.json");
    let reading = read("falling-years.tsv", &plan);
    assert!(reading.rows.iter().all(|row| row.amounts.is_empty()));
    let codes: Vec<_> = reading.questions.iter().map(|question| question.code).collect();
    assert_eq!(codes, [Code::YearOutside, Code::YearOutside]);
    assert!(read("one-year.tsv", &plan).questions.is_empty());
}

#[test]
fn a_region_is_not_the_municipality_of_the_same_place() {
    let plan = known("orebro.json");
    let reading = read("payer.tsv", &plan);
    let payer = reading.rows[1].payer;
    let Some(Payer::Member(member)) = payer else { panic!("{payer:?}") };
    assert_eq!(plan.members[member].party, Party::Region);
}

#[test]
fn a_table_a_thousand_times_smaller_than_the_plan_asks_for_its_unit() {
    let plan = known("orebro.json");
    let reading = read("years-outside.tsv", &plan);
    assert!(reading.questions.iter().any(|question| question.code == Code::Unit));
    assert!(reading.rows.iter().all(|row| row.amounts.is_empty()));
}

#[test]
fn what_the_same_member_pays_already_is_not_put_beside_it_unasked() {
    let member = |name: &str, party| KnownMember { name: name.to_owned(), party };
    let line = |name: &str| KnownLine { name: name.to_owned(), category: Category::Contribution };
    let known = Known {
        members: vec![member("Försäkringskassan", Party::State), member("Växjö kommun", Party::Municipalities)],
        lines: vec![line("Försäkringskassan"), line("Växjö kommun")],
        ..Known::default()
    };
    let cells = samplan::table::from_text("Bidrag\t2026\nVäxjö\t810\nFK\t820\nVäxjö kommun\t5").unwrap();
    let reading = samplan::table::read(cells, &known, &Answers::default());
    assert_eq!(reading.rows[1].line, Some(1));
    let asked =
        |row| reading.questions.iter().filter(|one| one.row == Some(row)).map(|one| one.code).collect::<Vec<_>>();
    assert_eq!(asked(1), [Code::SameName, Code::CloseName]);
    assert_eq!(asked(3), [Code::SameName]);
}

#[test]
fn printed_sums_know_what_they_should_equal() {
    let reading = read("sydnarke-2016.txt", &Known::default());
    let stands = |name: &str| reading.rows.iter().find(|row| row.name == name).unwrap().stands_for.clone().unwrap();
    assert_eq!(stands("Summa intäkter"), StandsFor::Income);
    assert_eq!(stands("Rörelsens kostnader"), StandsFor::Cost);
    assert_eq!(stands("Resultat"), StandsFor::Result);
    let reading = read("vaxjo-2014.txt", &Known::default());
    let stands = |name: &str| reading.rows.iter().find(|row| row.name == name).unwrap().stands_for.clone().unwrap();
    assert_eq!(stands("TOTALA INTÄKTER/INKOMSTER"), StandsFor::Frame);
    assert_eq!(stands("TOTAL BUDGET 2014"), StandsFor::Cost);
}

#[test]
fn an_answer_brings_in_what_waited_for_it() {
    let cells = || super::support::cells(&folder().join("one-year.tsv"));
    let unnamed = samplan::table::from_text("Hyra\t120 000\nLöner\t900 000").unwrap();
    let mut answers = Answers::default();
    let year = samplan::calendar::Year::new(2027);
    answers.columns.insert(1, ColumnAnswer { kind: ColumnKind::Amount, year, of: Of::Budget });
    let reading = samplan::table::read(unnamed, &Known::default(), &answers);
    assert_eq!(reading.questions, []);
    assert_eq!(reading.rows[1].amounts.values().next().unwrap().to_string(), "900000");
    let reading = samplan::table::read(cells(), &Known::default(), &answers);
    assert_eq!(reading.rows[1].amounts.keys().next().copied(), year);
}

#[test]
fn a_plan_in_another_encoding_is_refused_with_the_reason() {
    let bytes = std::fs::read(folder().join("cp1252.samplan.json")).unwrap();
    let error = samplan::exchange::decode(&bytes).unwrap_err();
    assert!(matches!(error, samplan::exchange::ReadError::UnknownEncoding { .. }), "{error}");
}
