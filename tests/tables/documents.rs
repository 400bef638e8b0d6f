//! The real documents' tables pasted into an empty plan: their printed sums give the findings that `plans/*.json` have.

use super::support::{cells, folder};
use samplan::calendar::{Horizon, Year};
use samplan::edit::{self, Decided, Extent, known, payers, presets};
use samplan::finding::{Detail, PrintedDiffers};
use samplan::money::Decimal;
use samplan::outcome::project;
use samplan::plan::{Association, Id, Plan, StatedValue};
use samplan::table::{self, Answers, ColumnAnswer, ColumnKind, Of};

fn empty(first: u16, years: u8) -> Plan {
    let first = Year::new(first).unwrap();
    Plan::new(Id::new("plan"), "Plan", first, years, vec![Association::new(Id::new("forbund"), "Förbund")])
}

/// Puts a table in as the dialog does with nothing corrected but the year of a table that names several.
fn put(plan: &Plan, name: &str, year: Option<u16>) -> Plan {
    let association = &plan.associations[0];
    let known = known(plan, association);
    let mut answers = Answers::default();
    if let Some(year) = year {
        let answer = ColumnAnswer { kind: ColumnKind::Amount, year: Year::new(year), of: Of::Budget };
        answers.columns.insert(1, answer);
    }
    let reading = table::read(cells(&folder().join(name)), &known, &answers);
    let uses = presets(association, &reading);
    let decided = Decided {
        uses: &uses,
        payers: &payers(association, &reading, &known, &uses),
        extent: Extent::Add,
        outcome: None,
        unnamed: "Ny rad",
        source: name,
    };
    let pasted = edit::paste(plan, association, &reading, &decided);
    assert!(pasted.unplaced.is_empty(), "{name}: {:?}", pasted.unplaced);
    pasted.edit.apply(plan).unwrap()
}

/// What is printed and what the lines give instead, by year; years outside `horizon` left out.
fn differing(plan: &Plan, horizon: Horizon, holds: &dyn Fn(&str) -> bool) -> Vec<(u16, StatedValue, Decimal)> {
    let findings = project(plan, None).unwrap().report.findings;
    let mut found: Vec<_> = findings
        .iter()
        .filter_map(|finding| match &finding.detail {
            Detail::PrintedDiffers(PrintedDiffers { label, printed, computed, .. }) => {
                let year = finding.year.filter(|year| horizon.contains(*year))?;
                holds(label).then(|| (year.number(), printed.clone(), computed.normalize()))
            }
            _ => None,
        })
        .collect();
    found.sort_by_key(|(year, printed, _)| (*year, format!("{printed:?}")));
    found
}

fn real(name: &str) -> Plan {
    let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
    samplan::exchange::read(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// How many figures are printed for years of a plan.
fn printed(plan: &Plan) -> usize {
    plan.associations[0].printed.len()
}

#[test]
fn vaxjo_2014_has_its_hidden_gap() {
    let pasted = put(&empty(2014, 1), "vaxjo-2014.txt", None);
    // Total income, total budget; a sub-total and a share for each part.
    assert_eq!(printed(&pasted), 6);
    assert_eq!(differing(&pasted, pasted.horizon(), &|_| true), []);
    assert_eq!(differing(&real("vaxjo-2014"), pasted.horizon(), &|_| true), []);
    let pasted = put(&empty(2015, 1), "vaxjo-2014-year-2015.txt", None);
    let found = differing(&pasted, pasted.horizon(), &|_| true);
    assert_eq!(
        found,
        differing(&real("vaxjo-2014"), pasted.horizon(), &|_| true),
        "{:?}",
        pasted.associations[0].printed
    );
    let gap = (2015, StatedValue::Amount(Decimal::from(3_200_000)), Decimal::from(3_800_000));
    assert!(found.contains(&gap), "{found:?}");
}

#[test]
fn vaxjo_2011_agrees_as_its_plan_does() {
    let pasted = put(&empty(2011, 1), "vaxjo-2011.txt", Some(2011));
    assert_eq!(printed(&pasted), 6);
    let found = differing(&pasted, pasted.horizon(), &|_| true);
    assert_eq!(found, differing(&real("vaxjo-2011"), pasted.horizon(), &|_| true));
}

#[test]
fn akst_and_sydnarke_agree_as_their_plans_do() {
    let pasted = put(&empty(2014, 2), "akst-2014.txt", None);
    assert_eq!(printed(&pasted), 4);
    // What the plan finds beside is its reading of +218 as equity, which no table prints.
    let tables = |label: &str| !label.contains("läst som");
    assert_eq!(differing(&pasted, pasted.horizon(), &|_| true), []);
    assert_eq!(differing(&real("akst-2014"), pasted.horizon(), &tables), []);
    let pasted = put(&empty(2016, 3), "sydnarke-2016.txt", None);
    assert_eq!(printed(&pasted), 12);
    let result = ["Driftbidrag", "Summa intäkter", "Rörelsens kostnader", "Rörelseresultat", "Resultat"];
    let own = |label: &str| result.contains(&label);
    assert_eq!(
        differing(&pasted, pasted.horizon(), &|_| true),
        differing(&real("sydnarke-2016"), pasted.horizon(), &own)
    );
}

#[test]
fn varends_notes_agree_as_its_plan_does() {
    let pasted = put(&empty(2015, 1), "varend-2015-notes.txt", Some(2015));
    assert_eq!(printed(&pasted), 2);
    assert_eq!(differing(&pasted, pasted.horizon(), &|_| true), []);
    let notes = |label: &str| label.starts_with("Not 1") || label.starts_with("Not 2");
    assert_eq!(differing(&real("varend-2015-interim"), pasted.horizon(), &notes), []);
}

#[test]
fn shares_beside_each_row_are_printed_figures_and_growth_is_not() {
    let put = |third: [&str; 3]| {
        let plan = empty(2026, 1);
        let association = &plan.associations[0];
        let text = format!("tkr\t2026\t%\nLön\t800\t{}\nHyra\t150\t{}\nTele\t50\t{}\n", third[0], third[1], third[2]);
        let known = known(&plan, association);
        let reading = table::read(table::from_text(&text).unwrap(), &known, &Answers::default());
        let uses = presets(association, &reading);
        let decided = Decided { uses: &uses, payers: &[], extent: Extent::Add, outcome: None, unnamed: "", source: "" };
        edit::paste(&plan, association, &reading, &decided).edit.apply(&plan).unwrap()
    };
    let shares = put(["80 %", "15 %", "6 %"]);
    assert_eq!(printed(&shares), 3);

    let found = differing(&shares, shares.horizon(), &|_| true);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0, &found[0].1), (2026, &StatedValue::Percent(Decimal::from(6))));
    assert_eq!(printed(&put(["2 %", "2 %", "3 %"])), 0);
}
