// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findinglist.h"

#include "ui/shell/messages.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QString iconOf(mail::Severity severity)
{
    switch (severity) {
    case mail::Severity::Error:
        return QStringLiteral("octagon-alert");
    case mail::Severity::Warning:
        return QStringLiteral("triangle-alert");
    case mail::Severity::Information:
        break;
    }
    return QStringLiteral("info");
}

Role roleOf(mail::Severity severity)
{
    return severity == mail::Severity::Error     ? Role::Bad
           : severity == mail::Severity::Warning ? Role::Warning
                                                 : Role::Accent;
}

} // namespace

FindingList::FindingList(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(grid());
    setAccessibleName(tr("Findings"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FindingList::setFindings(const QList<mail::Finding> &findings)
{
    m_findings = findings;
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const auto &a, const auto &b) { return a.severity > b.severity; });
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const mail::Finding &finding : qAsConst(m_findings)) {
        const Sentence sentence = sentenceFor(finding);
        auto *row = new QWidget(this);
        row->setObjectName(QStringLiteral("finding.") + finding.code);
        row->setAccessibleName(sentence.text);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(grid());
        auto *mark = new QLabel(row);
        mark->setObjectName(QStringLiteral("finding.mark"));
        mark->setContentsMargins(0, scaled(1), 0, 0);
        auto *words = new QVBoxLayout;
        words->setSpacing(scaled(2));
        auto *text = new Text(sentence.text, Size::Body, Role::Text, row);
        text->setWordWrap(true);
        words->addWidget(text);
        if (!sentence.details.isEmpty()) {
            auto *details = new Text(sentence.details, Size::Small, Role::Muted, row);
            details->setWordWrap(true);
            words->addWidget(details);
        }
        words->addStretch(1);
        line->addWidget(mark, 0, Qt::AlignTop);
        line->addLayout(words, 1);
        if (finding.fix) {
            auto *fix = new QPushButton(tr("Fix"), row);
            fix->setObjectName(QStringLiteral("fix.") + finding.code);
            fix->setAccessibleName(tr("Fix: %1").arg(sentence.text));
            connect(fix, &QPushButton::clicked, this,
                    [this, change = *finding.fix] { emit fixWanted(change); });
            line->addWidget(fix, 0, Qt::AlignTop);
        }
        m_lines->addWidget(row);
    }
    m_lines->addStretch(1); // where there is more room than lines they stand at its top
    drawMarks();
    setVisible(!m_findings.isEmpty());
}

// One for each finding, in their order.
void FindingList::drawMarks()
{
    const QList<QLabel *> marks = findChildren<QLabel *>(QStringLiteral("finding.mark"));
    for (qsizetype i = 0; i < std::min(marks.size(), m_findings.size()); ++i) {
        const mail::Severity severity = m_findings.at(i).severity;
        marks.at(i)->setPixmap(iconPixmap(iconOf(severity), colour(roleOf(severity), palette()),
                                          scaled(16), devicePixelRatioF()));
    }
}

void FindingList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawMarks();
}

} // namespace ui
