//! What an archive says that it unpacks to, read from its directory before anything is unpacked.

/// The first bytes of the directory's end, and of each entry in it.
const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// The length of an entry's fixed part.
const FIXED: usize = 46;

/// How many bytes all entries come to, as far as the directory can be read; none without a directory. An archive that says
/// less than it unpacks to meets the limits of the cells, or the worker's (`web/src/sheets.ts`).
pub fn unpacked(bytes: &[u8]) -> Option<u64> {
    let end = bytes.windows(END.len()).rposition(|window| window == END)?;
    let mut at = usize::try_from(number(bytes, end.checked_add(16)?, 4)?).ok()?;
    let mut sum: u64 = 0;
    while bytes.get(at..at.checked_add(ENTRY.len())?) == Some(&ENTRY) {
        sum = sum.saturating_add(number(bytes, at.checked_add(24)?, 4)?);
        let mut length = FIXED;
        for part in [28, 30, 32] {
            let own = number(bytes, at.checked_add(part)?, 2)?;
            length = length.checked_add(usize::try_from(own).ok()?)?;
        }
        at = at.checked_add(length)?;
    }
    Some(sum)
}

/// A number of so many bytes, the least first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}
