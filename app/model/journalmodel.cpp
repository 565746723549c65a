// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/journalmodel.h"

#include "app/model/text.h"

#include <algorithm>
#include <utility>

namespace model {

namespace {

constexpr int portion = 100;

} // namespace

JournalModel::JournalModel(store::Journal &journal, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_journal(journal)
    , m_clock(clock)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(0); // a run of rows is one reload
    connect(&m_reload, &QTimer::timeout, this, &JournalModel::reload);
    connect(&journal, &store::Journal::changed, this, [this] { m_reload.start(); });
    begin();
}

void JournalModel::setNames(NameOf nameOf) { m_nameOf = std::move(nameOf); }

void JournalModel::setScope(const std::optional<store::Scope> &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    begin();
}

void JournalModel::begin()
{
    beginResetModel();
    m_entries = m_journal.entries(portion, 0, m_scope);
    m_more = m_entries.size() == portion;
    endResetModel();
}

// Entries only ever come at the top, or leave it when a retry begins: what is known is kept in
// place.
void JournalModel::reload()
{
    const int wanted = qMax(portion, int(m_entries.size()));
    const QList<store::JournalEntry> now = m_journal.entries(wanted, 0, m_scope);
    qsizetype fresh = 0;
    const qint64 newest = m_entries.isEmpty() ? 0 : m_entries.first().id;
    while (fresh < now.size() && now.at(fresh).id > newest)
        ++fresh;
    if (fresh > 0) {
        beginInsertRows({}, 0, int(fresh) - 1);
        m_entries = now.mid(0, fresh) + m_entries;
        endInsertRows();
    }
    const bool isSame = std::equal(now.begin(), now.end(), m_entries.begin(),
                                   m_entries.begin() + qMin(now.size(), m_entries.size()),
                                   [](const auto &a, const auto &b) { return a.id == b.id; });
    if (!isSame) { // discarded or staged ones in between came or went
        beginResetModel();
        m_entries = now;
        m_more = now.size() == wanted;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < now.size(); ++row)
        m_entries[row] = now.at(row);
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

std::optional<store::JournalEntry> JournalModel::entry(int row) const
{
    if (row < 0 || row >= m_entries.size())
        return {};
    return m_entries.at(row);
}

int JournalModel::rowOf(qint64 entry) const
{
    for (int row = 0; row < m_entries.size(); ++row)
        if (m_entries.at(row).id == entry)
            return row;
    return -1;
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const auto further = m_journal.entries(portion, int(m_entries.size()), m_scope);
    m_more = further.size() == portion;
    if (further.isEmpty())
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + further.size()) - 1);
    m_entries += further;
    endInsertRows();
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    using EntryState = store::JournalEntry::State;
    const store::JournalEntry &entry = m_entries.at(index.row());
    const bool isCutOff = entry.state == EntryState::Running && !m_journal.isUnderWay(entry.id);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case When:
            return relativeText(entry.at, m_clock.now());
        case Title:
            return entry.title;
        case Where:
            return m_nameOf ? m_nameOf(entry.scope) : entry.scope.account;
        case By:
            return entry.by;
        case State:
            if (isCutOff)
                return tr("Not known");
            if (entry.undoneBy)
                return tr("Undone");
            return stateText(entry.state);
        }
        return {};
    case Qt::ToolTipRole:
        if (index.column() == When)
            return exactText(entry.at);
        if (index.column() == Title || index.column() == Where)
            return data(index, Qt::DisplayRole);
        if (index.column() == State && isCutOff)
            return tr("The program ended while this was being applied. What is not marked as done "
                      "may have been done or not.");
        return {};
    case RowRole:
        return entry.id;
    case EntryRole:
        return QVariant::fromValue(entry);
    case SortRole:
        return index.column() == When ? QVariant(entry.at) : data(index, Qt::DisplayRole);
    case IconRole:
        if (index.column() != State)
            return {};
        if (isCutOff)
            return QStringLiteral("circle-help");
        if (entry.undoneBy)
            return QStringLiteral("undo-2");
        switch (entry.state) {
        case EntryState::Applied:
            return QStringLiteral("circle-check");
        case EntryState::Partial:
            return QStringLiteral("triangle-alert");
        case EntryState::Failed:
            return QStringLiteral("circle-x");
        case EntryState::Running:
            return QStringLiteral("loader-circle");
        default:
            return QStringLiteral("circle");
        }
    case ToneRole:
        if (index.column() != State)
            return int(index.column() == Title ? Tone::Plain : Tone::Muted);
        if (isCutOff || entry.state == EntryState::Partial)
            return int(Tone::Warning);
        if (entry.undoneBy)
            return int(Tone::Muted);
        return int(entry.state == EntryState::Applied  ? Tone::Good
                   : entry.state == EntryState::Failed ? Tone::Bad
                                                       : Tone::Plain);
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Title:
        return tr("What");
    case Where:
        return tr("Where");
    case By:
        return tr("By");
    case State:
        return tr("State");
    }
    return {};
}

} // namespace model
