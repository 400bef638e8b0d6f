//! A budget that is copied in the grid and pasted into an empty plan is the same budget, in either language and unit, as
//! text and as HTML.

use crate::generator::{self, Amounts};
use proptest::prelude::*;
use samplan::calendar::Year;
use samplan::edit::{
    self, CopyFrom, Decided, EditError, Extent, GridRow, GridSection, copied_block, empty_plan, grid_rows, known,
    payers, presets,
};
use samplan::money::{Decimal, Unit};
use samplan::outcome::project;
use samplan::plan::{Association, Category, Id, Metric, Plan};

use samplan::table::{self, Answers, Cells, Code, Doubt, Known, Reading};
use serde_json::Value;
use std::collections::BTreeMap;

/// The largest amount that a plan keeps, kronor.
const MOST_KRONOR: i64 = 1_000_000_000_000;

const LANGUAGES: [&str; 2] = ["sv", "en"];

fn locale(language: &str) -> Value {
    let path = format!("{}/locales/{language}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What the app calls a row that is not a line.
fn name(words: &Value, row: &GridRow) -> String {
    let metric = |metric: &Metric| &words["metric"][serde_json::to_value(metric).unwrap().as_str().unwrap()];
    let said = match row {
        GridRow::Heading(GridSection::Contribution) => &words["category"]["contribution"],
        GridRow::Heading(GridSection::Other) => &words["category"]["other_income"],
        GridRow::Heading(GridSection::Overhead) => &words["label"]["board_and_administration"],
        GridRow::Heading(GridSection::Activity) => &words["category"]["activity"],
        GridRow::Heading(GridSection::Financial) => &words["category"]["financial_cost"],
        GridRow::Heading(GridSection::Lenses) => &words["budget"]["section_lenses"],
        GridRow::Heading(GridSection::Keys) => &words["budget"]["section_keys"],
        GridRow::EquityUse => metric(&Metric::EquityUse),
        GridRow::Sum(of) => metric(of),
        GridRow::Line(_) => unreachable!("a line has a name of its own"),
    };
    said.as_str().unwrap_or_else(|| panic!("{row:?} has no name")).to_owned()
}

/// The whole budget of an association as the clipboard has it, in all forms.
fn copies(plan: &Plan, association: &Association) -> Vec<Cells> {
    let outcome = project(plan, None).unwrap();
    let rows = grid_rows(plan, Some(association));
    let years: Vec<Year> = plan.horizon().iter().collect();
    let mut copies = Vec::new();
    for language in LANGUAGES {
        let words = locale(language);
        for unit in [Unit::Kronor, Unit::Thousands] {
            let from = CopyFrom {
                outcome: &outcome,
                association: Some(association),
                rows: &rows,
                years: &years,
                unit,
                name: &|row| name(&words, row),
                percent: &|share| format!("{:.1} %", share * Decimal::ONE_HUNDRED).replace('.', ","),
            };
            let cells = copied_block(from, &(0..=rows.len()), &(0..=years.len()));
            copies.push(table::from_text(&table::as_text(&cells)).unwrap());
            copies.push(table::from_html(&table::as_html(&cells)).unwrap().unwrap());
        }
    }
    copies
}

/// Pastes into an empty plan with nothing answered; how it was read, or that a sum is larger than a plan keeps.
fn paste(cells: Cells) -> Result<(Plan, Reading), EditError> {
    let reading = table::read(cells.clone(), &Known::default(), &Answers::default());
    let plan = empty_plan(Id::new("plan"), Some(&reading), "Tom", Year::EARLIEST);
    let association = &plan.associations[0];
    let known = known(&plan, association);
    let reading = table::read(cells, &known, &Answers::default());
    let uses = presets(association, &reading);
    let decided = Decided {
        uses: &uses,
        payers: &payers(association, &reading, &known, &uses),
        extent: Extent::Add,
        outcome: None,
        unnamed: "Ny rad",
        source: "",
    };
    let pasted = edit::paste(&plan, association, &reading, &decided);
    Ok((pasted.edit.apply(&plan)?, reading))
}

type Lines = BTreeMap<String, (Category, Vec<Decimal>)>;

/// What lines cost by year, and the sums.
fn figures(plan: &Plan, of: &Association) -> (Lines, Vec<Vec<Option<Decimal>>>) {
    let outcome = project(plan, None).unwrap();
    let account = outcome.budget.association(&of.id).unwrap();
    let rows = account.rows.iter().map(|row| {
        let amounts = row.amounts.iter().map(Decimal::normalize).collect();
        (row.name.to_string(), (row.category, amounts))
    });
    let sums = [Metric::Contributions, Metric::OtherIncome, Metric::EquityUse, Metric::Frame, Metric::Cost]
        .into_iter()
        .chain([Metric::Board, Metric::Administration, Metric::Audit, Metric::FinancialNet, Metric::Result]);
    let by_year = sums.map(|metric| {
        let figure = |year| outcome.projection.get(Some(&of.id), year, metric).map(|kronor| kronor.normalize());
        plan.horizon().iter().map(figure).collect()
    });
    (rows.collect(), by_year.collect())
}

/// The largest sum of any kind and year, to tell what a plan cannot keep as printed.
fn largest(plan: &Plan, of: &Association) -> Decimal {
    let outcome = project(plan, None).unwrap();
    let sums = Metric::ALL.into_iter().flat_map(|metric| {
        let figure = |year| outcome.projection.get(Some(&of.id), year, metric);
        plan.horizon().iter().filter_map(figure).collect::<Vec<_>>()
    });
    sums.map(|sum| sum.abs()).max().unwrap()
}

/// Names as budgets have them, each of its own.
fn named(mut plan: Plan) -> Plan {
    for association in &mut plan.associations {
        for (line, letter) in association.lines.iter_mut().zip('a'..) {
            let kind = match line.category {
                Category::Contribution => "Bidrag från medlem",
                Category::OtherIncome => "Övrig intäkt",
                Category::FinancialIncome => "Ränteintäkt",
                Category::Board => "Styrelsens arvoden",
                Category::Administration => "Kansli",
                Category::Audit => "Revision",
                Category::Activity => "Insats",
                Category::FinancialCost => "Räntekostnad",
            };
            line.name = format!("{kind} {letter}");
        }
        // What is used is typed in whole kronor.
        for amount in association.equity_use.values_mut() {
            *amount = samplan::money::round(*amount);
        }
    }
    plan
}

/// Whether anything is asked about a row of that name or about the whole table.
fn is_asked(reading: &Reading, name: &str) -> bool {
    let of_row = |row: usize| reading.rows.get(row).is_some_and(|row| row.name == name || name.starts_with(&row.name));
    reading.questions.iter().any(|question| question.row.is_none_or(of_row))
}

/// Whether it is asked of an amount in a row of that name if it is one number: a milliard and more could be two.
fn amount_waits(reading: &Reading, name: &str) -> bool {
    reading.questions.iter().any(|question| {
        question.code == Code::Cell(Doubt::SeveralNumbers)
            && question.row.and_then(|row| reading.rows.get(row)).is_some_and(|row| row.name == name)
    })
}

/// Names that tables use for something else: numbers, years, units, sums, results, headings.
const ODD_NAMES: [&str; 40] = [
    "Summa",
    "2015",
    "S:a övrigt",
    "2027–2029",
    "Totalt",
    "12 000",
    "Projekt 2",
    "Budget 2027",
    "tkr",
    "50 %",
    "varav lön",
    "=3",
    "-",
    "Not 1",
    "Insats (10 tkr)",
    "Intäkter",
    "Kostnader",
    "Årets resultat",
    "Eget kapital",
    "Överskott 2026",
    "#",
    "7",
    "Utfall",
    "jan–jun",
    "Hyra, kr",
    "Sida 1 (3)",
    "Antal deltagare",
    "Ordförande",
    "Bidrag",
    "Insatser",
    "År 1",
    "Prognos",
    "Balansräkning",
    "Skulder",
    "Administrationsandel",
    "1)",
    "1) Lokal",
    "100–200",
    "se bilaga",
    "Kansli 1)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_copied_line_is_what_it_was_whatever_it_is_called(
        plan in generator::plan_of(Amounts::OfSpreadsheets),
        names in Just(ODD_NAMES.to_vec()).prop_shuffle(),
    ) {
        let mut plan = named(plan);
        for association in &mut plan.associations {
            for (line, name) in association.lines.iter_mut().zip(&names) {
                (*name).clone_into(&mut line.name);
            }
        }
        prop_assume!(project(&plan, None).is_ok());
        for association in &plan.associations {
            let right = figures(&plan, association).0;
            for cells in copies(&plan, association) {
                let (pasted, reading) = paste(cells).unwrap();
                let found = figures(&pasted, &pasted.associations[0]).0;
                // Board, administration and audit stand in one section: which it is only a name can tell.
                let told = |lines: &Lines| -> BTreeMap<_, _> {
                    let line = |(name, (category, amounts)): (&String, &(Category, Vec<Decimal>))| {
                        (name.clone(), (GridSection::of(*category), amounts.clone()))
                    };
                    lines.iter().filter(|(name, _)| !amount_waits(&reading, name)).map(line).collect()
                };
                prop_assert_eq!(told(&found), told(&right));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_copied_budget_comes_in_as_it_was(plan in generator::plan()) {
        let plan = named(plan);
        prop_assume!(project(&plan, None).is_ok());
        for association in &plan.associations {
            let right = figures(&plan, association);
            for cells in copies(&plan, association) {
                let (pasted, reading) = match paste(cells) {
                    Ok(pasted) => pasted,
                    Err(refusal) => {
                        prop_assert!(largest(&plan, association) > Decimal::from(MOST_KRONOR), "{:?}", refusal);
                        continue;
                    }
                };
                let found = figures(&pasted, &pasted.associations[0]);
                if reading.questions.is_empty() {
                    prop_assert_eq!(&found, &right);
                } else {
                    // What is asked about waits; what has come in is right.
                    for (line, amounts) in found.0.iter().filter(|(line, _)| !is_asked(&reading, line)) {
                        prop_assert_eq!(Some(amounts), right.0.get(line), "{}", line);
                    }
                }
            }
        }
    }
}

#[test]
fn the_real_plans_come_in_as_they_were() {
    for name in ["akst-2014", "sydnarke-2016", "varend-2015", "vaxjo-2011", "vaxjo-2014", "vaxjo-alvesta-2015"] {
        let path = format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let plan = samplan::exchange::read(&std::fs::read_to_string(path).unwrap()).unwrap();
        for association in &plan.associations {
            let right = figures(&plan, association);
            for cells in copies(&plan, association) {
                let (pasted, reading) = paste(cells).unwrap();
                assert!(reading.questions.is_empty(), "{name}: {:?}", reading.questions);
                assert_eq!(figures(&pasted, &pasted.associations[0]), right, "{name}");
            }
        }
    }
}
