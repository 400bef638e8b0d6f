//! The risk register: lines' own grades and the plan's risks in one list, the 3×3 matrix, and the money at risk.

use crate::budget::{Budget, RowSource};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow, add, ratio, sum};
use crate::plan::{Association, Category, Grade, Id, Line, Plan, Risk};
use crate::projection::parts;
use std::collections::BTreeSet;

/// One row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskEntry {
    pub association: Id,
    /// What it stands for.
    pub of: RiskEntryOf,
    /// What can happen; for a line's own grades the line's name.
    pub name: String,
    /// The line that it is about.
    pub line: Option<Id>,
    /// Likelihood; unknown when absent.
    pub likelihood: Option<Grade>,
    /// Effect; unknown when absent.
    pub effect: Option<Grade>,
    /// The worst case, kronor for each affected year; unknown when absent.
    pub amount: Option<Decimal>,
}

/// What a row of the register stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RiskEntryOf {
    /// The grades of a line.
    Line(Id),
    /// A risk of [`Association::risks`].
    Risk(Id),
}

impl RiskEntry {
    /// Whether the register's rule calls for attention: effect high and likelihood medium or high. AKST acts when both
    /// are high ([`RiskEntry::is_critical`]).
    pub fn is_severe(&self) -> bool {
        self.effect == Some(Grade::High) && self.likelihood >= Some(Grade::Medium)
    }

    /// Whether both are set; without both nothing says what is at risk.
    pub fn is_graded(&self) -> bool {
        self.likelihood.is_some() && self.effect.is_some()
    }

    /// Whether likelihood and effect are both high.
    pub fn is_critical(&self) -> bool {
        self.effect == Some(Grade::High) && self.likelihood == Some(Grade::High)
    }
}

/// The register: lines with a grade in their order, then the association's risks; of one association or of all. A line that
/// has gone on in a merged association stands there alone.
pub fn register(plan: &Plan, association: Option<&Id>) -> Vec<RiskEntry> {
    let chosen = plan.associations.iter().filter(|of| association.is_none_or(|id| of.id == *id));
    let listed = chosen.flat_map(|of| entries(of).filter(|entry| !goes_on(plan, of, entry)));
    listed.collect()
}

/// The register of an association as a budget has it: with the risks of what mergers formed it of; or of all.
pub fn register_of(plan: &Plan, budget: &Budget, association: Option<&Id>) -> Vec<RiskEntry> {
    let counted = association.map(|id| parts(budget, id));
    let mut all = register(plan, None);
    all.retain(|entry| counted.as_ref().is_none_or(|ids| ids.contains(&&entry.association)));
    all
}

/// Whether a merged association has the line of an entry as the association had it.
fn goes_on(plan: &Plan, association: &Association, entry: &RiskEntry) -> bool {
    let RiskEntryOf::Line(_) = &entry.of else { return false };
    let whole = association.life.into.as_ref().and_then(|id| plan.association(id));
    let mut there = whole.into_iter().flat_map(entries);
    there.any(|other| {
        (&other.name, other.likelihood, other.effect) == (&entry.name, entry.likelihood, entry.effect)
            && matches!(other.of, RiskEntryOf::Line(_))
    })
}

fn entries(association: &Association) -> impl Iterator<Item = RiskEntry> {
    let graded = association.lines.iter().filter(|line| line.risk.is_some() || line.effect.is_some());
    let lines = graded.map(|line| of_line(association, line));
    lines.chain(association.risks.iter().map(|risk| of_risk(association, risk)))
}

fn of_line(association: &Association, line: &Line) -> RiskEntry {
    RiskEntry {
        association: association.id.clone(),
        of: RiskEntryOf::Line(line.id.clone()),
        name: line.name.clone(),
        line: Some(line.id.clone()),
        likelihood: line.risk,
        effect: line.effect,
        amount: None,
    }
}

fn of_risk(association: &Association, risk: &Risk) -> RiskEntry {
    let line = risk.line.as_ref().and_then(|id| association.line(id));
    RiskEntry {
        association: association.id.clone(),
        of: RiskEntryOf::Risk(risk.id.clone()),
        name: risk.name.clone(),
        line: risk.line.clone(),
        likelihood: risk.likelihood.or(line.and_then(|line| line.risk)),
        effect: risk.effect.or(line.and_then(|line| line.effect)),
        amount: risk.amount,
    }
}

/// The register's rows by likelihood and effect, as places in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// By likelihood low, medium, high; in each by effect low, medium, high.
    pub cells: [[Vec<usize>; 3]; 3],
    /// Rows that lack a grade.
    pub ungraded: Vec<usize>,
}

impl Matrix {
    /// Sorts the rows of a register.
    pub fn of(entries: &[RiskEntry]) -> Matrix {
        let mut matrix = Matrix::default();
        for (place, entry) in entries.iter().enumerate() {
            let cell = match (entry.likelihood, entry.effect) {
                (Some(likelihood), Some(effect)) => matrix.cell_mut(likelihood, effect),
                _ => Some(&mut matrix.ungraded),
            };
            if let Some(cell) = cell {
                cell.push(place);
            }
        }
        matrix
    }

    /// The rows of one cell.
    pub fn cell(&self, likelihood: Grade, effect: Grade) -> &[usize] {
        let row = self.cells.get(place(likelihood));
        row.and_then(|row| row.get(place(effect))).map(Vec::as_slice).unwrap_or_default()
    }

    fn cell_mut(&mut self, likelihood: Grade, effect: Grade) -> Option<&mut Vec<usize>> {
        self.cells.get_mut(place(likelihood))?.get_mut(place(effect))
    }
}

fn place(grade: Grade) -> usize {
    match grade {
        Grade::Low => 0,
        Grade::Medium => 1,
        Grade::High => 2,
    }
}

/// Money at risk in a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AtRisk {
    /// Kronor of the activity lines that a severe row of the register is about; each line counts once.
    pub lines: Decimal,
    /// Kronor of all activity lines.
    pub activities: Decimal,
    /// `lines` as a share of `activities`, 0–1; absent without activities.
    pub share: Option<Decimal>,
    /// Kronor of severe risks that are about no activity line, in their worst case this year.
    pub free: Decimal,
}

/// The money at risk in a year of a table, the base's or a scenario's: activity lines with high effect and medium or
/// high likelihood, each by its whole amount. It says how much rests on lines that may fail, not how much would be lost.
pub fn at_risk(plan: &Plan, budget: &Budget, association: Option<&Id>, year: Year) -> Result<AtRisk, Overflow> {
    let all = plan.associations.iter().flat_map(|of| entries(of));
    let severe: Vec<RiskEntry> = all.filter(RiskEntry::is_severe).collect();
    let about: BTreeSet<(&Id, &Id)> =
        severe.iter().filter_map(|entry| Some((&entry.association, entry.line.as_ref()?))).collect();
    let Some(place) = budget.horizon.position(year) else { return Ok(AtRisk::default()) };
    let mut found = AtRisk::default();
    let mut counted: BTreeSet<(&Id, &Id)> = BTreeSet::new();
    let associations = budget
        .associations
        .iter()
        .filter(|association_budget| association.is_none_or(|id| association_budget.id == *id));
    for row in associations
        .flat_map(|association_budget| &association_budget.rows)
        .filter(|row| row.category == Category::Activity)
    {
        found.activities = add(found.activities, row.amount(place))?;
        if let RowSource::Line { association, line } = &row.source
            && about.contains(&(association, line))
        {
            found.lines = add(found.lines, row.amount(place))?;
            counted.insert((association, line));
        }
    }
    // Risks go along with what a merger forms, for as long as each is there.
    let here = association.map(|id| match budget.association(id).filter(|one| !one.life.contains(year)) {
        Some(_) => Vec::new(),
        None => parts(budget, id),
    });
    let chosen = severe.iter().filter(|entry| here.as_ref().is_none_or(|ids| ids.contains(&&entry.association)));
    let free = chosen.filter(|entry| {
        let line = entry.line.as_ref();
        line.is_none_or(|line| !counted.contains(&(&entry.association, line))) && affects(plan, entry, year)
    });
    found.free = sum(free.filter_map(|entry| entry.amount))?;
    found.share = ratio(found.lines, found.activities)?;
    Ok(found)
}

fn affects(plan: &Plan, entry: &RiskEntry, year: Year) -> bool {
    let RiskEntryOf::Risk(id) = &entry.of else { return false };
    let risks = plan.association(&entry.association).map(|association| association.risks.as_slice());
    risks.unwrap_or_default().iter().any(|risk| risk.id == *id && risk.affects(year))
}
