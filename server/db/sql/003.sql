-- SPDX-License-Identifier: GPL-3.0-or-later
-- DNS zones of the domains and their records. Names are punycode; a record's source is relative to
-- its zone and empty for the zone itself, its target is in the words of the API.

CREATE TABLE zone (
    id {id},
    service_id BIGINT NOT NULL REFERENCES service (id),
    name TEXT NOT NULL,
    for_people TEXT NOT NULL,
    is_signed INTEGER NOT NULL DEFAULT 0,
    delegation TEXT NOT NULL DEFAULT '', -- DS records for the zone above, one a line
    serial BIGINT NOT NULL,              -- grows with every change of a record
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX zone_name ON zone (name);
CREATE INDEX zone_service ON zone (service_id);

-- is_hosts: SOA and NS of the zone itself, which only the host changes.
CREATE TABLE zone_record (
    id {id},
    zone_id BIGINT NOT NULL REFERENCES zone (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    type TEXT NOT NULL,
    target TEXT NOT NULL,
    ttl INTEGER NOT NULL,
    is_hosts INTEGER NOT NULL DEFAULT 0,
    search_text TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX zone_record_zone ON zone_record (zone_id, source, type);

-- Zones that are gone while the name server may still have them.
CREATE TABLE zone_removal (
    name TEXT PRIMARY KEY,
    requested_at BIGINT NOT NULL
);

-- The serial that the domain's zone had last, 0 = it never had one: a zone that was deleted is not
-- made again by itself, and one that people make again goes on counting.
ALTER TABLE domain ADD COLUMN zone_serial BIGINT NOT NULL DEFAULT 0;

-- The zone that a change is about, empty for everything else.
ALTER TABLE change_feed ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN zone TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_zone ON audit (service_id, zone, sequence);
