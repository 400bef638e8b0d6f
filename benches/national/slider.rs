//! A slider of the country's scenario, as the view of scenarios follows it: how long a step takes decides whether the page
//! keeps up with the hand.

use super::{national, scenario};
use samplan::comparison::{Comparison, Effect, PayerRow, effects, trace};
use samplan::decision::DecisionField;
use samplan::edit::Edit;
use samplan::lever::LeverAddress;
use samplan::money::Decimal;
use samplan::outcome::{Outcome, project};
use samplan::plan::{Id, Plan};

/// The plan with its twenty decisions, and the lever of the last of them.
pub struct Slider {
    plan: Plan,
    lever: LeverAddress,
    steps: u32,
}

impl Slider {
    pub fn new() -> Slider {
        let mut plan = national::country();
        let decided = scenario::twenty_decisions(&plan);
        let lever = LeverAddress::Decision {
            scenario: decided.id.clone(),
            step: Id::new("trappsteg"),
            part: DecisionField::BaseShare(plan.first_year),
        };
        plan.scenarios.push(decided.into());
        Slider { plan, lever, steps: 0 }
    }

    /// One step: the edit, then the figures and controls of the scenario. Those of the plan without it stay.
    pub fn step(&mut self) -> Option<Outcome> {
        self.steps = self.steps.wrapping_add(1);
        let share = Decimal::new(20, 2).saturating_add(Decimal::new(i64::from(self.steps % 12).saturating_mul(5), 2));
        let after = Edit::Lever(self.lever.clone(), share).apply(&self.plan).ok()?;
        let before = std::mem::replace(&mut self.plan, after);
        if !self.plan.is_same_but_scenarios(&before) {
            return None;
        }
        project(&self.plan, self.plan.scenarios.first().map(|one| &**one)).ok()
    }

    /// What the view says beside them after a step: what each decision does, and who pays.
    pub fn told(&self) -> Option<(Vec<Effect>, Vec<PayerRow>)> {
        let scenario = self.plan.scenarios.first().map(|one| &**one);
        let effects = effects(&trace(&self.plan, scenario).ok()?, scenario?, None, self.plan.first_year).ok()?;
        let payers = Comparison::of(&self.plan, &[None, scenario]).ok()?.payers(1, None).ok()?;
        Some((effects, payers))
    }
}
