//! Questions: what is not certain, each a code at a place.

use super::figure::Doubt;

/// Something that is not certain. What it is about is not put in before it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// The row, from 0; none when it is about a column or the table.
    pub row: Option<usize>,
    /// The column, from 0; none when it is about a row or the table.
    pub column: Option<usize>,
    /// What is asked.
    pub code: Code,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// Table: the sums are a thousand times the plan's, or a thousandth, or the table names two units.
    Unit,
    /// Table: no column holds names.
    NamesMissing,
    /// Column: which year?
    YearMissing,
    /// Column: its head and those beside it are names; which year are all their amounts for?
    NamesAcross,
    /// Column: which year is *År 1*?
    YearRelative,
    /// Column: the heading names several years.
    YearRange,
    /// Column: the plan does not hold the year.
    YearOutside,
    /// Column: another column is the budget of the same year.
    YearTwice,
    /// Column: the figures are a part of the year's.
    PartOfYear,
    /// Column: it is an outcome or a forecast, and no column is the budget.
    NoBudget,
    /// Column: what does it hold?
    UnknownColumn,
    /// Row: are these years or amounts?
    YearsOrAmounts,
    /// Row: the years are other ones from here on.
    YearsChange,
    /// Row: another row has the same name.
    SameName,
    /// Row: a line of the plan has nearly the same name.
    CloseName,
    /// Row: the figures have no name.
    NameMissing,
    /// Row: does the name go on here?
    NameParts,
    /// Row: a line, or the sum of those above it?
    SumOrLine,
    /// Row: figures stand among words.
    FiguresInText,
    /// Row: a part of the row above it (*varav*).
    PartOfAbove,
    /// Row: people, places or per cent are counted, and not kronor.
    NotMoney,
    /// Row: an amount is negative where others of its kind are not.
    Negative,
    /// Row: a balance sheet's row is no income and no cost.
    Balance,
    /// Row: who pays?
    Payer,
    /// Row, column or table: the sheet does not show it.
    Hidden,
    /// Row: the sum of rows that the sheet does not show, and perhaps of others.
    HiddenCounted,
    /// Cell: the figure cannot be read with certainty.
    Cell(Doubt),
}

impl Code {
    /// The code in files and commands; docs/tables.md lists them.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Unit => "unit",
            Code::NamesMissing => "names_missing",
            Code::YearMissing => "year_missing",
            Code::NamesAcross => "names_across",
            Code::YearRelative => "year_relative",
            Code::YearRange => "year_range",
            Code::YearOutside => "year_outside",
            Code::YearTwice => "year_twice",
            Code::PartOfYear => "part_of_year",
            Code::NoBudget => "no_budget",
            Code::UnknownColumn => "unknown_column",
            Code::YearsOrAmounts => "years_or_amounts",
            Code::YearsChange => "years_change",
            Code::SameName => "same_name",
            Code::CloseName => "close_name",
            Code::NameMissing => "name_missing",
            Code::NameParts => "name_parts",
            Code::SumOrLine => "sum_or_line",
            Code::FiguresInText => "figures_in_text",
            Code::PartOfAbove => "part_of_above",
            Code::NotMoney => "not_money",
            Code::Negative => "negative",
            Code::Balance => "balance",
            Code::Payer => "payer",
            Code::Hidden => "hidden",
            Code::HiddenCounted => "hidden_counted",
            Code::Cell(doubt) => match doubt {
                Doubt::SeveralNumbers => "several_numbers",
                Doubt::Ambiguous => "ambiguous_number",
                Doubt::TooLarge => "too_large",
                Doubt::Approximate => "approximate",
                Doubt::Hidden => "hidden_value",
                Doubt::ErrorValue => "error_value",
                Doubt::Formula => "formula",
                Doubt::Decimals { .. } => "decimals",
                Doubt::NotANumber => "not_a_number",
                Doubt::Words => "words",
                Doubt::Position => "position",
            },
        }
    }

    /// Whether what it is about waits for the answer. A negative amount is read with its sign.
    pub fn withholds(self) -> bool {
        self != Code::Negative
    }
}
