"""English words that rules about stories look for."""

from groundsmith.verify.words.listing import listed

PAST = listed(
    """
    was were had did went came saw said took got made knew thought gave found told felt left
    kept began brought stood heard let meant met ran paid sat spoke lay led read grew lost fell
    sent built understood drew broke spent cut rose drove bought wore chose woke hung held
    caught taught threw flew shook rode sang sank drank ate slept swam swung stuck struck blew
    bent bit bore beat bet bound bred burst cast clung crept dealt dug dreamt fed fled flung
    forgot forgave froze ground hid hit hurt knelt laid leapt leant learnt lent lit put quit
    rang sought sold set sewed shone shot shut slid slung spat spun split spread sprang stole
    stung strode strove swore swept tore trod wept won wound wrote withdrew overheard undid
    became hauled
    """
)
"""Irregular past forms; the regular ones end in -ed."""

PRESENT = listed(
    """
    is are has does goes comes sees says takes gets makes knows thinks gives finds tells feels
    leaves keeps begins brings stands hears lets meets runs pays sits speaks lies leads reads
    grows loses falls sends draws breaks wears wakes hangs holds catches throws flies shakes
    rides sings sinks drinks eats sleeps swims swings sticks strikes blows bends bites beats
    clings creeps digs flees hides hits kneels lays leaps leans lights puts rings sets shines
    shoots shuts slides spits spins springs steals sweeps tears weeps writes looks walks turns
    opens closes pulls pushes waits stops starts asks answers nods smiles laughs cries moves
    steps reaches touches lifts drops picks watches listens whispers shouts calls hauls breathes
    slips stares glances points follows climbs crosses enters passes carries raises lowers
    presses rubs wipes wraps folds unfolds lands snatches taps wonders remembers wants tries
    seems complains limps coughs lingers drifts floats flaps rolls rattles hums grins frowns
    sighs shrugs bows rises hurries rushes jumps tumbles trembles slows counts unlocks locks
    settles pours wanders kicks knocks drags tugs clears strokes gathers returns stirs
    """
)
"""Forms of the third person that hardly ever are plural nouns."""

NOT_PAST = listed(
    """
    indeed need seed speed feed weed reed bed red hundred sacred naked wicked
    """
)

PREPOSITIONS = listed(
    """
    of to with for from by at about against behind beside besides between beyond near next over
    under without like than as on in into onto toward towards after before until around through
    upon and or nor but called named
    """
)

ADVERBS = listed(
    """
    also too then still just only even never always already now soon once again himself herself
    suddenly slowly quickly quietly softly both alone at last
    """
)

TITLES = listed(
    """
    mr mrs ms miss mistress master dr doctor sir lady lord dame captain colonel major general
    sergeant lieutenant inspector constable detective professor father mother sister brother
    aunt uncle old young little poor king queen prince princess count countess baron baroness
    madame madam monsieur reverend saint st grandma grandpa granny mademoiselle signora signor
    signore señora señor frau herr comrade commander admiral corporal sheriff deacon rabbi imam
    judge mayor governor president nurse cousin bosun superintendent commissioner
    """
)

FEMALE = listed(
    """
    she her hers herself mrs miss ms mistress lady dame aunt queen princess countess baroness
    madame mother daughter sister wife widow woman girl grandmother granny niece actress
    waitress bride
    """
)
MALE = listed(
    """
    he his him himself mr sir lord master uncle king prince count baron monsieur father son
    brother husband widower man boy grandfather nephew groom
    """
)

KIN = listed(
    """
    mother father wife husband son daughter brother sister grandmother grandfather uncle aunt
    cousin mum mom dad parents nephew niece
    """
)

STOP_NAMES = listed(
    """
    i i'm i'll i've i'd the a an and but or so if when then that this it he she they we you what
    who why how where yes no not god lord christ jesus heaven english french latin german
    british american monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december christmas easter
    chapter part book prologue epilogue mr mrs miss ms dr sir madam spring summer autumn winter
    north south east west his her my your our their there here now for in on at of to from with
    by as all one two three four five six seven eight nine ten eleven twelve o oh ah well never
    nothing nobody everybody everyone somebody someone mum dad catholic protestant methodist baptist
    anglican lutheran calvinist quaker jew jewish muslim hindu buddhist irish irishman irishwoman
    scottish scotsman welsh welshman englishman englishwoman frenchman frenchwoman dutch dutchman
    danish swedish swede norwegian finnish russian polish hungarian austrian italian spanish
    spaniard portuguese greek turk turkish chinese japanese indian
    """
)

PLACE_BEFORE = listed(
    """
    at in to from near towards toward into through around reached left of
    """
)
