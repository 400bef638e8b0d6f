//! Tables with names across and no years.

use samplan::calendar::Year;
use samplan::table::{self, Answers, Code, ColumnAnswer, ColumnKind, Known, Of};

#[test]
fn names_across_without_a_year_are_asked_about_together_and_added_up() {
    let text = "Medlem\tRegion\tKommun A\tKommun B\nLön\t800\t400\t400\nHyra\t120\tca 60\t60\nSumma\t920\t460\t460";
    let read = |answers: &Answers| table::read(table::from_text(text).unwrap(), &Known::default(), answers);
    let asked: Vec<_> = read(&Answers::default()).questions.iter().map(|one| (one.column, one.code)).collect();
    let across = |column| (Some(column), Code::NamesAcross);
    assert!([across(1), across(2), across(3)].iter().all(|one| asked.contains(one)), "{asked:?}");
    let year = Year::new(2027).unwrap();
    let answer = ColumnAnswer { kind: ColumnKind::Amount, year: Some(year), of: Of::Budget };
    let mut answers = Answers { columns: [(1, answer), (2, answer)].into(), ..Answers::default() };
    // Of an amount in parts nothing goes in before all of it does.
    assert!(read(&answers).rows.iter().all(|row| row.amounts.is_empty()));
    answers.columns.insert(3, answer);
    let told = |answers: &Answers| -> Vec<Option<String>> {
        let rows = read(answers).rows;
        rows.iter().skip(1).map(|row| row.amounts.get(&year).map(ToString::to_string)).collect()
    };
    assert_eq!(told(&answers), [Some("1600".to_owned()), None, Some("1840".to_owned())]);
    answers.cells.insert((2, 2), Some(60.into()));
    assert_eq!(told(&answers), ["1600", "240", "1840"].map(|sum| Some(sum.to_owned())));
}

#[test]
fn a_total_beside_names_across_has_the_amounts() {
    let read = |text: &str| table::read(table::from_text(text).unwrap(), &Known::default(), &Answers::default());
    let reading = read("Budget 2027 (tkr)\nTeam\tLön\tHyra\tSumma\nNorr\t800\t120\t920\nSyd\t400\t60\t460");
    assert_eq!(reading.questions, []);
    let amounts: Vec<_> = reading.rows.iter().flat_map(|row| row.amounts.values()).map(ToString::to_string).collect();
    assert_eq!(amounts, ["920000", "460000"]);
    let off = read("Budget 2027\nTeam\tLön\tHyra\tSumma\nNorr\t800\t120\t920\nSyd\t400\t60\t461");
    let codes: Vec<_> = off.questions.iter().map(|question| question.code).collect();
    assert_eq!(codes, [Code::NamesAcross, Code::NamesAcross, Code::UnknownColumn]);
}
