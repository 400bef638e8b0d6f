//! The projection as JSON. The shape is documented in docs/projection-json.md: change both together.

use samplan::calendar::Year;
use samplan::decision::Reason;
use samplan::finding::{Detail, Finding};
use samplan::money::{Decimal, round_dp};
use samplan::outcome::Outcome;
use samplan::plan::{Party, Plan, Scenario, Value};
use samplan::projection::Figures;
use serde::Serialize;
use serde_json::{Value as Json, json};

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
            total: Total { by_year: by_year(&years, &outcome.projection.total) },
            findings: outcome.report.findings.iter().map(finding).collect(),
            years,
        }
    }
}

fn by_year(years: &[u16], figures: &[Figures]) -> Vec<ByYear> {
    years.iter().zip(figures).map(|(year, figures)| ByYear::of(*year, figures)).collect()
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
    fields.extend(detail(&finding.detail));
    Object(fields)
}

/// The fields of one kind of finding.
fn detail(detail: &Detail) -> Vec<(&'static str, Json)> {
    let amount = |value: &Decimal| Json::from(number(*value));
    let excess = |more: &Decimal, less: &Decimal| Json::from(number(more.saturating_sub(*less)));
    match detail {
        Detail::PrintedDiffers { label, printed, computed, difference, .. } => {
            let (unit, printed) = match printed {
                Value::Amount(value) => ("kronor", value),
                Value::Percent(value) => ("percent", value),
                Value::Count(value) => ("count", value),
            };
            vec![
                ("label", label.as_str().into()),
                ("unit", unit.into()),
                ("printed", amount(printed)),
                ("computed", amount(computed)),
                ("difference", amount(difference)),
            ]
        }
        Detail::SharesOff { parties } => {
            let parties = parties.iter().map(
                |(party, paid, due)| json!({ "party": name_of(*party), "paid": amount(paid), "due": amount(due) }),
            );
            vec![("parties", parties.collect())]
        }
        Detail::NegativeResult { result, reason } => {
            let mut fields = vec![("result", amount(result))];
            fields.extend(reason.as_ref().map(|reason| ("reason", reason.as_str().into())));
            fields
        }
        Detail::EquityUnderFloor { equity, floor, month, monthly } => vec![
            ("equity", amount(equity)),
            ("floor", amount(floor)),
            ("month", month.to_string().into()),
            ("monthly", amount(monthly)),
        ],
        Detail::EquityOverStaircase { equity, most } => {
            vec![("equity", amount(equity)), ("most", amount(most)), ("difference", excess(equity, most))]
        }
        Detail::CostOverFrame { cost, frame } => {
            vec![("cost", amount(cost)), ("frame", amount(frame)), ("difference", excess(cost, frame))]
        }
        Detail::ForecastPace { through, so_far, needed, ratio, equity, planned, too_fast } => {
            let mut fields = vec![
                ("through", through.to_string().into()),
                ("monthly", amount(so_far)),
                ("needed", amount(needed)),
                ("equity", amount(equity)),
                ("planned", amount(planned)),
                ("too_fast", (*too_fast).into()),
            ];
            fields.extend(ratio.as_ref().map(|ratio| ("ratio", amount(ratio))));
            fields
        }
        Detail::OverAssigned { decided, room } => {
            vec![("decided", amount(decided)), ("room", amount(room)), ("difference", excess(decided, room))]
        }
        Detail::ClaimAsCash { planned, cash } => {
            vec![("planned", amount(planned)), ("cash", amount(cash)), ("difference", excess(planned, cash))]
        }
        Detail::LiquidGone { month, missing, claim, equity_month } => {
            let mut fields =
                vec![("month", month.to_string().into()), ("missing", amount(missing)), ("claim", amount(claim))];
            fields.extend(equity_month.map(|month| ("equity_month", month.to_string().into())));
            fields
        }
        Detail::EsfIncome { amount: income } => vec![("amount", amount(income))],
        Detail::FewYears { years } => vec![("planned_years", (*years).into())],
        Detail::ScheduleGap => Vec::new(),
        Detail::ProcessUnderZero { room, base, missing } => {
            vec![("room", amount(room)), ("base", amount(base)), ("missing", amount(missing))]
        }
        Detail::ContributionUnderZero { party, missing } => {
            vec![("party", name_of(*party).into()), ("missing", amount(missing))]
        }
        Detail::PartyEmpty { party } => vec![("party", name_of(*party).into())],
        Detail::DecisionSkipped { step, reason } => {
            vec![("step", step.as_str().into()), ("reason", name_of_reason(reason).into())]
        }
    }
}

fn name_of(party: Party) -> &'static str {
    match party {
        Party::State => "state",
        Party::Region => "region",
        Party::Municipalities => "municipalities",
    }
}

/// The reason's name as programs read it: `NoSuchAssociation` is `no_such_association`.
fn name_of_reason(reason: &Reason) -> String {
    let mut name = String::new();
    for letter in format!("{reason:?}").chars().take_while(char::is_ascii_alphanumeric) {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
