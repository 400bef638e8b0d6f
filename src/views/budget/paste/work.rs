//! A table on its way in: how it is read, what has been decided about it, and what follows.

use super::super::rows::Row;
use super::super::state::BudgetTable;
use super::memory;
use crate::state::memo::memo;
use crate::tables::TableSource;
use crate::words;
use leptos::prelude::*;
use samplan::calendar::Month;
use samplan::edit::{
    self, BlockProblem, ChosenByHand, Decided, Edit, Extent, PaidBy, PasteTarget, PastedBlock, RowUse, YearSums,
};
use samplan::money::Unit;
use samplan::sorted::SortedMap;
use samplan::table::{Answers, Code, Known, Question, Reading, Scale, TableError};

/// What the user has decided about a reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// What the reader is told, what rows become and who pays them.
    pub chosen: ChosenByHand,
    /// Whether some of that is as last time.
    pub recalled: bool,
    /// The column whose outcome goes to the accounts, and its last month.
    pub outcome: Option<(usize, Month)>,
}

/// What the table comes to now.
#[derive(Debug, Clone, PartialEq)]
pub enum Ready {
    /// There is nothing to put in.
    Nothing,
    /// A block of figures does not go in where the cursor is.
    Block(BlockProblem),
    /// The plan does not take it.
    Refused(String),
    /// It can go in.
    Go {
        /// How.
        edit: Edit,
        /// How many figures.
        count: usize,
        /// The sums before and after.
        changes: Vec<YearSums>,
        /// Rows that were to be printed figures and cannot.
        unplaced: Vec<usize>,
        /// How many figures of a block lie over computed ones, and are not put in.
        computed: usize,
    },
}

/// A table on its way in; signals inside, cheap to copy.
#[derive(Clone, Copy)]
pub struct Paste {
    /// Where it goes.
    pub table: BudgetTable,
    /// What the user has decided.
    pub choices: RwSignal<Choices>,
    /// What happens to lines that the table does not name.
    pub extent: RwSignal<Extent>,
    /// How it is read.
    pub reading: Memo<Result<Reading, TableError>>,
    /// Whether it names its rows.
    pub named: Memo<bool>,
    /// What each row becomes.
    pub uses: Memo<Vec<RowUse>>,
    /// Who pays each row.
    pub payers: Memo<Vec<PaidBy>>,
    /// What it comes to.
    pub ready: Memo<Ready>,
    /// What the choices are about.
    begun: StoredValue<Option<TableSource>>,
}

impl Paste {
    /// What was pasted into a table.
    pub fn new(table: BudgetTable) -> Paste {
        let choices = RwSignal::new(Choices::default());
        let extent = RwSignal::new(Extent::Add);
        let reading =
            memo(move || choices.with(|now| table.pasted.with(|source| read(table, source, &now.chosen.answers))));
        let named = memo(move || reading.with(|reading| reading.as_ref().is_ok_and(Reading::has_names)));
        let uses = memo(move || {
            let presets = reading.with(|reading| {
                let reading = reading.as_ref().ok()?;
                table.with_association(|association| edit::presets(association, reading))
            });
            choices.with(|choices| decided(presets.unwrap_or_default(), &choices.chosen.uses))
        });
        let payers = memo(move || {
            let presets = reading.with(|reading| {
                let reading = reading.as_ref().ok()?;
                let payers = |uses: &Vec<RowUse>| {
                    table.with_association(|association| edit::payers(association, reading, &known(table), uses))
                };
                uses.with(payers)
            });
            choices.with(|choices| decided(presets.unwrap_or_default(), &choices.chosen.payers))
        });
        let ready = memo(move || {
            reading.with(|reading| {
                let Ok(reading) = reading else { return Ready::Nothing };
                if !reading.has_names() {
                    return block(table, reading);
                }
                let outcome = choices.with(|choices| choices.outcome.map(|(_, through)| through));
                uses.with(|uses| payers.with(|payers| ready(table, reading, uses, payers, extent.get(), outcome)))
            })
        });
        Paste { table, choices, extent, reading, named, uses, payers, ready, begun: StoredValue::new(None) }
    }

    /// Takes something new.
    pub fn begin(&self, source: TableSource) {
        self.table.refused.set(None);
        self.recall(&source);
        self.table.pasted.set(source);
    }

    /// Takes what another part of the app has put in.
    pub fn follow(&self, source: TableSource) {
        if self.begun.with_value(|begun| begun.as_ref() != Some(&source)) {
            untrack(|| self.recall(&source));
        }
    }

    /// Chooses what was chosen about the association's last table.
    fn recall(&self, source: &TableSource) {
        let table = self.table;
        let chosen = memory::recalled(table, &|answers| read(table, source, answers).ok());
        let recalled = !chosen.is_empty();
        self.begun.set_value(Some(source.clone()));
        self.choices.set(Choices { chosen, recalled, outcome: None });
    }

    /// Keeps what is chosen for the next table.
    pub fn keep(&self) {
        let Paste { table, choices, reading, .. } = *self;
        reading.with_untracked(|reading| {
            let Ok(reading) = reading else { return };
            choices.with_untracked(|choices| memory::keep(table, reading, &choices.chosen));
        });
    }

    /// Chooses something.
    pub fn choose(&self, choose: impl FnOnce(&mut Choices)) {
        self.choices.update(choose);
    }

    /// Lets a row become something.
    pub fn use_row(&self, place: usize, becomes: RowUse) {
        self.table.with_association(|association| {
            self.choose(|choices| choices.chosen.becomes(association, place, becomes));
        });
    }

    /// Whether there is a reading.
    pub fn is_read(&self) -> bool {
        self.reading.with(Result::is_ok)
    }

    /// The questions that hold for a place.
    pub fn questions(&self, holds: impl Fn(&Question) -> bool) -> Vec<Question> {
        let of = |reading: &Reading| reading.questions.iter().filter(|question| holds(question)).copied().collect();
        self.reading.with(|reading| reading.as_ref().map(of).unwrap_or_default())
    }

    /// Whether something is asked.
    pub fn is_asked(&self, code: Code) -> bool {
        !self.questions(|question| question.code == code).is_empty()
    }

    /// The row of the table that a row of a block lies over.
    pub fn lies_over(&self, place: usize) -> Option<Row> {
        let first = self.reading.with(|reading| reading.as_ref().map(edit::first_of_block).unwrap_or_default());
        let below = place.checked_sub(first)?.saturating_add(self.table.cursor.get().row);
        self.table.rows.with(|rows| rows.get(below).cloned())
    }

    /// The unit of amounts that name none of their own.
    pub fn scale(&self) -> Option<Scale> {
        self.reading.with(|reading| reading.as_ref().ok().map(|reading| reading.scale))
    }
}

/// The presets, but for what somebody chose.
fn decided<T: Clone>(presets: Vec<T>, chosen: &SortedMap<usize, T>) -> Vec<T> {
    let one = |(place, preset)| chosen.get(&place).cloned().unwrap_or(preset);
    presets.into_iter().enumerate().map(one).collect()
}

fn read(table: BudgetTable, source: &TableSource, answers: &Answers) -> Result<Reading, TableError> {
    Ok(samplan::table::read(source.cells()?, &known(table), answers))
}

/// Figures alone are in the unit on the screen, as what is typed in a cell is.
fn known(table: BudgetTable) -> Known {
    let plan = table.plan();
    let known = plan.and_then(|plan| table.with_association(|association| edit::known(&plan, association)));
    let shown = table.context.settings.with(|settings| settings.unit);
    let figures_alone = if shown == Unit::Thousands { Scale::Thousands } else { Scale::Kronor };
    Known { figures_alone, ..known.unwrap_or_default() }
}

fn ready(
    table: BudgetTable,
    reading: &Reading,
    uses: &[RowUse],
    payers: &[PaidBy],
    extent: Extent,
    outcome: Option<Month>,
) -> Ready {
    let language = table.context.language();
    let unnamed = words::label::new_line(language);
    let source = words::paste::source(language);
    let decided = Decided { uses, payers, extent, outcome, unnamed, source };
    let Some(plan) = table.plan() else { return Ready::Nothing };
    let pasted = table.with_association(|association| edit::paste(&plan, association, reading, &decided));
    match pasted {
        Some(pasted) if pasted.count > 0 => go(table, pasted.edit, pasted.count, pasted.unplaced),
        _ => Ready::Nothing,
    }
}

fn block(table: BudgetTable, reading: &Reading) -> Ready {
    // A thousand times as much or as little as the plan has is no chance.
    if reading.questions.iter().any(|question| question.code == Code::Unit) {
        return Ready::Nothing;
    }
    let place = table.cursor.get();
    let below: Vec<Row> = table.rows.with(|rows| rows.iter().skip(place.row).cloned().collect());
    let years: Vec<_> = table.years().into_iter().skip(place.column.saturating_sub(1)).collect();
    let pasted = table.with_association(|association| {
        let target = |row: &Row| match row {
            Row::Line(id) => association.line(id).map_or(PasteTarget::Computed, PasteTarget::Line),
            Row::EquityUse => PasteTarget::SavedMoney,
            Row::Heading(_) | Row::Sum(_) => PasteTarget::Computed,
        };
        let rows: Vec<PasteTarget> = below.iter().map(target).collect();
        edit::paste_figures(&association.id, reading, &rows, &years)
    });
    match pasted {
        Some(Ok(PastedBlock { edit, count, computed })) if count > 0 => match go(table, edit, count, Vec::new()) {
            Ready::Go { edit, count, changes, unplaced, .. } => Ready::Go { edit, count, changes, unplaced, computed },
            other => other,
        },
        Some(Err(problem)) => Ready::Block(problem),
        Some(Ok(_)) | None => Ready::Nothing,
    }
}

fn go(table: BudgetTable, edit: Edit, count: usize, unplaced: Vec<usize>) -> Ready {
    let (Some(plan), Some(shown)) = (table.plan(), table.shown.get()) else { return Ready::Nothing };
    match edit::changes(&plan, &edit, &shown) {
        Ok(changes) => Ready::Go { edit, count, changes, unplaced, computed: 0 },
        Err(refusal) => Ready::Refused(words::refusal(table.context.language(), &refusal)),
    }
}
