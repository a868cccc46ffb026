"""Words by which a text speaks of its sources, not of what they say, as stems of two languages."""


def _listed(stems: str) -> frozenset[str]:
    return frozenset(stems.split())


REFERRING = _listed(
    """
    abov accord answer articl base clear context describ direct document explicit follow given
    help here indic inform mention note origin paragraph passag provid question refer report
    section sourc specif specifi specifically state summari text unabl
    berdasarkan bacaan dokumen disebutkan dijelaskan informasi jawaban konteks menurut menyebutkan
    pertanyaan sumber teks
    """
)
"""They weigh nothing where the sources do not use them."""
