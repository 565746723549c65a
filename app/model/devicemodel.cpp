// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/devicemodel.h"

#include "app/model/text.h"

#include <algorithm>

namespace model {

DeviceModel::DeviceModel(store::Cache &cache, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_cache(cache)
    , m_clock(clock)
{
    connect(&cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        const bool isMine = touched.scope == m_scope;
        if (touched.kind.isEmpty() ||
            (isMine && (touched.kind == u"device" || touched.kind == u"access") &&
             touched.parent == m_mailbox) ||
            (isMine && touched.kind == u"mailbox" &&
             (touched.keys.isEmpty() || touched.keys.contains(m_mailbox))))
            load();
    });
}

void DeviceModel::setMailbox(const store::Scope &scope, const QString &name)
{
    if (scope == m_scope && name == m_mailbox)
        return;
    m_scope = scope;
    m_mailbox = name;
    beginResetModel();
    m_devices.clear();
    endResetModel();
    load();
}

void DeviceModel::load()
{
    const QList<mail::Device> now =
        m_mailbox.isEmpty() ? QList<mail::Device>() : m_cache.devices(m_scope, m_mailbox);
    const auto accesses =
        m_mailbox.isEmpty() ? QList<mail::Access>() : m_cache.accesses(m_scope, m_mailbox);
    const bool someMayNot =
        std::any_of(accesses.begin(), accesses.end(), [](const mail::Access &access) {
            return access.rights && access.rights->get(mail::Right::SendEmails) == false;
        });
    const auto has = [](const QList<mail::Device> &list, qint64 id) {
        return std::any_of(list.begin(), list.end(),
                           [id](const mail::Device &device) { return device.id == id; });
    };
    for (int row = int(m_devices.size()) - 1; row >= 0; --row)
        if (!has(now, m_devices.at(row).id)) {
            beginRemoveRows({}, row, row);
            m_devices.removeAt(row);
            endRemoveRows();
        }
    for (int row = 0; row < now.size(); ++row) {
        const int was = rowOf(now.at(row).id);
        if (was < 0) {
            beginInsertRows({}, row, row);
            m_devices.insert(row, now.at(row));
            endInsertRows();
            continue;
        }
        if (was != row) { // only ever further down: what stands before is in its place
            beginMoveRows({}, was, was, {}, row);
            m_devices.move(was, row);
            endMoveRows();
        }
        if (!(m_devices.at(row) == now.at(row))) {
            m_devices[row] = now.at(row);
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    if (someMayNot != m_someMayNotSend) {
        m_someMayNotSend = someMayNot;
        if (!m_devices.isEmpty())
            emit dataChanged(index(0, User), index(int(m_devices.size()) - 1, User));
    }
    emit refreshed();
}

std::optional<mail::Device> DeviceModel::device(int row) const
{
    if (row < 0 || row >= m_devices.size())
        return {};
    return m_devices.at(row);
}

int DeviceModel::rowOf(qint64 device) const
{
    for (int row = 0; row < m_devices.size(); ++row)
        if (m_devices.at(row).id == device)
            return row;
    return -1;
}

QDateTime DeviceModel::knownSince() const { return m_cache.knownSince(m_scope, m_mailbox); }

void DeviceModel::setPending(std::function<std::optional<mail::Change>(const mail::Ref &)> pending)
{
    m_pending = std::move(pending);
    pendingChanged();
}

void DeviceModel::pendingChanged()
{
    if (!m_devices.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_devices.size()) - 1, ColumnCount - 1));
}

int DeviceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_devices.size());
}

int DeviceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DeviceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mail::Device &d = m_devices.at(index.row());
    const int column = index.column();
    const bool isFree = d.user == qint64(0);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case Label:
            return d.label.value_or(QString());
        case User:
            return isFree ? tr("Without user") : d.userName.value_or(QString());
        case Protocols:
            return d.protocols ? protocolsText(*d.protocols) : QString();
        case Creator:
            return d.creatorName.value_or(QString());
        case Created:
            return relativeText(d.createdAt.value_or(QDateTime()), m_clock.now());
        case LastUse:
            if (!d.lastConnection)
                return QString();
            return d.lastConnection->isValid() ? relativeText(*d.lastConnection, m_clock.now())
                                               : tr("never");
        }
        return {};
    case Qt::ToolTipRole: {
        if (m_pending)
            if (const auto change = m_pending(mail::refOf(d))) {
                if (change->verb == mail::Verb::Remove)
                    return tr("Will be disconnected");
                if (change->after.contains(u"password"))
                    return tr("Will get a new password");
            }
        if (column == User && isFree && m_someMayNotSend)
            return tr("No user's rights bind it: it can send although some users may not.");
        if (column == Label && d.type)
            return deviceTypeText(*d.type);
        if (column == Created)
            return exactText(d.createdAt.value_or(QDateTime()));
        if (column == LastUse)
            return exactText(d.lastConnection.value_or(QDateTime()));
        return {};
    }
    case RowRole:
        return d.id;
    case DeviceRole:
        return QVariant::fromValue(d);
    case PendingRole:
        return m_pending && m_pending(mail::refOf(d)).has_value();
    case SortRole:
        if (column == Created)
            return d.createdAt.value_or(QDateTime());
        if (column == LastUse)
            return d.lastConnection.value_or(QDateTime());
        return data(index, Qt::DisplayRole);
    case IconRole:
        if (column == Label)
            return deviceTypeIcon(d.type.value_or(mail::DeviceType::Other));
        if (column == User && isFree && m_someMayNotSend)
            return QStringLiteral("triangle-alert");
        return {};
    case ToneRole:
        if (column == User && isFree)
            return int(m_someMayNotSend ? Tone::Warning : Tone::Muted);
        if (column == Label && d.status && *d.status != mail::DeviceStatus::Healthy)
            return int(Tone::Bad);
        return int(column == Created || column == LastUse || column == Creator ? Tone::Muted
                                                                               : Tone::Plain);
    default:
        return {};
    }
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Label:
        return tr("Device");
    case User:
        return tr("User");
    case Protocols:
        return tr("Protocols");
    case Creator:
        return tr("Created by");
    case Created:
        return tr("Created");
    case LastUse:
        return tr("Last use");
    }
    return {};
}

} // namespace model
