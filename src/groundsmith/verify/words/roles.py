"""Verbs whose two sides are told apart by their order, and small words around them; as roots."""

from groundsmith.verify.words.listing import listed

ORDERED = listed(
    """
    beat defeat replac succeed follow preced lead overtak outnumb exceed surpass chase hire
    sue accus kill attack invad marri teach employ own control advis criticis support warn
    help resist outpac outlast outlin kalah ganti ungguli lampaui susul dahului pimpin serang
    dukung tuduh gugat bantu ajar mengalahkan menggantikan mengungguli melampaui menyusul
    mendahului memimpin
    """
)

THAN = listed("than daripada dibanding dibandingkan ketimbang")

AGENTS = listed("by oleh")
"""What turns the sides of a verb around."""
