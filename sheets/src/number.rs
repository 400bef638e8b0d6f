//! Numbers and dates as texts.

use crate::format::Look;
use calamine::ExcelDateTime;

/// A sheet's numbers are floats: what is within a float's reach of öre is öre. Written with a decimal comma, and a
/// fourth decimal after three, which could be read as thousands.
pub fn number(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    let near = (number - rounded).abs() <= number.abs() * 1e-12;
    let mut text = format!("{}", if near { rounded } else { number });
    if text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) {
        text.push('0');
    }
    text.replace('.', ",").replace("NaN", "#NUM!").replace("inf", "#NUM!")
}

/// A date as it is shown: its year, the year with the month's name, or year, month and day. A duration has hours.
pub fn date(date: &ExcelDateTime, look: Look) -> String {
    if !date.is_datetime() {
        return format!("{} h", number(date.as_f64() * 24.0));
    }
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    match look {
        Look::Time => format!("{hour:02}:{minute:02}"),
        _ => iso_date(&format!("{year}-{month:02}-{day:02}"), look),
    }
}

/// The same of a date as year, month and day, whatever stands after it.
pub fn iso_date(date: &str, look: Look) -> String {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let month = date.get(5..7).and_then(|month| month.parse::<usize>().ok()?.checked_sub(1));
    match (look, date.get(..4), month.and_then(|month| MONTHS.get(month))) {
        (Look::Year, Some(year), _) => year.to_owned(),
        (Look::Month, Some(year), Some(month)) => format!("{month} {year}"),
        _ => date.chars().take(10).collect(),
    }
}

/// A text on one line.
pub fn text(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_read_as_people_wrote_them() {
        for (float, text) in [
            (1_640_000.0, "1640000"),
            (0.1 + 0.2, "0,3"),
            (194_750.46, "194750,46"),
            (207.716, "207,7160"),
            (-5.0, "-5"),
            (f64::NAN, "#NUM!"),
        ] {
            assert_eq!(number(float), text);
        }
    }
}
