-- The store: one SQLite file. Every row of a layer belongs to a dispatch, quotes its words by offsets and names its rule (why).
-- `dated` is the first day of the row's own time, or, where it has none, the day on which the dispatch appeared; `time` alone
-- says what the text says. Lists are JSON. This file is the truth: a change of it is a new step in `store.MIGRATIONS`.

CREATE TABLE dispatches (
    dispatch INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,              -- SHA-256 of the text: the same words under the same id are kept once
    title TEXT, source TEXT, url TEXT, language TEXT,
    published TEXT, published_from TEXT, encoding TEXT,
    item TEXT, revision INTEGER,       -- an agency's own id, and which of its revisions this is
    dateline TEXT, byline TEXT, credit TEXT,
    text TEXT NOT NULL,
    record BLOB NOT NULL,              -- the whole record as JSON, deflated
    UNIQUE (id, digest)
);
CREATE INDEX dispatches_published ON dispatches (published);
CREATE INDEX dispatches_source ON dispatches (source, published);
CREATE INDEX dispatches_item ON dispatches (item, revision) WHERE item IS NOT NULL;

CREATE TABLE actors (                  -- everybody met so far, with how often
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, wikidata TEXT,
    dispatches INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX actors_often ON actors (mentions DESC);

CREATE TABLE mentions (
    row INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, why TEXT, kind TEXT NOT NULL, actor TEXT, via TEXT NOT NULL, members TEXT NOT NULL
);
CREATE INDEX mentions_dispatch ON mentions (dispatch);

CREATE TABLE times (
    row INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, why TEXT, type TEXT NOT NULL, value TEXT NOT NULL, mod TEXT, begin TEXT, until TEXT
);
CREATE INDEX times_dispatch ON times (dispatch);

CREATE TABLE figures (
    row INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, why TEXT, value REAL NOT NULL, high REAL, unit TEXT NOT NULL, mod TEXT, counted TEXT, subject TEXT NOT NULL,
    words TEXT NOT NULL, dated TEXT
);
CREATE INDEX figures_dispatch ON figures (dispatch);
CREATE INDEX figures_dated ON figures (dated);
CREATE INDEX figures_unit ON figures (unit, dated);

CREATE TABLE statements (
    row INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, why TEXT, mode TEXT NOT NULL, act TEXT NOT NULL, speaker TEXT, speakers TEXT NOT NULL, via TEXT NOT NULL,
    segments TEXT NOT NULL, verbatim TEXT NOT NULL, cue TEXT, time TEXT, words TEXT NOT NULL, dated TEXT
);
CREATE INDEX statements_dispatch ON statements (dispatch);
CREATE INDEX statements_dated ON statements (dated);
CREATE INDEX statements_act ON statements (act, dated);

CREATE TABLE events (
    row INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, why TEXT, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, actors TEXT NOT NULL, recipients TEXT NOT NULL,
    time TEXT, place TEXT, said_by TEXT, event TEXT, quad INTEGER, score REAL, cameo TEXT, goldstein REAL, contexts TEXT NOT NULL,
    dead INTEGER, injured INTEGER, detained INTEGER, sum INTEGER, words TEXT NOT NULL, dated TEXT, until TEXT
);
CREATE INDEX events_dispatch ON events (dispatch);
CREATE INDEX events_dated ON events (dated);
CREATE INDEX events_type ON events (type, dated);
CREATE INDEX events_status ON events (status, dated);
CREATE INDEX events_until ON events (status, until) WHERE until IS NOT NULL;
CREATE INDEX events_place ON events (place, dated) WHERE place IS NOT NULL;

CREATE TABLE relations (
    row INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, why TEXT, predicate TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL, figure INTEGER
);
CREATE INDEX relations_dispatch ON relations (dispatch);
CREATE INDEX relations_subject ON relations (subject);
CREATE INDEX relations_object ON relations (object);

CREATE TABLE findings (
    row INTEGER PRIMARY KEY, dispatch INTEGER NOT NULL REFERENCES dispatches, rule TEXT NOT NULL, severity TEXT NOT NULL,
    message TEXT NOT NULL, spans TEXT NOT NULL, dated TEXT
);
CREATE INDEX findings_dispatch ON findings (dispatch);
CREATE INDEX findings_rule ON findings (rule, dated);
CREATE INDEX findings_dated ON findings (dated);

CREATE TABLE links (                   -- who stands in which row of which layer, and as what
    layer TEXT NOT NULL, actor TEXT NOT NULL, dated TEXT NOT NULL, row INTEGER NOT NULL, side TEXT NOT NULL,
    kind TEXT NOT NULL, status TEXT NOT NULL,
    PRIMARY KEY (layer, actor, dated, row, side)
) WITHOUT ROWID;

CREATE TABLE pairs (                   -- how often, month by month, an actor did or suffered what with whom
    actor TEXT NOT NULL, month TEXT NOT NULL, other TEXT NOT NULL, side TEXT NOT NULL, type TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (actor, month, other, side, type)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE texts USING fts5 (title, text, stems, content='', tokenize="unicode61 remove_diacritics 2");

CREATE TABLE inputs (place TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE failures (place TEXT PRIMARY KEY, stage TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL) WITHOUT ROWID;
