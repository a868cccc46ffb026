"""The two ways a rule writes what it looks for, as compiled patterns.

`pattern` is for prose: a space stands for any white space, `{name}` for one of a list, letters
match in either case, and a match begins and ends with whole words. `regex` is for keys and
numbers: as Python's `re` has it, spaces and line breaks in it ignored. In both, a group that
repeats without a limit is refused: that is how a pattern comes to take years on a hostile text.

Prose is matched against the text in lower case instead of with `re.IGNORECASE`, under which `re`
tries every word of a list at every place: measured, ten times as slow.
"""

import re
from collections.abc import Mapping, Sequence

Lists = Mapping[str, Sequence[str]]

_LIST = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_TOKEN = re.compile(
    r"(?P<kept>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<[!=][^()]*\))|(?P<space>\s+)(?P<optional>\??)",
    re.DOTALL,
)
"""What keeps its spaces: escapes, sets, and what looks behind, which needs a fixed width."""
_LITERAL = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_KEPT_CASE = re.compile(r"(\\.|\(\?P)", re.DOTALL)
"""What means something else in lower case: escapes, and what names a group."""
_ENDLESS_GROUP = re.compile(r"\)(?:[*+]|\{[0-9]*,\})")
_MOST_NESTED = 8
_WHOLE_WORDS = r"(?:(?<!\w)(?=\S)|(?=[^\w\s]))(?:{})(?:(?!\w)|(?<=\W))"


class BadPattern(Exception):
    """A pattern that cannot be used; says why."""


def prose(pattern: str, lists: Lists) -> re.Pattern[str]:
    """The compiled `pattern` of a rule, for text in lower case; raises BadPattern."""
    spaced = _TOKEN.sub(_spaced, expanded(pattern, lists))
    parts = _KEPT_CASE.split(spaced)
    parts[::2] = [part.lower() for part in parts[::2]]
    return _compiled(_WHOLE_WORDS.format("".join(parts)), re.NOFLAG)


def lowered(text: str) -> str:
    """`text` in lower case, every character in its place."""
    return text.replace("\u0130", "i").lower()  # of all characters, only this one becomes two


def _spaced(token: re.Match[str]) -> str:
    if token["kept"]:
        return token["kept"]
    return r"\s*" if token["optional"] else r"\s+"


def regex(pattern: str) -> re.Pattern[str]:
    """The compiled `regex` of a rule; raises BadPattern."""
    return _compiled(pattern, re.VERBOSE)


def expanded(pattern: str, lists: Lists) -> str:
    """`pattern` with each `{name}` as the alternatives of that list; raises BadPattern."""
    for _ in range(_MOST_NESTED):
        if not _LIST.search(pattern):
            return pattern
        pattern = _LIST.sub(lambda named: _alternatives(named[1], lists), pattern)
    raise BadPattern(f"lists within lists, more than {_MOST_NESTED} deep")


def _alternatives(name: str, lists: Lists) -> str:
    if name not in lists:
        raise BadPattern(f"no list is named {name!r}; known: {', '.join(sorted(lists))}")
    return f"(?:{'|'.join(lists[name])})"


def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    if _ENDLESS_GROUP.search(_LITERAL.sub("x", pattern)):
        raise BadPattern("a group repeats without a limit; give one, such as {0,9}")
    try:
        compiled = re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError) as exc:
        raise BadPattern(f"not a regular expression ({exc})") from exc
    if any(found and not found[0] for found in map(compiled.search, ("", "."))):
        raise BadPattern("matches the empty text, so it would be found everywhere")
    return compiled
