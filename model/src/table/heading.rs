//! What a heading or a caption says: years, whether they are budget or outcome, the unit, or another kind of column.

use super::dates::{compact_date, is_numbered_part, is_part_of_year, month, two_digits};
use super::figure::{Scale, plain};
use super::spelling::words;
use crate::calendar::Year;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub use super::dates::{bare_year, before_decision};
pub use super::unit::{caption_scale, is_foreign, scale};

/// What the figures under a heading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// A budget or plan.
    Budget,
    /// An outcome (*utfall, bokslut*).
    Outcome,
    /// A forecast (*prognos*).
    Forecast,
}

/// What a heading says of a column that holds no amounts of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// A note's number, a comment, an owner.
    Note,
    /// An account number, a code.
    Account,
    /// A share or a per cent.
    Share,
    /// A sum over years, a difference, a change.
    Reckoned,
}

/// The kinds of a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// The years that it names, in the order written.
    pub years: Vec<Year>,
    /// `År 2`: the second year of something.
    pub relative: Option<u16>,
    /// Budget, outcome or forecast.
    pub of: Option<Of>,
    /// The year before another (*Föregående år, fg år*).
    pub previous: bool,
    /// `P 2026`: a forecast when another column is the budget of its year, else a plan.
    pub plan_or_forecast: bool,
    /// A word that says that the figures are not a full year's (*jan–juni, delår, 2015-08-31*).
    pub part_of_year: bool,
    /// Another kind of column.
    pub aside: Option<Aside>,
    /// The unit.
    pub scale: Option<Scale>,
    /// Whether it is a year and nothing more: `2015`.
    pub bare: bool,
    /// Whether it is of totals over columns (*Summa, Totalt*).
    pub totals: bool,
    /// Whether it has a word of headings at all (*Belopp, Budget, Kronor*).
    pub worded: bool,
}

impl Heading {
    /// Whether it names years, of the calendar or counted.
    pub fn names_years(&self) -> bool {
        !self.years.is_empty() || self.relative.is_some() || self.previous
    }

    /// Whether it says nothing of years, units or kinds of column, so that a text that it was read from is a name.
    pub fn is_name(&self) -> bool {
        let words = Heading { totals: false, worded: false, ..self.clone() };
        words == Heading::default() && (self.totals || !self.worded)
    }

    /// The year, when there is one.
    pub fn year(&self) -> Option<Year> {
        match self.years.as_slice() {
            [year] => Some(*year),
            _ => None,
        }
    }
}

/// Reads a heading.
pub fn read(text: &str) -> Heading {
    let whole = plain(text).to_lowercase();
    let text = before_decision(&whole);
    let mut heading = Heading { scale: scale(&whole), bare: bare_year(&whole).is_some(), ..Heading::default() };
    let words = words(text);
    heading.aside = beginning(text);
    let previous = |pair: &[String]| matches!(pair, [before, year] if matches!(before.as_str(), "föregående" | "fg" | "föreg" | "förra" | "previous" | "prior" | "last") && matches!(year.as_str(), "år" | "året" | "års" | "year"));
    heading.previous = words.len() <= 4
        && (words.windows(2).any(previous) || words.iter().any(|word| matches!(word.as_str(), "fjolår" | "fjolåret")));
    let mut months = BTreeSet::new();
    let (mut rest, mut before) = (words.as_slice(), None);
    while let Some((word, after)) = rest.split_first() {
        rest = after;
        // `B 2028` and `2028 U`; `Kommun B` is a name.
        let is_letter = word.len() == 1 && before.is_some() && !text.contains(|c: char| c.is_ascii_digit());
        let of = of(word).filter(|_| !is_letter);
        if let Some(of) = of {
            heading.of = heading.of.or(Some(of));
        }
        heading.plan_or_forecast |= word == "p" && !is_letter;
        heading.part_of_year |= is_part_of_year(word) || is_numbered_part(word, after);
        months.extend(month(word));
        // `inkl. index 2,5 %` says how the amounts were made, and not that they are shares.
        let made = word == "%" && before.is_some_and(|before: &String| before.parse::<u8>().is_ok());
        heading.aside = heading.aside.or_else(|| aside(word).filter(|_| !made));
        before = Some(word);
        heading.totals |= matches!(word.as_str(), "summa" | "totalt" | "total" | "helår" | "helåret");
        heading.worded |= is_heading_word(word);
        if let Some(year) = word.parse::<Year>().ok().filter(|year| (1995..=2060).contains(&year.number())) {
            // 2015-08-31: the months before the last are a part of the year. 2015-01-01 and 2015-12-31 are years.
            if let [month, day, more @ ..] = after
                && let (Some(month), Some(day)) = (two_digits(month, 12), two_digits(day, 31))
                && text.contains('-')
            {
                heading.part_of_year |= !matches!((month, day), (1, 1) | (12, 31));
                rest = more;
            } else if let [month, more @ ..] = after
                && let Some(month) = two_digits(month, 12)
                && text.contains(&format!("{year}-{month:02}"))
                && u16::from(month) != year.number().saturating_add(1).checked_rem(100).unwrap_or(0)
            {
                // 2026-01: a month.
                months.insert(month);
                rest = more;
            }
            if heading.years.last() != Some(&year) {
                heading.years.push(year);
            }
            // 2027/28, 2027–28: two years.
            if let [end, more @ ..] = rest
                && end.len() == 2
                && end.parse::<u16>().ok() == year.number().checked_add(1).and_then(|next| next.checked_rem(100))
                && (text.contains(&format!("{year}/{end}")) || text.contains(&format!("{year}-{end}")))
            {
                heading.years.push(year.next());
                rest = more;
            }
        } else if let Some((year, month, day)) = compact_date(word) {
            // The first of January begins a year, the last of December ends it.
            match day {
                Some(day) => heading.part_of_year |= !matches!((month, day), (1, 1) | (12, 31)),
                None => drop(months.insert(month)),
            }
            if heading.years.last() != Some(&year) {
                heading.years.push(year);
            }
        } else if of.is_some() || matches!(word.as_str(), "år" | "year" | "b" | "p" | "vp") {
            // Bu-29, B 28, År 1.
            if let [number, ..] = after
                && number.len() <= 2
                && !text.contains(&format!("{number}/"))
                && let Ok(number) = number.parse::<u16>()
            {
                if (1..=5).contains(&number) && matches!(word.as_str(), "år" | "year") {
                    heading.relative = Some(number);
                } else if number >= 10
                    && let Some(year) = Year::new(2000_u16.saturating_add(number))
                {
                    heading.years.push(year);
                }
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    // `Utfall 31/8`: to the end of a month.
    let ends_month = |day: &str, month: &str| {
        let (day, month) = (two_digits(day, 31), two_digits(month, 12));
        day.is_some_and(|day| day >= 28) && month.is_some_and(|month| month < 12)
    };
    heading.part_of_year |= words
        .windows(2)
        .any(|pair| matches!(pair, [day, month] if ends_month(day, month) && text.contains(&format!("{day}/{month}"))));
    // January to December is the whole year, and December alone the end of one.
    let some = months.iter().any(|month| *month < 12 || heading.years.is_empty());
    heading.part_of_year |= some && !(months.contains(&1) && months.contains(&12));
    // A forecast that is made after a part of the year (*Prognos T2*) is of the whole year.
    let parts = words
        .windows(2)
        .any(|pair| matches!(pair, [word, number] if is_numbered_part(word, std::slice::from_ref(number))));
    if heading.of == Some(Of::Forecast) && parts {
        heading.part_of_year = false;
    }
    heading.of = heading.of.or(heading.plan_or_forecast.then_some(Of::Budget));
    heading
}

fn of(word: &str) -> Option<Of> {
    match word {
        "budget" | "bu" | "bud" | "b" | "plan" | "planerad" | "planerat" | "vp" | "budgeterat" | "äskande"
        | "äskat" | "budgetförslag" | "flerårsplan" | "resultatbudget" | "balansbudget" | "driftbudget"
        | "preliminär" => Some(Of::Budget),
        "utfall" | "utf" | "u" | "bokslut" | "bokfört" | "bs" | "redovisat" | "redovisning" | "verkligt"
        | "förbrukat" | "upparbetat" | "resultaträkning" | "årsredovisning" | "årsbokslut" | "delårsbokslut"
        | "delårsrapport" | "outcome" | "actual" => Some(Of::Outcome),
        "prognos" | "progn" | "prog" | "helårsprognos" | "årsprognos" | "forecast" | "beräknat" => {
            Some(Of::Forecast)
        }
        _ => None,
    }
}

/// What a heading's beginning, or a measure in it, says of a column that counts something else than kronor.
fn beginning(text: &str) -> Option<Aside> {
    let text = text.split_once(' ').filter(|(year, _)| bare_year(year).is_some()).map_or(text, |(_, rest)| rest);
    const BEGINNINGS: [&str; 19] = [
        "invånar",
        "befolkning",
        "folkmängd",
        "antal",
        "årsarb",
        "tjänstegrad",
        "á-pris",
        "a-pris",
        "à-pris",
        "á pris",
        "à pris",
        "pris per",
        "styckpris",
        "deltag",
        "per månad",
        "månadskostnad",
        "timmar",
        "timpris",
        "timkostnad",
    ];
    let counts = BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
        || matches!(
            text,
            "tj" | "tjg"
                | "ssg"
                | "tjänst"
                | "tjänster"
                | "månadslön"
                | "index"
                | "faktor"
                | "uppräkning"
                | "snitt"
                | "genomsnitt"
                | "medelvärde"
        );
    let each = ["kr/inv", "kronor/inv", "kr per inv", "kronor per inv", "/invånare"];
    // `Kostnad/deltagare`, `kr/mån`; a price by the year is an amount.
    let rated = ["kr/", "kr per ", "kronor/", "kostnad/", "kostnad per ", "pris/"]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let rated = rated.is_some_and(|of| !of.starts_with("år"));
    let rated = rated || ["/mån", "/månad"].iter().any(|end| text.ends_with(end));
    (counts || rated || each.iter().any(|each| text.contains(each))).then_some(Aside::Reckoned)
}

fn aside(word: &str) -> Option<Aside> {
    match word {
        "not" | "noter" | "anm" | "anmärkning" | "anmärkningar" | "kommentar" | "kommentarer" | "ansvarig"
        | "ansvar" | "kontakt" | "kontaktperson" | "utförare" | "ägare" | "projektägare" | "huvudman" | "status"
        | "beskrivning" | "källa" | "ref" | "note" | "notes" | "mottagare" | "period" | "klart" | "slutdatum"
        | "startdatum" | "start" | "slut" | "dnr" | "diarienr" | "diarienummer" | "tid" | "projekttid"
        | "tidsperiod" | "löptid" | "responsible" | "owner" | "comment" | "comments" => Some(Aside::Note),
        "enhet" | "unit" => Some(Aside::Note),
        "konto" | "kto" | "kontonr" | "kontonummer" | "kontoklass" | "kontogrupp" | "kod" | "vht" | "kst"
        | "kostnadsställe" | "nr" | "id" | "rad" | "prio" | "prioritet" | "löpnr" | "löpnummer" | "account" => {
            Some(Aside::Account)
        }
        "%" | "andel" | "procent" | "proc" | "share" => Some(Aside::Share),
        "varav" | "därav" | "kvar" | "ökning" | "minskning" | "förändring" | "diff" | "differens" | "avvikelse"
        | "skillnad" | "ändring" | "avv" | "avvik" | "avvikelser" | "variance" | "deviation" | "difference"
        | "change" | "increase" | "decrease" | "remaining" => Some(Aside::Reckoned),
        _ => None,
    }
}

fn is_heading_word(word: &str) -> bool {
    matches!(
        word,
        "belopp"
            | "summa"
            | "kostnad"
            | "kostnader"
            | "intäkt"
            | "intäkter"
            | "kronor"
            | "post"
            | "budgetpost"
            | "år"
            | "benämning"
            | "text"
            | "namn"
            | "bidrag"
            | "totalt"
            | "total"
            | "amount"
    )
}

/// Whether a text is nothing, or a word that stands over names (*Post*, *Benämning*, *Belopp i tkr*).
pub fn is_over_names(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    words(&text).iter().all(|word| {
        matches!(
            word.as_str(),
            "post"
                | "poster"
                | "budgetpost"
                | "budgetposter"
                | "benämning"
                | "text"
                | "namn"
                | "rubrik"
                | "kategori"
                | "kostnadsslag"
                | "kostnadspost"
                | "konto"
                | "kontonr"
                | "nr"
                | "belopp"
                | "i"
                | "år"
                | "budget"
                | "tkr"
                | "kkr"
                | "mkr"
                | "mnkr"
                | "kr"
                | "sek"
                | "tsek"
                | "ksek"
                | "kronor"
                | "tusental"
                | "tusen"
                | "item"
                | "cost"
                | "description"
                | "account"
                | "name"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(text: &str) -> Option<u16> {
        read(text).year().map(Year::number)
    }

    #[test]
    fn years_as_people_write_them() {
        for text in [
            "2028",
            "B 2028",
            "Bu-28",
            "B2028",
            "Budget 2028 (tkr)",
            "2028-01-01",
            "2028-12-31",
            "31/12 2028",
            "VP28",
            "År 2028",
            "Bu 28",
            "20281231",
            "281231",
            "202801-202812",
            "Jan–dec 2028",
            "Helår 2028",
        ] {
            assert_eq!(year(text), Some(2028), "{text}");
            assert!(!read(text).part_of_year, "{text}");
        }
        assert_eq!(read("År 2").relative, Some(2));
        assert!(read("Kommun B").is_name() && read("Insats P").is_name() && read("Summa").is_name());
        assert_eq!(read("2014–2016").years.len(), 2);
        for text in ["Föregående år", "Fg. år", "Utfall föregående år"] {
            assert!(read(text).previous, "{text}");
        }
        for part in [
            "2015-08-31",
            "20150831",
            "201501-201508",
            "Jan–juni 2027 (tkr)",
            "Utfall t.o.m. aug 2015",
            "Delår 2015",
            "2015 (Utfall 31/8)",
        ] {
            assert!(read(part).part_of_year, "{part}");
        }
        for (text, of) in [
            ("Utfall 2014", Of::Outcome),
            ("U 2014", Of::Outcome),
            ("Prognos 2015", Of::Forecast),
            ("P 2016", Of::Budget),
            ("B-16", Of::Budget),
        ] {
            assert_eq!(read(text).of, Some(of), "{text}");
        }
    }
}
