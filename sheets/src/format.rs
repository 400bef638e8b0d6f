//! Number formats: what a cell shows of its value. A cell that shows thousands of its kronor still holds kronor.

/// How a format shows a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// In per cent.
    Percent,
    /// With a unit of its own, or in thousands or millions of the kronor that the cell holds.
    In(&'static str),
}

/// Reads a format's code (`#,##0,`, `0.0%`, `#,##0" tkr"`). Of its sections the first is for positive numbers.
pub fn shown(code: &str) -> Shown {
    let (mut bare, mut said) = (String::new(), String::new());
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => said.extend(letters.by_ref().take_while(|c| *c != '"')),
            '\\' => said.extend(letters.next()),
            '_' | '*' => drop(letters.next()),
            // [$kr-41D] is a currency, [Red] a colour.
            '[' => {
                let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                said.extend(
                    inner.strip_prefix('$').into_iter().flat_map(|name| name.chars().take_while(|c| *c != '-')),
                );
            }
            _ => bare.push(letter),
        }
    }
    if bare.contains('%') {
        return Shown::Percent;
    }
    if is_scaled(&bare) {
        return Shown::In("kr");
    }
    unit(&said)
}

/// What is said beside a number: its unit, if it is one.
pub fn unit(said: &str) -> Shown {
    match said.trim().to_lowercase().as_str() {
        "kr" | "sek" | ":-" => Shown::In("kr"),
        "tkr" | "kkr" | "tsek" | "ksek" => Shown::In("tkr"),
        "mkr" | "mnkr" | "msek" => Shown::In("mkr"),
        _ => Shown::Plain,
    }
}

/// Whether a comma stands after the last digit before the decimals or the end: it divides by a thousand.
fn is_scaled(bare: &str) -> bool {
    let digit = |c: char| matches!(c, '0' | '#' | '?');
    let after = |at: usize| bare.get(at..).unwrap_or_default().trim_start_matches(',').chars().next();
    let before = |at: usize| bare.get(..at).unwrap_or_default().trim_end_matches(',').chars().next_back();
    bare.match_indices(',').any(|(at, _)| before(at).is_some_and(digit) && !after(at).is_some_and(digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_as_spreadsheets_have_them() {
        for (code, how) in [
            ("General", Shown::Plain),
            ("#,##0", Shown::Plain),
            ("#,##0.00;[Red]-#,##0.00", Shown::Plain),
            ("0%", Shown::Percent),
            ("0.0\\ %", Shown::Percent),
            ("#,##0,", Shown::In("kr")),
            ("0.0,,", Shown::In("kr")),
            ("#,##0,.0", Shown::In("kr")),
            ("#,##0,\" tkr\"", Shown::In("kr")),
            ("#,##0\" tkr\"", Shown::In("tkr")),
            ("_-* #,##0.00\\ [$kr-41D]_-;-* #,##0.00\\ [$kr-41D]_-", Shown::In("kr")),
            ("#,##0\\ \"anställda, st\"", Shown::Plain),
        ] {
            assert_eq!(shown(code), how, "{code}");
        }
    }
}
