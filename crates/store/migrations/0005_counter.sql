CREATE TABLE counter (
    region {text} NOT NULL,
    name {text} NOT NULL,
    value {int} NOT NULL,
    PRIMARY KEY (region, name)
) {keyed};
