"""All conclusions put in place of the old ones."""

from khabar.resolution.actors import Cast
from khabar.store.concluded.actors import add_actors, add_known_people, with_parties
from khabar.store.concluded.background import Background
from khabar.store.concluded.claims import add_claims
from khabar.store.concluded.exchanges import add_exchanges
from khabar.store.concluded.stories import add_contradictions, add_copies, add_lineages, add_stories
from khabar.store.database import Database
from khabar.store.search.words import add_members
from khabar.values.weighed import Weighed

# Marks before what they mark.
_TABLES = (
    *("gists", "dealings", "claim_outlets", "claim_names", "claim_marks", "positions", "claims"),
    *("exchange_names", "exchange_marks", "exchanges", "names"),
    *("actor_words", "actor_keys", "actor_marks", "alike", "owners", "kin", "actors", "members"),
    "known_people",
    *("contradiction_claims", "contradiction_marks", "contradictions"),
    *("lineage_reports", "lineage_marks", "lineages", "story_marks", "stories", "copies", "chapters"),
)


def clear_weighed(database: Database) -> None:
    """Takes away all conclusions."""
    for table in _TABLES:
        database.execute(f"DELETE FROM {table}")
    forget_outline(database)  # of which the actors stand in these tables


def forget_outline(database: Database) -> None:
    """So that all is drawn anew."""
    database.execute("DELETE FROM remembered WHERE key = 'outline'")


def replace_weighed(database: Database, weighed: Weighed) -> None:
    """New conclusions in place of the old ones."""
    clear_weighed(database)
    background = Background(database)
    story_of = {claim: story.id for story in weighed.stories for claim in story.claims}
    add_claims(database, enumerate(weighed.claims), story_of, background)
    actors = list(enumerate(weighed.actors))
    add_actors(database, with_parties(actors, Cast.among(weighed.actors)))
    add_members(database, actors)
    add_known_people(database)
    add_exchanges(database, enumerate(weighed.exchanges), background)
    add_stories(database, enumerate(weighed.stories), background)
    add_contradictions(database, enumerate(weighed.contradictions))
    add_lineages(database, enumerate(weighed.lineages))
    add_copies(database, enumerate(weighed.copies))
