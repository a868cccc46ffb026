"""What takes time, in the words that a story has for it: a crossing is sailed, one is married."""

from groundsmith.recipes.story.words.motion import forms

_EVENTS = {
    "voyage": (
        "sail cross ferry row",
        "voyage voyages crossing passage sea aboard ferry ship sailing pelayaran berlayar"
        " penyeberangan menyeberang menyeberangi kapal laut",
    ),
    "journey": (
        "walk ride drive travel march trek hike journey climb",
        "foot journey road way trip drive ride walk trek train bus coach horseback walking"
        " perjalanan jalan berjalan kaki menempuh ditempuh menempuhnya naik mendaki pendakian"
        " kereta berkuda bermotor",
    ),
    "marriage": (
        "marry wed",
        "marriage married wife husband wedding wedlock menikah pernikahan perkawinan kawin"
        " menikahi suami istri berumah",
    ),
    "absence": (
        "leave return disappear vanish",
        "absence absent away gone missing exile pergi merantau rantau perantauan hilang menghilang"
        " meninggalkan kembali pulang",
    ),
    "illness": (
        "ail recover",
        "ill sick fever illness sickness bedridden hospital coma sakit demam terbaring"
        " penyakit dirawat",
    ),
    "prison": ("", "prison jail gaol cell sentence prisoner penjara dipenjara bui tahanan sel"),
    "work": (
        "work serve",
        "work job service post office apprentice apprenticeship teaching bekerja kerja mengabdi"
        " mengajar bertugas pabrik menjadi magang",
    ),
    "war": ("fight besiege", "war siege battle perang pertempuran pengepungan dikepung"),
    "silence": (
        "",
        "silence silent mute speechless word words spoke spoken voice bungkam diam bisu membisu"
        " conversation bertegur sapa menegur bercakap berkata bicara berbicara diucapkan "
        "diucapkannya kata suara",
    ),
    "waiting": ("wait", "waiting wait menunggu menanti penantian"),
    "knowing": ("know meet befriend", "friendship acquaintance mengenal kenal bersahabat berteman"),
    "living": (
        "live dwell settle lodge stay",
        "tenant residence tinggal menetap mendiami menginap menempati",
    ),
    "building": ("build construct", "membangun dibangun pembangunan"),
    "sleep": ("sleep doze", "asleep slept nap tidur tertidur"),
    "study": (
        "study learn train",
        "university college school studies kuliah sekolah belajar bersekolah berguru",
    ),
    "pregnancy": ("", "pregnant pregnancy hamil mengandung kehamilan"),
    "rain": ("rain snow", "rain storm drought flood hujan badai kemarau banjir"),
    "bandage": ("", "splint splints bandage cast sling plaster bebat gips perban dibebat"),
    "burning": ("burn", "fire kebakaran terbakar membakar"),
    "mourning": ("mourn", "mourning widow widower berkabung janda duda"),
    "speech": ("speak talk lecture preach", "speech sermon pidato khotbah berpidato"),
    "search": ("search hunt seek", "search hunt mencari pencarian"),
    "cooking": ("bake cook boil simmer brew", "memasak merebus memanggang direbus"),
    "meal": ("fast starve", "hungry hunger lapar puasa berpuasa kelaparan"),
    "rule": ("reign govern", "reign throne king queen bertakhta memerintah"),
    "closing": ("", "closed shut empty abandoned deserted tutup ditutup kosong terbengkalai"),
}
_IRREGULAR = {
    "leave": "left", "meet": "met", "know": "knew known", "build": "built", "sleep": "slept",
    "fight": "fought", "ride": "rode ridden", "speak": "spoke spoken", "drive": "drove driven",
    "seek": "sought",
}  # fmt: skip
EVENT_OF: dict[str, str] = {}
for _event, (_verbs, _words) in _EVENTS.items():
    for _verb in _verbs.split():
        for _form in (*forms(_verb), *_IRREGULAR.get(_verb, "").split()):
            EVENT_OF.setdefault(_form, _event)
    for _word in _words.split():
        EVENT_OF.setdefault(_word, _event)

OF_ONE = frozenset(
    {"voyage", "marriage", "prison", "war", "pregnancy", "bandage", "mourning", "rule", "silence"}
)
"""Events of which a person has hardly more than one."""

_ONCE = {
    "fire": (True, "fire blaze kebakaran"),
    "flood": (True, "flood banjir"),
    "earthquake": (True, "earthquake quake gempa"),
    "eruption": (True, "eruption letusan"),
    "wreck": (True, "wreck shipwreck sinking karam tenggelamnya"),
    "plague": (True, "plague cholera epidemic wabah"),
    "famine": (True, "famine paceklik"),
    "strike": (True, "strike pemogokan"),
    "massacre": (True, "massacre pembantaian"),
    "coronation": (True, "coronation penobatan"),
    "revolution": (True, "revolution uprising revolusi pemberontakan"),
    "built": (False, "built founded erected laid cast dibangun didirikan dicetak"),
    "opened": (False, "opened inaugurated dibuka diresmikan"),
    "closed": (False, "closed shut ditutup"),
    "married": (False, "married wed wedding menikah menikahi kawin pernikahan"),
    "retired": (False, "retired pensiun"),
    "burnt": (False, "burned burnt terbakar"),
    "sank": (False, "sank sunk wrecked foundered tenggelam karam"),
    "published": (False, "published printed terbit diterbitkan dicetak"),
    "arrived": (False, "arrived emigrated moved tiba pindah merantau"),
    "left": (False, "left departed berangkat pergi"),
    "returned": (False, "returned came-home pulang kembali"),
    "died": (False, "died dead meninggal wafat mati"),
    "graduated": (False, "graduated lulus"),
    "drowned": (False, "drowned tenggelam"),
    "bought": (False, "bought membeli dibeli"),
}
ONCE_OF = {
    word: (event, alone) for event, (alone, words) in _ONCE.items() for word in words.split()
}
"""Events that happen once to one thing or person; `True` for nouns of which there is one."""
