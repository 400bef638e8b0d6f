//! The unit that a heading, a title or a name tells amounts in.

use super::dates::bare_year;
use super::figure::{Scale, plain};
use super::spelling::words;

/// The unit that a title names. A sentence speaks of kronor too: in one it is what stands in brackets, or after *i*.
pub fn caption_scale(text: &str) -> Option<Scale> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 8 {
        return scale(text);
    }
    let in_brackets = text.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(inner, _)| inner);
    let in_brackets = in_brackets.filter(|inner| inner.split_whitespace().count() <= 4);
    let after = words.windows(2).filter_map(|pair| match pair {
        ["i", unit] => Some(*unit),
        _ => None,
    });
    in_brackets.chain(after).filter(|unit| !unit.contains(|c: char| c.is_ascii_digit())).find_map(scale)
}

/// Whether a text names another currency: what its amounts are in kronor is not known.
pub fn is_foreign(text: &str) -> bool {
    let lower = plain(text).to_lowercase();
    let whole = lower.split_whitespace().count() <= 8;
    whole
        && (lower.contains('€')
            || words(&lower).iter().any(|word| matches!(word.as_str(), "eur" | "euro" | "usd" | "nok" | "dkk")))
}

/// The words without units of amounts: of *ram 6,4 mkr* the table's unit is not told.
fn uncounted(text: &str) -> Vec<String> {
    const UNITS: [&str; 15] = [
        "kr", "kronor", "sek", "tkr", "kkr", "tsek", "ksek", "tusen", "mkr", "mnkr", "msek", "mn", "milj", "miljoner",
        "miljon",
    ];
    const COUNTED: [&str; 10] = ["kv", "kvartal", "q", "år", "t", "h", "tertial", "not", "del", "nr"];
    let words = words(text);
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let at = |place: Option<usize>| place.and_then(|place| words.get(place)).map_or("", String::as_str);
    let counted = |place: usize, unit: &str| {
        let (number, before) = (at(place.checked_sub(1)), at(place.checked_sub(2)));
        let amount = match number {
            "" | "1000" => false,
            // `1 000 kr` is a unit; `3 200 000 kr` is none.
            "000" => {
                let one = before == "1" && !digits(at(place.checked_sub(3)));
                digits(before)
                    && !one
                    && [' ', '\u{a0}'].iter().any(|space| text.contains(&format!("{before}{space}000")))
            }
            _ => digits(number) && bare_year(number).is_none() && !is_short_year(number) && !COUNTED.contains(&before),
        };
        UNITS.contains(&unit)
            && amount
            && [" ", "\u{a0}", ""].iter().any(|space| text.contains(&format!("{number}{space}{unit}")))
    };
    let mut kept = Vec::with_capacity(words.len());
    let mut follows = false;
    for (place, word) in words.iter().enumerate() {
        // Of `12 miljoner kronor` both.
        follows = counted(place, word) || follows && UNITS.contains(&word.as_str());
        if !follows {
            kept.push(word.clone());
        }
    }
    kept
}

/// `Bu 28 tkr`.
fn is_short_year(number: &str) -> bool {
    number.len() == 2 && number.parse::<u8>().is_ok_and(|year| (20..=45).contains(&year))
}

/// The unit that a text names: `År 2014 (tkr)`, `Belopp i tusental kronor`, `1000-tal kr`.
pub fn scale(text: &str) -> Option<Scale> {
    let text = plain(text).to_lowercase();
    let words = uncounted(&text);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let kronor = has(&["kr", "kronor", "sek", "krona"]);
    let after = |number: &[&str]| {
        words.windows(number.len()).any(|window| window.iter().zip(number).all(|(word, wanted)| word == wanted))
    };
    if has(&["mkr", "mnkr", "msek", "miljoner", "miljontal", "mnsek"])
        || kronor && has(&["mn", "milj", "m", "million", "millions"])
    {
        Some(Scale::Millions)
    } else if has(&["tkr", "kkr", "tsek", "ksek", "tusental", "tusentals", "tkronor"])
        || kronor
            && (has(&["tusen", "t", "k", "tus", "thousand", "thousands"])
                || after(&["1000", "tal"])
                || after(&["1", "000"])
                || has(&["1000"])
                || ["(000 ", " 000)", " i 000 "].iter().any(|noughts| text.contains(noughts))
                || text.contains("'000")
                || text.contains("’000"))
        || after(&["i", "tusen"])
    {
        Some(Scale::Thousands)
    } else {
        kronor.then_some(Scale::Kronor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_as_people_write_them() {
        for text in [
            "tkr",
            "Belopp i tkr",
            "TKR",
            "(kkr)",
            "tusental kronor",
            "1000-tal kr",
            "1 000 kr",
            "kSEK",
            "SEK tusen",
            "Tusen kr",
            "t kr",
            "SEK thousand",
            "SEK '000",
            "2027 (000 kr)",
            "Bu 28 tkr",
            "Kv 1 tkr",
            "Ram 6,4 mkr, belopp i tkr",
        ] {
            assert_eq!(scale(text), Some(Scale::Thousands), "{text}");
        }
        for text in ["mkr", "Mnkr", "miljoner kronor", "MSEK", "milj. kr", "mn kr"] {
            assert_eq!(scale(text), Some(Scale::Millions), "{text}");
        }
        for text in ["kr", "Kronor", "Belopp (SEK)"] {
            assert_eq!(scale(text), Some(Scale::Kronor), "{text}");
        }
        for none in
            ["Krokek 2015", "Ram 6,4 mkr", "Ram 3 200 000 kr", "Hyra (10 tkr/mån)", "Omsätter 12 miljoner kronor"]
        {
            assert_eq!(scale(none), None, "{none}");
        }
    }
}
