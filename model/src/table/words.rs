//! What a row is by the words of its name and of the heading that it stands under, in the Swedish of budgets. What
//! arithmetic says comes before it.

use super::own::{self, OwnSection};
use super::payer::party;
use super::reading::{Role, StandsFor};
use super::remains;
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
        let name = Name::new(heading);
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
        let part = party(name).is_some() || Name::new(name).begins(&["del", "mellan"]);
        let paid = self.income || self.category == Some(Category::Contribution);
        if role == Role::Sum && paid && !part && !Name::new(name).has(&["kostnad"]) {
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
        let name = Name::new(row);
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
    !matches!(own::row(row), Some((_, Some(StandsFor::Equity)))) && !Name::new(row).is_equity_at_a_date()
}

/// Whether a row counts people, places or per cent.
pub(super) fn is_no_money(row: &str) -> bool {
    Name::new(row).is_no_money()
}

/// Whether a row is a ratio of two others (*Soliditet*, *Eget kapital i % av intäkter*).
pub(super) fn is_ratio(row: &str) -> bool {
    let name = Name::new(row);
    name.has(&["soliditet", " i %", "(%)", " i procent"]) || name.begins(&["% av"])
}

/// Whether a row is a part of the one above it (*varav, därav*).
pub(super) fn is_part_of_above(row: &str) -> bool {
    let name = Name::new(row);
    name.words().next().is_some_and(|word| matches!(word, "varav" | "därav" | "därutav" | "hvarav"))
        || name.begins(&["of which"])
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
            "differens",
            "diff",
            "skillnad",
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

    /// *Årets överskott*, and not an earlier year's that is used.
    fn is_result_of_the_year(&self) -> bool {
        let alone = matches!(self.0.trim(), "överskott" | "underskott");
        self.has(&["skott"]) && (self.has(&["årets"]) || alone)
            || self.begins(&["kvar ", "kvar att", "återstår", "återstående att"])
    }

    /// Whether it counts people, places or per cent and not money.
    fn is_no_money(&self) -> bool {
        self.begins(&["antal ", "andel ", "number of", "share of"])
            || self.has_word(&["årsarbetare", "årsarbetskrafter", "heltidstjänster", "invånare", "invånarantal", "inv"])
            || matches!(self.0.trim(), "administrationsandel" | "deltagare" | "platser" | "index")
    }

    fn is_result(&self) -> bool {
        let surplus = self.has(&["underskott"]) && self.has(&["över"]);
        self.has_word(&[
            "resultat",
            "resultatet",
            "rörelseresultat",
            "årsresultat",
            "nettoresultat",
            "result",
            "surplus",
            "deficit",
        ]) && !self.has(&["balanserat", "tidigare", "ianspråk", "användning", "ackumulerat"])
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
            "kvarvarande medel",
            "oförbrukade medel",
            "tidigare års",
        ]) || self.has(&[
            "användning av eget kapital",
            "nyttjande av eget kapital",
            "uttag ur eget kapital",
            "use of equity",
            "use of saved",
        ])
    }

    fn is_equity_at_a_date(&self) -> bool {
        let uses = self.has(&["användning", "nyttja", "uttag", "ianspråk", "finansiering", "use of"]);
        !uses
            && (self.has(&["eget kapital", "utgående kapital", "ingående kapital"])
                || self.has_word(&["equity", "ib", "ub"])
                || self.has(&["ackumulerat resultat", "ackumulerat överskott"]))
            && !self.has(&["skulder", "liabilities"])
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
        let interest =
            self.has(&["ränte", "ränta", "räntor", "bankavgift", "finansiella", "finansiell intäkt", "interest"]);
        let cost = self.has(&["kostnad", "utgift", "avgift", "cost", "expense", "charge", "paid"]);
        interest.then_some(if cost { Category::FinancialCost } else { Category::FinancialIncome })
    }

    /// Income by the name itself, or by a party's name outside the costs.
    fn income(&self, section: TableSection) -> Option<Category> {
        if section.costs {
            return None;
        }
        if self.begins(&["från "]) && party(&self.0).is_some() {
            return Some(Category::Contribution);
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
        // Also in compounds: *projektintäkter*.
        let income = |word: &str| ["intäkt", "intäkter", "inkomst", "inkomster"].iter().any(|end| word.ends_with(end));
        if (self.words().any(income) || self.has_word(&["income", "revenue"])) && !self.has(&["kostnad"]) {
            return Some(Category::OtherIncome);
        }
        (section.income && self.begins(&["övrig"])).then_some(Category::OtherIncome)
    }

    /// Whether the name is of who pays (*Region Skåne*, *Bidrag från kommunen*), and not of what is done there or bought from
    /// them (*Handledare Alvesta kommun*, *Köp av tjänst från kommunen*).
    fn party_pays(&self) -> bool {
        const PAID: [&str; 8] = ["bidrag", "insats", "ersättning", "medel", "anslag", "avgift", "medlems", "tilldel"];
        const COSTS: [&str; 16] = [
            "are",
            "ning",
            "tjänst",
            "projekt",
            "team",
            "stöd",
            "coach",
            "lön",
            "löner",
            "hyra",
            "kostnad",
            "kostnader",
            "arvode",
            "arvoden",
            "personal",
            "verksamhet",
        ];
        if party(&self.0).is_none() {
            return false;
        }
        let first = self.words().next().unwrap_or_default();
        if PAID.iter().any(|paid| first.starts_with(paid)) {
            return !self.has_word(&["till", "i", "för"]);
        }
        let mut before = String::new();
        for word in self.words() {
            if matches!(word, "till" | "i" | "för" | "hos" | "vid" | "av" | "på" | "från" | "med") {
                return party(&before).is_some();
            }
            before.push_str(word);
            before.push(' ');
        }
        let last = self.words().last().unwrap_or_default();
        let done =
            ["team", "teamet", "projekt", "coach", "coacher", "personal", "handledare", "samordnare", "koordinator"];
        !COSTS.iter().any(|end| first.ends_with(end)) && !done.iter().any(|end| last.ends_with(end))
    }

    /// The kind that the name itself tells.
    fn own_category(&self, costs: bool) -> Option<Category> {
        if self.has(&["bidrag till", "utbetald"]) {
            return Some(Category::Activity);
        }
        if self.has(&["utvärdering"]) {
            return Some(Category::Administration);
        }
        if self.has(&["esf"])
            && self.has(&["esf-bidrag", "esf-medel", "esf-stöd", "esf-finans", "esf bidrag", "esf medel", "från esf"])
            || self.has_word(&["esf"]) && self.has(&["bidrag", "intäkt"])
        {
            return Some(Category::OtherIncome);
        }
        if self.has(&["huvudmän", "medlemsinsats", "medlemsavgift", "medlemsbidrag", "driftbidrag", "driftsbidrag"])
            || !costs && self.has(&["statsbidrag", "kommunbidrag", "regionbidrag", "landstingsbidrag", "ägarbidrag"])
            || self.has(&[
                "member contribution",
                "members' contribution",
                "membership fee",
                "contribution from",
                "contributions from",
            ])
            || self.has(&["finansiell ram", "bidrag från", "insats från", "ägartillskott"])
            || (!costs && self.party_pays())
        {
            return Some(Category::Contribution);
        }
        if self.has(&["målgrupp", "samordningsteam", "projekt", "individinriktad", "strukturövergripande", "project"])
            || self.has_word(&["team", "teamet", "insatser", "insats", "activity", "activities"])
        {
            return Some(Category::Activity);
        }
        if self.has(&["revision", "revisor"]) || self.has_word(&["audit", "auditor", "auditors"]) {
            return Some(Category::Audit);
        }
        if self.has(&["arvode"]) {
            return Some(Category::Board);
        }
        if self.has(&["administr", "ekonomi", "tjänsteman", "förbundschef", "kansli", "sekretariat", "bokföring"])
            || self.has(&["kontor", "lokalhyr", "lokalkostn", "telefon", "porto", "verksamhetskostnad"])
            || self.has(&["resekostnad", "representation", "kurser"])
            || self.has_word(&[
                "adm", "lokal", "lokaler", "hyra", "hyror", "resor", "rent", "office", "premises", "travel",
            ])
        {
            let board_too = self.has(&["styrelse"]) && self.has(&["möte"]);
            return Some(if board_too { Category::Board } else { Category::Administration });
        }
        (self.has(&["styrelse"]) || self.has_word(&["board"])).then_some(Category::Board)
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
