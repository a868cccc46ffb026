"""What makes a difference of a near-copy mean nothing: told of its own words, and of no others."""

from collections.abc import Sequence

from groundsmith.verify.checks.laid import Laid, Taken, Turn, is_plain
from groundsmith.verify.cues import MODAL, Cue
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.polarity import CONDITIONS, WITHIN, WITHOUT

_PART = ("few", "notall", "only", "least", "atmost", "half")
"""Quantifiers after which a negation may say the same, of others."""

_BEFORE = 4
_FEWEST = 2
_TURNING = listed(
    """
    avoid avoids avoided avoiding refrain refrains refrained prevent prevents prevented preventing
    instead rather without except otherwise exception exceptions if against than wrong false untrue
    rejected rules ruled hindari menghindari mencegah dicegah tanpa selain kecuali baru jika kalau
    andaikata seandainya melainkan membantah dibantah menyangkal
    """
)
_UNREAL = listed("andaikata seandainya sekiranya")


def is_no_statement(laid: Laid) -> bool:
    """Whether the run is a question or unreal, or only one of the two is told of a case."""
    mine = {laid.claim.words[n] for n in laid.repeat.stretch}
    its = {laid.shown.words[n] for n in laid.repeat.run}
    if CONDITIONS.isdisjoint(mine) != CONDITIONS.isdisjoint(its):
        return True
    analysis = laid.shown.analysis
    start, stop = analysis.sentence_bounds(*[analysis.sentences[laid.repeat.run[0]]] * 2)
    sentence = analysis.text[start:stop]
    return sentence.endswith("?") or not _UNREAL.isdisjoint(sentence.casefold().split())


def is_crossed(laid: Laid) -> bool:
    """Whether a word of one gap stands in another gap on the other side."""
    claim, shown = laid.claim, laid.shown
    its = {
        key
        for gap in laid.gaps
        for n in gap.its
        if not is_plain(shown, n)
        for key in shown.meanings[n].keys
    }
    return any(
        not its.isdisjoint(claim.meanings[n].keys)
        for gap in laid.gaps
        for n in gap.mine
        if not is_plain(claim, n)
    )


def is_of_one(laid: Laid) -> bool:
    """Whether both begin with the same word, so that what is told of is the same."""
    mine = next((n for n in laid.claim.content if n in laid.repeat.stretch), None)
    its = next((n for n in laid.shown.content if n in laid.repeat.run), None)
    return mine in laid.repeat.equal and its in laid.repeat.there


def excuses_denial(laid: Laid) -> bool:
    """Whether a negation may say the same as what the other side says without it."""
    if any(cue.value in _PART for _, mine, its in laid.cues for cue in (*mine, *its)):
        return True
    signs = [laid.signs(gap) for gap in laid.gaps]
    if any(mine for mine, _ in signs) and any(its for _, its in signs):
        return True
    return _is_turned(laid) or laid.tells_else()


def _is_turned(laid: Laid) -> bool:
    """Whether a word that turns a sentence stands at a gap, or right before the stretch."""
    start = laid.repeat.stretch[0]
    words = {laid.claim.words[n] for n in range(max(0, start - _BEFORE), start)}
    words |= {laid.claim.words[n] for gap in laid.gaps for n in gap.mine}
    words |= {laid.shown.words[n] for gap in laid.gaps for n in gap.its}
    alike = sum(n in laid.repeat.equal for n in laid.claim.content)
    return not _TURNING.isdisjoint(words) or alike < _FEWEST


def excuses_opposite(laid: Laid, denied: Sequence[Turn], taken: Taken) -> bool:
    """Whether there are negations or exceptions at gaps that turn something else."""
    if any(laid.shown.words[n] in WITHOUT for gap in laid.gaps for n in gap.its):
        return not any(laid.claim.words[n] in WITHIN for gap in laid.gaps for n in gap.mine)
    signs = sum(len(mine) + len(its) for mine, its in (laid.signs(gap, taken) for gap in laid.gaps))
    return signs > len(denied)


def hedges(laid: Laid, own: Cue) -> bool:
    """Whether the claim says by another word as well how sure it is."""
    return any(
        cue.kind == MODAL and cue.value != "done" and cue.first != own.first
        for cue in laid.claim.cues
    )
