//! Findings: rules and printed-versus-computed controls, one file each. A rule reads a plan and its projection and
//! says what it found as a closed value; the app words it. Adding a rule is adding a file, declared here, and its line
//! in the table of rules.

mod claim_as_cash;
mod contribution_under_zero;
mod cost_over_frame;
mod decision_skipped;
mod equity_floor;
mod equity_staircase;
mod esf_income;
mod evidence;
mod few_years;
mod forecast_pace;
mod liquid_gone;
mod negative_result;
mod out_of_scale;
mod over_assigned;
mod pace_unchecked;
mod party_empty;
mod places_short;
mod places_unchecked;
mod printed_differs;
mod printed_unchecked;
mod process_under_zero;
mod rule;
mod schedule_gap;
mod shares;
mod shares_unchecked;
mod staircase_unchecked;
mod step_down_overruled;
mod use_over_saved;

pub use evidence::{Destination, Evidence, Fact};
pub use places_unchecked::NoPlaces;
pub use printed_differs::NoFigure;
pub use rule::{Found, Severity};

use crate::budget::Budget;
use crate::decision::SkippedDecision;
use crate::money::Overflow;
use crate::plan::{Plan, Scenario};
use crate::projection::Projection;
use rule::{Checked, RuleContext};

/// Writes what follows from the table of rules: the closed list of what can be found, the codes, and the order in which
/// rules run and findings are listed. A line is what the rule finds, its code in files, and its file.
macro_rules! rules {
    ($($found:ident $code:literal in $file:ident,)*) => {
        $(pub use $file::$found;)*

        /// What was found, with its amounts: kronor, and shares 0–1.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Detail {
            $(#[doc = concat!("See [`", stringify!($found), "`].")] $found($found),)*
        }

        /// Names a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleCode {
            $(#[doc = concat!("See [`", stringify!($found), "`].")] $found,)*
        }

        impl RuleCode {
            /// All rules, in the order that their findings are listed.
            pub const ALL: &[RuleCode] = &[$(RuleCode::$found,)*];

            /// The code as programs read it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(RuleCode::$found => $code,)*
                }
            }
        }

        impl Detail {
            /// The rule that found it.
            pub fn code(&self) -> RuleCode {
                match self {
                    $(Detail::$found(_) => RuleCode::$found,)*
                }
            }

            /// Where people look at it.
            pub fn leads_to(&self) -> Destination {
                match self {
                    $(Detail::$found(found) => found.leads_to(),)*
                }
            }

            /// Its amounts by name, as programs read them.
            pub fn facts(&self) -> Vec<(&'static str, Fact)> {
                match self {
                    $(Detail::$found(found) => found.facts(),)*
                }
            }

            /// Whether another year's finding says the same.
            pub fn is_same_as(&self, other: &Detail) -> bool {
                match (self, other) {
                    $((Detail::$found(one), Detail::$found(other)) => one.is_same_as(other),)*
                    // Of two rules.
                    _ => false,
                }
            }
        }

        fn run(context: &RuleContext, report: &mut Report) -> Result<(), Overflow> {
            $(report.take(RuleCode::$found, $file::check(context), Detail::$found)?;)*
            Ok(())
        }
    };
}

rules! {
    PrintedDiffers "printed_differs" in printed_differs,
    EquityUnderFloor "equity_under_floor" in equity_floor,
    LiquidGone "liquid_gone" in liquid_gone,
    CostOverFrame "cost_over_frame" in cost_over_frame,
    OverAssigned "over_assigned" in over_assigned,
    ForecastPace "forecast_pace" in forecast_pace,
    NegativeResult "negative_result" in negative_result,
    SharesOff "shares_off" in shares,
    SharesUnchecked "shares_unchecked" in shares_unchecked,
    ClaimAsCash "claim_as_cash" in claim_as_cash,
    UseOverSaved "use_over_saved" in use_over_saved,
    EquityOverStaircase "equity_over_staircase" in equity_staircase,
    PlacesShort "places_short" in places_short,
    OutOfScale "out_of_scale" in out_of_scale,
    EsfIncome "esf_income" in esf_income,
    ScheduleGap "schedule_gap" in schedule_gap,
    FewYears "few_years" in few_years,
    ProcessUnderZero "process_under_zero" in process_under_zero,
    ContributionUnderZero "contribution_under_zero" in contribution_under_zero,
    PartyEmpty "party_empty" in party_empty,
    StepDownOverruled "step_down_overruled" in step_down_overruled,
    DecisionSkipped "decision_skipped" in decision_skipped,
    PrintedUnchecked "printed_unchecked" in printed_unchecked,
    PaceUnchecked "pace_unchecked" in pace_unchecked,
    StaircaseUnchecked "staircase_unchecked" in staircase_unchecked,
    PlacesUnchecked "places_unchecked" in places_unchecked,
}

impl RuleCode {
    /// Whether it is judged of the plan alone: documents and accounts know no scenario. What it finds is no remark that a
    /// scenario could be without.
    pub fn is_of_the_plan_alone(self) -> bool {
        use RuleCode as R;
        matches!(self, R::PrintedDiffers | R::PrintedUnchecked | R::ForecastPace | R::PaceUnchecked)
    }

    /// Whether it says that a control could not be made, and why. Nothing is wrong then, nor is all in order.
    pub fn is_unchecked(self) -> bool {
        use RuleCode as R;
        let of_base = matches!(self, R::PrintedUnchecked | R::PaceUnchecked);
        of_base || matches!(self, R::SharesUnchecked | R::StaircaseUnchecked | R::PlacesUnchecked)
    }
}

/// One thing that a rule found.
pub type Finding = Found<Detail>;

impl Finding {
    /// The rule that found it.
    pub fn code(&self) -> RuleCode {
        self.detail.code()
    }
}

/// The outcome of all rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What was found, in the order of the rules, then of associations and years.
    pub findings: Vec<Finding>,
    /// Rules that had something to judge and found nothing.
    pub passed: Vec<RuleCode>,
}

impl Report {
    /// Whether a rule had something to judge; not before [`crate::outcome::judge_base`].
    pub fn has_judged(&self, code: RuleCode) -> bool {
        self.passed.contains(&code) || self.findings.iter().any(|finding| finding.code() == code)
    }

    /// Takes in what a rule gives.
    fn take<D>(&mut self, code: RuleCode, checked: Checked<D>, detail: fn(D) -> Detail) -> Result<(), Overflow> {
        match checked? {
            None => {}
            Some(found) if found.is_empty() => self.passed.push(code),
            Some(found) => self.findings.extend(found.into_iter().map(|one| one.map(detail))),
        }
        Ok(())
    }
}

/// Runs all rules.
pub(crate) fn check(
    plan: &Plan,
    budget: &Budget,
    projection: &Projection,
    skipped: &[SkippedDecision],
    scenario: Option<&Scenario>,
) -> Result<Report, Overflow> {
    let context = RuleContext { plan, budget, projection, skipped, scenario };
    let mut report = Report::default();
    run(&context, &mut report)?;
    Ok(report)
}
