//! Keys: a chord, how it is written, and lists of keys with what each does. A list is the one place for its keys: what is
//! pressed is looked up in it, and help reads it out.

use crate::words::Word;
use leptos::prelude::window;
use web_sys::KeyboardEvent;

/// A key with its modifiers. `primary` is Ctrl, or ⌘ on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    key: &'static str,
    primary: bool,
    shift: bool,
    alt: bool,
}

/// A key alone, by the name that the browser has for it.
pub const fn key(key: &'static str) -> Chord {
    Chord { key, primary: false, shift: false, alt: false }
}

/// A key with Ctrl.
pub const fn primary(key: &'static str) -> Chord {
    Chord { key, primary: true, shift: false, alt: false }
}

/// A key with Alt.
pub const fn alt(key: &'static str) -> Chord {
    Chord { key, primary: false, shift: false, alt: true }
}

impl Chord {
    /// The same with Shift.
    pub const fn shift(self) -> Chord {
        Chord { shift: true, ..self }
    }

    /// How the chord is written in menus and help.
    pub fn label(self) -> String {
        let mac = window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"));
        let mut label = String::new();
        if self.primary {
            label.push_str(if mac { "⌘" } else { "Ctrl+" });
        }
        if self.alt {
            label.push_str(if mac { "⌥" } else { "Alt+" });
        }
        if self.shift {
            label.push_str(if mac { "⇧" } else { "Shift+" });
        }
        match self.key {
            "ArrowLeft" => label.push('←'),
            "ArrowRight" => label.push('→'),
            "ArrowUp" => label.push('↑'),
            "ArrowDown" => label.push('↓'),
            "Escape" => label.push_str("Esc"),
            "PageDown" => label.push_str("Page Down"),
            "PageUp" => label.push_str("Page Up"),
            " " => label.push_str("Space"),
            letter if letter.chars().count() == 1 => label.push_str(&letter.to_ascii_uppercase()),
            named => label.push_str(named),
        }
        label
    }

    /// Whether this is what was pressed.
    pub fn matches(self, event: &KeyboardEvent) -> bool {
        let is = str::eq_ignore_ascii_case;
        // "?" already says that Shift is down; Alt with a letter may give another character on a Mac.
        let code = event.code();
        let by_place =
            || ["Key", "Digit"].iter().any(|kind| code.strip_prefix(kind).is_some_and(|code| is(code, self.key)));
        let same_key = is(&event.key(), self.key) || (self.alt && by_place());
        let shift = self.key == "?" || event.shift_key() == self.shift;
        same_key && shift && (event.ctrl_key() || event.meta_key()) == self.primary && event.alt_key() == self.alt
    }

    /// Whether it is a letter or sign that people also write.
    pub fn is_single_letter(self) -> bool {
        !self.primary && !self.alt && self.key.chars().count() == 1
    }
}

/// How many of a line's chords help shows: the first ones say enough.
pub const SHOWN: usize = 4;

/// A line of help: keys, and what they do.
pub type KeyLine = (&'static [Chord], Word);

/// A list of keys: one line a key, with its chords and the words for what it does.
macro_rules! keys {
    ($(#[$about:meta])* $list:ident { $($(#[$doc:meta])* $key:ident [$($chord:expr),+] $what:path;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $list { $($(#[$doc])* $key),+ }

        impl $list {
            /// The list with its words, for help.
            pub const LINES: &'static [$crate::keys::KeyLine] = &[$((&[$($chord),+], $what)),+];
            const ALL: &'static [$list] = &[$($list::$key),+];

            /// What was pressed, if the list has it.
            pub fn of(event: &web_sys::KeyboardEvent) -> Option<$list> {
                let pressed = |(key, (chords, _)): (&$list, &$crate::keys::KeyLine)| {
                    chords.iter().any(|chord| chord.matches(event)).then_some(*key)
                };
                $list::ALL.iter().zip($list::LINES).find_map(pressed)
            }
        }
    };
}
pub(crate) use keys;
