//! What is wrong with a plan or an edit, where, and how to mend it.

use super::Language;
use super::generated::{notice, problem as text};
use samplan::edit::EditError;
use samplan::lever::LeverError;
use samplan::plan::{ValidationError, ValidationErrorKind};

/// A problem with its place and remedy.
pub fn problem(language: Language, problem: &ValidationError) -> String {
    text::At { path: &problem.path, what: what(language, &problem.kind) }.say(language)
}

/// A problem with its remedy, where its place is known.
fn what(language: Language, kind: &ValidationErrorKind) -> String {
    match kind {
        ValidationErrorKind::EmptyName => text::empty_name(language).to_owned(),
        ValidationErrorKind::TextTooLong { most } => text::TextTooLong { most }.say(language),
        ValidationErrorKind::BadId => text::bad_id(language).to_owned(),
        ValidationErrorKind::DuplicateId(id) => text::DuplicateId { id }.say(language),
        ValidationErrorKind::UnknownId(id) => text::UnknownId { id }.say(language),
        ValidationErrorKind::TooMany { most } => text::TooMany { most }.say(language),
        ValidationErrorKind::NoneGiven => text::none_given(language).to_owned(),
        ValidationErrorKind::YearsOutOfRange => text::years_out_of_range(language).to_owned(),
        ValidationErrorKind::NegativeAmount => text::negative_amount(language).to_owned(),
        ValidationErrorKind::AmountTooLarge => text::amount_too_large(language).to_owned(),
        ValidationErrorKind::TooManyDecimals { most } => text::TooManyDecimals { most }.say(language),
        ValidationErrorKind::ShareOutOfRange => text::share_out_of_range(language).to_owned(),
        ValidationErrorKind::RateOutOfRange => text::rate_out_of_range(language).to_owned(),
        ValidationErrorKind::NotPositive => text::not_positive(language).to_owned(),
        ValidationErrorKind::MonthsBackwards => text::months_backwards(language).to_owned(),
        ValidationErrorKind::HalfASpan => text::half_a_span(language).to_owned(),
        ValidationErrorKind::NotRising => text::not_rising(language).to_owned(),
        ValidationErrorKind::MemberAndParty => text::member_and_party(language).to_owned(),
        ValidationErrorKind::PayerOnOther => text::payer_on_other(language).to_owned(),
        ValidationErrorKind::ApproachOnOther => text::approach_on_other(language).to_owned(),
        ValidationErrorKind::NegativeNumber => text::negative_number(language).to_owned(),
        ValidationErrorKind::TooFew { least } => text::TooFew { least }.say(language),
        ValidationErrorKind::NumberTooLarge { most } => text::NumberTooLarge { most }.say(language),
        ValidationErrorKind::OutsideHorizon => text::year_outside(language).to_owned(),
        ValidationErrorKind::ChangeOutOfRange => text::change_out_of_range(language).to_owned(),
        ValidationErrorKind::SharesNotWhole => text::shares_not_whole(language).to_owned(),
        ValidationErrorKind::ContributionHere => text::contribution_here(language).to_owned(),
        ValidationErrorKind::YearTooEarly => text::year_too_early(language).to_owned(),
        ValidationErrorKind::YearsBackwards => text::years_backwards(language).to_owned(),
        ValidationErrorKind::LeastOverMost => text::least_over_most(language).to_owned(),
        ValidationErrorKind::NoSuchDay => text::no_such_day(language).to_owned(),
        ValidationErrorKind::NotUsed => text::not_used(language).to_owned(),
    }
}

/// Why an edit is refused.
pub fn refusal(language: Language, refusal: &EditError) -> String {
    match refusal {
        EditError::NotFound(id) => text::NotFound { id }.say(language),
        EditError::InUse(id) => text::InUse { id }.say(language),
        EditError::ChangedMeanwhile => notice::list_changed(language).to_owned(),
        EditError::LastOne => text::last_one(language).to_owned(),
        EditError::Lever(LeverError::NoSuchLever) => text::no_such_lever(language).to_owned(),
        EditError::Lever(LeverError::OutOfRange) => text::lever_out_of_range(language).to_owned(),
        EditError::Lever(LeverError::Invalid(kind)) => what(language, kind),
        EditError::NameTaken(name) => text::NameTaken { name }.say(language),
        EditError::IdTaken(id) => text::IdTaken { id }.say(language),
        EditError::Years(years) => text::YearsNotPossible { first: years.first, last: years.last }.say(language),
        EditError::ScenarioNames(id) => text::ScenarioNames { id }.say(language),
        EditError::Overflow => text::overflow(language).to_owned(),
        EditError::TooLarge => text::too_large_to_keep(language).to_owned(),
        // The rest of the plan was valid before: what is wrong is what was just typed, so the place is not told.
        EditError::Invalid(problems) => {
            let told: Vec<_> = problems.iter().map(|problem| what(language, &problem.kind)).collect();
            told.join(" ")
        }
    }
}
