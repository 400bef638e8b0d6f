//! What the table knows beside the plan: which association is shown, where the cursor is, what is being typed.

use super::block::CellBlock;
use super::place::CellPlace;
use super::rows::{Row, row_name, rows};
use crate::state::Context;
use crate::state::memo::memo;
use crate::state::place::ShownChoice;
use crate::tables::TableSource;
use leptos::prelude::*;
use samplan::calendar::Year;
use samplan::edit::{AssociationEdit, Edit, LineEdit, takes_amounts};
use samplan::money::{self, Decimal, Typed};
use samplan::outcome::Outcome;
use samplan::plan::{Association, Id, Line, Plan};
use std::sync::Arc;

/// What is being typed, and why it was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellTyping {
    /// The text in the field to begin with.
    pub text: String,
    /// Why the text was refused.
    pub error: Option<String>,
    /// Whether it began with a key that replaced what was there: then an arrow confirms, as it does in a spreadsheet.
    pub fresh: bool,
}

/// How far a block reaches beside the cursor's cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To another corner.
    To(CellPlace),
    /// Over all cells: the cursor stays where it is.
    All,
}

/// The table's state; signals inside, cheap to copy.
#[derive(Clone, Copy)]
pub struct BudgetTable {
    /// The app.
    pub context: Context,
    /// The association that is shown; all together when `None`.
    pub shown: Memo<Option<Id>>,
    pub rows: Memo<Vec<Row>>,
    /// The years of the columns. A memo, so that an edit redraws figures and not the cells that hold the focus.
    columns: Memo<Vec<Year>>,
    /// Where the cursor is.
    pub cursor: RwSignal<CellPlace>,
    /// How far a block reaches, where one is chosen.
    pub reach: RwSignal<Option<Reach>>,
    /// Whether the block is being filled by its handle, from this block.
    pub filling: RwSignal<Option<CellBlock>>,
    /// Whether the button is held down over the cells.
    pub dragging: RwSignal<bool>,
    /// Whether the pointer went down on the cell that had the focus.
    pub tapped: StoredValue<bool>,
    /// What is being typed there.
    pub typing: RwSignal<Option<CellTyping>>,
    /// The line whose details are open.
    pub panel: ReadSignal<Option<Id>>,
    /// Counts up when the cursor's cell is to take the focus.
    pub focus: RwSignal<u32>,
    /// Whether the paste dialog is open.
    pub pasting: RwSignal<bool>,
    /// What was pasted, for the dialog to begin with.
    pub pasted: RwSignal<TableSource>,
    /// Why a file was not opened while the dialog is: told in it, as what lies under it is not seen.
    pub refused: RwSignal<Option<String>>,
}

impl BudgetTable {
    /// The table of the open plan.
    pub fn new(context: Context) -> BudgetTable {
        // The first until one is chosen, or all together.
        let shown = memo(move || {
            let plan = context.plan()?;
            let there = |id: &Id| plan.association(id).is_some();
            match context.place.association_choice().get() {
                ShownChoice::None => None,
                ShownChoice::One(id) if there(&id) => Some(id),
                ShownChoice::One(_) | ShownChoice::Open => plan.associations.first().map(|one| one.id.clone()),
            }
        });
        let rows = memo(move || {
            let shown = shown.get();
            context.plan().map_or_else(Vec::new, |plan| rows(&plan, find(&plan, shown.as_ref())))
        });
        let columns = memo(move || context.plan().map_or_else(Vec::new, |plan| plan.horizon().iter().collect()));
        // The first row is a heading; the first cell to type in is the one below it.
        let cursor = RwSignal::new(CellPlace { row: 1, column: 1 });
        BudgetTable {
            context,
            shown,
            rows,
            columns,
            cursor,
            reach: RwSignal::new(None),
            filling: RwSignal::new(None),
            dragging: RwSignal::new(false),
            tapped: StoredValue::new(false),
            typing: RwSignal::new(None),
            panel: context.place.line(),
            focus: RwSignal::new(0),
            pasting: RwSignal::new(false),
            pasted: RwSignal::new(TableSource::default()),
            refused: RwSignal::new(None),
        }
    }

    /// The open plan.
    pub fn plan(&self) -> Option<Arc<Plan>> {
        self.context.plan()
    }

    /// What follows from it.
    pub fn outcome(&self) -> Option<Arc<Outcome>> {
        self.context.outcome.get()
    }

    /// The years of the columns.
    pub fn years(&self) -> Vec<Year> {
        self.columns.get()
    }

    /// The year of the cursor's column; the first year for the name column.
    pub fn year(&self) -> Option<Year> {
        let years = self.years();
        years.get(self.cursor.get().column.saturating_sub(1)).or(years.first()).copied()
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<Row> {
        let place = self.cursor.get();
        self.rows.with(|rows| rows.get(place.row).cloned())
    }

    /// The line under the cursor.
    pub fn line(&self) -> Option<Line> {
        let Some(Row::Line(id)) = self.row() else { return None };
        self.with_association(|association| association.line(&id).cloned()).flatten()
    }

    /// Reads the association that is shown.
    pub fn with_association<T>(&self, read: impl FnOnce(&Association) -> T) -> Option<T> {
        let plan = self.plan()?;
        find(&plan, self.shown.get().as_ref()).map(read)
    }

    /// Puts the cursor on a line's row, where it is now; the focus stays where it is.
    pub fn keep_to(&self, line: &Id) {
        let place = self.rows.with(|rows| rows.iter().position(|row| matches!(row, Row::Line(id) if id == line)));
        if let Some(row) = place {
            let column = self.cursor.get_untracked().column;
            self.cursor.set(CellPlace { row, column });
        }
    }

    /// Puts the cursor somewhere, inside the table, and gives it the focus.
    pub fn go(&self, row: usize, column: usize) {
        self.reach.set(None);
        self.cursor.set(self.inside(row, column));
        self.focus.update(|count| *count = count.wrapping_add(1));
    }

    /// Stretches the block from the cursor's cell to another, inside the table.
    pub fn stretch(&self, row: usize, column: usize) {
        let to = self.inside(row, column);
        let other = to != self.cursor.get_untracked();
        self.reach.set(other.then_some(Reach::To(to)));
    }

    /// The corner of the block that keys and the pointer move.
    pub fn corner(&self) -> CellPlace {
        match self.reach.get_untracked() {
            Some(Reach::To(corner)) => corner,
            Some(Reach::All) => self.inside(usize::MAX, usize::MAX),
            None => self.cursor.get_untracked(),
        }
    }

    fn inside(&self, row: usize, column: usize) -> CellPlace {
        let last_row = self.rows.with_untracked(Vec::len).saturating_sub(1);
        let last_column = self.context.session.plan().with_untracked(|plan| plan.as_ref().map_or(1, |plan| plan.years));
        CellPlace { row: row.min(last_row), column: column.min(usize::from(last_column)) }
    }

    /// The block that is selected; the cursor's cell when there is no other.
    pub fn block(&self) -> CellBlock {
        let cursor = self.cursor.get();
        match self.reach.get() {
            Some(Reach::To(corner)) => CellBlock::of(cursor, corner),
            Some(Reach::All) => CellBlock::of(CellPlace::default(), self.inside(usize::MAX, usize::MAX)),
            None => CellBlock::of(cursor, cursor),
        }
    }

    /// Goes to a line, in a year when one is given.
    pub fn go_to(&self, association: Option<&Id>, line: &Id, year: Option<Year>) {
        if let Some(association) = association {
            self.context.place.show_association(Some(association.clone()));
        }
        let row = self.rows.with(|rows| rows.iter().position(|row| *row == Row::Line(line.clone())));
        let column = year
            .and_then(|year| self.years().iter().position(|one| *one == year))
            .map_or(0, |place| place.saturating_add(1));
        if let Some(row) = row {
            self.go(row, column);
        }
    }

    /// The amount that the cell now holds, to be changed.
    pub fn current(&self, place: CellPlace) -> Option<Decimal> {
        let row = self.rows.with_untracked(|rows| rows.get(place.row).cloned())?;
        let year = self.years().get(place.column.checked_sub(1)?).copied()?;
        match row {
            Row::Line(id) => self.amount(&id, year),
            Row::EquityUse => self.with_association(|one| one.equity_use.get(&year).copied().unwrap_or_default()),
            Row::Heading(_) | Row::Sum(_) => None,
        }
    }

    /// A line's resolved amount in a year.
    pub fn amount(&self, line: &Id, year: Year) -> Option<Decimal> {
        let outcome = self.outcome()?;
        let place = outcome.projection.horizon.position(year)?;
        let association_budget = outcome.budget.association(self.shown.get().as_ref()?)?;
        association_budget.row(line)?.amounts.get(place).copied()
    }

    /// Begins typing in the cursor's cell. `first` replaces what is there by what was typed.
    pub fn begin(&self, first: Option<String>) {
        let place = self.cursor.get_untracked();
        let Some(row) = self.row() else { return };
        if !row.is_editable() {
            let language = self.context.language();
            let name = self.with_association(|one| row_name(language, &row, Some(one)));
            let name = name.unwrap_or_else(|| row_name(language, &row, None));
            if matches!(row, Row::Sum(_)) {
                self.context.notices.say(crate::words::budget::ComputedCell { name }.say(language));
            }
            return;
        }
        if place.column == 0 {
            if let Some(line) = self.line() {
                let fresh = first.is_some();
                self.typing.set(Some(CellTyping { text: first.unwrap_or(line.name), error: None, fresh }));
            }
            return;
        }
        if matches!(row, Row::Line(_)) && self.line().is_some_and(|line| !takes_amounts(&line)) {
            // What is shown is a level spread over months: several levels could give a typed amount, so none is chosen.
            self.context.notices.say(crate::words::budget::level_cell(self.context.language()).to_owned());
            self.context.place.open_line(self.line().map(|line| line.id));
            return;
        }
        let fresh = first.is_some();
        let text = first.unwrap_or_else(|| {
            self.current(place).map(|amount| money::plain(amount, self.context.unit())).unwrap_or_default()
        });
        self.typing.set(Some(CellTyping { text, error: None, fresh }));
    }

    /// Takes what was typed. Returns whether the cell is done with.
    pub fn take(&self, text: &str) -> bool {
        let place = self.cursor.get_untracked();
        let outcome = self.edit_for(place, text).and_then(|edit| match edit {
            Some(edit) => crate::commands::edit::commit(self.context, edit),
            None => Ok(()),
        });
        match outcome {
            Ok(()) => {
                self.typing.set(None);
                true
            }
            Err(error) => {
                self.typing.set(Some(CellTyping { text: text.to_owned(), error: Some(error), fresh: false }));
                false
            }
        }
    }

    fn edit_for(&self, place: CellPlace, text: &str) -> Result<Option<Edit>, String> {
        use crate::words;
        let (Some(row), Some(association)) = (self.row(), self.shown.get_untracked()) else { return Ok(None) };
        if place.column == 0 {
            let text = crate::ui::text::typed(text);
            let Some(line) = self.line().filter(|line| line.name != text) else { return Ok(None) };
            let named = Line { name: text.trim().to_owned(), ..line.clone() };
            let field = samplan::edit::LineChange::Name;
            return Ok(Some(Edit::Line(association, LineEdit::changed(&line, named, field))));
        }
        let Some(year) = self.years().get(place.column.saturating_sub(1)).copied() else { return Ok(None) };
        let typed = match text.trim() {
            "" => None,
            text => Some(
                money::read_typed(text, self.context.unit(), self.current(place))
                    .map_err(|problem| words::cell_problem(self.context.language(), problem, text))?,
            ),
        };
        let amount = typed.map(Typed::amount);
        // Confirming what is already there is no change: a continued amount stays continued.
        if amount.is_some() && amount == self.current(place) {
            return Ok(None);
        }
        if let (Some(Typed::Reckoned(amount)), Some(line)) = (typed, self.line()) {
            return Ok(Some(samplan::edit::set_reckoned(&association, &line, year, amount, text)));
        }
        Ok(match row {
            Row::Line(line) => Some(Edit::Line(association, LineEdit::Amount { line, year, amount })),
            Row::EquityUse => Some(Edit::Association(association, AssociationEdit::EquityUse(year, amount))),
            Row::Heading(_) | Row::Sum(_) => None,
        })
    }

    /// Takes the given amount of the cursor's cell away.
    pub fn clear(&self) {
        let place = self.cursor.get_untracked();
        if place.column > 0 && self.row().is_some_and(|row| row.is_editable()) {
            self.take("");
        }
    }
}

fn find<'a>(plan: &'a Plan, id: Option<&Id>) -> Option<&'a Association> {
    id.and_then(|id| plan.association(id))
}
