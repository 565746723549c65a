// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/recorddialog.h"

#include "app/wire/dns/zonetext.h"
#include "ui/pages/zone/recordform.h"
#include "ui/shell/accounts.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int pause = 250; // ms without a key before the zone is judged
constexpr int longestPreview = 300;

// "_dmarc.example.org. 3600 IN TXT "v=DMARC1"", as other programs show it.
QString lineOf(const mail::ZoneRecord &record)
{
    const auto type = wire::typeFromWord(record.type.toLatin1());
    const auto owner = wire::ownerFrom(record.source, record.zone.toUtf8());
    auto data = type ? wire::dataFrom(*type, record.target) : Result<wire::RecordData>(Error());
    if (!owner || !data || record.ttl.value_or(-1) < 0)
        return {};
    const wire::DnsRecord line{*owner, *type, quint32(*record.ttl), *std::move(data)};
    const QString text = QStringLiteral("%1. %2 IN %3 %4")
                             .arg(QString::fromUtf8(line.name))
                             .arg(line.ttl)
                             .arg(record.type, QString::fromUtf8(line.dataText()));
    return text.size() > longestPreview ? text.left(longestPreview) + u'…' : text;
}

} // namespace

RecordDialog::RecordDialog(Context &context, const store::Scope &scope, const mail::Zone &zone,
                           const mail::ZoneRecord &record, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_scope(scope)
    , m_zone(zone)
    , m_record(record)
    , m_isNew(record.id == 0)
{
    setObjectName(QStringLiteral("recordDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    const QString title =
        m_isNew ? tr("New record in %1").arg(zone.nameIdn)
                : tr("%1 %2").arg(record.type, wire::nameForPeople(ownerOf(record).toUtf8()));
    setWindowTitle(title);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid(2));
    auto *heading = Text::title(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(heading);

    m_form = new RecordForm(context.changes.capabilities(scope).mailSettings, this);
    m_form->setZone(zone);
    m_form->setRecord(record);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("record.area"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_form);
    area->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    column->addWidget(area, 1);

    m_preview = new Text({}, Size::Small, Role::Muted, this);
    m_preview->setObjectName(QStringLiteral("record.preview"));
    m_preview->setAccessibleName(tr("In a zone file"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_preview->setWordWrap(true);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_preview);
    m_findings = new FindingList(this);
    m_findings->setObjectName(QStringLiteral("record.findings"));
    column->addWidget(m_findings);
    m_problem = new Text({}, Size::Body, Role::Bad, this);
    m_problem->setObjectName(QStringLiteral("record.problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("record.cancel"));
    cancel->setAutoDefault(false);
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("record.save"));
    setWeight(m_save, Weight::Primary);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    m_save->setDefault(true);
    auto *keys = new QAction(tr("Save"), this);
    keys->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::Key_Return)});
    addAction(keys);

    const mail::Capabilities capabilities = context.changes.capabilities(scope);
    if (!m_isNew) {
        const auto name = capabilities.can(mail::Verb::Update, u"record", u"source");
        if (!name)
            m_form->lockName(reasonText(name.reason));
        const auto type = capabilities.can(mail::Verb::Update, u"record", u"type");
        if (!type)
            m_form->lockType(reasonText(type.reason));
    }
    const bool isOffline =
        context.accounts.connection(scope.account) == Accounts::Connection::Offline;
    m_save->setText(isOffline ? tr("Stage for later") : m_isNew ? tr("Create") : tr("Save"));
    m_save->setAccessibleName(m_save->text());

    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &RecordDialog::judge);
    connect(m_form, &RecordForm::changed, this, [this] {
        m_preview->setText(lineOf(m_form->record()));
        m_problem->hide();
        m_pause.start();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RecordDialog::save);
    connect(keys, &QAction::triggered, this, &RecordDialog::save);
    m_preview->setText(lineOf(m_form->record()));
    if (!m_isNew)
        judge();
    resizeOnScreen(this, {scaled(620), scaled(720)});
    if (QWidget *first = m_form->firstField())
        first->setFocus();
}

mail::Change RecordDialog::change() const
{
    mail::ZoneRecord wish = m_form->record();
    return m_isNew ? mail::creation(wish) : mail::difference(m_record, wish);
}

void RecordDialog::judge()
{
    m_pause.stop();
    if (!m_form->isValid()) {
        m_findings->setFindings({});
        m_hasErrors = false;
        return;
    }
    const mail::Change wish = change();
    QList<mail::Finding> findings;
    if (!wish.isEmpty())
        findings = m_context.changes.findings(m_scope, {{}, {wish}});
    m_hasErrors = mail::worst(findings) == mail::Severity::Error;
    m_findings->setFindings(findings);
}

void RecordDialog::save()
{
    if (!m_form->isValid()) {
        m_form->showAllFaults();
        return;
    }
    judge();
    if (m_hasErrors)
        return;
    const mail::Change wish = change();
    if (wish.isEmpty()) {
        accept();
        return;
    }
    const mail::ZoneRecord record = m_form->record();
    const QString what =
        QStringLiteral("%1 %2").arg(record.type, wire::nameForPeople(ownerOf(record).toUtf8()));
    const mail::ChangeSet set{m_isNew ? tr("Create %1").arg(what) : tr("Change %1").arg(what),
                              {wish}};
    const QString said =
        m_isNew ? tr("%1 was created.").arg(what) : tr("%1 was changed.").arg(what);
    m_save->setEnabled(false);
    m_context.changes.applyNow(m_scope, set, said, this,
                               [this](const Result<work::ApplyReport> &report) { saved(report); });
}

// Refused: what was typed stays, and where it is wrong is said there.
void RecordDialog::saved(const Result<work::ApplyReport> &report)
{
    m_save->setEnabled(true);
    const bool isStaged = !report && report.error().kind == Error::Kind::Offline;
    if (isStaged || (report && report->failed == 0)) {
        accept();
        return;
    }
    const Error error = report ? report->rows.first().error : report.error();
    if (error.kind == Error::Kind::Offline) { // the line went in between: it is staged
        accept();
        return;
    }
    const Sentence sentence = sentenceFor(error);
    const QString words = error.detail.isEmpty() ? sentence.text : error.detail;
    if (error.kind == Error::Kind::Invalid && m_form->refuse(error.field, words))
        return;
    m_problem->setText(sentence.details.isEmpty() ? sentence.text
                                                  : sentence.text + u'\n' + sentence.details);
    m_problem->show();
}

void RecordDialog::reject()
{
    if (!m_form->isTouched() || (!m_isNew && change().isEmpty())) {
        QDialog::reject();
        return;
    }
    m_context.messages.ask(this, tr("Leave without saving?"), tr("What you typed will be lost."),
                           tr("Leave"), [this] { QDialog::reject(); });
}

} // namespace ui
