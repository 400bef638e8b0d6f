//! What a row is by the words of its name and of the heading that it stands under, in the Swedish of budgets. What
//! arithmetic says comes before it.

use super::own::{self, OwnSection};
use super::payer::party;
use super::reading::{Role, StandsFor};
use crate::base::Category;

/// The heading that rows stand under.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// The kind that the heading names for rows whose own names tell nothing.
    category: Option<Category>,
    /// Whether the section is of costs, where a party's name is no contribution.
    costs: bool,
    /// Whether it is of income.
    income: bool,
    /// Whether it is of a balance sheet.
    pub(super) balance: bool,
    /// Whether it is of figures that follow from the lines.
    computed: bool,
}

impl Section {
    /// The section that a heading opens; `None` when its words are of none, so that the one before goes on.
    pub(super) fn under(heading: &str) -> Option<Section> {
        match own::section(heading) {
            Some(OwnSection::Income(category)) => {
                return Some(Section { category: Some(category), income: true, ..Section::default() });
            }
            Some(OwnSection::Costs(category)) => {
                return Some(Section { category: Some(category), costs: true, ..Section::default() });
            }
            Some(OwnSection::Computed) => return Some(Section { computed: true, ..Section::default() }),
            // A computed row without a figure.
            None if own::row(heading).is_some() => return None,
            None => {}
        }
        let name = Name::new(heading);
        if name.is_balance_heading() {
            return Some(Section { balance: true, ..Section::default() });
        }
        if name.has(&["kostnad", "utgift"]) && name.has(&["intäkt", "inkomst"]) {
            return Some(Section::default());
        }
        if name.has(&[
            "finansiell ram",
            "medelstilldelning",
            "tilldelning",
            "parter",
            "bidrag",
            "medlemsinsats",
            "medlemsavgift",
            "huvudmän",
        ]) && !name.has(&["bidrag till"])
        {
            return Some(Section { category: Some(Category::Contribution), income: true, ..Section::default() });
        }
        if name.has(&["intäkt", "inkomst"]) {
            return Some(Section { category: Some(Category::OtherIncome), income: true, ..Section::default() });
        }
        let category = name.own_category(true);
        let says = category.is_some() || name.has(&["kostnad", "utgift", "insats", "aktivitet", "verksamhet"]);
        says.then_some(Section { category, costs: true, ..Section::default() })
    }

    /// A total of income ends the income section.
    pub(super) fn after(self, role: Role, name: &str) -> Section {
        if role == Role::Sum && self.income && !Name::new(name).has(&["kostnad"]) {
            Section { costs: true, ..Section::default() }
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
        let name = Name::new(row);
        if name.is_equity_at_a_date() {
            return (Role::Equity, None);
        }
        if self.balance || name.is_balance_row() {
            return (if name.is_result() { Role::Result } else { Role::Ignored }, None);
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
            name.financial().or_else(|| name.income(self)).or_else(|| name.own_category(self.costs)).or(self.category),
        )
    }
}

/// What a sum or a result should equal by its words.
pub(super) fn stands_for(row: &str, role: Role) -> StandsFor {
    if let Some((_, Some(stands_for))) = own::row(row) {
        return stands_for;
    }
    let name = Name::new(row);
    if role == Role::Result {
        // Över-/underskott of a budget that counts saved money is what is left of the frame.
        return if name.has(&["under", "över"]) && name.has(&["skott"]) {
            StandsFor::FrameLeft
        } else if name.has_word(&["rörelseresultat"]) || name.has(&["före finansiella", "nettokostnad"]) {
            StandsFor::OperatingResult
        } else {
            StandsFor::Result
        };
    }
    if name.has(&["intäkt", "inkomst"]) && !name.has(&["kostnad"]) {
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
    !matches!(own::row(row), Some((_, Some(StandsFor::Equity)))) && !Name::new(row).is_equity_at_a_date()
}

/// Whether a row is a part of the one above it (*varav, därav*).
pub(super) fn is_part_of_above(row: &str) -> bool {
    Name::new(row).begins(&["varav ", "därav ", "- varav", "– varav"])
}

/// A name in lower case, to look for words in.
struct Name(String);

impl Name {
    fn new(name: &str) -> Name {
        Name(name.to_lowercase())
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    }

    /// Whether any of `parts` stands in the name, also inside a compound (*ekonomiadministration*).
    fn has(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.0.contains(part))
    }

    /// Whether any of `words` stands alone in the name.
    fn has_word(&self, words: &[&str]) -> bool {
        self.words().any(|word| words.contains(&word))
    }

    fn begins(&self, beginnings: &[&str]) -> bool {
        beginnings.iter().any(|beginning| self.0.starts_with(beginning))
    }

    fn is_sum(&self) -> bool {
        self.has_word(&[
            "summa",
            "sum",
            "total",
            "totalt",
            "totala",
            "totalsumma",
            "delsumma",
            "delsum",
            "mellansumma",
            "slutsumma",
            "delsumman",
            "omslutning",
            "saldo",
            "balans",
            "netto",
            "subtotal",
            "summering",
            "totalbudget",
        ]) || self.has(&["totalbudget", "totalkostnad"])
            || self.begins(&[
                "s:a",
                "s:ma",
                "s.a ",
                "∑",
                "σ",
                "rörelsens kostnader",
                "rörelsens intäkter",
                "verksamhetens intäkter",
                "verksamhetens kostnader",
                "tot.",
            ])
    }

    fn is_result(&self) -> bool {
        let surplus = self.has(&["underskott"]) && self.has(&["över"]);
        self.has_word(&["resultat", "resultatet", "rörelseresultat", "årsresultat", "nettoresultat"])
            && !self.has(&["balanserat", "tidigare", "ianspråk", "användning"])
            || surplus
            || self.has(&["nettokostnad"])
            || self.begins(&["underskott"])
    }

    fn is_saved_money(&self) -> bool {
        self.has(&[
            "överfört",
            "överförda",
            "överföring",
            "överskott",
            "sparade medel",
            "ianspråk",
            "balanserat resultat",
        ]) || self.has(&[
            "balanserade",
            "upparbetat resultat",
            "från tidigare år",
            "från föregående år",
            "tidigare års",
        ]) || self.has(&["användning av eget kapital", "nyttjande av eget kapital", "uttag ur eget kapital"])
    }

    fn is_equity_at_a_date(&self) -> bool {
        let uses = self.has(&["användning", "nyttja", "uttag", "ianspråk", "finansiering"]);
        !uses && (self.has(&["eget kapital", "utgående kapital", "ingående kapital"]) && !self.has(&["skulder"]))
    }

    fn is_balance_heading(&self) -> bool {
        self.has(&[
            "balansräkning",
            "balansbudget",
            "tillgångar",
            "eget kapital och skuld",
            "kortfristiga fordr",
            "kassa och bank",
        ]) || self.has(&["upplupna kostn", "förutbetalda kostn", "kortfristiga skuld", "långfristiga skuld"])
            || self.has_word(&["skulder", "fordringar"])
    }

    fn is_balance_row(&self) -> bool {
        let bank = self.has_word(&["kassa", "bank", "bankkonto", "plusgiro", "bankgiro", "bankmedel"]);
        let bank = bank && !self.has(&["avgift", "kostnad", "ränt"]);
        bank || self.has_word(&[
            "fordran",
            "fordringar",
            "skulder",
            "skuld",
            "tillgångar",
            "avsättningar",
            "momsfordran",
        ]) || self.has(&[
            "omsättningstillgång",
            "anläggningstillgång",
            "upplupna",
            "förutbetald",
            "likvida medel",
            "kundfordr",
        ]) || self.has(&["leverantörsskuld", "utgående balans", "ingående balans"])
    }

    fn financial(&self) -> Option<Category> {
        let interest = self.has(&["ränte", "ränta", "räntor", "bankavgift", "finansiella", "finansiell intäkt"]);
        let cost = self.has(&["kostnad", "utgift", "avgift"]);
        interest.then_some(if cost { Category::FinancialCost } else { Category::FinancialIncome })
    }

    /// Income by the name itself, or by a party's name outside the costs.
    fn income(&self, section: Section) -> Option<Category> {
        if section.costs {
            return None;
        }
        if self.begins(&["bidrag", "insats", "medlems"])
            && !self.has(&["bidrag till"])
            && (section.income || self.has(&["från", "bidrag"]))
        {
            return Some(Category::Contribution);
        }
        if section.income
            && section.category == Some(Category::Contribution)
            && !self.has(&["övrig", "projektmedel", "esf"])
        {
            return Some(Category::Contribution);
        }
        if self.has_word(&["intäkter", "intäkt", "inkomster", "inkomst"]) && !self.has(&["kostnad"]) {
            return Some(Category::OtherIncome);
        }
        (section.income && self.begins(&["övrig"])).then_some(Category::OtherIncome)
    }

    /// The kind that the name itself tells.
    fn own_category(&self, costs: bool) -> Option<Category> {
        if self.has(&["bidrag till", "utbetald"]) {
            return Some(Category::Activity);
        }
        if self.has(&["utvärdering"]) {
            return Some(Category::Administration);
        }
        if self.has_word(&["esf"]) && self.has(&["bidrag", "intäkt"]) {
            return Some(Category::OtherIncome);
        }
        if self.has(&["huvudmän", "medlemsinsats", "medlemsavgift", "medlemsbidrag", "driftbidrag", "driftsbidrag"])
            || self.has(&["finansiell ram", "bidrag från", "insats från", "ägartillskott"])
            || (!costs && party(&self.0).is_some())
        {
            return Some(Category::Contribution);
        }
        if self.has(&["målgrupp", "samordningsteam", "projekt", "individinriktad", "strukturövergripande"])
            || self.has_word(&["team", "teamet", "insatser", "insats"])
        {
            return Some(Category::Activity);
        }
        if self.has(&["revision", "revisor"]) {
            return Some(Category::Audit);
        }
        if self.has(&["arvode"]) {
            return Some(Category::Board);
        }
        if self.has(&["administr", "ekonomi", "tjänsteman", "förbundschef", "kansli", "sekretariat", "bokföring"])
            || self.has(&["kontor", "lokalhyr", "lokalkostn", "telefon", "porto", "verksamhetskostnad"])
            || self.has(&["resekostnad", "representation", "kurser"])
            || self.has_word(&["adm", "lokal", "lokaler", "hyra", "hyror", "resor"])
        {
            let board_too = self.has(&["styrelse"]) && self.has(&["möte"]);
            return Some(if board_too { Category::Board } else { Category::Administration });
        }
        self.has(&["styrelse"]).then_some(Category::Board)
    }
}

/// The kind that a name tells, whatever else it says.
pub(super) fn kind_of_line(row: &str) -> Option<Category> {
    let name = Name::new(row);
    name.financial().or_else(|| name.own_category(true))
}

/// Whether a name is of interest and the like.
pub(super) fn is_financial(row: &str) -> bool {
    Name::new(row).financial().is_some()
}
