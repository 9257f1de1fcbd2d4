"""An archive whose texts are as bad as texts come: formulas, tags, quotes, controls, half letters."""

from dataclasses import replace

from view_samples import LEFT, OMAN, READINGS, REPORTS, SHIP, YEMEN, Shelf

from khabar.exports.selection import Selection, Wanted, selected
from khabar.store.archive import Archive
from khabar.values.weighed import Weighed

BAD = '=HYPERLINK("http://x")<b>&amp;\t\'\\ \x01\x0b\ufffe\r\n};,٪'
NAME = f"{BAD}عُمان"


def hostile() -> Selection:
    archive = Archive.in_memory()
    for report in REPORTS.values():
        reading = READINGS[report.id]
        bad = tuple(replace(entity, name=NAME if entity.name == "عُمان" else BAD) for entity in reading.entities)
        ugly = replace(report, id=f"{report.id}\"<>#% '", title=BAD, outlet=BAD, url=f"https://x/{BAD}", note=BAD)
        archive.keep(ugly, replace(reading, entities=bad))
    archive.keep_weighed(Weighed((replace(OMAN, name=NAME), YEMEN), ()), "one")
    return selected(archive, Wanted())


def with_claims() -> Selection:
    """Of reports that are as they should be, told of in claims that are not."""
    archive = Archive.in_memory()
    for report in REPORTS.values():
        archive.keep(report, READINGS[report.id])
    claims = tuple(replace(claim, gist=BAD, actor=(NAME,), place=(BAD,)) for claim in (LEFT, SHIP))
    parties = replace(claims[1], acting=("p1",), acted_on=("country.ye",))
    weighed = replace(Shelf().weighed(), actors=(replace(OMAN, name=NAME), YEMEN), claims=(claims[0], parties))
    archive.keep_weighed(weighed, "one")
    return selected(archive, Wanted())
