// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/changemodel.h"

#include "app/mail/dkimkey.h"
#include "app/mail/zone.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace model {

namespace {

using store::JournalEntry;
using store::JournalRow;

// What a person reads of a created or removed object; the rest is bookkeeping.
bool isTelling(const QString &field)
{
    static const QSet<QString> skipped{QStringLiteral("service"),
                                       QStringLiteral("mailbox"),
                                       QStringLiteral("id"),
                                       QStringLiteral("version"),
                                       QStringLiteral("address"),
                                       QStringLiteral("address_idn"),
                                       QStringLiteral("user_email"),
                                       QStringLiteral("can_remove"),
                                       QStringLiteral("size_checked_at"),
                                       QStringLiteral("zone"),
                                       QStringLiteral("updated_at")};
    return !skipped.contains(field);
}

// Its label says all of whose it is.
bool isNamedByLabel(const mail::Ref &ref)
{
    return ref.kind == QLatin1String(mail::ZoneRecord::kind) ||
           ref.kind == QLatin1String(mail::DkimKey::kind);
}

// What its label leaves open: a record is one line in a zone file, so it is one here.
QString recordText(const QJsonObject &record)
{
    const QString value = record.value(u"target").toString();
    const QJsonValue ttl = record.value(u"ttl");
    return ttl.isDouble() ? ChangeModel::tr("%1 (TTL %2)").arg(value, ttlText(ttl.toInt())) : value;
}

// One of all the devices of an address.
QString deviceText(const QJsonObject &device)
{
    const QString label = device.value(u"label").toString();
    const QString user = device.value(u"user_name").toString();
    return user.isEmpty() ? label : ChangeModel::tr("%1 (%2)").arg(label, user);
}

// A new object has not been used yet: what it was made with tells, not what became of it since.
bool isOfUse(const QString &field)
{
    static const QSet<QString> skipped{QStringLiteral("size"), QStringLiteral("status"),
                                       QStringLiteral("user_names"), QStringLiteral("is_limited"),
                                       QStringLiteral("last_connection")};
    return skipped.contains(field) || field.endsWith(u"_at") || field.endsWith(u"_count") ||
           field.endsWith(u"_last_login");
}

} // namespace

ChangeModel::ChangeModel(const Phrases &phrases, QObject *parent)
    : QAbstractTableModel(parent)
    , m_phrases(phrases)
{
}

void ChangeModel::setChanges(const mail::ChangeSet &set)
{
    m_rows.clear();
    for (const mail::Change &change : set.changes)
        m_rows.append({change, {}, JournalRow::State::Planned, {}});
    m_isPlanned = true;
    m_isInterrupted = false;
    rebuild();
}

void ChangeModel::setEntry(const store::JournalEntry &entry, bool isUnderWay)
{
    m_rows = entry.rows;
    m_isPlanned = entry.state == JournalEntry::State::Staged;
    m_isInterrupted = entry.state == JournalEntry::State::Running && !isUnderWay;
    rebuild();
}

void ChangeModel::setOutcome(int change, const store::JournalRow &row)
{
    if (change < 0 || change >= m_rows.size())
        return;
    JournalRow kept = row;
    if (kept.wish.object.kind.isEmpty())
        kept.wish = m_rows.at(change).wish;
    m_rows[change] = kept;
    // An effective change may have other fields than the wish.
    int first = 0;
    while (first < m_lines.size() && m_lines.at(first).change < change)
        ++first;
    int last = first;
    while (last < m_lines.size() && m_lines.at(last).change == change)
        ++last;
    const QList<Line> lines = linesOf(change);
    const int had = last - first;
    const int have = int(lines.size());
    for (int i = 0; i < qMin(had, have); ++i)
        m_lines[first + i] = lines.at(i);
    if (have > had) {
        beginInsertRows({}, last, last + have - had - 1);
        for (int i = had; i < have; ++i)
            m_lines.insert(first + i, lines.at(i));
        endInsertRows();
    } else if (have < had) {
        beginRemoveRows({}, first + have, last - 1);
        m_lines.remove(first + have, had - have);
        endRemoveRows();
    }
    emit dataChanged(index(first, 0), index(first + have - 1, ColumnCount - 1));
}

int ChangeModel::changeOf(int row) const
{
    return row >= 0 && row < m_lines.size() ? m_lines.at(row).change : -1;
}

void ChangeModel::rebuild()
{
    beginResetModel();
    m_lines.clear();
    for (int i = 0; i < m_rows.size(); ++i)
        m_lines += linesOf(i);
    endResetModel();
}

QList<ChangeModel::Line> ChangeModel::linesOf(int at) const
{
    const JournalRow &row = m_rows.at(at);
    const mail::Change &change = row.state == JournalRow::State::Done ? row.effective : row.wish;
    const QString &kind = change.object.kind;
    QList<Line> lines;
    const auto add = [&](const QString &field, const QString &before, const QString &after) {
        lines.append({at, lines.isEmpty(), field, before, after});
    };
    switch (change.verb) {
    case mail::Verb::Create:
        add({}, {}, tr("created"));
        break;
    case mail::Verb::Remove:
        add({}, {},
            kind != QLatin1String(mail::Device::kind) ? tr("removed")
            : change.object.key == u"*"               ? tr("all disconnected")
                                                      : tr("disconnected"));
        break;
    case mail::Verb::Update:
        break;
    }
    const bool isRemoval = change.verb == mail::Verb::Remove;
    if (isRemoval && kind == QLatin1String(mail::Device::kind) && change.object.key == u"*") {
        const QJsonArray devices = change.before.value(u"devices").toArray();
        if (!devices.isEmpty())
            lines.clear();
        for (const QJsonValueConstRef device : devices)
            add({}, deviceText(device.toObject()), tr("disconnected"));
        return lines;
    }
    if (kind == QLatin1String(mail::ZoneRecord::kind) && change.verb != mail::Verb::Update) {
        Line &line = lines.first();
        if (isRemoval)
            line.before = recordText(change.before);
        else
            line.after = recordText(change.after);
        return lines;
    }
    if (isRemoval && row.state == JournalRow::State::Planned)
        return lines; // what would be lost the review says; the journal keeps what it was
    const QJsonObject &fields = isRemoval ? change.before : change.after;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.key() == u"user" && fields.contains(u"user_name"))
            continue; // the name tells, its number does not
        if (change.verb != mail::Verb::Update ? !isTelling(it.key()) : it.key() == u"id")
            continue;
        if (change.verb == mail::Verb::Create && isOfUse(it.key()))
            continue;
        const QString label = kind + u'.' + it.key();
        const QJsonValue before = change.before.value(it.key());
        if (!it->isObject()) {
            add(label,
                change.verb == mail::Verb::Create ? QString() : valueText(kind, it.key(), before),
                isRemoval ? QString() : valueText(kind, it.key(), it.value()));
            continue;
        }
        if (change.verb != mail::Verb::Update)
            continue; // all rights of a new or former user: the review names what matters
        const QJsonObject flags = it->toObject();
        const QJsonObject were = before.toObject();
        for (auto flag = flags.begin(); flag != flags.end(); ++flag)
            if (were.value(flag.key()) != flag.value())
                add(label + u'.' + flag.key(), valueText(kind, flag.key(), were.value(flag.key())),
                    valueText(kind, flag.key(), flag.value()));
    }
    if (lines.isEmpty())
        add({}, {}, tr("no difference"));
    return lines;
}

bool ChangeModel::namesFields() const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(),
                       [](const Line &line) { return !line.field.isEmpty(); });
}

int ChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    const JournalRow &row = m_rows.at(line.change);
    const mail::Change &change = row.state == JournalRow::State::Done ? row.effective : row.wish;
    const QString outcome = row.isShort()                            ? tr("Partly done")
                            : row.state == JournalRow::State::Done   ? tr("Done")
                            : row.state == JournalRow::State::Failed ? tr("Not done")
                            : m_isInterrupted                        ? tr("Not known")
                                                                     : QString();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Object: {
            if (!line.isFirst)
                return QString();
            const QString label =
                change.object.label.isEmpty() ? change.object.key : change.object.label;
            return change.object.parent.isEmpty() || isNamedByLabel(change.object) ? label
                   : label.isEmpty() || label == u"*"
                       ? change.object.parent
                       : tr("%1 · %2").arg(change.object.parent, label);
        }
        case Field:
            if (line.field.isEmpty())
                return QString();
            return m_phrases.field ? m_phrases.field(line.field) : line.field;
        case Before:
            return line.before;
        case After:
            return line.after;
        case Outcome:
            return line.isFirst ? outcome : QString();
        }
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Outcome && (row.state == JournalRow::State::Failed || row.isShort()))
            return m_phrases.error ? m_phrases.error(row.error) : row.error.detail;
        return index.column() == Before || index.column() == After ? data(index, Qt::DisplayRole)
                                                                   : QVariant();
    case RowRole:
        return line.change;
    case ChangeRole:
        return QVariant::fromValue(change);
    case ErrorRole:
        return row.state == JournalRow::State::Failed ? QVariant(int(row.error.kind)) : QVariant();
    case IconRole:
        if (index.column() != Outcome || !line.isFirst || outcome.isEmpty())
            return {};
        return row.isShort()                            ? QStringLiteral("circle-alert")
               : row.state == JournalRow::State::Done   ? QStringLiteral("circle-check")
               : row.state == JournalRow::State::Failed ? QStringLiteral("circle-x")
                                                        : QStringLiteral("circle-help");
    case ToneRole:
        if (index.column() != Outcome)
            return int(index.column() == Before ? Tone::Muted : Tone::Plain);
        return int(row.isShort()                            ? Tone::Warning
                   : row.state == JournalRow::State::Done   ? Tone::Good
                   : row.state == JournalRow::State::Failed ? Tone::Bad
                   : m_isInterrupted                        ? Tone::Warning
                                                            : Tone::Muted);
    default:
        return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Object:
        return tr("Object");
    case Field:
        return tr("Field");
    case Before:
        return m_isPlanned ? tr("Now") : tr("Before");
    case After:
        return tr("After");
    case Outcome:
        return tr("Result");
    }
    return {};
}

} // namespace model
