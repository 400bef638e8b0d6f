//! The questions of the reader in words.

use crate::words::{Language, ask};
use samplan::table::{Code, Doubt};

/// A question as one sentence.
pub fn question(language: Language, code: Code) -> &'static str {
    match code {
        Code::Unit => ask::unit(language),
        Code::NamesMissing => ask::names_missing(language),
        Code::NamesAcross => ask::names_across(language),
        Code::YearMissing => ask::year_missing(language),
        Code::YearRelative => ask::year_relative(language),
        Code::YearRange => ask::year_range(language),
        Code::YearOutside => ask::year_outside(language),
        Code::YearTwice => ask::year_twice(language),
        Code::PartOfYear => ask::part_of_year(language),
        Code::NoBudget => ask::no_budget(language),
        Code::UnknownColumn => ask::unknown_column(language),
        Code::YearsOrAmounts => ask::years_or_amounts(language),
        Code::YearsChange => ask::years_change(language),
        Code::SameName => ask::same_name(language),
        Code::CloseName => ask::close_name(language),
        Code::NameMissing => ask::name_missing(language),
        Code::NameParts => ask::name_parts(language),
        Code::SumOrLine => ask::sum_or_line(language),
        Code::FiguresInText => ask::figures_in_text(language),
        Code::PartOfAbove => ask::part_of_above(language),
        Code::NotMoney => ask::not_money(language),
        Code::Negative => ask::negative(language),
        Code::Balance => ask::balance(language),
        Code::Payer => ask::payer(language),
        Code::Hidden => ask::not_shown(language),
        Code::HiddenCounted => ask::hidden_counted(language),
        Code::Cell(doubt) => cell(language, doubt),
    }
}

fn cell(language: Language, doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::SeveralNumbers => ask::several_numbers(language),
        Doubt::Ambiguous => ask::ambiguous(language),
        Doubt::TooLarge => ask::too_large(language),
        Doubt::Approximate => ask::approximate(language),
        Doubt::Hidden => ask::hidden(language),
        Doubt::ErrorValue => ask::error_value(language),
        Doubt::Formula => ask::formula(language),
        Doubt::Decimals { .. } => ask::decimals(language),
        Doubt::NotANumber => ask::not_a_number(language),
        Doubt::Words => ask::words(language),
        Doubt::Position => ask::position(language),
    }
}
