//! Validation: what is wrong with a plan, all of it, each with its place. Nothing is repaired here.

use super::{Association, Category, Id, Line, Plan, Printed, Schedule, Term, Value};
use crate::calendar::{Horizon, Year};
use crate::money::Decimal;

/// Something wrong with a plan, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, as the file spells it: `associations[0].lines[3].schedule.amounts.2014`.
    pub path: String,
    /// What.
    pub kind: ProblemKind,
}

/// What can be wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A name is empty.
    EmptyName,
    /// A text is longer than its field can hold.
    TextTooLong {
        /// The most characters.
        most: usize,
    },
    /// An id has other letters than a–z, 0–9 and hyphen, or is empty or too long.
    BadId,
    /// An id is used twice among its kind.
    DuplicateId(Id),
    /// Something refers to an id that is not there.
    UnknownId(Id),
    /// There are more of these than a plan can have.
    TooMany {
        /// The most.
        most: usize,
    },
    /// There must be at least one.
    NoneGiven,
    /// The number of years is not 1–20.
    YearsOutOfRange,
    /// An amount is negative; the category decides the sign.
    NegativeAmount,
    /// An amount is larger than [`MOST_KRONOR`].
    AmountTooLarge,
    /// A number has more decimals than its field can hold.
    TooManyDecimals {
        /// The most decimals.
        most: u32,
    },
    /// A share is not between 0 and 1.
    ShareOutOfRange,
    /// An index rate is not between −0,5 and 1 (−50 % and 100 %).
    RateOutOfRange,
    /// A number must be more than zero.
    NotPositive,
    /// The first month is after the last.
    MonthsBackwards,
    /// One of two months is missing.
    HalfASpan,
    /// The months or bounds of a list do not rise.
    NotRising,
    /// A contribution names both a member and a party.
    MemberAndParty,
    /// A line that is not a contribution names a member or a party.
    PayerOnOther,
    /// A line that is not an activity has an approach.
    ApproachOnOther,
    /// The claim is negative.
    NegativeClaim,
    /// There must be more of these.
    TooFew {
        /// The least.
        least: usize,
    },
    /// A number is larger than its field can hold.
    NumberTooLarge {
        /// The most.
        most: u32,
    },
    /// A year lies outside the years of the plan (asked of single decisions only, see `Decision::problems`).
    OutsideHorizon,
    /// A change is not between −1 and 10 (−100 % and 1 000 %).
    ChangeOutOfRange,
    /// Shares do not make 1 together.
    SharesNotWhole,
    /// A contribution where only other lines can be: contributions have decisions of their own.
    ContributionHere,
    /// A value that the decision does not use as it is set.
    NotUsed,
}

/// The most kronor that one amount can be: a thousand billion.
pub const MOST_KRONOR: i64 = 1_000_000_000_000;
/// The most kronor per inhabitant.
pub const MOST_PER_INHABITANT: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// The most associations in a plan.
pub const MOST_ASSOCIATIONS: usize = 120;
/// The most lines of an association.
pub const MOST_LINES: usize = 500;
/// The most of members, goals, printed figures' terms, indices, stairs, scenarios and the like.
pub const MOST_ITEMS: usize = 500;
/// The most characters in a name.
pub const LONGEST_NAME: usize = 200;
/// The most characters in a text.
pub const LONGEST_TEXT: usize = 10_000;

/// All problems of a plan, in the order of the file.
pub fn validate(plan: &Plan) -> Vec<Problem> {
    let mut check = Check { problems: Vec::new(), horizon: None };
    check.name("name", &plan.name);
    check.text("description", &plan.description);
    if plan.years == 0 || plan.years > Horizon::MOST_YEARS || plan.first_year.plus(plan.years.into()) == Year::LATEST {
        check.add("years", ProblemKind::YearsOutOfRange);
    }
    check.rules(plan);
    check.indices(plan);
    check.count("associations", plan.associations.len(), MOST_ASSOCIATIONS);
    if plan.associations.is_empty() {
        check.add("associations", ProblemKind::NoneGiven);
    }
    check.ids("associations", plan.associations.iter().map(|association| &association.id));
    for (place, association) in plan.associations.iter().enumerate() {
        check.association(plan, association, &format!("associations[{place}]"));
    }
    check.scenarios(plan);
    check.problems
}

/// Collects problems; the methods are also what decisions check their own fields with.
pub(crate) struct Check {
    problems: Vec<Problem>,
    /// The years to hold a single decision to; a whole plan's decisions may be for years that it does not show.
    horizon: Option<Horizon>,
}

impl Check {
    /// For a single decision in a plan of these years.
    pub(crate) fn within(horizon: Horizon) -> Check {
        Check { problems: Vec::new(), horizon: Some(horizon) }
    }

    /// For single values.
    pub(crate) fn alone() -> Check {
        Check { problems: Vec::new(), horizon: None }
    }

    /// What was found so far.
    pub(crate) fn take_problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    /// Leaves out what was wrong already.
    pub(crate) fn forget(&mut self, known: &[Problem]) {
        self.problems.retain(|problem| !known.contains(problem));
    }

    /// What one of something costs: more than nothing.
    pub(crate) fn price(&mut self, path: &str, price: Decimal) {
        self.kronor(path, price);
        if price <= Decimal::ZERO {
            self.add(path, ProblemKind::NotPositive);
        }
    }

    /// A year that must be one of the plan's.
    pub(crate) fn year(&mut self, path: &str, year: Year) {
        if self.horizon.is_some_and(|horizon| !horizon.contains(year)) {
            self.add(path, ProblemKind::OutsideHorizon);
        }
    }

    /// A year that may lie before the plan's, but not after them.
    pub(crate) fn year_or_before(&mut self, path: &str, year: Year) {
        if self.horizon.is_some_and(|horizon| horizon.last() < year) {
            self.add(path, ProblemKind::OutsideHorizon);
        }
    }

    /// Something of which there must be at least one.
    pub(crate) fn given(&mut self, path: &str, count: usize) {
        if count == 0 {
            self.add(path, ProblemKind::NoneGiven);
        }
    }

    pub(crate) fn at_most(&mut self, path: &str, number: u32, most: u32) {
        if number > most {
            self.add(path, ProblemKind::NumberTooLarge { most });
        }
    }

    pub(crate) fn id(&mut self, path: &str, id: &Id) {
        if !id.is_well_formed() {
            self.add(path, ProblemKind::BadId);
        }
    }

    /// Ids that must not be named twice.
    pub(crate) fn distinct(&mut self, path: &str, ids: &[Id]) {
        let mut seen = std::collections::BTreeSet::new();
        for (place, id) in ids.iter().enumerate() {
            if !seen.insert(id) {
                self.add(&format!("{path}[{place}]"), ProblemKind::DuplicateId(id.clone()));
            }
        }
    }

    /// A change as a share of what there is.
    pub(crate) fn change(&mut self, path: &str, share: Decimal) {
        if share < Decimal::NEGATIVE_ONE || share > Decimal::TEN {
            self.add(path, ProblemKind::ChangeOutOfRange);
        }
        self.decimals(path, share, 6);
    }

    /// Kronor per inhabitant.
    pub(crate) fn per_inhabitant(&mut self, path: &str, kronor: Decimal) {
        if kronor.is_sign_negative() && !kronor.is_zero() {
            self.add(path, ProblemKind::NegativeAmount);
        }
        if kronor > MOST_PER_INHABITANT {
            self.add(path, ProblemKind::AmountTooLarge);
        }
        self.decimals(path, kronor, 6);
    }

    pub(crate) fn add(&mut self, path: &str, kind: ProblemKind) {
        self.problems.push(Problem { path: path.to_owned(), kind });
    }

    pub(crate) fn name(&mut self, path: &str, name: &str) {
        if name.trim().is_empty() {
            self.add(path, ProblemKind::EmptyName);
        } else if name.chars().count() > LONGEST_NAME {
            self.add(path, ProblemKind::TextTooLong { most: LONGEST_NAME });
        }
    }

    pub(crate) fn text(&mut self, path: &str, text: &str) {
        if text.chars().count() > LONGEST_TEXT {
            self.add(path, ProblemKind::TextTooLong { most: LONGEST_TEXT });
        }
    }

    fn count(&mut self, path: &str, count: usize, most: usize) {
        if count > most {
            self.add(path, ProblemKind::TooMany { most });
        }
    }

    fn ids<'a>(&mut self, path: &str, ids: impl Iterator<Item = &'a Id>) {
        let mut seen = std::collections::BTreeSet::new();
        for (place, id) in ids.enumerate() {
            let path = format!("{path}[{place}].id");
            if !id.is_well_formed() {
                self.add(&path, ProblemKind::BadId);
            }
            if !seen.insert(id) {
                self.add(&path, ProblemKind::DuplicateId(id.clone()));
            }
        }
    }

    /// An amount of either sign.
    pub(crate) fn kronor(&mut self, path: &str, amount: Decimal) {
        if amount.abs() > Decimal::from(MOST_KRONOR) {
            self.add(path, ProblemKind::AmountTooLarge);
        }
        self.decimals(path, amount, 2);
    }

    /// An amount that cannot be negative.
    pub(crate) fn amount(&mut self, path: &str, amount: Decimal) {
        if amount.is_sign_negative() && !amount.is_zero() {
            self.add(path, ProblemKind::NegativeAmount);
        }
        self.kronor(path, amount);
    }

    pub(crate) fn share(&mut self, path: &str, share: Decimal) {
        if share < Decimal::ZERO || share > Decimal::ONE {
            self.add(path, ProblemKind::ShareOutOfRange);
        }
        self.decimals(path, share, 6);
    }

    pub(crate) fn rate(&mut self, path: &str, rate: Decimal) {
        if rate < Decimal::new(-5, 1) || rate > Decimal::ONE {
            self.add(path, ProblemKind::RateOutOfRange);
        }
        self.decimals(path, rate, 6);
    }

    fn decimals(&mut self, path: &str, number: Decimal, most: u32) {
        if number.scale() > most {
            self.add(path, ProblemKind::TooManyDecimals { most });
        }
    }

    fn rules(&mut self, plan: &Plan) {
        self.kronor("rules.equity_floor", plan.rules.equity_floor);
        self.text("rules.staircase_source", &plan.rules.staircase_source);
        self.text("rules.staircase_date", &plan.rules.staircase_date);
        self.count("rules.staircase", plan.rules.staircase.len(), MOST_ITEMS);
        let mut below = Some(Decimal::MIN);
        for (place, stair) in plan.rules.staircase.iter().enumerate() {
            let path = format!("rules.staircase[{place}]");
            // Only the last step may be without a bound, and bounds rise.
            let rises = match (below, stair.contributions_up_to) {
                (None, _) => false,
                (Some(_), None) => true,
                (Some(below), Some(bound)) => below < bound,
            };
            if !rises {
                self.add(&format!("{path}.contributions_up_to"), ProblemKind::NotRising);
            }
            below = stair.contributions_up_to;
            if let Some(bound) = stair.contributions_up_to {
                self.amount(&format!("{path}.contributions_up_to"), bound);
            }
            match (stair.most_share, stair.most_amount) {
                (None, None) => self.add(&path, ProblemKind::NoneGiven),
                (share, amount) => {
                    if let Some(share) = share {
                        self.share(&format!("{path}.most_share"), share);
                    }
                    if let Some(amount) = amount {
                        self.amount(&format!("{path}.most_amount"), amount);
                    }
                }
            }
        }
    }

    fn indices(&mut self, plan: &Plan) {
        self.count("indices", plan.indices.len(), MOST_ITEMS);
        self.ids("indices", plan.indices.iter().map(|index| &index.id));
        for (place, index) in plan.indices.iter().enumerate() {
            let path = format!("indices[{place}]");
            self.name(&format!("{path}.name"), &index.name);
            self.text(&format!("{path}.source"), &index.source);
            self.text(&format!("{path}.date"), &index.date);
            for (year, rate) in &index.rates {
                self.rate(&format!("{path}.rates.{year}"), *rate);
            }
        }
    }

    fn index(&mut self, plan: &Plan, path: &str, index: Option<&Id>) {
        if let Some(id) = index.filter(|id| plan.index(id).is_none()) {
            self.add(path, ProblemKind::UnknownId(id.clone()));
        }
    }

    fn association(&mut self, plan: &Plan, association: &Association, path: &str) {
        self.name(&format!("{path}.name"), &association.name);
        self.text(&format!("{path}.organisation_number"), &association.organisation_number);
        self.text(&format!("{path}.source"), &association.source);
        self.kronor(&format!("{path}.opening_equity.amount"), association.opening_equity.amount);
        self.text(&format!("{path}.opening_equity.source"), &association.opening_equity.source);
        let claim = association.opening_equity.claim;
        if claim < Decimal::ZERO {
            self.add(&format!("{path}.opening_equity.claim"), ProblemKind::NegativeClaim);
        }
        self.kronor(&format!("{path}.opening_equity.claim"), claim);
        for (year, amount) in &association.equity_use {
            self.amount(&format!("{path}.equity_use.{year}"), *amount);
        }
        for (year, reason) in &association.deficit_reasons {
            self.text(&format!("{path}.deficit_reasons.{year}"), reason);
        }
        self.capacity(plan, association, &format!("{path}.capacity"));
        self.members(association, path);
        self.count(&format!("{path}.lines"), association.lines.len(), MOST_LINES);
        self.ids(&format!("{path}.lines"), association.lines.iter().map(|line| &line.id));
        for (place, line) in association.lines.iter().enumerate() {
            self.line(plan, association, line, &format!("{path}.lines[{place}]"));
        }
        self.count(&format!("{path}.printed"), association.printed.len(), MOST_ITEMS);
        for (place, printed) in association.printed.iter().enumerate() {
            self.printed(association, printed, &format!("{path}.printed[{place}]"));
        }
        self.count(&format!("{path}.goals"), association.goals.len(), MOST_ITEMS);
        for (place, goal) in association.goals.iter().enumerate() {
            let path = format!("{path}.goals[{place}]");
            self.name(&format!("{path}.name"), &goal.name);
            self.text(&format!("{path}.source"), &goal.source);
            self.amount(&format!("{path}.value"), goal.value);
            if goal.unit == super::Unit::Share {
                self.share(&format!("{path}.value"), goal.value);
            }
            if let Some(id) = goal.line.as_ref().filter(|id| association.line(id).is_none()) {
                self.add(&format!("{path}.line"), ProblemKind::UnknownId(id.clone()));
            }
        }
    }

    fn capacity(&mut self, plan: &Plan, association: &Association, path: &str) {
        let Some(capacity) = &association.capacity else { return };
        if capacity.cost_per_fte.is_empty() {
            self.add(&format!("{path}.cost_per_fte"), ProblemKind::NoneGiven);
        }
        for (year, cost) in &capacity.cost_per_fte {
            let path = format!("{path}.cost_per_fte.{year}");
            self.price(&path, *cost);
        }
        self.index(plan, &format!("{path}.index"), capacity.index.as_ref());
        if let Some(places) = capacity.places_per_fte {
            self.amount(&format!("{path}.places_per_fte"), places);
        }
        self.text(&format!("{path}.source"), &capacity.source);
    }

    fn members(&mut self, association: &Association, path: &str) {
        self.count(&format!("{path}.members"), association.members.len(), MOST_ITEMS);
        self.ids(&format!("{path}.members"), association.members.iter().map(|member| &member.id));
        for (place, member) in association.members.iter().enumerate() {
            let path = format!("{path}.members[{place}]");
            self.name(&format!("{path}.name"), &member.name);
            self.text(&format!("{path}.source"), &member.source);
        }
    }

    fn line(&mut self, plan: &Plan, association: &Association, line: &Line, path: &str) {
        self.line_itself(line, path);
        if let Some(id) = line.member.as_ref().filter(|id| association.member(id).is_none()) {
            self.add(&format!("{path}.member"), ProblemKind::UnknownId(id.clone()));
        }
        self.index(plan, &format!("{path}.index"), line.index.as_ref());
    }

    /// A line's own fields, without what it refers to.
    pub(crate) fn line_itself(&mut self, line: &Line, path: &str) {
        self.name(&format!("{path}.name"), &line.name);
        for (field, text) in [("owner", &line.owner), ("source", &line.source), ("note", &line.note)] {
            self.text(&format!("{path}.{field}"), text);
        }
        let payer = line.member.is_some() || line.party.is_some();
        if payer && line.category != Category::Contribution {
            self.add(path, ProblemKind::PayerOnOther);
        }
        if line.member.is_some() && line.party.is_some() {
            self.add(path, ProblemKind::MemberAndParty);
        }
        if line.approach.is_some() && line.category != Category::Activity {
            self.add(&format!("{path}.approach"), ProblemKind::ApproachOnOther);
        }
        if let (Some(first), Some(last)) = (line.active.first, line.active.last)
            && last < first
        {
            self.add(&format!("{path}.active"), ProblemKind::MonthsBackwards);
        }
        let (kind, given) = match &line.schedule {
            Schedule::Amounts(amounts) => ("amounts", amounts),
            Schedule::Level(level) => ("level.levels", &level.levels),
        };
        for (year, amount) in given {
            self.amount(&format!("{path}.schedule.{kind}.{year}"), *amount);
        }
        if let Schedule::Level(level) = &line.schedule {
            self.count(&format!("{path}.schedule.level.funding"), level.funding.len(), MOST_ITEMS);
            let mut before = None;
            for (place, funding) in level.funding.iter().enumerate() {
                let path = format!("{path}.schedule.level.funding[{place}]");
                self.share(&format!("{path}.share"), funding.share);
                if before.is_some_and(|before| before >= funding.from) {
                    self.add(&format!("{path}.from"), ProblemKind::NotRising);
                }
                before = Some(funding.from);
            }
        }
    }

    fn printed(&mut self, association: &Association, printed: &Printed, path: &str) {
        self.name(&format!("{path}.label"), &printed.label);
        self.text(&format!("{path}.source"), &printed.source);
        let (Value::Amount(value) | Value::Percent(value) | Value::Count(value)) = printed.value;
        self.kronor(&format!("{path}.value"), value);
        let terms = printed.terms();
        self.count(&format!("{path}.stands_for"), terms.len(), MOST_ITEMS);
        for term in terms {
            match term {
                Term::Line(id) if association.line(id).is_none() => {
                    self.add(&format!("{path}.stands_for"), ProblemKind::UnknownId(id.clone()));
                }
                Term::Stated { name, amount, from, to } => {
                    self.name(&format!("{path}.stands_for.stated.name"), name);
                    self.kronor(&format!("{path}.stands_for.stated.amount"), *amount);
                    match (from, to) {
                        (Some(from), Some(to)) if to < from => {
                            self.add(&format!("{path}.stands_for.stated"), ProblemKind::MonthsBackwards);
                        }
                        (Some(_), None) | (None, Some(_)) => {
                            self.add(&format!("{path}.stands_for.stated"), ProblemKind::HalfASpan);
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    fn scenarios(&mut self, plan: &Plan) {
        self.count("scenarios", plan.scenarios.len(), MOST_ITEMS);
        self.ids("scenarios", plan.scenarios.iter().map(|scenario| &scenario.id));
        for (place, scenario) in plan.scenarios.iter().enumerate() {
            let path = format!("scenarios[{place}]");
            self.name(&format!("{path}.name"), &scenario.name);
            self.text(&format!("{path}.description"), &scenario.description);
            self.count(&format!("{path}.steps"), scenario.steps.len(), MOST_ITEMS);
            self.ids(&format!("{path}.steps"), scenario.steps.iter().map(|step| &step.id));
            for (place, step) in scenario.steps.iter().enumerate() {
                let path = format!("{path}.steps[{place}]");
                self.text(&format!("{path}.name"), &step.name);
                step.decision.validate(self, &format!("{path}.decision"));
            }
        }
    }
}
