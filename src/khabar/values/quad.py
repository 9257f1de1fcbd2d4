"""How events stand between two parties: PLOVER's four classes, and a signed weight for each."""

from enum import StrEnum

from khabar.values.event import EventType

_T = EventType


class Quad(StrEnum):
    """PLOVER's quad classes (PLOVER codebook, Open Event Data Alliance 2019)."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"


# TEST, APPOINT and DISMISS are done to nobody between two parties, and stand in none. TRANSFER is none of PLOVER's own
# types: goods that change hands are a deed.
_CLASSES = {
    Quad.VERBAL_COOPERATION: (_T.AGREE, _T.CONSULT, _T.SUPPORT, _T.CONCEDE),
    Quad.MATERIAL_COOPERATION: (_T.COOPERATE, _T.AID, _T.RETREAT, _T.TRANSFER),
    Quad.VERBAL_CONFLICT: (_T.REQUEST, _T.ACCUSE, _T.REJECT, _T.THREATEN),
    Quad.MATERIAL_CONFLICT: (_T.PROTEST, _T.SANCTION, _T.MOBILIZE, _T.COERCE, _T.ASSAULT),
}
_BY_TYPE = {kind: quad for quad, kinds in _CLASSES.items() for kind in kinds}
# A deed weighs twice as much as a word.
WEIGHTS = {
    Quad.VERBAL_COOPERATION: 1,
    Quad.MATERIAL_COOPERATION: 2,
    Quad.VERBAL_CONFLICT: -1,
    Quad.MATERIAL_CONFLICT: -2,
}


def quad_of(kind: EventType) -> Quad | None:
    """The class of a type; None: it stands in none."""
    return _BY_TYPE.get(kind)
