"""Words that turn a sentence to its contrary, or leave it as it is: facts of the language.

"Failed to stop" did not stop, "managed to stop" stopped (Karttunen 1971, implicative verbs).
"""

from groundsmith.verify.words.listing import listed

CONTRARY = listed(
    """
    non unwilling reluctant fail fails failed failing failure refuse refuses refused refusing
    refusal decline declines declined declining neglect neglects neglected neglecting forget
    forgets forgot forgotten lack lacks lacked lacking unable incapable unsuccessful
    unsuccessfully
    gagal enggan menolak batal urung lupa luput bukanlah tidaklah bukannya
    """
)
"""Words that deny what they govern, besides the negations themselves."""

PLAIN = listed(
    """
    manage manages managed managing succeed succeeds succeeded succeeding able capable agree
    agrees agreed consent consents consented willing successful successfully
    still already just indeed actually really even longer anymore
    get gets got go goes went come comes came be remember remembered
    berhasil bersedia mampu sempat masih jadi mau pun juga memang justru lagi kini
    bersifat ialah terjadi pernah
    """
)
"""Words that say no more than the verb that they govern, or than that it is so."""

WITHOUT = listed("without except excluding tanpa kecuali selain")
WITHIN = listed("with including include includes plus dengan termasuk beserta bersama")
"""What leaves a thing out, and what takes it in."""

CONDITIONS = listed(
    """
    if unless whether until when jika kalau apabila bila asalkan hingga sampai
    """
)
"""Words that make what their clause says a case, not a fact."""
