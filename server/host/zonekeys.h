// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that sign zones, one for each (a CSK, ECDSA P-256), kept beside the name server and not
// only in it: a name server that lost its database signs on with the key that the zone above
// vouches for. The key of a zone that is deleted stays, so that the zone can come back.
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QString>

#include <mutex>

namespace host {

struct ZoneKey
{
    Secret privateText;   // as BIND keeps it: "Private-key-format: v1.2 …"
    QByteArray publicKey; // 64 bytes

    QByteArray dnskey() const;                        // "257 3 13 …": the record's value
    QString delegation(const QByteArray &zone) const; // "12345 13 2 49fd…": the DS record's value
};

// Thread-safe.
class ZoneKeys
{
public:
    // A directory of ours, 0700; made when it is needed.
    explicit ZoneKeys(const QString &directory);

    // The zone's key; `another`, where that is not empty, or a new one is kept when there is none.
    Result<ZoneKey> keyOf(const QString &zone, const Secret &another = {});
    bool has(const QString &zone) const;

    static Result<ZoneKey> fromText(const Secret &privateText);

private:
    QString fileOf(const QString &zone) const;
    const QString m_directory;
    std::mutex m_mutex;
};

} // namespace host
