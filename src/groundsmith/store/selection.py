"""What a `Selection` means for the rows of `items`.

Whatever is needed by a selected item is selected too, or it would be waited for in vain. Only
plans whose items need others pay for that: elsewhere a limit is a place in the plan, and a pattern
a comparison of each name.
"""

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from groundsmith.records import EVERYTHING, ItemState, Selection
from groundsmith.store.schema import items, needs

_NO_END = (1 << 31) - 1
_ESCAPE = "\\"


def among(connection: Connection, run: str, selection: Selection) -> list[ColumnElement[bool]]:
    """Conditions on `items` that hold for what is selected; none where everything is."""
    if selection == EVERYTHING:
        return []
    if not has_needs(connection, run):
        return _matching(run, selection)
    chosen = _names(run, selection).cte("chosen", recursive=True)
    needed = select(needs.c.need).join(chosen, needs.c.item == chosen.c.name)
    return [items.c.name.in_(select(chosen.union(needed.where(needs.c.run == run)).c.name))]


def has_needs(connection: Connection, run: str) -> bool:
    """Whether any item of the run ever needed another."""
    found = select(needs.c.item).where(needs.c.run == run).limit(1)
    return connection.execute(found).first() is not None


def _names(run: str, selection: Selection) -> "Select[tuple[str]]":
    return select(items.c.name).where(
        items.c.run == run,
        items.c.state != ItemState.SUPERSEDED.value,
        *_matching(run, selection),
    )


def _matching(run: str, selection: Selection) -> list[ColumnElement[bool]]:
    found = _named(selection)
    if selection.limit is None:
        return found
    if not selection.narrowed:
        return [items.c.ordinal < selection.limit]
    other = items.alias("counted")
    first_too_many = (
        select(other.c.ordinal)
        .where(other.c.run == run, other.c.state != ItemState.SUPERSEDED.value)
        .where(*_named(selection, other.c.name, other.c.category))
        .order_by(other.c.ordinal)
        .offset(selection.limit)
        .limit(1)
        .scalar_subquery()
    )
    return [*found, items.c.ordinal < func.coalesce(first_too_many, _NO_END)]


def _named(
    selection: Selection,
    name: ColumnElement[str] = items.c.name,
    category: ColumnElement[str] = items.c.category,
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if selection.category is not None:
        found.append(func.lower(category) == selection.category.lower())
    if selection.parts:
        ends = [_literal(part.lower()) for part in selection.parts]
        folded = func.lower(name)
        found.append(
            or_(
                *(folded.like(f"%/{end}", escape=_ESCAPE) for end in ends),
                *(folded.like(end, escape=_ESCAPE) for end in ends),
            )
        )
    if selection.item is not None:
        pattern, folded = _like(selection.item.lower()), func.lower(name)
        itself = folded.like(pattern, escape=_ESCAPE)
        found.append(or_(itself, folded.like(f"{pattern}/%", escape=_ESCAPE)))
    return found


def _like(pattern: str) -> str:
    return _literal(pattern).replace("*", "%").replace("?", "_")


def _literal(text: str) -> str:
    for plain in (_ESCAPE, "%", "_"):
        text = text.replace(plain, _ESCAPE + plain)
    return text
