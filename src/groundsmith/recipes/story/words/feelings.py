"""Words of Plutchik's eight emotions (1980), mild, plain and strong, in both languages; data only.

Anticipation and surprise have many words that mostly mean something else ("wait", "suddenly");
those are left out, so these two are seen less often than they occur.
"""

GRIEF, JOY = "sadness", "joy"
STRENGTHS = ("mild", "plain", "strong")
FEELINGS: dict[str, dict[str, tuple[str, str, str]]] = {
    "en": {
        "joy": (
            "content contented pleased amused cheerful cheered relieved",
            "happy happily joy joyful joyfully glad gladly delighted merry merrily laughing",
            "overjoyed ecstatic elated jubilant euphoric rapturous radiant beaming",
        ),
        "trust": (
            "accepting reassured assured",
            "trusting trusted trustful confident",
            "devoted adoring worshipped revered admiring admired",
        ),
        "fear": (
            "uneasy uneasily nervous nervously anxious anxiously worried apprehensive timid",
            "afraid fear feared fearful frightened scared dread dreaded",
            "terrified terror horrified horror panic panicked petrified aghast",
        ),
        "surprise": (
            "puzzled distracted bewildered",
            "surprised astonished startled",
            "amazed astounded dumbfounded thunderstruck stunned speechless",
        ),
        "sadness": (
            "wistful wistfully pensive pensively downcast gloomy gloomily forlorn lonely",
            "sad sadly sorrow sorrowful unhappy miserable wept weeping sobbed sobbing cried",
            "heartbroken grief grieving grieved despair despairing inconsolable anguish",
        ),
        "disgust": (
            "bored boredom weary distaste",
            "disgust disgusted disgusting repelled revolted sickened",
            "loathing loathed abhorrence hatred nauseated",
        ),
        "anger": (
            "annoyed irritated cross vexed impatient impatiently",
            "angry angrily anger indignant indignantly resentful bitter bitterly",
            "furious furiously fury rage raging enraged livid incensed",
        ),
        "anticipation": (
            "curious interested hopeful hopefully",
            "eager eagerly expectant expectantly impatience",
            "longing longed yearned yearning",
        ),
    },
    "id": {
        "joy": (
            "lega senang puas terhibur riang",
            "bahagia gembira girang suka-cita sukacita ceria semringah kegirangan",
            "kegembiraan berseri-seri berbunga-bunga bersorak",
        ),
        "trust": ("yakin", "percaya mempercayai tepercaya", "mengagumi memuja kagum"),
        "fear": (
            "gelisah cemas waswas khawatir gugup resah",
            "takut ketakutan ngeri gentar",
            "panik gemetaran histeris",
        ),
        "surprise": (
            "bingung heran",
            "terkejut kaget terperanjat",
            "tercengang terpana terperangah",
        ),
        "sadness": (
            "murung muram kesepian sayu",
            "sedih sedihnya pilu menangis tangis terisak tersedu-sedu sendu menitikkan",
            "berduka duka meratap nestapa remuk putus-asa merana",
        ),
        "disgust": ("bosan jemu", "jijik muak", "benci membenci kebencian"),
        "anger": (
            "kesal jengkel dongkol sebal",
            "marah kemarahan gusar geram",
            "murka berang amarah mengamuk naik-pitam",
        ),
        "anticipation": (
            "penasaran ingin-tahu berharap",
            "menanti-nanti menunggu-nunggu tak-sabar",
            "rindu merindukan kerinduan",
        ),
    },
}
FEELING_OF = {
    language: {
        word: (emotion, STRENGTHS[at])
        for emotion, lists in feelings.items()
        for at, words in enumerate(lists)
        for word in words.split()
    }
    for language, feelings in FEELINGS.items()
}
"""Language → word → emotion and strength."""
NOT_FELT = {
    "en": (
        r"\b(?:not|never|n't|n’t|without|no longer|hardly|neither|nor|no|pretend\w*|less)"
        r"\W+(?:\w+\W+){0,2}$"
    ),
    "id": (r"\b(?:tidak|tak|bukan|tanpa|belum|jangan|pura-pura|kurang|hilang)\W+(?:\w+\W+){0,2}$"),
}
BECAUSE = {
    "en": r"\b(?:because|since|at|about|over|that|of|for)\b\s+(?P<why>[^.;:!?]{3,80})",
    "id": (
        r"\b(?:karena|sebab|akan|melihat|mendengar|atas|bahwa|lantaran)\b\s+"
        r"(?P<why>[^.;:!?]{3,80})"
    ),
}
"""What leads to a reason, behind the word of an emotion."""
