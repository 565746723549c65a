// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/reviewstep.h"

#include "ui/pages/changewords.h"
#include "ui/shell/changes.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/text.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

ReviewStep::ReviewStep(Context &context, const store::Scope &scope, const QString &agree,
                       std::function<mail::ChangeSet()> plan, QWidget *parent)
    : WizardStep(tr("This will be done"), agree, parent)
    , m_context(context)
    , m_scope(scope)
    , m_makePlan(std::move(plan))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(2));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    m_lines = new QVBoxLayout(inside);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(grid());
    area->setWidget(inside);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    column->addWidget(area, 1);
    m_findings = new FindingList(this);
    column->addWidget(m_findings);
}

void ReviewStep::setHint(const QString &hint) { m_hint = hint; }

void ReviewStep::enter()
{
    m_set = m_makePlan();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto service = m_context.cache.service(m_scope);
    const QString domain = service ? service->domainIdn : QString();
    for (const mail::Change &change : m_set.changes) {
        auto *line = new Text(describe(change, domain), Size::Body, Role::Text, this);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setObjectName(QStringLiteral("review.line"));
        m_lines->addWidget(line);
        if (const QString note = change.after.value(u"note").toString(); !note.isEmpty())
            m_lines->addWidget(Text::muted(tr("Note: %1").arg(note), this));
    }
    if (!m_hint.isEmpty()) { // right below what it is about
        auto *hint = Text::muted(m_hint, this);
        hint->setObjectName(QStringLiteral("review.hint"));
        hint->setWordWrap(true);
        m_lines->addWidget(hint);
    }
    m_lines->addStretch();
    const QList<mail::Finding> findings = m_context.changes.findings(m_scope, m_set);
    m_findings->setFindings(findings);
    m_findings->setVisible(!findings.isEmpty());
    m_isPossible = !m_set.changes.isEmpty() && mail::worst(findings) != mail::Severity::Error;
    emit completeChanged();
}

QString ReviewStep::incompleteReason() const
{
    return tr("What is marked above stands against it.");
}

} // namespace ui
