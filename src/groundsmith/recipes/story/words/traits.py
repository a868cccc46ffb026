"""What people are like to look at: adjectives and nouns, each with its attribute and value."""

_TRAITS = {
    ("height", "tall"): "tall lanky towering gangling strapping six-foot long-legged tallest giant "
    "giantess beanpole jangkung jenjang semampai",
    ("height", "short"): "short small tiny petite diminutive squat stumpy undersized dwarfish "
    "shortest pint-sized mungil cebol",
    ("build", "fat"): "fat stout plump portly corpulent obese rotund tubby chubby overweight "
    "fleshy round-bellied pot-bellied fattest gemuk tambun gendut buncit montok",
    ("build", "thin"): "thin lean gaunt slim slender skinny bony scrawny wiry emaciated willowy "
    "reedy thinnest rail-thin kurus ceking langsing ramping kerempeng",
    ("hair length", "bald"): "bald bald-headed balding hairless botak gundul plontos",
    ("beard", "none"): "clean-shaven beardless smooth-shaven smooth-chinned",
    ("beard", "some"): "bearded whiskered unshaven moustached mustached heavily-bearded berjenggot "
    "berjanggut berkumis brewok berewok",
    ("glasses", "some"): "bespectacled berkacamata",
    ("hands", "one"): "one-armed one-handed",
    ("legs", "one"): "one-legged peg-legged",
    ("eyes count", "one"): "one-eyed",
    ("handed", "left"): "left-handed kidal",
    ("handed", "right"): "right-handed",
    ("hair colour", "red"): "red-haired red-headed redheaded ginger-haired redhead auburn-haired",
    ("hair colour", "fair"): "fair-haired blond-haired blonde-haired golden-haired flaxen-haired "
    "yellow-haired sandy-haired straw-haired blonde blond tow-headed",
    ("hair colour", "black"): "black-haired raven-haired",
    ("hair colour", "dark"): "dark-haired brunette",
    ("hair colour", "brown"): "brown-haired chestnut-haired",
    ("hair colour", "white"): "white-haired silver-haired white-headed",
    ("hair colour", "grey"): "grey-haired gray-haired grey-headed grizzled",
    ("hair length", "long"): "long-haired",
    ("hair length", "short"): "short-haired crop-headed",
    ("hair form", "curly"): "curly-haired curly-headed frizzy-haired",
    ("hair form", "straight"): "straight-haired",
    ("eyes colour", "blue"): "blue-eyed",
    ("eyes colour", "green"): "green-eyed",
    ("eyes colour", "brown"): "brown-eyed",
    ("eyes colour", "grey"): "grey-eyed gray-eyed",
    ("eyes colour", "black"): "black-eyed",
    ("eyes colour", "dark"): "dark-eyed",
    ("beard colour", "red"): "red-bearded",
    ("beard colour", "black"): "black-bearded",
    ("beard colour", "dark"): "dark-bearded",
    ("beard colour", "white"): "white-bearded",
    ("beard colour", "grey"): "grey-bearded gray-bearded",
    ("skin", "dark"): "dark-skinned black-skinned swarthy brown-skinned",
    ("skin", "fair"): "fair-skinned pale-skinned light-skinned",
}
TRAITS = {word: trait for trait, words in _TRAITS.items() for word in words.split()}

BODY_SIZES = {
    "kecil": ("height", "short"), "pendek": ("height", "short"), "tinggi": ("height", "tall"),
    "besar": ("build", "fat"), "round": ("build", "fat"), "heavy": ("build", "fat"),
    "slight": ("build", "thin"), "spare": ("build", "thin"), "gempal": ("build", "fat"),
    "little": ("height", "short"), "hitam": ("skin", "dark"), "putih": ("skin", "fair"),
    "legam": ("skin", "dark"), "sawo": ("skin", "dark"), "cokelat": ("skin", "dark"),
    "kuning": ("skin", "fair"), "langsat": ("skin", "fair"),
}  # fmt: skip
"""Adjectives that say so of a body only: `tubuhnya kecil`, `of slight build`."""
PERSON_SIZES = {"pendek": ("height", "short"), "tinggi": ("height", "tall")}
"""Adjectives that say so of a person, but not of every noun."""
BODIES = {
    "build": "height build", "figure": "height build", "frame": "height build",
    "body": "height build", "stature": "height", "tubuh": "height build",
    "badan": "height build", "perawakan": "height build", "postur": "height build",
    "kulit": "skin", "skin": "skin", "complexion": "skin",
}  # fmt: skip
"""Nouns of the body, each with the attributes that an adjective of theirs tells of."""

OPPOSITE = {
    frozenset(pair.split())
    for pair in (
        "tall short",
        "fat thin",
        "dark fair",
        "some none",
        "one two",
        "left right",
        "lame sound",
        "crooked straight",
    )
}
"""Values that one person cannot have at once."""
TALL_CM, SHORT_CM = 180, 160
"""From which height people are called tall, and up to which short."""
