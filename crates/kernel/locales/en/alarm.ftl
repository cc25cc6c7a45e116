# Whoever must act on an urgent report is told; the message says nothing of it.
urgent-alarm-text = Something urgent waits for you. Sign in now{ $link ->
    [none] {""}
   *[other] : { $link }
}
notice-audience-duty = Whoever is on duty
urgent-told-people = The desk of { $people } people who must act shows it; a message went to { $messages } of them. It does not say what it is about.
urgent-told-nobody = Nobody else who must act was found. Telephone.
