"""Numbers and names as a person reads them."""

from groundsmith.records import Json

_BYTES = (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000))
_SHOWN_CHARS = 700
_LONGEST_SETTING = 200


def words(name: str) -> str:
    """An identifier as words: `round_trip` as `round trip`."""
    return name.replace("_", " ").replace("-", " ")


def bytes_of(count: int) -> str:
    """A size with its unit, in powers of ten."""
    for unit, size in _BYTES:
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count} B"


def duration(seconds: float) -> str:
    """A duration with the unit that fits it."""
    if round(seconds, 3) < 1:
        return f"{seconds * 1000:.0f} ms"
    if round(seconds, 1) < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def percent(part: float, whole: float) -> str:
    """A share; a part that is not everything is never shown as 100 %, nor something as 0 %."""
    if not whole:
        return "none"
    share = 100 * part / whole
    if 0 < share < 1:
        return "under 1 %"
    if 99 < share < 100:
        return "over 99 %"
    return f"{share:.0f} %"


def figure(value: Json) -> str:
    """A measured value in short: a score with two places, a count with separators."""
    if value is None:
        return "UNCHECKED"
    if isinstance(value, float):
        return f"{value:.2f}"
    return f"{value:,}" if isinstance(value, int) else shortened(str(value))


def shortened(text: str) -> str:
    """The text, cut at a word where it is too long to be read on a page."""
    if len(text) <= _SHOWN_CHARS:
        return text
    head = text[:_SHOWN_CHARS]
    return (head.rpartition(" ")[0] or head) + " …"


def settings_rows(settings: Json, prefix: str = "") -> list[tuple[str, str]]:
    """Nested settings as `(key path, value)`, in their order."""
    if isinstance(settings, dict):
        return [
            row
            for name, value in settings.items()
            for row in settings_rows(value, f"{prefix}.{name}" if prefix else str(name))
        ]
    return [(prefix, str(settings)[:_LONGEST_SETTING])]
