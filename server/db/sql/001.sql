-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first floor: organisations, people, services, mailboxes, who may use them, device passwords.
-- Times are seconds since 1970, flags 0 or 1. Names that search folds stand lower-cased beside
-- what they fold, because LIKE folds ASCII only. {id} is the dialect's column that numbers itself
-- and never gives a number twice: session cuts and audit refer to numbers of rows that are gone.

CREATE TABLE organisation (
    id {id},
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE person (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisation (id),
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'normal')),
    created_at BIGINT NOT NULL,
    search_text TEXT NOT NULL
);
CREATE UNIQUE INDEX person_email ON person (email);
CREATE INDEX person_organisation ON person (organisation_id);

CREATE TABLE token (
    id {id},
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    secret_sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('read', 'write', 'admin')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT
);
CREATE UNIQUE INDEX token_secret ON token (secret_sha256);

CREATE TABLE service (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    is_locked INTEGER NOT NULL DEFAULT 0,
    address_quota INTEGER NOT NULL DEFAULT 0,
    mailbox_bytes BIGINT NOT NULL DEFAULT 0,
    default_rights INTEGER NOT NULL,
    spam_filter_enabled INTEGER NOT NULL DEFAULT 1,
    promotion_filter_enabled INTEGER NOT NULL DEFAULT 0,
    external_mail_flag_enabled INTEGER NOT NULL DEFAULT 0,
    authorized_senders TEXT NOT NULL DEFAULT '[]',
    blocked_senders TEXT NOT NULL DEFAULT '[]',
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX service_organisation ON service (organisation_id);

-- No rows for a token: every service of its person's organisation.
CREATE TABLE token_service (
    token_id BIGINT NOT NULL REFERENCES token (id) ON DELETE CASCADE,
    service_id BIGINT NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    PRIMARY KEY (token_id, service_id)
);

CREATE TABLE domain (
    id {id},
    service_id BIGINT NOT NULL REFERENCES service (id),
    ascii TEXT NOT NULL,
    for_people TEXT NOT NULL,
    is_main INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX domain_ascii ON domain (ascii);
CREATE INDEX domain_service ON domain (service_id);

CREATE TABLE mailbox (
    id {id},
    service_id BIGINT NOT NULL REFERENCES service (id),
    name TEXT NOT NULL,
    full_name TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    has_spam_filter INTEGER NOT NULL,
    has_ad_filter INTEGER NOT NULL,
    folder_commercials TEXT NOT NULL DEFAULT '',
    folder_social_networks TEXT NOT NULL DEFAULT '',
    authorized_senders TEXT NOT NULL DEFAULT '[]',
    blocked_senders TEXT NOT NULL DEFAULT '[]',
    size BIGINT,
    size_checked_at BIGINT,
    imap_last_login_at BIGINT,
    pop3_last_login_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX mailbox_name ON mailbox (service_id, name);

-- A user's rights on a mailbox; which bit is which right: rights.h.
CREATE TABLE access (
    id {id},
    mailbox_id BIGINT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id),
    rights INTEGER NOT NULL,
    creator_id BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX access_mailbox_person ON access (mailbox_id, person_id);
CREATE INDEX access_person ON access (person_id);

-- person_id NULL: without user, bound by no user's rights.
CREATE TABLE device (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisation (id),
    person_id BIGINT REFERENCES person (id),
    label TEXT NOT NULL,
    search_text TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('computer', 'phone', 'tablet', 'other', 'legacy')),
    device_uid TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX device_person ON device (person_id);

-- The password of a device for one mailbox. A single SHA-256 is enough because the secret is
-- always generated, with 160 bits: there is no dictionary to try, and a slow hash would only slow
-- down every login. A password that a person chose must never be stored here.
CREATE TABLE device_access (
    id {id},
    device_id BIGINT NOT NULL REFERENCES device (id),
    mailbox_id BIGINT NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
    protocols TEXT NOT NULL CHECK (protocols IN ('imap', 'pop3', 'pop3-imap')),
    secret_sha256 TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'healthy',
    creator_id BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    last_connection_at BIGINT
);
CREATE UNIQUE INDEX device_access_mailbox ON device_access (mailbox_id, device_id);
CREATE INDEX device_access_device ON device_access (device_id);

-- The change feed: one row for each effective change, numbered in the order of the commits.
-- mailbox_name is empty for what belongs to the service; cut lists the device accesses whose
-- sessions end with this change.
CREATE TABLE change_feed (
    sequence {id},
    at BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    mailbox_name TEXT NOT NULL,
    object_key TEXT NOT NULL,
    cut TEXT NOT NULL DEFAULT ''
);
CREATE INDEX change_feed_service ON change_feed (service_id, sequence);

-- Who did what; the row of a change has the sequence of that change.
CREATE TABLE audit (
    sequence BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    person_name TEXT NOT NULL,
    verb TEXT NOT NULL,
    object TEXT NOT NULL,
    before_change TEXT NOT NULL,
    after_change TEXT NOT NULL
);
CREATE INDEX audit_service ON audit (service_id, sequence);

-- Addresses that are gone while their mail still lies on the mail host. Until it is removed the
-- address cannot be made again: its next user must not find the last one's mail.
CREATE TABLE removal (
    address TEXT PRIMARY KEY,
    requested_at BIGINT NOT NULL
);
