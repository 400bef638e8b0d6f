//! The year's cycle and the targets.

use super::{MOST_ITEMS, MOST_MONTHS, ValidationErrorKind, Validator};
use crate::plan::{Plan, StepWhat};

impl Validator {
    pub(super) fn calendar(&mut self, plan: &Plan) {
        self.count("calendar", plan.calendar.len(), MOST_ITEMS);
        self.ids("calendar", plan.calendar.iter().map(|event| &event.id));
        for (place, event) in plan.calendar.iter().enumerate() {
            let path = format!("calendar[{place}]");
            self.name(&format!("{path}.name"), &event.name);
            for (field, text) in [("what", &event.what), ("owner", &event.owner), ("source", &event.source)] {
                self.text(&format!("{path}.{field}"), text);
            }
            self.month_number(&format!("{path}.month"), event.month);
            if let Some(last) = event.last {
                self.month_number(&format!("{path}.last"), last);
            }
            // 29 February is a day in some years; in the others it is the last of the month.
            let days = match event.month {
                2 => 29,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            if event.day.is_some_and(|day| !(1..=days).contains(&day)) {
                self.add(&format!("{path}.day"), ValidationErrorKind::NoSuchDay);
            }
        }
    }

    fn month_number(&mut self, path: &str, month: u8) {
        if month == 0 {
            self.add(path, ValidationErrorKind::NotPositive);
        }
        self.at_most(path, month.into(), 12);
    }

    pub(super) fn targets(&mut self, plan: &Plan) {
        self.count("targets", plan.targets.len(), MOST_ITEMS);
        self.ids("targets", plan.targets.iter().map(|target| &target.id));
        for (place, target) in plan.targets.iter().enumerate() {
            let path = format!("targets[{place}]");
            self.name(&format!("{path}.name"), &target.name);
            self.text(&format!("{path}.source"), &target.source);
            self.count(&format!("{path}.steps"), target.steps.len(), MOST_ITEMS);
            for (place, step) in target.steps.iter().enumerate() {
                let path = format!("{path}.steps[{place}]");
                if let StepWhat::Own(name) = &step.what {
                    self.name(&format!("{path}.what.own"), name);
                }
                self.at_most(&format!("{path}.months_before"), step.months_before.unsigned_abs().into(), MOST_MONTHS);
                if step.length == 0 {
                    self.add(&format!("{path}.length"), ValidationErrorKind::NotPositive);
                }
                self.at_most(&format!("{path}.length"), step.length.into(), MOST_MONTHS);
            }
        }
    }
}
