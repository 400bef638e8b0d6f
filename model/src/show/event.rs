//! What a board proposes, and what happens to it (*förutsättning*).

use crate::decision::{ContributionsOf, Decision};
use crate::plan::{Party, Plan};

/// Whether a decision of a scenario is an event that others decide of: prices, what the state pays, a member that leaves.
/// It is not the board's proposal.
pub fn is_event(plan: &Plan, decision: &Decision) -> bool {
    match decision {
        Decision::IndexChange(_) | Decision::MemberLeaves(_) => true,
        Decision::ContributionChange(change) => match &change.payer {
            ContributionsOf::All => false,
            ContributionsOf::Party(party) => *party == Party::State,
            ContributionsOf::Member(id) => {
                let member = plan.association(&change.association).and_then(|of| of.member(id));
                member.is_some_and(|member| member.party == Party::State)
            }
        },
        _ => false,
    }
}
