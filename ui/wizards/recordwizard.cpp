// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/recordwizard.h"

#include "app/wire/dns/zonetext.h"
#include "ui/pages/security/publishdialog.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/recordtext.h"
#include "ui/widgets/text.h"
#include "ui/wizards/resultpage.h"
#include "ui/wizards/reviewstep.h"

#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

RecordStep::RecordStep(const QString &question, const QString &nextText, QWidget *parent)
    : WizardStep(question, nextText, parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid());
    m_preview = new RecordText({}, this);
    m_preview->setObjectName(QStringLiteral("record.preview"));
    m_faultText = new Text({}, Size::Body, Role::Bad, this);
    m_faultText->setObjectName(QStringLiteral("record.fault"));
    m_faultText->setTextFormat(Qt::PlainText);
    m_faultText->setWordWrap(true);
    m_remarks = new Text({}, Size::Body, Role::Muted, this);
    m_remarks->setObjectName(QStringLiteral("record.remarks"));
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setWordWrap(true);
}

void RecordStep::setEditors(QWidget *simple, const QString &simpleText, QWidget *expert,
                            const QString &expertText)
{
    m_simple = new QRadioButton(simpleText, this);
    m_simple->setObjectName(QStringLiteral("record.simple"));
    m_own = new QRadioButton(expertText, this);
    m_own->setObjectName(QStringLiteral("record.own"));
    m_editors = new QStackedWidget(this);
    m_editors->addWidget(simple);
    m_editors->addWidget(expert);
    m_column->addWidget(m_simple);
    m_column->addWidget(m_own);
    m_column->addSpacing(grid());
    m_column->addWidget(m_editors);
    m_column->addSpacing(grid());
    m_column->addWidget(Text::section(tr("What will be published"), this));
    m_column->addWidget(m_preview);
    m_column->addWidget(m_faultText);
    m_column->addWidget(m_remarks);
    m_column->addStretch();
    m_simple->setChecked(true);
    connect(m_own, &QRadioButton::toggled, this, [this](bool own) {
        m_editors->setCurrentIndex(own ? 1 : 0);
        judge();
    });
}

bool RecordStep::isExpert() const { return m_own && m_own->isChecked(); }

void RecordStep::setPreview(const QString &record, const QString &fault, const QStringList &remarks)
{
    m_preview->setText(record);
    m_preview->setVisible(!record.isEmpty());
    m_fault = fault;
    m_faultText->setText(fault);
    m_faultText->setVisible(!fault.isEmpty());
    m_remarks->setText(remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
    emit completeChanged();
}

RecordWizard::RecordWizard(Context &context, const store::Scope &scope, const QString &title,
                           RecordStep *step, const work::DomainLook &look, work::MakeDns dns,
                           QWidget *parent)
    : Wizard(context, title, parent)
    , m_scope(scope)
    , m_domain(wire::nameForPeople(look.report.domain))
    , m_dns(std::move(dns))
    , m_step(step)
{
    addStep(step);
    if (check::zoneIsOurs(look.report, look.basis)) {
        m_review = new ReviewStep(
            context, scope, tr("Publish"), [this] { return m_step->proposal().changes; }, this);
        addStep(m_review);
    }
    start();
}

void RecordWizard::finish()
{
    if (!m_review) {
        auto *dialog =
            new PublishDialog(m_context, m_domain, m_step->proposal(), m_dns, parentWidget());
        accept();
        dialog->open();
        return;
    }
    const mail::ChangeSet set = m_review->plan();
    setBusy(tr("Publishing"));
    m_context.changes.applyNow(m_scope, set, tr("The zone of %1 was changed.").arg(m_domain),
                               answers(),
                               [this](const Result<work::ApplyReport> &report) { show(report); });
}

void RecordWizard::show(const Result<work::ApplyReport> &report)
{
    setBusy({});
    if (report && report->failed == 0) {
        accept();
        return;
    }
    if (!report) {
        showProblem(sentenceFor(report.error()).text);
        return;
    }
    auto *page = new ResultPage(tr("Not all of it was done"), this);
    page->addRows(report->rows, m_domain);
    page->addText(tr("What failed can be tried again from the journal."));
    page->addButton(tr("Close"), QStringLiteral("result.close"), [this] { accept(); });
    showResult(page);
}

} // namespace ui
