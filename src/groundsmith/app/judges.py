"""Who judges claims: the embedded judge, then whoever the settings name for what it doubts."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from groundsmith.app.embedding import embedder_name, embedder_of
from groundsmith.app.models import judging_model
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.errors import RequestError
from groundsmith.records import Json, Phase, Request, digest
from groundsmith.seams import Judge, Model
from groundsmith.settings import GroundsmithSettings
from groundsmith.store.database import Database
from groundsmith.verify.checks import CHECKS
from groundsmith.verify.judges.embedded import EmbeddedJudge
from groundsmith.verify.judges.escalating import Escalating
from groundsmith.verify.judges.model import ModelJudge, Opinion, judging_prompt, name_of
from groundsmith.verify.judges.remembering import Remembering
from groundsmith.verify.policy import PolicySettings
from groundsmith.verify.weighing import weights_sha256

if TYPE_CHECKING:
    from groundsmith.verify.judges.cross_encoder import CrossEncoderJudge


def local_judge(settings: GroundsmithSettings) -> Judge:
    """The embedded judge, with a cross-encoder for what it doubts where the settings name one."""
    judges = _local(settings)
    return _in_a_row(settings, judges) if len(judges) > 1 else judges[0]


def escalating_judge(settings: GroundsmithSettings, model: Model, database: Database) -> Judge:
    """The local judges, and `model` for what they doubt; it is asked about no claim twice."""
    return doubting(settings, model_judge(settings, model, database))


def doubting(settings: GroundsmithSettings, last: Judge) -> Judge:
    """The local judges, and `last` for what they doubt."""
    return _in_a_row(settings, [*_local(settings), last])


def model_judge(settings: GroundsmithSettings, model: Model, database: Database) -> Judge:
    """The settings' model as a judge that remembers its verdicts in the ledger."""
    # Imported here: it is part of what speaks HTTP, and most runs ask nobody.
    from groundsmith.llm.structured import ask

    async def asked(request: Request, kind: type[Opinion]) -> Opinion:
        return (await ask(model, request, kind)).value

    verify = settings.verify
    return Remembering(
        ModelJudge(asked, model=str(verify.model), samples=verify.samples),
        database,
        settings_sha256=digest(_model_identity(settings)),
    )


def judges_of(settings: GroundsmithSettings) -> list[str]:
    """Names of all who may sign a verdict."""
    asked = [] if settings.verify.model is None else [name_of(settings.verify.model)]
    return [*(judge.name for judge in _local(settings)), *asked]


def judge_identity(settings: GroundsmithSettings) -> list[Json]:
    """All that verdicts depend on besides the claim and its evidence."""
    # A folder may hold another model by now, and another folder the same one.
    # What rules say of a text is no part of what a claim is worth.
    elsewhere = {"cross_encoder": None, "policy": PolicySettings()}
    own = settings.verify.model_copy(update=elsewhere).of_phases([Phase.JUDGE])
    # The checks by name, and the weights by their hash: either moves a verdict without the judge's.
    decided_by: list[Json] = [EmbeddedJudge.name, list(CHECKS), weights_sha256()]
    identity: list[Json] = [*decided_by, own, embedder_name(settings)]
    if encoder := _cross_encoder(settings):
        identity.append([encoder.name, encoder.sha256])
    return identity + _model_identity(settings)


def _model_identity(settings: GroundsmithSettings) -> list[Json]:
    """What a model's verdicts depend on: not the judges before it, or they would be paid again."""
    chosen = judging_model(settings)
    if chosen is None:
        return []
    own = chosen.settings.of_phases([Phase.WRITE])
    return [own, chosen.redacted, judging_prompt().sha256, settings.verify.samples]


def _local(settings: GroundsmithSettings) -> list[Judge]:
    dense, encoder = _dense(settings), _cross_encoder(settings)
    return [EmbeddedJudge(settings.verify), *filter(None, (dense, encoder))]


def _dense(settings: GroundsmithSettings) -> Judge | None:
    near = settings.verify.dense_from
    if near is None:
        return None
    embedder, name = embedder_of(settings), embedder_name(settings)
    if embedder is None or name is None:
        raise RequestError(
            "verify.dense_from: no embedding model; set checks.dense, and `make dense` brings it"
        )
    # Imported here: it needs numpy, which most runs do not.
    from groundsmith.verify.judges.dense import DenseJudge

    return DenseJudge(embedder, RuleSplitter(), name=name, support_from=near)


def _in_a_row(settings: GroundsmithSettings, judges: Sequence[Judge]) -> Judge:
    return Escalating(judges, doubt=(settings.verify.doubt_low, settings.verify.doubt_high))


def _cross_encoder(settings: GroundsmithSettings) -> "CrossEncoderJudge | None":
    folder = settings.verify.cross_encoder
    return None if folder is None else _loaded(Path(folder))


@cache
def _loaded(folder: Path) -> "CrossEncoderJudge":
    # Imported here: it belongs to an extra.
    from groundsmith.verify.judges.cross_encoder import CrossEncoderJudge

    return CrossEncoderJudge(folder)
