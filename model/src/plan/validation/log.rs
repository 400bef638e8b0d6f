//! The decision log.

use super::{MOST_ITEMS, Validator};
use crate::plan::{MetricKind, Plan};

impl Validator {
    pub(super) fn log(&mut self, plan: &Plan) {
        self.count("log", plan.log.len(), MOST_ITEMS);
        self.ids("log", plan.log.iter().map(|entry| &entry.id));
        for (place, entry) in plan.log.iter().enumerate() {
            let path = format!("log[{place}]");
            self.name(&format!("{path}.date"), &entry.date);
            self.name(&format!("{path}.scenario"), &entry.scenario);
            self.text(&format!("{path}.description"), &entry.description);
            self.text(&format!("{path}.question"), &entry.question);
            self.text(&format!("{path}.proposal"), &entry.proposal);
            self.count(&format!("{path}.decisions"), entry.decisions.len(), MOST_ITEMS);
            for (place, decision) in entry.decisions.iter().enumerate() {
                self.text(&format!("{path}.decisions[{place}]"), decision);
            }
            self.positions(&entry.positions, &path);
            self.count(&format!("{path}.figures"), entry.figures.len(), MOST_ITEMS);
            for (at, figure) in entry.figures.iter().enumerate() {
                for (year, value) in &figure.years {
                    let path = format!("{path}.figures[{at}].years.{year}");
                    match figure.metric.kind() {
                        MetricKind::Money => self.kronor(&path, *value),
                        MetricKind::Share | MetricKind::Count { .. } => self.decimals(&path, *value, 6),
                    }
                }
            }
        }
    }
}
