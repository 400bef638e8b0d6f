//! Numbers and dates as texts.

use calamine::ExcelDateTime;

/// A sheet's numbers are floats: what is within a float's reach of öre is öre. Written with a decimal comma: a point with
/// three decimals could be read as thousands.
pub fn number(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    let near = (number - rounded).abs() <= number.abs() * 1e-12;
    let text = format!("{}", if near { rounded } else { number });
    text.replace('.', ",").replace("NaN", "#NUM!").replace("inf", "#NUM!")
}

/// A date as year, month and day; a duration as its number.
pub fn date(date: &ExcelDateTime) -> String {
    if !date.is_datetime() {
        return number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year}-{month:02}-{day:02}")
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
        for (float, text) in
            [(1_640_000.0, "1640000"), (0.1 + 0.2, "0,3"), (194_750.46, "194750,46"), (-5.0, "-5"), (f64::NAN, "#NUM!")]
        {
            assert_eq!(number(float), text);
        }
    }
}
