"""Stories for a terminal: the reports that belong together."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from khabar.shells.cli.answers.parts import GIST
from khabar.shells.cli.printing import few, short_id, shortened
from khabar.views.stories import StoryShown


def story_tree(found: StoryShown) -> RenderableType:
    """A story: its days and headline, its reports, and what is in it."""
    days = " – ".join(dict.fromkeys(day.isoformat() for day in (found.first, found.last) if day))
    head = Text(short_id(found.story.id), "bold").append(f"  {days}" if days else "")
    head.append(f"  {shortened(found.story.title, GIST)}")
    root = Tree(head)
    for one in found.reports:
        known = (one.published.isoformat() if one.published else None, one.outlet)
        line = Text("  ".join(item for item in (*known, shortened(one.title, GIST)) if item))
        line.append(f"  [{one.id}]", style="dim")
        root.add(line)
    told = {
        "claims": "، ".join(f"{n} {verdict}" for verdict, n in found.verdicts),
        "contradictions": few(short_id(own_id) for own_id in found.contradictions),
        "one text": few(short_id(own_id) for own_id in found.lineages),
        "about": few(found.actors),
    }
    lines = [Text.assemble((f"{what}: ", "dim"), words) for what, words in told.items() if words]
    return Group(root, *(Padding(line, (0, 0, 0, 2)) for line in lines), "")
