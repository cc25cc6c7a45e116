# publish: answers the bureau publishes; the same person's matters
publish-nav = Published answers
publish-title = Published answers
publish-lead = What people often ask, with the answer. Everybody can read them, and sees those like her own before filing.
publish-new = Write one
publish-change = Change a published answer
publish-none = No answer is published yet
publish-none-text = Write one here; or open a matter whose answer was served and choose “Publish this answer”: question and answer come along, without names.
publish-more = Further answers
publish-public = Public page
publish-withdraw = Take back
publish-withdrawn = Taken back
publish-done = Published. Everybody can read it now.
publish-done-changed = Changed. The public sees the new text.
publish-done-withdrawn = Taken back. The public no longer sees it. Open and change it to publish it again.
publish-write-lead = In plain words, without anybody’s name, telephone or address.
publish-from-lead = Taken from the answer in this matter; names, numbers and addresses were replaced by ××. Put it into words that serve everybody.
publish-again = This one was taken back. Changing it publishes it again.
publish-claim = Claim { $no }
publish-question = How people ask
publish-question-hint = One sentence, at most 200 characters. For example: What if the heating stays below 18 degrees?
publish-answer = The answer
publish-answer-hint = Whom to ask, what to do, how long, by which rule. At most 4000 characters.
publish-category = About
publish-no-category = No category
publish-unit = Who answered
publish-no-unit = No unit
publish-look-first = See how it will look
publish-leave = Leave it
publish-look = This is how it will look
publish-look-lead = Not published yet. Publish it once it reads right.
publish-send = Publish
publish-send-changed = Publish the change
publish-case = Publish this answer
publish-case-hint = The answer was served. Others with the same matter can read what to do; without names.
refusal-answer-not-served = The answer in this matter was not served yet and cannot be published.
publish-same = { $count ->
    [one] One open matter has the same telephone
   *[other] { $count } open matters have the same telephone
 }
publish-same-text = Whether it is the same matter is for you to see. This one is registered all the same.
publish-same-row = { $number } · received { $day }
