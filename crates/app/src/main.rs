//! The binary `lianxin`.
fn main() {}
