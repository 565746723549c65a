// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use one address and how far: one row per user, one checkable column per right (partially
// checked = not known). It shows; pages make the changes. UI thread.
#pragma once

#include "app/base/clock.h"
#include "app/mail/access.h"
#include "app/mail/change.h"
#include "app/model/roles.h"
#include "app/store/cache.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace model {

class AccessModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        User,
        LastUse,
        FirstRight // one column per right from here, in the order of mail::allRights()
    };
    static int columnOf(mail::Right right);
    static std::optional<mail::Right> rightOf(int column);

    AccessModel(store::Cache &cache, const Clock &clock, QObject *parent = nullptr);

    void setMailbox(const store::Scope &scope, const QString &name);
    const QString &mailbox() const { return m_mailbox; }
    const QList<mail::Access> &accesses() const { return m_accesses; }
    std::optional<mail::Access> access(int row) const;
    int rowOf(qint64 user) const; // -1: none
    QDateTime knownSince() const; // invalid: the list was never read

    void setPending(std::function<std::optional<mail::Change>(const mail::Ref &)> pending);
    void pendingChanged();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

signals:
    void refreshed(); // the list is as the cache has it now

private:
    void load();
    mail::Access shownAccess(const mail::Access &access, std::optional<mail::Change> *change) const;

    store::Cache &m_cache;
    const Clock &m_clock;
    store::Scope m_scope;
    QString m_mailbox;
    QList<mail::Access> m_accesses;
    std::function<std::optional<mail::Change>(const mail::Ref &)> m_pending;
};

} // namespace model
