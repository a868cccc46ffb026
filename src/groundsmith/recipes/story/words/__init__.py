"""The words by which fiction is read, per language; data only.

Lists are of the language and never of a story: verbs of speaking, dying, owning and knowing, kin,
colours, calendars. An English verb stands as its base form and is inflected by rule, irregular
forms beside it.
"""
