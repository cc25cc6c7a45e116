-- People who had a part in the answer that a review looks at: ids with spaces between; none but reviews have any.
ALTER TABLE matter ADD COLUMN barred {text};
