// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM keys of the domains as people and rotations move them: tables, private halves, records and
// what OpenDKIM signs with, in an order in which no message ever leaves with a signature that
// cannot be verified. Thread-safe.
#pragma once

#include "app/base/progress.h"
#include "server/db/dkimkeys.h"
#include "server/work/tools.h"

#include <atomic>
#include <mutex>

namespace hostwork {

class DkimKeys
{
public:
    explicit DkimKeys(const Tools &tools)
        : m_tools(tools)
    {
    }

    // An empty selector is made. `inside`, with the key's id, becomes a part of the transaction.
    // Invalid "domain", "selector"; Conflict `selector_already_exists`; Unsupported: nothing can be
    // signed here.
    Result<mail::DkimKey> make(const db::Caller &caller, qint64 service, const QString &domain,
                               mail::DkimAlgorithm algorithm, const QString &selector,
                               const std::function<Result<void>(qint64 id)> &inside = {});
    // Conflict `not_published` (to signing, while name servers lack the record; the detail names
    // them), `no_private_half`, `key_is_retired`, `key_never_signed`, `signing_is_behind`.
    Result<mail::DkimKey> move(const db::Caller &caller, qint64 service, qint64 id,
                               mail::DkimState state, qint64 version, Progress &progress);
    // Conflict `key_signs`, `signing_is_behind`.
    Result<void> remove(const db::Caller &caller, qint64 service, qint64 id, qint64 version);

    // The name servers that lack the key's record, in words; empty: none.
    Result<QStringList> lacking(const mail::DkimKey &key, Progress &progress);
    // The private half first: whoever is connected since before cannot sign with it any more. Then
    // the record is withdrawn. The key retires.
    Result<mail::DkimKey> retire(const db::Caller &caller, const mail::DkimKey &key);

    // Messages are signed with what the tables say when this returns. When it fails,
    // isBehind() is true until it is done.
    Result<void> bringIn();
    bool isBehind() const { return m_isBehind; }
    // What a crash left: private halves that belong to no key.
    Result<void> tidy();

private:
    Result<void> canSign() const;

    const Tools &m_tools;
    std::mutex m_bringing;
    std::atomic<bool> m_isBehind = false;
};

host::SigningKey signingKey(const mail::DkimKey &key);

} // namespace hostwork
