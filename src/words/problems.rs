//! What is wrong with a plan or an edit, where, and how to mend it.

use super::Language;
use super::generated::problem as text;
use samplan::edit::Refusal;
use samplan::lever::LeverProblem;
use samplan::plan::{Problem, ProblemKind};

/// A problem with its place and remedy.
pub fn problem(language: Language, problem: &Problem) -> String {
    text::At { path: &problem.path, what: what(language, &problem.kind) }.say(language)
}

/// A problem with its remedy, where its place is known.
fn what(language: Language, kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::EmptyName => text::empty_name(language).to_owned(),
        ProblemKind::TextTooLong { most } => text::TextTooLong { most }.say(language),
        ProblemKind::BadId => text::bad_id(language).to_owned(),
        ProblemKind::DuplicateId(id) => text::DuplicateId { id }.say(language),
        ProblemKind::UnknownId(id) => text::UnknownId { id }.say(language),
        ProblemKind::TooMany { most } => text::TooMany { most }.say(language),
        ProblemKind::NoneGiven => text::none_given(language).to_owned(),
        ProblemKind::YearsOutOfRange => text::years_out_of_range(language).to_owned(),
        ProblemKind::NegativeAmount => text::negative_amount(language).to_owned(),
        ProblemKind::AmountTooLarge => text::amount_too_large(language).to_owned(),
        ProblemKind::TooManyDecimals { most } => text::TooManyDecimals { most }.say(language),
        ProblemKind::ShareOutOfRange => text::share_out_of_range(language).to_owned(),
        ProblemKind::RateOutOfRange => text::rate_out_of_range(language).to_owned(),
        ProblemKind::NotPositive => text::not_positive(language).to_owned(),
        ProblemKind::MonthsBackwards => text::months_backwards(language).to_owned(),
        ProblemKind::HalfASpan => text::half_a_span(language).to_owned(),
        ProblemKind::NotRising => text::not_rising(language).to_owned(),
        ProblemKind::MemberAndParty => text::member_and_party(language).to_owned(),
        ProblemKind::PayerOnOther => text::payer_on_other(language).to_owned(),
        ProblemKind::ApproachOnOther => text::approach_on_other(language).to_owned(),
        ProblemKind::NegativeClaim => text::negative_claim(language).to_owned(),
        ProblemKind::TooFew { least } => text::TooFew { least }.say(language),
        ProblemKind::NumberTooLarge { most } => text::NumberTooLarge { most }.say(language),
        ProblemKind::OutsideHorizon => text::year_outside(language).to_owned(),
        ProblemKind::ChangeOutOfRange => text::change_out_of_range(language).to_owned(),
        ProblemKind::SharesNotWhole => text::shares_not_whole(language).to_owned(),
        ProblemKind::ContributionHere => text::contribution_here(language).to_owned(),
        ProblemKind::YearTooEarly => text::year_too_early(language).to_owned(),
        ProblemKind::YearsBackwards => text::years_backwards(language).to_owned(),
        ProblemKind::LeastOverMost => text::least_over_most(language).to_owned(),
        ProblemKind::NoSuchDay => text::no_such_day(language).to_owned(),
        ProblemKind::NotUsed => text::not_used(language).to_owned(),
    }
}

/// Why an edit is refused.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotFound(id) => text::NotFound { id }.say(language),
        Refusal::InUse(id) => text::InUse { id }.say(language),
        Refusal::LastOne => text::last_one(language).to_owned(),
        Refusal::Lever(LeverProblem::NoSuchLever) => text::no_such_lever(language).to_owned(),
        Refusal::Lever(LeverProblem::OutOfRange) => text::lever_out_of_range(language).to_owned(),
        Refusal::Lever(LeverProblem::Invalid(kind)) => what(language, kind),
        Refusal::NameTaken(name) => text::NameTaken { name }.say(language),
        Refusal::IdTaken(id) => text::IdTaken { id }.say(language),
        Refusal::Years(years) => text::YearsNotPossible { first: years.first, last: years.last }.say(language),
        Refusal::ScenarioNames(id) => text::ScenarioNames { id }.say(language),
        Refusal::Overflow => text::overflow(language).to_owned(),
        Refusal::TooLarge => text::too_large_to_keep(language).to_owned(),
        // The rest of the plan was valid before: what is wrong is what was just typed, so the place is not told.
        Refusal::Invalid(problems) => {
            let told: Vec<_> = problems.iter().map(|problem| what(language, &problem.kind)).collect();
            told.join(" ")
        }
    }
}
