//! One cell's text: an amount, a percentage, a dash, or what stands in the way of reading it.

use crate::money::{Decimal, NumberError, is_invisible, read_rounded};
use serde::{Deserialize, Serialize};

/// What an amount is counted in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    #[default]
    Kronor,
    /// tkr
    Thousands,
    /// mkr, mnkr
    Millions,
}

impl Scale {
    /// Kronor in one of this.
    pub fn factor(self) -> Decimal {
        match self {
            Scale::Kronor => Decimal::ONE,
            Scale::Thousands => Decimal::ONE_THOUSAND,
            Scale::Millions => Decimal::from(1_000_000),
        }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// Nothing.
    Empty,
    /// A dash, which accountants write for nothing: zero.
    Dash,
    /// A number.
    Amount {
        /// As written, with its sign; not yet in kronor.
        value: Decimal,
        /// The unit that stands in the cell itself.
        scale: Option<Scale>,
        /// A footnote's mark that stood after the number (`*`, `1)`, `¹`); empty when there is none.
        mark: String,
    },
    /// A percentage, as a share: `11 %` is 0.11.
    Percent(Decimal),
    /// Figures that cannot be read with certainty.
    Doubtful(Doubt),
    /// Words.
    Text,
}

/// Why a cell that holds figures is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Several numbers, or a digit is missing: `1 640 000 1 640 000`, `12 5`.
    SeveralNumbers,
    /// Comma and point can be read in two ways: `3.200`.
    Ambiguous,
    /// More digits than an amount can have.
    TooLarge,
    /// About so much: `ca 1125`.
    Approximate,
    /// The column was too narrow when the table was copied: `####`.
    Hidden,
    /// A spreadsheet's error value: `#SAKNAS!`.
    ErrorValue,
    /// A formula and not its value.
    Formula,
    /// More than two decimals in kronor.
    Decimals {
        /// Rounded to öre.
        offered: Decimal,
    },
    /// Digits among other marks: `100–200`, `12a`.
    NotANumber,
    /// Words where an amount is looked for: `se bilaga`.
    Words,
    /// It is not certain which column it stands in.
    Position,
}

const MINUSES: [char; 6] = ['\u{2212}', '\u{2013}', '\u{2014}', '\u{2010}', '\u{2011}', '\u{2012}'];

/// A text without invisible marks, each run of white space one space.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if !c.is_whitespace() {
            clean.push(c);
        } else if !clean.is_empty() && !clean.ends_with(' ') {
            clean.push(' ');
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// The same, with each minus a hyphen.
pub fn plain(text: &str) -> String {
    clean(text).replace(MINUSES, "-")
}

/// Reads a cell.
pub fn read(text: &str) -> Figure {
    let text = plain(text);
    if text.is_empty() {
        return Figure::Empty;
    }
    if let Some(rest) = text.strip_prefix('#') {
        if rest.chars().all(|c| c == '#') {
            return Figure::Doubtful(Doubt::Hidden);
        }
        let error = rest.chars().next().is_some_and(char::is_uppercase) && !rest.contains(' ');
        return if error { Figure::Doubtful(Doubt::ErrorValue) } else { Figure::Text };
    }
    if text.starts_with('=') {
        return Figure::Doubtful(Doubt::Formula);
    }
    if let Some(share) = percent(&text) {
        return Figure::Percent(share);
    }
    let text = yearly(&text);
    let (body, mark) = footnote(text);
    let (body, scale) = currency(body);
    if body == "-" || body == "--" {
        return Figure::Dash;
    }
    let read = match number(&body) {
        // Kronor have no thousandths: `120.000:-`, `3.200 kr`.
        Err(NumberError::Ambiguous) if scale == Some(Scale::Kronor) => number(&body.replace('.', " ")),
        read => read,
    };
    match read {
        Ok(_) if is_likely_two(&body) => Figure::Doubtful(Doubt::SeveralNumbers),
        Ok(value) => Figure::Amount { value, scale, mark },
        Err(problem) => doubt(&body, problem),
    }
}

/// Whether groups of digits are far likelier two numbers than one of milliards: `910 000 935 000`.
fn is_likely_two(body: &str) -> bool {
    let groups: Vec<&str> = body.trim_start_matches(['-', '+', '(', ' ']).split(' ').collect();
    let digits = |groups: &[&str]| groups.iter().map(|group| group.len()).sum::<usize>();
    groups.len() > 3
        && (1..groups.len()).any(|at| {
            let (left, right) = groups.split_at_checked(at).unwrap_or((&groups, &[]));
            right.first().is_some_and(|first| !first.starts_with('0')) && digits(left).abs_diff(digits(right)) < 3
        })
}

/// Without what says that an amount is a year's (`120 000 kr/år`): all amounts are.
fn yearly(text: &str) -> &str {
    ["/år", "per år", "om året"].iter().find_map(|end| text.strip_suffix(end)).map_or(text, str::trim_end)
}

/// The number with the other sign.
pub(super) fn opposite(mut value: Decimal) -> Decimal {
    value.set_sign_negative(value.is_sign_positive() && !value.is_zero());
    value
}

/// A number, also with an exponent (`1,64E+06`), a minus after it (`1 234-`) or apostrophes between its groups.
fn number(body: &str) -> Result<Decimal, NumberError> {
    // `30'` is thirty thousand to some.
    if body.ends_with(['\'', '’', '´', '`']) {
        return Err(NumberError::NotANumber);
    }
    let body = body.replace(['\'', '’'], " ");
    if let Some(rest) = body.strip_suffix('-') {
        // A minus on one side only.
        let positive = rest.trim().starts_with(|c: char| c.is_ascii_digit());
        return if positive { read_rounded(rest).map(opposite) } else { Err(NumberError::NotANumber) };
    }
    let lower = body.to_lowercase();
    if let Some((mantissa, exponent)) = lower.split_once('e')
        && let Ok(power) = exponent.trim_start_matches('+').parse::<u32>()
    {
        let factor = 10_u64.checked_pow(power).map(Decimal::from).filter(|_| power <= 12);
        let value = read_rounded(mantissa)?;
        return factor.and_then(|factor| value.checked_mul(factor)).ok_or(NumberError::TooLarge);
    }
    read_rounded(&body)
}

fn doubt(body: &str, problem: NumberError) -> Figure {
    let has_digits = body.contains(|c: char| c.is_ascii_digit());
    match problem {
        NumberError::Several => Figure::Doubtful(Doubt::SeveralNumbers),
        NumberError::Ambiguous => Figure::Doubtful(Doubt::Ambiguous),
        NumberError::TooLarge | NumberError::TooExact => Figure::Doubtful(Doubt::TooLarge),
        NumberError::Empty | NumberError::NotANumber if !has_digits => Figure::Text,
        _ => {
            let lower = body.to_lowercase();
            let about = ["ca", "c:a", "cirka", "circa", "ungefär", "ung.", "~", "≈", "drygt", "knappt"];
            let rest = about.iter().find_map(|word| lower.strip_prefix(word));
            let counts = |rest: &str| number(currency(rest.trim_start_matches(['.', ' '])).0.as_str());
            if rest.is_some_and(|rest| matches!(counts(rest), Ok(_) | Err(NumberError::Ambiguous))) {
                Figure::Doubtful(Doubt::Approximate)
            } else if body.chars().filter(|c| c.is_alphabetic()).count() > 2 || body.contains('§') {
                Figure::Text
            } else if numbers_apart(body) {
                Figure::Doubtful(Doubt::SeveralNumbers)
            } else {
                Figure::Doubtful(Doubt::NotANumber)
            }
        }
    }
}

/// Whether a text is numbers with nothing but spaces, signs and currency between (`- 4 556 000 kr - 4 556 000 kr`).
fn numbers_apart(body: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    body.split(' ').filter(|word| word.contains(digits)).count() > 1
        && body.split(' ').all(|word| {
            let word = word.trim_start_matches(['-', '+']);
            matches!(word, "" | ";")
                || word.chars().all(|c| digits(c) || matches!(c, ',' | '.'))
                || currency(word).0.is_empty()
        })
}

fn percent(text: &str) -> Option<Decimal> {
    let inner = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text);
    let lower = inner.to_lowercase();
    let body = ["%", "procent", "proc.", "pct"].iter().find_map(|mark| lower.strip_suffix(mark))?;
    read_rounded(body.trim_end_matches([' ', '*'])).ok()?.checked_div(Decimal::ONE_HUNDRED)
}

/// Splits off a footnote's mark: stars, raised digits, or `1)` after a space.
fn footnote(text: &str) -> (&str, String) {
    // `260*)`
    let text =
        text.strip_suffix(')').filter(|inner| inner.ends_with(['*', '†']) && !inner.contains('(')).unwrap_or(text);
    let raised = |c: char| matches!(c, '*' | '†' | '‡' | '¹' | '²' | '³' | '⁰'..='⁹' | '⁾' | '⁽');
    let body = text.trim_end_matches(raised);
    if body.len() < text.len() {
        let body = body.trim_end();
        return (body, text.get(body.len()..).unwrap_or_default().trim().to_owned());
    }
    if let Some((body, mark)) = text.strip_suffix(']').and_then(|inner| inner.rsplit_once('['))
        && !mark.is_empty()
        && mark.len() <= 2
        && mark.chars().all(|c| c.is_ascii_alphanumeric())
    {
        return (body.trim_end(), format!("[{mark}]"));
    }
    if let Some(inner) = text.strip_suffix(')')
        && let Some((body, mark)) = inner.rsplit_once(' ')
        && !mark.is_empty()
        && mark.len() <= 2
        && mark.chars().all(|c| c.is_ascii_alphanumeric())
        && !text.contains('(')
    {
        return (body.trim_end(), format!("{mark})"));
    }
    (text, String::new())
}

/// Names of units that stand beside a number, the longer before those that end them.
const UNITS: [(&str, Scale); 26] = [
    ("miljoner kronor", Scale::Millions),
    ("miljoner kr", Scale::Millions),
    ("milj. kr", Scale::Millions),
    ("milj kr", Scale::Millions),
    ("miljoner", Scale::Millions),
    ("mn kr", Scale::Millions),
    ("mnkr", Scale::Millions),
    ("mkr", Scale::Millions),
    ("msek", Scale::Millions),
    ("milj", Scale::Millions),
    ("tusen kronor", Scale::Thousands),
    ("tusen kr", Scale::Thousands),
    ("t kr", Scale::Thousands),
    ("tkr", Scale::Thousands),
    ("kkr", Scale::Thousands),
    ("tsek", Scale::Thousands),
    ("ksek", Scale::Thousands),
    ("tusen", Scale::Thousands),
    ("kronor", Scale::Kronor),
    ("kr", Scale::Kronor),
    ("sek", Scale::Kronor),
    ("eur", Scale::Kronor),
    ("€", Scale::Kronor),
    (":-", Scale::Kronor),
    (",-", Scale::Kronor),
    (".-", Scale::Kronor),
];

/// Splits off the unit before or after a number. `€`, `SEK`, `kr` and `:-` are marks and change nothing.
fn currency(text: &str) -> (String, Option<Scale>) {
    let lower = text.to_lowercase();
    let dotted = lower.strip_suffix("kr.").map(|rest| format!("{rest}kr"));
    let lower = dotted.unwrap_or(lower);
    for (name, scale) in UNITS {
        if let Some(rest) = lower.strip_suffix(name)
            && !rest.ends_with(char::is_alphabetic)
        {
            return (rest.trim_end().to_owned(), Some(scale));
        }
        if let Some(rest) = lower.strip_prefix(name)
            && name.chars().all(|c| c.is_alphabetic() || c == '€')
            && !rest.starts_with(char::is_alphabetic)
        {
            return (rest.trim_start().to_owned(), Some(scale));
        }
    }
    (lower, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Option<String> {
        match read(text) {
            Figure::Amount { value, .. } => Some(value.normalize().to_string()),
            _ => None,
        }
    }

    #[test]
    fn reads_what_has_one_reading() {
        for (text, value) in [
            ("€ 1.640.000,00", "1640000"),
            ("SEK 120 000", "120000"),
            ("120 000:-", "120000"),
            ("120.000,00 kr", "120000"),
            ("1 640 000.00", "1640000"),
            ("1,64E+06", "1640000"),
            ("1.64E+06", "1640000"),
            ("1 234-", "-1234"),
            ("2 345,50-", "-2345.5"),
            ("(1 234)", "-1234"),
            ("- 3 200 000 kr", "-3200000"),
            ("\u{202d}1 640 000\u{202c}", "1640000"),
            ("1\u{200b}640\u{200b}000", "1640000"),
            ("824*", "824"),
            ("260¹", "260"),
            ("250 1)", "250"),
            ("300 [1]", "300"),
            ("200²⁾", "200"),
            ("1 005:-", "1005"),
            ("120.000:-", "120000"),
            ("3.200 kr", "3200"),
            ("120 000 kr/år", "120000"),
            ("10 000 kr per år", "10000"),
            ("1'640'000", "1640000"),
            ("+ 200", "200"),
        ] {
            assert_eq!(amount(text).as_deref(), Some(value), "{text}");
        }
        assert!(matches!(read("1,2 Mnkr"), Figure::Amount { scale: Some(Scale::Millions), .. }));
        assert!(matches!(read("800 tkr"), Figure::Amount { scale: Some(Scale::Thousands), .. }));
        for dash in ["-", "–", "- kr", "—"] {
            assert_eq!(read(dash), Figure::Dash, "{dash}");
        }
        for share in ["43,2 procent", "2,5 %", "(2,5 %)", "15%"] {
            assert!(matches!(read(share), Figure::Percent(_)), "{share}");
        }
    }

    #[test]
    fn says_why_the_rest_is_asked_about() {
        for (text, doubt) in [
            ("1 640 000 1 640 000", Doubt::SeveralNumbers),
            ("- 4 556 000 kr - 4 556 000 kr", Doubt::SeveralNumbers),
            ("12 5", Doubt::SeveralNumbers),
            ("910 000 935 000", Doubt::SeveralNumbers),
            ("3.200", Doubt::Ambiguous),
            ("########", Doubt::Hidden),
            ("#DIVISION/0!", Doubt::ErrorValue),
            ("#SAKNAS!", Doubt::ErrorValue),
            ("=B2*2", Doubt::Formula),
            ("ca 1125", Doubt::Approximate),
            ("ca 13,000", Doubt::Approximate),
            ("100–200", Doubt::NotANumber),
            ("1234567890123456", Doubt::TooLarge),
            ("30'", Doubt::NotANumber),
        ] {
            assert_eq!(read(text), Figure::Doubtful(doubt), "{text}");
        }
        assert_eq!(read("Lönekostnader 2"), Figure::Text);
    }
}
