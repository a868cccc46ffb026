"""How posts may be received, by the results that a person reported of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from groundsmith.app.out import open_out
from groundsmith.app.revision.versions import item_named
from groundsmith.app.state import open_ledger_of
from groundsmith.errors import RequestError
from groundsmith.recipes.post.engagement import Estimate
from groundsmith.recipes.post.fitting import Result, fitted
from groundsmith.records import Json
from groundsmith.settings import Loaded
from groundsmith.store import receptions, versions
from groundsmith.store.database import Database
from groundsmith.store.versions import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """The estimate of one version of an item, and the results that are known of it."""

    item: str
    version: int
    estimate: Estimate
    impressions: int | None
    reactions: int | None

    def as_json(self) -> dict[str, Json]:
        """For `--json`."""
        return {
            "item": self.item,
            "version": self.version,
            **self.estimate.as_json(),
            "reported": None
            if self.impressions is None
            else {"impressions": self.impressions, "reactions": self.reactions},
        }


def estimated(out: Path, item: str | None, loaded: Loaded) -> list[Estimated]:
    """The estimate of the last version of each post in `out`, or of one.

    Raises RequestError where OUT holds no posts.
    """
    folder = open_out(out)
    if folder.recipe != "post":
        raise RequestError(f"{out}: holds no posts; only of a post it is estimated how it is read")
    with open_ledger_of(folder, loaded) as database:
        newest = database.fetch(lambda c: list(versions.latest(c, folder.run)))
        names = [one.item for one in newest]
        chosen = names if item is None else [item_named(out, item, names)]
        reported = database.fetch(lambda c: receptions.every(c, folder.run))
        known = {(one.item, one.version): one for one in receptions.standing(reported)}
        texts = {name: _texts(database, folder.run, name) for name in {*chosen, *_of(known)}}
    estimator = fitted(
        [
            Result(
                text=texts[name][number - 1],
                impressions=one.impressions,
                reactions=one.reactions,
            )
            for (name, number), one in known.items()
        ]
    )
    made: list[Estimated] = []
    for name in chosen:
        number = len(texts[name])
        result = known.get((name, number))
        made.append(
            Estimated(
                item=name,
                version=number,
                estimate=estimator.estimate(texts[name][-1]),
                impressions=result.impressions if result else None,
                reactions=result.reactions if result else None,
            )
        )
    return made


def _of(known: Iterable[tuple[str, int]]) -> set[str]:
    return {name for name, _ in known}


def _texts(database: Database, run: str, item: str) -> list[str]:
    """What each version of a post said, the first one first."""
    found: list[Version] = database.fetch(lambda c: versions.of_item(c, run, item))
    return [str(one.pieces[0].content["text"]) for one in found]
