-- What happened, append-only. Bodies are plain text on both engines: the hash is over the very bytes.
CREATE TABLE event (
    region {text} NOT NULL,
    stream {id} NOT NULL,
    seq {int} NOT NULL CHECK (seq > 0),
    at {time} NOT NULL,
    actor {text} NOT NULL,
    kind {text} NOT NULL,
    body {text} NOT NULL,
    prev {bytes} NOT NULL,
    hash {bytes} NOT NULL,
    marks {bytes} NOT NULL,
    PRIMARY KEY (region, stream, seq)
) {keyed};

-- The last event of each stream, and up to where a checkpoint covers it.
CREATE TABLE chain_head (
    region {text} NOT NULL,
    stream {id} NOT NULL,
    seq {int} NOT NULL,
    hash {bytes} NOT NULL,
    covered {int} NOT NULL,
    PRIMARY KEY (region, stream)
) {keyed};

CREATE INDEX chain_head_uncovered ON chain_head (region, stream) WHERE covered < seq;
