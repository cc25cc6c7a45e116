CREATE TABLE checkpoint (
    number {int} PRIMARY KEY,
    at {time} NOT NULL,
    heads {int} NOT NULL,
    root {bytes} NOT NULL,
    prev {bytes} NOT NULL,
    hash {bytes} NOT NULL
) {strict};

-- The heads that moved since the checkpoint before.
CREATE TABLE checkpoint_head (
    number {int} NOT NULL,
    region {text} NOT NULL,
    stream {id} NOT NULL,
    seq {int} NOT NULL,
    hash {bytes} NOT NULL,
    PRIMARY KEY (number, region, stream)
) {keyed};

CREATE UNIQUE INDEX checkpoint_head_event ON checkpoint_head (region, stream, seq);
