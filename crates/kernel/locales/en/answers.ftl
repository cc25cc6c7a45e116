# answers that were published
answers-title = What others asked
answers-lead = Matters that others asked about and that were answered in public. They hold no names.
answers-home-small = Heating, pasture, wages, insurance … answered in public
answers-search = Search for
answers-about = About
answers-all = Everything
answers-more = Further answers
answers-else = Not what you need? File your matter; each claim gets its own answer.
answers-file = File a matter
answers-nothing = No similar answer was found
answers-nothing-text = Try other words, or file your matter. You get an answer also when nobody asked before.
answers-none-yet = No answers are published yet
answers-none-yet-text = They will stand here. You can file your matter all the same.
answers-back = What others asked
answers-day = Published
answers-yours = Is yours different, or did it not work out?
answers-still = File it all the same
