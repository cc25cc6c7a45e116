-- sqlite:
CREATE TABLE search_doc (
    doc INTEGER PRIMARY KEY,
    region TEXT NOT NULL,
    id BLOB NOT NULL,
    UNIQUE (region, id)
) STRICT;
-- Every sign but a space belongs to a word: the words are cut already.
CREATE VIRTUAL TABLE search_words USING fts5 (
    words, content = '', contentless_delete = 1, detail = none,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);
-- postgres:
CREATE TABLE search_doc (
    region text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (region, id)
);
CREATE INDEX search_doc_words ON search_doc USING gin (words);
-- both:
