//! 接访: days on which somebody receives, seats booked for a matter, and 接访即代办: whoever comes leaves with a matter, a new one or
//! the one she has. Seats are rows; what happens to a matter is an event of its chain ([`domain::leadership::Deed`]).

mod hold;
mod list;
mod seat;

pub use hold::{Moved, NewReception, ReceptionForm, cancel, held, hours, move_to, open};
pub use list::{Hers, Reception, Seat, SeatState, get, hers, of_row, seats, upcoming};
pub use seat::{book, end_booking};
