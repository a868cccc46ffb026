"""What a parsing process makes of a file, in a form that crosses the border as JSON."""

from dataclasses import asdict, dataclass, field

from pydantic import TypeAdapter, ValidationError

from groundsmith.corpus.normalise import normalise
from groundsmith.errors import SourceError
from groundsmith.records import Json


@dataclass(slots=True, kw_only=True)
class Part:
    """A document of the file; `name` is empty where the file is one document."""

    name: str
    text: str


@dataclass(slots=True, kw_only=True)
class Note:
    """What of the file was left out, under a name that no part has, and why."""

    name: str
    reason: str
    failed: bool = False


@dataclass(slots=True, kw_only=True)
class Extract:
    """The parts of a file in order, and what was left out."""

    parts: list[Part] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, name: str, text: str) -> None:
        """Adds a document, its text normalised."""
        self.parts.append(Part(name=name, text=normalise(text)))

    def note(self, name: str, reason: str, *, failed: bool = False) -> None:
        """Adds a note, in characters that any output can show."""
        shown = "".join(char if char.isprintable() else " " for char in reason)
        self.notes.append(Note(name=name, reason=normalise(shown), failed=failed))

    def as_json(self) -> Json:
        """For the way back."""
        return asdict(self)


_EXTRACT = TypeAdapter(Extract)


def received(answer: Json) -> Extract:
    """The extract that an answer holds; raises SourceError, without a path, where it holds none."""
    try:
        return _EXTRACT.validate_python(answer)
    except ValidationError as error:
        raise SourceError("", "damaged (its reader gave an answer of another form)") from error
