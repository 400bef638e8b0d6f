//! Scenarios on their own: what a file needs to hold of the plan that they come from.

use crate::calendar::Year;
use crate::exchange::{NamedAssociation, NamedPart, NamedPlan, ScenarioFile, SeenFigures, SeenYear, fingerprint};
use crate::outcome::project;
use crate::plan::{Id, Metric, Plan, Scenario};
use crate::projection::Projection;
use crate::sorted::SortedMap;

/// The scenarios with these ids as a file, in the plan's order. One whose amounts are too large to compute has no figures.
pub fn pack(plan: &Plan, scenarios: &[Id]) -> ScenarioFile {
    let chosen: Vec<&Scenario> =
        plan.scenarios.iter().filter(|scenario| scenarios.contains(&scenario.id)).map(std::ops::Deref::deref).collect();
    ScenarioFile {
        plan: NamedPlan {
            id: plan.id.clone(),
            name: plan.name.clone(),
            fingerprint: fingerprint(plan),
            first_year: plan.first_year,
            years: plan.years,
        },
        associations: plan
            .associations
            .iter()
            .map(|one| NamedAssociation {
                id: one.id.clone(),
                name: one.name.clone(),
                members: one.members.iter().map(|member| named(&member.id, &member.name)).collect(),
                lines: one.lines.iter().map(|line| named(&line.id, &line.name)).collect(),
            })
            .collect(),
        indices: plan.indices.iter().map(|index| named(&index.id, &index.name)).collect(),
        figures: chosen.iter().flat_map(|scenario| figures(plan, scenario)).collect(),
        scenarios: chosen.into_iter().cloned().collect(),
    }
}

fn named(id: &Id, name: &str) -> NamedPart {
    NamedPart { id: id.clone(), name: name.to_owned() }
}

/// All together, and each association where there are several.
fn figures(plan: &Plan, scenario: &Scenario) -> Vec<SeenFigures> {
    let Ok(outcome) = project(plan, Some(scenario)) else { return Vec::new() };
    let projection = &outcome.projection;
    let each =
        projection.associations.iter().filter(|_| projection.associations.len() > 1).map(|one| Some(one.id.clone()));
    std::iter::once(None)
        .chain(each)
        .map(|association| SeenFigures {
            scenario: scenario.id.clone(),
            by_year: by_year(projection, association.as_ref()),
            association,
        })
        .collect()
}

/// The figures of an association, or of all together, by year.
pub(super) fn by_year(projection: &Projection, association: Option<&Id>) -> SortedMap<Year, SeenYear> {
    let figures = |year: Year| {
        let get = |metric| projection.get(association, year, metric);
        Some(SeenYear {
            contributions: get(Metric::Contributions)?.normalize(),
            cost: get(Metric::Cost)?.normalize(),
            result: get(Metric::Result)?.normalize(),
            equity: get(Metric::Equity)?.normalize(),
        })
    };
    projection.horizon.iter().filter_map(|year| Some((year, figures(year)?))).collect()
}
