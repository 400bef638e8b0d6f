//! Findings in one plain sentence each.

use super::{Language, count, finding as text, kr, month, percent, value};
use samplan::calendar::Year;
use samplan::decision::Reason;
use samplan::finding::{Code, Detail, Finding};
use samplan::money::{Decimal, Unit};
use samplan::plan::{Id, Value};

/// A finding's title with the years that it is the same in: `Årets resultat är negativt, 2015, 2016`.
pub fn finding_title(language: Language, finding: &Finding, years: &[Year]) -> String {
    let title = match &finding.detail {
        Detail::PrintedDiffers { printed: Value::Amount(_), label, .. } => text::printed_amount_title(language, label),
        Detail::PrintedDiffers { printed: Value::Percent(_), label, .. } => text::printed_share_title(language, label),
        Detail::PrintedDiffers { printed: Value::Count(_), label, .. } => text::printed_count_title(language, label),
        Detail::SharesOff { .. } => text::shares_title(language).to_owned(),
        Detail::NegativeResult { .. } => text::negative_title(language).to_owned(),
        Detail::EquityUnderFloor { floor, month: gone, .. } if floor.is_zero() => {
            return text::gone_title(language, month(language, *gone));
        }
        Detail::EquityUnderFloor { month: under, .. } => return text::floor_title(language, month(language, *under)),
        Detail::EquityOverStaircase { .. } => text::staircase_title(language).to_owned(),
        Detail::CostOverFrame { .. } => text::over_frame_title(language).to_owned(),
        Detail::ForecastPace { too_fast: false, .. } => text::pace_slow_title(language).to_owned(),
        Detail::ForecastPace { too_fast: true, .. } => text::pace_fast_title(language).to_owned(),
        Detail::OverAssigned { .. } => text::over_assigned_title(language).to_owned(),
        Detail::ClaimAsCash { .. } => text::claim_title(language).to_owned(),
        Detail::EsfIncome { .. } => text::esf_title(language).to_owned(),
        Detail::FewYears { .. } => text::few_years_title(language).to_owned(),
        Detail::ScheduleGap => text::gap_title(language).to_owned(),
        Detail::ProcessUnderZero { .. } => text::process_title(language).to_owned(),
        Detail::ContributionUnderZero { .. } => text::under_zero_title(language).to_owned(),
        Detail::PartyEmpty { .. } => text::party_empty_title(language).to_owned(),
        Detail::DecisionSkipped { .. } => text::skipped_title(language).to_owned(),
    };
    years.iter().fold(title, |title, year| format!("{title}, {year}"))
}

/// What was found, in a sentence. `line` is the name of the line that it is about, when there is one.
pub fn finding(language: Language, finding: &Finding, line: Option<&str>, unit: Unit) -> String {
    let kr = |amount: Decimal| kr(amount, unit);
    let line = line.unwrap_or_default();
    match &finding.detail {
        Detail::PrintedDiffers { printed, computed, difference, .. } => {
            let stated = value(language, printed, unit);
            match printed {
                // An amount that tkr would round to nothing is told in full.
                Value::Amount(_) => text::printed_amount(language, kr(*computed), stated, kr(difference.abs())),
                Value::Percent(_) => text::printed_share(language, stated, count(language, *computed, 1)),
                Value::Count(_) => {
                    let computed = count(language, *computed, 2);
                    text::printed_count(language, computed, stated, count(language, difference.abs(), 2))
                }
            }
        }
        Detail::SharesOff { parties } => {
            let told = parties.iter().map(|(party, paid, due)| {
                let name = super::party(language, *party);
                text::shares_party(language, name, kr(*paid), kr(*due), percent(language, party.statutory_share()))
            });
            told.collect::<Vec<_>>().join(" ")
        }
        Detail::NegativeResult { result, reason: None } => text::negative(language, kr(*result)),
        Detail::NegativeResult { result, reason: Some(reason) } => {
            text::negative_with_reason(language, kr(*result), reason)
        }
        Detail::EquityUnderFloor { equity, floor, monthly, .. } if floor.is_zero() => {
            text::gone(language, kr(*monthly), kr(*equity))
        }
        Detail::EquityUnderFloor { equity, floor, monthly, .. } => {
            text::floor(language, kr(*equity), kr(*floor), kr(*monthly))
        }
        Detail::EquityOverStaircase { equity, most } => text::staircase(language, kr(*equity), kr(*most)),
        Detail::CostOverFrame { cost, frame } => text::over_frame(language, kr(*cost), kr(*frame), kr(cost - frame)),
        Detail::ForecastPace { through, so_far, needed, ratio: Some(ratio), equity, planned, .. } => text::pace(
            language,
            month(language, *through),
            kr(*so_far),
            kr(*needed),
            count(language, *ratio, 1),
            kr(*equity),
            kr(*planned),
        ),
        Detail::ForecastPace { through, needed, ratio: None, equity, planned, .. } => {
            text::pace_nothing(language, month(language, *through), kr(*needed), kr(*equity), kr(*planned))
        }
        Detail::OverAssigned { decided, room } => {
            text::over_assigned(language, kr(*decided), kr(*room), kr(decided - room))
        }
        Detail::ClaimAsCash { planned, cash } => text::claim(language, kr(*planned), kr(*cash), kr(planned - cash)),
        Detail::EsfIncome { amount } => text::esf(language, line, kr(*amount)),
        Detail::FewYears { years } => text::few_years(language, years),
        Detail::ScheduleGap => text::gap(language, line),
        Detail::ProcessUnderZero { missing, .. } => text::process(language, kr(*missing)),
        Detail::ContributionUnderZero { party, missing } => {
            text::under_zero(language, super::party(language, *party), kr(*missing))
        }
        Detail::PartyEmpty { party } => text::party_empty(language, super::party(language, *party)),
        Detail::DecisionSkipped { step, reason } => {
            text::skipped(language, step, self::reason(language, reason, &|id| id.to_string()))
        }
    }
}

/// Why a decision cannot apply; `name` names what has an id.
pub fn reason(language: Language, reason: &Reason, name: &dyn Fn(&Id) -> String) -> String {
    match reason {
        Reason::NoSuchAssociation(id) => text::no_such_association(language, name(id)),
        Reason::MergedAway { association, into } => text::merged_away(language, name(association), name(into)),
        Reason::NotFormed { association, first } => text::not_formed(language, name(association), first),
        Reason::OutsideHorizon => text::outside_horizon(language).to_owned(),
        Reason::NoSuchLine(id) => text::no_such_line(language, name(id)),
        Reason::NoSuchMember(id) => text::no_such_member(language, name(id)),
        Reason::NoSuchIndex(id) => text::no_such_index(language, name(id)),
        Reason::IdTaken(id) => text::id_taken(language, name(id)),
        Reason::AlreadyMember(id) => text::already_member(language, name(id)),
        Reason::NoPayer(party) => text::no_payer(language, super::party(language, *party)),
        Reason::UnknownMembers(party) => text::unknown_members(language, super::party(language, *party)),
        Reason::NoContributions => text::no_contributions(language).to_owned(),
        Reason::NoContributionOf(id) => text::no_contribution_of(language, name(id)),
        Reason::NoInhabitants(id) => text::no_inhabitants(language, name(id)),
        Reason::IsContribution(id) => text::is_contribution(language, name(id)),
        Reason::NotOverhead(id) => text::not_overhead(language, name(id)),
        Reason::NothingToChange => text::nothing_to_change(language).to_owned(),
        Reason::AmountTooLarge => text::amount_too_large(language).to_owned(),
        Reason::NoYearBefore => text::no_year_before(language).to_owned(),
    }
}

/// A rule that had something to judge and found nothing.
pub fn passed(language: Language, code: Code) -> Option<&'static str> {
    Some(match code {
        Code::PrintedDiffers => text::printed_ok(language),
        Code::SharesOff => text::shares_ok(language),
        Code::NegativeResult => text::negative_ok(language),
        Code::EquityUnderFloor => text::floor_ok(language),
        Code::EquityOverStaircase => text::staircase_ok(language),
        Code::CostOverFrame => text::over_frame_ok(language),
        Code::ForecastPace => text::pace_ok(language),
        Code::OverAssigned => text::over_assigned_ok(language),
        Code::ClaimAsCash => text::claim_ok(language),
        Code::FewYears => text::few_years_ok(language),
        Code::EsfIncome
        | Code::ScheduleGap
        | Code::ProcessUnderZero
        | Code::ContributionUnderZero
        | Code::PartyEmpty
        | Code::DecisionSkipped => return None,
    })
}
