CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- One row for each item: its id here, usual French name, kind, country code, gender (m, f), and on how many wikis it has a page.
CREATE TABLE actors (
  qid TEXT PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, gender TEXT,
  weight INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE forms (form TEXT NOT NULL, qid TEXT NOT NULL, PRIMARY KEY (form, qid)) WITHOUT ROWID;
-- What the dump says of positions and of who held them, before the two meet in `holders`.
CREATE TABLE positions (position TEXT PRIMARY KEY, office TEXT NOT NULL, country TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE held (qid TEXT NOT NULL, position TEXT NOT NULL, start TEXT NOT NULL, until TEXT);
CREATE TABLE holders (office TEXT NOT NULL, country TEXT NOT NULL, qid TEXT NOT NULL, start TEXT NOT NULL, until TEXT);
