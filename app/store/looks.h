// SPDX-License-Identifier: GPL-3.0-or-later
// What this computer's own looks at domains saw, for services that do not look themselves, in
// looks.db: the baseline of each domain and the looks that told something new. Not a cache:
// nobody else knows it. Numbered migrations; a damaged file is set aside and said. Any thread.
// Opened by whoever needs it first, so that the start of the program does not wait for it.
#pragma once

#include "app/base/result.h"
#include "app/mail/security.h"

#include <QObject>

#include <memory>
#include <optional>

namespace store {

struct LookHistory
{
    std::optional<mail::SecuritySnapshot> accepted; // the baseline
    QList<mail::SecuritySnapshot> looks; // in the order of time; those that told something new
    QDateTime lastLook;                  // invalid = never
};

class Looks : public QObject
{
    Q_OBJECT

public:
    static constexpr int keptDays = 730;

    explicit Looks(const QString &file, QObject *parent = nullptr);
    ~Looks() override;

    Result<void> open() const;
    QString setAside() const; // where a damaged file went; empty = none was

    Result<LookHistory> history(const QString &account, const QString &domain) const;
    // Kept when it tells something that the one before did not; that it was looked, always. What is
    // older than keptDays before it goes, but for the last one.
    Result<void> add(const QString &account, const mail::SecuritySnapshot &look);
    Result<void> accept(const QString &account, const mail::SecuritySnapshot &look);
    Result<void> forgetAccount(const QString &account);

signals:
    void changed(const QString &account, const QString &domain); // empty: all of the account

private:
    struct Connections;
    std::unique_ptr<Connections> m_connections;
};

} // namespace store
