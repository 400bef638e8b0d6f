//! Findings: rules and printed-versus-computed controls, one file each. A rule reads a plan and its projection and
//! says what it found as a closed value; the app words it. Adding a rule is adding a file and a line in [`RULES`].

mod claim_as_cash;
mod contribution_under_zero;
mod cost_over_frame;
mod decision_skipped;
mod equity_floor;
mod equity_staircase;
mod esf_income;
mod few_years;
mod forecast_pace;
mod liquid_gone;
mod negative_result;
mod over_assigned;
mod party_empty;
mod printed_differs;
mod process_under_zero;
mod schedule_gap;
mod shares;

use crate::budget::{Account, Budget, Leftover};
use crate::calendar::{Month, Year};
use crate::decision::{Reason, Skipped};
use crate::money::{Decimal, Overflow};
use crate::plan::{Id, Party, Plan, Value};
use crate::projection::{Figures, Projection};
use std::sync::Arc;

/// All rules in the order that findings are listed.
const RULES: [(Code, Rule); 17] = [
    (Code::PrintedDiffers, printed_differs::check),
    (Code::EquityUnderFloor, equity_floor::check),
    (Code::LiquidGone, liquid_gone::check),
    (Code::CostOverFrame, cost_over_frame::check),
    (Code::OverAssigned, over_assigned::check),
    (Code::ForecastPace, forecast_pace::check),
    (Code::NegativeResult, negative_result::check),
    (Code::SharesOff, shares::check),
    (Code::ClaimAsCash, claim_as_cash::check),
    (Code::EquityOverStaircase, equity_staircase::check),
    (Code::EsfIncome, esf_income::check),
    (Code::ScheduleGap, schedule_gap::check),
    (Code::FewYears, few_years::check),
    (Code::ProcessUnderZero, process_under_zero::check),
    (Code::ContributionUnderZero, contribution_under_zero::check),
    (Code::PartyEmpty, party_empty::check),
    (Code::DecisionSkipped, decision_skipped::check),
];

/// A rule: the findings, or `None` where there is nothing for it to judge.
type Rule = fn(&Context) -> Result<Option<Vec<Finding>>, Overflow>;

/// What a rule reads.
struct Context<'a> {
    plan: &'a Plan,
    budget: &'a Budget,
    projection: &'a Projection,
    skipped: &'a [Skipped],
    /// Whether no scenario is applied: documents print their base only.
    is_base: bool,
}

impl Context<'_> {
    /// Each association with its figures.
    fn accounts(&self) -> impl Iterator<Item = (&Account, &[Figures])> {
        // The projection keeps the budget's order.
        let figures = self.projection.associations.iter().map(|association| association.years.as_slice());
        self.budget.accounts.iter().map(Arc::as_ref).zip(figures)
    }

    /// The figures of one association with their years.
    fn years<'f>(&self, figures: &'f [Figures]) -> impl Iterator<Item = (Year, &'f Figures)> {
        self.budget.horizon.iter().zip(figures)
    }
}

/// The outcome of all rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What was found, in the order of the rules, then of associations and years.
    pub findings: Vec<Finding>,
    /// Rules that had something to judge and found nothing.
    pub passed: Vec<Code>,
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// The association it is about; the whole plan when absent.
    pub association: Option<Id>,
    /// The year it is about.
    pub year: Option<Year>,
    /// The line it is about.
    pub line: Option<Id>,
    /// What was found, with its amounts.
    pub detail: Detail,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something does not add up, or money runs out.
    Error,
    /// Something that the board should look at.
    Warning,
    /// Good to know.
    Notice,
}

impl Severity {
    /// The severity as programs read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }
}

/// What was found. Amounts are kronor, shares 0–1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// A printed figure differs from what the lines give.
    PrintedDiffers {
        /// Its place in the association's list of printed figures.
        place: usize,
        /// The label as printed.
        label: String,
        /// The value as printed.
        printed: Value,
        /// The computed value, in the printed one's unit (kronor, per cent, count).
        computed: Decimal,
        /// Computed − printed; for per cent at the printed decimals, in percentage points.
        difference: Decimal,
    },
    /// The contributions are not divided 50/25/25 (5 § lag 2003:1210).
    SharesOff {
        /// Each party with what it pays and what its share would be.
        parties: [(Party, Decimal, Decimal); 3],
    },
    /// The year's result is negative.
    NegativeResult {
        /// The result.
        result: Decimal,
        /// The stated reason, when there is one.
        reason: Option<String>,
    },
    /// Equity falls under the plan's floor.
    EquityUnderFloor {
        /// Equity at the end of the year.
        equity: Decimal,
        /// The floor.
        floor: Decimal,
        /// The month in which equity passes the floor, with the year's result spread evenly.
        month: Month,
        /// The deficit a month.
        monthly: Decimal,
    },
    /// Equity is over the plan's own staircase.
    EquityOverStaircase {
        /// Equity at the end of the year.
        equity: Decimal,
        /// The most that the staircase allows.
        most: Decimal,
    },
    /// The cost is over the frame.
    CostOverFrame {
        /// Operating cost and financial net.
        cost: Decimal,
        /// The frame.
        frame: Decimal,
    },
    /// The pace that the plan needs for the rest of a year is too far from the pace of its accounts.
    ForecastPace {
        /// The last month of the accounts.
        through: Month,
        /// Kronor of cost a month so far.
        so_far: Decimal,
        /// Kronor of cost a month that the plan needs for the rest of the year.
        needed: Decimal,
        /// Needed / so far; absent when nothing has come so far.
        ratio: Option<Decimal>,
        /// Equity at the end of the year at the pace so far.
        equity: Decimal,
        /// Equity at the end of the year as planned.
        planned: Decimal,
        /// Whether the money goes too fast; else it goes too slowly.
        too_fast: bool,
    },
    /// Decided activities are over the activity room.
    OverAssigned {
        /// The sum of decided activities.
        decided: Decimal,
        /// The activity room.
        room: Decimal,
    },
    /// The planned use of saved money is more than the part of equity that is cash.
    ClaimAsCash {
        /// The planned use.
        planned: Decimal,
        /// Equity at the beginning of the year without the claim.
        cash: Decimal,
    },
    /// Liquid money runs out: what is left of equity is a claim.
    LiquidGone {
        /// The month.
        month: Month,
        /// What is missing at the end of that year.
        missing: Decimal,
        /// The claim.
        claim: Decimal,
        /// When equity in all is gone; absent when it lasts through the plan.
        equity_month: Option<Month>,
    },
    /// Income from the European Social Fund, which only others than the association may receive today.
    EsfIncome {
        /// The income.
        amount: Decimal,
    },
    /// The plan has fewer than three years (KL 11:6 asks for a three-year plan).
    FewYears {
        /// How many it has.
        years: u8,
    },
    /// A year between two given ones has no amount.
    ScheduleGap,
    /// A step-down gives base more than there is for base and process together; process stays at zero.
    ProcessUnderZero {
        /// What there is for base and process; negative when not even the lines left alone fit.
        room: Decimal,
        /// The base money.
        base: Decimal,
        /// What is missing.
        missing: Decimal,
    },
    /// A decision takes more off a party's contributions than they are; they stay at zero.
    ContributionUnderZero {
        /// The party.
        party: Party,
        /// What could not be taken off.
        missing: Decimal,
    },
    /// A party has lost its last member: without one the association must be wound up (finsam.se, avsluta förbund).
    PartyEmpty {
        /// The party.
        party: Party,
    },
    /// A decision could not apply and was skipped.
    DecisionSkipped {
        /// The decision's step in the scenario.
        step: Id,
        /// Why.
        reason: Reason,
    },
}

/// Names a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// See [`Detail::PrintedDiffers`].
    PrintedDiffers,
    /// See [`Detail::SharesOff`].
    SharesOff,
    /// See [`Detail::NegativeResult`].
    NegativeResult,
    /// See [`Detail::EquityUnderFloor`].
    EquityUnderFloor,
    /// See [`Detail::EquityOverStaircase`].
    EquityOverStaircase,
    /// See [`Detail::CostOverFrame`].
    CostOverFrame,
    /// See [`Detail::ForecastPace`].
    ForecastPace,
    /// See [`Detail::OverAssigned`].
    OverAssigned,
    /// See [`Detail::ClaimAsCash`].
    ClaimAsCash,
    /// See [`Detail::LiquidGone`].
    LiquidGone,
    /// See [`Detail::EsfIncome`].
    EsfIncome,
    /// See [`Detail::FewYears`].
    FewYears,
    /// See [`Detail::ScheduleGap`].
    ScheduleGap,
    /// See [`Detail::ProcessUnderZero`].
    ProcessUnderZero,
    /// See [`Detail::ContributionUnderZero`].
    ContributionUnderZero,
    /// See [`Detail::PartyEmpty`].
    PartyEmpty,
    /// See [`Detail::DecisionSkipped`].
    DecisionSkipped,
}

impl Code {
    /// The code as programs read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::PrintedDiffers => "printed_differs",
            Code::SharesOff => "shares_off",
            Code::NegativeResult => "negative_result",
            Code::EquityUnderFloor => "equity_under_floor",
            Code::EquityOverStaircase => "equity_over_staircase",
            Code::CostOverFrame => "cost_over_frame",
            Code::ForecastPace => "forecast_pace",
            Code::OverAssigned => "over_assigned",
            Code::ClaimAsCash => "claim_as_cash",
            Code::LiquidGone => "liquid_gone",
            Code::EsfIncome => "esf_income",
            Code::FewYears => "few_years",
            Code::ScheduleGap => "schedule_gap",
            Code::ProcessUnderZero => "process_under_zero",
            Code::ContributionUnderZero => "contribution_under_zero",
            Code::PartyEmpty => "party_empty",
            Code::DecisionSkipped => "decision_skipped",
        }
    }
}

impl Finding {
    fn left_over(leftover: &Leftover, severity: Severity, detail: Detail) -> Finding {
        let association = Some(leftover.association.clone());
        Finding { severity, association, year: Some(leftover.year), line: None, detail }
    }

    fn about(account: &Account, year: Year, severity: Severity, detail: Detail) -> Finding {
        Finding { severity, association: Some(account.id.clone()), year: Some(year), line: None, detail }
    }

    /// The rule that found it.
    pub fn code(&self) -> Code {
        match self.detail {
            Detail::PrintedDiffers { .. } => Code::PrintedDiffers,
            Detail::SharesOff { .. } => Code::SharesOff,
            Detail::NegativeResult { .. } => Code::NegativeResult,
            Detail::EquityUnderFloor { .. } => Code::EquityUnderFloor,
            Detail::EquityOverStaircase { .. } => Code::EquityOverStaircase,
            Detail::CostOverFrame { .. } => Code::CostOverFrame,
            Detail::ForecastPace { .. } => Code::ForecastPace,
            Detail::OverAssigned { .. } => Code::OverAssigned,
            Detail::ClaimAsCash { .. } => Code::ClaimAsCash,
            Detail::LiquidGone { .. } => Code::LiquidGone,
            Detail::EsfIncome { .. } => Code::EsfIncome,
            Detail::FewYears { .. } => Code::FewYears,
            Detail::ScheduleGap => Code::ScheduleGap,
            Detail::ProcessUnderZero { .. } => Code::ProcessUnderZero,
            Detail::ContributionUnderZero { .. } => Code::ContributionUnderZero,
            Detail::PartyEmpty { .. } => Code::PartyEmpty,
            Detail::DecisionSkipped { .. } => Code::DecisionSkipped,
        }
    }
}

/// Runs all rules.
pub(crate) fn check(
    plan: &Plan,
    budget: &Budget,
    projection: &Projection,
    skipped: &[Skipped],
    is_base: bool,
) -> Result<Report, Overflow> {
    let context = Context { plan, budget, projection, skipped, is_base };
    let mut report = Report::default();
    for (code, rule) in RULES {
        match rule(&context)? {
            None => {}
            Some(found) if found.is_empty() => report.passed.push(code),
            Some(found) => report.findings.extend(found),
        }
    }
    Ok(report)
}
