-- A supervision that is on the list 挂牌 carries the category LISTED, so that the list is asked for in one question.
UPDATE matter SET category = 'LISTED' WHERE kind = 'SUPERVISION' AND NOT is_over AND body LIKE '%"delisted":null%';
