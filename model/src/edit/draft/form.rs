//! The form: the answers and the rows that people add and take away.

use super::{DraftLine, FormRow, Key, Municipality, StateHalf, StateNames};
use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Approach, Category};
use serde::{Deserialize, Serialize};

/// A guided form's answers. They can be kept, finished or not, and taken up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    pub(super) names: StateNames,
    last_row: FormRow,
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
            last_row: FormRow::default(),
        };
        draft.add_municipality();
        draft
    }

    fn new_row(&mut self) -> FormRow {
        self.last_row = FormRow(self.last_row.0.saturating_add(1));
        self.last_row
    }

    /// One more row for a municipality.
    pub fn add_municipality(&mut self) -> FormRow {
        let row = self.new_row();
        self.municipalities.push(Municipality { row, name: String::new(), inhabitants: None, own: None });
        row
    }

    /// One more row for a line.
    pub fn add_line(&mut self, name: &str, category: Category, approach: Option<Approach>) -> FormRow {
        let row = self.new_row();
        self.lines.push(DraftLine { row, name: name.to_owned(), category, approach, amount: None });
        row
    }

    /// The municipality in a row.
    pub fn municipality(&self, row: FormRow) -> Option<&Municipality> {
        self.municipalities.iter().find(|municipality| municipality.row == row)
    }

    /// The same, to be changed.
    pub fn municipality_mut(&mut self, row: FormRow) -> Option<&mut Municipality> {
        self.municipalities.iter_mut().find(|municipality| municipality.row == row)
    }

    /// The line in a row.
    pub fn line(&self, row: FormRow) -> Option<&DraftLine> {
        self.lines.iter().find(|line| line.row == row)
    }

    /// The same, to be changed.
    pub fn line_mut(&mut self, row: FormRow) -> Option<&mut DraftLine> {
        self.lines.iter_mut().find(|line| line.row == row)
    }

    /// Takes a row away, whichever list it is in. There is always room for one municipality.
    pub fn remove(&mut self, row: FormRow) {
        self.municipalities.retain(|municipality| municipality.row != row);
        self.lines.retain(|line| line.row != row);
        if self.municipalities.is_empty() {
            self.add_municipality();
        }
    }

    /// The municipalities that count: those with something typed, or the first while there are none.
    pub(super) fn counting(&self) -> Vec<&Municipality> {
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
}
