//! JSON text to a tree of values. Unlike serde_json it keeps numbers as written, refuses a field that stands twice,
//! and counts while it reads, so that no file can cost more than the limits allow.

use super::error::{Position, ReadError, Syntax};
use super::{MOST_DEPTH, MOST_VALUES};
use crate::form::{JsonValue, Path};
use crate::sorted::repeated;

/// Reads a text that is one JSON value.
pub(super) fn parse(text: &str) -> Result<JsonValue, ReadError> {
    let mut parser = Parser { text, rest: text, values: 0 };
    parser.skip_space();
    if parser.rest.is_empty() {
        return Err(parser.syntax(Syntax::Empty));
    }
    let value = parser.value(&Path::root(), 0)?;
    parser.skip_space();
    if parser.rest.is_empty() { Ok(value) } else { Err(ReadError::TrailingText { at: parser.position() }) }
}

struct Parser<'t> {
    text: &'t str,
    /// What is not read yet: always the end of `text`.
    rest: &'t str,
    values: usize,
}

impl<'t> Parser<'t> {
    fn value(&mut self, path: &Path<'_>, depth: usize) -> Result<JsonValue, ReadError> {
        self.values = self.values.saturating_add(1);
        if self.values > MOST_VALUES {
            return Err(ReadError::TooManyValues { at: self.position(), most: MOST_VALUES });
        }
        match self.rest.chars().next() {
            None => Err(self.syntax(Syntax::EndsEarly)),
            Some('{' | '[') if depth >= MOST_DEPTH => Err(ReadError::TooDeep { at: self.position(), most: MOST_DEPTH }),
            Some('{') => self.object(path, depth.saturating_add(1)),
            Some('[') => self.list(path, depth.saturating_add(1)),
            Some('"') => self.string().map(JsonValue::Text),
            Some('-' | '+' | '.' | '0'..='9') => self.number(),
            Some(_) => self.word(),
        }
    }

    fn object(&mut self, path: &Path<'_>, depth: usize) -> Result<JsonValue, ReadError> {
        self.take('{');
        let mut fields: Vec<(String, JsonValue)> = Vec::new();
        let mut starts = Vec::new();
        while self.more('}', fields.is_empty())? {
            starts.push(self.position_mark());
            if !self.rest.starts_with('"') {
                return Err(self.unexpected());
            }
            let name = self.string()?;
            self.skip_space();
            if !self.take(':') {
                return Err(self.unexpected());
            }
            self.skip_space();
            let value = self.value(&path.field(&name), depth)?;
            fields.push((name, value));
        }
        let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        if let Some(place) = repeated(&names).first().copied() {
            let path = path.field(names.get(place).copied().unwrap_or_default()).to_string();
            let at = self.position_at(starts.get(place).copied().unwrap_or_default());
            return Err(ReadError::DuplicateField { path, at });
        }
        Ok(JsonValue::Object(fields))
    }

    fn list(&mut self, path: &Path<'_>, depth: usize) -> Result<JsonValue, ReadError> {
        self.take('[');
        let mut items = Vec::new();
        while self.more(']', items.is_empty())? {
            let value = self.value(&path.item(items.len()), depth)?;
            items.push(value);
        }
        Ok(JsonValue::List(items))
    }

    /// Goes to the next member of a list or object; false at its end.
    fn more(&mut self, end: char, first: bool) -> Result<bool, ReadError> {
        self.skip_space();
        if self.take(end) {
            return Ok(false);
        }
        if first {
            return Ok(true);
        }
        let comma = self.rest;
        if self.take(',') {
            self.skip_space();
            if self.rest.starts_with(end) {
                self.rest = comma;
                return Err(self.syntax(Syntax::CommaBeforeEnd));
            }
            return Ok(true);
        }
        let begins_a_value = |c: char| c.is_ascii_alphanumeric() || matches!(c, '"' | '{' | '[' | '-');
        if self.rest.starts_with(begins_a_value) { Err(self.syntax(Syntax::NoComma)) } else { Err(self.unexpected()) }
    }

    fn string(&mut self) -> Result<String, ReadError> {
        self.take('"');
        let mut text = String::new();
        loop {
            let stop = self.rest.find(|c: char| c == '"' || c == '\\' || c < ' ');
            let Some((plain, rest)) = stop.and_then(|stop| self.rest.split_at_checked(stop)) else {
                self.rest = "";
                return Err(self.syntax(Syntax::EndsEarly));
            };
            text.push_str(plain);
            self.rest = rest;
            if self.take('"') {
                return Ok(text);
            }
            if !self.rest.starts_with('\\') {
                return Err(self.syntax(Syntax::ControlCharacter));
            }
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Result<char, ReadError> {
        let start = self.rest;
        self.take('\\');
        let Some(letter) = self.rest.chars().next() else { return Err(self.syntax(Syntax::EndsEarly)) };
        self.take(letter);
        let read = match letter {
            '"' | '\\' | '/' => Some(letter),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'u' => self.code_unit().and_then(|unit| match unit {
                0xD800..=0xDBFF => {
                    self.rest = self.rest.strip_prefix("\\u")?;
                    let low = self.code_unit()?;
                    let pair = char::decode_utf16([unit, low]).next()?;
                    pair.ok()
                }
                _ => char::from_u32(unit.into()),
            }),
            _ => None,
        };
        if read.is_none() {
            self.rest = start;
        }
        read.ok_or_else(|| self.syntax(Syntax::BadEscape))
    }

    /// Four hexadecimal digits.
    fn code_unit(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let all_digits = digits.bytes().all(|b| b.is_ascii_hexdigit());
        if all_digits { u16::from_str_radix(digits, 16).ok() } else { None }
    }

    fn number(&mut self) -> Result<JsonValue, ReadError> {
        let end = self.rest.find(|c: char| !(c.is_ascii_digit() || "+-.eE".contains(c)));
        let (number, rest) = end.and_then(|end| self.rest.split_at_checked(end)).unwrap_or((self.rest, ""));
        if !is_number(number) {
            return Err(self.syntax(Syntax::BadNumber));
        }
        self.rest = rest;
        Ok(JsonValue::Number(number.to_owned()))
    }

    fn word(&mut self) -> Result<JsonValue, ReadError> {
        for (word, value) in
            [("null", JsonValue::Null), ("true", JsonValue::Bool(true)), ("false", JsonValue::Bool(false))]
        {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return Ok(value);
            }
            if word.starts_with(self.rest) {
                self.rest = "";
                return Err(self.syntax(Syntax::EndsEarly));
            }
        }
        Err(self.unexpected())
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    fn take(&mut self, wanted: char) -> bool {
        let taken = self.rest.strip_prefix(wanted);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    fn unexpected(&self) -> ReadError {
        self.syntax(self.rest.chars().next().map_or(Syntax::EndsEarly, Syntax::Unexpected))
    }

    fn syntax(&self, what: Syntax) -> ReadError {
        ReadError::NotJson { at: self.position(), what }
    }

    fn position_mark(&self) -> usize {
        self.text.len().saturating_sub(self.rest.len())
    }

    fn position(&self) -> Position {
        self.position_at(self.position_mark())
    }

    fn position_at(&self, offset: usize) -> Position {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.matches('\n').count().saturating_add(1);
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()).saturating_add(1);
        Position { line, column }
    }
}

/// JSON's form of a number: `-12.5e3`, without leading zeros or plus.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (plain, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, "0"));
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && !leading_zero && digits(fraction) && digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_json_allows() {
        let text = " {\"a\" : [1, -0.5e+3, \"å\\u00e5\\ud83d\\ude00\\n\\/\", true, null, {}, []]}\r\n";
        let list = vec![
            JsonValue::Number("1".into()),
            JsonValue::Number("-0.5e+3".into()),
            JsonValue::Text("åå😀\n/".into()),
            JsonValue::Bool(true),
            JsonValue::Null,
            JsonValue::Object(vec![]),
            JsonValue::List(vec![]),
        ];
        assert_eq!(parse(text), Ok(JsonValue::Object(vec![("a".into(), JsonValue::List(list))])));
    }

    #[test]
    fn refuses_the_rest_with_its_place() {
        for (text, line, column, what) in [
            ("", 1, 1, Syntax::Empty),
            (" \r\n ", 2, 2, Syntax::Empty),
            ("{\n  \"a\": ", 2, 8, Syntax::EndsEarly),
            ("{\"a", 1, 4, Syntax::EndsEarly),
            ("[tr", 1, 4, Syntax::EndsEarly),
            ("{'a': 1}", 1, 2, Syntax::Unexpected('\'')),
            ("{\"å\" 1}", 1, 6, Syntax::Unexpected('1')),
            ("[1,\n2,\n]", 2, 2, Syntax::CommaBeforeEnd),
            ("[1 2]", 1, 4, Syntax::NoComma),
            ("[1; 2]", 1, 3, Syntax::Unexpected(';')),
            ("[01]", 1, 2, Syntax::BadNumber),
            ("[1.]", 1, 2, Syntax::BadNumber),
            ("[+1]", 1, 2, Syntax::BadNumber),
            ("[NaN]", 1, 2, Syntax::Unexpected('N')),
            ("[\"\\x\"]", 1, 3, Syntax::BadEscape),
            ("[\"\\ud800\"]", 1, 3, Syntax::BadEscape),
            ("[\"\\u+123\"]", 1, 3, Syntax::BadEscape),
            ("[\"a\nb\"]", 1, 4, Syntax::ControlCharacter),
        ] {
            assert_eq!(parse(text), Err(ReadError::NotJson { at: Position { line, column }, what }), "{text}");
        }
        assert_eq!(parse("{} x"), Err(ReadError::TrailingText { at: Position { line: 1, column: 4 } }));
    }

    #[test]
    fn a_field_twice_is_refused_not_chosen_between() {
        let error = ReadError::DuplicateField { path: "a[1].b".into(), at: Position { line: 1, column: 21 } };
        assert_eq!(parse(r#"{"a": [0, {"b": 1,  "b": 1}]}"#), Err(error));
    }

    #[test]
    fn limits_hold() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(MOST_DEPTH)).is_ok());
        assert!(matches!(parse(&nested(MOST_DEPTH + 1)), Err(ReadError::TooDeep { .. })));
        assert!(matches!(parse(&"[".repeat(1_000_000)), Err(ReadError::TooDeep { .. })));
        let list = |values: usize| format!("[{}0]", "0,".repeat(values - 2));
        assert!(parse(&list(MOST_VALUES)).is_ok());
        assert!(matches!(parse(&list(MOST_VALUES + 1)), Err(ReadError::TooManyValues { .. })));
    }
}
