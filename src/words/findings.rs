//! Findings in one plain sentence each.

use super::generated::finding as text;
use super::money_out::{back, with};
use super::names::{Named, gone};
use super::numbers::each_year;
use super::{Counted, Language, count, kr, month, percent, value};
use samplan::calendar::Year;
use samplan::decision::DecisionError;
use samplan::finding::{
    ClaimAsCash, ContributionUnderZero, CostOverFrame, DecisionSkipped, Detail, EquityOverStaircase, EquityUnderFloor,
    EsfIncome, FewYears, Finding, ForecastPace, LiquidGone, NegativeResult, NoFigure, NoPlaces, OutOfScale,
    OverAssigned, PaceUnchecked, PartyEmpty, PlacesShort, PlacesUnchecked, PrintedDiffers, PrintedUnchecked,
    ProcessUnderZero, RuleCode, SharesOff, SharesUnchecked, StaircaseUnchecked, StepDownOverruled, UseOverSaved,
};
use samplan::money::{Decimal, Unit};
use samplan::plan::{Id, StatedValue};
use samplan::projection::NoPace;

/// A finding's title with the years that it is the same in: `Årets resultat är negativt, 2015–2017`.
pub fn finding_title(language: Language, finding: &Finding, years: &[Year]) -> String {
    let title = match &finding.detail {
        Detail::PrintedDiffers(PrintedDiffers { printed: StatedValue::Amount(_), label, .. }) => {
            text::PrintedAmountTitle { label }.say(language)
        }
        Detail::PrintedDiffers(PrintedDiffers { printed: StatedValue::Percent(_), label, .. }) => {
            text::PrintedShareTitle { label }.say(language)
        }
        Detail::PrintedDiffers(PrintedDiffers { printed: StatedValue::Count(_), label, .. }) => {
            text::PrintedCountTitle { label }.say(language)
        }
        Detail::PrintedUnchecked(PrintedUnchecked { label, .. }) => text::PrintedUncheckedTitle { label }.say(language),
        Detail::PaceUnchecked(_) => text::pace_unchecked_title(language).to_owned(),
        Detail::StaircaseUnchecked(_) => text::staircase_unchecked_title(language).to_owned(),
        Detail::PlacesUnchecked(_) => text::places_unchecked_title(language).to_owned(),
        Detail::SharesOff(_) => text::shares_title(language).to_owned(),
        Detail::SharesUnchecked(_) => text::shares_unchecked_title(language).to_owned(),
        Detail::NegativeResult(_) => text::negative_title(language).to_owned(),
        Detail::EquityUnderFloor(EquityUnderFloor { floor, time, .. }) if time.at_start => {
            let year = time.from.year();
            return match floor.is_zero() {
                true => text::GoneAtStartTitle { year }.say(language),
                false => text::FloorAtStartTitle { year }.say(language),
            };
        }
        Detail::EquityUnderFloor(EquityUnderFloor { floor, time, .. }) if floor.is_zero() => {
            return text::GoneTitle { month: month(language, time.from) }.say(language);
        }
        Detail::EquityUnderFloor(EquityUnderFloor { time, .. }) => {
            return text::FloorTitle { month: month(language, time.from) }.say(language);
        }
        Detail::EquityOverStaircase(_) => text::staircase_title(language).to_owned(),
        Detail::CostOverFrame(_) => text::over_frame_title(language).to_owned(),
        Detail::ForecastPace(ForecastPace { too_fast: false, .. }) => text::pace_slow_title(language).to_owned(),
        Detail::ForecastPace(ForecastPace { too_fast: true, .. }) => text::pace_fast_title(language).to_owned(),
        Detail::OverAssigned(_) => text::over_assigned_title(language).to_owned(),
        Detail::ClaimAsCash(_) => text::claim_title(language).to_owned(),
        Detail::UseOverSaved(_) => text::use_over_title(language).to_owned(),
        Detail::PlacesShort(_) => text::places_title(language).to_owned(),
        Detail::OutOfScale(_) => text::scale_title(language).to_owned(),
        Detail::LiquidGone(LiquidGone { time, .. }) if time.at_start => {
            return text::LiquidAtStartTitle { year: time.from.year() }.say(language);
        }
        Detail::LiquidGone(LiquidGone { time, .. }) => {
            return text::LiquidTitle { month: month(language, time.from) }.say(language);
        }
        Detail::EsfIncome(_) => text::esf_title(language).to_owned(),
        Detail::FewYears(_) => text::few_years_title(language).to_owned(),
        Detail::ScheduleGap(_) => text::gap_title(language).to_owned(),
        Detail::ProcessUnderZero(_) => text::process_title(language).to_owned(),
        Detail::ContributionUnderZero(_) => text::under_zero_title(language).to_owned(),
        Detail::PartyEmpty(_) => text::party_empty_title(language).to_owned(),
        Detail::StepDownOverruled(_) => return text::overruled_title(language).to_owned(),
        Detail::DecisionSkipped(_) => text::skipped_title(language).to_owned(),
    };
    if years.is_empty() { title } else { format!("{title}, {}", each_year(language, years)) }
}

/// What was found, in a sentence. `line` is the name of the line that it is about, when there is one.
pub fn finding(language: Language, finding: &Finding, line: Option<&str>, unit: Unit) -> String {
    let kr = |amount: Decimal| kr(amount, unit);
    let line = line.unwrap_or_default();
    match &finding.detail {
        Detail::PrintedDiffers(PrintedDiffers { printed, computed, difference, .. }) => {
            let stated = value(language, printed, unit);
            match printed {
                // An amount that tkr would round to nothing is told in full.
                StatedValue::Amount(_) => {
                    text::PrintedAmount { computed: kr(*computed), stated, difference: kr(difference.abs()) }
                        .say(language)
                }
                StatedValue::Percent(_) => {
                    text::PrintedShare { stated, computed: count(language, *computed, 1) }.say(language)
                }
                StatedValue::Count(_) => {
                    let computed = count(language, *computed, 2);
                    text::PrintedCount { computed, stated, difference: count(language, difference.abs(), 2) }
                        .say(language)
                }
            }
        }
        Detail::PrintedUnchecked(PrintedUnchecked { why, .. }) => match why {
            NoFigure::OutsidePlan => text::printed_outside(language),
            NoFigure::NothingToShare => text::printed_nothing(language),
            NoFigure::Unknown => text::printed_unknown(language),
        }
        .to_owned(),
        Detail::PaceUnchecked(PaceUnchecked { through, why }) => {
            let through = month(language, *through);
            match why {
                NoPace::OutsidePlan => text::PaceOutside { through }.say(language),
                NoPace::NoCost => text::PaceNoCost { through }.say(language),
                NoPace::Credited => text::PaceCredited { through }.say(language),
            }
        }
        Detail::StaircaseUnchecked(StaircaseUnchecked { contributions }) => {
            text::StaircaseUnchecked { contributions: kr(*contributions) }.say(language)
        }
        Detail::PlacesUnchecked(PlacesUnchecked { enrolled, why }) => {
            let enrolled = count(language, *enrolled, 0);
            match why {
                NoPlaces::Cost => text::PlacesNoCost { enrolled }.say(language),
                NoPlaces::PlacesPerFte => text::PlacesNoPerFte { enrolled }.say(language),
                NoPlaces::EnrolledOfAll => text::PlacesNotAll { enrolled }.say(language),
            }
        }
        Detail::SharesUnchecked(SharesUnchecked { amount }) => {
            text::SharesUnchecked { amount: kr(*amount) }.say(language)
        }
        Detail::SharesOff(SharesOff { parties }) => {
            let told = parties.iter().map(|(party, paid, due)| {
                let name = super::party(language, *party);
                text::SharesParty {
                    name,
                    paid: kr(*paid),
                    due: kr(*due),
                    share: percent(language, party.statutory_share()),
                }
                .say(language)
            });
            told.collect::<Vec<_>>().join(" ")
        }
        Detail::NegativeResult(NegativeResult { result, reason: None }) => {
            text::Negative { result: kr(*result) }.say(language)
        }
        Detail::NegativeResult(NegativeResult { result, reason: Some(reason) }) => {
            text::NegativeWithReason { result: kr(*result), reason }.say(language)
        }
        // A year that begins under the floor and has no deficit.
        Detail::EquityUnderFloor(EquityUnderFloor { equity, floor, monthly, time }) if monthly <= &Decimal::ZERO => {
            let told = text::FloorAtStart { equity: kr(*equity), floor: kr(*floor) }.say(language);
            let enough = if floor.is_zero() { text::equity_enough(language) } else { text::floor_enough(language) };
            with(told, back(language, enough, time))
        }
        Detail::EquityUnderFloor(EquityUnderFloor { equity, floor, monthly, time }) if floor.is_zero() => {
            let told = text::Gone { monthly: kr(*monthly), equity: kr(*equity) }.say(language);
            with(told, back(language, text::equity_enough(language), time))
        }
        Detail::EquityUnderFloor(EquityUnderFloor { equity, floor, monthly, time }) => {
            let told = text::Floor { equity: kr(*equity), floor: kr(*floor), monthly: kr(*monthly) }.say(language);
            with(told, back(language, text::floor_enough(language), time))
        }
        Detail::EquityOverStaircase(EquityOverStaircase { equity, most }) => {
            text::Staircase { equity: kr(*equity), most: kr(*most) }.say(language)
        }
        Detail::CostOverFrame(CostOverFrame { cost, frame }) => {
            text::OverFrame { cost: kr(*cost), frame: kr(*frame), over: kr(cost.saturating_sub(*frame)) }.say(language)
        }
        Detail::ForecastPace(ForecastPace { through, so_far, needed, ratio: Some(ratio), equity, planned, .. }) => {
            text::Pace {
                through: month(language, *through),
                so_far: kr(*so_far),
                needed: kr(*needed),
                ratio: count(language, *ratio, 1),
                equity: kr(*equity),
                planned: kr(*planned),
            }
            .say(language)
        }
        Detail::ForecastPace(ForecastPace { through, needed, ratio: None, equity, planned, .. }) => text::PaceNothing {
            through: month(language, *through),
            needed: kr(*needed),
            equity: kr(*equity),
            planned: kr(*planned),
        }
        .say(language),
        Detail::OverAssigned(OverAssigned { decided, room }) => {
            text::OverAssigned { decided: kr(*decided), room: kr(*room), over: kr(decided.saturating_sub(*room)) }
                .say(language)
        }
        Detail::ClaimAsCash(ClaimAsCash { planned, cash }) if cash.is_sign_negative() => {
            text::ClaimMissing { planned: kr(*planned), lacking: kr(cash.abs()) }.say(language)
        }
        Detail::ClaimAsCash(ClaimAsCash { planned, cash }) => {
            text::Claim { planned: kr(*planned), cash: kr(*cash), over: kr(planned.saturating_sub(*cash)) }
                .say(language)
        }
        Detail::UseOverSaved(UseOverSaved { planned, saved }) => {
            text::UseOver { planned: kr(*planned), saved: kr(*saved), over: kr(planned.saturating_sub(*saved)) }
                .say(language)
        }
        Detail::PlacesShort(PlacesShort { places, enrolled }) => text::PlacesShort {
            places: Counted::new(language, *places, 0),
            enrolled: Counted::new(language, *enrolled, 0),
            without: count(language, enrolled.saturating_sub(*places), 0),
        }
        .say(language),
        Detail::OutOfScale(OutOfScale { amount, others }) => {
            // What it is about is the unit itself.
            let whole = |amount: Decimal| super::kr(amount, Unit::Kronor);
            text::Scale { line, amount: whole(*amount), others: whole(*others) }.say(language)
        }
        Detail::LiquidGone(LiquidGone { missing, claim, time, .. }) if missing.is_zero() => {
            let told = text::LiquidAtStart { claim: kr(*claim) }.say(language);
            with(told, back(language, text::liquid_enough(language), time))
        }
        Detail::LiquidGone(LiquidGone { missing, claim, equity_time, time }) => {
            let (missing, claim) = (kr(*missing), kr(*claim));
            let told = match equity_time {
                Some(later) => {
                    text::LiquidThenEquity { missing, claim, month: month(language, later.from) }.say(language)
                }
                None => text::LiquidAlone { missing, claim }.say(language),
            };
            with(told, back(language, text::liquid_enough(language), time))
        }
        Detail::EsfIncome(EsfIncome { amount }) => text::Esf { line, amount: kr(*amount) }.say(language),
        Detail::FewYears(FewYears { years }) => text::FewYears { years }.say(language),
        Detail::ScheduleGap(_) => text::Gap { line }.say(language),
        Detail::ProcessUnderZero(ProcessUnderZero { missing, .. }) => {
            text::Process { missing: kr(*missing) }.say(language)
        }
        Detail::ContributionUnderZero(ContributionUnderZero { party, missing }) => {
            text::UnderZero { who: super::party(language, *party), amount: kr(*missing) }.say(language)
        }
        Detail::PartyEmpty(PartyEmpty { party }) => {
            text::PartyEmpty { party: super::party(language, *party) }.say(language)
        }
        Detail::StepDownOverruled(StepDownOverruled { from, until: Some(until), .. }) => {
            text::Overruled { from, until }.say(language)
        }
        Detail::StepDownOverruled(StepDownOverruled { from, until: None, .. }) => {
            text::OverruledWhole { from }.say(language)
        }
        Detail::DecisionSkipped(DecisionSkipped { reason, .. }) => {
            text::Skipped { reason: self::reason(language, reason, &|_| None) }.say(language)
        }
    }
}

/// Why a decision cannot apply; `named` names what has an id, where anything has it.
pub fn reason(language: Language, reason: &DecisionError, named: &dyn Fn(&Id) -> Option<String>) -> String {
    let name = |id: &Id| named(id).unwrap_or_else(|| gone(language, Named::Anything));
    match reason {
        DecisionError::NoSuchAssociation(id) => match named(id) {
            Some(id) => text::NoSuchAssociation { id }.say(language),
            None => text::no_such_association_any(language).to_owned(),
        },
        DecisionError::MergedAway { association, into } => {
            text::MergedAway { id: name(association), into: name(into) }.say(language)
        }
        DecisionError::NotFormed { association, first } => {
            text::NotFormed { id: name(association), year: first }.say(language)
        }
        DecisionError::OutsideHorizon => text::outside_horizon(language).to_owned(),
        DecisionError::NoSuchLine(id) => match named(id) {
            Some(id) => text::NoSuchLine { id }.say(language),
            None => text::no_such_line_any(language).to_owned(),
        },
        DecisionError::NoSuchMember(id) => match named(id) {
            Some(id) => text::NoSuchMember { id }.say(language),
            None => text::no_such_member_any(language).to_owned(),
        },
        DecisionError::NoSuchIndex(_) => text::no_such_index(language).to_owned(),
        DecisionError::IdTaken(id) => text::IdTaken { id: name(id) }.say(language),
        DecisionError::AlreadyMember(id) => text::AlreadyMember { id: name(id) }.say(language),
        DecisionError::NoPayer(party) => text::NoPayer { party: super::party(language, *party) }.say(language),
        DecisionError::UnknownMembers(party) => {
            text::UnknownMembers { party: super::party(language, *party) }.say(language)
        }
        DecisionError::NoContributions => text::no_contributions(language).to_owned(),
        DecisionError::NoContributionOf(id) => text::NoContributionOf { id: name(id) }.say(language),
        DecisionError::NoInhabitants(id) => text::NoInhabitants { id: name(id) }.say(language),
        DecisionError::IsContribution(id) => text::IsContribution { id: name(id) }.say(language),
        DecisionError::NotOverhead(id) => text::NotOverhead { id: name(id) }.say(language),
        DecisionError::NothingToChange => text::nothing_to_change(language).to_owned(),
        DecisionError::AmountTooLarge => text::amount_too_large(language).to_owned(),
        DecisionError::NoYearBefore => text::no_year_before(language).to_owned(),
    }
}

/// A rule that had something to judge and found nothing.
pub fn passed(language: Language, code: RuleCode) -> Option<&'static str> {
    Some(match code {
        RuleCode::PrintedDiffers => text::printed_ok(language),
        RuleCode::SharesOff => text::shares_ok(language),
        RuleCode::NegativeResult => text::negative_ok(language),
        RuleCode::EquityUnderFloor => text::floor_ok(language),
        RuleCode::EquityOverStaircase => text::staircase_ok(language),
        RuleCode::CostOverFrame => text::over_frame_ok(language),
        RuleCode::ForecastPace => text::pace_ok(language),
        RuleCode::OverAssigned => text::over_assigned_ok(language),
        RuleCode::ClaimAsCash => text::claim_ok(language),
        RuleCode::LiquidGone => text::liquid_ok(language),
        RuleCode::UseOverSaved => text::use_over_ok(language),
        RuleCode::PlacesShort => text::places_ok(language),
        RuleCode::FewYears => text::few_years_ok(language),
        RuleCode::EsfIncome
        | RuleCode::OutOfScale
        | RuleCode::SharesUnchecked
        | RuleCode::PrintedUnchecked
        | RuleCode::PaceUnchecked
        | RuleCode::StaircaseUnchecked
        | RuleCode::PlacesUnchecked
        | RuleCode::ScheduleGap
        | RuleCode::ProcessUnderZero
        | RuleCode::ContributionUnderZero
        | RuleCode::PartyEmpty
        | RuleCode::StepDownOverruled
        | RuleCode::DecisionSkipped => return None,
    })
}
