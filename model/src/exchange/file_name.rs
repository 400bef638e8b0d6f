//! File names that every system takes.

use crate::money::is_invisible;

/// Names that Windows keeps for devices, whatever stands after the first dot.
const DEVICES: [&str; 30] = [
    "con", "conin$", "conout$", "prn", "aux", "nul", "com¹", "com²", "com³", "lpt¹", "lpt²", "lpt³", "com1", "com2",
    "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
    "lpt8", "lpt9",
];

/// What Windows refuses in a name; other systems take all but the stroke.
const REFUSED: [char; 9] = ['\\', '/', ':', '*', '?', '"', '<', '>', '|'];

/// As much as all systems take with an ending after it, in bytes of UTF-8.
const MOST_BYTES: usize = 180;

/// The beginning of a file's name from the name of what is in it: as people wrote it, in whatever script, without what a
/// file system refuses or nobody sees, and never a name that Windows keeps for itself.
pub fn file_stem(name: &str) -> String {
    stem(name, MOST_BYTES)
}

/// The same of two names: of neither so much that the other does not show.
pub fn pair_stem(first: &str, second: &str) -> String {
    let second = stem(second, MOST_BYTES / 2);
    let room = MOST_BYTES.saturating_sub(second.len()).saturating_sub(1);
    format!("{}-{second}", stem(first, room))
}

fn stem(name: &str, most: usize) -> String {
    let shown = name.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let taken = shown.filter(|letter| !letter.is_control() && !is_invisible(*letter));
    let plain: String = taken.map(|letter| if REFUSED.contains(&letter) { '-' } else { letter }).collect();
    let mut stem = String::new();
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        let space = if stem.is_empty() { "" } else { " " };
        let room = most.saturating_sub(stem.len().saturating_add(space.len()));
        let fits = word.char_indices().take_while(|(at, letter)| at.saturating_add(letter.len_utf8()) <= room);
        let fits: String = fits.map(|(_, letter)| letter).collect();
        if fits.is_empty() {
            break;
        }
        stem.push_str(space);
        stem.push_str(&fits);
        if fits.len() < word.len() {
            break;
        }
    }
    // Windows takes no dot or space at the end; a dot at the beginning hides the file elsewhere.
    let stem = stem.trim_matches(|letter| matches!(letter, '.' | ' '));
    let device = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    match stem {
        "" => "plan".to_owned(),
        _ if DEVICES.contains(&device.as_str()) => format!("plan-{stem}"),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_windows_refuses_is_told_apart() {
        assert_eq!(file_stem("Con"), "plan-Con");
        assert_eq!(file_stem("COM1"), "plan-COM1");
        assert_eq!(file_stem("aux.2016"), "plan-aux.2016");
        assert_eq!(file_stem("COM¹"), "plan-COM¹");
        assert_eq!(file_stem("CONIN$.x"), "plan-CONIN$.x");
        assert_eq!(file_stem("con .x"), "plan-con .x");
        assert_eq!(file_stem("Congress"), "Congress");
    }

    #[test]
    fn a_name_keeps_its_own_letters_and_loses_what_file_systems_refuse() {
        assert_eq!(file_stem("Växjö 2014–2016"), "Växjö 2014–2016");
        assert_eq!(file_stem("Сводный план 計画"), "Сводный план 計画");
        assert_eq!(file_stem("Bas/process: 60 % *?"), "Bas-process- 60 % --");
        assert_eq!(file_stem(" .hidden\tplan\n. "), "hidden plan");
        assert_eq!(file_stem("a\u{202e}b\u{200b}c\u{0}"), "abc");
        assert_eq!(file_stem("Plan 📈 . . "), "Plan 📈");
        assert_eq!(file_stem("???"), "---");
        for none in ["", " ", "...", "\u{200b}"] {
            assert_eq!(file_stem(none), "plan");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        let long = file_stem(&"å".repeat(300));
        assert_eq!((long.len(), long.chars().count()), (180, 90));
        assert!(file_stem(&"ord ".repeat(90)).len() <= 180);
        assert_eq!(file_stem(&"📈".repeat(90)).len(), 180);
        let pair = pair_stem(&"å".repeat(200), &"ö".repeat(200));
        assert_eq!((pair.len(), pair.chars().filter(|c| *c == 'ö').count()), (179, 45));
        assert_eq!(pair_stem("Växjö", "A/B"), "Växjö-A-B");
    }
}
