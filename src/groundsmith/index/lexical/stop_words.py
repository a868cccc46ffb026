"""Words too common to find anything by, in English and Indonesian.

One union for both languages: a word that is common in one is hardly ever the rare word of a
query in the other, and so nobody has to guess the language of a five-word query.
"""

_ENGLISH = """
a about above after again against all also am an and any are as at be because been before being
below between both but by can could did do does doing down during each few for from further had
has have having he her here hers herself him himself his how i if in into is it its itself just
may me might more most must my myself no nor not of off on once only or other our ours ourselves
out over own same shall she should so some such than that the their theirs them themselves then
there these they this those through to too under until up upon us very was we were what when
where which while who whom whose why will with would you your yours yourself yourselves
"""

_INDONESIAN = """
ada adalah agar akan antara apa apabila apakah atas atau bagaimana bagi bahwa banyak beberapa
belum berapa berapakah bila bisa bukan dalam dan dapat dari daripada dengan di dimana dia dua
hanya harus hingga ia ini itu jika juga kami kamu kapan kapankah karena ke kemudian kepada ketika
kita lain lebih maka manakah mana masih melalui mereka merupakan namun oleh pada paling para pernah
pula saat saja sampai sangat saya sebagai sebuah secara sedang sehingga sejak selama seorang
seperti serta setelah setiap siapa siapakah suatu sudah supaya tanpa telah tentang terhadap
tersebut tetapi tidak untuk yaitu yakni yang
"""

STOP_WORDS = frozenset((_ENGLISH + _INDONESIAN).split())
"""Casefolded, before stemming."""
