//! Blocks with the figures of the real documents.

use super::*;
use crate::plan::Category::*;
use RowGuess::*;

fn read(text: &str, unit: crate::money::Unit) -> Reading {
    read_table(text, unit).unwrap()
}

fn kr(kronor: i64) -> Cell {
    Cell::Amount { kronor: kronor.into(), sign_dropped: false }
}

fn dropped(kronor: i64) -> Cell {
    Cell::Amount { kronor: kronor.into(), sign_dropped: true }
}

fn rows(reading: &Reading) -> Vec<(&str, RowGuess, &[Cell])> {
    reading.rows.iter().map(|row| (row.name.as_str(), row.guess, row.cells.as_slice())).collect()
}

fn years(reading: &Reading) -> Vec<Option<u16>> {
    reading.columns.iter().map(|column| column.year.map(Year::number)).collect()
}

use crate::money::Unit::{Kronor, Thousands};

/// Växjö 2014: income with minus, sub-totals and percentages in columns of their own.
#[test]
fn vaxjo_2014() {
    let reading = read(
        "Överfört från 2013\t- 500 000\t\t\n\
         Insatser från huvudmännen 2014\t- 3 200 000\t\t\n\
         TOTALA INTÄKTER/INKOMSTER\t- 3 700 000\t\t\n\
         Kostnader:\t\t\t\n\
         Styrelse/Administration:\t\t\t\n\
         Arvoden inkl.PO\t220 000\t\t% av budget\n\
         Övriga verksamhetskostnader\t370 000\t590 000\t16 %\n\
         Samordningsteamet och övrigt målgruppen:\t\t\t\n\
         Samordningsteamet - lönekostnader inkl. PO\t1 650 000\t\t\n\
         Övriga verksamhetskostnader för målgruppsarbetet\t1 460 000\t3 110 000\t84 %\n\
         TOTAL BUDGET 2014\t3 700 000\t\t\n",
        Kronor,
    );
    let text = |text: &str| Cell::Unreadable { text: text.into(), problem: NumberProblem::NotANumber };
    let percent = |share| Cell::Percent(Decimal::new(share, 2));
    let empty = || Cell::Empty;
    assert_eq!(years(&reading), [None, None, None]);
    let expected: [(&str, RowGuess, [Cell; 3]); 11] = [
        ("Överfört från 2013", SavedMoney, [dropped(500_000), empty(), empty()]),
        ("Insatser från huvudmännen 2014", Line(Contribution), [dropped(3_200_000), empty(), empty()]),
        ("TOTALA INTÄKTER/INKOMSTER", Total, [dropped(3_700_000), empty(), empty()]),
        ("Kostnader:", Heading, [empty(), empty(), empty()]),
        ("Styrelse/Administration:", Heading, [empty(), empty(), empty()]),
        ("Arvoden inkl.PO", Line(Board), [kr(220_000), empty(), text("% av budget")]),
        ("Övriga verksamhetskostnader", Line(Administration), [kr(370_000), kr(590_000), percent(16)]),
        ("Samordningsteamet och övrigt målgruppen:", Heading, [empty(), empty(), empty()]),
        ("Samordningsteamet - lönekostnader inkl. PO", Line(Activity), [kr(1_650_000), empty(), empty()]),
        (
            "Övriga verksamhetskostnader för målgruppsarbetet",
            Line(Activity),
            [kr(1_460_000), kr(3_110_000), percent(84)],
        ),
        ("TOTAL BUDGET 2014", Total, [kr(3_700_000), empty(), empty()]),
    ];
    for (row, expected) in rows(&reading).into_iter().zip(&expected) {
        assert_eq!(row, (expected.0, expected.1, expected.2.as_slice()));
    }
    assert_eq!(reading.rows.len(), expected.len());
}

/// AKST 2014: thousands named in the header, list marks, a footnote star, blank cells, headings for sections.
#[test]
fn akst_2014() {
    let reading = read(
        "FINANSIELL RAM FÖR 2014 SAMT 2015\n\n\
         \tÅr 2014 (tkr)\tÅr 2015(tkr)\n\
         Finansiell ram\t6340\t6340\n\
         Överskott 2013 fördelat på 2 år\t900\t225\n\
         Insatser\t\t\n\
         - Ale Teamet\t1195\t0\n\
         - Utgångspunkten (nya uppdraget)\t0\t824*\n\
         - information\t10\t10\n\
         - ESF-projekt\t\t\n\
         - utrymme för nya innovativa insatser\t670\t1100\n\n\
         Adm. inkl. styrelse\t\t\n\
         Tjänsteman\t\t\n\
         - lön, resor, utb., telefon, data\t835\t860\n\
         Styrelsen\t\t\n\
         - Arvoden samt andra ersättningar\t134\t138\n\
         Köp av Ekonomiadministration\t65\t70\n\
         Kostnad för revisorer\t50\t55\n\
         Total summa\t7040\t6347\n\
         Över-/underskott +/-\t+ 200\t+ 218\n",
        Kronor,
    );
    assert_eq!(years(&reading), [Some(2014), Some(2015)]);
    assert!(reading.columns.iter().all(|column| column.unit == ColumnUnit::Thousands));
    let read: Vec<(&str, RowGuess, Option<&Cell>)> =
        reading.rows.iter().map(|row| (row.name.as_str(), row.guess, row.cells.last())).collect();
    let empty = Cell::Empty;
    assert_eq!(
        read,
        [
            ("FINANSIELL RAM FÖR 2014 SAMT 2015", Heading, Some(&empty)),
            ("Finansiell ram", Line(Contribution), Some(&kr(6_340_000))),
            ("Överskott 2013 fördelat på 2 år", SavedMoney, Some(&kr(225_000))),
            ("Insatser", Heading, Some(&empty)),
            ("Ale Teamet", Line(Activity), Some(&kr(0))),
            ("Utgångspunkten (nya uppdraget)", Line(Activity), Some(&kr(824_000))),
            ("information", Line(Activity), Some(&kr(10_000))),
            ("ESF-projekt", Heading, Some(&empty)),
            ("utrymme för nya innovativa insatser", Line(Activity), Some(&kr(1_100_000))),
            ("Adm. inkl. styrelse", Heading, Some(&empty)),
            ("Tjänsteman", Heading, Some(&empty)),
            ("lön, resor, utb., telefon, data", Line(Administration), Some(&kr(860_000))),
            ("Styrelsen", Heading, Some(&empty)),
            ("Arvoden samt andra ersättningar", Line(Board), Some(&kr(138_000))),
            ("Köp av Ekonomiadministration", Line(Administration), Some(&kr(70_000))),
            ("Kostnad för revisorer", Line(Audit), Some(&kr(55_000))),
            ("Total summa", Total, Some(&kr(6_347_000))),
            ("Över-/underskott +/-", Total, Some(&kr(218_000))),
        ]
    );
    assert_eq!(reading.rows[5].notes, [Note::Footnote]);
}

/// Parties under a heading of contributions, each amount with its own unit.
#[test]
fn akst_2014_contributions() {
    let reading = read(
        "Parter\tBidrag i tkr år 2014\n\
         Försäkringskassa/Arbetsförmedlingen\t3170 tkr\n\
         Hälsa- och sjukvårdsnämnd\t1585 tkr\n\
         Kommuner*\t1585 tkr\n\
         Totalt\t6340 tkr",
        Kronor,
    );
    assert_eq!((reading.corner.as_str(), years(&reading)), ("Parter", vec![Some(2014)]));
    assert_eq!(
        rows(&reading),
        [
            ("Försäkringskassa/Arbetsförmedlingen", Line(Contribution), &[kr(3_170_000)][..]),
            ("Hälsa- och sjukvårdsnämnd", Line(Contribution), &[kr(1_585_000)]),
            ("Kommuner", Line(Contribution), &[kr(1_585_000)]),
            ("Totalt", Total, &[kr(6_340_000)]),
        ]
    );
    assert_eq!(reading.rows[2].notes, [Note::Footnote]);
}

/// Sydnärke 2016: costs with minus and kr, a dash for nothing, a result.
#[test]
fn sydnarke_2016() {
    let reading = read(
        "\tBudget 2016\tBudget 2017\tBudget 2018\n\
         Intäkter\t\t\t\n\
         Driftbidrag\t5 795 388 kr\t5 795 388 kr\t5 795 388 kr\n\
         Övrigt\t- kr\t- kr\t- kr\n\
         Summa intäkter\t5 795 388 kr\t5 795 388 kr\t5 795 388 kr\n\
         Kostnader\t\t\t\n\
         Utbetalda projektpengar\t- 4 556 000 kr\t- 4 556 000 kr\t- 4 556 000 kr\n\
         Köp av tjänst verkställande tjänsteman\t- 574 260 kr\t- 585 750 kr\t- 597 500 kr\n\
         Revisions tjänster\t- 55 000 kr\t- 56 000 kr\t- 57 000 kr\n\
         Arvoden, soc. avg. övriga ersättn.\t- 207 716 kr\t- 207 716 kr\t- 207 716 kr\n\
         Resekostnader\t- 30 000 kr\t- 30 000 kr\t- 30 000 kr\n\
         Rörelsens kostnader\t- 5 580 476 kr\t- 5 593 966 kr\t- 5 607 716 kr\n\
         Rörelseresultat\t214 912 kr\t201 422 kr\t187 672 kr\n\
         Finansiella intäkter\t- kr\t- kr\t- kr\n\
         Finansiella kostnader\t- 1 000 kr\t- 1 000 kr\t- 1 000 kr\n\
         Resultat\t213 912 kr\t200 422 kr\t186 672 kr\n",
        Thousands,
    );
    assert_eq!(years(&reading), [Some(2016), Some(2017), Some(2018)]);
    let first: Vec<(&str, RowGuess, &Cell)> =
        reading.rows.iter().map(|row| (row.name.as_str(), row.guess, &row.cells[0])).collect();
    assert_eq!(
        first,
        [
            ("Intäkter", Heading, &Cell::Empty),
            ("Driftbidrag", Line(Contribution), &kr(5_795_388)),
            ("Övrigt", Line(OtherIncome), &kr(0)),
            ("Summa intäkter", Total, &kr(5_795_388)),
            ("Kostnader", Heading, &Cell::Empty),
            ("Utbetalda projektpengar", Line(Activity), &dropped(4_556_000)),
            ("Köp av tjänst verkställande tjänsteman", Line(Administration), &dropped(574_260)),
            ("Revisions tjänster", Line(Audit), &dropped(55_000)),
            ("Arvoden, soc. avg. övriga ersättn.", Line(Board), &dropped(207_716)),
            ("Resekostnader", Line(Administration), &dropped(30_000)),
            ("Rörelsens kostnader", Total, &dropped(5_580_476)),
            ("Rörelseresultat", Total, &kr(214_912)),
            ("Finansiella intäkter", Line(FinancialIncome), &kr(0)),
            ("Finansiella kostnader", Line(FinancialCost), &dropped(1_000)),
            ("Resultat", Total, &kr(213_912)),
        ]
    );
}

/// Värend's interim accounts, apart by spaces; the unit stands beside the block and is preset.
#[test]
fn varend_2015() {
    let reading = read(
        "Bidrag från Arbetsförmedlingen    900\n\
         Bidrag från Alvesta kommun        367\n\
         Administration                    636\n\
         Verksamhetens kostnader           -2 949\n\
         Periodens resultat                654\n",
        Thousands,
    );
    assert_eq!(reading.separator, Separator::Spaces);
    assert_eq!(
        rows(&reading),
        [
            ("Bidrag från Arbetsförmedlingen", Line(Contribution), &[kr(900_000)][..]),
            ("Bidrag från Alvesta kommun", Line(Contribution), &[kr(367_000)]),
            ("Administration", Line(Administration), &[kr(636_000)]),
            ("Verksamhetens kostnader", Total, &[dropped(2_949_000)]),
            ("Periodens resultat", Total, &[kr(654_000)]),
        ]
    );
}

#[test]
fn a_block_of_figures_alone() {
    let reading = read("1 200\t1 300\n\t-40\n", Thousands);
    assert!(!reading.has_names);
    assert_eq!(reading.rows[0].cells, [kr(1_200_000), kr(1_300_000)]);
    assert_eq!(reading.rows[1].cells, [Cell::Empty, dropped(40_000)]);
    let column = read("Budget 2014\n220 000\n370 000\n", Kronor);
    assert_eq!((column.has_names, years(&column)), (false, vec![Some(2014)]));
    assert_eq!(column.rows.iter().map(|row| row.cells[0].clone()).collect::<Vec<_>>(), [kr(220_000), kr(370_000)]);
    let one = read("370 000", Kronor);
    assert_eq!((one.has_names, &one.rows[0].cells[..]), (false, &[kr(370_000)][..]));
}

#[test]
fn amounts_are_not_taken_for_years() {
    let reading = read("Ale Teamet\t2000\t2100\nKansli\t835\t860", Thousands);
    assert_eq!(years(&reading), [None, None]);
    assert_eq!(reading.rows[0].cells, [kr(2_000_000), kr(2_100_000)]);
    assert_eq!(years(&read("Post\t2014\t2015\nKansli\t835\t860", Thousands)), [Some(2014), Some(2015)]);
}

#[test]
fn units_in_headers_and_titles() {
    let millions = read("\tBudget 2014 mkr\nKansli\t1,2\nTeamet\t900 tkr", Kronor);
    assert_eq!((&millions.rows[0].cells[0], &millions.rows[1].cells[0]), (&kr(1_200_000), &kr(900_000)));
    let title = read("Belopp i tkr\n\t2014\t2015\nKansli\t835\t860", Kronor);
    assert_eq!(title.rows[1].cells, [kr(835_000), kr(860_000)]);
}

#[test]
fn what_cannot_be_read_is_kept_and_said() {
    let reading = read("Kansli\tca 100\t3.200\t12;Extra", Kronor);
    let unreadable = |text: &str, problem| Cell::Unreadable { text: text.into(), problem };
    assert_eq!(
        reading.rows[0].cells,
        [
            unreadable("ca 100", NumberProblem::NotANumber),
            unreadable("3.200", NumberProblem::Ambiguous),
            unreadable("12;Extra", NumberProblem::NotANumber),
        ]
    );
    assert_eq!(read("Justering\t-5\t5", Kronor).rows[0].notes, [Note::MixedSigns]);
}

#[test]
fn limits_hold() {
    assert_eq!(read_table(" \n\t\n", Kronor), Err(TableError::Empty));
    assert_eq!(read_table(&"1\n".repeat(501), Kronor), Err(TableError::TooManyRows { found: 501 }));
    assert!(read_table(&"1\n\n".repeat(500), Kronor).is_ok());
    let wide = format!("1\n{}", ["1"; 41].join("\t"));
    assert_eq!(read_table(&wide, Kronor), Err(TableError::TooManyColumns { row: 2, found: 41 }));
    assert_eq!(read_table(&"1".repeat(MOST_BYTES + 1), Kronor), Err(TableError::TooLarge { bytes: MOST_BYTES + 1 }));
}
