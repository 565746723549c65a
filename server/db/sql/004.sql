-- SPDX-License-Identifier: GPL-3.0-or-later
-- DKIM keys, long work of the host, and looks at the security of domains.

-- The private half is a file of the mail host, never here. A selector is not used again: who
-- remembers its record must not meet another key. So retired keys stay, and removed ones unseen.
CREATE TABLE dkim_key (
    id {id},
    domain_id BIGINT NOT NULL REFERENCES domain (id) ON DELETE CASCADE,
    selector TEXT NOT NULL,
    algorithm TEXT NOT NULL CHECK (algorithm IN ('rsa', 'ed25519')),
    bits INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('made', 'signing', 'retiring', 'retired')),
    record TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    signs_since BIGINT,
    retires_at BIGINT,
    is_removed INTEGER NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX dkim_key_selector ON dkim_key (domain_id, selector);
CREATE INDEX dkim_key_state ON dkim_key (state);

-- Work that goes on across restarts. bookmark is a JSON object that only its work understands;
-- next_at: when it is due; the person is who asked for it, 0 = the host itself.
CREATE TABLE job (
    id {id},
    service_id BIGINT NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    work TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    step TEXT NOT NULL,
    steps_done INTEGER NOT NULL DEFAULT 0,
    steps_total INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    bookmark TEXT NOT NULL DEFAULT '',
    person_id BIGINT NOT NULL DEFAULT 0,
    person_name TEXT NOT NULL DEFAULT '',
    started_at BIGINT NOT NULL,
    next_at BIGINT,
    ended_at BIGINT
);
CREATE INDEX job_service ON job (service_id, id);
CREATE INDEX job_due ON job (state, next_at);
CREATE INDEX job_about ON job (work, about);

-- Looks at a domain: only those that told something new.
CREATE TABLE security_look (
    id {id},
    domain_id BIGINT NOT NULL REFERENCES domain (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    look TEXT NOT NULL
);
CREATE INDEX security_look_domain ON security_look (domain_id, at);

-- What was accepted as it should be, and when the domain was last looked at.
CREATE TABLE security_state (
    domain_id BIGINT PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    accepted TEXT NOT NULL DEFAULT '',
    last_look_at BIGINT
);
CREATE INDEX security_state_last ON security_state (last_look_at);
