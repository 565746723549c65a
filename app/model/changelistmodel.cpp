// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/changelistmodel.h"

#include "app/mail/zone.h"
#include "app/model/text.h"

#include <algorithm>

namespace model {

namespace {

// "10 mail.example.org · 1 hour", of what is known of it; only what differs of a change.
QString valueOf(const QJsonObject &record, bool withTtl)
{
    const QString target = record.value(u"target").toString();
    const QJsonValue ttl = record.value(u"ttl");
    if (!withTtl || !ttl.isDouble())
        return target;
    const QString time = ChangeListModel::tr("TTL %1").arg(ttlText(ttl.toInt()));
    return target.isEmpty() ? time : target + QStringLiteral(" · ") + time;
}

QString ownerIn(const mail::Change &change, const QJsonObject &json)
{
    if (json.contains(u"source") || change.verb != mail::Verb::Update) {
        mail::ZoneRecord record;
        record.zone = change.object.parent;
        record.source = json.value(u"source").toString();
        return ownerOf(record);
    }
    return change.object.label.section(u' ', 1); // "MX example.org"
}

} // namespace

ChangeListModel::ChangeListModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

ChangeListModel::Row ChangeListModel::rowOf(const Line &line) const
{
    const mail::Change &change = line.change;
    const QJsonObject &known = change.verb == mail::Verb::Remove ? change.before : change.after;
    Row row;
    row.line = line;
    const QString owner = ownerIn(change, known);
    row.name = mail::nameForPeople(owner);
    row.type = known.value(u"type").toString();
    if (row.type.isEmpty())
        row.type = change.object.label.section(u' ', 0, 0);
    row.before = valueOf(change.before, change.verb == mail::Verb::Update);
    row.after = valueOf(change.after, true);
    if (change.verb == mail::Verb::Update && change.before.contains(u"source")) {
        const QString was = ownerIn(change, change.before);
        row.before = QStringList{mail::nameForPeople(was), row.before}.join(u' ').trimmed();
    }
    row.words = QStringList{row.name, owner, row.type, row.before, row.after, line.by}
                    .join(u'\n')
                    .toLower();
    return row;
}

void ChangeListModel::setLines(const QList<Line> &lines, bool ticked)
{
    beginResetModel();
    m_lines.clear();
    m_lines.reserve(lines.size());
    for (const Line &line : lines) {
        m_lines.append(rowOf(line));
        m_lines.last().isTicked = ticked && line.isPickable;
    }
    arrange();
    endResetModel();
}

void ChangeListModel::append(const QList<Line> &lines)
{
    if (lines.isEmpty())
        return;
    beginResetModel();
    for (const Line &line : lines)
        m_lines.append(rowOf(line));
    arrange();
    endResetModel();
}

void ChangeListModel::arrange()
{
    m_shown.clear();
    for (int at = 0; at < m_lines.size(); ++at) {
        const QString &words = m_lines.at(at).words;
        if (std::all_of(m_words.cbegin(), m_words.cend(),
                        [&](const QString &word) { return words.contains(word); }))
            m_shown.append(at);
    }
}

void ChangeListModel::setFilter(const QString &text)
{
    const QString filter = text.simplified();
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_words = filter.toLower().split(u' ', Qt::SkipEmptyParts);
    arrange();
    endResetModel();
}

std::optional<ChangeListModel::Line> ChangeListModel::line(int row) const
{
    if (row < 0 || row >= m_shown.size())
        return {};
    return m_lines.at(m_shown.at(row)).line;
}

QList<ChangeListModel::Line> ChangeListModel::tickedLines() const
{
    QList<Line> lines;
    for (const Row &row : m_lines)
        if (row.isTicked)
            lines.append(row.line);
    return lines;
}

bool ChangeListModel::isTicked(int row) const
{
    return row >= 0 && row < m_shown.size() && m_lines.at(m_shown.at(row)).isTicked;
}

void ChangeListModel::tickRange(int first, int last, bool on)
{
    first = std::max(first, 0);
    last = std::min(last, int(m_shown.size()) - 1);
    if (first > last)
        return;
    for (int row = first; row <= last; ++row) {
        Row &picked = m_lines[m_shown.at(row)];
        picked.isTicked = on && picked.line.isPickable;
    }
    emit dataChanged(index(first, What), index(last, What), {Qt::CheckStateRole});
}

void ChangeListModel::tickAll() { tickRange(0, int(m_shown.size()) - 1, true); }

void ChangeListModel::clearTicks()
{
    for (Row &row : m_lines)
        row.isTicked = false;
    if (!m_shown.isEmpty())
        emit dataChanged(index(0, What), index(int(m_shown.size()) - 1, What),
                         {Qt::CheckStateRole});
}

int ChangeListModel::tickedCount() const
{
    return int(std::count_if(m_lines.cbegin(), m_lines.cend(),
                             [](const Row &row) { return row.isTicked; }));
}

int ChangeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ChangeListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChangeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_lines.at(m_shown.at(index.row()));
    const mail::Verb verb = row.line.change.verb;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case What:
            return verb == mail::Verb::Create   ? tr("Added")
                   : verb == mail::Verb::Remove ? tr("Deleted")
                                                : tr("Changed");
        case Name:
            return row.name;
        case Type:
            return row.type;
        case Before:
            return row.before;
        case After:
            return row.after;
        case When:
            return relativeText(row.line.at, m_clock.now());
        case By:
            return row.line.by;
        }
        return {};
    case Qt::ToolTipRole:
        return column == What   ? row.line.note
               : column == When ? exactText(row.line.at)
                                : data(index, Qt::DisplayRole).toString();
    case Qt::CheckStateRole:
        return column == What ? QVariant(row.isTicked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case RowRole:
        return m_shown.at(index.row());
    case ChangeRole:
        return QVariant::fromValue(row.line.change);
    case MatchRole:
        return column >= Name && column <= After ? QVariant(m_words) : QVariant();
    case IconRole:
        return column != What               ? QVariant()
               : verb == mail::Verb::Create ? QVariant(QStringLiteral("circle-plus"))
               : verb == mail::Verb::Remove ? QVariant(QStringLiteral("circle-minus"))
                                            : QVariant(QStringLiteral("pencil"));
    case ToneRole:
        if (!row.line.isPickable)
            return int(Tone::Muted);
        return int(column != What ? (column == Before || column > After ? Tone::Muted : Tone::Plain)
                   : verb == mail::Verb::Create ? Tone::Good
                   : verb == mail::Verb::Remove ? Tone::Bad
                                                : Tone::Warning);
    default:
        return {};
    }
}

bool ChangeListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != What)
        return false;
    tickRange(index.row(), index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant ChangeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Name:
        return tr("Name");
    case Type:
        return tr("Type");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case When:
        return tr("When");
    case By:
        return tr("By");
    }
    return {};
}

Qt::ItemFlags ChangeListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == What)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace model
