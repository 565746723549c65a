// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/addressmodel.h"

#include "app/model/addresscells.h"
#include "app/model/numbers.h"
#include "app/model/text.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace model {

namespace {

constexpr int firstPaint = 200; // rows before the index is there
constexpr int windowRows = 1024;
constexpr int fetchBefore = 24;
constexpr int fetchRows = 96;
constexpr int leaveTogether = 30;      // ms: what is deleted in a run leaves at once
constexpr qint64 buildEvery = 150;     // ms, of a list that is built in no time
constexpr qint64 buildLongEvery = 500; // of a long one

QString sortKey(int column)
{
    switch (column) {
    case AddressModel::Users:
        return QStringLiteral("user_count");
    case AddressModel::Devices:
        return QStringLiteral("device_count");
    case AddressModel::Note:
        return QStringLiteral("note");
    case AddressModel::Size:
        return QStringLiteral("size");
    case AddressModel::LastLogin:
        return QStringLiteral("last_login");
    case AddressModel::State:
        return QStringLiteral("state");
    default:
        return QStringLiteral("address");
    }
}

} // namespace

AddressModel::AddressModel(store::Cache &cache, Jobs &jobs, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_cache(cache)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_window(windowRows)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AddressModel::startBuild);
    m_leave.setSingleShot(true);
    connect(&m_leave, &QTimer::timeout, this, &AddressModel::removeGoing);
    connect(&cache, &store::Cache::changed, this, &AddressModel::onTouched);
}

AddressModel::~AddressModel()
{
    m_jobs.cancel(m_buildJob);
    m_jobs.cancel(m_findJob);
}

AddressModel::Order AddressModel::order() const
{
    return {sortKey(m_column), m_order == Qt::DescendingOrder};
}

bool AddressModel::isSettled() const
{
    return m_index && m_indexOrder == order() && !m_buildJob && !m_findJob && !m_isStale &&
           m_foundFilter == m_filter;
}

// What is shown and how

void AddressModel::setScope(const store::Scope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    begin();
}

void AddressModel::begin()
{
    m_jobs.cancel(m_buildJob);
    m_jobs.cancel(m_findJob);
    m_buildJob = m_findJob = 0;
    m_pause.stop();

    beginResetModel();
    m_index.reset();
    m_gone.clear();
    m_going.clear();
    m_window.clear();
    m_shown.clear();
    m_total = m_scope.service ? m_cache.syncState(m_scope).mailboxes : 0;
    if (m_filter.isEmpty() && m_total) {
        const Order wanted = order();
        for (const qint64 row :
             m_cache.firstRows(m_scope, wanted.column, wanted.descending, firstPaint))
            m_shown.push_back(row);
    }
    endResetModel();
    clearTicks();
    tellCounts();
    if (m_scope.service)
        startBuild();
}

void AddressModel::setFilter(const QString &text)
{
    const QString filter = text.simplified();
    if (filter == m_filter.text)
        return;
    m_filter.text = filter;
    startFind();
}

void AddressModel::setTraits(const store::TraitFilter &traits)
{
    if (traits == m_filter.traits)
        return;
    m_filter.traits = traits;
    startFind();
}

void AddressModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_column && order == m_order))
        return;
    m_column = Column(column);
    m_order = order;
    if (m_scope.service)
        startBuild();
}

void AddressModel::startBuild()
{
    m_jobs.cancel(m_buildJob);
    m_isStale = false;
    m_building.start();
    const auto id = std::make_shared<qint64>(0);
    const Order wanted = order();
    m_buildJob = *id = m_jobs.run(
        tr("List the addresses"), {{}, true},
        [cache = &m_cache, scope = m_scope, wanted,
         rows = m_total](Progress &progress) -> Result<Index> {
            auto index = std::make_shared<store::NameIndex>();
            index->reserve(rows, qsizetype(rows) * 48);
            const auto done = cache->eachMailbox(
                scope, wanted.column, wanted.descending, [&](const store::Listed &mailbox) {
                    index->append(mailbox.row,
                                  mailbox.extra.isEmpty() ? mailbox.address
                                                          : mailbox.address + u'\t' + mailbox.extra,
                                  mailbox.traits);
                    return !progress.cancelled();
                });
            if (!done)
                return done.error();
            if (progress.cancelled())
                return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
            return Index(std::move(index));
        },
        this,
        [this, id, wanted](const Result<Index> &index) {
            m_jobs.forget(*id);
            if (*id != m_buildJob)
                return; // another one was asked for since
            m_buildJob = 0;
            if (index)
                takeIndex(*index, wanted);
            else if (m_isStale)
                rebuildLater();
        });
}

void AddressModel::takeIndex(const Index &index, const Order &wanted)
{
    removeGoing();
    m_ticks.follow(m_index.get(), *index);
    const int ticked = tickedCount();
    m_index = index;
    m_indexOrder = wanted;
    m_total = int(index->size());
    if (!m_isStale)
        m_gone.clear();
    if (ticked != tickedCount() || m_ticks.isAllBut())
        emit ticksChanged(tickedCount());
    startFind();
    if (m_isStale)
        rebuildLater();
}

void AddressModel::rebuildLater()
{
    if (!m_scope.service)
        return;
    m_isStale = true;
    if (m_buildJob || m_pause.isActive())
        return;
    // A run of changes does not build all the time.
    const qint64 every = m_index && m_index->size() > 5000 ? buildLongEvery : buildEvery;
    const qint64 since = m_building.isValid() ? m_building.elapsed() : every;
    m_pause.start(int(qBound(qint64(0), every - since, every)));
}

void AddressModel::startFind()
{
    m_jobs.cancel(m_findJob);
    m_findJob = 0;
    if (!m_index)
        return; // takeIndex() comes here again
    const Index index = m_index;
    if (m_filter.isEmpty()) {
        takeRows(index->rows());
        return;
    }
    const auto id = std::make_shared<qint64>(0);
    m_findJob = *id = m_jobs.run(
        tr("Filter the addresses"), {{}, true},
        [index, filter = m_filter](Progress &progress) -> Result<std::vector<qint64>> {
            const auto found = index->find(filter.text, filter.traits, progress);
            if (progress.cancelled())
                return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
            std::vector<qint64> rows;
            rows.reserve(found.size());
            for (const quint32 at : found)
                rows.push_back(index->row(at));
            return rows;
        },
        this,
        [this, id](const Result<std::vector<qint64>> &rows) {
            m_jobs.forget(*id);
            if (*id != m_findJob)
                return;
            m_findJob = 0;
            if (rows)
                takeRows(*rows);
        });
}

void AddressModel::takeRows(std::vector<qint64> rows)
{
    rows = present(std::move(rows));
    const bool filterChanged = m_foundFilter != m_filter;
    m_foundFilter = m_filter;
    replaceRows(std::move(rows));
    if (filterChanged && !m_shown.empty()) // other words to mark
        emit dataChanged(index(0, 0), index(shown() - 1, ColumnCount - 1), {MatchRole});
    tellCounts();
    if (isSettled())
        emit settled();
}

// From one list to another without a reset, so that selection, current row and scroll stay: what is
// gone goes to the end and off, what is new comes at the end and into its place.
void AddressModel::replaceRows(std::vector<qint64> rows)
{
    const auto &old = m_shown;
    const size_t shorter = std::min(old.size(), rows.size());
    size_t head = 0;
    while (head < shorter && old[head] == rows[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == rows[rows.size() - 1 - tail])
        ++tail;
    const size_t oldMiddle = old.size() - head - tail;
    const size_t newMiddle = rows.size() - head - tail;
    if (!oldMiddle && !newMiddle)
        return;
    if (!oldMiddle) {
        beginInsertRows({}, int(head), int(head + newMiddle - 1));
        m_shown = std::move(rows);
        endInsertRows();
        return;
    }
    if (!newMiddle) {
        beginRemoveRows({}, int(head), int(head + oldMiddle - 1));
        m_shown = std::move(rows);
        endRemoveRows();
        return;
    }

    const Numbers then(old);
    const Numbers now(rows);
    std::vector<qint64> staying;
    staying.reserve(old.size());
    for (const qint64 row : rows)
        if (then.contains(row))
            staying.push_back(row);
    const size_t kept = staying.size();
    if (kept < old.size()) {
        for (const qint64 row : old)
            if (!now.contains(row))
                staying.push_back(row);
        permute(staying);
        beginRemoveRows({}, int(kept), int(staying.size()) - 1);
        m_shown.resize(kept);
        endRemoveRows();
    }
    if (kept < rows.size()) {
        std::vector<qint64> coming = m_shown;
        coming.reserve(rows.size());
        for (const qint64 row : rows)
            if (!then.contains(row))
                coming.push_back(row);
        beginInsertRows({}, int(kept), int(rows.size()) - 1);
        m_shown = std::move(coming);
        endInsertRows();
    }
    permute(std::move(rows));
}

void AddressModel::permute(std::vector<qint64> rows)
{
    if (rows == m_shown)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QHash<qint64, int> places;
    for (const QModelIndex &index : before)
        places.insert(m_shown[size_t(index.row())], -1);
    if (!places.isEmpty())
        for (size_t i = 0; i < rows.size(); ++i)
            if (const auto it = places.find(rows[i]); it != places.end())
                *it = int(i);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int place = places.value(m_shown[size_t(index.row())], -1);
        after.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    m_shown = std::move(rows);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void AddressModel::tellCounts()
{
    const bool listsAll = m_index || !m_filter.isEmpty();
    emit countsChanged(listsAll ? shown() : m_total, m_total);
}

// What the cache says

void AddressModel::onTouched(const store::Touched &touched)
{
    if (touched.kind.isEmpty()) { // everything is gone, and rows are numbered anew
        begin();
        return;
    }
    if (touched.kind == u"service" && touched.scope.account == m_scope.account) {
        if (m_scope.service && !m_cache.service(m_scope))
            begin(); // it is gone, and its addresses with it
        return;
    }
    if (touched.kind != u"mailbox" || !(touched.scope == m_scope))
        return;
    if (touched.keys.isEmpty() || touched.keys.size() > 200) {
        m_window.clear();
        if (!m_shown.empty())
            emit dataChanged(index(0, 0), index(shown() - 1, ColumnCount - 1));
        rebuildLater();
        return;
    }
    for (const qint64 row : touched.gone)
        m_going.insert(row);
    if (!m_going.isEmpty() && !m_leave.isActive())
        m_leave.start(leaveTogether);
    for (const QString &name : touched.keys) {
        const auto row = m_cache.rowOf(m_scope, name);
        if (!row)
            continue; // deleted
        m_window.remove(*row);
        if (const int at = positionOf(*row); at >= 0)
            emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
    rebuildLater();
}

void AddressModel::removeGoing()
{
    if (m_going.isEmpty())
        return;
    const int ticked = tickedCount();
    replaceRows(present(m_shown));
    tellCounts();
    if (ticked != tickedCount())
        emit ticksChanged(tickedCount());
    rebuildLater();
}

// `rows` without what is gone. What a view asks for next is read now, so that what has gone by then
// leaves with the rest and no row is blank.
std::vector<qint64> AddressModel::present(std::vector<qint64> rows)
{
    do {
        for (const qint64 row : std::exchange(m_going, {})) {
            if (m_gone.contains(row))
                continue;
            m_gone.insert(row);
            m_window.remove(row);
            m_ticks.forget(row);
            m_total = qMax(0, m_total - 1);
        }
        if (!m_gone.isEmpty())
            std::erase_if(rows, [this](qint64 row) { return m_gone.contains(row); });
        QList<qint64> next;
        const auto from = size_t(qMax(0, m_asked - fetchBefore));
        for (size_t i = from; i < rows.size() && i < from + fetchRows; ++i)
            if (!m_window.contains(rows[i]))
                next.append(rows[i]);
        read(next);
    } while (!m_going.isEmpty());
    return rows;
}

int AddressModel::positionOf(qint64 id) const
{
    const auto it = std::find(m_shown.begin(), m_shown.end(), id);
    return it == m_shown.end() ? -1 : int(it - m_shown.begin());
}

const mail::Mailbox *AddressModel::fetch(int row) const
{
    if (row < 0 || row >= shown())
        return nullptr;
    m_asked = row;
    const qint64 wanted = m_shown[size_t(row)];
    if (const mail::Mailbox *known = m_window.object(wanted))
        return known;
    QList<qint64> rows;
    const int from = qMax(0, row - fetchBefore);
    const int to = qMin(shown(), from + fetchRows);
    for (int i = from; i < to; ++i)
        if (!m_window.contains(m_shown[size_t(i)]))
            rows.append(m_shown[size_t(i)]);
    read(rows);
    if (!m_going.isEmpty())
        m_leave.start(0); // not from here: a view is asking
    return m_window.object(wanted);
}

// Into the window; what is there no more is going.
void AddressModel::read(const QList<qint64> &rows) const
{
    if (rows.isEmpty())
        return;
    const auto got = m_cache.mailboxes(m_scope, rows);
    if (got.size() == rows.size()) {
        for (int i = 0; i < rows.size(); ++i)
            m_window.insert(rows.at(i), new mail::Mailbox(got.at(i)));
        return;
    }
    for (const qint64 one : rows) { // one by one, to know which
        const auto single = m_cache.mailboxes(m_scope, {one});
        if (single.isEmpty())
            m_going.insert(one);
        else
            m_window.insert(one, new mail::Mailbox(single.first()));
    }
}

std::optional<mail::Mailbox> AddressModel::mailbox(int row) const
{
    const mail::Mailbox *m = fetch(row);
    if (!m || m->name.isEmpty())
        return {};
    return *m;
}

int AddressModel::rowOf(const QString &name) const
{
    const auto id = m_cache.rowOf(m_scope, name);
    return id ? positionOf(*id) : -1;
}

QModelIndex AddressModel::indexOf(const QString &name, int column) const
{
    const int row = rowOf(name);
    return row < 0 ? QModelIndex() : index(row, column);
}

// Ticks

bool AddressModel::isTicked(int row) const
{
    return row >= 0 && row < shown() && m_ticks.has(m_shown[size_t(row)]);
}

void AddressModel::tick(int row, bool on) { tickRange(row, row, on); }

void AddressModel::tickRange(int first, int last, bool on)
{
    first = qMax(0, first);
    last = qMin(last, shown() - 1);
    for (int row = first; row <= last; ++row)
        m_ticks.set(m_shown[size_t(row)], on);
    tellTicks(first, last);
}

void AddressModel::tickAll()
{
    if (m_filter.isEmpty()) {
        m_ticks.setAll();
        tellTicks(0, shown() - 1);
    } else {
        tickRange(0, shown() - 1, true);
    }
}

void AddressModel::clearTicks()
{
    if (m_ticks.isEmpty())
        return;
    m_ticks.clear();
    tellTicks(0, shown() - 1);
}

void AddressModel::tellTicks(int first, int last)
{
    if (first <= last)
        emit dataChanged(index(first, Address), index(last, Address), {Qt::CheckStateRole});
    emit ticksChanged(tickedCount());
}

int AddressModel::tickedCount() const { return m_ticks.count(m_total); }

AddressModel::EachTicked AddressModel::eachTicked() const
{
    return [&cache = m_cache, scope = m_scope, ticks = m_ticks,
            total = tickedCount()](const std::function<void(const mail::Mailbox &)> &f,
                                   Progress &progress) -> Result<void> {
        QList<qint64> rows;
        const auto listed = cache.eachMailbox(scope, QStringLiteral("address"), false,
                                              [&](const store::Listed &mailbox) {
                                                  if (ticks.has(mailbox.row))
                                                      rows.append(mailbox.row);
                                                  return !progress.cancelled();
                                              });
        if (!listed)
            return listed;
        for (qsizetype at = 0; at < rows.size() && !progress.cancelled(); at += windowRows) {
            for (const mail::Mailbox &mailbox : cache.mailboxes(scope, rows.mid(at, windowRows)))
                f(mailbox);
            progress.step(at, total);
        }
        if (progress.cancelled())
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        return {};
    };
}

// Pending changes

void AddressModel::setPending(std::function<std::optional<mail::Change>(const mail::Ref &)> pending)
{
    m_pending = std::move(pending);
    pendingChanged();
}

void AddressModel::pendingChanged()
{
    if (!m_shown.empty())
        emit dataChanged(index(0, 0), index(shown() - 1, ColumnCount - 1));
}

// The table

int AddressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : shown();
}

int AddressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AddressModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    // Without looking at the row:
    switch (role) {
    case RowRole:
        return m_shown[size_t(index.row())];
    case Qt::CheckStateRole:
        if (column != Address)
            return {};
        return isTicked(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return int((column == Devices || column == Size ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case MatchRole:
        if (m_filter.text.isEmpty() || (column != Address && column != Note && column != Users))
            return {};
        return m_filter.text.toLower().split(u' ');
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case MailboxRole:
    case SortRole:
    case PendingRole:
    case IconRole:
    case IconsRole:
    case ToneRole:
        break;
    default:
        return {};
    }

    const mail::Mailbox *m = fetch(index.row());
    if (!m || m->name.isEmpty())
        return {};
    std::optional<mail::Change> change;
    if (m_pending && role != MailboxRole && role != SortRole)
        change = m_pending(mail::refOf(*m));
    const bool isPending = change && touches(*change, column);
    mail::Mailbox wished;
    if (isPending && change->verb == mail::Verb::Update) {
        wished = *m;
        if (mail::patch(wished, change->after))
            m = &wished;
    }

    switch (role) {
    case Qt::DisplayRole:
        return cellText(*m, column, m_clock.now());
    case Qt::EditRole:
        return column == Note ? m->note.value_or(QString()) : cellText(*m, column, m_clock.now());
    case Qt::ToolTipRole:
        if (isPending && change->verb == mail::Verb::Remove)
            return tr("Will be deleted");
        if (isPending)
            return tr("Was: %1").arg(valueText(QLatin1String(mail::Mailbox::kind),
                                               cellField(column),
                                               change->before.value(cellField(column))));
        return cellTip(*m, column, m_clock.now());
    case Qt::AccessibleTextRole: {
        const QString shownText = cellText(*m, column, m_clock.now());
        return headerData(column, Qt::Horizontal).toString() + QStringLiteral(": ") +
               (shownText.isEmpty() ? tr("none") : shownText);
    }
    case MailboxRole:
        return QVariant::fromValue(*m);
    case SortRole:
        return cellSortValue(*m, column);
    case PendingRole:
        return isPending;
    case IconRole:
        return cellIcons(*m, column).value(0);
    case IconsRole:
        return cellIcons(*m, column);
    case ToneRole:
        return int(cellTone(*m, column));
    }
    return {};
}

bool AddressModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole ||
        index.column() != Address)
        return false;
    tick(index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant AddressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Devices || section == Size ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return tr("Address");
    case Users:
        return tr("Users");
    case Devices:
        return tr("Devices");
    case Note:
        return tr("Note");
    case Size:
        return tr("Size");
    case LastLogin:
        return tr("Last login");
    case State:
        return tr("State");
    }
    return {};
}

Qt::ItemFlags AddressModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Address)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace model
