"""One shelling as many tell it, for tests of who confirms and who denies whom."""

from khabar.values.claim import Claim
from khabar.weighing import Weighed, weigh
from telling import Telling

NAVY = "بحرية دلمون"
SAID = f"{NAVY} قصفت ميناء الرملة القديم وأحرقت مخازن الحبوب"
SAID_TOO = f"ميناء الرملة القديم قصفته {NAVY} فأحرقت مخازن الحبوب"
SEEN = f"{NAVY} قصفت عند الفجر ميناء الرملة بمدافع ثقيلة من سفن راسية قبالة الساحل الشمالي"
SEEN_TOO = f"{NAVY} قصفت أرصفة ميناء الرملة ليلا فغرق قارب صيد قرب المنارة وهرب البحارة إلى التلال"
NOT_SO = f"ميناء الرملة القديم لم تقصفه {NAVY} ولم تحترق مخازن الحبوب"


def weighed(*tellings: Telling) -> Weighed:
    return weigh([t.read for t in tellings])


def main_claim(*tellings: Telling) -> Claim:
    return max(weighed(*tellings).claims, key=lambda c: len(c.positions))


def shelled(telling: Telling, content: str) -> Telling:
    verb = next((verb for verb in ("تقصفه", "قصفته", "قصفت") if verb in content), None)
    if verb is None:
        return telling
    return telling.entity(NAVY, "organisation").event(verb, "ASSAULT", actor=[NAVY], said=0)


def by_army(report: str, content: str, army: str = "جيش النرويج", country: str | None = "النرويج") -> Telling:
    telling = Telling(report, f"قال {army} في {country} إن {content}.")
    if country:
        telling.entity(country, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[country])
    telling.entity(army, "organisation", of=country).says([army], content, cue="قال")
    return shelled(telling, content)


def by_source(report: str, content: str, medium: str | None, speaker: str = "مسؤول") -> Telling:
    through = f"ل{medium}" if medium else ""
    telling = Telling(report, f"قال {speaker} {through} إن {content}.").entity(speaker, "group")
    if medium:
        telling.entity(medium, "media")
    telling.says([*([medium] if medium else []), speaker], content, cue="قال")
    return shelled(telling, content)


def own_voice(report: str, content: str) -> Telling:
    return Telling(report, f"{content}.")
