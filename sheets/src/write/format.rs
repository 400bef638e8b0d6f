//! How cells look. Number formats are those of files: a program writes them with its own language's spaces and commas.

use super::said::{Look, Written};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Ink and paper.
const INPUT: Color = Color::RGB(0x00FF_F6D6);
const INPUT_INK: Color = Color::RGB(0x001F_4E9E);
const FIXED: Color = Color::RGB(0x00EC_EFF3);
const HEAD: Color = Color::RGB(0x00E3_EAF4);
const LINE: Color = Color::RGB(0x00B8_C2CF);

/// The formats of a workbook, each made once.
#[derive(Default)]
pub(super) struct Formats {
    made: Vec<((Look, Written), Format)>,
}

impl Formats {
    /// The format of a kind of cell.
    pub(super) fn of(&mut self, look: Look, written: Written) -> Format {
        if let Some((_, format)) = self.made.iter().find(|(kind, _)| *kind == (look, written)) {
            return format.clone();
        }
        let format = make(look, written);
        self.made.push(((look, written), format.clone()));
        format
    }
}

fn make(look: Look, written: Written) -> Format {
    let format = Format::new().set_font_name("Calibri").set_font_size(11);
    let format = match look {
        Look::Plain => format,
        Look::Title => format.set_bold().set_font_size(15),
        Look::Note => format.set_italic(),
        Look::Head => format.set_bold().set_background_color(HEAD),
        Look::Heading => format.set_bold().set_font_size(13).set_border_bottom(FormatBorder::Medium),
        Look::Input => format
            .set_background_color(INPUT)
            .set_font_color(INPUT_INK)
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE),
        Look::Fixed => format.set_background_color(FIXED),
        Look::Sum => format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(LINE),
        Look::Text => format.set_text_wrap().set_align(FormatAlign::Top),
    };
    match written {
        Written::Words => format,
        Written::Kronor => format.set_num_format("#,##0"),
        Written::Exact => format.set_num_format("#,##0.00"),
        Written::Share => format.set_num_format("0.0%"),
        Written::Rate => format.set_num_format("0.0##%"),
        Written::Count => format.set_num_format("#,##0.0#"),
        Written::Year => format.set_num_format("0").set_align(FormatAlign::Right),
    }
}
