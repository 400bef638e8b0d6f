//! The form of an enum: a text, or an object with one field that holds more.

use crate::attributes::{self, Attributes, snake_case};
use crate::record::{Parts, parts};
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{DataEnum, Error, Fields, Ident};

/// How an enum is read and written.
pub fn form(of: &Attributes, data: &DataEnum) -> syn::Result<(TokenStream, TokenStream)> {
    let (mut names, mut read, mut write) = (Vec::new(), Vec::new(), Vec::new());
    for (place, variant) in data.variants.iter().enumerate() {
        let (ident, own) = (&variant.ident, attributes::of(&variant.attrs)?);
        let code = ident.to_string();
        let name = own.rename.unwrap_or(if of.snake_case { snake_case(&code) } else { code });
        match &variant.fields {
            Fields::Unit => {
                read.push(quote!(#place => { choice.alone()?; Ok(Self::#ident) }));
                write.push(quote!(Self::#ident => to.text(#name)));
            }
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                read.push(quote!(#place => Ok(Self::#ident(choice.content()?))));
                write.push(quote! {
                    Self::#ident(content) => {
                        to.begin("{");
                        to.field(#name);
                        crate::form::Form::write(content, to);
                        to.end("}");
                    }
                });
            }
            Fields::Unnamed(fields) => return Err(Error::new_spanned(fields, "has no form")),
            Fields::Named(fields) => {
                // A field may be called what the writer is called here.
                let held = |name: &Ident| format_ident!("held_{name}");
                let Parts { names, known, read: own, write: object } =
                    parts(fields, |name| held(name).to_token_stream())?;
                let held = names.iter().map(held);
                read.push(quote! {
                    #place => {
                        let fields = choice.fields(&[#(#known),*])?;
                        Ok(Self::#ident { #(#own),* })
                    }
                });
                write.push(quote! {
                    Self::#ident { #(#names: #held),* } => {
                        to.begin("{");
                        to.field(#name);
                        #object
                        to.end("}");
                    }
                });
            }
        }
        names.push(name);
    }
    let read = quote! {
        let choice = node.choice(&[#(#names),*])?;
        match choice.place() {
            #(#read,)*
            _ => choice.refuse(),
        }
    };
    Ok((read, quote!(match self { #(#write,)* })))
}
