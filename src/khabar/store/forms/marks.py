"""The marks by which conclusions are chosen, ordered and counted, so that a question decodes only what it shows."""

# The marks of what was concluded before cannot be told in SQL: it is concluded anew.
MARKS = """
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

# Who might be one with whom, whatever speaks against it, and on whom it rests for whom an actor speaks: so that a
# person's judgement of two actors leaves all others alone. The next build fills them.
KIN = """
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
NO_PERIODS = """
DROP INDEX claim_marks_by_period;
ALTER TABLE claim_marks DROP COLUMN period;
CREATE INDEX claim_marks_counted ON claim_marks (dated, first, last, reported, type, verdict, status);
"""
