//! Fake clock, two-engine harness, builders. For tests only.
