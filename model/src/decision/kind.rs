//! The kinds of decisions, and what a new one begins as: a decision that can apply to the plan as it is, for the user
//! to change. It makes no claim about the world but those that a preset carries a source for.

use super::{
    Action, ActivityChange, BaseGrant, Basis, Change, ContributionChange, Decision, EquityUse, IndexChange, JoinKey,
    MemberJoins, MemberLeaves, MergedContributions, MergedEquity, Merger, NOTICE_MONTHS, OneOff, Others, Overhead,
    Payer, StepDown,
};
use crate::calendar::{Month, Year};
use crate::money::Decimal;
use crate::plan::{Association, Category, Id, Party, Plan};
use std::collections::BTreeMap;

/// A kind of decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionKind {
    /// Shares of the activity money move from base to process (*trappsteg*).
    StepDown,
    /// Associations become one (*sammanslagning*).
    Merger,
    /// A municipality joins (*ny kommun*).
    MemberJoins,
    /// A member leaves (*utträde*).
    MemberLeaves,
    /// What members pay (*medlemsinsatser*).
    ContributionChange,
    /// A line is added, or ends, grows, moves or is co-funded (*ändrad insats*).
    ActivityChange,
    /// The rates of an index (*uppräkning*).
    IndexChange,
    /// Planned use of saved money (*sparade medel*).
    EquityUse,
    /// An income or cost in one year (*engångspost*).
    OneOff,
}

/// When a decision applies: the groups in this order, the decisions of each in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionGroup {
    /// Assumptions about the world (*antaganden*), which all others meet.
    Assumption,
    /// What the board decides (*beslut*).
    Measure,
    /// Rules for dividing what all others leave (*fördelning*).
    Division,
}

impl DecisionGroup {
    /// All groups, in the order that they apply.
    pub const ALL: [DecisionGroup; 3] = [DecisionGroup::Assumption, DecisionGroup::Measure, DecisionGroup::Division];
}

impl DecisionKind {
    /// When it applies among a scenario's decisions.
    pub fn group(self) -> DecisionGroup {
        match self {
            DecisionKind::IndexChange => DecisionGroup::Assumption,
            DecisionKind::StepDown => DecisionGroup::Division,
            DecisionKind::Merger
            | DecisionKind::MemberJoins
            | DecisionKind::MemberLeaves
            | DecisionKind::ContributionChange
            | DecisionKind::ActivityChange
            | DecisionKind::EquityUse
            | DecisionKind::OneOff => DecisionGroup::Measure,
        }
    }

    /// All kinds, the most asked for first.
    pub const ALL: [DecisionKind; 9] = [
        DecisionKind::StepDown,
        DecisionKind::ContributionChange,
        DecisionKind::ActivityChange,
        DecisionKind::MemberJoins,
        DecisionKind::Merger,
        DecisionKind::IndexChange,
        DecisionKind::EquityUse,
        DecisionKind::OneOff,
        DecisionKind::MemberLeaves,
    ];
}

impl Decision {
    /// Its kind.
    pub fn kind(&self) -> DecisionKind {
        match self {
            Decision::StepDown(_) => DecisionKind::StepDown,
            Decision::Merger(_) => DecisionKind::Merger,
            Decision::MemberJoins(_) => DecisionKind::MemberJoins,
            Decision::MemberLeaves(_) => DecisionKind::MemberLeaves,
            Decision::ContributionChange(_) => DecisionKind::ContributionChange,
            Decision::ActivityChange(_) => DecisionKind::ActivityChange,
            Decision::IndexChange(_) => DecisionKind::IndexChange,
            Decision::EquityUse(_) => DecisionKind::EquityUse,
            Decision::OneOff(_) => DecisionKind::OneOff,
        }
    }
}

/// Names for what a new decision brings in; the model has no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftNames {
    /// For a merged association.
    pub merged: String,
    /// For a joining municipality.
    pub member: String,
    /// For a one-off income or cost.
    pub one_off: String,
}

/// A new decision of a kind about an association of the plan; `None` when the plan has nothing that it could be about:
/// a merger needs two associations, an index change an index, leaving a member that pays, a changed activity a line.
pub fn draft(kind: DecisionKind, plan: &Plan, association: &Id, names: &DraftNames) -> Option<Decision> {
    let of = plan.association(association)?;
    let first = plan.first_year;
    let association = association.clone();
    Some(match kind {
        DecisionKind::StepDown => Decision::StepDown(StepDown {
            association,
            basis: Basis::default(),
            base_shares: plan.horizon().iter().zip(FALLING.map(|percent| Decimal::new(percent, 2))).collect(),
            previous_base: None,
        }),
        DecisionKind::Merger => Decision::Merger(Box::new(merger(plan, of, names)?)),
        DecisionKind::MemberJoins => Decision::MemberJoins(MemberJoins {
            association,
            member: Id::from_name(&names.member, |id| of.members.iter().any(|member| member.id.as_str() == id)),
            name: names.member.clone(),
            inhabitants: None,
            source: String::new(),
            from: Month::january(first),
            key: JoinKey::Amount(SOME_KRONOR),
            others_follow: false,
            buy_in: Decimal::ZERO,
        }),
        DecisionKind::MemberLeaves => Decision::MemberLeaves(MemberLeaves {
            association,
            member: paying_member(of)?,
            notice: last_notice(plan)?,
            notice_months: NOTICE_MONTHS,
            others: Others::default(),
            pay_out: false,
        }),
        DecisionKind::ContributionChange => Decision::ContributionChange(ContributionChange {
            association,
            payer: Payer::Party(Party::State),
            change: Change::By(Decimal::new(-10, 2)),
            from: first,
            years: None,
            matched: true,
        }),
        DecisionKind::ActivityChange => Decision::ActivityChange(ActivityChange {
            association,
            action: Action::Resize {
                line: changeable_line(of)?,
                from: Month::january(first),
                change: Change::By(Decimal::new(-10, 2)),
            },
        }),
        DecisionKind::IndexChange => Decision::IndexChange(IndexChange {
            index: plan.indices.first()?.id.clone(),
            rates: BTreeMap::from([(first, Decimal::new(25, 3))]),
            price_year: None,
        }),
        DecisionKind::EquityUse => {
            Decision::EquityUse(EquityUse { association, amounts: BTreeMap::from([(first, SOME_KRONOR)]) })
        }
        DecisionKind::OneOff => Decision::OneOff(OneOff {
            association,
            name: names.one_off.clone(),
            category: Category::Activity,
            year: first,
            amount: SOME_KRONOR,
        }),
    })
}

/// The steps decided in Värend in May 2015, per cent base, as somewhere to begin.
const FALLING: [i64; 3] = [60, 40, 20];
/// A round sum to begin with, kronor; the user knows the real one.
const SOME_KRONOR: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

fn merger(plan: &Plan, of: &Association, names: &DraftNames) -> Option<Merger> {
    let other = plan.associations.iter().find(|other| other.id != of.id)?;
    Some(Merger {
        associations: vec![of.id.clone(), other.id.clone()],
        into: Id::from_name(&names.merged, |id| plan.associations.iter().any(|one| one.id.as_str() == id)),
        name: names.merged.clone(),
        // A year before it, to compare with, where the plan has one.
        year: plan.first_year.next().min(plan.horizon().last()),
        contributions: MergedContributions::default(),
        overhead: Overhead::default(),
        one_off: BTreeMap::new(),
        base_grant: Some(BaseGrant::preset()),
        equity: MergedEquity::default(),
    })
}

/// The first municipality, or else member, that has a contribution of its own.
fn paying_member(of: &Association) -> Option<Id> {
    let pays = |id: &Id| of.lines.iter().any(|line| line.member.as_ref() == Some(id));
    let municipal = of.members.iter().filter(|member| member.party == Party::Municipalities);
    municipal.chain(&of.members).map(|member| &member.id).find(|id| pays(id)).cloned()
}

/// The month of notice that lets a member leave at the beginning of the plan's last year.
fn last_notice(plan: &Plan) -> Option<Month> {
    let left = plan.horizon().last().previous();
    let years_before = NOTICE_MONTHS.checked_div(12)?;
    Year::new(left.number().checked_sub(years_before)?).map(Month::december)
}

fn changeable_line(of: &Association) -> Option<Id> {
    let mut lines = of.lines.iter().filter(|line| line.category != Category::Contribution);
    let activity = lines.clone().find(|line| line.category == Category::Activity);
    activity.or_else(|| lines.next()).map(|line| line.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;
    use crate::outcome::project;
    use crate::plan::{Scenario, Step};

    fn names() -> DraftNames {
        DraftNames { merged: "Nya".to_owned(), member: "Tingsryd".to_owned(), one_off: "Flytt".to_owned() }
    }

    #[test]
    fn every_draft_applies_to_the_plan_that_it_is_made_for() {
        let plan = read(include_str!("../../../plans/vaxjo-alvesta-2015.json")).unwrap();
        let association = plan.associations[0].id.clone();
        for kind in DecisionKind::ALL {
            let Some(decision) = draft(kind, &plan, &association, &names()) else {
                assert_eq!((kind, plan.indices.is_empty()), (DecisionKind::IndexChange, true), "{kind:?}");
                continue;
            };
            assert_eq!(decision.kind(), kind);
            assert_eq!(decision.problems(plan.horizon()), [], "{kind:?}");
            let step = Step { id: Id::new("one"), name: String::new(), on: true, decision };
            let scenario = Scenario { steps: vec![step], ..Scenario::new(Id::new("s"), "S") };
            let outcome = project(&plan, Some(&scenario)).unwrap();
            assert_eq!(outcome.skipped, [], "{kind:?}");
        }
    }

    #[test]
    fn nothing_is_drafted_about_what_is_not_there() {
        let plan = read(include_str!("../../../plans/vaxjo-2014.json")).unwrap();
        let association = plan.associations[0].id.clone();
        assert_eq!(draft(DecisionKind::Merger, &plan, &association, &names()), None);
        assert_eq!(draft(DecisionKind::OneOff, &plan, &Id::new("other"), &names()), None);
    }
}
