// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/dmarcwizard.h"

#include "app/mail/domain.h"
#include "app/wire/dns/zonetext.h"
#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

namespace {

bool isGood(const work::DomainLook &look, check::Section section)
{
    for (const check::SectionState &state : look.states)
        if (state.section == section)
            return state.present && state.severity == mail::Severity::Information;
    return false;
}

} // namespace

DmarcStep::DmarcStep(const work::DomainLook &look, QWidget *parent)
    : RecordStep(tr("What shall receivers do with messages that forge %1?")
                     .arg(wire::nameForPeople(look.report.domain)),
                 tr("Continue"), parent)
    , m_look(look)
{
    setEditors(makeSimple(), tr("Simple"), makeExpert(), tr("A record of my own"));
    judge();
}

QWidget *DmarcStep::firstField() const
{
    return isExpert() ? static_cast<QWidget *>(m_text) : m_policy->checkedButton();
}

QWidget *DmarcStep::makeSimple()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(grid(3), 0, 0, 0);
    column->setSpacing(scaled(6));
    const auto changed = [this] {
        m_touched = true;
        judge();
    };
    m_policy = new QButtonGroup(this);
    const check::DmarcWish recommended = check::recommendedDmarc(m_look.report, m_look.basis);
    const check::DmarcPolicy now =
        m_look.report.dmarc.record ? m_look.report.dmarc.record->policy : check::DmarcPolicy::None;
    const check::DmarcPolicy chosen = recommended.policy.value_or(now);
    const std::pair<check::DmarcPolicy, QString> policies[] = {
        {check::DmarcPolicy::None,
         tr("Deliver them, and only report (none). To find out who sends")},
        {check::DmarcPolicy::Quarantine, tr("Put them into spam (quarantine)")},
        {check::DmarcPolicy::Reject, tr("Refuse them (reject). The strongest protection")}};
    for (const auto &[policy, text] : policies) {
        const bool isRecommended = policy == recommended.policy;
        auto *choice =
            new QRadioButton(isRecommended ? tr("%1 – recommended").arg(text) : text, box);
        choice->setObjectName(QStringLiteral("dmarc.policy.%1").arg(mail::word(policy)));
        choice->setChecked(policy == chosen);
        m_policy->addButton(choice, int(policy));
        column->addWidget(choice);
    }
    connect(m_policy, &QButtonGroup::idToggled, this, changed);
    column->addSpacing(grid());
    column->addWidget(
        new Text(tr("Send daily reports to (optional)"), Size::Body, Role::Text, box));
    m_reports = new QLineEdit(box);
    m_reports->setObjectName(QStringLiteral("dmarc.reports"));
    m_reports->setAccessibleName(tr("Addresses for reports"));
    m_reports->setPlaceholderText(tr("reports@%1").arg(wire::nameForPeople(m_look.report.domain)));
    QStringList addresses;
    if (m_look.report.dmarc.record && m_look.report.dmarc.at == m_look.report.domain)
        for (const check::DmarcReportAddress &address : m_look.report.dmarc.record->aggregate)
            if (!address.address.isEmpty())
                addresses.append(QString::fromUtf8(address.address));
    m_reports->setText(addresses.join(QStringLiteral(", ")));
    connect(m_reports, &QLineEdit::textChanged, this, changed);
    column->addWidget(m_reports);
    column->addStretch();
    return box;
}

QWidget *DmarcStep::makeExpert()
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("dmarc.text"));
    m_text->setAccessibleName(tr("DMARC record"));
    m_text->setFont(fixedFont());
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaled(90));
    const QList<QByteArray> now = published();
    m_text->setPlainText(QString::fromUtf8(
        now.isEmpty()
            ? check::dmarcProposal({}, check::recommendedDmarc(m_look.report, m_look.basis))
            : now.constFirst()));
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_touched = true;
        judge();
    });
    return m_text;
}

QList<QByteArray> DmarcStep::published() const
{
    // An inherited record is somebody else's: it is not edited, the domain gets its own.
    return m_look.report.dmarc.at == m_look.report.domain ? m_look.report.dmarc.texts
                                                          : QList<QByteArray>();
}

check::DmarcWish DmarcStep::wish() const
{
    check::DmarcWish wish;
    wish.policy = check::DmarcPolicy(m_policy->checkedId());
    QList<QByteArray> wanted;
    for (const QString &word : QString(m_reports->text())
                                   .replace(u',', u' ')
                                   .simplified()
                                   .split(u' ', Qt::SkipEmptyParts))
        wanted.append(mail::addressForWire(word).toUtf8());
    QList<QByteArray> there;
    if (m_look.report.dmarc.record && m_look.report.dmarc.at == m_look.report.domain)
        for (const check::DmarcReportAddress &address : m_look.report.dmarc.record->aggregate)
            if (!address.address.isEmpty())
                there.append(address.address);
    for (const QByteArray &address : wanted)
        if (!there.contains(address))
            wish.addAggregate.append(address);
    for (const QByteArray &address : there)
        if (!wanted.contains(address))
            wish.removeAggregate.append(address);
    return wish;
}

QByteArray DmarcStep::record() const
{
    return isExpert() ? m_text->toPlainText().simplified().toUtf8()
                      : check::dmarcProposal(published(), wish());
}

check::Proposal DmarcStep::proposal() const
{
    return isExpert() ? check::dmarcReplacement(m_look.report, m_look.basis, record())
                      : check::dmarcRepair(m_look.report, m_look.basis, wish());
}

void DmarcStep::judge()
{
    if (!m_text || !m_reports)
        return; // not built yet
    const QByteArray text = record();
    const check::DmarcRecord parsed = check::parseDmarc(text);
    QString fault;
    QStringList remarks;
    if (!isExpert()) {
        for (const QByteArray &address : wish().addAggregate) {
            const QString plain = QString::fromUtf8(address);
            if (plain.indexOf(u'@') <= 0 || !mail::domainFrom(plain.section(u'@', -1)))
                fault = tr("“%1” is not an address.").arg(plain);
        }
    }
    if (fault.isEmpty() && !check::isDmarcText(text))
        fault = tr("A DMARC record begins with “v=DMARC1;”.");
    if (fault.isEmpty() && !parsed.usable)
        fault =
            tr("Receivers would pass it over: %1.").arg(parsed.problems.join(QStringLiteral("; ")));
    else if (fault.isEmpty() && !parsed.problems.isEmpty())
        remarks.append(tr("Worth a look: %1.").arg(parsed.problems.join(QStringLiteral("; "))));
    const bool spf = isGood(m_look, check::Section::Spf);
    const bool dkim = isGood(m_look, check::Section::Dkim);
    if (parsed.policy != check::DmarcPolicy::None && !spf && !dkim)
        remarks.append(
            tr("SPF and DKIM are not in order yet. With this policy your own mail may be "
               "refused: put them in order first."));
    if (parsed.aggregate.isEmpty())
        remarks.append(tr("Without an address for reports nobody tells you what is refused."));
    for (const check::DmarcReportAddress &address : parsed.aggregate + parsed.failure) {
        const QByteArray there = address.domain();
        if (!there.isEmpty() && !wire::isSameOrBelow(there, m_look.report.domain))
            remarks.append(
                tr("%1 has to agree to get reports about your domain, by a TXT record at %2.")
                    .arg(QString::fromUtf8(there), QString::fromUtf8(check::dmarcAgreementName(
                                                       m_look.report.domain, address.address))));
    }
    if (fault.isEmpty() && proposal().isEmpty())
        fault = tr("This is what is published already.");
    setPreview(QString::fromUtf8(text), fault, remarks);
}

DmarcWizard::DmarcWizard(Context &context, const store::Scope &scope, const work::DomainLook &look,
                         work::MakeDns dns, QWidget *parent)
    : RecordWizard(context, scope, tr("DMARC"), new DmarcStep(look), look, std::move(dns), parent)
{
    setObjectName(QStringLiteral("dmarcWizard"));
}

} // namespace ui
