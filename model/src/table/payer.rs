//! Who pays a contribution, by its name.

use super::known::{KnownMember, letters};
use crate::base::Party;

/// Who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payer {
    /// A member, by its place in the list of known members.
    Member(usize),
    /// A party as a whole.
    Party(Party),
    /// Several members could be meant.
    Unclear,
}

/// The party that a text's words speak of. A municipality's name alone speaks of none.
pub(super) fn party(text: &str) -> Option<Party> {
    let text = text.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| text.contains(part));
    let word = |words: &[&str]| text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    let begins = |parts: &[&str]| parts.iter().any(|part| text.starts_with(part));
    let state = has(&["försäkringskass", "arbetsförmedling", "social insurance agency", "employment service"])
        || word(&["fk", "af", "staten", "statens", "statligt"])
        || paid(&text, "statlig")
        || begins(&["statsbidrag", "statsanslag", "statsmedel"]);
    let region = has(&["landsting", "sjukvårdsnämnd", "hälso- och"])
        || word(&["region", "regionen", "regionens"])
        || paid(&text, "regional")
        || begins(&["regionbidrag", "regionsbidrag", "regionmedel"]);
    let municipality = has(&["kommun", "municipalit"]) || word(&["stad", "stads"]);
    match (state, region, municipality) {
        (true, false, false) => Some(Party::State),
        (false, true, false) => Some(Party::Region),
        (false, false, true) => Some(Party::Municipalities),
        _ => None,
    }
}

/// Whether a text speaks of money from a party (*Statlig tilldelning*, *Regionala medel*), and not of what is done there
/// (*Regionalt nätverk*).
fn paid(text: &str, party: &str) -> bool {
    const MONEY: [&str; 8] = ["tilldelning", "medel", "bidrag", "finansiering", "anslag", "insats", "andel", "avgift"];
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        matches!(pair, [from, what] if from.starts_with(party) && MONEY.iter().any(|money| what.starts_with(money)))
    })
}

/// Who pays a contribution of this name; `None` when the name tells nothing.
pub(super) fn payer(name: &str, members: &[KnownMember]) -> Option<Payer> {
    let written = letters(name);
    let whole = members.iter().position(|member| letters(&member.name) == written);
    if let Some(member) = whole {
        return Some(Payer::Member(member));
    }
    let party = party(name);
    let told: Vec<usize> = members
        .iter()
        .enumerate()
        .filter(|(_, member)| party.is_none_or(|party| party == member.party))
        .filter(|(_, member)| names(name, &member.name, party.is_some()))
        .map(|(place, _)| place)
        .collect();
    match (told.as_slice(), party) {
        ([member], _) => Some(Payer::Member(*member)),
        ([], party) => party.map(Payer::Party),
        (_, Some(party)) => Some(Payer::Party(party)),
        (_, None) => Some(Payer::Unclear),
    }
}

/// Whether a text is a member's name and nothing that is done there (*Handledare Växjö*).
pub(super) fn is_bare(text: &str, member: &KnownMember) -> bool {
    const PAID: [&str; 6] = ["bidrag", "insats", "avgift", "medlemsavgift", "medlemsbidrag", "från"];
    let words = |text: &str| -> Vec<String> {
        let words = text.to_lowercase();
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let own = words(&member.name);
    let same = |word: &str, own: &str| {
        word == own || word.strip_suffix('s') == Some(own) || own.strip_suffix('s') == Some(word)
    };
    words(text).iter().all(|word| {
        KIND.contains(&word.as_str()) || PAID.contains(&word.as_str()) || own.iter().any(|own| same(word, own))
    })
}

/// What kind of member a name says; not its own word.
const KIND: [&str; 10] =
    ["kommun", "kommuns", "region", "regionen", "landsting", "landstinget", "stad", "stads", "län", "läns"];

/// Whether a text has a member's own word in it (*Örebro* of *Örebro kommun*), also as a genitive.
fn names(text: &str, member: &str, party_is_told: bool) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let own: Vec<String> = words(member).into_iter().filter(|word| !KIND.contains(&word.as_str())).collect();
    let text = words(text);
    let same = |word: &String, own: &String| {
        word == own || word.strip_suffix('s') == Some(own) || own.strip_suffix('s') == Some(word)
    };
    if own.is_empty() {
        return party_is_told;
    }
    own.iter().all(|own| text.iter().any(|word| same(word, own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members() -> Vec<KnownMember> {
        [
            ("Försäkringskassan", Party::State),
            ("Arbetsförmedlingen", Party::State),
            ("Region Örebro län", Party::Region),
            ("Örebro kommun", Party::Municipalities),
            ("Lekebergs kommun", Party::Municipalities),
        ]
        .map(|(name, party)| KnownMember { name: name.to_owned(), party })
        .into()
    }

    #[test]
    fn a_part_of_a_name_is_not_enough() {
        for (name, payer_of) in [
            ("Bidrag Region Örebro", Some(Payer::Member(2))),
            ("Örebro kommun", Some(Payer::Member(3))),
            ("Bidrag från Lekebergs kommun", Some(Payer::Member(4))),
            ("Lekeberg", Some(Payer::Member(4))),
            ("Örebro", Some(Payer::Unclear)),
            ("Försäkringskassan", Some(Payer::Member(0))),
            ("FK och AF", Some(Payer::Party(Party::State))),
            ("Kommunerna", Some(Payer::Party(Party::Municipalities))),
            ("Insatser från huvudmännen", None),
        ] {
            assert_eq!(payer(name, &members()), payer_of, "{name}");
        }
    }
}
