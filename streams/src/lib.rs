//! Stands in for the crate of this name. The framework's functions on a server may send and get bodies as streams; the app
//! has no server. The crate's classes are exported, so that no linker can leave them out: 17 kB of the main module.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsValue, throw_str};

/// A body as a stream.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Of the browser's own.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// The browser's own.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A body to be sent.
    pub fn from_stream<S>(_: S) -> ReadableStream
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        throw_str("nothing is sent as a stream")
    }

    /// A body that comes.
    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

/// A body that comes, piece by piece.
pub struct IntoStream;

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context) -> Poll<Option<Self::Item>> {
        throw_str("nothing comes as a stream")
    }
}
