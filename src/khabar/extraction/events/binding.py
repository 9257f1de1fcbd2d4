"""What stands around one predicate, as its roles are read from it."""

from typing import NamedTuple

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import Argument


class Binding(NamedTuple):
    """What stands around one predicate."""

    begin: int  # the clause, as far as it was looked at
    end: int
    subject: Argument | None = None  # None: nobody, or somebody named elsewhere
    subject_ids: Ids = ()
    objects: tuple[Argument, ...] = ()
    object_ids: Ids = ()  # named elsewhere: by a pronoun, by the noun that a relative clause is on
    labelled: tuple[Argument, ...] = ()
    headed: bool = False  # the subject is the noun that the relative clause is on
    passive: bool = False

    @property
    def own(self) -> Ids:
        """Who the subject is, wherever named."""
        return self.subject_ids or (self.subject.entities if self.subject else ())

    @property
    def object_named(self) -> Ids:
        """Who the object is, wherever named."""
        return self.object_ids or (self.objects[0].entities if self.objects else ())

    def with_label(self, label: str) -> tuple[Argument, ...]:
        """The arguments behind one preposition."""
        return tuple(a for a in self.labelled if a.label == label)
