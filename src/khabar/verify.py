"""Proves an export of facts from the raw reports: `python verify.py EXPORT --reports PATH`; rules: docs/proof.md."""

import hashlib
import html
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Fact = dict[str, Any]
VERDICTS = {  # by the first reason: the verdict; whether one, or several, assert it; whether somebody denies it
    "one-origin": ("single-origin", "1", "0"),
    "independence-not-shown": ("single-origin", "2", "0"),
    **dict.fromkeys(("one-origin-both-ways", "denial-of-something-else"), ("single-origin", "12", "12")),
    "asserted": ("disputed", "12", "12"),
    "taken-back": ("retracted", "12", "12"),
    "nobody-asserts": ("denied-only", "0", "012"),
    **dict.fromkeys(("different-sides", "different-media-own-sources"), ("corroborated", "2", "0")),
}
JOIN_NOTHING = {*VERDICTS, "denied", "beside-the-claim", "own-voice-follows"}  # other reasons make sources one
RESTS = {"part_of": "entity", "within": "attribution", "claim": "claim", "claims": "claim", "return_for": "exchange"}
STAGES = ["delivered", "agreed", "offered", "asked-for", "planned", "possible", "denied"]  # the surest first
FIGURE = re.compile(r"(>=|<=|>|<|~)?([0-9]+(?:\.[0-9]+)?)(?:-([0-9]+(?:\.[0-9]+)?))?(?: (.+))?")
UNSEEN = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\ufeff]")
LETTERS = str.maketrans("أإآٱىةؤئکیڤگ", "اااايهويكيفك", "ء")


def need(so: object, otherwise: str) -> None:
    """Fails with the other words where it is not so."""
    if not so:
        raise ValueError(otherwise)


def nodes(value: Any) -> Iterator[Any]:
    """A value and all that it holds, at any depth; of bytes, those of the JSON that they may be."""
    if isinstance(value, bytes):
        try:
            value = json.loads(value.decode("utf-8-sig", "replace"))
        except (ValueError, RecursionError):
            return
    yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(one)


def pieces(data: bytes) -> Iterator[bytes]:
    """All bytes that may be one report: a file, each of its lines, each record of a list in it."""
    yield data
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        yield from (line.strip() for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"))
        for one in (one for one in nodes(data) if isinstance(one, dict)):
            alone = json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            yield alone.encode(errors="surrogatepass")


class Proof:
    """The facts that were proved so far; what is to be told of one kind alone has a method of its name."""

    def __init__(self, raw: dict[str, bytes]) -> None:
        self.raw, self.root, self.sources, self.first = raw, hashlib.sha256(), Counter[str](), dict[str, str]()
        self.by: dict[str, dict[str, Fact]] = defaultdict(dict)  # kind, id
        self.of: dict[tuple[str, str], list[Fact]] = defaultdict(list)  # kind, and report or claim

    def prove(self, line: bytes) -> None:
        """Takes the next fact, or raises ValueError."""
        body, _, seal = line.rpartition(b', "seal": "')
        fact: Fact = next(nodes(line), {})
        kind, own, report = (str(fact.get(name, "?")) for name in ("fact", "id", "report"))
        try:
            need(hashlib.sha256(body + b"}").hexdigest()[:32].encode() == seal[:32], "its seal is broken")
            need(kind != "?" and own not in self.by[kind], "there are two of that id, or it has none")
            self.by[kind][own] = fact
            for at in (one for one in nodes(fact) if isinstance(one, dict) and "start" in one):
                text, a, b = self.by["report"][at.get("report", report)]["text"], at["start"], at["end"]
                need(text[a:b] == at["words"] and 0 <= a < b, f"at {a}-{b} stands '{text[a:b][:40]}'")
                before = re.findall(r"[^\W\d_]*\Z", text[max(a - 4, 0) : a])[0] if text[a].isalpha() else ""
                whole = set(before) <= set("وفبلكـ") and not (text[b - 1 : b].isalpha() and text[b : b + 1].isalpha())
                need(whole and text[a:b] == text[a:b].strip(), f"'{text[a:b][:40]}' is cut out of a word")
            getattr(self, f"_{kind}", lambda _: None)(fact)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as wrong:
            raise ValueError(f"{kind} {own}: {wrong}{' is not there' * isinstance(wrong, KeyError)}") from wrong
        self.of[kind, fact.get("claim") or report].append(fact)
        self.root.update(seal[:32])

    def _source_of(self, text: str, raw: bytes) -> str:
        """How a text comes of the bytes; empty: it does not."""
        told = [one.encode("utf-16", "surrogatepass") for one in nodes(raw) if isinstance(one, str)]
        fields = [one.decode("utf-16", "replace") for one in told]
        pages = [raw.decode(code, "replace").removeprefix("\ufeff") for code in ("utf-8", "utf-16", "cp1256")]
        if text in fields or text in pages:
            return "a field of their records" if text in fields else "their bytes"
        for page in (page for page in (*fields, *pages) if "<" in page):
            bare = re.sub(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", "", page)
            shown = "".join(UNSEEN.sub("", html.unescape(f"{bare}\0{page}")).split())
            if all("".join(UNSEEN.sub("", line).split()) in shown for line in text.splitlines()):
                return "the lines of their pages, tags and blanks aside"
        return ""

    def _words(self, text: str) -> list[str]:
        return re.findall(r"\d+|[^\W\d_]+", UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(LETTERS))

    def _bones(self, name: str) -> tuple[str, ...]:
        """The words of a name without what its spellings differ in: article, doubled and long letters, foreign g."""
        bare = re.sub(r"(.)\1", r"\1", re.sub(r"\b(ال|لل)(?=\w{3})|(?<=\bعبد) ", "", " ".join(self._words(name))))
        return tuple(re.sub(r"\B[اوي]", "", bare).translate(str.maketrans("غجق", "ككك")).split())

    def _connected(self, things: Iterable[Any], ties: Iterable[Sequence[Any]]) -> bool:
        group = {one: {one} for one in things}
        for tie in ties:
            joined = set[Any]().union(*(group[one] for one in tie if one in group))
            group.update(dict.fromkeys(joined, joined))
        return all(len(members) == len(group) for members in group.values())

    def _report(self, f: Fact) -> None:
        self.first[f["id"]] = f["id"]
        need(f["sha256"] in self.raw, "no report here has its SHA-256 (unpack archives, tables, mails and feeds first)")
        self.sources[source := self._source_of(f["text"], self.raw[f["sha256"]])] += 1
        days = re.findall(rb'"(?:published|date|pubDate)": ?"(\d{4}-\d\d-\d\d)', self.raw[f["sha256"]])
        need(source and (not days or f["published"] in (None, *map(bytes.decode, days))), "its bytes tell otherwise")

    def _entity(self, f: Fact) -> None:
        told = " ".join(bone for at in f["mentions"] for bone in self._bones(at["words"]))
        need(not told or f["known_as"] or any(b in told for b in self._bones(f["name"])), "its words name another")

    def _attribution(self, f: Fact) -> None:
        chain = [[self.by["entity"][one] for one in link] for link in f["chain"]]
        told = " < ".join("; ".join(one["name"] for one in link) for link in chain)
        here = {one["report"] for link in chain for one in link} <= {f["report"]}
        need(here and f["said_by"] == told, f"who says so is {told}")
        named = [at for link in chain for one in link for at in one["mentions"]]
        need(all(at in named for at in f.get("named_at", ())), "its speaker is not named there")

    def _event(self, f: Fact) -> None:
        saying = self.by["attribution"][f["attribution"]] if f["attribution"] else f | {"said_by": ""}
        within = saying["report"] == f["report"] and saying["start"] <= f["start"] < f["end"] <= saying["end"]
        need(f["said_by"] == saying["said_by"] and within, "it does not stand in its saying")
        taking = {self.by["entity"][one]["report"] for one in (*f["actor"], *f["recipient"], *f["place"])}
        told = {edge for t in self.of["time", f["report"]] for edge in (t["value"] or "").split("/")}
        told |= {"..", self.by["report"][f["report"]]["published"]}
        need(taking <= {f["report"]} and told >= {*(f["time"] or "..").split("/")}, "its report tells no such thing")

    def _events(self, at: Fact) -> list[Fact]:
        return [e for e in self.of["event", at["report"]] if at["start"] <= e["start"] and e["end"] <= at["end"]]

    def _position(self, f: Fact) -> None:
        self._attribution(f)
        saying = self.by["attribution"][f["attribution"]] if f["attribution"] else f
        near = f["start"] < saying["end"] and saying["start"] < f["end"] and f["report"] == saying["report"]
        need(f["chain"] == saying["chain"] and near, "it is not of its saying")
        need(not f["event"] or self.by["event"][f["event"]] in self._events(f), "its event stands elsewhere")

    def _actor(self, f: Fact) -> None:
        members = {one: self.by["entity"][one] for one in f["members"]}
        ties = defaultdict[Any, list[str]](list)
        for one, m in members.items():
            names = {m["name"], *(at["words"] for at in m["mentions"])}
            spelled = {key for b in map(self._bones, names) for key in (b[-1:], *zip(b, b[1:], strict=False))}
            for key in {m["wikidata"], m["known_as"], *names, *spelled} - {None, ()}:
                ties[key].append(one)
        judged = [why["between"] for why in f["merged_because"] if why["code"] == "judged-same"]
        same = all(m["actor"] == f["id"] for m in members.values()) and len(members) == len(f["members"])
        need(same and f["counted"] == len({m["report"] for m in members.values()}), "its members are others")
        need(f["name"] in ties or f["kind"] == "country" or self.by["export"]["export"]["part"], "its name is nobody's")
        need(self._connected(members, [*ties.values(), *judged]), "nothing shows that its members are one")
        f["names"] = {f["name"], *(key for key in ties if isinstance(key, str))}

    def _read(self, at: Fact) -> list[str]:
        text, body = (self.by["report"][at["report"]][name] for name in ("text", "body"))
        inside = [(max(a, at["start"]), min(b, at["end"])) for a, b in body]
        return self._words(" ".join(text[a:b] for a, b in inside if a < b))

    def _lineage(self, f: Fact) -> None:
        for why in (why for one in f["descents"] for why in one["reasons"] if why["code"].endswith("-copy")):
            one, other = (self._read(at) for at in why["shown_by"])
            need(one == other, "the copies do not share these words")
        reports = [one["report"] for one in f["descents"]]
        need(all(one["of"] in (None, *reports[:n]) for n, one in enumerate(f["descents"])), "one follows a later one")
        self.first |= dict.fromkeys(reports, reports[0])

    def _claim(self, f: Fact) -> None:
        mine = {p["id"]: p for p in self.of["position", f["id"]]}
        told = [e for p in mine.values() for e in self._events(p)]
        need(list(mine) == [f"{f['id']}/{n + 1}" for n in range(f["positions"])] != [], "it has other positions")
        need(f["gist"] in (p["words"] for p in mine.values()), "its gist is the words of none of its positions")
        kinds, times = ({None, *(e[name] for e in told)} for name in ("type", "time"))
        need(f["time"] in times and f["type"] in {*kinds, "REJECT"}, "its time or its type is not told")
        yes, no = (self._origins(f, side, mine) for side in ("asserts", "denies"))
        code, shown = f["reasons"][0]["code"], f["reasons"][0]["shown_by"]
        verdict, *sides = VERDICTS[code]
        fits = all(str(min(len(f[s]), 2)) in number for s, number in zip(("asserts", "denies"), sides, strict=True))
        need(f["verdict"] == verdict and fits, f"'{code}' does not make it {f['verdict']}, or others tell it")
        alone = yes == no and len(yes) == 1 if code != "taken-back" else not yes <= no
        need(alone == (code == "one-origin-both-ways"), "others speak on both sides than it says")
        need(verdict != "corroborated" or self._are_two(f, code, *(mine[own] for own in shown)), "it may be one")

    def _ends(self, p: Fact) -> set[Any]:
        last = (p["chain"] or [[]])[-1]
        return {self.by["entity"][one]["actor"] for one in last} - {None} or {("own voice", self.first[p["report"]])}

    def _origins(self, f: Fact, side: str, told: dict[str, Fact]) -> set[Any]:
        """Who is on that side. Each origin is one, no two are the same, none is left out but beside the claim."""
        there = {i for i, p in told.items() if p["stance"] == side}
        counted = {i for i in there if told[i]["chain"] and side == "asserts"} or there
        behind = Counter(own for o in f[side] for own in o["positions"])
        beside = side == "asserts" and any(why["code"] == "beside-the-claim" for why in f["reasons"])
        need(set(behind) <= counted and (beside or set(behind) == counted), f"others {side} it than its origins")
        need(f["counted"][side] == len(f[side]), f"it counts other origins that {side} it")
        shown, seen = [why["shown_by"] for why in f["reasons"] if why["code"] not in JOIN_NOTHING], dict[Any, str]()
        for o in f[side]:
            ties, names = defaultdict[Any, list[str]](list), set[str]()
            for own, end in ((p, end) for p in o["positions"] for end in self._ends(told[p])):
                first = self.by["report"][self.first[told[own]["report"]]]
                actor = self.by["actor"].get(end, {"unnamed": True, "speaks_for": None, "names": set()})
                head, passage = actor["speaks_for"] or end, (told[own]["report"], told[own]["start"])
                for key in (head, passage, ("heard in", first["id"]) if actor["unnamed"] else end):
                    ties[key].append(own)
                one = actor["unnamed"] or behind[own] > 1 or seen.setdefault(head, o["name"]) == o["name"]
                need(one, f"{o['name']} is counted twice")
                names |= actor["names"] | self.by["actor"].get(head, actor)["names"] | {first["outlet"] or first["id"]}
            need(o["name"] in names, f"{o['name']} stands at the end of no chain")
            need(self._connected(o["positions"], [*ties.values(), *shown]), f"{o['name']} is several")
        return {end for i in counted for end in self._ends(told[i])}

    def _are_two(self, f: Fact, code: str, one: Fact, other: Fact) -> bool:
        """Two origins tell it, in reports that are no copies, not in the same five words, and not for one side."""
        runs = [set(zip(*(self._words(p["words"])[n:] for n in range(5)), strict=False)) for p in (one, other)]
        first, second = (next(o for o in f["asserts"] if p["id"] in o["positions"]) for p in (one, other))
        apart = first["sides"] and second["sides"] and not set(first["sides"]) & set(second["sides"])
        texts = self.first[one["report"]] != self.first[other["report"]] and not runs[0] & runs[1]
        return texts and first is not second and (apart or code != "different-sides")

    def _exchange(self, f: Fact) -> None:
        f["way"] = [*f["giver"][:1], *f["recipient"][:1], f["goods"], f["stage"], f["mutual"]]
        lines = [t for t in f["tellings"] if t["stage"]]
        sure = [t for t in lines if t["stage"] != "denied"] or lines
        for t, event in ((t, self.by["event"][t["event"]]) for t in lines if t["event"]):
            wares = [w for w in event["goods"] if t["goods"] and w["start"] == t["goods"]["start"]]
            same = all((w["category"], w["quantity"]) == (f["goods"], t["quantity"]) for w in wares)
            need(event in self._events(t) and same, "its event stands elsewhere, or tells of other goods")
        figures = Counter(t["quantity"] for t in sure if FIGURE.fullmatch(t["quantity"] or ""))
        need(f["quantity"] == max(figures, key=figures.__getitem__, default=None), "most tell another quantity")
        need(f["stage"] == min((t["stage"] for t in lines), key=STAGES.index), "it is told to be at another stage")
        need(f["time"] in (None, *(self.by["event"][t["event"]]["time"] for t in sure)), "its time is not told")

    def _flag(self, f: Fact) -> None:
        x, m = self.by["exchange"][f["exchange"]], self.by["measure"][f["measure"]]
        sides = {x[side] for side, way in (("to_side", "to"), ("from_side", "from")) if m["way"] in (way, "both")}
        fits = sides & set(m["targets"]) and any((a or "") <= f["day"] <= (b or "9") for a, b in m["in_force"])
        need(fits and x["stage"] == "delivered" and x["goods"] in m["goods"], "it is not forbidden, or not then")

    def _total(self, f: Fact) -> None:
        way = [f["giver"], f["recipient"], f["goods"], "delivered", False]
        of = (x for x in self.by["exchange"].values() if x["way"] == way)
        found = [(FIGURE.fullmatch(x["quantity"] or ""), x["time"]) for x in of]
        mine = [(m.groups(), time) for m, time in found if m and (m[4] or "") == f["unit"]]
        low = [0.0 if sign in ("<", "<=") else float(first) for (sign, first, *_), _ in mine]
        high = [None if sign in (">", ">=") else float(last or first) for (sign, first, last, _), _ in mine]
        added = len({time for _, time in mine} - {None}) == len(mine)
        fits = f["lowest"] in (max(low), sum(low) if added else None)
        need(fits and f["highest"] == (None if None in high else sum(filter(None, high))), "it comes to another")
        need([f["exchanges"], f["without_figure"]] == [len(mine), sum(not m for m, _ in found)], "it is miscounted")

    def _end(self, f: Fact) -> None:
        counted = {kind: len(facts) for kind, facts in self.by.items() if facts and kind != "end"}
        need(f["facts"] == counted and f["root"] == self.root.hexdigest(), "facts are missing, or too many")
        for one in [one for facts in self.by.values() for one in facts.values()]:
            for key in one.keys() & RESTS.keys():
                told = {own for own in nodes(one[key]) if isinstance(own, str)}
                need(told <= self.by[RESTS[key]].keys(), f"{one['fact']} {one['id']} rests on what is not there")
        members = {one for actor in self.by["actor"].values() for one in actor["members"]}
        need(members == {i for i, one in self.by["entity"].items() if one["actor"]}, "an actor lacks a member")
        need(self.by["export"]["export"]["form"] == "khabar-facts/1", "it is of another form than this checker knows")


def main(given: Sequence[str] = ()) -> int:
    """Says what is proved, or what fails first: 1."""
    try:
        need(len(given := given or sys.argv[1:]) > 2 and given[1] == "--reports", "give: EXPORT --reports PATH...")
        export, reports = Path(given[0]), map(Path, given[2:])
        files = [file for path in reports for file in (path, *path.rglob("*")) if file.is_file()]
        proof = Proof({hashlib.sha256(one).hexdigest(): one for file in files for one in pieces(file.read_bytes())})
        with export.open("rb") as lines:
            any(map(proof.prove, lines))
        need(proof.by["end"] and proof.by["export"], "the export has no beginning, or no end")
    except (ValueError, OSError) as wrong:
        print(f"NOT PROVED: {wrong}")
        return 1
    print("\n".join(f"{len(facts):>9,} {kind}" for kind, facts in sorted(proof.by.items())))
    sources = ", ".join(f"{what} ({n:,})" for what, n in sorted(proof.sources.items()))
    print(f"proved; the texts are {sources}\nroot {proof.by['end']['end']['root']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
