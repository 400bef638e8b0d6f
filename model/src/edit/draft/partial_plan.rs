//! The plan that a draft makes. A sketch of an unfinished draft leaves out what is missing or cannot be, so that the
//! form can show what follows from the rest.

use super::{Draft, DraftLine, FieldError};
use crate::calendar::{Horizon, Year};
use crate::money::Decimal;
use crate::plan::{Association, Category, Id, Line, Member, OpeningEquity, Party, Plan, Schedule};
use rust_decimal::prelude::ToPrimitive;

impl Draft {
    /// The plan as far as the draft tells it, without an id of its own; valid when the draft has no faults.
    pub fn partial_plan(&self) -> Plan {
        let horizon = self.horizon().unwrap_or(Horizon { first: Year::EARLIEST, years: 1 });
        let name =
            if self.name.trim().is_empty() { self.suggested_name().unwrap_or_default() } else { self.name.clone() };
        let association = self.association.trim();
        let opening = self.opening_equity.filter(|amount| FieldError::of_either_sign(*amount).is_none());
        let (members, contributions) = self.members(horizon.first);
        let mut lines = Lines { first: horizon.first, lines: contributions };
        for line in self.lines.iter().filter(|line| !line.is_blank()) {
            lines.cost(line);
        }
        let id = Id::from_name(association, |_| false);
        let association = Association {
            opening_equity: OpeningEquity {
                amount: opening.unwrap_or_default().normalize(),
                ..OpeningEquity::default()
            },
            members,
            lines: lines.lines,
            ..Association::new(id, association)
        };
        Plan::new(Id::new("sketch"), name.trim(), horizon.first, horizon.years, vec![association])
    }

    /// The members, and a contribution line for each that pays.
    fn members(&self, first: Year) -> (Vec<Member>, Vec<Line>) {
        let mut members: Vec<Member> = Vec::new();
        let mut lines = Lines { first, lines: Vec::new() };
        let mut member = |name: &str, party, inhabitants| {
            let id = Id::from_name(name, |taken| members.iter().any(|member| member.id.as_str() == taken));
            let name = name.trim().to_owned();
            members.push(Member { id: id.clone(), name, party, inhabitants, source: String::new() });
            id
        };
        let insurance = member(&self.names.insurance, Party::State, None);
        let employment = member(&self.names.employment, Party::State, None);
        let mut state = [insurance, employment].into_iter();
        for share in self.contributions().shares {
            let id = match share.party {
                // Försäkringskassan pays the whole half, or each of the two its quarter.
                Party::State => state.next(),
                party => {
                    let row = share.row.and_then(|row| self.municipality(row));
                    let inhabitants = row.and_then(|row| row.inhabitants).and_then(|count| count.to_u32());
                    Some(member(&share.name, party, inhabitants))
                }
            };
            let line = lines.line(&share.name, Category::Contribution, share.amount);
            lines.lines.push(Line { member: id, ..line });
        }
        (members, lines.lines)
    }
}

/// The lines of the plan, as they are added.
struct Lines {
    first: Year,
    lines: Vec<Line>,
}

impl Lines {
    /// A line with the same amount each year from the first on. Without an amount it stands in the table to be filled.
    fn line(&self, name: &str, category: Category, amount: Option<Decimal>) -> Line {
        let id = Id::from_name(name, |taken| self.lines.iter().any(|line| line.id.as_str() == taken));
        let given = amount.filter(|amount| FieldError::of_amount(*amount).is_none());
        let amounts = given.map(|amount| (self.first, amount.normalize())).into_iter().collect();
        Line::new(id, name.trim(), category, Schedule::Amounts(amounts))
    }

    fn cost(&mut self, line: &DraftLine) {
        let approach = line.approach.filter(|_| line.category == Category::Activity);
        let line = self.line(&line.name, line.category, line.amount);
        self.lines.push(Line { approach, ..line });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{draft, kr};
    use super::super::{Key, StateHalf};
    use super::*;
    use crate::exchange;
    use crate::outcome::project;
    use crate::plan::{Approach, Metric, validate};

    #[test]
    fn a_finished_draft_is_a_valid_plan_that_adds_up() {
        let mut draft = draft(&["Växjö kommun", "Alvesta kommun"]);
        draft.total = Some(kr(5_400_000));
        draft.key = Key::Inhabitants;
        draft.municipalities[0].inhabitants = Some(kr(90_000));
        draft.municipalities[1].inhabitants = Some(kr(20_000));
        for (name, category, approach, amount) in [
            ("Styrelse", Category::Board, None, 300_000),
            ("Kansli", Category::Administration, None, 650_000),
            ("Samordnare", Category::Activity, Some(Approach::Base), 3_000_000),
        ] {
            draft.add_line(name, category, approach);
            draft.lines.last_mut().unwrap().amount = Some(kr(amount));
        }
        draft.add_line("Revision", Category::Audit, Some(Approach::Base));
        draft.opening_equity = Some(kr(1_259_000));
        let plan = draft.finish(Id::new("plan")).unwrap();
        assert_eq!(plan.name, "Samordningsförbundet Värend 2027\u{2013}2029");
        assert_eq!(plan.associations[0].members.len(), 5);
        assert_eq!(plan.associations[0].members[3].inhabitants, Some(90_000));
        let last = &plan.associations[0].lines[7];
        assert_eq!((last.name.as_str(), last.approach), ("Revision", None));
        assert!(last.schedule.given().is_empty());

        let outcome = project(&plan, None).unwrap();
        let year = |year| Year::new(year).unwrap();
        let get = |y, metric| outcome.projection.get(None, year(y), metric);
        assert_eq!(get(2029, Metric::Contributions), Some(kr(5_400_000)));
        assert_eq!(get(2027, Metric::Base), Some(kr(3_000_000)));
        assert_eq!(get(2029, Metric::Equity), Some(kr(1_259_000 + 3 * 1_450_000)));
        assert_eq!(outcome.report.findings, []);
        let again = exchange::read(&exchange::write(&plan)).unwrap();
        assert_eq!(again, plan);
    }

    #[test]
    fn both_ways_of_writing_the_states_half_are_right() {
        for (state, lines) in [(StateHalf::Whole, 3), (StateHalf::Halved, 4)] {
            let mut draft = draft(&["Växjö"]);
            draft.state = state;
            draft.total = Some(kr(5_795_387));
            let plan = draft.finish(Id::new("plan")).unwrap();
            assert_eq!(plan.associations[0].members.len(), 4);
            assert_eq!(plan.associations[0].lines.len(), lines);
            assert_eq!(project(&plan, None).unwrap().report.findings, []);
        }
    }

    #[test]
    fn a_partial_plan_of_anything_projects() {
        let mut draft = draft(&["Växjö", "Växjö"]);
        draft.association.clear();
        draft.first_year = "?".to_owned();
        draft.total = Some(Decimal::MAX);
        draft.add_line("", Category::Activity, None);
        draft.add_line("x", Category::Activity, None);
        draft.lines[1].amount = Some(kr(-5));
        draft.opening_equity = Some(Decimal::MIN);
        let outcome = project(&draft.partial_plan(), None).unwrap();
        assert_eq!(outcome.projection.total[0].equity, kr(0));
        // Two members of the same name are two members.
        draft.association = "Värend".to_owned();
        assert!(validate(&draft.partial_plan()).iter().all(|problem| problem.path.contains("name")));
    }
}
