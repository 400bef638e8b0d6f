//! The timeline as a calendar file (iCalendar, RFC 5545), so that the board's dates end up where people keep theirs.
//! All-day events in the order of time. Texts come worded by the app; nothing is read from a clock.

use super::timeline::{Dated, Occurrence};
use crate::calendar::Month;
use crate::plan::{AnnualEvent, Id, StepWhat, Target};

/// The app's words for the file, each for one thing.
pub struct CalendarText<'a> {
    /// The plan, which tells its dates from those of others in the same calendar.
    pub plan: &'a Id,
    /// The calendar's name: the plan's.
    pub name: &'a str,
    /// What a step is called.
    pub step: &'a dyn Fn(&StepWhat) -> String,
    /// What the description says of a step: the target that it leads to.
    pub step_description: &'a dyn Fn(&Target) -> String,
}

/// A moment in UTC for the file's own stamp, told by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The day's month.
    pub month: Month,
    /// The day, 1–31.
    pub day: u8,
    /// The hour, 0–23.
    pub hour: u8,
    /// The minute, 0–59.
    pub minute: u8,
    /// The second, 0–59.
    pub second: u8,
}

/// The calendar file of targets with their steps and of the year's cycle. Done steps are left out. The same parts keep
/// their UIDs from file to file, so that a calendar that has read an earlier one moves them and does not double them.
pub fn ics(
    text: &CalendarText,
    targets: &[(&Target, &Dated)],
    events: &[(&AnnualEvent, Occurrence)],
    stamp: Stamp,
) -> String {
    let mut file = File { text: String::new(), plan: text.plan, stamp: stamp_text(stamp) };
    for line in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samplan//Samplan//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        file.line(line);
    }
    file.line(&format!("X-WR-CALNAME:{}", escaped(text.name)));
    for (target, dated) in targets {
        let mut named: Vec<String> = Vec::new();
        for step in &dated.steps {
            let name = uid_of(&step.what, step.place);
            // The same usual step can stand twice.
            let before = named.iter().filter(|other| **other == name).count();
            let again = if before == 0 { String::new() } else { format!(".{}", before.saturating_add(1)) };
            let uid = format!("target.{}.{name}{again}", target.id);
            named.push(name);
            if step.lateness == super::Lateness::Done {
                continue;
            }
            file.event(&CalendarEntry {
                uid: &uid,
                first: (step.first, 1),
                last: (step.last, step.last.days()),
                summary: &(text.step)(&step.what),
                description: &(text.step_description)(target),
            });
        }
        if !target.done {
            file.event(&CalendarEntry {
                uid: &format!("target.{}.in-place", target.id),
                first: (target.date, 1),
                last: (target.date, 1),
                summary: &target.name,
                description: &target.source,
            });
        }
    }
    for (event, occurrence) in events {
        let (first, last) = match (occurrence.day, event.last) {
            (Some(day), None) => ((occurrence.first, day), (occurrence.first, day)),
            (day, _) => ((occurrence.first, day.unwrap_or(1)), (occurrence.last, occurrence.last.days())),
        };
        file.event(&CalendarEntry {
            uid: &format!("event.{}.{}", event.id, occurrence.year),
            first,
            last,
            summary: &event.name,
            description: &event.what,
        });
    }
    file.line("END:VCALENDAR");
    file.text
}

struct CalendarEntry<'a> {
    uid: &'a str,
    first: (Month, u8),
    last: (Month, u8),
    summary: &'a str,
    description: &'a str,
}

struct File<'a> {
    text: String,
    plan: &'a Id,
    stamp: String,
}

/// The most octets of a line, its break not counted (RFC 5545 3.1).
const MOST_OCTETS: usize = 75;

impl File<'_> {
    fn event(&mut self, entry: &CalendarEntry) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}.{}@samplan", self.plan, entry.uid));
        self.line(&format!("DTSTAMP:{}", self.stamp));
        self.line(&format!("DTSTART;VALUE=DATE:{}", date(entry.first)));
        // The end of an all-day event is the day after its last.
        self.line(&format!("DTEND;VALUE=DATE:{}", date(day_after(entry.last))));
        self.line(&format!("SUMMARY:{}", escaped(entry.summary)));
        if !entry.description.is_empty() {
            self.line(&format!("DESCRIPTION:{}", escaped(entry.description)));
        }
        // All-day events that only inform do not make people busy.
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// Writes a line, folded so that no part has more octets than allowed, and never inside a character.
    fn line(&mut self, line: &str) {
        let mut octets = 0usize;
        for letter in line.chars() {
            if octets.saturating_add(letter.len_utf8()) > MOST_OCTETS {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(letter);
            octets = octets.saturating_add(letter.len_utf8());
        }
        self.text.push_str("\r\n");
    }
}

/// A step's own name in its UID: the usual step's, or for own words its place.
fn uid_of(what: &StepWhat, place: usize) -> String {
    match what {
        StepWhat::Preset(kind) => format!("{kind:?}").to_ascii_lowercase(),
        StepWhat::Own(_) => format!("own-{place}"),
    }
}

fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => written.extend(['\\', letter]),
            '\n' | '\r' => written.push_str("\\n"),
            // Other control characters cannot stand in a text.
            letter if letter.is_control() && letter != '\t' => {}
            letter => written.push(letter),
        }
    }
    written
}

fn date((month, day): (Month, u8)) -> String {
    format!("{}{:02}{day:02}", month.year(), month.number())
}

fn day_after((month, day): (Month, u8)) -> (Month, u8) {
    if day < month.days() { (month, day.saturating_add(1)) } else { (month.next(), 1) }
}

fn stamp_text(stamp: Stamp) -> String {
    let day = date((stamp.month, stamp.day));
    format!("{day}T{:02}{:02}{:02}Z", stamp.hour, stamp.minute, stamp.second)
}
