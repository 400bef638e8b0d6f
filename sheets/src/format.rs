//! Number formats: what a cell shows of its value. What is seen on the sheet and what is read agree: a cell that shows
//! thousands of its kronor holds kronor, words beside the digits come with them, and a value that is not seen is marked as
//! the spreadsheet itself marks one (`####`), so that it is asked about.

use crate::number::number;

/// What stands for a value that the sheet does not show.
pub const HIDDEN: &str = "####";

/// A format, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Format {
    sections: Vec<Section>,
}

/// One of a format's sections: of positive numbers, of negative ones and of zero, or of those that a condition holds for.
#[derive(Debug, Clone, Default, PartialEq)]
struct Section {
    /// `[>=1000]`: the sign of comparison, and the number.
    condition: Option<(String, f64)>,
    /// What it says before and after the digits.
    before: String,
    after: String,
    /// Digits, commas and what else is no text.
    bare: String,
    /// Whether a colour tells it from others.
    is_coloured: bool,
}

impl Format {
    /// Reads a format's code (`#,##0,`, `0.0%`, `#,##0" tkr"`).
    pub fn read(code: &str) -> Format {
        let mut sections = vec![Section::default()];
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            if letter == ';' {
                sections.push(Section::default());
                continue;
            }
            let Some(section) = sections.last_mut() else { break };
            match letter {
                '"' => section.say(&letters.by_ref().take_while(|c| *c != '"').collect::<String>()),
                '\\' => section.say(&letters.next().map(String::from).unwrap_or_default()),
                // A space as wide as a letter, and a letter that fills the cell.
                '_' | '*' => {
                    letters.next();
                    section.say(" ");
                }
                '[' => section.bracket(&letters.by_ref().take_while(|c| *c != ']').collect::<String>()),
                _ => section.bare.push(letter),
            }
        }
        Format { sections }
    }

    /// What a number looks like.
    pub fn text(&self, value: f64) -> String {
        let Some((place, section)) = self.section(value) else { return number(value) };
        if self.sections.len() == 1 && *section == Section::default() {
            return number(value);
        }
        if section.bare.eq_ignore_ascii_case("general") || section.bare == "@" {
            return section.with_words(&number(value));
        }
        if !section.bare.contains(is_digit) {
            return section.without_digits(value);
        }
        if section.bare.contains('%') {
            return format!("{} %", number(value * 100.0));
        }
        // Without a sign on the sheet a negative amount is seen as a positive one.
        if value < 0.0 && place > 0 && section.condition.is_none() && !section.shows_sign() {
            return format!("{} ({})", number(value.abs()), number(value));
        }
        if is_scaled(&section.bare) {
            return format!("{} kr", number(value));
        }
        match section.unit() {
            Some(unit) => format!("{} {unit}", number(value)),
            None => section.with_words(&number(value)),
        }
    }

    /// The section that a number is shown by, and its place.
    fn section(&self, value: f64) -> Option<(usize, &Section)> {
        let conditional = self.sections.iter().position(|section| section.holds(value));
        let place = conditional.unwrap_or_else(|| {
            let numbers = self.sections.len().min(3);
            match numbers {
                _ if self.sections.iter().any(|section| section.condition.is_some()) => numbers.saturating_sub(1),
                2 | 3 if value < 0.0 => 1,
                3 if value == 0.0 => 2,
                _ => 0,
            }
        });
        self.sections.get(place).map(|section| (place, section))
    }

    /// How much of a date it shows: its year alone, the year and the month, or all of it.
    pub fn of_date(&self) -> Look {
        let bare = self.sections.first().map(|section| section.bare.to_lowercase()).unwrap_or_default();
        let has = |letter: char| bare.contains(letter);
        match (has('y'), has('d'), has('m') && !has('h') && !has('s')) {
            (true, true, _) => Look::Date,
            (true, false, true) => Look::Month,
            (true, false, false) => Look::Year,
            (false, _, true) => Look::Date,
            (false, true, false) => Look::Date,
            (false, false, false) => Look::Time,
        }
    }
}

/// How much of a date a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The year.
    Year,
    /// The year and the month.
    Month,
    /// The day too.
    Date,
    /// The time of a day.
    Time,
}

impl Section {
    fn say(&mut self, text: &str) {
        if self.bare.contains(is_digit) || self.bare.eq_ignore_ascii_case("general") {
            self.after.push_str(text);
        } else {
            self.before.push_str(text);
        }
    }

    /// `[$kr-41D]` is a currency, `[>=1000]` a condition, `[Red]` a colour.
    fn bracket(&mut self, inner: &str) {
        let number = inner.trim_start_matches(['<', '>', '=']);
        let sign = inner.get(..inner.len().saturating_sub(number.len())).unwrap_or_default();
        if let Some(currency) = inner.strip_prefix('$') {
            self.say(currency.split('-').next().unwrap_or_default());
        } else if let Some(number) = number.parse().ok().filter(|_| !sign.is_empty()) {
            self.condition = Some((sign.to_owned(), number));
        } else {
            self.is_coloured = true;
        }
    }

    fn holds(&self, value: f64) -> bool {
        let Some((sign, number)) = &self.condition else { return false };
        match sign.as_str() {
            "<" => value < *number,
            "<=" => value <= *number,
            ">" => value > *number,
            ">=" => value >= *number,
            "=" => value == *number,
            _ => value != *number,
        }
    }

    fn shows_sign(&self) -> bool {
        let minus = |text: &str| text.contains(['-', '−', '–', '(']);
        self.is_coloured || minus(&self.bare) || minus(&self.before) || minus(&self.after)
    }

    fn unit(&self) -> Option<&'static str> {
        // Some programs write words without quotation marks.
        let bare: String = self.bare.chars().filter(|c| c.is_alphabetic()).collect();
        unit(&format!("{}{}{bare}", self.before, self.after))
    }

    /// What is shown where no digit is: words, or nothing.
    fn without_digits(&self, value: f64) -> String {
        let words = self.before.trim();
        if words.contains(char::is_alphanumeric) {
            words.to_owned()
        } else if value == 0.0 {
            number(value)
        } else {
            HIDDEN.to_owned()
        }
    }

    /// A number with the words beside it.
    fn with_words(&self, number: &str) -> String {
        let words = |text: &str| text.contains(|c: char| c.is_alphanumeric() || c == '%');
        let mut text = number.to_owned();
        if words(&self.before) {
            text = format!("{} {text}", self.before.trim());
        }
        if words(&self.after) {
            text = format!("{text} {}", self.after.trim());
        }
        text
    }
}

/// What is said beside a number, if it is a unit.
pub fn unit(said: &str) -> Option<&'static str> {
    let said = said.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '−' | '(' | ')'));
    match said.to_lowercase().as_str() {
        "kr" | "sek" | ":-" | ":" => Some("kr"),
        "tkr" | "kkr" | "tsek" | "ksek" => Some("tkr"),
        "mkr" | "mnkr" | "msek" => Some("mkr"),
        _ => None,
    }
}

fn is_digit(c: char) -> bool {
    matches!(c, '0' | '#' | '?')
}

/// Whether a comma stands after the last digit before the decimals or the end: it divides by a thousand.
fn is_scaled(bare: &str) -> bool {
    let after = |at: usize| bare.get(at..).unwrap_or_default().trim_start_matches(',').chars().next();
    let before = |at: usize| bare.get(..at).unwrap_or_default().trim_end_matches(',').chars().next_back();
    bare.match_indices(',').any(|(at, _)| before(at).is_some_and(is_digit) && !after(at).is_some_and(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_spreadsheets_show_them() {
        for (code, value, text) in [
            ("General", 1640.0, "1640"),
            ("", 1640.0, "1640"),
            ("@", 1640.0, "1640"),
            ("#,##0", 1640.0, "1640"),
            ("0%", 0.115, "11,5 %"),
            ("0.0\\ %", 0.115, "11,5 %"),
            ("#,##0,", 1640.0, "1640 kr"),
            ("0.0,,", 1640.0, "1640 kr"),
            ("#,##0,.0", 1640.0, "1640 kr"),
            ("#,##0,\" tkr\"", 1640.0, "1640 kr"),
            ("#,##0\" tkr\"", 120.0, "120 tkr"),
            ("#,##0 kr", 120.0, "120 kr"),
            ("#,##0\" tkr\";-#,##0\" tkr\"", -120.0, "-120 tkr"),
            ("_-* #,##0.00\\ [$kr-41D]_-;-* #,##0.00\\ [$kr-41D]_-;_-* \"-\"??\\ [$kr-41D]_-", 120.0, "120 kr"),
            ("_-* #,##0.00\\ [$kr-41D]_-;-* #,##0.00\\ [$kr-41D]_-;_-* \"-\"??\\ [$kr-41D]_-", -120.0, "-120 kr"),
            ("_-* #,##0.00\\ [$kr-41D]_-;-* #,##0.00\\ [$kr-41D]_-;_-* \"-\"??\\ [$kr-41D]_-", 0.0, "0 kr"),
            // Words come with their number: people are no kronor, and a heading is one.
            ("#,##0\\ \"anställda, st\"", 3.0, "3 anställda, st"),
            ("\"Budget \"0", 2027.0, "Budget 2027"),
            ("#,##0\" kr/mån\"", 900.0, "900 kr/mån"),
            ("0\" %\"", 15.0, "15 %"),
            // A minus that is seen: as a sign, in brackets, in red.
            ("#,##0.00;[Red]-#,##0.00", -5.0, "-5"),
            ("#,##0;[Red]#,##0", -5.0, "-5"),
            ("#,##0_);(#,##0)", -5.0, "-5"),
            ("0;0", -5.0, "5 (-5)"),
            ("0;0", 5.0, "5"),
            // What is not seen.
            (";;;", 5.0, HIDDEN),
            ("0;;", -5.0, HIDDEN),
            ("0;-0;", 0.0, "0"),
            ("\"se bilaga\"", 5.0, "se bilaga"),
            ("0;-0;\"–\"", 0.0, "0"),
            // By conditions.
            ("[>=1000000]0.0,,\" mkr\";[>=1000]0,\" tkr\";0\" kr\"", 1_640_000.0, "1640000 kr"),
            ("[>=1000]0,\" tkr\";0\" kr\"", 900.0, "900 kr"),
            ("[<5]\"färre än fem\";0", 3.0, "färre än fem"),
        ] {
            assert_eq!(Format::read(code).text(value), text, "{code} {value}");
        }
    }

    #[test]
    fn dates_show_as_much_as_they_do() {
        for (code, look) in [
            ("yyyy", Look::Year),
            ("\"Budget\" yyyy", Look::Year),
            ("mmm\\-yy", Look::Month),
            ("yyyy\\-mm\\-dd;@", Look::Date),
            ("d/m", Look::Date),
            ("hh:mm", Look::Time),
            ("yyyy\\-mm\\-dd\\ hh:mm", Look::Date),
        ] {
            assert_eq!(Format::read(code).of_date(), look, "{code}");
        }
    }
}
