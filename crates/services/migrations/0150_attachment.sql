-- Files handed in. Names and bytes are sealed; the bytes lie in the blob folder under stored_digest.
CREATE TABLE attachment (
    region {text} NOT NULL,
    id {id} NOT NULL,
    case_id {id} NOT NULL,
    name {text} NOT NULL,
    media_type {text} NOT NULL,
    size {int} NOT NULL CHECK (size >= 0),
    digest {bytes} NOT NULL,
    stored_digest {bytes} NOT NULL,
    uploaded_at {time} NOT NULL,
    by_kind {text} NOT NULL,
    PRIMARY KEY (region, id)
) {keyed};

CREATE INDEX attachment_case ON attachment (region, case_id, uploaded_at);
