//! The portal, the desk and the API. One route a file.
//!
//! A handler takes a [`view::Visit`], does its work, and answers by [`view::Visit::page`] with a template whose field `t` is the
//! [`view::Frame`]. Components are the structs of [`ui`]; forms are read and shown again by [`forms`]; what cannot be answered is
//! a [`problem::Problem`].

mod admin;
pub mod api;
pub mod assets;
pub mod auth;
pub mod desk;
pub mod forms;
mod gateway;
pub mod i18n;
pub mod live;
pub mod portal;
pub mod problem;
pub mod server;
pub mod state;
mod styleguide;
pub mod ui;
pub mod view;
pub mod words;
