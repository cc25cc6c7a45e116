# Suggestions: triage, dispatch, look-alikes, published answers

suggest-type-wrongdoing = It speaks of an official's conduct; look again. If so, that part is sealed and handed over
suggest-type-proposal = Mainly a proposal
suggest-type-no-wrongdoing = Nothing about an official's wrongdoing was found. If there is, that part is sealed and handed over
route-reason-category = Matters of this kind usually go this way
route-reason-duty = It asks the office in charge to act: an application to perform a duty, usually answered within 2 months
route-reason-lawsuit = It speaks of a court or a judgment: a lawsuit
route-reason-labour = Wages and labour contracts go to labour arbitration first
route-reason-decision = Against an office's decision: administrative reconsideration is open
route-reason-rest = None of the first five fits: the petition procedure; a dispute over a contract may also go to court

suggest-category-words = It speaks of “{ $words }”
suggest-category-precedents = { $count } of the matters like it are of this kind
suggest-category-both = It speaks of “{ $words }”, and { $count } of the matters like it are of this kind

duty-lead = Lead
duty-assist = May assist
suggest-unit-catalogue = Catalogue: { $category } × { $place } → { $unit }
suggest-unit-catalogue-all = Catalogue: { $category } → { $unit }
suggest-unit-co = The catalogue lists it as assisting in { $category }
suggest-unit-superior = The catalogue's unit is complained of; its superior takes it instead
suggest-unit-peer = The catalogue's unit is complained of; another unit of the catalogue takes it instead
suggest-unit-note = { $note }
suggest-unit-all = It had all { $all } matters of the kind within a year and gave { $returned } back
suggest-unit-some = It had { $had } of { $all } matters of the kind within a year and gave { $returned } back
suggest-unit-not-listed = The catalogue does not list this kind; suggested by who had such matters
suggest-unit-no-party = It is not complained of
suggest-barred-respondent = It is complained of and cannot handle its own matter
suggest-barred-belongs = It belongs to the unit complained of and cannot judge its superior
suggest-barred-not-handling = It handles no petitions
suggest-barred-level = { $category } is not on the list of duties of the { WORD($level) }, which only accompanies
suggest-barred-party = It is the other side in the text and cannot handle its own matter
org-level-village = village or community
org-level-township = township or street
org-level-county = banner, county or district
org-level-prefecture = league or city
org-level-region = region

suggest-like-place = Both at { $place }
suggest-like-division = At the same place
suggest-like-words = Both speak of { $words }
suggest-wave = { $count } matters at one place within { $days } days. Their cause can be looked into together; each keeps its number and its own answer
suggest-wave-place = { $count } matters at { $place } within { $days } days. Their cause can be looked into together; each keeps its number and its own answer

said-same-cause = One cause
said-different = Not one thing
said-taken-back = What was said is taken back
event-petition-look-alike-said = About a matter like this: { WORD($said) }
event-order-look-alike-said = About a matter like this: { WORD($said) }
timeline-order-look-alike-said = Its relation to another matter was recorded
refusal-cause-itself = This is the matter itself; it cannot stand beside itself. Choose another one.
refusal-cause-none = No matter is chosen yet. Tick the ones that are like it.
refusal-cause-too-many = Too many at once; { $max } at most. Choose them in several steps.
refusal-category-path = The category cannot be read. Write one to three levels with “/” between, such as “城乡建设/供热/室温不达标”.

refusal-answer-personal = It holds a { WORD($kind) } and cannot be published. Take it out, or refer to the public telephone of the office.
refusal-answer-names-her = It holds the name, telephone, address or number of whoever filed it and cannot be published. Write “somebody told us” instead.
refusal-answer-region = A published answer cannot move to another prefecture. Write a new one there.
personal-phone = telephone number
personal-id-number = identity number
personal-bank-card = bank card number

refusal-catalogue-category = The tree has no category “{ $category }”. Import it first, or use one that the tree has.
refusal-catalogue-not-handling = “{ $name }” handles no petitions and cannot stand in the catalogue. Name a unit with power to handle them.
refusal-catalogue-level = “{ $text }” is no level. Write village, township, county or prefecture, with ; between.
refusal-catalogue-row-taken = There is a row for this category and place. Change that row instead of adding one.
refusal-catalogue-past = It cannot hold from before today ({ $today }). Earlier suggestions name the version of their day.
