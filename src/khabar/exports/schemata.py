"""Which schema of FollowTheMoney an actor has."""

from khabar.knowledge.actors import Sort, organisation_by_id
from khabar.values.entity import Kind

_BY_KIND = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.COUNTRY: "PublicBody",  # as an actor a country is its state
    Kind.PLACE: "Address",
    Kind.MEDIA: "Organization",
    Kind.GROUP: "LegalEntity",
}
_PUBLIC = frozenset(
    {
        *(Sort.SEAT, Sort.GOVERNMENT, Sort.MINISTRY, Sort.PARLIAMENT, Sort.COURT),
        *(Sort.POLICE, Sort.INTELLIGENCE, Sort.MILITARY),
    }
)


def schema_of(kind: Kind, known_as: str | None) -> str:
    """By its kind, and for a body that we know by what sort it is."""
    body = organisation_by_id(known_as or "")
    if body and body.sort in _PUBLIC:
        return "PublicBody"
    return "Company" if body and body.sort is Sort.COMPANY else _BY_KIND[kind]
