"""Checking a text against sources: the library call, and what the command line asks for.

    from groundsmith.app.checking.verifying import verify

    report = verify("The fee is 75 dollars.", sources=["The visa fee is 75 dollars.", Path("docs")])

It computes in this thread and waits for nobody, so it may be called where an event loop runs.
`import groundsmith; groundsmith.verify(...)` is the same call.
"""

from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from groundsmith.app.judges import local_judge
from groundsmith.corpus.inputs import Found, find, load
from groundsmith.corpus.kinds import media_type
from groundsmith.corpus.read import documents
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError, RequestError, SourceError
from groundsmith.events import Emit, SourceRead, SourceSkipped, silent
from groundsmith.records import Skipped
from groundsmith.seams import Judge
from groundsmith.settings import GroundsmithSettings
from groundsmith.verify.policy import Policy, PolicySettings
from groundsmith.verify.report import CheckedClaim, Place, Report, SourceText, Violation
from groundsmith.verify.verifier import Verifier

__all__ = ["CheckedClaim", "Place", "Report", "Violation", "verify"]

T = TypeVar("T")

STDIN = "-"


def verify(
    text: str,
    sources: str | Path | Sequence[str | Path],
    *,
    settings: GroundsmithSettings | None = None,
    policy: bool = True,
) -> Report:
    """The claims of `text`, each with its verdict and the place in `sources` it rests on.

    Args:
        sources: A `str` is a source's text itself; a `Path` a file or folder to read.
        policy: Whether the text is held to the rules of `verify.policy`, too.
        settings: What `verify` and `corpus` say in it; without, the defaults. No file is looked
            for, and no environment.

    Raises:
        RequestError: No source is given, or nothing in them can be read.
    """
    chosen = settings or GroundsmithSettings()
    given = [sources] if isinstance(sources, (str, Path)) else list(sources)
    rules = policy_of(chosen.verify.policy) if policy else None
    return verified(text, list(_texts(given, chosen.corpus)), chosen, rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """Who judges, and how many claims are worth judging at the same time.

    Attributes:
        policy: Rules that texts are held to besides; `None` holds them to none.
    """

    judge: Judge
    together: int = 1
    policy: Policy | None = None


def verified(
    text: str,
    sources: Sequence[SourceText],
    settings: GroundsmithSettings,
    policy: Policy | None = None,
) -> Report:
    """The report on `text` held against texts; raises RequestError where there are none."""
    judging = Judging(judge=judge_for(settings), policy=policy)
    return at_once(verified_by(judging, text, sources))


async def verified_by(judging: Judging, text: str, sources: Sequence[SourceText]) -> Report:
    """The report of a judge on `text`; raises RequestError where there is nothing to hold it to."""
    if not sources:
        raise RequestError("no source is given: a text is held against at least one")
    verifier = Verifier(
        judging.judge, RuleSplitter(), sources, policy=judging.policy, together=judging.together
    )
    return await verifier.verify(text)


@cache
def policy_of(settings: PolicySettings) -> Policy:
    """The rules of these settings; compiling them takes a quarter of a second, so they are kept."""
    return Policy.load(settings)


def judge_for(settings: GroundsmithSettings) -> Judge:
    """Who judges where nobody is asked.

    Raises:
        RequestError: A model is named, which this call has no wallet for.
    """
    if settings.verify.model is not None:
        raise RequestError(
            "verify.model: a model judges in `groundsmith verify` and within runs, where its calls "
            "are paid from a budget; this call has the local judges only, so leave it out here"
        )
    return local_judge(settings)


def read_sources(
    locations: Iterable[str], settings: CorpusSettings, emit: Emit = silent
) -> list[SourceText]:
    """The documents of files, folders, globs or `-`, as texts under their paths.

    What was left out is emitted with its reason. Small files are read too: nobody cuts them.

    Raises:
        InputError: There is nothing at a location, or nothing readable at any.
    """
    read: list[SourceText] = []
    reasons: list[Skipped] = []
    for location in dict.fromkeys(locations):
        for found in _found(location, settings):
            skipped: list[Skipped] = []
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                texts = _read(found, skipped)
                read.extend(_named_apart(texts, read, location))
                if texts:
                    emit(SourceRead(path=found.path, changed=True))
            for one in skipped:
                emit(SourceSkipped(skipped=one))
            reasons.extend(skipped)
    if not read:
        why = "; ".join(f"{skip.path}: {skip.reason}" for skip in reasons[:3])
        raise InputError(f"nothing readable among the sources ({why or 'no files'})")
    return read


def read_text(given: str, settings: CorpusSettings) -> str:
    """The text that an argument means: itself, the file that it names, or standard input.

    Raises:
        RequestError: It looks like a file and is none, or the file cannot be read.
    """
    if given != STDIN and not _is(given, Path.is_file):
        if _is(given, Path.is_dir):
            raise InputError(f"{given}: a folder; give a file, a text, or - (folders are sources)")
        if " " not in given and "\n" not in given and media_type(given):
            raise InputError(f"{given}: no such file; give a file, a text, or -")
        return given
    skipped: list[Skipped] = []
    texts: list[SourceText] = []
    for found in _found(given, settings):
        if isinstance(found, Skipped):
            skipped.append(found)
        else:
            texts.extend(_read(found, skipped))
    if not texts and skipped:
        raise InputError(f"{skipped[0].path}: cannot be checked ({skipped[0].reason})")
    return "\n\n".join(text.text for text in texts)


def at_once(work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, which waits for nobody; needs no event loop and disturbs none."""
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    work.close()
    raise RuntimeError("this judge waits for somebody: it needs an event loop")


def _texts(sources: Sequence[str | Path], settings: CorpusSettings) -> Iterator[SourceText]:
    for number, source in enumerate(sources, start=1):
        if isinstance(source, Path):
            yield from read_sources([str(source)], settings)
        else:
            yield SourceText(name=f"source {number}", text=source)


def _is(given: str, kind: Callable[[Path], bool]) -> bool:
    """Whether a text is the path of something of that kind."""
    try:
        return bool(given) and kind(Path(given))
    except (OSError, ValueError):  # too long for a path, or with a NUL
        return False


def _found(location: str, settings: CorpusSettings) -> Iterator[Found | Skipped]:
    return find(location, None, settings.model_copy(update={"min_bytes": 1}))


def _read(found: Found, skipped: list[Skipped]) -> list[SourceText]:
    """The documents of one source; what cannot be read is added to `skipped`."""
    try:
        source, data = load(found)
        made = documents(source, data, skipped.append)
        return [SourceText(name=document.id, text=document.text) for document in made]
    except SourceError as error:
        skipped.append(Skipped(path=found.path, reason=error.reason, failed=True))
        return []


def _named_apart(
    texts: Iterable[SourceText], taken: Sequence[SourceText], location: str
) -> Iterator[SourceText]:
    """The texts, the location in front of a name that another one has."""
    names = {source.name for source in taken}
    for text in texts:
        if text.name in names:
            yield SourceText(name=f"{location}: {text.name}", text=text.text)
        else:
            yield text
