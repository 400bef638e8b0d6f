//! What is left of the money, and what is to be shared out: rows that look like costs by their place, and are none.

use super::heading;

/// Whether a row is what goes on to a later year (*Överförs till 2028*): what is left of this one.
pub(super) fn goes_on(row: &str) -> bool {
    let name = row.to_lowercase();
    let moves = ["överför", "balanser", "förs ", "att överföra", "kvarstå"].iter().any(|start| name.starts_with(start));
    let later = ["nästa år", "kommande år", "efterföljande", "ny räkning", "eget kapital"];
    let to = name.split_once(" till ").map(|(_, to)| to);
    let to = to.is_some_and(|to| {
        later.iter().any(|later| to.starts_with(later))
            || heading::bare_year(to).is_some()
            || to.strip_prefix("år ").is_some_and(|year| heading::bare_year(year).is_some())
    });
    moves && (to || name.contains("i ny räkning"))
}

/// Whether a row is of all the money that there is to spend (*Tillgängliga medel*, *Att disponera*): income again, a sum,
/// what is left, or a line of its own. Only people know.
pub(super) fn is_shared_out(row: &str) -> bool {
    let name = row.to_lowercase();
    let all = ["disponera", "disponib", "tillgängliga medel", "tillgängligt belopp", "att fördela", "budgetutrymme"];
    all.iter().any(|words| name.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_on_is_told_from_what_came_and_from_what_is_given() {
        for row in
            ["Överförs till 2028", "Överföring till nästa år", "Balanseras i ny räkning", "Överfört till år 2028"]
        {
            assert!(goes_on(row), "{row}");
        }
        for row in ["Överfört från 2026", "Överföring till projekt Steget", "Balanserat resultat", "Förskola till alla"]
        {
            assert!(!goes_on(row), "{row}");
        }
    }
}
