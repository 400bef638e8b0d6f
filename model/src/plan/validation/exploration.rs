//! What exploration asks of a plan: risks, actuals, ranges, limits and likelihoods.

use super::{MOST_ITEMS, MOST_KRONOR, ValidationErrorKind, Validator};
use crate::money::Decimal;
use crate::plan::{Association, Plan};

impl Validator {
    pub(super) fn forecast(&mut self, plan: &Plan) {
        let limits = &plan.rules.forecast;
        for (field, limit) in [("least", limits.least), ("most", limits.most)] {
            let path = format!("rules.forecast.{field}");
            self.amount(&path, limit);
            self.at_most_ten(&path, limit);
        }
        if limits.most < limits.least {
            self.add("rules.forecast", ValidationErrorKind::LeastOverMost);
        }
        let likelihoods = &plan.rules.likelihoods;
        let grades = [("low", likelihoods.low), ("medium", likelihoods.medium), ("high", likelihoods.high)];
        for (field, share) in grades {
            self.share(&format!("rules.likelihoods.{field}"), share);
        }
        if likelihoods.medium < likelihoods.low || likelihoods.high < likelihoods.medium {
            self.add("rules.likelihoods", ValidationErrorKind::NotRising);
        }
    }

    fn at_most_ten(&mut self, path: &str, number: Decimal) {
        if number > Decimal::TEN {
            self.add(path, ValidationErrorKind::NumberTooLarge { most: 10 });
        }
    }

    pub(super) fn risks(&mut self, association: &Association, path: &str) {
        self.count(path, association.risks.len(), MOST_ITEMS);
        self.ids(path, association.risks.iter().map(|risk| &risk.id));
        for (place, risk) in association.risks.iter().enumerate() {
            let path = format!("{path}[{place}]");
            self.name(&format!("{path}.name"), &risk.name);
            for (field, text) in [("mitigation", &risk.mitigation), ("owner", &risk.owner), ("source", &risk.source)] {
                self.text(&format!("{path}.{field}"), text);
            }
            if let Some(id) = risk.line.as_ref().filter(|id| association.line(id).is_none()) {
                self.add(&format!("{path}.line"), ValidationErrorKind::UnknownId(id.clone()));
            }
            if let Some(amount) = risk.amount {
                self.amount(&format!("{path}.amount"), amount);
            }
            if let (Some(first), Some(last)) = (risk.first, risk.last)
                && last < first
            {
                self.add(&format!("{path}.last"), ValidationErrorKind::YearsBackwards);
            }
        }
    }

    pub(super) fn actuals(&mut self, association: &Association, path: &str) {
        let Some(actuals) = &association.actuals else { return };
        for (line, amount) in &actuals.lines {
            let path = format!("{path}.lines.{line}");
            if association.line(line).is_none() {
                self.add(&path, ValidationErrorKind::UnknownId(line.clone()));
            }
            // Accounts may hold a correction that is larger than what it corrects.
            self.kronor(&path, *amount);
        }
        self.text(&format!("{path}.source"), &actuals.source);
    }

    pub(super) fn ranges(&mut self, plan: &Plan) {
        self.count("ranges", plan.ranges.len(), MOST_ITEMS);
        for (place, range) in plan.ranges.iter().enumerate() {
            let path = format!("ranges[{place}]");
            for (field, value) in [("low", range.low), ("high", range.high)] {
                let path = format!("{path}.{field}");
                if value.abs() > Decimal::from(MOST_KRONOR) {
                    self.add(&path, ValidationErrorKind::AmountTooLarge);
                }
                self.decimals(&path, value, 6);
            }
            self.text(&format!("{path}.reason"), &range.reason);
            self.text(&format!("{path}.source"), &range.source);
            if range.high < range.low {
                self.add(&path, ValidationErrorKind::LeastOverMost);
            }
        }
    }
}
