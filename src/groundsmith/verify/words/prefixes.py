"""Prefixes that deny what follows, and words that only look as if they had one."""

from groundsmith.verify.words.listing import listed

DENYING = ("un", "in", "im", "ir", "il", "non", "dis", "mis", "tak", "anti")

NO_PREFIX = listed(
    """
    under until union unit united unique universe universal university uniform unity uncle
    unless inform information increase instead invent display discover import important
    impress improve inside install intent indeed invest disease dispute discount discuss
    discharge distress disposed dispose input income impose impact include intake invoice
    indent inner interest internal international interview interval introduce invite invasion
    industry infant initial injury inland inlet inn inquiry insect insert insist inspect
    instance institute instruct insure insurance intend intense intention interior inscription
    illness illustrate image imagine immediate immigrant imply iron irrigate irrigation island
    misery miss mission mist mistake distance distant distinct distribute district disc
    discourse dish disk dismiss none unlike unlikely disorder
    nonstop antique anticipate infer inflation influence
    ingredient inhabit inhabitant indicate individual index indigenous increment incident
    incline indoor inherit inch incur invade involve implement impulse improvement disaster
    discipline disguise dispatch disperse dissolve disturb dive divide division unanimous
    understand undergo undertake indonesia india indian italia inggris informasi industri
    internasional internet taktik takut takaran misalnya misal indeks investasi inspeksi
    instansi intan imam iman impor irigasi ilmu ilmiah diskusi distribusi disiplin individu
    inovasi institusi iringan induk ingat inti ini unsur untuk untung ungu unta undang
    undangan ungkap unggul urusan
    """
)
