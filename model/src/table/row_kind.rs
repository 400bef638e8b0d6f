//! The words of a row's name by which a line is of a kind of income or cost.

use super::payer::party;
use super::row_name::RowName;
use crate::base::Category;

impl RowName {
    pub(super) fn financial(&self) -> Option<Category> {
        let interest =
            self.has(&["ränte", "ränta", "räntor", "bankavgift", "finansiella", "finansiell intäkt", "interest"]);
        let cost = self.has(&["kostnad", "utgift", "avgift", "cost", "expense", "charge", "paid"]);
        interest.then_some(if cost { Category::FinancialCost } else { Category::FinancialIncome })
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
        if party(self.as_str()).is_none() {
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
    pub(super) fn own_category(&self, costs: bool) -> Option<Category> {
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
