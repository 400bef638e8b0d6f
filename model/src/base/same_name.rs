//! Names that people take for the same: in small letters or large, with space around them or without.

/// Whether two names are the same but for large letters and the space around them.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    one.trim().chars().map(small).eq(other.trim().chars().map(small))
}

/// The small letter of a large one in the alphabets of Europe. The standard library's table of all scripts would weigh more
/// than most of what is fetched with it before a plan is shown.
fn small(letter: char) -> char {
    let code = u32::from(letter);
    let after = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if code.is_multiple_of(2) => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if !code.is_multiple_of(2) => 1,
        _ => 0,
    };
    char::from_u32(code.saturating_add(after)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_and_small_letters_are_the_same() {
        assert!(is_same_name(" ÅSELE kommun", "Åsele Kommun "));
        assert!(is_same_name("ČAKOVEC, ŁÓDŹ", "Čakovec, Łódź"));
        assert!(is_same_name("САНКТ-ПЕТЕРБУРГ", "Санкт-Петербург"));
        assert!(!is_same_name("Åsele", "Asele") && !is_same_name("Mora", "Mor"));
    }

    #[test]
    fn a_letter_becomes_the_small_one_that_the_standard_library_knows() {
        let letters = ('\u{0}'..'\u{180}').chain('Α'..'Ϊ').chain('Ѐ'..'ѐ');
        // The Turkish one becomes two letters there; that of the diaeresis lies far from its own.
        for letter in letters.filter(|letter| !matches!(letter, 'İ' | 'Ÿ')) {
            assert!(letter.to_lowercase().eq([small(letter)]), "{letter}");
        }
    }
}
