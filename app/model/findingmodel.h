// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as a list, the worst first. UI thread.
#pragma once

#include "app/mail/finding.h"
#include "app/model/roles.h"
#include "app/model/text.h"

#include <QAbstractListModel>

namespace model {

class FindingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit FindingModel(const Phrases &phrases = {}, QObject *parent = nullptr);

    void setFindings(const QList<mail::Finding> &findings);
    const QList<mail::Finding> &findings() const { return m_findings; } // in the order shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Phrases m_phrases;
    QList<mail::Finding> m_findings;
};

} // namespace model
