"""Who stands where around a verb: subject, objects, what prepositions bring; from this clause or before."""

from dataclasses import dataclass, field

from khabar.extraction.events.aboard import of_vessel
from khabar.extraction.events.agreement import agree, entities_agree
from khabar.extraction.events.antecedents import (
    Ids,
    only_particles,
    pronoun_means,
    pronoun_of,
    that_with_pronoun,
)
from khabar.extraction.events.arguments import AGENT, Argument, arguments
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.clauses import (
    behind_was,
    clause_end,
    clause_start,
    is_joined,
    is_no_noun,
    is_whoever,
    was_before,
)
from khabar.extraction.events.governed import is_of_masdar, is_of_meeting
from khabar.extraction.events.left_out import subject_elsewhere, subject_of_denied_verb, subject_of_plain_verb
from khabar.extraction.events.lexicon import is_a, word_set
from khabar.extraction.events.noun_bindings import noun_binding
from khabar.extraction.events.passives import is_passive
from khabar.extraction.events.possessors import owner_behind, resolved
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.relatives import (
    agrees_with_relative,
    deed_taken_up,
    head_of_relative,
    is_of_another,
    is_relative,
    may_take_up,
    pronoun_means_head,
    relative_before_main,
    stands_for_deed,
)
from khabar.extraction.events.scene import BARE, Scene
from khabar.extraction.events.subjects import (
    can_be_subject,
    fronted_topic,
    goal_first,
    has_topic,
    is_only_subject,
    is_struck_by_deed,
    joined_subject,
    opens_with_deed,
    strikes,
    subject_before,
    subject_behind_modal,
    subject_of_was,
    suffers,
)
from khabar.extraction.events.unnamed import is_accusative
from khabar.extraction.names.latter import is_latter
from khabar.knowledge.event_words import OBJECT
from khabar.language.conjugation import Gender
from khabar.language.normalise import fold
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.grammar import Number

_APART = 2  # tokens between a verb and the deed before it that its pronoun takes up
HARM = frozenset({EventType.ASSAULT, EventType.COERCE})  # done to others than oneself
_DONE_TO = frozenset({*HARM, EventType.CONCEDE, EventType.DISMISS, EventType.SANCTION})
_GIVING = frozenset({EventType.TRANSFER, EventType.AID, EventType.SUPPORT})
_GOES_ON = 16  # tokens from a verb to another that goes on with its subject and its object
_ME = "ني"
_NOMINATIVE = ("ون", "ان")
_UNNAMED = ("words", "group", "adjective")  # arguments that name nobody


@dataclass
class Binder:
    """Binds the predicates of one report, each once."""

    scene: Scene
    _verbs: dict[int, Binding] = field(default_factory=dict)
    _nouns: dict[int, Binding] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for predicate in self.scene.predicates:  # in order, since a verb may take its subject from the one before
            if predicate.verbal:
                self.verb(predicate)

    def verb(self, predicate: Predicate) -> Binding:
        """Subject, objects and prepositional phrases of a verb."""
        known = self._verbs.get(predicate.first)
        if known is None:
            if predicate.first in self._busy:
                return Binding(predicate.first, predicate.last)
            self._busy.add(predicate.first)
            known = self._verbs[predicate.first] = self._bind_verb(predicate)
        return known

    def subject_told_at(self, at: int, gender: Gender = Gender.EITHER) -> Ids | None:
        """The subject of the verb at a token, or who speaks with the cue there; None: it is neither.

        `gender`: of the verb whose subject is looked for; it tells the subjects of verbs that no lexicon holds.
        """
        verb = self.scene.predicate_at.get(at)
        if at in self.scene.cues and (verb is None or verb.verbal):
            return self.scene.cued_by(at)
        if verb is None:
            plain = subject_of_plain_verb(self.scene, at) if gender is Gender.FEMININE else None
            return plain or subject_of_denied_verb(self.scene, at, gender)
        if not verb.verbal:
            return None
        known = self.verb(verb)
        if known.headed and not known.own:
            return None  # of a ship that carries arms nothing more is told
        return () if known.passive else known.own

    def noun(self, predicate: Predicate) -> Binding:
        """What follows an event noun: the genitive as its first object."""
        if predicate.first not in self._nouns:
            self._nouns[predicate.first] = noun_binding(self.scene, predicate)
        return self._nouns[predicate.first]

    def _bind_verb(self, p: Predicate) -> Binding:
        begin, was = self._opening(p)
        after, end = arguments(self.scene, p.last, clause_end(self.scene, p.first))
        after = tuple(a for a in after if a.label != AGENT or not is_of_masdar(self.scene, p, a))
        after = tuple(a for a in after if not stands_for_deed(self.scene, p, a))
        fronted, reached = arguments(self.scene, begin, was if was > begin else p.first)
        reached = p.first if reached == was > begin else reached
        fronted = tuple(a for a in fronted if not is_of_meeting(self.scene, a, begin))
        bare = tuple(a for a in after if a.label == BARE and a.how != "pronoun")
        second = tuple(a for a in after[:1] if a.label == BARE and a.how == "pronoun" and a.first == p.last)
        hidden = p.enclitic and bare and can_be_subject(self.scene, p, bare[0])
        before = None if hidden else subject_before(self.scene, p, begin, fronted, reached)
        before = before or fronted_topic(self.scene, p) or subject_of_was(self.scene, p)
        bound = Binding(
            begin,
            end,
            subject=before,
            objects=bare,
            labelled=(
                *(a for a in after if a.label != BARE),
                *(a for a in fronted if a.label != BARE and (before is None or a.first < before.start)),
            ),
        )
        if before is not None and was > before.last and not any(a.last == was for a in fronted) and begin < was:
            bound, before = bound._replace(subject=None, headed=True), None  # at the house of a boy who had threatened
        head = self._head_before(p, fronted)
        if head is not None:
            bound = bound._replace(subject=None, subject_ids=head, headed=True)
            before = None
        elif before is None and only_particles(self.scene, begin, p.first):
            bound = bound._replace(subject=subject_behind_modal(self.scene, begin))
        deed = opens_with_deed(self.scene, p, begin) or is_struck_by_deed(self.scene, p)
        if bound.subject is None and p.words and deed:
            bound = bound._replace(headed=True)  # the raid hit the town
        bound = self._with_elsewhere(p, self._with_subject(p, self._with_head(p, bound)))
        bound = bound._replace(objects=self._in_clause(p, bound))
        bound = bound._replace(passive=is_passive(self.scene, p, bound, behind=before is not None))
        if bound.passive and bound.subject is None and not bound.headed and bound.with_label(AGENT):
            bound = bound._replace(subject_ids=())  # whom they killed is somebody that we do not know
        if second:  # gave it to him: the pronoun on the verb is what was given
            bound = bound._replace(objects=(*second, *bound.objects), object_ids=())
        return self._without_pronouns(p, bound)

    def _opening(self, p: Predicate) -> tuple[int, int]:
        """Where the clause of a verb begins, and where كان stands before it; -1: it does not."""
        joined, own_clause = is_joined(self.scene, p), joined_subject(self.scene, p)
        begin = p.first if joined or deed_taken_up(self.scene, p) else clause_start(self.scene, p.first)
        begin = own_clause.start if own_clause and begin < own_clause.start else begin
        was = was_before(self.scene, p, begin)
        if was > 0 and is_no_noun(self.scene, was - 1):
            begin = was
        return behind_was(self.scene, begin, p.first if was < 0 else was), was

    def _head_before(self, p: Predicate, fronted: tuple[Argument, ...]) -> Ids | None:
        """Whom a verb is said of that stands in no clause of its own: a vessel's owner, the head of a clause before.

        None: it has no such head.
        """
        vessel = of_vessel(self.scene, p)
        if vessel is not None:
            return vessel
        relative = relative_before_main(self.scene, p)
        if relative is not None:
            return head_of_relative(self.scene, relative) or ()
        described = self._described_by(p, fronted)
        return None if described is None else described.entities

    def _in_clause(self, p: Predicate, bound: Binding) -> tuple[Argument, ...]:
        """The objects that stand in no aside; whom a verb must have may stand behind a comma that no other closes.

        Accuses the town hall of Accra, the company of theft.
        """
        outside = tuple(a for a in bound.objects if a.commas % 2 == 0)
        wants = bool(p.words) and all(word.wants_object for word in p.words)
        if outside or not wants or bound.own == () or p.enclitic:
            return outside
        forms = self.scene.forms
        parted = (a for a in bound.objects if a.commas == 1 and forms[a.start - 1] == "،" and a.entities)
        return tuple(a for a in parted if forms[a.last : a.last + 1] != ("،",))[:1]

    def _described_by(self, p: Predicate, fronted: tuple[Argument, ...]) -> Argument | None:
        """The indefinite noun behind a preposition that a verb right behind it is said of: fired at a man who …"""
        noun = next((a for a in fronted if a.last == p.first and a.label not in (BARE, AGENT)), None)
        if noun is None or p.proclitics or p.enclitic or noun.how not in _UNNAMED or noun.last - noun.start > _APART:
            return None
        definite = any(form.startswith("ال") for form in self.scene.forms[noun.start : noun.last])
        return None if definite or not agree(self.scene, p.about.gender, noun) else noun

    def _with_head(self, p: Predicate, bound: Binding) -> Binding:
        """In a relative clause the noun that it is on is subject or object."""
        if bound.subject or bound.headed or not is_relative(self.scene, bound.begin - 1):
            return bound
        if is_whoever(self.scene, bound.begin - 1):
            return bound._replace(headed=True)
        head = head_of_relative(self.scene, bound.begin - 1)
        if head is None:  # the raid that hit the harbour: whose it is, is told with the raid
            other = not (p.enclitic and pronoun_means_head(self.scene, p, bound.begin - 1))
            return bound._replace(headed=bool(p.words) and other)
        if p.enclitic and self._helped_by_head(p, bound, head):
            return bound._replace(subject_ids=head, object_ids=self._pointed_at(p, head), headed=True)
        if p.enclitic and pronoun_means_head(self.scene, p, bound.begin - 1):
            return bound._replace(object_ids=head)
        resumed = self._resumed(p, bound, head)
        if resumed is not None:
            return resumed
        named = [a for a in bound.objects if a.entities]
        named_behind = len(named) > 1 or (bool(named) and is_only_subject(self.scene, p, named[0]))
        if named_behind or is_of_another(self.scene, p, bound.begin - 1):
            return bound
        return bound._replace(subject_ids=head, headed=bool(head))

    def _resumed(self, p: Predicate, bound: Binding, head: Ids) -> Binding | None:
        """The binding where a pronoun behind a preposition takes up the noun of the clause: whom they freed, أفرج عنه.

        Without a subject behind it such a verb is passive. None: nothing takes it up.
        """
        back = next((a for a in bound.labelled if a.how == "pronoun" and a.start == p.last), None)
        slots = {slot for word in p.words for slot in word.recipient}
        done_to = bool(p.words) and all(word.type in _DONE_TO for word in p.words)
        if back is None or p.enclitic or not head or not done_to or back.label not in {fold(slot) for slot in slots}:
            return None
        if not may_take_up(self.scene.forms[bound.begin - 1], pronoun_of(self.scene.forms[back.first])):
            return None
        labelled = tuple(a._replace(entities=head) if a is back else a for a in bound.labelled)
        behind = bool(bound.objects) and can_be_subject(self.scene, p, bound.objects[0])
        masculine = p.about.gender is Gender.MASCULINE and p.about.number is Number.SINGULAR
        return bound._replace(labelled=labelled, headed=not behind) if behind or masculine else None

    def _helped_by_head(self, p: Predicate, bound: Binding, head: Ids) -> bool:
        """Whether the noun of a relative clause with no other subject gives or helps: thanked Ghana, which armed it."""
        gives = bool(p.words) and all(word.type in _GIVING and OBJECT in word.recipient for word in p.words)
        alone = not any(can_be_subject(self.scene, p, a) for a in bound.objects)
        return gives and bool(head) and alone and agrees_with_relative(self.scene.forms[bound.begin - 1], p)

    def _with_subject(self, p: Predicate, bound: Binding) -> Binding:
        """The first noun phrase behind a verb is its subject, unless something speaks against it."""
        if bound.subject or bound.subject_ids or bound.headed or not bound.objects:
            return bound
        appoints = bool(p.words) and all(word.type is EventType.APPOINT for word in p.words)
        if appoints:
            bound = bound._replace(objects=self._without_office(bound.objects))
        first, *rest = bound.objects
        if first.how == "description" and is_latter(self.scene.forms[first.first]):
            return bound._replace(subject=first, objects=tuple(rest))  # the latter warned of war
        that = that_with_pronoun(self.scene, bound.begin - 1) and only_particles(self.scene, bound.begin, p.first)
        if not that and suffers(self.scene, p, bound.objects) and not (appoints and self._goes_on(p, first)):
            return bound._replace(subject=first, objects=())
        partner = self._partner(p, bound)
        if partner:
            return bound._replace(subject_ids=partner)
        owner = () if that else self._owner_of_topic(p, bound)
        if that or owner or has_topic(self.scene, bound.begin, p.first):
            return bound._replace(subject_ids=owner)
        if goal_first(self.scene, p, first, rest):
            return bound._replace(subject=rest[0], objects=(first, *rest[1:]))
        urged_by = () if rest else self._urged_by(p, bound)
        if urged_by:
            return bound._replace(subject_ids=urged_by)
        if not rest and self._is_charged(p, first):
            taken = first.entities
            return bound._replace(
                subject_ids=subject_elsewhere(self.scene, self.subject_told_at, p, bound.begin, taken)
            )
        if strikes(self.scene, p, first, rest):
            return bound._replace(subject=first, objects=tuple(rest))
        if not can_be_subject(self.scene, p, first) or (not any(a.entities for a in rest) and self._goes_on(p, first)):
            return bound
        if first.commas and {"و", "ف"} & set(p.proclitics) and not first.agentive:
            return bound  # and met with him, and told him, sources say, of his country's readiness
        return bound._replace(subject=first, objects=tuple(rest))

    def _without_office(self, named: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """Those named behind a verb of appointing without what the last becomes: appointed John president, رئيسا."""
        office = [a for a in named[1:] if a.how == "description" and is_accusative(self.scene.forms[a.start])]
        return tuple(a for a in named if a not in office)

    def _is_charged(self, p: Predicate, first: Argument) -> bool:
        """Whether what the only one named behind a verb of accusing is accused of stands right behind him."""
        wants = bool(p.words) and all(word.wants_object and word.type is EventType.ACCUSE for word in p.words)
        if not wants or p.enclitic or first.last >= len(self.scene.forms):
            return False
        deed = self.scene.predicate_at.get(first.last)
        of_what = "ب" in deed.proclitics if deed else self.scene.attached_preposition(first.last) == "ب"
        return of_what and bool(first.entities)

    def _urged_by(self, p: Predicate, bound: Binding) -> Ids:
        """Who goes on to urge the only one named behind a verb that wants an object: he spoke. And urged it."""
        first = self.scene.analysed.sentence_at(p.first)[0]
        wants = bool(p.words) and all(word.wants_object and word.type is EventType.REQUEST for word in p.words)
        if not wants or p.enclitic or "و" not in p.proclitics or p.first != first:
            return ()
        said = subject_elsewhere(self.scene, self.subject_told_at, p, bound.begin, bound.objects[0].entities)
        people = bool(said) and all(self.scene.entity(e).kind is Kind.PERSON for e in said)
        bodies = {self.scene.entity(e).kind for e in bound.objects[0].entities} <= {Kind.ORGANISATION, Kind.COUNTRY}
        return said if people and bodies else ()

    def _owner_of_topic(self, p: Predicate, bound: Binding) -> Ids:
        """To whom those belong by nothing but that who stand before a verb: experts belonging to the council."""
        for argument in bound.labelled:
            before = argument.start - 1
            own = argument.label == "ل" and bound.begin <= argument.start <= p.first
            if own and argument.entities and is_a("belonging", self.scene.forms[before]):
                return argument.entities
        return ()

    def _goes_on(self, p: Predicate, first: Argument) -> bool:
        """Whether a verb goes on with the subject before it, so that the only noun behind it is its object.

        Of thirteen such verbs inside a sentence in 700 reports ten did.
        """
        takes = any(OBJECT in word.recipient for word in p.words)
        begin = self.scene.analysed.sentence_at(p.first)[0]
        goes_on = "و" in p.proclitics or self.scene.forms[p.first - 1] in word_set("and_also")
        if not takes or p.enclitic or not goes_on or only_particles(self.scene, begin, p.first):
            return False
        if self.scene.forms[first.start].endswith(_NOMINATIVE) and first.how in _UNNAMED:
            return False
        told = (self.subject_told_at(at, p.about.gender) for at in range(p.first - 1, begin - 1, -1))
        before = next((ids for ids in told if ids is not None), ())
        pronoun = "ها" if p.about.gender is Gender.FEMININE else "ه"
        others = bool(before) and not {*before, *self._homes(before)} & {*first.entities, *self._homes(first.entities)}
        return others and (len(before) > 1 or entities_agree(self.scene, pronoun, before))

    def _homes(self, ids: Ids) -> Ids:
        """To whom bodies belong: nobody accuses his own ministry in one breath with what he does himself."""
        bodies = (self.scene.entity(e) for e in ids)
        return tuple(body.of for body in bodies if body.of and body.kind is Kind.ORGANISATION)

    def _partner(self, p: Predicate, bound: Binding) -> Ids:
        """Who met the only one named behind a verb of meeting: whoever the verb before was about."""
        meets = any(word.mutual and OBJECT in word.recipient for word in p.words)
        beside = [a for a in bound.objects if a.commas == bound.objects[0].commas]
        if not meets or len(beside) > 1 or any(bound.with_label(label) for label in ("مع", "ب", "بين")):
            return ()
        return subject_elsewhere(self.scene, self.subject_told_at, p, bound.begin, bound.objects[0].entities)

    def _with_elsewhere(self, p: Predicate, bound: Binding) -> Binding:
        """Objects and subjects that only pronouns, or nothing, stand for."""
        own = bound.own
        if p.enclitic and not bound.object_ids:
            bound = bound._replace(object_ids=self._pointed_at(p, own))
        takes = any(OBJECT in word.recipient and not (word.beside or word.goods) for word in p.words)
        if takes and not bound.objects and not bound.object_ids:
            bound = bound._replace(object_ids=owner_behind(self.scene, p.last, own))
        if bound.subject or bound.subject_ids or bound.headed:
            return bound
        taken = bound.object_ids + tuple(e for a in bound.objects for e in a.entities)
        return bound._replace(subject_ids=subject_elsewhere(self.scene, self.subject_told_at, p, bound.begin, taken))

    def _pointed_at(self, p: Predicate, own: Ids) -> Ids:
        """Whom the pronoun on a verb means: who speaks, whom the verb before fell on, else the last named before."""
        if p.enclitic == _ME:
            return self.scene.speaker_at(p.first)
        return self._object_before(p, own) or pronoun_means(self.scene, p.first, own)

    def _object_before(self, p: Predicate, own: Ids) -> Ids:
        """The object of the verb that a verb goes on with: armed Ghana and helped it."""
        goes_on = {"و", "ف"} & set(p.proclitics) or self.scene.forms[p.first - 1] in word_set("and_also")
        verbs = (q for q in self.scene.predicates_before(p.first, _GOES_ON) if q.verbal)
        before = next(verbs, None) if goes_on else None
        ids = self.verb(before).object_named if before is not None else ()
        named = len(ids) == 1 and not set(ids) & set(own) and self.scene.entity(ids[0]).kind is not Kind.PLACE
        return ids if named and entities_agree(self.scene, pronoun_of(self.scene.forms[p.first]), ids) else ()

    def _without_pronouns(self, p: Predicate, bound: Binding) -> Binding:
        """The same, with whom pronouns mean."""
        subject = bound.subject
        if subject and subject.how == "owned" and not subject.entities:
            bound = bound._replace(subject=resolved(self.scene, (subject,), bound.object_named)[0])
        others = bound.own if any(word.type in HARM for word in p.words) else ()
        if any(a.how == "pronoun" for a in bound.objects):
            others = bound.own
        labelled, objects = resolved(self.scene, bound.labelled, bound.own), resolved(self.scene, bound.objects, others)
        return bound._replace(labelled=labelled, objects=objects)
