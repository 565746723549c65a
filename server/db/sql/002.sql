-- SPDX-License-Identifier: GPL-3.0-or-later
-- What moves by itself: sizes and last logins of mailboxes. Nobody changed anything, so it is no
-- matter of the change feed or the audit; each mailbox has the number of its last movement instead,
-- and a number is never given twice, whatever mailbox goes.

CREATE TABLE activity (
    last BIGINT NOT NULL
);
INSERT INTO activity (last) VALUES (0);

ALTER TABLE mailbox ADD COLUMN activity BIGINT NOT NULL DEFAULT 0;
CREATE INDEX mailbox_activity ON mailbox (service_id, activity);

-- Mail came or went since the size was counted, and the daemon stopped before it counted again.
ALTER TABLE mailbox ADD COLUMN is_miscounted INTEGER NOT NULL DEFAULT 0;
