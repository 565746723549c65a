// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/dkimwizard.h"

#include "app/mail/domain.h"
#include "app/work/publication.h"
#include "ui/pages/security/publishdialog.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/formgrid.h"
#include "ui/widgets/recordtext.h"
#include "ui/widgets/text.h"
#include "ui/wizards/resultpage.h"
#include "ui/wizards/reviewstep.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr auto pause = std::chrono::seconds(10);
constexpr auto longest = std::chrono::hours(48); // S-67

// A selector is one or more labels of a name (RFC 6376, 3.1).
bool isSelector(const QString &text)
{
    return wire::isUsableName(text.toLatin1()) &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return c.unicode() < 128 &&
                      (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
           });
}

} // namespace

DkimStep::DkimStep(const work::DomainLook &look, QWidget *parent)
    : WizardStep(tr("What kind of key?"), tr("Continue"), parent)
    , m_look(look)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid());
    m_rsa = new QRadioButton(tr("RSA, 2048 bits. Everybody can verify it"), this);
    m_rsa->setObjectName(QStringLiteral("dkim.rsa"));
    m_ed25519 = new QRadioButton(
        tr("Ed25519. Short and fast; not every receiver knows it, so keep an RSA key beside it"),
        this);
    m_ed25519->setObjectName(QStringLiteral("dkim.ed25519"));
    m_rsa->setChecked(true);
    column->addWidget(m_rsa);
    column->addWidget(m_ed25519);
    column->addSpacing(grid());
    m_form = new FormGrid(this);
    m_selector = new QLineEdit(m_form);
    m_selector->setObjectName(QStringLiteral("dkim.selector"));
    m_selector->setPlaceholderText(tr("made from today's date"));
    m_form->addRow(
        QStringLiteral("selector"), tr("Selector"), m_selector,
        tr("The name under which the key is published. Leave it empty, and the mail host "
           "chooses one."));
    column->addWidget(m_form);
    column->addStretch();
    connect(m_selector, &QLineEdit::textChanged, this, &DkimStep::judge);
    judge();
}

QWidget *DkimStep::firstField() const { return m_rsa; }

bool DkimStep::isTouched() const { return !m_selector->text().isEmpty(); }

mail::DkimKey DkimStep::key() const
{
    mail::DkimKey key;
    key.domain = QString::fromUtf8(m_look.report.domain);
    key.selector = m_selector->text().trimmed().toLower();
    key.algorithm =
        m_ed25519->isChecked() ? mail::DkimAlgorithm::Ed25519 : mail::DkimAlgorithm::Rsa;
    return key;
}

void DkimStep::judge()
{
    const QString selector = m_selector->text().trimmed().toLower();
    m_fault.clear();
    if (!selector.isEmpty() && !isSelector(selector))
        m_fault = tr("Letters, digits, hyphens and dots are possible.");
    for (const mail::DkimKey &key : m_look.basis.keys)
        if (key.selector == selector && key.domain.toUtf8() == m_look.report.domain)
            m_fault = tr("There is a key under this selector already.");
    m_form->setFault(QStringLiteral("selector"), m_fault);
    emit completeChanged();
}

DkimWizard::DkimWizard(Context &context, const store::Scope &scope, const work::DomainLook &look,
                       work::MakeDns dns, QWidget *parent)
    : Wizard(context, tr("New DKIM key"), parent)
    , m_scope(scope)
    , m_look(look)
    , m_dns(std::move(dns))
{
    setObjectName(QStringLiteral("dkimWizard"));
    m_step = new DkimStep(look, this);
    m_review = new ReviewStep(
        context, scope, tr("Make the key"),
        [this] {
            mail::DkimKey key = m_step->key();
            key.service = m_scope.service;
            const QString domain = mail::nameForPeople(key.domain);
            m_review->setHint(
                check::zoneIsOurs(m_look.report, m_look.basis)
                    ? tr("Its record is published with it. It signs nothing until you let "
                         "it.")
                    : tr("You will get the record to publish. It signs nothing until the "
                         "record is seen."));
            return mail::ChangeSet{tr("Make a DKIM key for %1").arg(domain), {mail::creation(key)}};
        },
        this);
    addStep(m_step);
    addStep(m_review);
    start();
}

void DkimWizard::finish()
{
    const mail::ChangeSet set = m_review->plan();
    setBusy(tr("Making the key"));
    m_context.changes.applyNow(m_scope, set, tr("The DKIM key was made."), answers(),
                               [this](const Result<work::ApplyReport> &report) { show(report); });
}

void DkimWizard::show(const Result<work::ApplyReport> &report)
{
    setBusy({});
    if (!report || report->rows.isEmpty() || !report->rows.first().effective) {
        const Error error = !report                  ? report.error()
                            : report->rows.isEmpty() ? Error{}
                                                     : report->rows.first().error;
        showProblem(sentenceFor(error).text);
        return;
    }
    const mail::Change &made = *report->rows.first().effective;
    mail::DkimKey key;
    if (const auto read = mail::read<mail::DkimKey>(made.after))
        key = *read;
    key.service = m_scope.service;
    key.version = made.object.version;
    auto *page = new ResultPage(tr("The key %1 is made").arg(key.selector), this);
    const bool ours = check::zoneIsOurs(m_look.report, m_look.basis);
    page->addText(
        ours ? tr("Its record is in the zone. Receivers can verify with it as soon as every "
                  "name server tells it.")
             : tr("Publish this record where the DNS of the domain is kept:"));
    const QString name = key.selector + QStringLiteral("._domainkey.") + key.domain;
    if (key.record && !ours) {
        page->addWidget(new RecordText(name, page));
        page->addWidget(new RecordText(*key.record, page));
    }
    page->addButton(tr("Let it sign when it is seen"), QStringLiteral("result.sign"),
                    [this, key] { letItSign(key); });
    page->addButton(tr("Close"), QStringLiteral("result.close"), [this] { accept(); });
    showResult(page);
}

void DkimWizard::letItSign(const mail::DkimKey &key)
{
    check::Proposal record;
    record.publish.append(check::recordToPublish(
        (key.selector + QStringLiteral("._domainkey.") + key.domain).toUtf8(),
        wire::RecordType::TXT, key.record.value_or(QString())));
    Context &context = m_context;
    const store::Scope scope = m_scope;
    context.jobs.run(
        tr("Wait until the key %1 is seen").arg(key.selector), {},
        [record, make = m_dns](Progress &progress) {
            return work::waitUntilPublished(record, make, pause, longest, progress);
        },
        &context.changes,
        [&context, scope, key](const Result<void> &seen) {
            if (!seen) {
                if (seen.error().kind != Error::Kind::Cancelled)
                    context.messages.error(seen.error());
                return;
            }
            mail::DkimKey signing = key;
            signing.state = mail::DkimState::Signing;
            context.changes.applyNow(scope,
                                     {tr("DKIM key %1 of %2").arg(key.selector, key.domain),
                                      {mail::difference(key, signing)}},
                                     tr("The key signs what leaves the mail host."));
        });
    accept();
}

} // namespace ui
