"""How a question looks: the record beside its passage, or above it where the terminal is narrow.

Nothing of a source reaches the terminal as it is: control characters are shown, not obeyed.
"""

import re

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from groundsmith.app.verdicts.review import Question, ShownPassage

SIDE_BY_SIDE_COLUMNS = 100
_MOST_CHARS = 2_000
_UNSEEN = re.compile(
    r"[^\S\n]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
KEYS = "y supported  n unsupported  ? unsure  s skip  b back  e note  q quit"


def show(question: Question, console: Console, note: str) -> None:
    """Prints one question."""
    console.print()
    head = f"record {question.number} of {question.record_count}"
    console.print(Rule(Text(f"{head} · {_plain(question.record.item)}", overflow="ellipsis")))
    record, source = _record(question), _source(question)
    if console.width >= SIDE_BY_SIDE_COLUMNS:
        columns = Table.grid(padding=(0, 3), expand=True)
        columns.add_column(ratio=1)
        columns.add_column(ratio=1)
        columns.add_row(record, source)
        console.print(columns)
    else:
        console.print(record)
        console.print()
        console.print(source)
    console.print()
    console.print(_claim(question))
    if note:
        console.print(Text(f"note: {_plain(note)}", style="italic"))
    console.print(Text(KEYS, style="dim"))


def _record(question: Question) -> RenderableType:
    parts: list[RenderableType] = []
    for name, value in question.texts:
        parts.append(Text(_plain(name), style="dim"))
        parts.append(Padding(Text(_plain(value)), (0, 0, 0, 2)))
    return Group(*parts)


def _source(question: Question) -> RenderableType:
    parts: list[RenderableType] = []
    for passage in question.passages:
        parts.append(Text(_plain(passage.document), style="dim"))
        parts.append(Padding(_marked(passage), (0, 0, 0, 2)))
    return Group(*parts) if parts else Text("it cites no source", style="dim")


def _marked(passage: ShownPassage) -> Text:
    """The passage with the cited span between ⟦ ⟧, so that it shows without colours too."""
    text = Text(_plain(passage.before))
    text.append("⟦")
    text.append(_plain(passage.quote), style="bold underline")
    text.append("⟧")
    text.append(_plain(passage.after))
    return text


def _claim(question: Question) -> Text:
    count = len(question.record.claims)
    text = Text(f"claim {question.claim + 1} of {count}: " if count > 1 else "claim: ")
    text.append(_plain(question.record.claims[question.claim].text), style="bold")
    return text


def _plain(text: str) -> str:
    """The text, shortened, with what a terminal would obey made visible."""
    if len(text) > _MOST_CHARS:
        text = f"{text[:_MOST_CHARS]} …"
    clean = _UNSEEN.sub(lambda found: " " if found.group().isspace() else "\ufffd", text)
    return clean.encode("utf-8", "replace").decode()
