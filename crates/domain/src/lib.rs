//! The law and the practice as pure code: life cycles, deadlines, access. Decides; never reads or writes.
