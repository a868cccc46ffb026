"""The commonest words of some languages, to tell them apart by; never to leave words out by."""

_WORDS = {
    "english": "the of and to in is that for it with as was are on be by this from or which",
    "indonesian": "yang dan di dari untuk dengan pada adalah ini itu dalam tidak oleh sebagai akan "
    "ke atau juga karena tersebut",
    "german": "der die und das den von zu ist mit sich des auf für ein eine nicht im dem auch als",
    "french": "de la le les et des en du un une est que dans pour qui par sur au pas avec",
    "spanish": "de la que el en y los se del las por un con una para es al lo como más",
    "portuguese": "de que o a do da em um para com não uma os no se na por mais dos como foi ao",
    "italian": "di che la il e un per è in una della sono con del le si non al nel dei gli",
    "dutch": "de het een van en in is dat op te zijn met voor niet aan er om ook als door",
    "swedish": "och att det i som en på är av för med till den har inte om ett var jag de",
    "danish": "og i at det er en til af på for med der ikke den som et har fra de var",
    "norwegian": "og i det er på en til av for med som ikke den har et de var at fra også",
    "finnish": "ja on ei että se oli hän joka mutta ovat kun sen myös tai niin kuin ole jos",
    "hungarian": "a az és hogy nem egy is ez volt van meg csak már de még mint vagy el ki",
    "romanian": "de și în a la cu pe nu că din un o este care mai pentru prin sunt au fost",
    "polish": "i w na z nie się do jest to że o jak po od za przez dla są być oraz",
    "czech": "a v se na je to že s z do o pro i jsou by jako po ale za od",
    "turkish": "ve bir bu da de için ile olarak çok daha olan gibi kadar en ne ama veya ise",
    "russian": "и в не на что с по как к из у за от для это он но его же так",
    "greek": "και το η ο να του της την με για που από είναι στο τα των στην δεν τη",
    "arabic": "في من على إلى أن عن التي هذا مع كان الذي هذه ما أو لا كما بعد ذلك قد",
    "persian": "و در به از که این را با است برای آن یک خود تا بر هم نیز شده بود",
    "hindi": "के का की में है और से को पर ने एक यह हैं कि भी इस था लिए किया",
    "tamil": "மற்றும் ஒரு இந்த என்று அவர் இது உள்ள என்ற மேலும் பல அந்த ஆகும்",
}
FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
"""Casefolded, by Snowball's name of the language."""
