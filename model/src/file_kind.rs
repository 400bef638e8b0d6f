//! What a file is that holds neither a plan nor a text: told by its first and last bytes, so that whoever opens it hears
//! what it is and not that its letters are wrong.

use std::fmt::{self, Display, Formatter};

/// A kind of file that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A picture, a photograph, a screenshot.
    Picture,
    /// A film or a sound.
    Media,
    /// A PDF.
    Pdf,
    /// A document of Word or another writer.
    Document,
    /// Slides.
    Slides,
    /// A spreadsheet in .xlsx or .ods, which the reader of tables takes.
    Sheet,
    /// A spreadsheet in another format (.xls, .xlsb, .numbers, XML).
    OtherSheet,
    /// A file of Office with a password.
    Locked,
    /// Packed files.
    Archive,
}

/// How far from a file's beginning, and from its end, something of its own must stand.
const HEAD: usize = 4 * 1024;
const TAIL: usize = 64 * 1024;

impl FileKind {
    /// What these bytes are, where that is certain.
    pub fn of(bytes: &[u8]) -> Option<FileKind> {
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        match head {
            [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => Some(FileKind::Picture),
            [b'G', b'I', b'F', b'8', ..] | [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => {
                Some(FileKind::Picture)
            }
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Some(FileKind::Picture),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(FileKind::Picture),
            [b'R', b'I', b'F', b'F', _, _, _, _, ..] | [b'I', b'D', b'3', 2..=4, ..] => Some(FileKind::Media),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => Some(of_brand(brand)),
            [b'P', b'K', 3, 4, ..] => Some(of_archive(head, tail(bytes))),
            [0x1f, 0x8b, 8, ..] | [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => {
                Some(FileKind::Archive)
            }
            [0xd0, 0xcf, 0x11, 0xe0, ..] => of_compound(bytes),
            _ if has(head, b"%PDF-") => Some(FileKind::Pdf),
            _ => of_markup(head),
        }
    }
}

fn tail(bytes: &[u8]) -> &[u8] {
    bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default()
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn of_brand(brand: &[u8]) -> FileKind {
    let picture = [b"heic", b"heix", b"mif1", b"avif"].iter().any(|name| brand.starts_with(*name));
    if picture { FileKind::Picture } else { FileKind::Media }
}

/// A zip archive by the names of what is in it: they stand at its end too.
fn of_archive(head: &[u8], tail: &[u8]) -> FileKind {
    let holds = |name: &[u8]| has(head, name) || has(tail, name);
    if holds(b"opendocument.spreadsheet") || holds(b"xl/workbook.xml") {
        FileKind::Sheet
    } else if holds(b"xl/workbook.bin") || holds(b"Index/Document.iwa") && holds(b"Index/Tables/") {
        FileKind::OtherSheet
    } else if holds(b"word/document.xml") || holds(b"opendocument.text") {
        FileKind::Document
    } else if holds(b"ppt/presentation.xml") || holds(b"opendocument.presentation") {
        FileKind::Slides
    } else if holds(b"xl/") || holds(b"xl\\") {
        // A workbook whose parts have other names.
        FileKind::Sheet
    } else {
        FileKind::Archive
    }
}

/// A file of the older Office by the names of its streams, which are in UTF-16.
fn of_compound(bytes: &[u8]) -> Option<FileKind> {
    let holds = |name: &str| has(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    let kinds = [
        ("EncryptedPackage", FileKind::Locked),
        ("WordDocument", FileKind::Document),
        ("PowerPoint Document", FileKind::Slides),
        ("Workbook", FileKind::OtherSheet),
        ("Book", FileKind::OtherSheet),
    ];
    kinds.into_iter().find(|(name, _)| holds(name)).map(|(_, kind)| kind)
}

/// What is a text by its bytes and yet something else.
fn of_markup(head: &[u8]) -> Option<FileKind> {
    if head.starts_with(b"{\\rtf") {
        return Some(FileKind::Document);
    }
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if !head.starts_with(b"<svg") && !head.starts_with(b"<?xml") {
        return None;
    }
    if has(head, b"<html") {
        None
    } else if has(head, b"<svg") {
        Some(FileKind::Picture)
    } else if has(head, b"Excel.Sheet") || has(head, b"opendocument.spreadsheet") {
        Some(FileKind::OtherSheet)
    } else if has(head, b"Word.Document") || has(head, b"opendocument.text") {
        Some(FileKind::Document)
    } else {
        None
    }
}

impl Display for FileKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FileKind::Picture => "a picture; its figures cannot be read",
            FileKind::Media => "a film or a sound",
            FileKind::Pdf => "a PDF; copy the table as text",
            FileKind::Document => "a document; copy the table as text",
            FileKind::Slides => "slides; copy the table as text",
            FileKind::Sheet => "a spreadsheet",
            FileKind::OtherSheet => "a spreadsheet in another format; save it as .xlsx",
            FileKind::Locked => "locked with a password; save it without one",
            FileKind::Archive => "packed; unpack it first",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(name: &str) -> Vec<u8> {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        [0xd0, 0xcf, 0x11, 0xe0].into_iter().chain([0; 600]).chain(name).collect()
    }

    #[test]
    fn files_are_known_by_their_bytes() {
        let far = |name: &[u8]| [b"PK\x03\x04", vec![0; 10_000].as_slice(), name].concat();
        for (bytes, kind) in [
            (b"\x89PNG\r\n\x1a\n".to_vec(), FileKind::Picture),
            (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), FileKind::Picture),
            (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), FileKind::Picture),
            (b"\0\0\0\x18ftypheic".to_vec(), FileKind::Picture),
            (b"<?xml version=\"1.0\"?>\n<svg xmlns=\"\">".to_vec(), FileKind::Picture),
            (b"\0\0\0\x18ftypisom".to_vec(), FileKind::Media),
            (b"%PDF-1.7\n".to_vec(), FileKind::Pdf),
            (far(b"word/document.xml"), FileKind::Document),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text".to_vec(), FileKind::Document),
            (b"{\\rtf1\\ansi".to_vec(), FileKind::Document),
            (stream("WordDocument"), FileKind::Document),
            (far(b"ppt/presentation.xml"), FileKind::Slides),
            (far(b"xl/workbook.xml"), FileKind::Sheet),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(), FileKind::Sheet),
            (far(b"xl/workbook.bin"), FileKind::OtherSheet),
            (stream("Workbook"), FileKind::OtherSheet),
            (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".to_vec(), FileKind::OtherSheet),
            (stream("EncryptedPackage"), FileKind::Locked),
            (far(b"budget.csv"), FileKind::Archive),
            (b"\x1f\x8b\x08\0".to_vec(), FileKind::Archive),
        ] {
            assert_eq!(FileKind::of(&bytes), Some(kind), "{kind:?}");
        }
    }

    #[test]
    fn a_text_is_a_text() {
        for text in
            ["", "BM;2015\nHyra;1", "Post;2015\nPDF;1", "{\"format\": \"samplan\"}", "<html><table>", "PK och mer"]
        {
            assert_eq!(FileKind::of(text.as_bytes()), None, "{text}");
        }
        assert_eq!(FileKind::of(b"<?xml version=\"1.0\"?><html xmlns=\"\"><svg/>"), None);
    }
}
