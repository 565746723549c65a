// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/messagetab.h"

#include "app/wire/dns/zonetext.h"
#include "ui/pages/security/cardcolumn.h"
#include "ui/pages/security/signatureview.h"
#include "ui/shell/messages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qint64 largest = 64 * 1024 * 1024;

Result<check::MessageReport> judged(const QString &file, wire::Resolver &resolver, qint64 now,
                                    Progress &progress)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Storage, in.errorString(), {}, {}, 0};
    if (in.size() > largest)
        return Error{Error::Kind::Invalid,
                     {},
                     QStringLiteral("file"),
                     QStringLiteral("message-too-large"),
                     0};
    // A saved message does not tell who handed it in: SPF stays open.
    auto report = check::judgeMessage(in.readAll(), {}, resolver, progress, now);
    if (report && report->fromDomains.isEmpty())
        return Error{
            Error::Kind::Invalid, {}, QStringLiteral("file"), QStringLiteral("not-a-message"), 0};
    return report;
}

} // namespace

MessageTab::MessageTab(Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = cardColumn(this);
    QWidget *inside = column->parentWidget();
    auto *card = new Card(tr("Verify a message"), inside);
    card->setHint(
        tr("Drop a message saved as .eml here. It is read on this computer only; DNS is asked "
           "for the keys of those who signed it."));
    m_choose = new QPushButton(icon(QStringLiteral("mail-open")), tr("Choose a file…"), card);
    m_choose->setObjectName(QStringLiteral("message.choose"));
    m_choose->setAutoDefault(false);
    card->addToHeader(m_choose);
    m_state = new Text({}, Size::Body, Role::Text, card);
    m_state->setObjectName(QStringLiteral("message.state"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_dmarc = new Text({}, Size::Body, Role::Text, card);
    m_dmarc->setObjectName(QStringLiteral("message.dmarc"));
    m_dmarc->setTextFormat(Qt::PlainText);
    m_dmarc->setWordWrap(true);
    for (Text *text : {m_state, m_dmarc}) {
        card->body()->addWidget(text);
        text->hide();
    }
    column->addWidget(card);
    m_signatures = new SignatureView(inside);
    column->addWidget(m_signatures);
    column->addStretch();
    connect(m_choose, &QPushButton::clicked, this, &MessageTab::choose);
}

void MessageTab::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a message"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Messages (*.eml *.msg *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MessageTab::verify);
    dialog->open();
}

void MessageTab::verify(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    m_signatures->clear();
    m_dmarc->hide();
    m_state->setRole(Role::Text);
    m_state->setText(tr("Verifying %1…").arg(name));
    m_state->show();
    m_choose->setEnabled(false);
    m_context.jobs.run(
        tr("Verify %1").arg(name), {{}, true},
        [file, make = m_dns, now = m_context.clock.now().toSecsSinceEpoch()](
            Progress &progress) -> Result<check::MessageReport> {
            const auto dns = make();
            if (!dns)
                return dns.error();
            return judged(file, *dns->resolver, now, progress);
        },
        this, [this, name](const Result<check::MessageReport> &report) { show(name, report); });
}

void MessageTab::show(const QString &name, const Result<check::MessageReport> &report)
{
    m_choose->setEnabled(true);
    if (!report) {
        m_state->setRole(Role::Bad);
        m_state->setText(sentenceFor(report.error()).text);
        return;
    }
    const QString from = wire::nameForPeople(report->fromDomains.constFirst());
    m_state->setText(tr("%1 says to be from %2.").arg(name, from));
    QString dmarc;
    if (report->fromDomains.size() > 1)
        dmarc = tr("It names authors of several domains; receivers usually refuse that.");
    else if (!report->effect.applies)
        dmarc = tr("%1 has no DMARC record, so receivers decide by themselves.").arg(from);
    else if (report->effect.dkimAligned)
        dmarc = tr("DMARC passes: the signature of %1 proves the author.")
                    .arg(wire::nameForPeople(report->effect.dkimDomain));
    else
        dmarc = tr("No signature proves the author for DMARC. Unless SPF did, which a saved "
                   "message does "
                   "not show, the policy “%1” applies.")
                    .arg(QString(mail::word(report->effect.requested)));
    m_dmarc->setText(dmarc);
    m_dmarc->show();
    m_signatures->show(report->signatures);
}

} // namespace ui
