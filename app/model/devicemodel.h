// SPDX-License-Identifier: GPL-3.0-or-later
// The device passwords of one address (S-35). A device without user carries a warning tone in its
// user column when some user of the address may not send: it escapes that (S-16). UI thread.
#pragma once

#include "app/base/clock.h"
#include "app/mail/change.h"
#include "app/mail/device.h"
#include "app/model/roles.h"
#include "app/store/cache.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace model {

class DeviceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Label,
        User,
        Protocols,
        Creator,
        Created,
        LastUse,
        ColumnCount
    };

    DeviceModel(store::Cache &cache, const Clock &clock, QObject *parent = nullptr);

    void setMailbox(const store::Scope &scope, const QString &name);
    const QString &mailbox() const { return m_mailbox; }
    const QList<mail::Device> &devices() const { return m_devices; }
    std::optional<mail::Device> device(int row) const;
    int rowOf(qint64 device) const; // -1: none
    QDateTime knownSince() const;   // invalid: the list was never read

    void setPending(std::function<std::optional<mail::Change>(const mail::Ref &)> pending);
    void pendingChanged();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

signals:
    void refreshed();

private:
    void load();

    store::Cache &m_cache;
    const Clock &m_clock;
    store::Scope m_scope;
    QString m_mailbox;
    QList<mail::Device> m_devices;
    bool m_someMayNotSend = false;
    std::function<std::optional<mail::Change>(const mail::Ref &)> m_pending;
};

} // namespace model
