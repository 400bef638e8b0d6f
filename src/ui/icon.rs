//! Icons as inline SVG; they decorate words and are hidden from screen readers.

use leptos::prelude::*;

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Samplan's own.
    Logo,
    /// A house.
    Home,
    Table,
    Sliders,
    /// A list of settings.
    Gear,
    /// Two columns.
    Sides,
    Compass,
    /// A projector's screen.
    Screen,
    /// A sheet of paper.
    Sheet,
    /// Six dots to drag by.
    Grip,
    /// A question mark in a circle.
    Help,
    Person,
    /// An arrow back.
    Undo,
    /// An arrow forth.
    Redo,
    /// An arrow down to a line.
    Download,
    /// An arrow up from a line.
    Upload,
    Plus,
    /// Two sheets.
    Copy,
    Bin,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    Pencil,
    Clipboard,
    /// A warning triangle.
    Warning,
    /// A check mark.
    Check,
    /// An arrowhead to what comes next.
    Forth,
    /// An arrowhead to what came before.
    Back,
    /// A crescent: a blank screen.
    Moon,
    /// Four corners.
    Full,
    /// A cross.
    Close,
    /// A square code, as phones read it.
    Code,
    Eye,
    /// An eye struck out.
    Hidden,
}

/// The picture of a shape.
#[component]
pub fn Icon(shape: Shape) -> impl IntoView {
    if shape == Shape::Logo {
        return view! {
            <svg class="icon logo" viewBox="0 0 24 20" width="24" height="20" aria-hidden="true">
                <rect x="1" y="2" width="5.5" height="17" rx="1" fill="#1d4f91"/>
                <rect x="9" y="2" width="5.5" height="8" rx="1" fill="#1d4f91"/>
                <rect x="9" y="11" width="5.5" height="8" rx="1" fill="#d9730d"/>
                <rect x="17" y="2" width="5.5" height="10" rx="1" fill="#d9730d"/>
                <rect x="17" y="13" width="5.5" height="6" rx="1" fill="#7d8591"/>
            </svg>
        }
        .into_any();
    }
    let path = match shape {
        Shape::Logo => "",
        Shape::Home => "M3 11 12 3l9 8M5 9.5V20h5v-6h4v6h5V9.5",
        Shape::Table => "M3 5h18v14H3zM3 10h18M3 14.5h18M9 5v14",
        Shape::Sliders => "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
        Shape::Gear => "M5 4h14v16H5zM9 9h6M9 13h6M9 17h3",
        Shape::Sides => "M4 5h7v14H4zM13 5h7v14h-7zM6 9h3M6 12h3M15 9h3M15 12h3M15 15h3",
        Shape::Compass => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15.5 8.5l-2 5-5 2 2-5z",
        Shape::Screen => "M3 4h18M4.5 4v11h15V4M12 15v3M8 21l4-3 4 3",
        Shape::Sheet => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        Shape::Grip => "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
        Shape::Help => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 17h.01",
        Shape::Person => "M12 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4 10h16M12 10v5M12 15l-4 6M12 15l4 6",
        Shape::Undo => "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
        Shape::Redo => "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
        Shape::Download => "M12 3v12M7 10l5 5 5-5M4 20h16",
        Shape::Upload => "M12 16V4M7 9l5-5 5 5M4 20h16",
        Shape::Plus => "M12 5v14M5 12h14",
        Shape::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
        Shape::Bin => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6",
        Shape::Up => "M12 19V5M6 11l6-6 6 6",
        Shape::Down => "M12 5v14M6 13l6 6 6-6",
        Shape::Pencil => "M4 20h4L20 8l-4-4L4 16zM14 6l4 4",
        Shape::Clipboard => "M8 5H5v16h14V5h-3M9 3h6v4H9zM9 12h6M9 16h4",
        Shape::Warning => "M12 3 2 20h20zM12 10v4M12 17h.01",
        Shape::Check => "m5 13 4 4L19 7",
        Shape::Forth => "m9 5 7 7-7 7",
        Shape::Back => "m15 5-7 7 7 7",
        Shape::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
        Shape::Full => "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
        Shape::Close => "m6 6 12 12M18 6 6 18",
        Shape::Code => "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20v-2h3M20 20v-1",
        Shape::Eye => {
            "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"
        }
        Shape::Hidden => "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM4 20 20 4",
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.8"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=path/></svg>
    }
    .into_any()
}
