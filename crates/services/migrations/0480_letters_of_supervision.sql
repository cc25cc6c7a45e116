-- Letters of supervision and advice go on in the series of all letters of their office; where both had begun, the higher count holds.
UPDATE counter SET name = 'document/' || substr(name, 14, 36) || '/信提函/' || substr(name, 51) WHERE name LIKE 'document/信提函/%';
UPDATE counter SET name = 'document/' || substr(name, 14, 36) || '/信问函/' || substr(name, 51) WHERE name LIKE 'document/信问函/%';
UPDATE counter SET name = 'document/' || substr(name, 14, 36) || '/信督函/' || substr(name, 51) WHERE name LIKE 'document/信督函/%'
  AND NOT EXISTS (SELECT 1 FROM counter c WHERE c.region = counter.region AND c.name = 'document/' || substr(counter.name, 14, 36) || '/信督函/' || substr(counter.name, 51));
-- What was decided before has its letters made.
INSERT INTO letter_due (region, case_id, seq, at, tries) SELECT region, stream, seq, at, 0 FROM event
  WHERE kind IN ('supervision.issued', 'supervision.signed', 'supervision.verified', 'advice.issued', 'petition.mandate_given');
