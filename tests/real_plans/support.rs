//! Loading an example and holding its figures and findings to expected ones.

use samplan::finding::{Detail, PrintedDiffers, Severity};
use samplan::money::{Decimal, round_dp};
use samplan::outcome::{Outcome, project};
use samplan::plan::{Metric, Plan, StatedValue};

/// An example plan with what follows from it.
pub struct Example {
    pub plan: Plan,
    pub outcome: Outcome,
}

/// A printed figure that differs: year, part of its label, unit, and the printed, computed and differing amounts.
pub type Difference<'a> = (u16, &'a str, &'a str, &'a str, &'a str, &'a str);

pub fn path(name: &str) -> String {
    format!("{}/plans/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

pub fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap()
}

pub fn load(name: &str) -> Example {
    let plan = samplan::exchange::read(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    of(plan)
}

/// What follows from a plan.
pub fn of(plan: Plan) -> Example {
    let outcome = project(&plan, None).unwrap();
    Example { plan, outcome }
}

impl Example {
    /// A metric by year, of the one association.
    pub fn series(&self, metric: Metric) -> Vec<Decimal> {
        let years = &self.outcome.projection.associations[0].years;
        years.iter().map(|figures| figures.get(metric).unwrap()).collect()
    }

    /// Holds a metric to whole kronor by year.
    pub fn holds(&self, metric: Metric, kronor: &[i64]) {
        let expected: Vec<_> = kronor.iter().copied().map(Decimal::from).collect();
        assert_eq!(self.series(metric), expected, "{metric:?}");
    }

    /// A line's amounts by year, whole kronor.
    pub fn line(&self, id: &str) -> Vec<i64> {
        let rows = &self.outcome.budget.associations[0].rows;
        let row = rows.iter().find(|row| row.line.as_str() == id).unwrap_or_else(|| panic!("no line {id}"));
        row.amounts.iter().map(|amount| i64::try_from(*amount).unwrap()).collect()
    }

    /// A metric as per cent of another by year, with one decimal.
    pub fn percent(&self, part: Metric, whole: Metric) -> Vec<String> {
        let pairs = self.series(part).into_iter().zip(self.series(whole));
        pairs.map(|(part, whole)| one_decimal(part * Decimal::ONE_HUNDRED / whole)).collect()
    }

    /// The admin share by year as per cent with one decimal.
    pub fn admin_share(&self) -> Vec<String> {
        let shares = self.series(Metric::AdminShare);
        shares.into_iter().map(|share| one_decimal(share * Decimal::ONE_HUNDRED)).collect()
    }

    /// Holds the printed figures that differ to exactly these, in order.
    pub fn differs(&self, expected: &[Difference]) {
        let found = self.outcome.report.findings.iter().filter_map(|finding| match &finding.detail {
            Detail::PrintedDiffers(PrintedDiffers { label, printed, computed, difference, .. }) => {
                Some((finding.year.unwrap().number(), label, printed, *computed, *difference))
            }
            _ => None,
        });
        let found: Vec<_> = found.collect();
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for ((year, label, printed, computed, difference), wanted) in found.into_iter().zip(expected) {
            assert!(label.contains(wanted.1), "{label} is not {}", wanted.1);
            let (unit, printed) = unit_and_amount(printed);
            let amounts = [printed, computed, difference].map(|amount| amount.normalize().to_string());
            assert_eq!((year, unit, amounts), (wanted.0, wanted.2, [wanted.3, wanted.4, wanted.5].map(String::from)));
        }
    }

    /// Holds the printed figures with these years, parts of labels and units to be there and to agree.
    pub fn agrees(&self, expected: &[(u16, &str, &str, &str)]) {
        for (year, part, unit, value) in expected {
            let printed = self.plan.associations[0].printed.iter().enumerate().find(|(_, printed)| {
                let (found_unit, amount) = unit_and_amount(&printed.value);
                printed.year.number() == *year
                    && printed.label.contains(part)
                    && found_unit == *unit
                    && amount.normalize().to_string() == *value
            });
            let Some((at, _)) = printed else { panic!("no printed {part} {value} in {year}") };
            let differing = self.outcome.report.findings.iter().any(|finding| match finding.detail {
                Detail::PrintedDiffers(PrintedDiffers { place, .. }) => place == at,
                _ => false,
            });
            assert!(!differing, "{part} {value} in {year} adds up and is found to differ");
        }
    }

    /// Holds all findings to exactly these: code, year, severity; in order.
    pub fn finds(&self, expected: &[(&str, Option<u16>, Severity)]) {
        let findings = self.outcome.report.findings.iter();
        let found = findings.map(|f| (f.code().as_str(), f.year.map(|year| year.number()), f.severity));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    /// Holds rules to have judged the plan and found nothing.
    pub fn passes(&self, codes: &[&str]) {
        let passed: Vec<_> = self.outcome.report.passed.iter().map(|code| code.as_str()).collect();
        for code in codes {
            assert!(passed.contains(code), "{code} is not in {passed:?}");
        }
    }
}

pub fn one_decimal(percent: Decimal) -> String {
    round_dp(percent, 1).to_string()
}

fn unit_and_amount(value: &StatedValue) -> (&'static str, Decimal) {
    match value {
        StatedValue::Amount(amount) => ("kr", *amount),
        StatedValue::Percent(amount) => ("%", *amount),
        StatedValue::Count(amount) => ("count", *amount),
    }
}
