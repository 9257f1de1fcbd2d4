"""The tables of an archive, form after form; opening brings an archive of an older form up to the newest."""

from collections.abc import Iterable, Iterator

from khabar.store.search.words import NAMED

# Stands in the file's head, so that `file` and we can tell an archive from any other SQLite database ("KHBR").
APPLICATION_ID = 0x4B484252

_FORM_1 = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE reports (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  outlet TEXT,
  url TEXT,
  published TEXT,
  title TEXT,
  text TEXT NOT NULL,
  note TEXT
);
CREATE INDEX reports_by_day ON reports (published, n);

CREATE TABLE unreadable (
  source TEXT NOT NULL,
  sha256 TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL,
  reader TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (source, sha256)
) WITHOUT ROWID;
CREATE INDEX unreadable_by_sha256 ON unreadable (sha256);

CREATE TABLE readings (
  report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  language TEXT NOT NULL,
  unread TEXT,
  reading TEXT NOT NULL
);

CREATE TABLE entities (
  report INTEGER NOT NULL REFERENCES reports (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  wikidata TEXT,
  mentions INTEGER NOT NULL,
  spelled TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX entities_by_spelling ON entities (spelled, name);

CREATE TABLE name_words (
  spelled TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (spelled, word)
) WITHOUT ROWID;

CREATE TABLE attributions (
  report INTEGER NOT NULL REFERENCES reports (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  stance TEXT NOT NULL,
  mode TEXT NOT NULL,
  chain TEXT NOT NULL,
  within TEXT,
  rule TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE events (
  report INTEGER NOT NULL REFERENCES reports (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  time TEXT,
  actor TEXT NOT NULL,
  recipient TEXT NOT NULL,
  place TEXT NOT NULL,
  attribution TEXT,
  rule TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE sentences (
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (n) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
);
CREATE INDEX sentences_by_report ON sentences (report, start);
CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize = "unicode61 remove_diacritics 0");

CREATE TABLE claims (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  gist TEXT NOT NULL,
  type TEXT,
  verdict TEXT NOT NULL,
  time TEXT,
  claim TEXT NOT NULL
);
CREATE INDEX claims_by_id ON claims (id);
CREATE TABLE positions (
  claim INTEGER NOT NULL REFERENCES claims (n) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  stance TEXT NOT NULL,
  chain TEXT NOT NULL,
  event TEXT,
  PRIMARY KEY (claim, n)
) WITHOUT ROWID;
CREATE INDEX positions_by_report ON positions (report);

CREATE TABLE copies (n INTEGER PRIMARY KEY, copies TEXT NOT NULL);
CREATE TABLE stories (n INTEGER PRIMARY KEY, id TEXT NOT NULL, story TEXT NOT NULL);
CREATE TABLE actors (n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, actor TEXT NOT NULL);
CREATE TABLE exchanges (n INTEGER PRIMARY KEY, exchange TEXT NOT NULL);
"""

# Reports whose reading the conclusions do not rest on yet.
_FORM_2 = """
CREATE TABLE unweighed (report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE);
INSERT INTO unweighed
  SELECT report FROM readings WHERE NOT EXISTS (SELECT 1 FROM facts WHERE name = 'weighed');
"""

# What the reports of a story tell differently, who copied whom, and what a person said of two actors or claims.
# Exchanges are kept in another form; those of before are drawn anew from the readings.
_FORM_3 = """
CREATE TABLE contradictions (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  differing TEXT NOT NULL,
  bearing TEXT NOT NULL,
  story TEXT NOT NULL,
  contradiction TEXT NOT NULL
);
CREATE TABLE lineages (n INTEGER PRIMARY KEY, id TEXT NOT NULL, lineage TEXT NOT NULL);
CREATE TABLE judgements (n INTEGER PRIMARY KEY, judgement TEXT NOT NULL);

DELETE FROM exchanges;
DELETE FROM facts WHERE name = 'weighed';
INSERT OR IGNORE INTO unweighed SELECT report FROM readings;
"""

# What people said of single items of the readings.
_CORRECTIONS = """
CREATE TABLE corrections (n INTEGER PRIMARY KEY, report TEXT NOT NULL, correction TEXT NOT NULL);
CREATE INDEX corrections_by_report ON corrections (report);
"""

# What conclusions are chosen and ordered by, so that a question decodes only those that it shows. The marks of what was
# concluded before cannot be told in SQL: it is concluded anew.
_MARKS = """
CREATE TABLE claim_marks (
  n INTEGER PRIMARY KEY REFERENCES claims (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  story TEXT,
  type TEXT,
  verdict TEXT NOT NULL,
  status TEXT,
  positions INTEGER NOT NULL,
  dated INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  reported TEXT,
  period TEXT
);
CREATE INDEX claim_marks_by_id ON claim_marks (id);
CREATE INDEX claim_marks_by_story ON claim_marks (story, verdict);
CREATE INDEX claim_marks_by_positions ON claim_marks (positions DESC, id);
CREATE INDEX claim_marks_by_verdict ON claim_marks (verdict, positions DESC, id);
CREATE INDEX claim_marks_by_type ON claim_marks (type, positions DESC, id);
CREATE INDEX claim_marks_in_time ON claim_marks (first, last, id, dated, type, verdict, status);
CREATE INDEX claim_marks_of_events_in_time ON claim_marks (first, last, id, verdict, status, type)
  WHERE dated AND type IS NOT NULL;
CREATE INDEX claim_marks_by_period ON claim_marks (period, dated, type, verdict, status);

CREATE TABLE names (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);
CREATE INDEX names_by_key ON names (key);
CREATE TABLE claim_names (
  name INTEGER NOT NULL REFERENCES names (n),
  claim INTEGER NOT NULL REFERENCES claims (n) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (name, claim, role)
) WITHOUT ROWID;
CREATE INDEX claim_names_by_claim ON claim_names (claim);
CREATE TABLE claim_outlets (
  outlet TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims (n) ON DELETE CASCADE,
  PRIMARY KEY (outlet, claim)
) WITHOUT ROWID;
CREATE INDEX claim_outlets_by_claim ON claim_outlets (claim);
CREATE VIRTUAL TABLE gists USING fts5 (words, tokenize = "ascii tokenchars '_+'");

CREATE TABLE dealings (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claims (n) ON DELETE CASCADE,
  forth INTEGER NOT NULL,
  mutual INTEGER NOT NULL,
  quad TEXT NOT NULL,
  weight INTEGER NOT NULL,
  month TEXT,
  dated INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  PRIMARY KEY (one, other, claim)
) WITHOUT ROWID;
CREATE INDEX dealings_by_other ON dealings (other);
CREATE INDEX dealings_by_claim ON dealings (claim);

CREATE TABLE actor_marks (
  n INTEGER PRIMARY KEY REFERENCES actors (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  wikidata TEXT,
  kind TEXT NOT NULL,
  party TEXT NOT NULL,
  reports INTEGER NOT NULL,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  known TEXT NOT NULL,
  offices TEXT NOT NULL,
  known_as TEXT
);
CREATE INDEX actor_marks_by_id ON actor_marks (id);
CREATE INDEX actor_marks_by_wikidata ON actor_marks (wikidata);
CREATE INDEX actor_marks_by_reports ON actor_marks (reports DESC, id);
CREATE INDEX actor_marks_by_party ON actor_marks (party, reports DESC, id, name);
CREATE TABLE actor_keys (
  key TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (n) ON DELETE CASCADE,
  is_person INTEGER NOT NULL,
  PRIMARY KEY (key, actor)
) WITHOUT ROWID;
CREATE INDEX actor_keys_by_actor ON actor_keys (actor);
CREATE TABLE known_people (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE actor_words USING fts5 (spelled, tokenize = "ascii tokenchars '_+'");

CREATE TABLE exchange_marks (
  n INTEGER PRIMARY KEY REFERENCES exchanges (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  claim TEXT NOT NULL,
  bare INTEGER NOT NULL,
  undated INTEGER NOT NULL,
  time TEXT NOT NULL,
  first TEXT,
  last TEXT,
  from_side TEXT,
  to_side TEXT,
  goods TEXT,
  stage TEXT NOT NULL,
  flagged INTEGER NOT NULL
);
CREATE INDEX exchange_marks_by_id ON exchange_marks (id);
CREATE INDEX exchange_marks_by_claim ON exchange_marks (claim);
CREATE INDEX exchange_marks_in_order ON exchange_marks (bare, undated, time, id);
CREATE INDEX exchange_marks_by_giver ON exchange_marks (from_side, to_side);
CREATE INDEX exchange_marks_by_goods ON exchange_marks (goods, bare, undated, time, id);
CREATE INDEX exchange_marks_flagged ON exchange_marks (bare, undated, time, id) WHERE flagged;
CREATE TABLE exchange_names (
  name INTEGER NOT NULL REFERENCES names (n),
  exchange INTEGER NOT NULL REFERENCES exchanges (n) ON DELETE CASCADE,
  PRIMARY KEY (name, exchange)
) WITHOUT ROWID;
CREATE INDEX exchange_names_by_exchange ON exchange_names (exchange);

CREATE TABLE story_marks (
  n INTEGER PRIMARY KEY REFERENCES stories (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  reports INTEGER NOT NULL,
  first TEXT NOT NULL
);
CREATE INDEX story_marks_by_id ON story_marks (id);
CREATE INDEX story_marks_in_order ON story_marks (reports DESC, first, id);

CREATE TABLE contradiction_marks (
  n INTEGER PRIMARY KEY REFERENCES contradictions (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  story TEXT NOT NULL,
  rank INTEGER NOT NULL,
  tellings INTEGER NOT NULL
);
CREATE INDEX contradiction_marks_by_story ON contradiction_marks (story);
CREATE INDEX contradiction_marks_in_order ON contradiction_marks (rank, tellings DESC, id);
CREATE TABLE contradiction_claims (
  claim TEXT NOT NULL,
  contradiction INTEGER NOT NULL REFERENCES contradictions (n) ON DELETE CASCADE,
  PRIMARY KEY (claim, contradiction)
) WITHOUT ROWID;
CREATE INDEX contradiction_claims_by_contradiction ON contradiction_claims (contradiction);

CREATE TABLE lineage_marks (
  n INTEGER PRIMARY KEY REFERENCES lineages (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  reports INTEGER NOT NULL
);
CREATE INDEX lineage_marks_in_order ON lineage_marks (reports DESC, id);
CREATE TABLE lineage_reports (
  report TEXT NOT NULL,
  lineage INTEGER NOT NULL REFERENCES lineages (n) ON DELETE CASCADE,
  PRIMARY KEY (report, lineage)
) WITHOUT ROWID;
CREATE INDEX lineage_reports_by_lineage ON lineage_reports (lineage);

CREATE INDEX reports_by_outlet ON reports (outlet);
CREATE INDEX reports_newest_first ON reports (published DESC, id);

DELETE FROM positions;
DELETE FROM claims;
DELETE FROM copies;
DELETE FROM stories;
DELETE FROM actors;
DELETE FROM exchanges;
DELETE FROM contradictions;
DELETE FROM lineages;
DELETE FROM facts WHERE name = 'weighed';
INSERT OR IGNORE INTO unweighed SELECT report FROM readings;
"""

# What weighing keeps to spare itself work: of each report what is asked of all at once, what was found out under the
# hash of all that it rests on, and which stories stand as they are. All of it can be found out anew. Which words of
# names are spelled alike is kept by actor, so that it goes when he does; it comes back with the next conclusions.
_MEMORY = """
CREATE TABLE digests (
  report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  digest TEXT NOT NULL
);
CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE chapters (place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);

DROP TABLE alike;
CREATE TABLE alike (
  word TEXT NOT NULL,
  other TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (n) ON DELETE CASCADE,
  PRIMARY KEY (word, other, actor)
) WITHOUT ROWID;
CREATE INDEX alike_by_actor ON alike (actor);
DELETE FROM facts WHERE name = 'weighed';
INSERT OR IGNORE INTO unweighed SELECT report FROM readings;
"""

# Every act of review as it stands in the log beside the archive. What people said before there was a log goes there
# when the archive is next built.
_ACTS = """
CREATE TABLE acts (id TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO facts SELECT 'unlogged', 'all'
  WHERE EXISTS (SELECT 1 FROM corrections) OR EXISTS (SELECT 1 FROM judgements);
"""

# Digests with their marks apart: what bears on other reports can be told to be as it was without being decoded.
_BEARING = """
DROP TABLE digests;
CREATE TABLE digests (
  report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  mark TEXT NOT NULL,
  bearing TEXT NOT NULL,
  digest TEXT NOT NULL
);
"""

# The hash of each report as it was kept; of those that were here before it is made by the next build.
_SEALS = """
CREATE TABLE seals (report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE, seal TEXT NOT NULL);
"""

# Who might be one with whom, whatever speaks against it, and on whom it rests for whom an actor speaks: so that a
# person's judgement of two actors leaves all others alone. The next build fills them.
_KIN = """
CREATE TABLE kin (actor TEXT PRIMARY KEY, kin TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX kin_by_kin ON kin (kin);
CREATE TABLE owners (
  owner TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (n) ON DELETE CASCADE,
  PRIMARY KEY (owner, actor)
) WITHOUT ROWID;
CREATE INDEX owners_by_actor ON owners (actor);
CREATE INDEX actor_marks_by_entry ON actor_marks (known_as);
DELETE FROM facts WHERE name = 'weigher';
"""

# In which year, month or day a claim stands is told by its days, which are counted in an index.
_NO_PERIODS = """
DROP INDEX claim_marks_by_period;
ALTER TABLE claim_marks DROP COLUMN period;
CREATE INDEX claim_marks_counted ON claim_marks (dated, first, last, reported, type, verdict, status);
"""

# The script at place n brings an archive of form n to form n + 1. A script, once published, is never changed.
# `NAMED` tells who is named in which sentence.
FORMS: tuple[str, ...] = (
    *(_FORM_1, _FORM_2, _FORM_3, _CORRECTIONS, NAMED, _MARKS, _MEMORY, _ACTS, _BEARING, _SEALS),
    *(_KIN, _NO_PERIODS),
)


def statements_in(scripts: Iterable[str]) -> Iterator[str]:
    """The statements of some of the scripts, one after the other."""
    for script in scripts:
        yield from filter(None, map(str.strip, script.split(";")))
