//! What a spreadsheet's clipboard says behind what it shows: the value of a cell, and which mark parts thousands.

use crate::money::{Decimal, round_dp};
use crate::table::figure::{self, Doubt, Figure};

/// The marks that Excel says that it shows numbers with, where they are commas or points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks {
    thousands: Option<char>,
    decimal: Option<char>,
}

impl Marks {
    pub(super) fn of(html: &str) -> Marks {
        let told = |name: &str| {
            let (_, after) = html.split_once(name)?;
            let mark = after.trim_start_matches([':', ' ', '"', '\'', '\\']).chars().next();
            mark.filter(|mark| matches!(mark, ',' | '.'))
        };
        Marks { thousands: told("mso-displayed-thousand-separator"), decimal: told("mso-displayed-decimal-separator") }
    }
}

/// An attribute as it is written.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!("{name}="))?;
    match after.chars().next()? {
        quote @ ('"' | '\'') => after.get(1..)?.split(quote).next(),
        _ => after.split_whitespace().next(),
    }
}

/// The value behind what a cell shows, by Calc (`sdval="1640000"`), Excel (`x:num="1640000"`) or Google's sheets
/// (`data-sheets-value='{"1":3,"3":1640000}'`).
pub(super) fn value(tag: &str) -> Option<Decimal> {
    if let Some(number) = attribute(tag, "sdval").or_else(|| attribute(tag, "x:num")) {
        return number.parse().ok();
    }
    let json = attribute(tag, "data-sheets-value")?.replace("&quot;", "\"");
    let (_, after) = json.split_once("\"3\":").filter(|_| json.contains("\"1\":3"))?;
    after.split([',', '}']).next()?.trim().parse().ok()
}

/// What a cell tells: what it shows, read with what is said behind it.
pub(super) fn told(text: String, value: Option<Decimal>, marks: Marks, is_coloured: bool) -> String {
    match figure::read(&text) {
        Figure::Amount { value: shown, scale, .. } => {
            let signed = shown.is_sign_negative() || shown.is_zero();
            let Some(value) = value else {
                // In the colour of a format without a sign: a negative amount, most likely.
                return if is_coloured && !signed { format!("{text} (-{text})") } else { text };
            };
            let written = shown.abs().checked_mul(scale.unwrap_or_default().factor());
            // Where a format shows thousands or millions the value is in kronor.
            let scaled = [1_000, 1_000_000].into_iter().filter_map(|factor| value.checked_div(Decimal::from(factor)));
            if written != Some(value.abs())
                && !shown.is_zero()
                && !is_shown_as(value, shown)
                && scaled.into_iter().any(|value| is_shown_as(value, shown))
            {
                return format!("{} kr", value.normalize());
            }
            match value.is_sign_negative() && !signed && is_shown_as(value, shown) {
                true if is_coloured => format!("-{text}"),
                true => format!("{text} (-{text})"),
                false => text,
            }
        }
        Figure::Doubtful(Doubt::Ambiguous) => {
            let Some(mark) = text.chars().find(|c| matches!(c, ',' | '.')) else { return text };
            let (whole, fraction) = (text.replace(mark, " "), with_decimals(&text, mark));
            let says = |text: &str| match (figure::read(text), value) {
                (Figure::Amount { value: read, .. }, Some(value)) => read == value,
                _ => false,
            };
            if says(&whole) || value.is_none() && marks.thousands == Some(mark) {
                whole
            } else if says(&fraction) || value.is_none() && marks.decimal == Some(mark) {
                fraction
            } else {
                text
            }
        }
        _ => text,
    }
}

/// Whether a value is seen as this number, but for its sign.
fn is_shown_as(value: Decimal, shown: Decimal) -> bool {
    round_dp(value.abs(), shown.scale()) == shown.abs()
}

/// A number whose three digits after the mark are decimals, written so that they can be nothing else.
fn with_decimals(text: &str, mark: char) -> String {
    let Some((whole, after)) = text.split_once(mark) else { return text.to_owned() };
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    let (digits, rest) = after.split_at_checked(end).unwrap_or((after, ""));
    format!("{whole},{digits}0{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_three_programs() {
        for tag in [
            "td align=\"right\" sdval=\"54000\" sdnum=\"1053;\"",
            "td class=xl24 align=right x:num=\"54000\"",
            "td x:num=54000 class=xl24",
            "td data-sheets-value=\"{&quot;1&quot;:3,&quot;3&quot;:54000}\"",
        ] {
            assert_eq!(value(tag), Some(54_000.into()), "{tag}");
        }
        for tag in
            ["td x:num", "td x:num=\"\"", "td data-sheets-value=\"{&quot;1&quot;:2,&quot;2&quot;:&quot;3&quot;}\""]
        {
            assert_eq!(value(tag), None, "{tag}");
        }
        let style = |mark: &str| format!("<style>table {{mso-displayed-thousand-separator:\"{mark}\";}}</style>");
        assert_eq!(Marks::of(&style("\\,")).thousands, Some(','));
        assert_eq!(Marks::of(&style(" ")), Marks::default());
    }

    #[test]
    fn what_is_shown_is_read_with_what_is_behind_it() {
        let none = Marks::default();
        let english = Marks { thousands: Some(','), decimal: Some('.') };
        let swedish = Marks { thousands: None, decimal: Some(',') };
        for (shown, value, marks, coloured, right) in [
            ("54,000", Some("54000"), none, false, "54 000"),
            ("54,000", Some("54"), none, false, "54,0000"),
            ("1,640 mkr", None, swedish, false, "1,6400 mkr"),
            ("1.640", None, swedish, false, "1.640"),
            ("54,000", None, english, false, "54 000"),
            ("54,000", None, none, false, "54,000"),
            ("54,000", Some("7"), english, false, "54,000"),
            ("1 640", Some("1640000"), none, false, "1640000 kr"),
            ("1,6", Some("1640000"), none, false, "1640000 kr"),
            ("120 tkr", Some("120000"), none, false, "120 tkr"),
            // A day that shows its year alone.
            ("27", Some("46388"), none, false, "27"),
            ("450", Some("-450"), none, false, "450 (-450)"),
            ("450", Some("-450"), none, true, "-450"),
            ("450", None, none, true, "450 (-450)"),
            ("-450", None, none, true, "-450"),
            ("(450)", Some("-450"), none, true, "(450)"),
        ] {
            let value = value.map(|value| value.parse().unwrap());
            assert_eq!(told(shown.to_owned(), value, marks, coloured), right, "{shown} {value:?}");
        }
    }
}
