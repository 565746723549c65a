// SPDX-License-Identifier: GPL-3.0-or-later
// Findings, the worst first: icon, sentence, details folded, and a Fix button where a finding
// carries the change that puts it right.
#pragma once

#include "app/mail/finding.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class FindingList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingList(QWidget *parent = nullptr);

    void setFindings(const QList<mail::Finding> &findings);
    const QList<mail::Finding> &findings() const { return m_findings; }

signals:
    void fixWanted(const mail::Change &change);

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<mail::Finding> m_findings;
    void drawMarks();
    QVBoxLayout *m_lines;
};

} // namespace ui
