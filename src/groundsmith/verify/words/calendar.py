"""Months of English and Indonesian, with their abbreviations."""

_MONTHS = (
    "january jan januari",
    "february feb februari",
    "march mar maret",
    "april apr",
    "may mei",
    "june jun juni",
    "july jul juli",
    "august aug agustus agu",
    "september sept sep",
    "october oct oktober okt",
    "november nov nopember",
    "december dec desember des",
)

MONTHS = {name: at for at, names in enumerate(_MONTHS, start=1) for name in names.split()}
