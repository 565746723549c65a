// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/zonemodel.h"

#include "app/model/text.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace model {

namespace {

constexpr int reloadDelay = 40;  // ms
constexpr int stepsAtMost = 200; // rows inserted and removed one by one; more: all anew

// Within one name: what it is, then what is said about it.
int rankOf(const QString &type)
{
    static constexpr std::array order{"SOA",   "NS", "DS",  "A",   "AAAA", "CNAME",
                                      "DNAME", "MX", "TXT", "SRV", "CAA",  "TLSA"};
    const auto it = std::find_if(order.begin(), order.end(),
                                 [&](const char *known) { return type == QLatin1String(known); });
    return int(it - order.begin());
}

QString fieldOf(int column)
{
    switch (column) {
    case ZoneModel::Name:
        return QStringLiteral("source");
    case ZoneModel::Type:
        return QStringLiteral("type");
    case ZoneModel::Value:
        return QStringLiteral("target");
    case ZoneModel::Ttl:
        return QStringLiteral("ttl");
    default:
        return {};
    }
}

// -1, 0, 1
template <class T>
int compared(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

} // namespace

ZoneModel::ZoneModel(store::Cache &cache, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_cache(cache)
    , m_clock(clock)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadDelay);
    connect(&m_reload, &QTimer::timeout, this, &ZoneModel::reload);
    connect(&cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        const bool isMine =
            touched.kind.isEmpty() ||
            (touched.scope == m_scope && touched.kind == u"record" && touched.parent == m_zone) ||
            (touched.scope == m_scope && touched.kind == u"zone");
        if (isMine && !m_reload.isActive())
            m_reload.start();
    });
}

void ZoneModel::setZone(const store::Scope &scope, const QString &zone)
{
    if (scope == m_scope && zone == m_zone)
        return;
    m_scope = scope;
    m_zone = zone;
    m_ticks.clear();
    beginResetModel();
    m_rows = read();
    m_shown = arranged(m_rows);
    endResetModel();
    emit countsChanged();
}

void ZoneModel::setPending(std::function<QList<mail::Change>()> pending)
{
    m_pending = std::move(pending);
    reload();
}

void ZoneModel::pendingChanged()
{
    if (!m_reload.isActive())
        m_reload.start();
}

void ZoneModel::reload()
{
    m_reload.stop();
    show(read());
}

void ZoneModel::complete(Row &row) const
{
    const QString owner = ownerOf(row.wished);
    row.name = mail::nameForPeople(owner);
    row.words =
        QStringList{row.name, owner, row.wished.type, row.wished.target}.join(u'\n').toLower();
    QStringList labels = mail::nameForPeople(row.wished.source).split(u'.', Qt::SkipEmptyParts);
    std::reverse(labels.begin(), labels.end());
    row.place = labels.join(QChar(1)).toLower();
}

QHash<qint64, ZoneModel::Row> ZoneModel::read() const
{
    QHash<qint64, Row> rows;
    if (m_zone.isEmpty())
        return rows;
    for (const mail::ZoneRecord &record : m_cache.records(m_scope, m_zone))
        rows.insert(record.id, {record, record, {}, {}, {}, {}});
    qint64 lastNew = 0;
    for (const mail::Change &change : m_pending ? m_pending() : QList<mail::Change>()) {
        if (change.object.parent != m_zone)
            continue;
        if (change.verb == mail::Verb::Create) {
            Row row;
            row.record.service = m_scope.service;
            row.record.zone = m_zone;
            row.record.id = --lastNew;
            row.pending = mail::Verb::Create;
            if (mail::patch(row.record, change.after)) {
                row.record.id = lastNew;
                row.wished = row.record;
                rows.insert(lastNew, row);
            }
            continue;
        }
        const auto known = rows.find(change.object.key.toLongLong());
        if (known == rows.end())
            continue;
        known->pending = change.verb;
        if (change.verb == mail::Verb::Update)
            (void)mail::patch(known->wished, change.after);
    }
    for (Row &row : rows)
        complete(row);
    return rows;
}

// What is shown

bool ZoneModel::passes(const Row &row) const
{
    if (!m_types.isEmpty() && !m_types.contains(row.wished.type))
        return false;
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return row.words.contains(word); });
}

bool ZoneModel::isBefore(const Row &a, const Row &b) const
{
    const mail::ZoneRecord &x = a.wished;
    const mail::ZoneRecord &y = b.wished;
    int order = 0;
    switch (m_column) {
    case Type:
        order = compared(x.type, y.type);
        break;
    case Value:
        order = x.target.compare(y.target, Qt::CaseInsensitive);
        break;
    case Ttl:
        order = compared(x.ttl.value_or(0), y.ttl.value_or(0));
        break;
    case Updated:
        order = compared(x.updatedAt.value_or(QDateTime()), y.updatedAt.value_or(QDateTime()));
        break;
    default:
        break;
    }
    if (order == 0) // the rest in the order of the names, whatever was sorted by
        order = a.place.compare(b.place);
    else if (m_order == Qt::DescendingOrder)
        return order > 0;
    if (m_column == Name && m_order == Qt::DescendingOrder && order != 0)
        return order > 0;
    if (order == 0)
        order = compared(rankOf(x.type), rankOf(y.type));
    if (order == 0)
        order = x.type.compare(y.type);
    if (order == 0)
        order = x.target.compare(y.target);
    return order != 0 ? order < 0 : x.id < y.id;
}

QList<qint64> ZoneModel::arranged(const QHash<qint64, Row> &rows) const
{
    QList<const Row *> list;
    list.reserve(rows.size());
    for (const Row &row : rows)
        if (passes(row))
            list.append(&row);
    std::sort(list.begin(), list.end(),
              [this](const Row *a, const Row *b) { return isBefore(*a, *b); });
    QList<qint64> ids;
    ids.reserve(list.size());
    for (const Row *row : std::as_const(list))
        ids.append(row->record.id);
    return ids;
}

// Row by row where few differ, so that the view stays where it is.
void ZoneModel::show(QHash<qint64, Row> rows)
{
    m_ticks.removeIf([&](qint64 id) { return !rows.contains(id); });
    const QList<qint64> now = arranged(rows);
    const QSet<qint64> stays(now.cbegin(), now.cend());
    const QSet<qint64> were(m_shown.cbegin(), m_shown.cend());
    QList<qint64> kept;
    for (const qint64 id : std::as_const(m_shown))
        if (stays.contains(id))
            kept.append(id);
    QList<qint64> known;
    for (const qint64 id : now)
        if (were.contains(id))
            known.append(id);
    const qsizetype steps = m_shown.size() - kept.size() + now.size() - known.size();
    if (known != kept || steps > stepsAtMost) {
        beginResetModel();
        m_rows = std::move(rows);
        m_shown = now;
        endResetModel();
        emit countsChanged();
        return;
    }
    for (int row = int(m_shown.size()) - 1; row >= 0; --row)
        if (!stays.contains(m_shown.at(row))) {
            beginRemoveRows({}, row, row);
            m_shown.removeAt(row);
            endRemoveRows();
        }
    m_rows = std::move(rows);
    for (int row = 0; row < now.size(); ++row)
        if (row >= m_shown.size() || m_shown.at(row) != now.at(row)) {
            beginInsertRows({}, row, row);
            m_shown.insert(row, now.at(row));
            endInsertRows();
        }
    if (!m_shown.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_shown.size()) - 1, ColumnCount - 1));
    emit countsChanged();
}

void ZoneModel::setFilter(const QString &text)
{
    const QString filter = text.simplified();
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_words = filter.toLower().split(u' ', Qt::SkipEmptyParts);
    show(m_rows);
}

void ZoneModel::setTypes(const QSet<QString> &types)
{
    if (types == m_types)
        return;
    m_types = types;
    show(m_rows);
}

void ZoneModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_column && order == m_order))
        return;
    m_column = column;
    m_order = order;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QList<qint64> before = m_shown;
    m_shown = arranged(m_rows);
    QHash<qint64, int> places;
    for (int row = 0; row < m_shown.size(); ++row)
        places.insert(m_shown.at(row), row);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &old : from)
        to.append(index(places.value(before.value(old.row()), -1), old.column()));
    changePersistentIndexList(from, to);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QMap<QString, int> ZoneModel::typeCounts() const
{
    QMap<QString, int> counts;
    for (const Row &row : m_rows)
        ++counts[row.wished.type];
    return counts;
}

const ZoneModel::Row &ZoneModel::at(int row) const
{
    static const Row none;
    const auto it = m_rows.constFind(m_shown.value(row));
    return it == m_rows.constEnd() ? none : *it;
}

std::optional<mail::ZoneRecord> ZoneModel::record(int row) const
{
    if (row < 0 || row >= m_shown.size())
        return {};
    return at(row).record;
}

int ZoneModel::rowOf(qint64 id) const { return int(m_shown.indexOf(id)); }

QList<mail::ZoneRecord> ZoneModel::tickedRecords() const
{
    QList<const Row *> list;
    for (const qint64 id : m_ticks)
        if (const auto it = m_rows.constFind(id); it != m_rows.constEnd())
            list.append(&*it);
    std::sort(list.begin(), list.end(),
              [this](const Row *a, const Row *b) { return isBefore(*a, *b); });
    QList<mail::ZoneRecord> records;
    for (const Row *row : std::as_const(list))
        records.append(row->record);
    return records;
}

// Ticks

bool ZoneModel::isTicked(int row) const { return m_ticks.contains(m_shown.value(row)); }

void ZoneModel::tickRange(int first, int last, bool on)
{
    first = std::max(first, 0);
    last = std::min(last, int(m_shown.size()) - 1);
    if (first > last)
        return;
    for (int row = first; row <= last; ++row) {
        if (on)
            m_ticks.insert(m_shown.at(row));
        else
            m_ticks.remove(m_shown.at(row));
    }
    emit dataChanged(index(first, Name), index(last, Name), {Qt::CheckStateRole});
}

void ZoneModel::tickAll() { tickRange(0, int(m_shown.size()) - 1, true); }

void ZoneModel::clearTicks()
{
    m_ticks.clear();
    if (!m_shown.isEmpty())
        emit dataChanged(index(0, Name), index(int(m_shown.size()) - 1, Name),
                         {Qt::CheckStateRole});
}

// Cells

int ZoneModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ZoneModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ZoneModel::text(const Row &row, const mail::ZoneRecord &record, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Type:
        return record.type;
    case Value:
        return record.target;
    case Ttl:
        return record.ttl ? ttlText(*record.ttl) : QString();
    case Updated:
        return record.updatedAt ? relativeText(*record.updatedAt, m_clock.now()) : QString();
    }
    return {};
}

QString ZoneModel::toolTip(const Row &row, int column) const
{
    if (row.pending == mail::Verb::Create)
        return tr("Will be created");
    if (row.pending == mail::Verb::Remove)
        return tr("Will be deleted");
    const QString field = fieldOf(column);
    if (row.pending == mail::Verb::Update && !field.isEmpty()) {
        const QJsonValue was = mail::toJson(row.record).value(field);
        if (was != mail::toJson(row.wished).value(field))
            return tr("Was: %1").arg(valueText(QLatin1String(mail::ZoneRecord::kind), field, was));
    }
    switch (column) {
    case Name:
        return mail::isOfHost(row.record)
                   ? tr("%1\nThe host looks after this record; it cannot be changed here.")
                         .arg(row.name)
                   : row.name;
    case Value:
        return row.wished.target;
    case Ttl:
        return row.wished.ttl ? tr("%1 seconds: how long whoever asked keeps the answer")
                                    .arg(QLocale().toString(*row.wished.ttl))
                              : QString();
    case Updated:
        return exactText(row.wished.updatedAt.value_or(QDateTime()));
    default:
        return {};
    }
}

QVariant ZoneModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, row.wished, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        return column == Name ? QVariant(isTicked(index.row()) ? Qt::Checked : Qt::Unchecked)
                              : QVariant();
    case RowRole:
        return row.record.id;
    case RecordRole:
        return QVariant::fromValue(row.record);
    case RepeatsRole:
        return column == Name && index.row() > 0 && at(index.row() - 1).name == row.name;
    case MatchRole:
        return column == Ttl || column == Updated ? QVariant() : QVariant(m_words);
    case PendingRole:
        return row.pending && (row.pending != mail::Verb::Update ||
                               text(row, row.record, column) != text(row, row.wished, column) ||
                               (column == Name && row.record.source != row.wished.source));
    case IconRole:
        if (column != Name)
            return {};
        return row.pending == mail::Verb::Remove   ? QVariant(QStringLiteral("trash-2"))
               : row.pending == mail::Verb::Create ? QVariant(QStringLiteral("plus"))
               : mail::isOfHost(row.record)        ? QVariant(QStringLiteral("lock"))
                                                   : QVariant();
    case ToneRole:
        return int(row.pending == mail::Verb::Remove || mail::isOfHost(row.record) || column > Value
                       ? Tone::Muted
                       : Tone::Plain);
    case SortRole:
        return text(row, row.wished, column);
    default:
        return {};
    }
}

bool ZoneModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != Name)
        return false;
    tickRange(index.row(), index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant ZoneModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Type:
        return tr("Type");
    case Value:
        return tr("Value");
    case Ttl:
        return tr("TTL");
    case Updated:
        return tr("Changed");
    }
    return {};
}

Qt::ItemFlags ZoneModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace model
