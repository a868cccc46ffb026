"""Labels for a calibration: from people's verdicts on a run, or from a file.

A verdict counts where the claim still reads as it did and is scored today. Where people disagree
the majority decides, and a tie is a claim that is not supported. Claims are grouped by the first
document that their record cites.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from groundsmith.app.json_lines import json_object, numbered_lines
from groundsmith.app.judges import local_judge
from groundsmith.app.verdicts.feedback import Opinion, listed
from groundsmith.app.verdicts.shelf import Shelf
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.errors import InputError, RequestError
from groundsmith.records import Claim, Evidence, Json, Record, sha256
from groundsmith.seams import Judge
from groundsmith.settings import Loaded
from groundsmith.store.feedback import Feedback
from groundsmith.verify.calibration.drift import Live
from groundsmith.verify.calibration.labels import Label
from groundsmith.verify.claims import split_claims

_DEFINITE = (Opinion.SUPPORTED, Opinion.UNSUPPORTED)


@dataclass(slots=True, kw_only=True)
class Labelled:
    """Labels, whose scores they are on, and what was left out and why.

    Attributes:
        live: The scores of all claims of the run; empty for a file of labels.
    """

    labels: list[Label] = field(default_factory=list)
    judges: set[str] = field(default_factory=set)
    sampling: str = ""
    left_out: Counter[str] = field(default_factory=Counter)
    live: Live = field(default_factory=Live)

    @property
    def judge(self) -> str:
        """The judges by name, joined where several had a part in it."""
        return "+".join(sorted(self.judges))


def labels_of_run(out: Path, loaded: Loaded, *, rejected: bool) -> Labelled:
    """What people's verdicts on the claims of a run come to."""
    by_record: defaultdict[str, list[Feedback]] = defaultdict(list)
    for given in listed(out, loaded):
        if given.verdict.is_impression:
            continue  # how a text reads says nothing of whether it is true
        by_record[given.record].append(given)
    found, samplings = Labelled(), Counter[str]()
    shelf = Shelf(out, rejected=rejected)
    for record in shelf.records():
        source = source_of(record)
        for judged in record.claims:
            if judged.score is not None:
                found.judges.add(judged.judge)
                found.live.add(source, judged.score)
        _add_labels(found, samplings, record, by_record.pop(record.id, []))
    found.left_out["verdicts on records that are not here"] += sum(map(len, by_record.values()))
    told = (f"{count} {name or 'not drawn by `review`'}" for name, count in samplings.items())
    found.sampling = "; ".join(sorted(told))
    return found


def labels_of_file(file: Path, loaded: Loaded) -> Labelled:
    """Labels from lines `{score, supported, source}`, or `{claim|text, source, supported}`.

    The second kind is judged first, by the judge that is always there; `source` is then the
    source's text, and `source_id` its name where several lines share one. Raises InputError for
    the first line that is neither.
    """
    found, judge = Labelled(sampling="as the file has them"), local_judge(loaded.settings)
    with asyncio.Runner() as runner:
        for number, line in numbered_lines(file):
            try:
                value = json_object(line)
                supported = value.get("supported")
                if not isinstance(supported, bool):
                    raise RequestError("supported: neither true nor false")
                if "score" in value:
                    _add_scored(found, value, supported, judge.name)
                else:
                    _add_judged(found, value, supported, runner, judge)
            except RequestError as error:
                raise InputError(f"{file}:{number}: {error}") from error
    return found


def source_of(record: Record) -> str:
    """What the claims of a record are grouped by."""
    return record.citations[0].document if record.citations else record.item


def _add_labels(
    found: Labelled, samplings: Counter[str], record: Record, given: list[Feedback]
) -> None:
    by_claim: defaultdict[int, list[Feedback]] = defaultdict(list)
    for one in given:
        if one.verdict not in _DEFINITE:
            found.left_out["unsure verdicts"] += 1
        elif one.claim is None:
            _add_whole(found, by_claim, record, one)
        elif one.claim >= len(record.claims) or record.claims[one.claim].text != one.seen.text:
            found.left_out["verdicts on claims that read otherwise now"] += 1
        else:
            by_claim[one.claim].append(one)
    for claim, opinions in by_claim.items():
        score = record.claims[claim].score
        if score is None:
            found.left_out["claims without a score"] += len(opinions)
            continue
        votes = Counter(one.verdict for one in opinions)
        supported = votes[Opinion.SUPPORTED] > votes[Opinion.UNSUPPORTED]
        drawn = [one for one in opinions if one.seen.inclusion]
        weight = 1 / (drawn[0].seen.inclusion or 1.0) if drawn else 1.0
        samplings[drawn[0].seen.sampling if drawn else ""] += 1
        label = Label(score=score, supported=supported, source=source_of(record), weight=weight)
        found.labels.append(label)


def _add_whole(
    found: Labelled, by_claim: Mapping[int, list[Feedback]], record: Record, given: Feedback
) -> None:
    """A verdict on a whole record, as verdicts on its claims where it says something of each."""
    if given.verdict is Opinion.UNSUPPORTED and len(record.claims) > 1:
        found.left_out["verdicts on whole records that do not say which claim"] += 1
        return
    for claim in range(len(record.claims)):
        by_claim[claim].append(given)


def _add_scored(found: Labelled, value: Mapping[str, Json], supported: bool, judge: str) -> None:
    score, source, by = value["score"], value.get("source"), value.get("judge", judge)
    if score is None:
        found.left_out["claims without a score"] += 1
        return
    if isinstance(score, bool) or not isinstance(score, (int, float)) or not 0 <= score <= 1:
        raise RequestError("score: not a number from 0 to 1")
    if not isinstance(source, str) or not isinstance(by, str):
        raise RequestError("source, judge: not text; claims of one source share its name")
    found.judges.add(by)
    found.labels.append(Label(score=float(score), supported=supported, source=source))


def _add_judged(
    found: Labelled,
    value: Mapping[str, Json],
    supported: bool,
    runner: asyncio.Runner,
    judge: Judge,
) -> None:
    text, source = value.get("claim", value.get("text")), value.get("source")
    if not isinstance(text, str) or not isinstance(source, str):
        raise RequestError("it has no score, and not both claim (or text) and source to judge it")
    whole = Claim(text=text, start=0, stop=len(text))
    claims = [whole] if "claim" in value else split_claims(text, RuleSplitter())
    shown = [Evidence(input=0, start=0, stop=len(source), text=source)]
    judged = [runner.run(judge.judge(claim, shown)) for claim in claims if claim.kind.checkable]
    scores = [one.score for one in judged if one.score is not None]
    if not scores:
        found.left_out["claims without a score"] += 1
        return
    name = value.get("source_id", sha256(source))
    found.judges.update(one.judge for one in judged)
    found.labels.append(Label(score=min(scores), supported=supported, source=str(name)))
