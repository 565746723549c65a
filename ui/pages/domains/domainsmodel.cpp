// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/domains/domainsmodel.h"

#include "app/model/text.h"
#include "ui/pages/security/sectionwords.h"

#include <algorithm>

namespace ui {

namespace {

QString keyOf(const DomainRow &row)
{
    return QStringLiteral("%1|%2|%3").arg(row.scope.account).arg(row.scope.service).arg(row.domain);
}

// For sorting: the worst first when it is asked so; never checked comes last of all.
int rank(std::optional<mail::Severity> severity) { return severity ? int(*severity) + 1 : 0; }

} // namespace

std::optional<mail::Severity> DomainRow::worst(check::Section section) const
{
    if (!look)
        return {};
    return check::worstIn(section, *look);
}

std::optional<mail::Severity> DomainRow::worst() const
{
    if (!look)
        return {};
    return mail::worst(look->findings);
}

std::optional<check::Section> DomainsModel::sectionOf(int column)
{
    switch (column) {
    case Spf:
        return check::Section::Spf;
    case Dkim:
        return check::Section::Dkim;
    case Dmarc:
        return check::Section::Dmarc;
    case Reach:
        return check::Section::Reach;
    case Dnssec:
        return check::Section::Dnssec;
    case Dane:
        return check::Section::Dane;
    default:
        return {};
    }
}

DomainsModel::DomainsModel(const store::Looks &looks, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_looks(looks)
    , m_clock(clock)
{
}

void DomainsModel::read(DomainRow &row) const
{
    row.look.reset();
    row.checkedAt = {};
    const auto history = m_looks.history(row.scope.account, row.domain);
    if (!history)
        return; // shown as never checked; the next check says what is wrong with the file
    row.checkedAt = history->lastLook;
    if (!history->looks.isEmpty())
        row.look = history->looks.constLast();
}

void DomainsModel::setRows(const QList<DomainRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    for (DomainRow &row : m_rows)
        read(row);
    arrange();
    endResetModel();
}

void DomainsModel::lookChanged(const QString &account, const QString &domain)
{
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        DomainRow &row = m_rows[at];
        if (row.scope.account != account || (!domain.isEmpty() && row.domain != domain))
            continue;
        read(row);
        // Rows stay where they are while results come in: nothing moves under the pointer.
        if (const auto shown = m_shown.indexOf(at); shown >= 0)
            emit dataChanged(index(int(shown), 0), index(int(shown), ColumnCount - 1));
    }
}

void DomainsModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text.trimmed();
    arrange();
    endResetModel();
}

int DomainsModel::findIn(const store::Scope &scope) const
{
    for (qsizetype at = 0; at < m_shown.size(); ++at)
        if (m_rows.at(m_shown.at(at)).scope == scope)
            return int(at);
    return -1;
}

void DomainsModel::arrange()
{
    m_shown.clear();
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        const DomainRow &row = m_rows.at(at);
        if (m_filter.isEmpty() || row.domainIdn.contains(m_filter, Qt::CaseInsensitive) ||
            row.domain.contains(m_filter, Qt::CaseInsensitive) ||
            row.accountName.contains(m_filter, Qt::CaseInsensitive))
            m_shown.append(at);
    }
    const auto less = [this](const DomainRow &a, const DomainRow &b) {
        if (const auto section = sectionOf(m_column))
            return rank(a.worst(*section)) < rank(b.worst(*section));
        if (m_column == Account)
            return a.accountName.localeAwareCompare(b.accountName) < 0;
        if (m_column == Checked)
            return a.checkedAt < b.checkedAt;
        return a.domainIdn.localeAwareCompare(b.domainIdn) < 0;
    };
    std::stable_sort(m_shown.begin(), m_shown.end(), [&](qsizetype a, qsizetype b) {
        return m_order == Qt::AscendingOrder ? less(m_rows.at(a), m_rows.at(b))
                                             : less(m_rows.at(b), m_rows.at(a));
    });
}

void DomainsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        return;
    emit layoutAboutToBeChanged();
    m_column = column;
    m_order = order;
    arrange();
    emit layoutChanged();
}

int DomainsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DomainsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DomainsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DomainRow &shown = row(index.row());
    if (role == Qt::CheckStateRole && index.column() == Domain)
        return m_ticked.contains(keyOf(shown)) ? Qt::Checked : Qt::Unchecked;
    if (const auto section = sectionOf(index.column())) {
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
            return {};
        const auto worst = shown.worst(*section);
        if (!worst)
            return tr("Not checked");
        const QString word = standingOf(*section, *shown.look).word;
        if (role == Qt::DisplayRole)
            return word;
        QStringList words;
        for (const mail::Finding &finding : shown.look->findings)
            if (check::sectionOf(finding.code) == *section && finding.severity == *worst)
                words.append(check::sentence(finding));
        return words.isEmpty() ? word : words.join(u'\n');
    }
    if (role == Qt::ToolTipRole && index.column() == Checked && shown.checkedAt.isValid())
        return model::exactText(shown.checkedAt);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Domain:
        return shown.domainIdn;
    case Account:
        return shown.accountName;
    case Checked:
        return shown.checkedAt.isValid() ? model::relativeText(shown.checkedAt, m_clock.now())
                                         : tr("never");
    default:
        return {};
    }
}

bool DomainsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Domain)
        return false;
    const QString key = keyOf(row(index.row()));
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(key);
    else
        m_ticked.remove(key);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

QVariant DomainsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (const auto known = sectionOf(section))
        return sectionTitle(*known);
    return section == Domain ? tr("Domain") : section == Account ? tr("Account") : tr("Checked");
}

Qt::ItemFlags DomainsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Domain)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace ui
