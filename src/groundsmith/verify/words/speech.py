"""Verbs of speech, and pronouns that may stand for a speaker."""

from groundsmith.verify.words.listing import listed

SPEECH = listed(
    """
    say says said saying tell tells told call calls called describe describes described write
    writes wrote written note notes noted remark remarked read reads reading warn warns warned
    argue argued argues state states stated stating answer answered reply replied speak speaks
    spoke spoken praise praised find found finds add added claim claimed announce announced
    heard advise advised explain explained report reported promise promised feel felt kata
    berkata mengatakan katanya ujar ujarnya menyebut disebut menulis tulis menyatakan tutur
    menuturkan menjelaskan menegaskan ucap mengucapkan berbunyi bertuliskan menjawab memuji
    menilai menggambarkan dinilai bilang berpesan memperingatkan mengaku tulisnya ucapnya
    """
)

PRONOUNS = listed("he she they i we it ia dia mereka beliau kami saya nya")
"""Whoever speaks may be named in the sentence before."""
