//! The projection as JSON. The shape is documented in docs/projection-json.md: change both together.

use samplan::calendar::Year;
use samplan::finding::{Fact, Finding};
use samplan::money::{Decimal, round_dp, sum};
use samplan::outcome::Outcome;
use samplan::plan::{Plan, Scenario};
use samplan::projection::{Figures, Projection};
use serde::Serialize;
use serde_json::Value as Json;

/// Everything that is printed.
#[derive(Serialize)]
pub struct Output<'a> {
    plan: &'a str,
    scenario: Option<&'a str>,
    years: Vec<u16>,
    associations: Vec<Association<'a>>,
    total: Total,
    findings: Vec<Object>,
}

#[derive(Serialize)]
struct Association<'a> {
    id: &'a str,
    name: &'a str,
    by_year: Vec<ByYear>,
}

#[derive(Serialize)]
struct Total {
    by_year: Vec<ByYear>,
}

#[derive(Serialize)]
struct ByYear {
    year: u16,
    contributions: String,
    other_income: String,
    financial_income: String,
    equity_use: String,
    frame: String,
    board: String,
    administration: String,
    audit: String,
    activities: Activities,
    cost: String,
    financial_net: String,
    result: String,
    opening_equity: String,
    transfers: String,
    equity: String,
    activity_room: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    admin_share: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fte: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<String>,
}

#[derive(Serialize)]
struct Activities {
    base: String,
    process: String,
    structure: String,
    untagged: String,
}

impl<'a> Output<'a> {
    /// The outcome of a plan, or of one of its scenarios.
    pub fn of(plan: &'a Plan, scenario: Option<&'a Scenario>, outcome: &'a Outcome) -> Output<'a> {
        let years: Vec<u16> = outcome.projection.horizon.iter().map(Year::number).collect();
        let associations = outcome.projection.associations.iter().map(|association| Association {
            id: association.id.as_str(),
            name: &association.name,
            by_year: by_year(&years, &association.years),
        });
        Output {
            plan: &plan.name,
            scenario: scenario.map(|scenario| scenario.id.as_str()),
            associations: associations.collect(),
            total: total(&years, &outcome.projection),
            findings: outcome.report.findings.iter().map(finding).collect(),
            years,
        }
    }
}

fn by_year(years: &[u16], figures: &[Figures]) -> Vec<ByYear> {
    years.iter().zip(figures).map(|(year, figures)| ByYear::of(*year, figures)).collect()
}

/// All together. Counts are the sum of what the associations know, also where the app tells none because one of them does not
/// say what a coordinator costs: whoever reads this has the associations beside it.
fn total(years: &[u16], projection: &Projection) -> Total {
    let known = |place: usize, count: fn(&Figures) -> Option<Decimal>| {
        let each = projection.associations.iter().filter_map(|of| of.years.get(place).and_then(count));
        let each: Vec<Decimal> = each.collect();
        if each.is_empty() { None } else { sum(each).ok().map(number) }
    };
    let mut by_year = by_year(years, &projection.total);
    for (place, year) in by_year.iter_mut().enumerate() {
        year.fte = known(place, |figures| figures.fte);
        year.places = known(place, |figures| figures.places);
    }
    Total { by_year }
}

impl ByYear {
    fn of(year: u16, figures: &Figures) -> ByYear {
        ByYear {
            year,
            contributions: number(figures.contributions),
            other_income: number(figures.other_income),
            financial_income: number(figures.financial_income),
            equity_use: number(figures.equity_use),
            frame: number(figures.frame),
            board: number(figures.board),
            administration: number(figures.administration),
            audit: number(figures.audit),
            activities: Activities {
                base: number(figures.base),
                process: number(figures.process),
                structure: number(figures.structure),
                untagged: number(figures.untagged),
            },
            cost: number(figures.cost),
            financial_net: number(figures.financial_net),
            result: number(figures.result),
            opening_equity: number(figures.opening_equity),
            transfers: number(figures.transfers),
            equity: number(figures.equity),
            activity_room: number(figures.activity_room),
            admin_share: figures.admin_share.map(number),
            fte: figures.fte.map(number),
            places: figures.places.map(number),
        }
    }
}

/// At most six decimals and no trailing zeros; amounts of kronor are whole.
fn number(value: Decimal) -> String {
    round_dp(value, 6).normalize().to_string()
}

/// A JSON object with its fields in the order given.
struct Object(Vec<(&'static str, Json)>);

impl Serialize for Object {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

fn finding(finding: &Finding) -> Object {
    let mut fields: Vec<(&'static str, Json)> =
        vec![("code", finding.code().as_str().into()), ("severity", finding.severity.as_str().into())];
    if let Some(association) = &finding.association {
        fields.push(("association", association.as_str().into()));
    }
    if let Some(year) = finding.year {
        fields.push(("year", year.number().into()));
    }
    if let Some(line) = &finding.line {
        fields.push(("line", line.as_str().into()));
    }
    fields.extend(finding.detail.facts().into_iter().map(|(name, fact)| (name, json(fact))));
    Object(fields)
}

fn json(fact: Fact) -> Json {
    match fact {
        Fact::Number(value) => number(value).into(),
        Fact::Count(count) => count.into(),
        Fact::Text(text) => text.into(),
        Fact::Flag(flag) => flag.into(),
        Fact::List(list) => list.into_iter().map(object).collect(),
    }
}

fn object(facts: Vec<(&'static str, Fact)>) -> Json {
    facts.into_iter().map(|(name, fact)| (name.to_owned(), json(fact))).collect()
}
