"""What weighing keeps to spare itself work; all of it can be found out anew."""

# Of each report what is asked of all at once, what was found out under the hash of all that it rests on, and which
# stories stand as they are. Which words of names are spelled alike is kept by actor, so that it goes when he does; it
# comes back with the next conclusions.
MEMORY = """
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

# Digests with their marks apart: what bears on other reports can be told to be as it was without being decoded.
BEARING = """
DROP TABLE digests;
CREATE TABLE digests (
  report INTEGER PRIMARY KEY REFERENCES reports (n) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  mark TEXT NOT NULL,
  bearing TEXT NOT NULL,
  digest TEXT NOT NULL
);
"""
