//! Reading numbers as people type or paste them: `- 3 200 000`, `3.200,50 kr`, `800 tkr`, `1,2 mkr`, `5 795 388 kr`.

use super::{Decimal, Unit};

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing is there.
    Empty,
    /// There is text that is neither digits, a sign, spaces nor a known unit.
    NotANumber,
    /// Comma and point (or several of them) stand so that the number can be read in more than one way.
    Ambiguous,
    /// More digits than an amount can have (15 before the decimal comma).
    TooLarge,
    /// More digits after the comma than can be kept: 24, of kronor 21, and 28 in all.
    TooExact,
    /// White space stands elsewhere than between groups of three digits (`12 5`), or a tab or a line break stands
    /// between digits: there are several numbers, or a digit is missing.
    Several,
}

const MOST_WHOLE_DIGITS: usize = 15;
const MOST_DECIMALS: usize = 24;
/// In thousands they have three more.
const MOST_DECIMALS_OF_KRONOR: u32 = 21;
/// The first amount with one digit more.
const LARGEST: Decimal = Decimal::from_parts(0xa4c6_8000, 0x0003_8d7e, 0, false, 0);

/// Reads an amount and returns kronor. A number without a unit of its own is in `unit`; `kr`, `tkr`, `mkr` and `mnkr`
/// decide for themselves. Accepts any space as group mark, hyphen or minus (also apart: `- 3 200`), comma or point,
/// and a trailing footnote asterisk.
pub fn read_amount(text: &str, unit: Unit) -> Result<Decimal, NumberError> {
    let text = text.trim().trim_end_matches('*').trim();
    let lower = text.to_ascii_lowercase();
    let units =
        [("mnkr", 1_000_000), ("mkr", 1_000_000), ("tkr", 1_000), ("sek", 1), ("kronor", 1), ("kr", 1), (":-", 1)];
    let named = units.iter().find_map(|(name, factor)| lower.strip_suffix(name).map(|rest| (rest, *factor)));
    let (digits, factor) = match named {
        Some((rest, factor)) => (rest.to_owned(), Decimal::from(factor)),
        None => (lower, unit.factor()),
    };
    let value = read_number(digits.trim_end_matches([',', '.']))?;
    // In kronor too it has no more digits than it may be typed with.
    let amount = value.checked_mul(factor).filter(|amount| amount.abs() < LARGEST);
    let amount = amount.ok_or(NumberError::TooLarge)?;
    if amount.normalize().scale() > MOST_DECIMALS_OF_KRONOR { Err(NumberError::TooExact) } else { Ok(amount) }
}

/// Reads per cent as typed (`2,5`, `2,5 %`, `25%`) and returns the share 0–1 (`0.025`).
pub fn read_percent(text: &str) -> Result<Decimal, NumberError> {
    let number = read_number(text.trim().trim_end_matches('%').trim())?;
    number.checked_div(Decimal::ONE_HUNDRED).ok_or(NumberError::TooLarge)
}

/// Reads a plain number with Swedish or international marks.
pub fn read_number(text: &str) -> Result<Decimal, NumberError> {
    let (value, exact) = read_digits(text)?;
    if exact { Ok(value) } else { Err(NumberError::TooExact) }
}

/// The same where decimals are asked about in any case: of more digits than can be kept, as many as can.
pub fn read_rounded(text: &str) -> Result<Decimal, NumberError> {
    read_digits(text).map(|(value, _)| value)
}

/// A number, and whether it is kept as it stands.
fn read_digits(text: &str) -> Result<(Decimal, bool), NumberError> {
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    if !is_one_number(&text) {
        return Err(NumberError::Several);
    }
    let mut compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if compact.is_empty() {
        return Err(NumberError::Empty);
    }
    let mut negative = false;
    if let Some(rest) = compact.strip_prefix(['-', '\u{2212}', '\u{2013}', '\u{2010}', '\u{2011}']) {
        negative = true;
        compact = rest.to_owned();
    } else if let Some(rest) = compact.strip_prefix('+') {
        compact = rest.to_owned();
    } else if let Some(rest) = compact.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        // Accountants' brackets for a negative amount.
        negative = true;
        compact = rest.to_owned();
    }
    if compact.is_empty() || !compact.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.') {
        return Err(NumberError::NotANumber);
    }
    if !compact.chars().any(|c| c.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    let plain = with_decimal_point(&compact)?;
    let whole_digits = plain.split('.').next().map_or(0, str::len);
    if whole_digits > MOST_WHOLE_DIGITS {
        return Err(NumberError::TooLarge);
    }
    let shortest = if plain.contains('.') { plain.trim_end_matches('0').trim_end_matches('.') } else { &plain };
    let decimals = shortest.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let exact = decimals <= MOST_DECIMALS && Decimal::from_str_exact(shortest).is_ok();
    let mut value: Decimal = plain.parse().map_err(|_| NumberError::NotANumber)?;
    if negative && !value.is_zero() {
        value.set_sign_negative(true);
    }
    Ok((value, exact))
}

/// Marks of direction and of zero width, which text from other programs carries and nobody sees.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether white space stands only around the number, after its sign, and between groups of three digits. What is no
/// number at all (`ca 1125`) is not judged here.
fn is_one_number(text: &str) -> bool {
    let sign = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '+' | '(' | ')' | '\u{2212}' | '\u{2013}' | '\u{2010}' | '\u{2011}')
    };
    let digits = text.trim_matches(sign);
    if !digits.contains(char::is_whitespace)
        || digits.contains(|c: char| !c.is_ascii_digit() && !c.is_whitespace() && !matches!(c, ',' | '.'))
    {
        return true;
    }
    let whole = digits.split([',', '.']).next().unwrap_or(digits);
    let fraction = digits.get(whole.len()..).unwrap_or_default();
    let mut groups = whole.split(char::is_whitespace);
    let first = groups.next().map_or(0, str::len);
    (1..=3).contains(&first)
        && groups.all(|group| group.len() == 3)
        && !fraction.contains(char::is_whitespace)
        && !whole.contains(['\t', '\n', '\r'])
}

/// Decides which of comma and point is the decimal mark. One mark alone is the decimal mark unless it can only be a
/// group mark (`1.234.567`); `3.200` and `3,200` could be either and are refused rather than guessed.
fn with_decimal_point(text: &str) -> Result<String, NumberError> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let groups_of_three = |mark: char| {
        let mut parts = text.split(mark);
        let first = parts.next().map_or(0, str::len);
        (1..=3).contains(&first) && parts.all(|part| part.len() == 3)
    };
    match (commas, points) {
        (0, 0) => Ok(text.to_owned()),
        (1, 0) | (0, 1) => {
            let mark = if commas == 1 { ',' } else { '.' };
            let (whole, fraction) = text.split_once(mark).unwrap_or((text, ""));
            if fraction.len() == 3 && groups_of_three(mark) && whole != "0" {
                return Err(NumberError::Ambiguous);
            }
            let whole = if whole.is_empty() { "0" } else { whole };
            Ok(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
        }
        (_, 0) if groups_of_three(',') => Ok(text.replace(',', "")),
        (0, _) if groups_of_three('.') => Ok(text.replace('.', "")),
        // The last mark parts the decimals: `1.234,00`, `1,234.00`.
        (1, 1) if text.rfind('.') > text.rfind(',') => both_marks(text, ',', '.'),
        (1, _) => both_marks(text, '.', ','),
        (_, 1) => both_marks(text, ',', '.'),
        _ => Err(NumberError::Ambiguous),
    }
}

/// `1.234.567,50`: groups apart by `group`, then one decimal mark.
fn both_marks(text: &str, group: char, mark: char) -> Result<String, NumberError> {
    let (whole, fraction) = text.split_once(mark).ok_or(NumberError::Ambiguous)?;
    let mut parts = whole.split(group);
    let first = parts.next().map_or(0, str::len);
    let grouped = (1..=3).contains(&first) && parts.all(|part| part.len() == 3);
    if !grouped || fraction.contains(group) || fraction.is_empty() {
        return Err(NumberError::Ambiguous);
    }
    Ok(format!("{}.{fraction}", whole.replace(group, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kr(text: &str) -> Result<Decimal, NumberError> {
        read_amount(text, Unit::Kronor)
    }

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn no_digit_is_dropped_in_silence() {
        let long = format!("2,{}1", "7".repeat(95));
        assert_eq!(kr(&long), Err(NumberError::TooExact));
        assert_eq!(kr("999 999 999 999 999,123456789012345"), Err(NumberError::TooExact));
        assert_eq!(kr("0,1234567890123456789012345"), Err(NumberError::TooExact));
        assert_eq!(kr(&format!("2,5{}", "0".repeat(60))), Ok(d("2.5")));
        assert_eq!(read_amount(",0439000000000870087861:-", Unit::Thousands), Err(NumberError::TooExact));
        for text in [
            "0,123456789012345678901 kr",
            "0,123456789012345678901234 tkr",
            "1,123456789012345678901234 mkr",
            "1,12345678901234567890123",
        ] {
            let amount = read_amount(text, Unit::Thousands).unwrap();
            let shown = crate::money::plain(amount, Unit::Thousands);
            assert_eq!(read_amount(&shown, Unit::Thousands), Ok(amount), "{text} is shown as {shown}");
        }
    }

    #[test]
    fn reads_what_the_documents_write() {
        for (text, value) in [
            ("- 3 200 000", "-3200000"),
            ("-3 200 000", "-3200000"),
            ("\u{2212}1\u{a0}234\u{a0}567 kr", "-1234567"),
            ("5\u{202f}795\u{202f}388 kr", "5795388"),
            ("3170 tkr", "3170000"),
            ("1,2 mkr", "1200000"),
            ("1.5 mnkr", "1500000"),
            ("824*", "824"),
            ("+ 200", "200"),
            ("362 211,75", "362211.75"),
            ("1.234.567,50", "1234567.50"),
            ("1,234,567", "1234567"),
            ("0,025", "0.025"),
            ("(7 000)", "-7000"),
            ("100:-", "100"),
            ("0", "0"),
            ("-0", "0"),
        ] {
            assert_eq!(kr(text), Ok(d(value)), "{text}");
        }
        assert_eq!(read_amount("800", Unit::Thousands), Ok(d("800000")));
        assert_eq!(read_amount("800 kr", Unit::Thousands), Ok(d("800")));
        assert_eq!(read_percent("2,5 %"), Ok(d("0.025")));
    }

    #[test]
    fn refuses_rather_than_guesses() {
        assert_eq!(kr("3.200"), Err(NumberError::Ambiguous));
        assert_eq!(kr("3,200"), Err(NumberError::Ambiguous));
        assert_eq!(kr("1,2,3"), Err(NumberError::Ambiguous));
        assert_eq!(kr(""), Err(NumberError::Empty));
        assert_eq!(kr("  "), Err(NumberError::Empty));
        assert_eq!(kr("ca 1125"), Err(NumberError::NotANumber));
        assert_eq!(kr("--5"), Err(NumberError::NotANumber));
        assert_eq!(kr("-"), Err(NumberError::NotANumber));
        assert_eq!(kr("1234567890123456"), Err(NumberError::TooLarge));
        assert_eq!(kr("999 999 999 999 tkr"), Ok(Decimal::from(999_999_999_999_000_i64)));
        assert_eq!(kr("1 000 000 000 000 tkr"), Err(NumberError::TooLarge));
    }

    #[test]
    fn several_numbers_are_never_one() {
        for several in
            ["12 5", "100\t200", "40 000\n45 000", "1 640 000 1 640 000", "2015 2016", "1 64 000", "100 200,5 0"]
        {
            assert_eq!(kr(several), Err(NumberError::Several), "{several:?}");
        }
        assert_eq!(kr("\u{202d}1 640 000\u{202c}"), Ok(d("1640000")));
        assert_eq!(kr("1\u{200b}640\u{200b}000"), Ok(d("1640000")));
        assert_eq!(kr("100 200"), Ok(d("100200")));
        assert_eq!(kr("194 750,46"), Ok(d("194750.46")));
    }

    #[test]
    fn what_is_written_reads_back() {
        for amount in ["0", "1", "-1", "999", "1000", "-1234567", "123456789012345"] {
            let value = d(amount);
            assert_eq!(kr(&super::super::kronor(value, Unit::Kronor, ',')), Ok(value));
        }
    }
}
