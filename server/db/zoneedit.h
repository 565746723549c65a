// SPDX-License-Identifier: GPL-3.0-or-later
// A zone with its records in the middle of a write: rows are changed one by one, the whole is
// judged at the end. For zonewrites.cpp alone.
#pragma once

#include "app/mail/finding.h"
#include "server/db/zones.h"

namespace db {

// `invalid_dns_record`.
Error invalidRecord(const QString &field, const QString &sentence);
// In the form that is stored, or why it cannot be.
Result<mail::ZoneRecord> canonical(const ZoneRow &zone, const NewRecord &wish);

// Lives inside of one write() of the database.
class ZoneEdit
{
public:
    static Result<ZoneEdit> open(Database &database, const Caller &caller, const QString &name);
    // Of a zone that was just made.
    ZoneEdit(Database &database, const Caller &caller, const ZoneRow &zone,
             QList<RecordRow> records = {});

    const ZoneRow &place() const { return m_zone; }
    const QList<RecordRow> &now() const { return m_now; }
    QString startOfAuthority() const; // the SOA's target with the serial as it is

    // Each with its audit and feed row, unless it is the host's.
    Result<void> add(mail::ZoneRecord record, bool isHosts = false);
    Result<void> change(const RecordRow &old, const mail::ZoneRecord &record);
    Result<void> remove(const RecordRow &old);
    void touch() { m_isChanged = true; } // a new serial although no record differs

    // Judges what came of it and raises the serial; the last effective change, sequence 0 when
    // there was none.
    Result<Effective> finish();

private:
    Result<void> note(const mail::Change &change);
    QList<mail::Finding> findings(const QList<RecordRow> &rows) const;

    Database &m_database;
    const Caller &m_caller;
    ZoneRow m_zone;
    QList<RecordRow> m_before;
    QList<RecordRow> m_now;
    Effective m_last;
    bool m_isChanged = false;
};

} // namespace db
