//! What the amounts that a decision would replace are in a table: where a new amount begins, so that choosing another
//! way of stating a decision changes nothing until the user says what does.

use super::{ContributionChange, ContributionsOf, MergedContributions, Merger, PerInhabitant};
use crate::base::{Category, Party};
use crate::budget::Budget;
use crate::id::Id;
use crate::money::{Decimal, add, ratio, round_dp, split, sum};
use crate::sorted::SortedMap;

impl ContributionChange {
    /// What the payer pays in the decision's first year, kronor; `None` outside the table.
    pub fn paid(&self, budget: &Budget) -> Option<Decimal> {
        let place = budget.horizon.position(self.from)?;
        let rows = budget.association(&self.association)?.rows.iter();
        let mine = rows.filter(|row| row.category == Category::Contribution).filter(|row| match &self.payer {
            ContributionsOf::All => true,
            ContributionsOf::Party(party) => row.party == Some(*party),
            ContributionsOf::Member(id) => row.member.as_ref() == Some(id),
        });
        sum(mine.map(|row| row.amount(place))).ok()
    }
}

impl Merger {
    /// What the municipalities pay without it in its first year, as shares of their quarter.
    pub fn present_shares(&self, budget: &Budget) -> MergedContributions {
        let paid = self.paid(budget);
        let municipal = paid.iter().filter(|(_, (party, _))| *party == Some(Party::Municipalities));
        let (members, amounts): (Vec<&Id>, Vec<Decimal>) =
            municipal.map(|(member, (_, amount))| (member, *amount)).unzip();
        // In thousandths, by largest remainder: the shares make exactly one.
        let parts = split(Decimal::ONE_THOUSAND, &amounts).unwrap_or_default();
        let shares = members.into_iter().zip(parts).map(|(member, part)| {
            let share = ratio(part, Decimal::ONE_THOUSAND).ok().flatten().unwrap_or_default();
            (member.clone(), share)
        });
        MergedContributions::Shares(shares.collect())
    }

    /// What the municipalities pay per inhabitant without it in its first year, on average, to the öre; of those whose
    /// inhabitants are known.
    pub fn present_per_inhabitant(&self, budget: &Budget) -> PerInhabitant {
        let paid = self.paid(budget);
        let associations = || self.associations.iter().filter_map(|id| budget.association(id));
        let known = paid.iter().filter(|(_, (party, _))| *party == Some(Party::Municipalities));
        let known = known.filter_map(|(id, (_, amount))| {
            let member = associations()
                .find_map(|association_budget| association_budget.members.iter().find(|member| member.id == *id))?;
            Some((*amount, Decimal::from(member.inhabitants?)))
        });
        let (amounts, inhabitants): (Vec<Decimal>, Vec<Decimal>) = known.unzip();
        let whole = sum(amounts).and_then(|paid| ratio(paid, sum(inhabitants)?));
        let kronor = round_dp(whole.ok().flatten().unwrap_or_default(), 2);
        PerInhabitant { kronor, others_follow: false }
    }

    /// What each member pays without it in its first year.
    pub fn present_levels(&self, budget: &Budget) -> MergedContributions {
        MergedContributions::Levels(self.paid(budget).into_iter().map(|(id, (_, amount))| (id, amount)).collect())
    }

    /// What a line of one of its associations costs without it in its first year.
    pub fn present_cost(&self, budget: &Budget, association: &Id, line: &Id) -> Option<Decimal> {
        let place = budget.horizon.position(self.year)?;
        Some(budget.association(association)?.row(line)?.amount(place))
    }

    fn paid(&self, budget: &Budget) -> SortedMap<Id, (Option<Party>, Decimal)> {
        let mut paid = SortedMap::new();
        let Some(place) = budget.horizon.position(self.year) else { return paid };
        for association_budget in self.associations.iter().filter_map(|id| budget.association(id)) {
            for row in association_budget.rows.iter().filter(|row| row.category == Category::Contribution) {
                let Some(member) = row.member.clone() else { continue };
                let slot = paid.entry(member).or_insert((row.party, Decimal::ZERO));
                slot.1 = add(slot.1, row.amount(place)).unwrap_or(slot.1);
            }
        }
        paid
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::{Change, Decision, DecisionKind, DraftNames, draft};
    use crate::exchange::read;
    use crate::outcome::project;
    use crate::plan::{Plan, Scenario, ScenarioStep};

    fn merged(plan: &Plan, merger: &Merger) -> Vec<Decimal> {
        let decision = Decision::Merger(Box::new(merger.clone()));
        let steps = vec![ScenarioStep { id: Id::new("one"), name: String::new(), on: true, decision }];
        let outcome = project(plan, Some(&Scenario { steps, ..Scenario::new(Id::new("s"), "S") })).unwrap();
        assert_eq!(outcome.skipped, []);
        outcome.projection.total.iter().map(|figures| figures.contributions).collect()
    }

    #[test]
    fn stating_it_in_another_way_changes_nothing_by_itself() {
        let plan = read(include_str!("../../../plans/vaxjo-alvesta-2015.json")).unwrap();
        let budget = Budget::baseline(plan.base()).unwrap();
        let names = DraftNames { merged: "Nya".to_owned(), member: "M".to_owned(), one_off: "E".to_owned() };
        let first = plan.associations[0].id.clone();
        let Some(Decision::Merger(mut merger)) = draft(DecisionKind::Merger, plan.base(), &first, &names) else {
            panic!()
        };
        merger.base_grant = None;
        let legacy = merged(&plan, &merger);
        merger.contributions = merger.present_levels(&budget);
        assert_eq!(merged(&plan, &merger), legacy);
        merger.contributions = merger.present_shares(&budget);
        assert_eq!(merged(&plan, &merger), legacy);
        // One key for two levels moves what each pays, and the sum by no more than rounding: half an öre an inhabitant.
        let key = merger.present_per_inhabitant(&budget);
        let inhabitants: u32 =
            plan.associations.iter().flat_map(|one| &one.members).filter_map(|member| member.inhabitants).sum();
        merger.contributions = MergedContributions::PerInhabitant(key);
        for (by_key, before) in merged(&plan, &merger).into_iter().zip(&legacy) {
            let within = Decimal::from(inhabitants) * Decimal::new(5, 3) + Decimal::ONE;
            assert!((by_key - before).abs() <= within, "{by_key} {before}");
        }
        let line = Id::new("administration");
        assert_eq!(merger.present_cost(&budget, &Id::new("alvesta"), &line), Some(Decimal::from(352_000)));

        let Some(Decision::ContributionChange(mut changed)) =
            draft(DecisionKind::ContributionChange, plan.base(), &first, &names)
        else {
            panic!()
        };
        assert_eq!(changed.paid(&budget), Some(Decimal::from(1_600_000)));
        changed.change = Change::To(Decimal::ZERO);
        changed.payer = ContributionsOf::All;
        assert_eq!(changed.paid(&budget), Some(Decimal::from(3_200_000)));
    }
}
