//! Reckoning in a cell: `=1200*1,02`, `950+30`, `=-40%`. Numbers are read as amounts are; the four operations and
//! brackets; `%` alone changes what the cell had before.

use super::{Decimal, NumberError, Unit, read_amount};

/// What was typed in a cell for an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// An amount, kronor.
    Amount(Decimal),
    /// An amount that was reckoned, kronor.
    Reckoned(Decimal),
}

impl Typed {
    /// Kronor.
    pub fn amount(self) -> Decimal {
        match self {
            Typed::Amount(amount) | Typed::Reckoned(amount) => amount,
        }
    }
}

/// Reads what was typed: an amount, or something to reckon. `before` is what the cell had, kronor; a change in per cent is
/// of that. Results are rounded to öre.
pub fn read_typed(text: &str, unit: Unit, before: Option<Decimal>) -> Result<Typed, NumberError> {
    let plain = text.trim();
    match read_amount(plain, unit) {
        Ok(amount) => return Ok(Typed::Amount(amount)),
        Err(problem) if !is_formula(plain) => return Err(problem),
        Err(_) => {}
    }
    let written = plain.strip_prefix('=').unwrap_or(plain).trim();
    if let Some(change) = written.strip_suffix('%').and_then(|change| signed(change.trim())) {
        let before = before.ok_or(NumberError::NotANumber)?;
        let factor = change.checked_div(Decimal::ONE_HUNDRED).and_then(|share| Decimal::ONE.checked_add(share));
        let changed = factor.and_then(|factor| before.checked_mul(factor)).ok_or(NumberError::TooLarge)?;
        return Ok(Typed::Reckoned(super::round_dp(changed, 2)));
    }
    let mut reader = FormulaReader { tokens: tokens(written)?, at: 0, depth: 0, unit };
    let value = reader.sum()?;
    if reader.at < reader.tokens.len() {
        return Err(NumberError::NotANumber);
    }
    let kronor = value.kronor(unit)?;
    Ok(Typed::Reckoned(super::round_dp(kronor, 2)))
}

/// Whether a text is something to reckon: it begins with `=`, or has an operation between numbers.
fn is_formula(text: &str) -> bool {
    let inner = text.strip_prefix(['-', '\u{2212}', '+']).unwrap_or(text);
    text.starts_with('=')
        || inner.contains(['*', '/', '×', '÷', '('])
        || inner.contains(['+', '-', '\u{2212}']) && inner.chars().any(|c| c.is_ascii_digit())
        || inner.ends_with('%') && inner != text
}

/// A number with its sign written out: `-40`, `+2,5`.
fn signed(text: &str) -> Option<Decimal> {
    if !text.starts_with(['-', '\u{2212}', '+']) {
        return None;
    }
    super::read_number(text).ok()
}

/// A number in a formula: in kronor where a unit stands by it or by one that it was added to, else as written.
#[derive(Debug, Clone, Copy)]
enum FormulaNumber {
    /// As written: a factor, or an amount in the unit on the screen.
    Plain(Decimal),
    Kronor(Decimal),
    /// Per cent, as a share: a factor, and nothing that can be added (of what would it be?).
    Share(Decimal),
}

impl FormulaNumber {
    fn kronor(self, unit: Unit) -> Result<Decimal, NumberError> {
        match self {
            FormulaNumber::Plain(number) => number.checked_mul(unit.factor()).ok_or(NumberError::TooLarge),
            FormulaNumber::Kronor(amount) => Ok(amount),
            FormulaNumber::Share(_) => Err(NumberError::NotANumber),
        }
    }

    fn factor(self) -> FormulaNumber {
        match self {
            FormulaNumber::Share(share) => FormulaNumber::Plain(share),
            other => other,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(String),
    Sign(char),
}

fn tokens(text: &str) -> Result<Vec<Token>, NumberError> {
    const MOST: usize = 100;
    let mut tokens: Vec<Token> = Vec::new();
    let mut number = String::new();
    for c in text.chars() {
        let sign = match c {
            '+' | '*' | '/' | '(' | ')' => c,
            '-' | '\u{2212}' | '\u{2013}' => '-',
            '×' => '*',
            '÷' => '/',
            _ => {
                number.push(c);
                continue;
            }
        };
        if !number.trim().is_empty() {
            tokens.push(Token::Number(std::mem::take(&mut number)));
        }
        number.clear();
        tokens.push(Token::Sign(sign));
    }
    if !number.trim().is_empty() {
        tokens.push(Token::Number(number));
    }
    if tokens.len() > MOST { Err(NumberError::TooLarge) } else { Ok(tokens) }
}

struct FormulaReader {
    tokens: Vec<Token>,
    at: usize,
    depth: u8,
    unit: Unit,
}

impl FormulaReader {
    fn take(&mut self, signs: &[char]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some(Token::Sign(sign)) if signs.contains(sign) => {
                let sign = *sign;
                self.at = self.at.saturating_add(1);
                Some(sign)
            }
            _ => None,
        }
    }

    fn sum(&mut self) -> Result<FormulaNumber, NumberError> {
        let mut sum = self.product()?;
        while let Some(sign) = self.take(&['+', '-']) {
            let next = self.product()?;
            let add = |one: Decimal, other: Decimal| {
                if sign == '+' { one.checked_add(other) } else { one.checked_sub(other) }
            };
            sum = match (sum, next) {
                (FormulaNumber::Plain(one), FormulaNumber::Plain(other)) => add(one, other).map(FormulaNumber::Plain),
                (one, other) => add(one.kronor(self.unit)?, other.kronor(self.unit)?).map(FormulaNumber::Kronor),
            }
            .ok_or(NumberError::TooLarge)?;
        }
        Ok(sum)
    }

    fn product(&mut self) -> Result<FormulaNumber, NumberError> {
        let mut product = self.factor()?;
        while let Some(sign) = self.take(&['*', '/']) {
            product = match (product.factor(), self.factor()?.factor(), sign) {
                (FormulaNumber::Plain(one), FormulaNumber::Plain(other), '*') => {
                    one.checked_mul(other).map(FormulaNumber::Plain)
                }
                (FormulaNumber::Plain(one), FormulaNumber::Kronor(other), '*')
                | (FormulaNumber::Kronor(one), FormulaNumber::Plain(other), '*') => {
                    one.checked_mul(other).map(FormulaNumber::Kronor)
                }
                (_, FormulaNumber::Plain(by) | FormulaNumber::Kronor(by), '/') if by.is_zero() => {
                    return Err(NumberError::NotANumber);
                }
                (FormulaNumber::Plain(one), FormulaNumber::Plain(other), '/') => {
                    one.checked_div(other).map(FormulaNumber::Plain)
                }
                (FormulaNumber::Kronor(one), FormulaNumber::Plain(other), '/') => {
                    one.checked_div(other).map(FormulaNumber::Kronor)
                }
                // An amount times an amount, or by one, is no amount.
                _ => return Err(NumberError::NotANumber),
            }
            .ok_or(NumberError::TooLarge)?;
        }
        Ok(product)
    }

    fn factor(&mut self) -> Result<FormulaNumber, NumberError> {
        const DEEPEST: u8 = 20;
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(NumberError::TooLarge);
        }
        let value = match self.take(&['-', '+', '(']) {
            Some('(') => {
                let inner = self.sum()?;
                self.take(&[')']).ok_or(NumberError::NotANumber)?;
                inner
            }
            Some('-') => match self.factor()? {
                FormulaNumber::Plain(number) => FormulaNumber::Plain(opposite(number)),
                FormulaNumber::Kronor(amount) => FormulaNumber::Kronor(opposite(amount)),
                FormulaNumber::Share(share) => FormulaNumber::Share(opposite(share)),
            },
            Some(_) => self.factor()?,
            None => self.number()?,
        };
        self.depth = self.depth.saturating_sub(1);
        Ok(value)
    }

    fn number(&mut self) -> Result<FormulaNumber, NumberError> {
        let Some(Token::Number(text)) = self.tokens.get(self.at) else { return Err(NumberError::NotANumber) };
        let text = text.trim();
        let value = if let Some(share) = text.strip_suffix('%') {
            FormulaNumber::Share(super::read_percent(share)?)
        } else if let Ok(number) = super::read_number(text) {
            FormulaNumber::Plain(number)
        } else {
            FormulaNumber::Kronor(read_amount(text, self.unit)?)
        };
        self.at = self.at.saturating_add(1);
        Ok(value)
    }
}

fn opposite(mut number: Decimal) -> Decimal {
    if !number.is_zero() {
        number.set_sign_negative(!number.is_sign_negative());
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn what_people_reckon_in_a_cell() {
        for (text, kronor) in [
            ("=1200*1,02", "1224"),
            ("950+30", "980"),
            ("=-40%", "600"),
            ("+2,5 %", "1025"),
            ("=(100+50)*2", "300"),
            ("=1 000/3", "333.33"),
            ("=100-30-20", "50"),
            ("=2*50%", "1"),
            ("=1 tkr + 500", "1500"),
            ("=1000×1,5", "1500"),
            ("=-(5-8)", "3"),
        ] {
            assert_eq!(read_typed(text, Unit::Kronor, Some(d("1000"))), Ok(Typed::Reckoned(d(kronor))), "{text}");
        }
        assert_eq!(read_typed("=1,2*100", Unit::Thousands, None), Ok(Typed::Reckoned(d("120000"))));
        assert_eq!(read_typed("=500 kr + 1", Unit::Thousands, None), Ok(Typed::Reckoned(d("1500"))));
    }

    #[test]
    fn an_amount_is_no_formula() {
        for text in ["1 250", "-3 200", "- 3 200", "(7 000)", "5 000 kr", "824*"] {
            assert!(matches!(read_typed(text, Unit::Kronor, None), Ok(Typed::Amount(_))), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_reckoned_is_refused() {
        for text in
            ["=", "=1/0", "=1+", "=(1", "=a+1", "=2 kr*3 kr", "=A1", "=100+2%", "=2%", "12 5", "1+2 3", "=-40%x"]
        {
            assert!(read_typed(text, Unit::Kronor, None).is_err(), "{text}");
        }
        assert_eq!(read_typed("-40%", Unit::Kronor, None), Err(NumberError::NotANumber));
        let deep = format!("={}1{}", "(".repeat(60), ")".repeat(60));
        assert!(read_typed(&deep, Unit::Kronor, None).is_err());
        assert!(read_typed(&format!("={}", "9*".repeat(40)), Unit::Kronor, None).is_err());
    }
}
