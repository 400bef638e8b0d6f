//! From the bytes of a file to its text. Nothing is replaced on the way: a file whose letters cannot be known is refused.

use super::ReadError;
use crate::file_kind::FileKind;

/// The text of a file in UTF-8, or in UTF-16 that begins with a byte order mark (as Notepad can save it). Any other
/// encoding is [`ReadError::UnknownEncoding`], and what is no text [`ReadError::OtherFile`].
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if let Some(kind) = FileKind::of(bytes) {
        return Err(ReadError::OtherFile(kind));
    }
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(ReadError::UnknownEncoding { byte: error.valid_up_to() }),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    match String::from_utf16(&units) {
        Ok(text) if rest.is_empty() => Ok(text),
        _ => Err(ReadError::UnknownEncoding { byte: bytes.len() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_read_and_the_rest_refused() {
        assert_eq!(decode("Växjö".as_bytes()), Ok("Växjö".to_owned()));
        let units = || "Växjö".encode_utf16();
        let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(decode(&little), Ok("Växjö".to_owned()));
        assert_eq!(decode(&big), Ok("Växjö".to_owned()));
        // Latin-1 has one byte for ä.
        assert_eq!(decode(b"V\xe4xj\xf6"), Err(ReadError::UnknownEncoding { byte: 1 }));
        assert!(decode(&little[..little.len() - 1]).is_err(), "cut off inside a letter");
        assert!(decode(&[0xFF, 0xFE, 0x00, 0xD8]).is_err(), "half of a pair");
        assert_eq!(decode(b"%PDF-1.7"), Err(ReadError::OtherFile(FileKind::Pdf)));
    }
}
