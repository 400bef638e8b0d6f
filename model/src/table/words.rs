//! What a row is by the words of its name and of the heading that it stands under, in the Swedish of budgets. What
//! arithmetic says comes before it.

use super::own::{self, OwnSection};
use super::payer::party;
use super::reading::{Role, StandsFor};
use super::remains;
use super::row_name::RowName;
use crate::base::Category;

/// The heading that rows stand under.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TableSection {
    /// The kind that the heading names for rows whose own names tell nothing.
    category: Option<Category>,
    /// Whether the section is of costs, where a party's name is no contribution.
    pub(super) costs: bool,
    /// Whether it is of income.
    pub(super) income: bool,
    /// Whether it is of a balance sheet.
    pub(super) balance: bool,
    /// Whether it is of figures that follow from the lines.
    computed: bool,
}

impl TableSection {
    /// The section of those who pay.
    fn of_contributions() -> TableSection {
        TableSection { income: true, ..TableSection::of_payers() }
    }

    /// Names under a column's head of those who pay: contributions where their own words say nothing else.
    pub(super) fn of_payers() -> TableSection {
        TableSection { category: Some(Category::Contribution), ..TableSection::default() }
    }

    /// The section that a heading opens; `None` when its words are of none, so that the one before goes on.
    pub(super) fn under(heading: &str) -> Option<TableSection> {
        match own::section(heading) {
            Some(OwnSection::Income(category)) => {
                return Some(TableSection { category: Some(category), income: true, ..TableSection::default() });
            }
            Some(OwnSection::Costs(category)) => {
                return Some(TableSection { category: Some(category), costs: true, ..TableSection::default() });
            }
            Some(OwnSection::Computed) => return Some(TableSection { computed: true, ..TableSection::default() }),
            // A computed row without a figure.
            None if own::row(heading).is_some() => return None,
            None => {}
        }
        let name = RowName::new(heading);
        if name.is_balance_heading() {
            return Some(TableSection { balance: true, ..TableSection::default() });
        }
        if name.has(&["kostnad", "utgift"]) && name.has(&["intäkt", "inkomst"]) {
            return Some(TableSection::default());
        }
        if name.has(&[
            "finansiell ram",
            "medelstilldelning",
            "tilldelning",
            "parter",
            "bidrag",
            "medlemsinsats",
            "medlemsavgift",
            "medlemmar",
            "huvudmän",
            "finansiering",
            "tillförda medel",
            "tilldelade medel",
            "contribution",
        ]) && !name.has(&["bidrag till", "contributions to"])
        {
            return Some(TableSection::of_contributions());
        }
        if name.has(&["intäkt", "inkomst", "income", "revenue"]) {
            return Some(TableSection {
                category: Some(Category::OtherIncome),
                income: true,
                ..TableSection::default()
            });
        }
        let category = name.own_category(true);
        let says = category.is_some()
            || name.has(&["kostnad", "utgift", "insats", "aktivitet", "verksamhet", "cost", "expense", "expenditure"]);
        says.then_some(TableSection { category, costs: true, ..TableSection::default() })
    }

    /// A total of income ends the income section.
    pub(super) fn after(self, role: Role, name: &str) -> TableSection {
        // A sub-total of one party's contributions ends nothing.
        let part = party(name).is_some() || RowName::new(name).begins(&["del", "mellan"]);
        let paid = self.income || self.category == Some(Category::Contribution);
        if role == Role::Sum && paid && !part && !RowName::new(name).has(&["kostnad"]) {
            TableSection { costs: true, ..TableSection::default() }
        } else {
            self
        }
    }

    /// Whether a row is one that the app's own table computes.
    pub(super) fn is_computed(self, row: &str) -> bool {
        self.computed || own::row(row).is_some()
    }

    /// What a row with amounts is by its words: its role, and for a line its kind where the words tell.
    pub(super) fn row(self, row: &str) -> (Role, Option<Category>) {
        if let Some((role, _)) = own::row(row) {
            return (role, None);
        }
        let name = RowName::new(row);
        if name.is_equity_at_a_date() && !remains::goes_on(row) {
            return (Role::Equity, None);
        }
        if self.balance || name.is_balance_row() {
            return (if name.is_result() { Role::Result } else { Role::Ignored }, None);
        }
        if name.is_result_of_the_year() || remains::goes_on(row) {
            return (Role::Result, None);
        }
        if name.is_saved_money() {
            return (Role::Equity, None);
        }
        if name.is_result() {
            return (Role::Result, None);
        }
        if name.is_sum() {
            return (Role::Sum, None);
        }
        if self.computed {
            return (Role::Ignored, None);
        }
        // What the office buys is administration, also an insats (*Köp av SUS-insats*).
        let office = matches!(self.category, Some(Category::Administration | Category::Board));
        if office && name.begins(&["köp av"]) {
            return (Role::Line, Some(Category::Administration));
        }
        (
            Role::Line,
            name.financial()
                .or_else(|| self.kind_of_income(&name))
                .or_else(|| name.own_category(self.costs))
                .or(self.category),
        )
    }

    /// Income by the name itself, or by a party's name outside the costs.
    fn kind_of_income(self, name: &RowName) -> Option<Category> {
        if self.costs {
            return None;
        }
        if name.begins(&["från "]) && party(name.as_str()).is_some() {
            return Some(Category::Contribution);
        }
        if name.begins(&["bidrag", "insats", "medlems"])
            && !name.has(&["bidrag till"])
            && (self.income || name.has(&["från", "bidrag"]))
        {
            return Some(Category::Contribution);
        }
        if self.income && self.category == Some(Category::Contribution) && !name.has(&["övrig", "projektmedel", "esf"])
        {
            return Some(Category::Contribution);
        }
        // Also in compounds: *projektintäkter*.
        let income = |word: &str| ["intäkt", "intäkter", "inkomst", "inkomster"].iter().any(|end| word.ends_with(end));
        if (name.words().any(income) || name.has_word(&["income", "revenue"])) && !name.has(&["kostnad"]) {
            return Some(Category::OtherIncome);
        }
        (self.income && name.begins(&["övrig"])).then_some(Category::OtherIncome)
    }
}

/// What a sum or a result should equal by its words.
pub(super) fn stands_for(row: &str, role: Role) -> StandsFor {
    if let Some((_, Some(stands_for))) = own::row(row) {
        return stands_for;
    }
    let name = RowName::new(row);
    if role == Role::Result {
        // Över-/underskott of a budget that counts saved money is what is left of the frame.
        let left = name.begins(&["kvar", "återst"]) || remains::goes_on(row);
        return if left || name.has(&["under", "över"]) && name.has(&["skott"]) && !name.has(&["årets"]) {
            StandsFor::FrameLeft
        } else if name.has_word(&["rörelseresultat"]) || name.has(&["före finansiella", "nettokostnad"]) {
            StandsFor::OperatingResult
        } else {
            StandsFor::Result
        };
    }
    if name.has(&["intäkt", "inkomst", "income", "revenue"]) && !name.has(&["kostnad", "cost", "expens"]) {
        StandsFor::Income
    } else if name.has(&["totalbudget"])
        || name.has_word(&["total", "totalt", "totala", "totalsumma"]) && !name.has(&["bidrag"])
        || name.has(&["kostnad", "utgift"]) && name.words().count() <= 3
    {
        StandsFor::Cost
    } else {
        StandsFor::Unknown
    }
}

/// Whether a saved sum is used in the year, and not what there is at its beginning or end.
pub(super) fn is_used_equity(row: &str) -> bool {
    !matches!(own::row(row), Some((_, Some(StandsFor::Equity)))) && !RowName::new(row).is_equity_at_a_date()
}

/// Whether a row counts people, places or per cent.
pub(super) fn is_no_money(row: &str) -> bool {
    RowName::new(row).is_no_money()
}

/// Whether a row tells what there is at a time (*Saldo*, *Likvida medel*), and not what comes and goes.
pub(super) fn is_at_a_time(row: &str) -> bool {
    let name = RowName::new(row);
    name.has(&["saldo", "behållning", "likvida medel"]) || name.is_equity_at_a_date()
}

/// Whether a row tells what there is when a time begins.
pub(super) fn is_at_the_beginning(row: &str) -> bool {
    let name = RowName::new(row);
    name.begins(&["ingående", "opening"]) || name.has_word(&["ib"])
}

/// Whether a row tells by how much amounts are raised (*Uppräkning*, *Löneökning*, *Inflation*).
pub(super) fn is_index(row: &str) -> bool {
    let name = RowName::new(row);
    name.begins(&["uppräkning", "index", "inflation", "prisök", "löneök", "lönerevision", "kpi", "pkv", "prisindex"])
}

/// Whether a row is a ratio of two others (*Soliditet*, *Eget kapital i % av intäkter*).
pub(super) fn is_ratio(row: &str) -> bool {
    let name = RowName::new(row);
    name.has(&["soliditet", " i %", "(%)", " i procent"]) || name.begins(&["% av"])
}

/// Whether a row is a part of the one above it (*varav, därav*).
pub(super) fn is_part_of_above(row: &str) -> bool {
    let name = RowName::new(row);
    name.words().next().is_some_and(|word| matches!(word, "varav" | "därav" | "därutav" | "hvarav"))
        || name.begins(&["of which"])
}

/// The kind that a name tells, whatever else it says.
pub(super) fn kind_of_line(row: &str) -> Option<Category> {
    let name = RowName::new(row);
    name.financial().or_else(|| name.own_category(true))
}

/// Whether a name is of interest and the like.
pub(super) fn is_financial(row: &str) -> bool {
    RowName::new(row).financial().is_some()
}
