-- What is said in a recording, as a member of staff wrote it down. The words are sealed; of several the newest counts.
CREATE TABLE transcript (
    region {text} NOT NULL,
    id {id} NOT NULL,
    case_id {id} NOT NULL,
    attachment_id {id} NOT NULL,
    words {text} NOT NULL,
    by_user {id} NOT NULL,
    read_back {bool} NOT NULL,
    at {time} NOT NULL,
    PRIMARY KEY (region, id)
) {keyed};

CREATE INDEX transcript_case ON transcript (region, case_id, at);
