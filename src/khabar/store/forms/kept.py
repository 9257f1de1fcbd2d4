"""What an archive keeps: reports, readings, conclusions, and what people said of them."""

FIRST = """
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
UNWEIGHED = """
CREATE TABLE unweighed (report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE);
INSERT INTO unweighed
  SELECT report FROM readings WHERE NOT EXISTS (SELECT 1 FROM facts WHERE name = 'weighed');
"""

# What the reports of a story tell differently, who copied whom, and what a person said of two actors or claims.
# Exchanges are kept in another form; those of before are drawn anew from the readings.
DIFFERENCES = """
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
CORRECTIONS = """
CREATE TABLE corrections (n INTEGER PRIMARY KEY, report TEXT NOT NULL, correction TEXT NOT NULL);
CREATE INDEX corrections_by_report ON corrections (report);
"""

# Every act of review as it stands in the log beside the archive. What people said before there was a log goes there
# when the archive is next built.
ACTS = """
CREATE TABLE acts (id TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO facts SELECT 'unlogged', 'all'
  WHERE EXISTS (SELECT 1 FROM corrections) OR EXISTS (SELECT 1 FROM judgements);
"""

# The hash of each report as it was kept; of those that were here before it is made by the next build.
SEALS = """
CREATE TABLE seals (report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE, seal TEXT NOT NULL);
"""
