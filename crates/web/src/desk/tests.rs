//! The desk from end to end, by its pages only: what a person sees, fills in and sends.

mod answers;
mod browser;
mod claims;
mod decide;
mod doorstep;
mod house;
mod letters;
mod lists;
mod live;
mod meetings;
mod objections;
mod obstructions;
mod orders;
mod safety;
mod story;
mod stumbles;
mod unreached;
mod urgent;
