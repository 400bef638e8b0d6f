//! From the bytes of a text file to its text. A file is read in the encoding that it is in, or refused; letters are
//! never broken.

use crate::file_kind::FileKind;

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingError {
    /// They are in an encoding that cannot be told.
    NotText,
    /// They are another kind of file.
    OtherFile(FileKind),
}

impl std::fmt::Display for EncodingError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            EncodingError::NotText => f.write_str("not a text in UTF-8, UTF-16 or Windows-1252; save it as CSV UTF-8"),
            EncodingError::OtherFile(kind) => write!(f, "it is {kind}"),
        }
    }
}

impl std::error::Error for EncodingError {}

/// Reads UTF-8, UTF-16 (also without a mark at its beginning, where its letters are Latin), or Windows-1252 (as older Swedish programs write).
pub fn decode(bytes: &[u8]) -> Result<String, EncodingError> {
    if let Some(kind) = FileKind::of(bytes) {
        return Err(EncodingError::OtherFile(kind));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return utf_16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return utf_16(rest, u16::from_be_bytes);
    }
    if bytes.contains(&0) {
        return utf_16_unmarked(bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(_) => windows_1252(bytes),
    }
}

/// UTF-16 that does not say so: of every two bytes one and the same is nearly always zero, as in any text with Latin letters.
fn utf_16_unmarked(bytes: &[u8]) -> Result<String, EncodingError> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second, pairs) = (zeros(0), zeros(1), bytes.len().div_ceil(2));
    let text = match (first, second) {
        (0, second) if second.saturating_mul(10) >= pairs.saturating_mul(9) => utf_16(bytes, u16::from_le_bytes)?,
        (first, 0) if first.saturating_mul(10) >= pairs.saturating_mul(9) => utf_16(bytes, u16::from_be_bytes)?,
        _ => return Err(EncodingError::NotText),
    };
    let is_text = text.chars().all(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'));
    if is_text { Ok(text) } else { Err(EncodingError::NotText) }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, EncodingError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(EncodingError::NotText);
    }
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .collect::<Result<String, _>>()
        .map_err(|_| EncodingError::NotText)
}

/// The characters of 0x80–0x9f; the others are Unicode's own.
const HIGH: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

fn windows_1252(bytes: &[u8]) -> Result<String, EncodingError> {
    let mut text = String::with_capacity(bytes.len());
    for byte in bytes {
        let c = match byte {
            0x80..=0x9f => HIGH.get(usize::from(byte.saturating_sub(0x80))).copied().unwrap_or('\0'),
            _ => char::from(*byte),
        };
        if c == '\0' || c.is_control() && !matches!(c, '\t' | '\n' | '\r') {
            return Err(EncodingError::NotText);
        }
        text.push(c);
    }
    if is_older(&text) {
        return Err(EncodingError::NotText);
    }
    // Swedish text has its letters; what has many strange ones is no text in this encoding.
    let strange = text.chars().filter(|c| !c.is_ascii() && !"åäöÅÄÖéÉüÜ–—”’•€§½°´\u{a0}…".contains(*c)).count();
    if strange.saturating_mul(20) > text.chars().count() { Err(EncodingError::NotText) } else { Ok(text) }
}

/// Whether å, ä and ö were written as DOS (`L”n`) or an old Mac (`Lšn`) did: quotation marks stand inside no word, and a
/// Swedish text that has š has å, ä or ö too.
fn is_older(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let swedish = text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
    letters.windows(3).any(|around| {
        let [before, one, after] = around else { return false };
        let inside = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        inside && (matches!(one, '„' | '”' | '†' | '‡') || !swedish && matches!(one, 'Š' | 'š' | 'Œ'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_through_whole_or_not_at_all() {
        assert_eq!(decode("Lön\t100".as_bytes()).unwrap(), "Lön\t100");
        assert_eq!(decode(b"L\xf6n\t100\r\nF\xf6rbund \x96 2016").unwrap(), "Lön\t100\r\nFörbund – 2016");
        let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain("Lön".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&utf_16).unwrap(), "Lön");
        let table = "Post\t2027\r\nLön – chef\t720 000";
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            let unmarked: Vec<u8> = table.encode_utf16().flat_map(unit).collect();
            assert_eq!(decode(&unmarked).unwrap(), table);
        }
        assert_eq!(decode(b"L\0\0n\t1"), Err(EncodingError::NotText));
        assert_eq!(decode(b"PK\x03\x04\0\0"), Err(EncodingError::OtherFile(FileKind::Archive)));
        assert_eq!(decode(b"\x81\xfe"), Err(EncodingError::NotText));
        for older in [b"L\x94n;100\nHyra;50".as_slice(), b"L\x9an;100\nHyra;50"] {
            assert_eq!(decode(older), Err(EncodingError::NotText));
        }
        assert_eq!(decode(b"Du\x9aan p\xe5 R\xe5det om \x94Nu\x94").unwrap(), "Dušan på Rådet om ”Nu”");
    }
}
