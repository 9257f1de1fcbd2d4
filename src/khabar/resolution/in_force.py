"""What holds of all that people ever said: of each matter the newest word that nobody took back."""

from collections.abc import Mapping

from khabar.values.act import Act, ActId, Utterance, Withdrawal, moment


def in_force(acts: Mapping[ActId, Act]) -> dict[ActId, Utterance]:
    """The words that hold, the earliest first: the same for the same acts, whoever's logs they came from."""
    gone = {own_id for act in acts.values() if isinstance(act, Withdrawal) for own_id in act.acts}
    said = {own_id: act for own_id, act in acts.items() if isinstance(act, Utterance) and own_id not in gone}
    newest: dict[object, ActId] = {}
    for own_id in sorted(said, key=lambda i: (moment(said[i].at), i)):
        newest[said[own_id].matter] = own_id
    return {own_id: act for own_id, act in _in_time(said) if newest[act.matter] == own_id}


def of_the_matter(acts: Mapping[ActId, Act], matter: object) -> tuple[ActId, ...]:
    """Everything said of one matter that nobody took back."""
    gone = {own_id for act in acts.values() if isinstance(act, Withdrawal) for own_id in act.acts}
    told = (own_id for own_id, act in acts.items() if isinstance(act, Utterance) and act.matter == matter)
    return tuple(sorted(own_id for own_id in told if own_id not in gone))


def _in_time(said: Mapping[ActId, Utterance]) -> list[tuple[ActId, Utterance]]:
    return sorted(said.items(), key=lambda pair: (moment(pair[1].at), pair[0]))
