//! The parts of a plan, in the order of the file.

use super::{EARLIEST_BEFORE, MOST_ITEMS, MOST_LINES, MOST_PLACES, ValidationErrorKind, Validator};
use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Association, Id, Life, Line, Plan, Scenario, Shared, StatedFigure, StatedValue, Term};

impl Validator {
    pub(super) fn rules(&mut self, plan: &Plan) {
        self.kronor("rules.equity_floor", plan.rules.equity_floor);
        self.forecast(plan);
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
                self.add(&format!("{path}.contributions_up_to"), ValidationErrorKind::NotRising);
            }
            below = stair.contributions_up_to;
            if let Some(bound) = stair.contributions_up_to {
                self.amount(&format!("{path}.contributions_up_to"), bound);
            }
            match (stair.most_share, stair.most_amount) {
                (None, None) => self.add(&path, ValidationErrorKind::NoneGiven),
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

    pub(super) fn indices(&mut self, plan: &Plan) {
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
            self.add(path, ValidationErrorKind::UnknownId(id.clone()));
        }
    }

    fn life(&mut self, plan: &Plan, life: &Life, path: &str) {
        // One that is formed and merged away in the same year has no year of its own.
        let least = |first: Year| if life.into.is_some() { first.previous() } else { first };
        if life.first.zip(life.last).is_some_and(|(first, last)| last < least(first)) {
            self.add(&format!("{path}.last"), ValidationErrorKind::YearsBackwards);
        }
        for id in life.of.iter().chain(&life.into).filter(|id| plan.association(id).is_none()) {
            self.add(path, ValidationErrorKind::UnknownId(id.clone()));
        }
    }

    pub(super) fn association(&mut self, plan: &Plan, association: &Association, path: &str) {
        self.name(&format!("{path}.name"), &association.name);
        self.text(&format!("{path}.organisation_number"), &association.organisation_number);
        if let Some(origin) = &association.origin {
            self.count(&format!("{path}.origin.members"), origin.members.len(), MOST_ITEMS);
            self.count(&format!("{path}.origin.indices"), origin.indices.len(), MOST_ITEMS);
        }
        self.text(&format!("{path}.source"), &association.source);
        self.life(plan, &association.life, &format!("{path}.life"));
        self.kronor(&format!("{path}.opening_equity.amount"), association.opening_equity.amount);
        self.text(&format!("{path}.opening_equity.source"), &association.opening_equity.source);
        self.amount(&format!("{path}.opening_equity.claim"), association.opening_equity.claim);
        for (year, amount) in &association.equity_use {
            self.amount(&format!("{path}.equity_use.{year}"), *amount);
        }
        for (year, amount) in &association.transfers {
            self.kronor(&format!("{path}.transfers.{year}"), *amount);
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
            let value = format!("{path}.value");
            if goal.unit.is_share() {
                self.share(&value, goal.value)
            } else {
                self.amount(&value, goal.value)
            }
            if let Some(id) = goal.line.as_ref().filter(|id| association.line(id).is_none()) {
                self.add(&format!("{path}.line"), ValidationErrorKind::UnknownId(id.clone()));
            }
        }
        self.risks(association, &format!("{path}.risks"));
        self.actuals(association, &format!("{path}.actuals"));
    }

    fn capacity(&mut self, plan: &Plan, association: &Association, path: &str) {
        let Some(capacity) = &association.capacity else { return };
        if capacity.cost_per_fte.is_empty() {
            self.add(&format!("{path}.cost_per_fte"), ValidationErrorKind::NoneGiven);
        }
        for (year, cost) in &capacity.cost_per_fte {
            let path = format!("{path}.cost_per_fte.{year}");
            self.price(&path, *cost);
            self.not_too_early(plan, &path, *year);
        }
        self.index(plan, &format!("{path}.index"), capacity.index.as_ref());
        if let Some(places) = capacity.places_per_fte {
            let path = format!("{path}.places_per_fte");
            self.not_negative(&path, places, ValidationErrorKind::NegativeNumber);
            // A merged association's average has more decimals than anybody types.
            self.decimals(&path, places, 6);
            if places > Decimal::from(MOST_PLACES) {
                self.add(&path, ValidationErrorKind::NumberTooLarge { most: MOST_PLACES });
            }
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
        for year in line.schedule.given().keys() {
            self.not_too_early(plan, &format!("{path}.schedule.{year}"), *year);
        }
        if let Some(id) = line.member.as_ref().filter(|id| association.member(id).is_none()) {
            self.add(&format!("{path}.member"), ValidationErrorKind::UnknownId(id.clone()));
        }
        self.index(plan, &format!("{path}.index"), line.index.as_ref());
    }

    fn printed(&mut self, association: &Association, printed: &StatedFigure, path: &str) {
        self.name(&format!("{path}.label"), &printed.label);
        self.text(&format!("{path}.source"), &printed.source);
        let (StatedValue::Amount(value) | StatedValue::Percent(value) | StatedValue::Count(value)) = printed.value;
        self.kronor(&format!("{path}.value"), value);
        let terms = printed.terms();
        self.count(&format!("{path}.stands_for"), terms.len(), MOST_ITEMS);
        for term in terms {
            match term {
                Term::Line(id) if association.line(id).is_none() => {
                    self.add(&format!("{path}.stands_for"), ValidationErrorKind::UnknownId(id.clone()));
                }
                Term::Stated { name, amount, from, to } => {
                    self.name(&format!("{path}.stands_for.stated.name"), name);
                    self.kronor(&format!("{path}.stands_for.stated.amount"), *amount);
                    match (from, to) {
                        (Some(from), Some(to)) if to < from => {
                            self.add(&format!("{path}.stands_for.stated"), ValidationErrorKind::MonthsBackwards);
                        }
                        (Some(_), None) | (None, Some(_)) => {
                            self.add(&format!("{path}.stands_for.stated"), ValidationErrorKind::HalfASpan);
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn scenarios(&mut self, plan: &Plan, known: &[Shared<Scenario>]) {
        self.count("scenarios", plan.scenarios.len(), MOST_ITEMS);
        self.ids("scenarios", plan.scenarios.iter().map(|scenario| &scenario.id));
        for (place, scenario) in plan.scenarios.iter().enumerate() {
            if scenario.is_among(known) {
                continue;
            }
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
            self.presentation(scenario, &path);
        }
    }

    fn not_too_early(&mut self, plan: &Plan, path: &str, year: Year) {
        if year.plus(EARLIEST_BEFORE) < plan.first_year {
            self.add(path, ValidationErrorKind::YearTooEarly);
        }
    }
}
