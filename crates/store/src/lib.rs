//! The storage port over SQLite and PostgreSQL. Knows SQL, no petition word.
