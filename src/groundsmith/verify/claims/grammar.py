"""Verbs and subjects, as far as lists and endings tell them: what makes words a clause.

No parser: a verb is one that can hardly be anything else at its place. A participle behind a noun
("goods made in China") or an English form that is a noun as well ("costs") counts for nothing, so
the rules miss clauses rather than invent them.
"""

import re
from dataclasses import dataclass


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What one language's clauses are told by.

    Attributes:
        finite: Forms that are verbs wherever they stand.
        complemented: Forms that are verbs where something follows them.
        marked: Matches forms that are verbs by their ending or prefix.
        no_verb: What only looks like one of those.
        attributed_by: What follows a marked form that only describes the noun before it.
        after_noun: What stands before a form that is no finite verb.
        relative: What makes the verb behind it part of a relative clause.
        pronouns: Subjects that mean nothing alone.
        not_first: What no clause with a subject of its own begins with.
        embedding: What the rest of a sentence may depend on.
        conditions: What may govern both of two clauses from behind.
        pairing: What a conjunction behind it belongs to ("between A and B").
        determiners: What makes the word before it a verb, if it agrees with its subject.
        no_subject: Endings of words that open no clause with a subject of its own.
        adverb: Endings of what stands before a form that describes the next noun.
    """

    finite: frozenset[str]
    complemented: frozenset[str]
    marked: re.Pattern[str]
    no_verb: frozenset[str]
    attributed_by: frozenset[str]
    after_noun: frozenset[str]
    relative: frozenset[str]
    pronouns: frozenset[str]
    not_first: frozenset[str]
    embedding: frozenset[str]
    conditions: frozenset[str]
    pairing: frozenset[str]
    determiners: frozenset[str]
    no_subject: tuple[str, ...]
    adverb: tuple[str, ...]

    def verb_at(self, words: tuple[str, ...], *, lenient: bool = False) -> int:
        """Place of the first verb that is not in a relative clause; -1 where there is none."""
        for at in range(1, len(words)):
            if self._is_verb(words, at, lenient=lenient) and not self._is_relative(words, at):
                return at
        return -1

    def is_clause(self, words: tuple[str, ...], *, lenient: bool = False) -> bool:
        """Whether the words have a subject that means something alone, and a verb."""
        if not words or not self._may_open(words):
            return False
        at = self.verb_at(words, lenient=lenient)
        return 0 < at <= _LONGEST_SUBJECT or (lenient and at > 0)

    def _may_open(self, words: tuple[str, ...]) -> bool:
        """Whether a subject that means something alone may stand first."""
        first, second = words[0], words[1] if len(words) > 1 else ""
        return (
            first not in self.pronouns
            and first not in self.not_first
            and first not in self.finite
            and (first in self.no_verb or not self.marked.fullmatch(first))
            and not first.endswith(self.no_subject)
            and not (first in _ARTICLES and second in _VAGUE)
        )

    def _is_verb(self, words: tuple[str, ...], at: int, *, lenient: bool) -> bool:
        word = words[at]
        if word in self.no_verb or (at and words[at - 1] in self.after_noun):
            return False
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in self.finite:
            return True
        if word in self.complemented:
            return bool(following)
        if at and following in self.determiners and self._agrees(words[at - 1], word):
            return True
        if not self.marked.fullmatch(word):
            return False
        if at and words[at - 1].endswith(self.adverb):
            return False
        return lenient or following not in self.attributed_by

    def _agrees(self, before: str, word: str) -> bool:
        """Whether one of a noun and a verb behind it ends in -s: "the bank asks", "banks ask"."""
        known = word in self.not_first or word in self.pronouns or not word.isalpha()
        return not known and (before[-1:] == "s") != (word[-1:] == "s")

    def _is_relative(self, words: tuple[str, ...], at: int) -> bool:
        """Whether "which", or a pronoun right before it, makes the verb part of a noun."""
        if at > 1 and words[at - 1] in self.pronouns:
            return True
        return not self.relative.isdisjoint(words[max(0, at - _RELATIVE_REACH) : at])


_LONGEST_SUBJECT = 9
_RELATIVE_REACH = 3
_ARTICLES = frozenset({"the"})
_VAGUE = _listed("two three latter former other others same rest first second")
"""What needs the clause before it to be understood, behind an article."""

ENGLISH = Grammar(
    finite=_listed(
        """
        am is are was were has have had will would can could may might must shall should does did
        cannot can't won't isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't don't
        rose fell grew became began came went gave got knew took wrote drew drove ate flew forgot
        sank sang spoke stole swam threw woke wore shrank sprang broke froze rode rang chose saw
        declined decreased increased dropped jumped doubled tripled halved remained stayed died
        resigned happened occurred arrived returned started ended continued collapsed failed
        improved followed disappeared appeared existed slept stood lived survived
        becomes belongs consists contains depends exists occurs remains requires receives
        includes provides allows attracts protects serves applies begins arrives seems takes gives
        makes gets lasts lies pays keeps holds brings sells lapses
        """
    ),
    complemented=_listed(
        """
        costs covers causes closes opens offers needs uses shows leads works starts ends runs
        include contain consist require receive remain become belong depend apply arrive attend
        """
    ),
    marked=re.compile(
        r"[a-z]{2,}[^e\W]ed|found|made|paid|held|built|led|left|lost|sold|sent|bought|taught|caught"
        r"|brought|kept|told|won|met|spent|felt|meant|ran"
    ),
    no_verb=_listed(
        """
        hundred embed indeed speed seed feed breed based related limited
        into upon across towards against along among beyond despite except inside outside near off
        onto per throughout within toward behind below above beside besides
        """
    ),
    attributed_by=_listed(
        "by in from of on at with for to under as into within through via since between during"
    )
    | {""},
    after_noun=_listed(
        """
        the a an this that's these those its their his her our your my to of in for with by at from
        on and or be been being is are was were has have had not very most more newly
        """
    ),
    relative=_listed("that which who whom whose where when"),
    pronouns=_listed(
        """
        it they he she this that these those there we i you both all some others one each neither
        its their his her our your my
        """
    ),
    not_first=_listed(
        """
        to of in on at by for from with without under over after before during until since because
        if when while although though unless whether which who whose whom where as than then also
        not therefore thus so even only especially including such like about around between how what
        why
        """
    ),
    embedding=_listed(
        """
        if unless because although though whether that who whom whose which when where since once
        provided so than until
        """
    ),
    conditions=_listed("if unless because when provided whenever"),
    pairing=_listed("between both either left"),
    determiners=frozenset({"the", "a", "an", "its", "their"}),
    no_subject=("ing", "ly"),
    adverb=("ly",),
)

INDONESIAN = Grammar(
    finite=_listed(
        """
        adalah ialah merupakan naik turun masuk keluar tidur datang pergi tiba mati lahir jatuh
        runtuh hadir hilang pulang mulai selesai batal rusak tumbuh menjadi terdiri terletak
        terjadi tersedia terdapat terlibat belajar bekerja berada berasal
        """
    ),
    complemented=_listed(
        """
        tetap ada bisa dapat akan harus boleh telah sudah sedang masih belum tidak bukan wajib
        buka tutup punya perlu
        """
    ),
    marked=re.compile(
        r"(?:me[mnlryw]\w{4,}|ber\w{4,}|di(?!r)\w{4,}|dir(?:awat|encanakan|esmikan)\w*)"
    ),
    no_verb=_listed(
        """
        melalui menurut mengenai merah mereka menteri memang meskipun melayu merek menara mental
        mentah mewah menuju menjelang melainkan
        berita berlian berkebangsaan berkelanjutan berwarna bertingkat bertuliskan
        bersama beberapa berikut berbagai berupa berbeda bernama berjudul berat
        bersih beras berdasarkan berusia berbahaya bermutu berkualitas
        digital dinding diskon direktur dingin dokter dinamis diploma diplomat dialog diagram
        diameter dinasti disiplin distrik dividen dimana dimensi diabetes disertasi diskusi
        """
    ),
    attributed_by=frozenset({"oleh"}),
    after_noun=_listed(
        """
        upaya cara untuk guna rencana proses kemampuan hak tugas tujuan kegiatan usaha kewajiban
        kesempatan dengan agar dalam demi sambil tanpa sebelum setelah ingin saat ketika serta dan
        """
    ),
    relative=frozenset({"yang"}),
    pronouns=_listed("ia dia mereka ini itu hal kami kita saya aku kamu anda semua keduanya"),
    not_first=_listed(
        """
        untuk di ke dari pada dengan tanpa dalam oleh bagi karena jika kalau apabila bila ketika
        saat setelah sebelum sejak hingga sampai yang bahwa agar supaya seperti sebagai juga tidak
        lalu kemudian maka sehingga bahkan terutama termasuk antara akan telah sudah bisa dapat
        harus boleh tetap masih belum bukan wajib ada perlu akhirnya langsung secara sangat memang
        kembali serta sekaligus kini tak sempat mampu gagal selama terbagi lebih
        """
    ),
    embedding=_listed(
        "jika kalau apabila bila kecuali karena meskipun walaupun bahwa ketika agar supaya sehingga"
    ),
    conditions=_listed("jika kalau apabila bila kecuali karena ketika asalkan"),
    pairing=_listed("antara baik"),
    determiners=frozenset(),
    no_subject=(),
    adverb=(),
)


def has_verb(words: tuple[str, ...]) -> bool:
    """Whether some word is a verb in either language."""
    return any(grammar.verb_at(words) > 0 for grammar in (ENGLISH, INDONESIAN))
