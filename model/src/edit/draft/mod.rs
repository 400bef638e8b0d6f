//! The draft of a new plan: a guided form's answers, how its contributions are divided, what is still wrong with it,
//! and the plan that it makes. A draft may be as incomplete as a form is while people type; nothing typed is lost.

mod answers;
mod faults;
mod shares;
mod sketch;

pub use answers::{DraftLine, Key, Municipality, Row, StateHalf, StateNames};
pub use faults::Fault;
pub use shares::{Contributions, Share};

use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Approach, Category, Plan, Problem, validate};

/// A guided form's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The plan's name; when empty the plan takes [`Draft::suggested_name`].
    pub name: String,
    /// The association's name.
    pub association: String,
    /// The first year, as typed.
    pub first_year: String,
    /// How many years, 1–20.
    pub years: u8,
    /// The region's name.
    pub region: String,
    /// The municipalities in order, at least one; rows in which nothing is typed do not count beside others.
    pub municipalities: Vec<Municipality>,
    /// The contributions of all members together, kronor a year.
    pub total: Option<Decimal>,
    /// How the State's half is written.
    pub state: StateHalf,
    /// How the municipalities share their quarter.
    pub key: Key,
    /// The first budget lines; rows in which nothing is typed do not count.
    pub lines: Vec<DraftLine>,
    /// Equity at the beginning of the first year; none typed is none.
    pub opening_equity: Option<Decimal>,
    names: StateNames,
    last_row: Row,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The plan's name.
    Name,
    /// The association's name.
    Association,
    /// The first year.
    FirstYear,
    /// The region's name.
    Region,
    /// A municipality's name.
    Municipality(Row),
    /// A municipality's inhabitants.
    Inhabitants(Row),
    /// All contributions together.
    Total,
    /// A municipality's own amount.
    Own(Row),
    /// A line's name.
    LineName(Row),
    /// A line's amount.
    LineAmount(Row),
    /// Equity at the beginning.
    OpeningEquity,
}

/// Why a draft is not a plan yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfinished {
    /// What is wrong field by field, in the order of the form.
    Faults(Vec<(Place, Fault)>),
    /// The fields are right but the plan is not; what validation says.
    Invalid(Vec<Problem>),
}

impl Draft {
    /// An empty form for a plan that begins in `first_year`, with room for one municipality.
    pub fn new(first_year: Year, names: StateNames) -> Draft {
        let mut draft = Draft {
            name: String::new(),
            association: String::new(),
            first_year: first_year.to_string(),
            years: 3,
            region: String::new(),
            municipalities: Vec::new(),
            total: None,
            state: StateHalf::Whole,
            key: Key::Equal,
            lines: Vec::new(),
            opening_equity: None,
            names,
            last_row: Row::default(),
        };
        draft.add_municipality();
        draft
    }

    fn new_row(&mut self) -> Row {
        self.last_row = Row(self.last_row.0.saturating_add(1));
        self.last_row
    }

    /// One more row for a municipality.
    pub fn add_municipality(&mut self) -> Row {
        let row = self.new_row();
        self.municipalities.push(Municipality { row, name: String::new(), inhabitants: None, own: None });
        row
    }

    /// One more row for a line.
    pub fn add_line(&mut self, name: &str, category: Category, approach: Option<Approach>) -> Row {
        let row = self.new_row();
        self.lines.push(DraftLine { row, name: name.to_owned(), category, approach, amount: None });
        row
    }

    /// The municipality in a row.
    pub fn municipality(&self, row: Row) -> Option<&Municipality> {
        self.municipalities.iter().find(|municipality| municipality.row == row)
    }

    /// The same, to be changed.
    pub fn municipality_mut(&mut self, row: Row) -> Option<&mut Municipality> {
        self.municipalities.iter_mut().find(|municipality| municipality.row == row)
    }

    /// The line in a row.
    pub fn line(&self, row: Row) -> Option<&DraftLine> {
        self.lines.iter().find(|line| line.row == row)
    }

    /// The same, to be changed.
    pub fn line_mut(&mut self, row: Row) -> Option<&mut DraftLine> {
        self.lines.iter_mut().find(|line| line.row == row)
    }

    /// Takes a row away, whichever list it is in. There is always room for one municipality.
    pub fn remove(&mut self, row: Row) {
        self.municipalities.retain(|municipality| municipality.row != row);
        self.lines.retain(|line| line.row != row);
        if self.municipalities.is_empty() {
            self.add_municipality();
        }
    }

    /// The municipalities that count: those with something typed, or the first while there are none.
    fn counting(&self) -> Vec<&Municipality> {
        let typed: Vec<_> = self.municipalities.iter().filter(|municipality| !municipality.is_blank()).collect();
        if typed.is_empty() { self.municipalities.iter().take(1).collect() } else { typed }
    }

    /// The name that a plan without one of its own gets: the association and its years.
    pub fn suggested_name(&self) -> Option<String> {
        let association = self.association.trim();
        let horizon = self.horizon()?;
        let years = if horizon.years > 1 {
            format!("{}\u{2013}{}", horizon.first, horizon.last())
        } else {
            horizon.first.to_string()
        };
        (!association.is_empty()).then(|| format!("{association} {years}"))
    }

    /// The valid plan that the draft makes.
    pub fn finish(&self) -> Result<Plan, Unfinished> {
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(Unfinished::Faults(faults));
        }
        let plan = self.sketch();
        let problems = validate(&plan);
        if problems.is_empty() { Ok(plan) } else { Err(Unfinished::Invalid(problems)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn kr(amount: i64) -> Decimal {
        Decimal::from(amount)
    }

    /// A form with everything named and no amount typed.
    pub(super) fn draft(municipalities: &[&str]) -> Draft {
        let names = StateNames {
            insurance: "Försäkringskassan".to_owned(),
            employment: "Arbetsförmedlingen".to_owned(),
            insurance_for_both: "Försäkringskassan (även Arbetsförmedlingen)".to_owned(),
        };
        let mut draft = Draft::new(Year::new(2027).unwrap(), names);
        draft.association = "Samordningsförbundet Värend".to_owned();
        draft.region = "Region Kronoberg".to_owned();
        for (place, name) in municipalities.iter().enumerate() {
            if place > 0 {
                draft.add_municipality();
            }
            draft.municipalities[place].name = (*name).to_owned();
        }
        draft
    }

    #[test]
    fn the_plan_is_named_after_the_association_unless_it_has_a_name() {
        let mut draft = draft(&["Växjö"]);
        draft.total = Some(kr(100));
        draft.years = 1;
        assert_eq!(draft.suggested_name().as_deref(), Some("Samordningsförbundet Värend 2027"));
        draft.name = " Vår plan ".to_owned();
        assert_eq!(draft.finish().unwrap().name, "Vår plan");
    }

    #[test]
    fn rows_are_never_mixed_up() {
        let mut draft = draft(&["Växjö", "Alvesta"]);
        let (first, second) = (draft.municipalities[0].row, draft.municipalities[1].row);
        let line = draft.add_line("Revision", Category::Audit, None);
        draft.remove(first);
        assert_eq!(draft.municipality(first), None);
        assert_eq!(draft.municipality(second).unwrap().name, "Alvesta");
        assert!(draft.add_municipality() > line);
        draft.remove(line);
        assert!(draft.lines.is_empty());
        while draft.municipalities.len() > 1 {
            draft.remove(draft.municipalities[0].row);
        }
        draft.remove(draft.municipalities[0].row);
        assert_eq!(draft.municipalities.len(), 1);
    }
}
