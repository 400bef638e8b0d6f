//! When something happened, in the words of somebody who was there.

use crate::words::{Language, home as text};
use js_sys::{Date, Object, Reflect};

/// When a plan was changed, from milliseconds since 1970.
pub fn changed(language: Language, moment: f64) -> String {
    if moment <= 0.0 {
        return text::sometime(language).to_owned();
    }
    let then = Date::new(&moment.into());
    let now = Date::new_0();
    let yesterday = Date::new(&now.clone().into());
    yesterday.set_date(now.get_date().saturating_sub(1));
    let day = |date: &Date| date.to_date_string();
    let time = format!("{:02}.{:02}", then.get_hours(), then.get_minutes());
    if day(&then) == day(&now) {
        text::Today { time }.say(language)
    } else if day(&then) == day(&yesterday) {
        text::Yesterday { time }.say(language)
    } else {
        text::OnDate { date: date(language, &then) }.say(language)
    }
}

/// A moment, from milliseconds since 1970: 7 mars 2026 14.32.
pub fn moment(language: Language, moment: f64) -> String {
    let then = Date::new(&moment.into());
    format!("{} {:02}.{:02}", date(language, &then), then.get_hours(), then.get_minutes())
}

/// Today's date.
pub fn today(language: Language) -> String {
    date(language, &Date::new_0())
}

/// Today's date for files: 2026-03-07.
pub fn iso_today() -> String {
    let day = Date::new_0();
    format!("{:04}-{:02}-{:02}", day.get_full_year(), day.get_month().saturating_add(1), day.get_date())
}

/// A date as people write it: 7 mars 2026.
fn date(language: Language, date: &Date) -> String {
    let options = Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = Reflect::set(&options, &part.into(), &form.into());
    }
    let locale = match language {
        Language::Sv => "sv-SE",
        Language::En => "en-GB",
    };
    date.to_locale_date_string(locale, &options).into()
}
