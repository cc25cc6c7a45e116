# Four parts of a refusal: what cannot be done. The fact of this case. What to do instead. The article in one plain sentence.
refusal-stale = This matter changed after you opened it. What you wrote is still here; look at the new state and send again.
refusal-not-permitted = This matter is not yours to see.
refusal-not-signed-in = Please sign in first. What you wrote is still here.
refusal-text-empty = This is still empty.
refusal-text-too-long = This has { $length } characters; at most { $max } fit. Longer text can go into an attachment.
refusal-list-empty = There must be at least one.
refusal-phone = The telephone number does not look right. A mobile has 11 digits; a landline needs its area code.
refusal-name = A name must contain letters.
refusal-case-number = The number does not look right; please compare it once more.
refusal-query-code = The query code has 8 digits.
refusal-division-code = A division code has 2, 4, 6, 9 or 12 digits; “{ $value }” does not.
