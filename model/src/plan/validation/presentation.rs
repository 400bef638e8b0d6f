//! How a scenario is told.

use super::{MOST_ITEMS, Validator};
use crate::plan::{Scenario, Slide, Stance};

impl Validator {
    pub(super) fn positions(&mut self, positions: &[Stance], path: &str) {
        self.count(&format!("{path}.positions"), positions.len(), MOST_ITEMS);
        self.ids(&format!("{path}.positions"), positions.iter().map(|position| &position.id));
        for (place, position) in positions.iter().enumerate() {
            let path = format!("{path}.positions[{place}]");
            self.name(&format!("{path}.who"), &position.who);
            self.text(&format!("{path}.said"), &position.said);
        }
    }

    pub(super) fn presentation(&mut self, scenario: &Scenario, path: &str) {
        self.text(&format!("{path}.question"), &scenario.question);
        self.text(&format!("{path}.proposal"), &scenario.proposal);
        let registry = &scenario.registry;
        for (field, text) in [
            ("case_number", &registry.case_number),
            ("paragraph", &registry.paragraph),
            ("meeting", &registry.meeting),
            ("officer", &registry.officer),
            ("appendix", &registry.appendix),
        ] {
            self.text(&format!("{path}.registry.{field}"), text);
        }
        self.positions(&scenario.positions, path);
        self.count(&format!("{path}.slides"), scenario.slides.len(), MOST_ITEMS);
        self.ids(&format!("{path}.slides"), scenario.slides.iter().map(|slide| &slide.id));
        for (place, slide) in scenario.slides.iter().enumerate() {
            let path = format!("{path}.slides[{place}]");
            self.text(&format!("{path}.title"), &slide.title);
            self.text(&format!("{path}.text"), &slide.text);
            self.text(&format!("{path}.notes"), &slide.notes);
            self.count(&format!("{path}.levers"), slide.levers.len(), Slide::MOST_LEVERS);
        }
        self.count(&format!("{path}.report"), scenario.report.len(), MOST_ITEMS);
        for (place, section) in scenario.report.iter().enumerate() {
            self.text(&format!("{path}.report[{place}].text"), &section.text);
        }
    }
}
