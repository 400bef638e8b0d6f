//! A row's name, and the words by which it is a sum, a result, saved money or a balance sheet's, in the Swedish of budgets.

/// A name in lower case, to look for words in.
pub(super) struct RowName(String);

impl RowName {
    pub(super) fn new(name: &str) -> RowName {
        RowName(name.to_lowercase())
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    }

    /// Whether any of `parts` stands in the name, also inside a compound (*ekonomiadministration*).
    pub(super) fn has(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.0.contains(part))
    }

    /// Whether any of `words` stands alone in the name.
    pub(super) fn has_word(&self, words: &[&str]) -> bool {
        self.words().any(|word| words.contains(&word))
    }

    pub(super) fn begins(&self, beginnings: &[&str]) -> bool {
        beginnings.iter().any(|beginning| self.0.starts_with(beginning))
    }

    pub(super) fn is_sum(&self) -> bool {
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
            || self.is_carried()
    }

    /// What a page carries to the next one (*Transport till nästa sida*).
    fn is_carried(&self) -> bool {
        self.begins(&["transport", "att transportera", "ingående transport", "utgående transport"])
            && (self.has(&["sida", "sidan"]) || self.begins(&["ingående", "utgående", "att "]))
    }

    /// *Årets överskott*, and not an earlier year's that is used.
    pub(super) fn is_result_of_the_year(&self) -> bool {
        let alone = matches!(self.0.trim(), "överskott" | "underskott");
        self.has(&["skott"]) && (self.has(&["årets"]) || alone)
            || self.begins(&["kvar ", "kvar att", "återstår", "återstående att"])
    }

    /// Whether it counts people, places or per cent and not money.
    pub(super) fn is_no_money(&self) -> bool {
        self.begins(&[
            "antal ",
            "andel ",
            "number of",
            "share of",
            "inflation",
            "indexfaktor",
            "uppräkningsfaktor",
            "prisindex",
            "kpi",
            "pkv",
            "sysselsättningsgrad",
        ]) || self.has(&["(antal)", "i procent", "per deltagare", "per invånare", "per plats"])
            || self.has_word(&["årsarbetare", "årsarbetskrafter", "heltidstjänster", "invånare", "invånarantal", "inv"])
            || matches!(self.0.trim(), "administrationsandel" | "deltagare" | "platser" | "index")
    }

    pub(super) fn is_result(&self) -> bool {
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

    pub(super) fn is_saved_money(&self) -> bool {
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
            "från reserv",
            "ur reserv",
            "från eget kapital",
            "ur eget kapital",
            "användning av eget kapital",
            "nyttjande av eget kapital",
            "uttag ur eget kapital",
            "use of equity",
            "use of saved",
        ])
    }

    pub(super) fn is_equity_at_a_date(&self) -> bool {
        let uses =
            self.has(&["användning", "nyttja", "uttag", "ianspråk", "finansiering", "use of", "från eget", "ur eget"]);
        !uses
            && (self.has(&["eget kapital", "utgående kapital", "ingående kapital"])
                || self.has_word(&["equity", "ib", "ub"])
                || self.has(&["ackumulerat resultat", "ackumulerat överskott"]))
            && !self.has(&["skulder", "liabilities"])
    }

    pub(super) fn is_balance_heading(&self) -> bool {
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

    pub(super) fn is_balance_row(&self) -> bool {
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
}
