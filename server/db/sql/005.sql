-- SPDX-License-Identifier: GPL-3.0-or-later
-- Versions of device passwords; what a search in one field folds. The program fills the folded
-- columns in, because SQL's lower() folds ASCII only.

ALTER TABLE device_access ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

ALTER TABLE mailbox ADD COLUMN full_name_search TEXT NOT NULL DEFAULT '';
ALTER TABLE mailbox ADD COLUMN note_search TEXT NOT NULL DEFAULT '';
ALTER TABLE service ADD COLUMN name_search TEXT NOT NULL DEFAULT '';
