"""Proves an export of facts from the raw reports: `python verify.py EXPORT --reports PATH`; rules: docs/proof.md."""

import hashlib
import html
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

Fact = dict[str, Any]
VERDICTS = {"one-origin": "single-origin 1 0", "independence-not-shown": "single-origin 2 0"}  # who assert, deny
VERDICTS |= {"one-origin-both-ways": "single-origin 12 12", "denial-of-something-else": "single-origin 12 12"}
VERDICTS |= {"asserted": "disputed 12 12", "taken-back": "retracted 12 12", "nobody-asserts": "denied-only 0 012"}
VERDICTS |= dict.fromkeys(("different-sides", "different-media-own-sources", "open-to-all"), "corroborated 2 0")
JOIN_NOTHING = {*VERDICTS, "denied", "beside-the-claim", "headline-follows", "own-voice-follows"}  # others make one
RESTS = {"part_of": "entity", "within": "attribution", "claim": "claim", "claims": "claim", "return_for": "exchange"}
STAGES = ["delivered", "agreed", "offered", "asked-for", "planned", "possible", "denied"]  # the surest first
ARMS = dict.fromkeys(("ammunition", "missile", "drone", "aircraft", "vehicle"), "arms")  # as some tell all of these
FIGURE = re.compile(r"(>=|<=|>|<|~)?([0-9]+(?:\.[0-9]+)?)(?:-([0-9]+(?:\.[0-9]+)?))?(?: (.+))?")
UNSEEN = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\ufeff]")
SAID = {"position", "claim", "contradiction", "exchange"}  # kinds whose words are sentences, not names
RAGGED = re.compile(r'\A[^\w#@+$€£(«“"-]|[^ -~][.]\Z|[،؛:]\Z|\A[^(«“"]*[)»”"]\Z|\A[(«“"][^)»”"]*\Z')  # as no name is
ATTACHED, ENDED = re.compile("[وف]?(س|لل|[بلك]?(ال)?)ـ*"), re.compile(r'[^"«»“”‘’]*[.؛:]')
TAG = re.compile(r"(?s)<(script|style)\b(?:.*?</\1>|.*)|<!--(?:.*?-->|.*)|<[^>]*(?:>|\Z)")  # or all, if it has no end
LETTERS = str.maketrans("أإآٱىةؤئکیڤگ", "اااايهويكيفك", "ء")


def _need(so: object, otherwise: str) -> None:  # fails with the other words where it is not so
    if not so:
        raise ValueError(otherwise)


def _nodes(value: Any) -> Iterator[Any]:  # a value and all that it holds; of bytes, those of the JSON that they may be
    if isinstance(value, bytes):
        with suppress(ValueError, RecursionError):
            yield from _nodes(json.loads(value.decode("utf-8-sig", "replace")))
    yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(one)


def pieces(data: bytes) -> Iterator[bytes]:
    """All bytes that may be one report: a file, each of its lines, each record of a list in it."""
    yield data
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        yield from (line.strip() for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"))
        for one in (one for one in _nodes(data) if isinstance(one, dict)):
            alone = json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            yield alone.encode(errors="surrogatepass")


class Proof:
    """The facts proved so far, by kind and id, and by kind and report or claim; each kind has a method of its name."""

    def __init__(self, raw: dict[str, bytes]) -> None:
        self.raw, self.root, self.sources, self.first = raw, hashlib.sha256(), Counter[str](), dict[str, str]()
        self.by, self.of = defaultdict[str, dict[str, Fact]](dict), defaultdict[tuple[str, str], list[Fact]](list)

    def prove(self, line: bytes) -> None:
        """Takes the next fact, or raises ValueError."""
        (body, _, seal), fact = line.rpartition(b', "seal": "'), next(_nodes(line), dict[str, Any]())
        _need(isinstance(fact, dict) and "fact" in fact, "no export (`khabar export --format facts` makes one)")
        kind, own, report = (str(fact.get(name, "?")) for name in ("fact", "id", "report"))
        try:
            _need(hashlib.sha256(body + b"}").hexdigest()[:32].encode() == seal[:32], "its seal is broken")
            _need(kind.isalpha() and self.by[kind].setdefault(own, fact) is fact, "there are two of that id, or none")
            for at in (one for one in _nodes(fact) if isinstance(one, dict) and "start" in one):
                there = self.by["report"][at.get("report", report)]
                _need(self._stands(at, there, kind), f"'{at['words'][:40]}' stands not whole at {at['start']}")
            getattr(self, f"_{kind}", lambda _: None)(fact)
            self.of[kind, fact.get("claim") or report].append(fact)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as wrong:
            raise ValueError(f"{kind} {own}: {wrong}{' is not there' * isinstance(wrong, KeyError)}") from wrong
        self.root.update(seal[:32])

    def _stands(self, at: Fact, report: Fact, kind: str) -> bool:  # whole; what is attached in front leaves a word
        a, b, off, words, text = at["start"], at["end"], at.get("attached", ""), at["words"], report["text"]
        before = re.findall(r"[^\W\d_]*\Z", text[max(a - 4, 0) : a])[0] if words[0].isalpha() else ""
        left = {al + re.split(r"\W", words, maxsplit=1)[0] for al in ("", "ال")}
        whole = words == words.strip() and not (words[-1].isalpha() and text[b : b + 1].isalpha()) and before == off
        tidy = not (ENDED.fullmatch(text[max(a - 2, 0) : b]) if kind in SAID or "cue" in at else RAGGED.search(words))
        whole = whole and text[a:b] == words and a >= 0 and (tidy or "model:" in report["reader"])
        return bool(whole and (not off or ATTACHED.fullmatch(off) and (at.get("known") or left & report["alone"])))

    def _source_of(self, text: str, raw: bytes) -> str:  # how a text comes of the bytes; empty: it does not
        told = [s.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for s in _nodes(raw) if type(s) is str]
        pages = [raw.decode(code, "replace").removeprefix("\ufeff") for code in ("utf-8", "utf-16", "cp1256")]
        if text in told or text in pages:
            return "a field of their records" if text in told else "their bytes"
        lines = {"".join(UNSEEN.sub("", line).split()) for line in text.splitlines()}
        tagged = (s for s in dict.fromkeys(("<>".join(told), *told, *pages)) if "<" in s and len(s) * len(lines) < 1e10)
        shown = ("".join(UNSEEN.sub("", html.unescape(f"{TAG.sub('', page)}\0{page}")).split()) for page in tagged)
        return "the lines of their pages, tags and blanks aside" * any(all(line in s for line in lines) for s in shown)

    def _words(self, text: str) -> list[str]:
        return re.findall(r"\d+|[^\W\d_]+", UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(LETTERS))

    def _bones(self, name: str) -> tuple[str, ...]:  # its words without article, doubled and long letters, foreign g
        bare = re.sub(r"(.)\1", r"\1", re.sub(r"\b(ال|لل)(?=\w{3})|(?<=\bعبد) ", "", " ".join(self._words(name))))
        return tuple(re.sub(r"\B[اوي]", "", bare).translate(str.maketrans("غجق", "ككك")).split())

    def _connected(self, things: Iterable[Any], ties: Iterable[Sequence[Any]]) -> bool:
        group = {one: {one} for one in things}
        for tie in ties:  # the smaller go to the largest, so that none goes often
            *others, largest = sorted({id(group[i]): group[i] for i in tie if i in group}.values(), key=len) or [set()]
            group.update({one: largest for members in others for one in members})
            largest.update(*others)
        return all(len(members) == len(group) for members in group.values())

    def _report(self, f: Fact) -> None:
        self.first[f["id"]], f["alone"] = f["id"], {*re.findall(r"\w+", f["text"])}
        _need(f["sha256"] in self.raw, "no report here has its SHA-256 (unpack archives, tables, mails, feeds first)")
        self.sources[source := self._source_of(f["text"], self.raw[f["sha256"]])] += 1
        days = re.findall(rb'"(?:published|date|pubDate)": ?"(\d{4}-\d\d-\d\d)', self.raw[f["sha256"]])
        _need(source and (not days or f["published"] in (None, *map(bytes.decode, days))), "its bytes tell otherwise")

    def _entity(self, f: Fact) -> None:
        told, name = " ".join(b for at in f["mentions"] for b in self._bones(at["words"])), self._words(f["name"])
        heads = {*name, *(word for at in f["mentions"] for word in self._words(at["words"])[:1])}
        apart = " ".join(w for w in heads if {w[1:], w[2:]} & heads and w not in "".join(name))  # no two made one
        alike = not told or f["known_as"] or any(b in told for b in self._bones(f["name"]))
        _need(alike and not re.search(r"\b(?!.?لل)[وفبلك]", apart), "its words name another, or more than its name")

    def _attribution(self, f: Fact) -> None:  # or a position; who says so stands by the cue, or spoke before or around
        speaking = [self.by["entity"][one] for link in f["chain"] for one in link]
        told = " < ".join("; ".join(self.by["entity"][one]["name"] for one in link) for link in f["chain"])
        _need({one["report"] for one in speaking} <= {f["report"]} and f["said_by"] == told, f"who says so is {told}")
        (a, b), others = ((f.get("cue") or f)[edge] for edge in ("start", "end")), self.of["attribution", f["report"]]
        heard = [f.get("by_rule_alone"), *(s["chain"] for s in others if s is others[-1] or s["id"] == f.get("within"))]
        for one in speaking * (f["fact"] == "attribution"):
            at = min(one["mentions"], key=lambda m: (max(m["start"] - b, a - m["end"], 0), m["start"]), default=None)
            x, y = (min(at["end"], b), max(at["start"], a)) if at else (0, 1000)
            mine = {one["part_of"], *(role["of"] for role in one["roles"]), *(i for link in f["chain"] for i in link)}
            there = [m for e in self.of["entity", f["report"]] if e["id"] not in mine for m in e["mentions"]]
            beside = y - x <= 300 and not re.search(r"[.!?؟]\s|\n", self.by["report"][f["report"]]["text"][x:y])
            beside = beside and not any(x <= m["start"] and m["end"] <= y for m in there)
            _need(at in [None, *f["named_at"]] and (beside or one["id"] in _nodes(heard)), "its speaker is elsewhere")

    def _event(self, f: Fact) -> None:
        saying = self.by["attribution"][f["attribution"]] if f["attribution"] else f | {"said_by": ""}
        within = saying["report"] == f["report"] and saying["start"] <= f["start"] < f["end"] <= saying["end"]
        _need(f["said_by"] == saying["said_by"] and within, "it does not stand in its saying")
        taking = {self.by["entity"][one]["report"] for one in (*f["actor"], *f["recipient"], *f["place"])}
        told = {edge for t in self.of["time", f["report"]] for edge in (t["value"] or "").split("/")}
        told |= {"..", self.by["report"][f["report"]]["published"]}
        _need(taking <= {f["report"]} and told >= {*(f["time"] or "..").split("/")}, "its report tells no such thing")

    def _events(self, at: Fact) -> list[Fact]:
        return [e for e in self.of["event", at["report"]] if at["start"] <= e["start"] and e["end"] <= at["end"]]

    def _position(self, f: Fact) -> None:
        self._attribution(f)
        saying = self.by["attribution"][f["attribution"]] if f["attribution"] else f
        near = f["start"] < saying["end"] and saying["start"] < f["end"] and f["report"] == saying["report"]
        _need(f["chain"] == saying["chain"] and near, "it is not of its saying")
        _need(not f["event"] or self.by["event"][f["event"]] in self._events(f), "its event stands elsewhere")
        last = {self.by["entity"][one]["actor"] for one in (f["chain"] or [[]])[-1]} - {None}
        f["ends"] = last or {("own voice", self.first[f["report"]])}

    def _actor(self, f: Fact) -> None:
        members = {one: self.by["entity"][one] for one in f["members"]}
        ties = defaultdict[Any, list[str]](list)
        for one, m in members.items():
            own = {m["name"], *(at["words"] for at in m["mentions"])}
            keys = {key for b in map(self._bones, own) for key in (b[-1:], *zip(b, b[1:], strict=False))}
            for k in {m["wikidata"], m["known_as"], *own, *keys, *(n.replace(" لل", " الل") for n in own)} - {None, ()}:
                ties[k].append(one)
        judged = [why["between"] for why in f["merged_because"] if why["code"] == "judged-same"]
        same = all(m["actor"] == f["id"] for m in members.values()) and len(members) == len(f["members"])
        _need(same and f["counted"] == len({m["report"] for m in members.values()}), "its members are others")
        _need(f["name"] in ties or f["kind"] == "country" or self.by["export"]["export"]["part"], "nobody has its name")
        _need(self._connected(members, [*ties.values(), *judged]), "nothing shows that its members are one")
        f["names"] = {f["name"], *(key for key in ties if isinstance(key, str))}

    def _lineage(self, f: Fact) -> None:
        for why in (why for one in f["descents"] for why in one["reasons"] if why["code"].endswith("-copy")):
            shown = [(at, self.by["report"][at["report"]]) for at in why["shown_by"]]
            read = [[r["text"][max(a, at["start"]) : min(b, at["end"])] for a, b in r["body"]] for at, r in shown]
            one, other = (self._words(" ".join(inside)) for inside in read)
            _need(one == other, "the copies do not share these words")
        reports = [one["report"] for one in f["descents"]]
        _need(all(one["of"] in (None, *reports[:n]) for n, one in enumerate(f["descents"])), "one follows a later one")
        self.first |= dict.fromkeys(reports, reports[0])

    def _claim(self, f: Fact) -> None:
        mine = {p["id"]: p for p in self.of["position", f["id"]]}
        _need([*mine] == [f"{f['id']}/{n + 1}" for n in range(f["positions"])] != [], "it has other positions")
        kinds, times = ({None, *(e[name] for p in mine.values() for e in self._events(p))} for name in ("type", "time"))
        gists = {p["words"][n:] for p in mine.values() for n in (0, 1)}
        _need(f["gist"] in gists and f["time"] in times and f["type"] in {*kinds, "REJECT"}, "it is told otherwise")
        yes, no = (self._origins(f, side, mine) for side in ("asserts", "denies"))
        code, shown = f["reasons"][0]["code"], f["reasons"][0]["shown_by"]
        verdict, *sides = VERDICTS[code].split()
        fits = all(str(min(len(f[s]), 2)) in number for s, number in zip(("asserts", "denies"), sides, strict=True))
        _need(f["verdict"] == verdict and fits, f"'{code}' does not make it {f['verdict']}, or others tell it")
        alone = yes == no and len(yes) == 1 if code != "taken-back" else not {h for _, h in yes} <= {h for _, h in no}
        _need(alone == (code == "one-origin-both-ways"), "others speak on both sides than it says")
        _need(verdict != "corroborated" or self._are_two(f, code, *(mine[own] for own in shown)), "it may be one")

    def _origins(self, f: Fact, side: str, told: dict[str, Fact]) -> set[Any]:  # each is one, none is left out
        there = {i for i, p in told.items() if p["stance"] == side}
        counted = {i for i in there if told[i]["chain"] and side == "asserts"} or there
        behind = Counter(own for o in f[side] for own in o["positions"])
        beside = side == "asserts" and any(w["code"].startswith(("beside-", "headline-")) for w in f["reasons"])
        complete = set(behind) <= counted and (beside or set(behind) == counted) and f["counted"][side] == len(f[side])
        _need(complete, f"others {side} it than its origins")
        shown, seen = [why["shown_by"] for why in f["reasons"] if why["code"] not in JOIN_NOTHING], dict[Any, str]()
        for o in f[side]:
            ties, names = defaultdict[Any, list[str]](list), set[str]()
            for own, end in ((p, end) for p in o["positions"] for end in told[p]["ends"]):
                first = self.by["report"][self.first[told[own]["report"]]]
                actor = self.by["actor"].get(end, {"unnamed": True, "speaks_for": None, "names": set()})
                head, passage = actor["speaks_for"] or end, (told[own]["report"], told[own]["start"])
                for key in (head, passage, ("heard in", first["id"]) if actor["unnamed"] else end):
                    ties[key].append(own)
                one = actor["unnamed"] or behind[own] > 1 or seen.setdefault(head, o["name"]) == o["name"]
                _need(one, f"{o['name']} is counted twice")
                names |= actor["names"] | self.by["actor"].get(head, actor)["names"] | {first["outlet"] or first["id"]}
            _need(o["name"] in names, f"{o['name']} stands at the end of no chain")
            _need(self._connected(o["positions"], [*ties.values(), *shown]), f"{o['name']} is several")
        return {(e, self.by["actor"].get(e, {}).get("speaks_for") or e) for i in counted for e in told[i]["ends"]}

    def _are_two(self, f: Fact, code: str, one: Fact, other: Fact) -> bool:  # in two texts, own words, for two sides
        runs = [set(zip(*(self._words(p["words"])[n:] for n in range(5)), strict=False)) for p in (one, other)]
        first, second = (next(o for o in f["asserts"] if p["id"] in o["positions"]) for p in (one, other))
        apart = first["sides"] and second["sides"] and not set(first["sides"]) & set(second["sides"])
        texts = self.first[one["report"]] != self.first[other["report"]] and not runs[0] & runs[1]
        return texts and first is not second and (apart or code != "different-sides")

    def _exchange(self, f: Fact) -> None:
        f["way"] = [*f["giver"][:1], *f["recipient"][:1], f["goods"], f["stage"], f["mutual"]]
        lines, kinds = [t for t in f["tellings"] if t["stage"]], {f["goods"], ARMS.get(f["goods"])}
        sure = [t for t in lines if t["stage"] != "denied"] or lines
        for t, event in ((t, self.by["event"][t["event"]]) for t in lines if t["event"]):
            wares = [w for w in event["goods"] if t["goods"] and w["start"] == t["goods"]["start"]]
            same = all(w["quantity"] == t["quantity"] and w["category"] in kinds for w in wares)
            _need(event in self._events(t) and same, "its event stands elsewhere, or tells of other goods")
        figures = Counter(t["quantity"] for t in sure if FIGURE.fullmatch(t["quantity"] or ""))
        _need(f["quantity"] == max(figures, key=figures.__getitem__, default=None), "most tell another quantity")
        _need(f["stage"] == min((t["stage"] for t in lines), key=STAGES.index), "it is told to be at another stage")
        _need(f["time"] in (None, *(self.by["event"][t["event"]]["time"] for t in sure)), "its time is not told")

    def _flag(self, f: Fact) -> None:
        x, m = self.by["exchange"][f["exchange"]], self.by["measure"][f["measure"]]
        sides = {x[side] for side, way in (("to_side", "to"), ("from_side", "from")) if m["way"] in (way, "both")}
        fits = sides & set(m["targets"]) and any((a or "") <= f["day"] <= (b or "9") for a, b in m["in_force"])
        _need(fits and x["stage"] == "delivered" and x["goods"] in m["goods"], "it is not forbidden, or not then")

    def _total(self, f: Fact) -> None:
        w = [f["giver"], f["recipient"], f["goods"], "delivered", False]
        g = [(FIGURE.fullmatch(x["quantity"] or ""), x["time"]) for x in self.by["exchange"].values() if x["way"] == w]
        mine = [(m.groups(), time) for m, time in g if m and (m[4] or "") == f["unit"]]
        low = [0.0 if sign in ("<", "<=") else float(first) for (sign, first, *_), _ in mine]
        high = [None if sign in (">", ">=") else float(last or first) for (sign, first, last, _), _ in mine]
        fits = f["lowest"] in (max(low), sum(low) if len({t for _, t in mine} - {None}) == len(mine) else None)
        _need(fits and f["highest"] == (None if None in high else sum(filter(None, high))), "it comes to another")
        _need([f["exchanges"], f["without_figure"]] == [len(mine), sum(not m for m, _ in g)], "it is miscounted")

    def _end(self, f: Fact) -> None:
        counted = {kind: len(facts) for kind, facts in self.by.items() if facts and kind != "end"}
        _need(f["facts"] == counted and f["root"] == self.root.hexdigest(), "facts are missing, or too many")
        for one in [one for facts in self.by.values() for one in facts.values()]:
            for key in one.keys() & RESTS.keys():
                told = {own for own in _nodes(one[key]) if isinstance(own, str)}
                _need(told <= self.by[RESTS[key]].keys(), f"{one['fact']} {one['id']} rests on what is not there")
        members = {one for actor in self.by["actor"].values() for one in actor["members"]}
        _need(members == {i for i, one in self.by["entity"].items() if one["actor"]}, "an actor lacks a member")
        _need(self.by["export"]["export"]["form"] == "khabar-facts/1", "it is of another form than this checker knows")


def main(given: Sequence[str] = ()) -> int:
    """Says what is proved, or what fails first: 1; with `--json` as one object."""
    given, told = [*(given or sys.argv[1:])], dict[str, Any](proved=False)
    paths = [one for one in given if one != "--json"]
    try:
        _need(len(paths) > 2 and paths[1] == "--reports", "give: EXPORT --reports PATH... [--json]")
        files = [file for path in map(Path, paths[2:]) for file in (path, *path.rglob("*")) if file.is_file()]
        proof = Proof({hashlib.sha256(one).hexdigest(): one for file in files for one in pieces(file.read_bytes())})
        with Path(paths[0]).open("rb") as export:
            any(map(proof.prove, export))
        _need(proof.by["end"] and proof.by["export"], "the export has no beginning, or no end")
        told |= {"proved": True, "facts": {kind: len(facts) for kind, facts in sorted(proof.by.items())}}
        told |= {"texts": dict(sorted(proof.sources.items())), "root": proof.by["end"]["end"]["root"]}
        sources = ", ".join(f"{what} ({n:,})" for what, n in told["texts"].items()) + f"\nroot {told['root']}"
        lines = [*(f"{n:>9,} {kind}" for kind, n in told["facts"].items()), f"proved; the texts are {sources}"]
    except (ValueError, OSError) as wrong:
        because = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(wrong))  # steers no terminal
        lines, told["because"] = [f"NOT PROVED: {because}"], because
    print(json.dumps(told, ensure_ascii=False) if paths != given else "\n".join(lines))
    return int(not told["proved"])


if __name__ == "__main__":
    sys.exit(main())
