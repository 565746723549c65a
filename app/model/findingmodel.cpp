// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/findingmodel.h"

#include <algorithm>

namespace model {

FindingModel::FindingModel(const Phrases &phrases, QObject *parent)
    : QAbstractListModel(parent)
    , m_phrases(phrases)
{
}

void FindingModel::setFindings(const QList<mail::Finding> &findings)
{
    beginResetModel();
    m_findings = findings;
    std::stable_sort(
        m_findings.begin(), m_findings.end(),
        [](const mail::Finding &a, const mail::Finding &b) { return a.severity > b.severity; });
    endResetModel();
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mail::Finding &finding = m_findings.at(index.row());
    const auto severity = finding.severity;
    switch (role) {
    case Qt::DisplayRole:
        return m_phrases.finding ? m_phrases.finding(finding) : finding.code;
    case Qt::AccessibleTextRole: {
        const QString word = severity == mail::Severity::Error     ? tr("Error")
                             : severity == mail::Severity::Warning ? tr("Warning")
                                                                   : tr("Information");
        return tr("%1: %2").arg(word, data(index, Qt::DisplayRole).toString());
    }
    case RowRole:
        return qint64(index.row());
    case FindingRole:
        return QVariant::fromValue(finding);
    case IconRole:
        return severity == mail::Severity::Error     ? QStringLiteral("octagon-x")
               : severity == mail::Severity::Warning ? QStringLiteral("triangle-alert")
                                                     : QStringLiteral("info");
    case ToneRole:
        return int(severity == mail::Severity::Error     ? Tone::Bad
                   : severity == mail::Severity::Warning ? Tone::Warning
                                                         : Tone::Plain);
    case SortRole:
        return -int(severity);
    default:
        return {};
    }
}

} // namespace model
