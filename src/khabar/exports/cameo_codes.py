"""CAMEO's root codes for PLOVER's types, and Goldstein's scale on them."""

from khabar.values.event import EventType

_T = EventType
# PLOVER joins CAMEO's roots (PLOVER codebook, Open Event Data Alliance 2019); the way back is not always one root.
# ASSAULT stands for 18, 19 and 20, and the mildest of the three is given. TRANSFER is no type of PLOVER's: goods that
# change hands are material cooperation. TEST, APPOINT and DISMISS have no root.
_ROOTS = {
    _T.AGREE: "03",
    _T.CONSULT: "04",
    _T.SUPPORT: "05",
    _T.COOPERATE: "06",
    _T.TRANSFER: "06",
    _T.AID: "07",
    _T.CONCEDE: "08",
    _T.RETREAT: "08",
    _T.REQUEST: "10",
    _T.ACCUSE: "11",
    _T.REJECT: "12",
    _T.THREATEN: "13",
    _T.PROTEST: "14",
    _T.MOBILIZE: "15",
    _T.SANCTION: "16",
    _T.COERCE: "17",
    _T.ASSAULT: "18",
}
# Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data" (1992), as carried over to CAMEO's roots; each value
# is that of the table that GDELT publishes for them, CAMEO.goldsteinscale.txt.
_GOLDSTEIN = {
    "03": 4.0,
    "04": 1.0,
    "05": 3.5,
    "06": 6.0,
    "07": 7.0,
    "08": 5.0,
    "10": -5.0,
    "11": -2.0,
    "12": -4.0,
    "13": -6.0,
    "14": -6.5,
    "15": -7.2,
    "16": -4.0,
    "17": -7.0,
    "18": -9.0,
}


def root_of(kind: EventType) -> str | None:
    """The root code; None: CAMEO has none for it."""
    return _ROOTS.get(kind)


def goldstein_of(kind: EventType) -> float | None:
    """From -10, conflict, to 10, cooperation; None: it has no root."""
    return _GOLDSTEIN.get(_ROOTS.get(kind, ""))
