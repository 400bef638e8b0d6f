//! Plans that meet: what differs between two of them, part by part, what is taken over from one into the other, and a
//! neighbour's association put into a plan. Responsible for never making one of two things that only look the same:
//! what can be the same is proposed, and the caller chooses.
//!
//! ```text
//! mine, theirs ──differences──▶ parts that differ, with kronor by year
//! mine, theirs, parts ──take_over──▶ mine, with those parts as theirs are
//! ```

mod arrival;
mod difference;
mod identified;
mod neighbour;
mod pack;
mod part;
mod renew;
mod seen;
mod take_over;
mod together;
mod years;

pub use arrival::{Arrival, Arrived, Arriving, Kinship, ReferenceMapping, arrive, bring};
pub use difference::{Amounts, PartDifference, Presence, differences};
pub use neighbour::{Match, MatchLikeness, NeighbourChoices, NeighbourError, Proposal, add, propose};
pub use pack::pack;
pub use part::{AssociationField, AssociationList, AssociationPart, PlanField, PlanList, PlanPart};
pub use renew::{renewable, renewed};
pub use seen::{SeenAmount, seen};
pub use take_over::{TakeOverError, take_over, with_what_it_needs};
pub use together::{TogetherError, merger_scenario, together, years_together};
pub use years::YearSpan;
