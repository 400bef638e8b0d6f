//! The charts that are in sight, as files or on the clipboard.

use super::export::{Export, ExportedPart};
use crate::charts::PictureKind;
use crate::components::picture;
use crate::ui::icon::Shape;
use crate::words::export as text;

pub(super) static PNG: Export = Export {
    name: text::png,
    who: text::png_who,
    of: ExportedPart::Charts,
    shape: Shape::Screen,
    test: "png",
    offered: |_| picture::any(),
    run: |chosen| picture::download(chosen.context, PictureKind::Png),
};

pub(super) static SVG: Export = Export {
    name: text::svg,
    who: text::svg_who,
    of: ExportedPart::Charts,
    shape: Shape::Pencil,
    test: "svg",
    offered: |_| picture::any(),
    run: |chosen| picture::download(chosen.context, PictureKind::Svg),
};

pub(super) static COPY: Export = Export {
    name: text::picture,
    who: text::picture_who,
    of: ExportedPart::Charts,
    shape: Shape::Copy,
    test: "picture",
    offered: |_| picture::any(),
    run: |chosen| picture::copy(chosen.context),
};
