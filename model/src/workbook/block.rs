//! An association's rows on a sheet, or those of all together: lines, and sums as formulas of the rows over them.

use super::cell::{Cell, Look, Written};
use super::lines::{line_cells, linked, put_in};
use super::rows::{Making, RowBlock};
use super::sheet::{Sheet, at};
use super::statement::{FigureRow, Item, StatementPart};
use super::words::WorkbookWord;
use crate::calendar::Horizon;
use crate::money::Overflow;
use crate::plan::{AdminShareOf, Definitions, Metric};

/// Writes an association's rows. `below` are those of all associations, for the sums of all together.
pub(super) fn write(
    sheet: &mut Sheet,
    making: &Making<'_>,
    part: &StatementPart<'_>,
    below: &[RowBlock],
) -> Result<RowBlock, Overflow> {
    let words = making.words;
    let name = part
        .association
        .map_or_else(|| words.word(WorkbookWord::AllAssociations), |association| association.name.to_string());
    sheet.push(Vec::new());
    sheet.heading(name);
    let mut block = RowBlock::default();
    // Rows name rows that come later: equity is next year's opening equity.
    for (place, item) in part.items.iter().enumerate() {
        let row = sheet.next().saturating_add(place);
        match item {
            Item::Heading(_) => {}
            Item::Line(line) => {
                block.lines.insert(line.line.clone(), row);
            }
            Item::Figure(figure) => {
                block.figures.insert(*figure, row);
            }
        }
    }
    let mut lines: Option<(usize, usize)> = None;
    for item in &part.items {
        let row = sheet.next();
        let (name, kind, cells) = match item {
            Item::Heading(section) => {
                lines = None;
                sheet.push(vec![Cell::text(words.section(*section), Look::Head)]);
                continue;
            }
            Item::Line(line) => {
                lines = Some((lines.map_or(row, |(first, _)| first), row));
                let kind = making.case.kind(line, words);
                (words.line(line), kind, line_cells(making, line, row)?)
            }
            Item::Figure(figure) => {
                let cells = figure_cells(making, part, *figure, &block, lines.take(), below);
                (words.figure(*figure), String::new(), cells)
            }
        };
        let look = if matches!(item, Item::Figure(figure) if !figure.is_put_in()) { Look::Sum } else { Look::Plain };
        let names = [Cell::text(name, look), Cell::text(kind, Look::Plain)];
        sheet.push(names.into_iter().chain(cells).collect());
    }
    Ok(block)
}

/// A figure's years.
fn figure_cells(
    making: &Making<'_>,
    part: &StatementPart<'_>,
    figure: FigureRow,
    block: &RowBlock,
    lines: Option<(usize, usize)>,
    below: &[RowBlock],
) -> Vec<Cell> {
    let horizon: Horizon = making.case.budget.horizon;
    if let Some(association) = part.association.filter(|_| figure.is_put_in()) {
        return put_in(making, part, association, figure, block);
    }
    let years = 0..horizon.len();
    let cell = |place: usize| {
        let value = part.value(Item::Figure(figure), place);
        let written = Written::of(figure.kind());
        if let (FigureRow::Metric(Metric::OpeningEquity), 0, Some(association)) = (figure, place, part.association) {
            return linked(making, association, figure, place, association.opening.amount, written);
        }
        let formula = match (lines, part.association) {
            (Some((first, last)), _) => format!("SUM({}:{})", at(place, first), at(place, last)),
            (None, None) if is_added(figure) => total(figure, place, below),
            _ => derived(figure, place, block, &making.case.budget.definitions, part.association.is_none()),
        };
        Cell::formula(formula, value, Look::Sum, written)
    };
    years.map(cell).collect()
}

/// Whether the figure of all together is the sum of the associations'.
fn is_added(figure: FigureRow) -> bool {
    use FigureRow::Metric as M;
    matches!(
        figure,
        M(Metric::Contributions
            | Metric::OtherIncome
            | Metric::EquityUse
            | Metric::Board
            | Metric::Administration
            | Metric::Audit
            | Metric::Base
            | Metric::Process
            | Metric::Structure
            | Metric::Untagged
            | Metric::OpeningEquity
            | Metric::Fte
            | Metric::Places)
            | FigureRow::FinancialIncome
            | FigureRow::FinancialCost
            | FigureRow::Transfers
            | FigureRow::Claim
    )
}

/// The sum over the associations; a count that is unknown for the base money of any is unknown.
fn total(figure: FigureRow, place: usize, below: &[RowBlock]) -> String {
    let cells: Vec<String> = below.iter().filter_map(|block| block.cell(figure, place)).collect();
    match figure {
        FigureRow::Metric(Metric::Fte | Metric::Places) => {
            let list = cells.join(",");
            let sum = format!("IF(COUNT({list})=0,\"\",SUM({list}))");
            // One for each association whose base money buys what is not known.
            let unknown = below.iter().filter_map(|block| {
                let base = block.cell(FigureRow::Metric(Metric::Base), place)?;
                let not_known = block.cell(figure, place).map(|count| format!("IF({count}=\"\",1,0)"));
                Some(format!("IF({base}=0,0,{})", not_known.as_deref().unwrap_or("1")))
            });
            let unknown: Vec<String> = unknown.collect();
            if unknown.is_empty() { sum } else { format!("IF({}=0,{sum},\"\")", unknown.join("+")) }
        }
        _ if cells.is_empty() => "0".to_owned(),
        _ => cells.join("+"),
    }
}

/// What follows from other rows of the block.
fn derived(figure: FigureRow, place: usize, block: &RowBlock, definitions: &Definitions, is_total: bool) -> String {
    use FigureRow::Metric as M;
    let sum = |parts: &[(char, FigureRow)]| added(block, place, parts);
    let cell = |figure: FigureRow| block.cell(figure, place).unwrap_or_else(|| "0".to_owned());
    match figure {
        M(Metric::Income) => {
            sum(&[('+', M(Metric::Contributions)), ('+', M(Metric::OtherIncome)), ('+', FigureRow::FinancialIncome)])
        }
        M(Metric::Frame) => {
            sum(&[('+', M(Metric::Contributions)), ('+', M(Metric::OtherIncome)), ('+', M(Metric::EquityUse))])
        }
        M(Metric::Overhead) => {
            sum(&[('+', M(Metric::Board)), ('+', M(Metric::Administration)), ('+', M(Metric::Audit))])
        }
        M(Metric::Activities) => sum(&[
            ('+', M(Metric::Base)),
            ('+', M(Metric::Process)),
            ('+', M(Metric::Structure)),
            ('+', M(Metric::Untagged)),
        ]),
        M(Metric::Cost) => sum(&[('+', M(Metric::Overhead)), ('+', M(Metric::Activities))]),
        M(Metric::FinancialNet) => sum(&[('+', FigureRow::FinancialCost), ('-', FigureRow::FinancialIncome)]),
        M(Metric::ActivityRoom) => {
            sum(&[('+', M(Metric::Frame)), ('-', M(Metric::Overhead)), ('-', M(Metric::FinancialNet))])
        }
        M(Metric::FrameLeft) => sum(&[('+', M(Metric::ActivityRoom)), ('-', M(Metric::Activities))]),
        M(Metric::Result) => sum(&[('+', M(Metric::Income)), ('-', M(Metric::Cost)), ('-', FigureRow::FinancialCost)]),
        // Of one association: as the year before ended.
        M(Metric::OpeningEquity) if !is_total => {
            block.cell(M(Metric::Equity), place.saturating_sub(1)).unwrap_or_else(|| "0".to_owned())
        }
        M(Metric::Equity) => {
            sum(&[('+', M(Metric::OpeningEquity)), ('+', FigureRow::Transfers), ('+', M(Metric::Result))])
        }
        FigureRow::Liquid => sum(&[('+', M(Metric::Equity)), ('-', FigureRow::Claim)]),
        M(Metric::AdminShare) => {
            let board = if definitions.board_counts { None } else { Some(('-', M(Metric::Board))) };
            let counted = sum(&std::iter::once(('+', M(Metric::Overhead))).chain(board).collect::<Vec<_>>());
            let whole = cell(M(match definitions.share_of {
                AdminShareOf::Cost => Metric::Cost,
                AdminShareOf::Contributions => Metric::Contributions,
            }));
            format!("IF({whole}=0,\"\",({counted})/{whole})")
        }
        M(Metric::Fte) => {
            let cost = cell(FigureRow::CostPerFte);
            format!("IF({cost}=0,\"\",{}/{cost})", cell(M(Metric::Base)))
        }
        M(Metric::Places) => {
            let fte = cell(M(Metric::Fte));
            format!("IF({fte}=\"\",\"\",{fte}*{})", cell(FigureRow::PlacesPerFte))
        }
        _ => "0".to_owned(),
    }
}

/// `C5+C6-C9`, of the rows that there are.
fn added(block: &RowBlock, place: usize, parts: &[(char, FigureRow)]) -> String {
    let mut formula = String::new();
    for (sign, figure) in parts {
        let Some(cell) = block.cell(*figure, place) else { continue };
        if *sign == '-' || !formula.is_empty() {
            formula.push(*sign);
        }
        formula.push_str(&cell);
    }
    if formula.is_empty() { "0".to_owned() } else { formula }
}
