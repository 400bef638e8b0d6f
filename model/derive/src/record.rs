//! The form of a struct, or of a variant with named fields: an object.

use crate::attributes::{self, Attributes};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Field, Fields, FieldsNamed, Ident};

/// How a struct is read and written.
pub fn form(fields: &Fields) -> syn::Result<(TokenStream, TokenStream)> {
    let Fields::Named(fields) = fields else {
        return Err(Error::new_spanned(fields, "only named fields have a form"));
    };
    let Parts { known, read, write, .. } = parts(fields, |name| quote!(&self.#name))?;
    let read = quote! {
        let fields = node.fields(&[#(#known),*])?;
        Ok(Self { #(#read),* })
    };
    Ok((read, write))
}

/// What the fields of an object come to.
pub struct Parts {
    /// Their names in code.
    pub names: Vec<Ident>,
    /// Their names in the file.
    pub known: Vec<String>,
    /// `name: …` for each, read from `fields`.
    pub read: Vec<TokenStream>,
    /// The object, written.
    pub write: TokenStream,
}

/// The parts; `value` is where the value of a field is when it is written.
pub fn parts(fields: &FieldsNamed, value: impl Fn(&Ident) -> TokenStream) -> syn::Result<Parts> {
    let (mut names, mut known, mut read, mut write) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for Field { ident, attrs, .. } in &fields.named {
        let Some(ident) = ident else { continue };
        let Attributes { rename, default, skip, .. } = attributes::of(attrs)?;
        let name = rename.unwrap_or_else(|| ident.to_string());
        let value = value(ident);
        read.push(match default {
            None => quote!(#ident: fields.read(#name)?),
            Some(None) => quote!(#ident: fields.read_or(#name, ::core::default::Default::default)?),
            Some(Some(by)) => quote!(#ident: fields.read_or(#name, #by)?),
        });
        let written = quote!(to.field(#name); crate::form::Form::write(#value, to););
        write.push(match skip {
            None => written,
            Some(skip) => quote!(if !#skip(#value) { #written }),
        });
        names.push(ident.clone());
        known.push(name);
    }
    let write = quote!(to.begin("{"); #(#write)* to.end("}"););
    Ok(Parts { names, known, read, write })
}
