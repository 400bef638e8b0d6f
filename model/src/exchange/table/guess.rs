//! What a row is, guessed from its Swedish name and from the heading that it stands under. A guess is only a preset:
//! the preview shows it and the user corrects it.

use super::RowGuess;
use crate::plan::Category;

/// The heading that rows stand under.
#[derive(Clone, Copy, Default)]
pub(super) struct Section {
    /// The kind that the heading names for rows whose own names tell nothing.
    category: Option<Category>,
    /// Whether the section is of costs, where a party's name is no contribution.
    costs: bool,
}

impl Section {
    /// The section that a heading opens.
    pub(super) fn under(heading: &str) -> Section {
        let name = Name::new(heading);
        let income = name.has(&["intäkt", "inkomst"]);
        if name.has(&["finansiell ram", "medelstilldelning", "parter", "bidrag"]) {
            Section { category: Some(Category::Contribution), costs: false }
        } else if income {
            Section { category: Some(Category::OtherIncome), costs: false }
        } else {
            Section { category: name.own_category(true), costs: true }
        }
    }

    /// A total of income ends the income section.
    pub(super) fn after_total(self, total: &str) -> Section {
        if Name::new(total).has(&["intäkt", "inkomst"]) { Section { category: None, costs: true } } else { self }
    }

    /// What a row with amounts is.
    pub(super) fn guess(self, row: &str) -> RowGuess {
        let name = Name::new(row);
        if name.is_total() {
            return RowGuess::Total;
        }
        if name.has(&["överfört", "överföring", "överskott", "sparade medel", "ianspråk"]) {
            return RowGuess::SavedMoney;
        }
        if let Some(financial) = name.financial() {
            return RowGuess::Line(financial);
        }
        let own = name.own_category(self.costs);
        RowGuess::Line(own.or(self.category).unwrap_or(Category::Activity))
    }
}

/// A name in lower case, to look for words in.
struct Name(String);

impl Name {
    fn new(name: &str) -> Name {
        Name(name.to_lowercase())
    }

    /// Whether any of `parts` stands in the name, also inside a compound (*ekonomiadministration*).
    fn has(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.0.contains(part))
    }

    /// Whether any of `words` stands alone in the name.
    fn has_word(&self, words: &[&str]) -> bool {
        self.0.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
    }

    fn begins(&self, beginnings: &[&str]) -> bool {
        beginnings.iter().any(|beginning| self.0.starts_with(beginning))
    }

    fn is_total(&self) -> bool {
        self.has_word(&["summa", "total", "totalt", "totala", "delsumma", "resultat", "rörelseresultat", "netto"])
            || self.has(&["underskott", "totalbudget", "nettokostnad", "eget kapital"])
            || self.begins(&["rörelsens", "verksamhetens intäkter", "verksamhetens kostnader"])
    }

    fn financial(&self) -> Option<Category> {
        let interest = self.has(&["ränte", "ränta", "räntor", "bankavgift", "finansiella", "finansiell intäkt"]);
        let cost = self.has(&["kostnad", "utgift", "avgift"]);
        interest.then_some(if cost { Category::FinancialCost } else { Category::FinancialIncome })
    }

    /// The kind that the name itself tells.
    fn own_category(&self, costs: bool) -> Option<Category> {
        if self.has(&["bidrag till", "utbetald"]) {
            return Some(Category::Activity);
        }
        if self.has_word(&["esf"]) && self.has(&["bidrag", "intäkt"]) {
            return Some(Category::OtherIncome);
        }
        if self.has(&["huvudmän", "medlemsinsats", "medlemsavgift", "medlemsbidrag", "driftbidrag", "driftsbidrag"])
            || self.has(&["finansiell ram", "bidrag från", "insats från"])
            || (!costs && self.names_a_party())
        {
            return Some(Category::Contribution);
        }
        if self.has(&["målgrupp", "samordningsteam", "projekt"]) || self.has_word(&["team", "teamet", "insatser"]) {
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

    fn names_a_party(&self) -> bool {
        self.has(&["försäkringskassa", "arbetsförmedling", "sjukvårdsnämnd", "landsting"])
            || self.has_word(&["fk", "af", "staten", "region", "regionen"])
            || self.has_word(&["kommun", "kommunen", "kommuner", "kommunerna", "kommuns"])
    }
}
