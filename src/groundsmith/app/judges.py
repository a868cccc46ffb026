"""Who judges claims: the embedded judge, and, where one is named, a model for what it doubts."""

from groundsmith.app.models import judging_model
from groundsmith.records import Json, Phase, Request, digest
from groundsmith.seams import Judge, Model
from groundsmith.settings import GroundsmithSettings
from groundsmith.store.database import Database
from groundsmith.verify.judges.coverage import CoverageJudge
from groundsmith.verify.judges.escalating import Escalating
from groundsmith.verify.judges.model import ModelJudge, Opinion, judging_prompt
from groundsmith.verify.judges.remembering import Remembering


def embedded_judge(settings: GroundsmithSettings) -> Judge:
    """The judge that is always there."""
    return CoverageJudge(settings.verify)


def judge_identity(settings: GroundsmithSettings) -> list[Json]:
    """All that verdicts depend on besides the claim and its evidence."""
    own = [embedded_judge(settings).name, settings.verify.of_phases([Phase.JUDGE])]
    chosen = judging_model(settings)
    if chosen is None:
        return own
    return [*own, chosen.settings.of_phases([Phase.WRITE]), judging_prompt().sha256]


def escalating_judge(settings: GroundsmithSettings, model: Model, database: Database) -> Judge:
    """The embedded judge, and `model` for what it doubts; no claim is asked about twice."""
    # Imported here: it is part of what speaks HTTP, and most runs ask nobody.
    from groundsmith.llm.structured import ask

    async def asked(request: Request, kind: type[Opinion]) -> Opinion:
        return (await ask(model, request, kind)).value

    verify = settings.verify
    dear = Remembering(
        ModelJudge(asked, model=str(verify.model), samples=verify.samples),
        database,
        settings_sha256=digest(judge_identity(settings)),
    )
    doubt = (verify.doubt_low, verify.doubt_high)
    return Escalating([embedded_judge(settings), dear], doubt=doubt)
