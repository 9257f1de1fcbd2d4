"""Who stands where around a predicate: subject, objects, what prepositions bring; from this clause or before."""

from dataclasses import dataclass, field, replace

from khabar.extraction.events.agreement import agree, entities_agree, may_mean
from khabar.extraction.events.arguments import AGENT, BARE, Argument, Scene, arguments, clause_start
from khabar.extraction.events.lexicon import closed, folded
from khabar.extraction.events.predicates import Predicate
from khabar.knowledge.event_words import OBJECT, Gives
from khabar.language.conjugation import Number, Tense
from khabar.values.attribution import Attribution
from khabar.values.entity import EntityId, Kind
from khabar.values.event import EventType

Ids = tuple[EntityId, ...]
_FAR = 16  # tokens between a carrying verb and the noun that it carries
_REACH = 12  # tokens behind an event noun that may still belong to it
_APART = 2  # adjectives between an event noun and its genitive
_NEAR = 7  # tokens between a noun and the relative clause on it
_POINTING = ("pronoun", "owned")  # arguments that a pronoun stands in: to them, their soldiers
_THAT = frozenset({"ان", "وان", "بان", "لان", "فان"})
_RELATIVE = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "من", "ما"})


@dataclass(frozen=True, slots=True)
class Binding:
    """What stands around one predicate."""

    begin: int  # the clause, as far as it was looked at
    end: int
    subject: Argument | None = None  # None: nobody, or somebody named elsewhere
    subject_ids: Ids = ()
    objects: tuple[Argument, ...] = ()
    object_ids: Ids = ()  # named elsewhere: by a pronoun, by the noun that a relative clause is on
    labelled: tuple[Argument, ...] = ()
    passive: bool = False

    def with_label(self, label: str) -> tuple[Argument, ...]:
        """The arguments behind one preposition."""
        return tuple(a for a in self.labelled if a.label == label)


@dataclass
class Binder:
    """Binds the predicates of one report, each once."""

    scene: Scene
    _verbs: dict[int, Binding] = field(default_factory=dict)
    _nouns: dict[int, Binding] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    def verb(self, predicate: Predicate) -> Binding:
        """Subject, objects and prepositional phrases of a verb."""
        known = self._verbs.get(predicate.first)
        if known is None:
            if predicate.first in self._busy:
                return Binding(predicate.first, predicate.last)
            self._busy.add(predicate.first)
            known = self._verbs[predicate.first] = self._bind_verb(predicate)
        return known

    def noun(self, predicate: Predicate) -> Binding:
        """What follows an event noun: the genitive as its first object."""
        if predicate.first not in self._nouns:
            last = self.scene.analysed.sentence_at(predicate.first)[1]
            arguments_found, end = arguments(self.scene, predicate.last, last)
            near = tuple(a for a in arguments_found if a.start - predicate.last <= _REACH)
            found = self._resolved(near, ())
            own = tuple(a for a in found if _is_genitive(a, predicate) and a.commas == 0)
            if own and (own[0].start > predicate.last + _APART or found[0] is not own[0]):
                own = ()
            labelled = tuple(a for a in found if a not in own and a.label != BARE)
            self._nouns[predicate.first] = Binding(predicate.first, end, objects=own, labelled=labelled)
        return self._nouns[predicate.first]

    def governor(self, noun: Predicate) -> tuple[Predicate, Gives, str] | None:
        """The verb that carries an event noun, what its subject is to it, and the entry that says so."""
        label = self.label_of(noun)
        first = self.scene.analysed.sentence_at(noun.first)[0]
        for verb in reversed([p for p in self.scene.predicates if first <= p.first < noun.first]):
            if noun.first - verb.last > _FAR:
                return None
            if arguments(self.scene, verb.last, noun.first + 1, frozenset((noun.first,)))[1] < noun.first:
                if verb.verbal:
                    return None
                continue
            wanted = label or OBJECT
            for carrier in verb.carriers:
                if wanted in folded_slots(carrier.takes):
                    return verb, carrier.gives, carrier.id
            if verb.verbal and verb.words and verb.words[0].type is EventType.ACCUSE:
                return verb, Gives.ACCUSED, ""
            if verb.verbal:
                return (verb, Gives.ACTOR, "") if label == "ل" else None
        return None

    def relative_verb(self, noun: Predicate) -> Predicate | None:
        """The carrying verb of a relative clause on an event noun: the raid that they carried out."""
        last = min(self.scene.analysed.sentence_at(noun.first)[1], noun.last + _NEAR)
        relative = False
        for at in range(noun.last, last):
            verb = self.scene.predicate_at.get(at)
            if self.scene.forms[at] in _RELATIVE:
                relative = True
            elif verb and verb.verbal:
                back = verb.enclitic or (at + 1 < len(self.scene.forms) and self.scene.forms[at + 1] in ("بها", "به"))
                return verb if verb.carriers and back and (relative or at - noun.last < 4) else None
            elif self.scene.analysed.tokens[at].form in (".", "،"):
                return None
        return None

    def label_of(self, noun: Predicate) -> str:
        """The preposition before a noun, attached or not; BARE for none."""
        attached = next((c for c in noun.proclitics if c in ("ب", "ل", "ك")), BARE)
        before = noun.first - 1
        if attached or before < 0:
            return attached
        form = self.scene.forms[before]
        plain = form[1:] if form[:1] in ("و", "ف") and form not in closed("preposition") else form
        if form == "اي" and before > 0:
            plain = self.scene.forms[before - 1]
        return plain if plain in closed("preposition") else BARE

    def speaker_at(self, token: int) -> Ids:
        """Who says what stands there, the innermost first speaker."""
        inner = self.saying_at(token)
        return inner.chain[-1] if inner and inner.chain else ()

    def saying_at(self, token: int) -> Attribution | None:
        """The innermost attribution in whose content a token stands."""
        return self.scene.saying_around(self.scene.analysed.tokens[token].start)

    def cued_by(self, token: int) -> Ids:
        """Who speaks with the cue that a token is."""
        at = self.scene.analysed.tokens[token]
        for a in self.scene.attributions:
            if a.cue and a.cue.start < at.end and at.start < a.cue.end and a.chain:
                return a.chain[-1]
        return ()

    def pronoun(self, token: int, others: Ids = ()) -> Ids:
        """Whom a pronoun attached to a token may mean: the last named before who is none of the others."""
        reference = self.scene.referents.at(token)
        if reference and reference.how == "pronoun":
            return reference.entities
        first = self.scene.analysed.paragraph_at(token)[0]
        pronoun = next((p for p in ("هما", "هم", "ها", "ه") if self.scene.forms[token].endswith(p)), "")
        wanted = 2 if pronoun == "هما" else 1
        found: list[EntityId] = []
        for before in reversed(self.scene.referents.between(first, token)):
            if not set(before.entities) & set(others) and may_mean(self.scene, pronoun, before):
                found.extend(e for e in before.entities if e not in found)
            if len(found) >= wanted:
                break
        return tuple(reversed(found))

    def _owner(self, at: int, others: Ids) -> Ids:
        """Whose a thing is that stands with a pronoun right behind a verb: hacked its site, killed their leader."""
        form = self.scene.forms[at] if at < len(self.scene.forms) else ""
        if form in closed() or self.scene.referents.at(at) or not form.endswith(("ها", "هم", "هما")):
            return ()
        return self.pronoun(at, others)

    def _resolved(self, labelled: tuple[Argument, ...], others: Ids) -> tuple[Argument, ...]:
        """Arguments whose pronouns are told whom they mean."""
        return tuple(
            replace(a, entities=self.pronoun(a.first, others)) if a.how in _POINTING and not a.entities else a
            for a in labelled
        )

    def _bind_verb(self, p: Predicate) -> Binding:
        scene = self.scene
        last = scene.analysed.sentence_at(p.first)[1]
        begin = p.first if {"و", "ف"} & set(p.proclitics) else clause_start(scene, p.first)
        after, end = arguments(scene, p.last, last)
        bare = [a for a in after if a.label == BARE]
        labelled = tuple(a for a in after if a.label != BARE)
        before = self._before(p, begin)
        relative = begin > 0 and scene.forms[begin - 1] in _RELATIVE and not before
        subject, objects = before, bare
        subject_ids: Ids = ()
        object_ids: Ids = ()
        if relative and begin == p.first or (relative and not before):
            head = self._head_of_relative(begin - 1)
            if p.enclitic or len([a for a in bare if a.entities]) > 1:
                object_ids = head if p.enclitic else ()
            else:
                subject_ids = head
        if subject is None and not subject_ids and self._suffers(p, bare):
            subject, objects = bare[0], []
        pronoun = (
            self._has_topic(begin, p.first)
            or self._that_with_pronoun(begin - 1)
            and self._only_particles(begin, p.first)
        )
        if subject is None and not subject_ids and not pronoun and bare and self._can_be_subject(p, bare[0]):
            subject, objects = bare[0], bare[1:]
        if p.enclitic and not object_ids:
            object_ids = self.pronoun(p.first, subject.entities if subject else subject_ids)
        if not objects and not object_ids and any(OBJECT in w.recipient and not w.beside for w in p.words):
            object_ids = self._owner(p.last, subject.entities if subject else subject_ids)
        if subject is None and not subject_ids:
            taken = object_ids + tuple(e for a in objects for e in a.entities)
            subject_ids = self._elsewhere(p, begin, taken)
        objects = [a for a in objects if a.commas % 2 == 0]
        named = bool(objects or object_ids or p.enclitic)
        behind = before is not None or (relative and bool(subject_ids))
        passive = self._is_passive(p, subject, labelled, named=named, behind=behind)
        fronted = arguments(scene, begin, p.first)[0]
        labelled += tuple(a for a in fronted if a.label != BARE and (before is None or a.first < before.start))
        if subject and subject.how == "owned" and not subject.entities:
            subject = self._resolved((subject,), ())[0]
        own = subject.entities if subject else subject_ids
        labelled, objects = self._resolved(labelled, own), list(self._resolved(tuple(objects), ()))
        return Binding(begin, end, subject, subject_ids, tuple(objects), object_ids, labelled, passive)

    def _before(self, p: Predicate, begin: int) -> Argument | None:
        """The subject before its verb, as in headlines and after أن."""
        if {"و", "ف"} & set(p.proclitics) or begin >= p.first or p.about.tense is Tense.ACTIVE_PARTICIPLE:
            return None
        found, end = arguments(self.scene, begin, p.first)
        if end < p.first:
            return None
        commas = sum(1 for at in range(begin, p.first) if self.scene.forms[at] == "،")
        own = [a for a in found if a.label == BARE and a.entities and (commas - a.commas) % 2 == 0]
        return own[0] if own else None

    def _suffers(self, p: Predicate, bare: list[Argument]) -> bool:
        """Whether a verb such as "kill" with one noun behind it is passive, and that noun the victim."""
        if p.enclitic or p.passive is False or not any(word.passive for word in p.words):
            return False
        return len(bare) == 1 and p.about.tense is Tense.PAST and p.about.number is Number.SINGULAR

    def _has_topic(self, first: int, last: int) -> bool:
        """Whether words that we know nobody by stand between أن and the verb: its subject is among them."""
        before = self.scene.forms[first - 1] if first > 0 else ""
        if before not in _THAT or first >= last or self._only_particles(first, last):
            return False
        opening = self.scene.forms[first]
        return opening not in closed("preposition") and not self.scene.attached_preposition(first)

    def _can_be_subject(self, p: Predicate, argument: Argument) -> bool:
        if p.about.person == 1 or p.about.tense is Tense.ACTIVE_PARTICIPLE:
            return False
        if p.about.number is not Number.SINGULAR:
            return False
        if _accusative(self.scene, argument) or not agree(self.scene, p.about.gender, argument):
            return False
        if argument.agentive or not any(OBJECT in word.recipient for word in p.words):
            return True
        return argument.start == p.last and not {"و", "ف"} & set(p.proclitics)

    def _head_of_relative(self, pronoun: int) -> Ids:
        first = max(self.scene.analysed.sentence_at(pronoun)[0], pronoun - _NEAR)
        for at in range(pronoun - 1, first - 1, -1):
            reference = self.scene.referents.at(at)
            if reference and reference.how != "pronoun":
                return reference.entities
            noun = self.scene.predicate_at.get(at)
            if noun or self.scene.forms[at] in ("،", "."):
                return ()
        return ()

    def _elsewhere(self, p: Predicate, begin: int, taken: Ids) -> Ids:
        """The subject of a verb that has none beside it; nobody who is its object."""
        cued = self.cued_by(p.first)
        if cued and not set(cued) & set(taken):
            return cued
        reference = self.scene.referents.at(begin - 1) if begin > 0 else None
        if reference and reference.how == "pronoun":
            return reference.entities
        if p.about.person == 1 or (self._that_with_pronoun(begin - 1) and self._only_particles(begin, p.first)):
            speaker = self._named_by_that(p, begin - 1)
            if speaker:
                return speaker
        if not self._may_be_dropped(p, begin):
            return ()
        first = self.scene.analysed.sentence_at(p.first)[0]
        for at in range(p.first - 1, first - 1, -1):
            verb = self.scene.predicate_at.get(at)
            if at in self.scene.cues and (verb is None or verb.verbal):
                ids = self.cued_by(at)
            elif verb and verb.verbal:
                known = self.verb(verb)
                ids = known.subject.entities if known.subject else known.subject_ids
                ids = () if known.passive else ids
            else:
                continue
            return () if set(ids) & set(taken) else ids
        if first == p.first:
            return self._main_subject_before(first) or self.speaker_at(p.first)
        return self.speaker_at(p.first)

    def _named_by_that(self, p: Predicate, that: int) -> Ids:
        """Whom the pronoun in أنه means: in a second such clause its topic, else the speaker, if they agree."""
        speaker = self.speaker_at(p.first)
        if p.about.person == 1 or that < 0:
            return speaker
        form = self.scene.forms[that]
        pronoun = next((end for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), "")
        if form.startswith("و"):
            topic = self._topic_before(that)
            if topic and entities_agree(self.scene, pronoun, topic):
                return topic
        if speaker and entities_agree(self.scene, pronoun, speaker):
            return speaker
        return self.pronoun(that)

    def _topic_before(self, that: int) -> Ids:
        """Whom the clause in أن before another one is about."""
        first = self.scene.analysed.sentence_at(that)[0]
        for at in range(that - 1, first - 1, -1):
            if self.scene.forms[at] in _THAT or self._that_with_pronoun(at):
                found = [a for a in arguments(self.scene, at + 1, that)[0] if a.entities]
                return found[0].entities if found else ()
        return ()

    def _main_subject_before(self, sentence: int) -> Ids:
        """Whom the sentence before is about: the subject of its first verb that has one."""
        paragraph = self.scene.analysed.paragraph_at(sentence)[0]
        if sentence <= paragraph:
            return ()
        first = self.scene.analysed.sentence_at(sentence - 1)[0]
        for at in range(first, sentence):
            verb = self.scene.predicate_at.get(at)
            ids: Ids = self.cued_by(at) if at in self.scene.cues else ()
            if verb and verb.verbal and not ids:
                known = self.verb(verb)
                ids = () if known.passive else known.subject.entities if known.subject else known.subject_ids
            if ids:
                return ids
        return ()

    def _may_be_dropped(self, p: Predicate, begin: int) -> bool:
        """Whether nobody unknown to us can be the subject: nothing but particles before, no plain noun behind."""
        if not self._only_particles(begin, p.first) or (begin == p.first and self._is_relative(begin - 1)):
            return False
        if (
            {"و", "ف"} & set(p.proclitics)
            or p.enclitic
            or p.about.tense is Tense.ACTIVE_PARTICIPLE
            or p.last >= len(self.scene.forms)
        ):
            return True
        behind = self.scene.forms[p.last]
        plain = self.scene.analysed.tokens[p.last].kind == "word" and behind not in closed()
        return not plain or bool(self.scene.attached_preposition(p.last)) or self.scene.referents.at(p.last) is not None

    def _is_relative(self, at: int) -> bool:
        return at >= 0 and self.scene.forms[at] in _RELATIVE

    def _only_particles(self, first: int, last: int) -> bool:
        skipped = closed("auxiliary", "negation", "adverb", "relative")
        tokens = self.scene.analysed.tokens
        return all(
            self.scene.forms[at] in skipped or at in self.scene.time_tokens or tokens[at].kind != "word"
            for at in range(first, last)
        )

    def _that_with_pronoun(self, at: int) -> bool:
        form = self.scene.forms[at] if at >= 0 else ""
        return any(form.endswith("ن" + end) for end in ("ه", "ها", "هم", "هما", "نا")) and "ان" in form[:4]

    def _is_passive(
        self, p: Predicate, subject: Argument | None, labelled: tuple[Argument, ...], *, named: bool, behind: bool
    ) -> bool:
        """`named`: an object is; `behind`: the verb stands behind its subject."""
        if p.passive is not None:
            return p.passive
        if any(a.label == AGENT for a in labelled):
            return True
        if named:
            return False
        if subject is not None and any(w.passive for w in p.words):
            return True
        if not any(w.passive_if_fronted for w in p.words):
            return False
        return behind or (subject is not None and self._is_people(subject))

    def _is_people(self, argument: Argument) -> bool:
        """Whether an argument names persons and no body."""
        kinds = {self.scene.entity(e).kind for e in argument.entities}
        return argument.start == argument.first and kinds <= {Kind.PERSON, Kind.GROUP} and not argument.forces


def _is_genitive(argument: Argument, noun: Predicate) -> bool:
    """Whether a noun phrase belongs to an event noun like a genitive: his visit, a visit of his."""
    return argument.label == BARE or (
        argument.label == "ل" and argument.how == "pronoun" and argument.first == noun.last
    )


def _accusative(scene: Scene, argument: Argument) -> bool:
    """Whether an ending shows that a noun phrase is no subject: جزائريين, جنديا."""
    form = scene.forms[argument.start]
    return form.endswith("يين") or (argument.how == "words" and form.endswith(("ين", "يا", "دا", "صا", "لا")))


def folded_slots(slots: tuple[str, ...]) -> frozenset[str]:
    """Slots as labels are written."""
    return frozenset(" ".join(word) for word in folded(slots))
