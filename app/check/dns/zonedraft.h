// SPDX-License-Identifier: GPL-3.0-or-later
// From records as they are to records as they should be: changes of a zone that is ours, records to
// publish by hand elsewhere. Private to this folder.
#pragma once

#include "app/check/dns/repair.h"

#include <functional>

namespace check {

class ZoneDraft
{
public:
    ZoneDraft(const DomainReport &report, const RepairBasis &basis);

    // Of the records at `name` of `type` those that `counts` names become the `wanted` ones; others
    // stay. An alias (CNAME) at the name gives way, since nothing may stand beside it.
    void put(const QByteArray &name, wire::RecordType type, const QStringList &wanted,
             const std::function<bool(const QString &value)> &counts);

    // The values that are there: in our zone what it holds, elsewhere what DNS told.
    QStringList present(const QByteArray &name, wire::RecordType type) const;
    // DNS told nothing about it, and the zone is not ours.
    bool isUnknown(const QByteArray &name, wire::RecordType type) const;

    void add(const mail::Change &change) { m_proposal.changes.changes.append(change); }
    // `title`: a translated sentence for the change set.
    Proposal take(const QString &title);

    bool isOurs(const QByteArray &name) const; // in the zone that is ours

private:
    QList<mail::ZoneRecord> recordsAt(const QByteArray &name, wire::RecordType type) const;

    const DomainReport &m_report;
    const RepairBasis &m_basis;
    bool m_ours = false;
    QByteArray m_zone;
    Proposal m_proposal;
};

// Whether two values of a record are the same to DNS: names in any case, with or without a dot.
bool sameValue(wire::RecordType type, const QString &a, const QString &b);

} // namespace check
