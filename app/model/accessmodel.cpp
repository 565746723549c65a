// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/accessmodel.h"

#include "app/model/text.h"

#include <algorithm>

namespace model {

int AccessModel::columnOf(mail::Right right)
{
    const auto &rights = mail::allRights();
    return FirstRight + int(std::find(rights.begin(), rights.end(), right) - rights.begin());
}

std::optional<mail::Right> AccessModel::rightOf(int column)
{
    if (column < FirstRight || column >= FirstRight + mail::rightCount)
        return {};
    return mail::allRights()[size_t(column - FirstRight)];
}

AccessModel::AccessModel(store::Cache &cache, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_cache(cache)
    , m_clock(clock)
{
    connect(&cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        const bool isOfAccess = touched.kind == u"access" && touched.parent == m_mailbox;
        const bool isOfMailbox = // it may be gone
            touched.kind == u"mailbox" &&
            (touched.keys.isEmpty() || touched.keys.contains(m_mailbox));
        if (touched.kind.isEmpty() || (touched.scope == m_scope && (isOfAccess || isOfMailbox)))
            load();
    });
}

void AccessModel::setMailbox(const store::Scope &scope, const QString &name)
{
    if (scope == m_scope && name == m_mailbox)
        return;
    m_scope = scope;
    m_mailbox = name;
    beginResetModel();
    m_accesses.clear();
    endResetModel();
    load();
}

// Row by row, so that a selection stays where it is.
void AccessModel::load()
{
    const QList<mail::Access> now =
        m_mailbox.isEmpty() ? QList<mail::Access>() : m_cache.accesses(m_scope, m_mailbox);
    const auto has = [](const QList<mail::Access> &list, qint64 user) {
        return std::any_of(list.begin(), list.end(),
                           [user](const mail::Access &access) { return access.user == user; });
    };
    for (int row = int(m_accesses.size()) - 1; row >= 0; --row)
        if (!has(now, m_accesses.at(row).user)) {
            beginRemoveRows({}, row, row);
            m_accesses.removeAt(row);
            endRemoveRows();
        }
    for (int row = 0; row < now.size(); ++row) {
        const int was = rowOf(now.at(row).user);
        if (was < 0) {
            beginInsertRows({}, row, row);
            m_accesses.insert(row, now.at(row));
            endInsertRows();
            continue;
        }
        if (was != row) { // only ever further down: what stands before is in its place
            beginMoveRows({}, was, was, {}, row);
            m_accesses.move(was, row);
            endMoveRows();
        }
        if (!(m_accesses.at(row) == now.at(row))) {
            m_accesses[row] = now.at(row);
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
    emit refreshed();
}

std::optional<mail::Access> AccessModel::access(int row) const
{
    if (row < 0 || row >= m_accesses.size())
        return {};
    return m_accesses.at(row);
}

int AccessModel::rowOf(qint64 user) const
{
    for (int row = 0; row < m_accesses.size(); ++row)
        if (m_accesses.at(row).user == user)
            return row;
    return -1;
}

QDateTime AccessModel::knownSince() const { return m_cache.knownSince(m_scope, m_mailbox); }

void AccessModel::setPending(std::function<std::optional<mail::Change>(const mail::Ref &)> pending)
{
    m_pending = std::move(pending);
    pendingChanged();
}

void AccessModel::pendingChanged()
{
    if (!m_accesses.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_accesses.size()) - 1, columnCount() - 1));
}

mail::Access AccessModel::shownAccess(const mail::Access &access,
                                      std::optional<mail::Change> *change) const
{
    if (m_pending)
        *change = m_pending(mail::refOf(access));
    mail::Access wished = access;
    if (*change && (*change)->verb == mail::Verb::Update)
        if (!mail::patch(wished, (*change)->after))
            return access;
    return wished;
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accesses.size());
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstRight + mail::rightCount;
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mail::Access &known = m_accesses.at(index.row());
    if (role == RowRole)
        return known.user;
    if (role == AccessRole)
        return QVariant::fromValue(known);
    std::optional<mail::Change> change;
    const mail::Access shown = shownAccess(known, &change);
    const int column = index.column();
    if (const auto right = rightOf(column)) {
        const auto before = known.rights ? known.rights->get(*right) : std::optional<bool>();
        const auto granted = shown.rights ? shown.rights->get(*right) : std::optional<bool>();
        const auto word = [](std::optional<bool> value) {
            return !value ? tr("not known") : *value ? tr("allowed") : tr("not allowed");
        };
        const bool isPending = before != granted;
        switch (role) {
        case Qt::DisplayRole:
            return word(granted);
        case Qt::CheckStateRole:
            return !granted ? Qt::PartiallyChecked : *granted ? Qt::Checked : Qt::Unchecked;
        case Qt::AccessibleTextRole:
            return tr("%1: %2").arg(rightText(*right), word(granted));
        case Qt::ToolTipRole:
            return isPending ? tr("Was: %1").arg(word(before)) : QString();
        case PendingRole:
            return isPending;
        case SortRole:
            return !granted ? 1 : *granted ? 2 : 0;
        case ToneRole:
            return int(!granted ? Tone::Muted : *granted ? Tone::Good : Tone::Warning);
        default:
            return {};
        }
    }
    const bool isLeaving = change && change->verb == mail::Verb::Remove;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (column == User)
            return known.userName.isEmpty() ? known.userEmail : known.userName;
        if (!known.lastUsedAt)
            return QString();
        return known.lastUsedAt->isValid() ? relativeText(*known.lastUsedAt, m_clock.now())
                                           : tr("never");
    case Qt::ToolTipRole:
        if (isLeaving)
            return tr("Will be removed");
        return column == User ? known.userEmail : exactText(known.lastUsedAt.value_or(QDateTime()));
    case PendingRole:
        return isLeaving;
    case SortRole:
        return column == User ? QVariant(known.userName)
                              : QVariant(known.lastUsedAt.value_or(QDateTime()));
    case IconRole:
        return column == User ? QVariant(QStringLiteral("circle-user")) : QVariant();
    case ToneRole:
        return int(column == LastUse ? Tone::Muted : Tone::Plain);
    default:
        return {};
    }
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    if (const auto right = rightOf(section))
        return rightText(*right);
    return section == User ? tr("User") : tr("Last use");
}

} // namespace model
