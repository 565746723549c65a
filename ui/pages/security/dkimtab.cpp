// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/dkimtab.h"

#include "app/model/text.h"
#include "ui/pages/security/cardcolumn.h"
#include "ui/pages/security/publishdialog.h"
#include "ui/pages/security/signatureview.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>

namespace ui {

namespace {

enum Column
{
    Selector,
    Algorithm,
    State,
    InDns,
    Since
};

constexpr int overlap = 7 * 24 * 3600; // how long mail may be under way and still be verified
constexpr int pollMs = 2000;

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

} // namespace

static QString stateWords(const mail::DkimKey &key)
{
    switch (key.state.value_or(mail::DkimState::Made)) {
    case mail::DkimState::Made:
        return DkimTab::tr("made, signs nothing yet");
    case mail::DkimState::Signing:
        return DkimTab::tr("signs");
    case mail::DkimState::Retiring:
        return key.retiresAt && key.retiresAt->isValid()
                   ? DkimTab::tr("retires, published until %1")
                         .arg(model::exactText(*key.retiresAt))
                   : DkimTab::tr("retires, still published");
    case mail::DkimState::Retired:
        return DkimTab::tr("retired");
    }
    return {};
}

static QString algorithmWords(const check::DkimFound &found)
{
    return found.key.type == "ed25519" ? QStringLiteral("Ed25519")
                                       : DkimTab::tr("RSA, %1 bits").arg(found.key.bits);
}

static QString algorithmWords(const mail::DkimKey &key)
{
    return key.algorithm == mail::DkimAlgorithm::Ed25519
               ? QStringLiteral("Ed25519")
               : DkimTab::tr("RSA, %1 bits").arg(key.bits.value_or(2048));
}

static QString stepWords(const mail::HostJob &job)
{
    const QString step = job.step.value_or(QString());
    if (step == u"publish")
        return DkimTab::tr("The new keys are being published.");
    if (step == u"seen")
        return DkimTab::tr("Waiting until every name server tells the new keys.");
    if (step == u"sign")
        return DkimTab::tr("The new keys begin to sign.");
    if (step == u"retire")
        return job.nextAt && job.nextAt->isValid()
                   ? DkimTab::tr("The new keys sign. The old ones stay published until %1.")
                         .arg(model::exactText(*job.nextAt))
                   : DkimTab::tr("The old keys are being withdrawn.");
    return job.note.value_or(QString());
}

DkimTab::DkimTab(Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = cardColumn(this);
    QWidget *inside = column->parentWidget();

    m_keysCard = new Card(tr("Keys"), inside);
    m_keysCard->setHint(
        tr("Each key is published under a selector. There may be as many as you like; "
           "receivers take the one that the signature names."));
    m_new = new QPushButton(icon(QStringLiteral("plus")), tr("New key…"), m_keysCard);
    m_new->setObjectName(QStringLiteral("dkim.new"));
    m_new->setAutoDefault(false);
    m_rotate = new QPushButton(icon(QStringLiteral("refresh-cw")), tr("Rotate…"), m_keysCard);
    m_rotate->setObjectName(QStringLiteral("dkim.rotate"));
    m_rotate->setAutoDefault(false);
    m_keysCard->addToHeader(m_rotate);
    m_keysCard->addToHeader(m_new);
    m_jobLine = new QWidget(m_keysCard);
    auto *job = new QHBoxLayout(m_jobLine);
    job->setContentsMargins(0, 0, 0, 0);
    job->setSpacing(grid());
    m_jobWords = new Text({}, Size::Body, Role::Text, m_jobLine);
    m_jobWords->setObjectName(QStringLiteral("dkim.job"));
    m_jobWords->setWordWrap(true);
    m_progress = new QProgressBar(m_jobLine);
    m_progress->setObjectName(QStringLiteral("dkim.progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(scaled(120));
    m_progress->setAccessibleName(tr("Progress of the rotation"));
    m_cancelJob = new QPushButton(tr("Stop"), m_jobLine);
    m_cancelJob->setObjectName(QStringLiteral("dkim.cancel"));
    m_cancelJob->setAutoDefault(false);
    job->addWidget(m_jobWords, 1);
    job->addWidget(m_progress);
    job->addWidget(m_cancelJob);
    m_keysCard->body()->addWidget(m_jobLine);
    m_jobLine->hide();
    m_model = new QStandardItemModel(0, 5, this);
    m_model->setHorizontalHeaderLabels(
        {tr("Selector"), tr("Algorithm"), tr("State"), tr("In DNS"), tr("Signs since")});
    m_table = new ObjectTable(m_keysCard);
    m_table->setObjectName(QStringLiteral("dkim.table"));
    m_table->setAccessibleName(tr("DKIM keys"));
    m_table->setModel(m_model);
    m_table->setStretch(Column::State, scaled(160));
    for (const auto &[section, width] : {std::pair<int, int>{Column::Selector, 170},
                                         {Column::Algorithm, 120},
                                         {Column::InDns, 130},
                                         {Column::Since, 130}})
        m_table->setColumnWidth(section, scaled(width));
    m_table->setLook(Column::InDns, [](const QModelIndex &index) {
        Cell look;
        look.text = index.data().toString();
        const bool isThere = index.data(Qt::UserRole).toBool();
        look.icons = {isThere ? QStringLiteral("circle-check") : QStringLiteral("circle-minus")};
        look.iconRole = isThere ? Role::Good : Role::Muted;
        return look;
    });
    m_table->remember(context.settings, QStringLiteral("security/dkim"));
    m_table->setSortingEnabled(false);
    m_keysCard->body()->addWidget(m_table);
    column->addWidget(m_keysCard);

    m_testCard = new Card(tr("Test the signature"), inside);
    m_testCard->setHint(
        tr("The mail host signs a message as it signs everything that leaves it, and the "
           "signature is verified here against what DNS tells."));
    m_test = new QPushButton(tr("Test now"), m_testCard);
    m_test->setObjectName(QStringLiteral("dkim.test"));
    m_test->setAutoDefault(false);
    m_testCard->addToHeader(m_test);
    m_testState = new Text({}, Size::Body, Role::Text, m_testCard);
    m_testState->setObjectName(QStringLiteral("dkim.testState"));
    m_testState->setWordWrap(true);
    m_testState->hide();
    m_testCard->body()->addWidget(m_testState);
    column->addWidget(m_testCard);
    m_signatures = new SignatureView(inside);
    column->addWidget(m_signatures);
    column->addStretch();
    makeActions();

    connect(m_new, &QPushButton::clicked, this, &DkimTab::createWanted);
    connect(m_rotate, &QPushButton::clicked, this, &DkimTab::rotate);
    connect(m_cancelJob, &QPushButton::clicked, this, &DkimTab::cancelJob);
    connect(m_test, &QPushButton::clicked, this, &DkimTab::test);
    m_poll.setInterval(pollMs);
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &DkimTab::pollJob);
}

void DkimTab::makeActions()
{
    Actions &actions = m_context.actions;
    const auto add = [&](const char *id, const QString &text, const char *iconName, auto does) {
        QAction *action = actions.add(QLatin1String(id), text, QLatin1String(iconName), {}, this);
        connect(action, &QAction::triggered, this, does);
        return action;
    };
    m_record =
        add("dkim.record", tr("Show the record to publish…"), "file-text", &DkimTab::showRecord);
    m_sign = add("dkim.sign", tr("Let it sign"), "signature", [this] {
        setState(mail::DkimState::Signing, tr("The key signs what leaves the mail host."));
    });
    m_retire = add("dkim.retire", tr("Let it sign no more"), "circle-stop", [this] {
        setState(mail::DkimState::Retiring,
                 tr("The key signs no more; it stays published for what is under way."));
    });
    m_withdraw = add("dkim.withdraw", tr("Withdraw it from DNS"), "circle-x",
                     [this] { setState(mail::DkimState::Retired, tr("The key was withdrawn.")); });
    m_remove = add("dkim.remove", tr("Delete…"), "trash-2", &DkimTab::remove);
    connect(m_table, &ObjectTable::deleteWanted, m_remove, &QAction::trigger);
    connect(m_table, &ObjectTable::menuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("dkim.menu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        menu->addActions({m_record, m_sign, m_retire, m_withdraw});
        menu->addSeparator();
        menu->addAction(m_remove);
        menu->popup(at);
    });
    connect(m_table, &ObjectTable::opened, this, [this] { m_record->trigger(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DkimTab::tellChosen);
}

void DkimTab::show(const store::Scope &scope, const work::DomainLook &look, const QString &why,
                   work::MakeDns dns)
{
    m_scope = scope;
    m_domain = look.report.domain;
    m_basis = look.basis;
    m_why = why;
    m_dns = std::move(dns);
    m_rowsShown.clear();
    QList<check::DkimFound> others = look.report.dkim;
    for (const mail::DkimKey &key : look.basis.keys) {
        if (key.domain.toUtf8() != m_domain)
            continue;
        Row row{key, {}};
        const auto found =
            std::find_if(others.begin(), others.end(), [&](const check::DkimFound &f) {
                return QString::fromUtf8(f.selector) == key.selector;
            });
        if (found != others.end()) {
            row.found = *found;
            others.erase(found);
        }
        m_rowsShown.append(row);
    }
    for (const check::DkimFound &found : std::as_const(others))
        m_rowsShown.append({{}, found});
    fill();
    const mail::Capabilities capabilities = m_context.changes.capabilities(scope);
    const auto create = capabilities.can(mail::Verb::Create, u"dkim_key");
    const bool canCreate = bool(create) && why.isEmpty();
    for (QPushButton *button : {m_new, m_rotate}) {
        button->setEnabled(canCreate);
        button->setToolTip(canCreate ? QString() : why.isEmpty() ? reasonText(create.reason) : why);
    }
    m_testCard->setVisible(look.basis.signs);
    if (look.basis.signs && !m_job)
        pollJob();
}

void DkimTab::fill()
{
    m_model->removeRows(0, m_model->rowCount());
    const QDateTime now = m_context.clock.now();
    for (const Row &row : std::as_const(m_rowsShown)) {
        const QString selector =
            row.key ? row.key->selector : QString::fromUtf8(row.found->selector);
        auto *inDns = cell(!row.found               ? tr("not there")
                           : row.found->key.revoked ? tr("revoked")
                                                    : tr("published"));
        inDns->setData(row.found && row.found->key.usable(), Qt::UserRole);
        const bool hasSigned = row.key && row.key->signsSince && row.key->signsSince->isValid();
        m_model->appendRow(
            {cell(selector), cell(row.key ? algorithmWords(*row.key) : algorithmWords(*row.found)),
             cell(row.key ? stateWords(*row.key) : tr("not of this mail host")), inDns,
             cell(hasSigned ? model::relativeText(*row.key->signsSince, now) : QString())});
    }
    const int rows = m_model->rowCount() == 0 ? 5 : std::clamp(m_model->rowCount(), 2, 8);
    m_table->setFixedHeight(rowHeight(false) * (rows + 1) + scaled(16));
    if (m_model->rowCount() > 0)
        m_table->setState(PageState::Ready);
    else
        m_table->setState(
            PageState::Empty, tr("No DKIM key"),
            tr("Messages leave unsigned. Make a key, and receivers can tell yours from "
               "forged ones."));
    tellChosen();
}

std::optional<DkimTab::Row> DkimTab::chosen() const
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_rowsShown.size())
        return {};
    return m_rowsShown.at(row);
}

void DkimTab::tellChosen()
{
    const auto row = chosen();
    const mail::Capabilities capabilities = m_context.changes.capabilities(m_scope);
    const auto update = capabilities.can(mail::Verb::Update, u"dkim_key", u"state");
    const auto state = row && row->key ? row->key->state : std::nullopt;
    const auto tell = [&](QAction *action, bool fits, const QString &otherwise) {
        const bool can = fits && bool(update) && m_why.isEmpty();
        action->setEnabled(can);
        action->setToolTip(can                ? action->text().remove(u'…')
                           : !m_why.isEmpty() ? m_why
                           : !update          ? reasonText(update.reason)
                                              : otherwise);
    };
    const QString notOurs = tr("Choose a key of this mail host.");
    using S = mail::DkimState;
    tell(m_sign, state == S::Made || state == S::Retiring, notOurs);
    tell(m_retire, state == S::Signing, tr("The key does not sign."));
    tell(m_withdraw, state == S::Made || state == S::Retiring,
         tr("A key that signs has to stay published."));
    tell(m_remove, state && *state != S::Signing, tr("A key that signs cannot be deleted."));
    m_record->setEnabled(row && row->key && row->key->record);
}

void DkimTab::setState(mail::DkimState state, const QString &said)
{
    const auto row = chosen();
    if (!row || !row->key)
        return;
    mail::DkimKey edited = *row->key;
    edited.state = state;
    m_context.changes.applyNow(m_scope,
                               {tr("DKIM key %1 of %2").arg(edited.selector, edited.domain),
                                {mail::difference(*row->key, edited)}},
                               said, this,
                               [this](const Result<work::ApplyReport> &) { emit lookAgain(); });
}

void DkimTab::remove()
{
    const auto row = chosen();
    if (!row || !row->key || !m_remove->isEnabled())
        return;
    m_context.changes.review(
        m_scope,
        {tr("Delete the DKIM key %1 of %2").arg(row->key->selector, row->key->domain),
         {mail::removal(*row->key)}},
        this, this, [this](const Result<work::ApplyReport> &) { emit lookAgain(); });
}

void DkimTab::showRecord()
{
    const auto row = chosen();
    if (!row || !row->key || !row->key->record)
        return;
    check::Proposal proposal;
    proposal.publish.append(check::recordToPublish(
        (row->key->selector + QStringLiteral("._domainkey.") + row->key->domain).toUtf8(),
        wire::RecordType::TXT, *row->key->record));
    emit publishWanted(proposal);
}

void DkimTab::rotate()
{
    m_context.messages.ask(this, tr("Rotate the DKIM keys of %1?").arg(QString::fromUtf8(m_domain)),
                           tr("New keys are made and published. When every name server tells them, "
                              "they sign in place of "
                              "the old ones, which stay published for seven more days, so that "
                              "mail under way can still "
                              "be verified. Nothing leaves unsigned meanwhile."),
                           tr("Rotate"), [this] { startRotation(overlap); });
}

void DkimTab::makeFirstKey(bool ask)
{
    if (!ask) {
        startRotation(0);
        return;
    }
    m_context.messages.ask(this, tr("Sign what leaves %1?").arg(QString::fromUtf8(m_domain)),
                           tr("The mail host makes a key and publishes it. As soon as every name "
                              "server tells it, every "
                              "message that leaves is signed."),
                           tr("Make the key"), [this] { startRotation(0); });
}

void DkimTab::startRotation(int overlapSeconds)
{
    const auto backend = m_context.accounts.backend(m_scope.account);
    if (!backend)
        return;
    m_context.jobs.run(
        tr("Rotate the DKIM keys of %1").arg(QString::fromUtf8(m_domain)),
        {QStringLiteral("account:") + m_scope.account, true},
        [backend, service = m_scope.service, domain = QString::fromUtf8(m_domain),
         overlapSeconds](Progress &progress) {
            return backend->rotateDkim(service, domain, overlapSeconds, progress);
        },
        this,
        [this](const Result<mail::HostJob> &job) {
            if (!job) {
                m_context.messages.error(job.error());
                return;
            }
            showJob(*job);
            emit lookAgain();
        });
}

void DkimTab::pollJob()
{
    const auto backend = m_context.accounts.backend(m_scope.account);
    if (!backend)
        return;
    m_context.jobs.run(
        tr("Look at the rotation"), {{}, true},
        [backend, service = m_scope.service, domain = QString::fromUtf8(m_domain),
         known = m_job](Progress &progress) -> Result<std::optional<mail::HostJob>> {
            if (known) {
                auto job = backend->hostJob(service, known->id, progress);
                if (!job)
                    return job.error();
                return std::optional(*job);
            }
            const auto jobs = backend->hostJobs(service, progress);
            if (!jobs)
                return jobs.error();
            for (const mail::HostJob &job : *jobs)
                if (job.work == u"dkim-rotation" && job.about == domain && !job.isOver())
                    return std::optional(job);
            return std::optional<mail::HostJob>();
        },
        this,
        [this](const Result<std::optional<mail::HostJob>> &job) {
            if (!job)
                return; // the next look tells
            const bool wasStep = m_job && *job && m_job->step != (*job)->step;
            const bool isOver = m_job && (!*job || (*job)->isOver());
            showJob(*job);
            if (wasStep || isOver)
                emit lookAgain();
        });
}

void DkimTab::showJob(const std::optional<mail::HostJob> &job)
{
    m_job = job;
    m_jobLine->setVisible(job.has_value());
    if (!job)
        return;
    const bool isOver = job->isOver();
    m_progress->setVisible(!isOver);
    m_cancelJob->setVisible(!isOver);
    m_progress->setRange(0, std::max(1, job->total.value_or(1)));
    m_progress->setValue(job->done.value_or(0));
    using S = mail::HostJobState;
    m_jobWords->setRole(job->state == S::Failed ? Role::Bad : Role::Text);
    m_jobWords->setText(
        job->state == S::Done        ? tr("The keys were rotated.")
        : job->state == S::Cancelled ? tr("The rotation was stopped; what it did stays.")
        : job->state == S::Failed    ? tr("The rotation failed: %1 The old keys go on signing.")
                                        .arg(job->note.value_or(QString()))
                                  : tr("Rotation, step %1 of %2: %3")
                                        .arg(job->done.value_or(0) + 1)
                                        .arg(job->total.value_or(1))
                                        .arg(stepWords(*job)));
    if (isOver)
        m_job.reset();
    else
        m_poll.start();
}

void DkimTab::cancelJob()
{
    const auto backend = m_context.accounts.backend(m_scope.account);
    if (!backend || !m_job)
        return;
    m_cancelJob->setEnabled(false);
    m_context.jobs.run(
        tr("Stop the rotation"), {{}, true},
        [backend, service = m_scope.service, id = m_job->id](Progress &progress) {
            return backend->cancelHostJob(service, id, progress);
        },
        this,
        [this](const Result<void> &done) {
            m_cancelJob->setEnabled(true);
            if (!done)
                m_context.messages.error(done.error());
            pollJob();
        });
}

void DkimTab::test()
{
    const auto backend = m_context.accounts.backend(m_scope.account);
    if (!backend) {
        m_testState->setText(tr("The mail service does not answer."));
        m_testState->show();
        return;
    }
    m_signatures->clear();
    m_test->setEnabled(false);
    m_testState->setRole(Role::Text);
    m_testState->setText(tr("The mail host signs a message…"));
    m_testState->show();
    m_context.jobs.run(
        tr("Test the DKIM signature of %1").arg(QString::fromUtf8(m_domain)), {{}, true},
        [backend, service = m_scope.service, domain = QString::fromUtf8(m_domain), make = m_dns,
         now = m_context.clock.now().toSecsSinceEpoch()](
            Progress &progress) -> Result<QList<check::DkimSignature>> {
            const auto message = backend->signedMessage(service, domain, progress);
            if (!message)
                return message.error();
            const auto dns = make();
            if (!dns)
                return dns.error();
            return check::verifyDkim(*message, *dns->resolver, progress, now);
        },
        this,
        [this](const Result<QList<check::DkimSignature>> &signatures) {
            m_test->setEnabled(true);
            if (!signatures) {
                m_testState->setRole(Role::Bad);
                m_testState->setText(sentenceFor(signatures.error()).text);
                return;
            }
            const bool all = !signatures->isEmpty() &&
                             std::all_of(signatures->cbegin(), signatures->cend(),
                                         [](const check::DkimSignature &s) {
                                             return s.result == check::DkimResult::Pass;
                                         });
            m_testState->setRole(all ? Role::Good : Role::Bad);
            m_testState->setText(
                signatures->isEmpty() ? tr("The mail host did not sign the message.")
                : all ? tr("%n signature(s) verify.", nullptr, int(signatures->size()))
                      : tr("Not every signature verifies."));
            if (!signatures->isEmpty())
                m_signatures->show(*signatures);
        });
}

} // namespace ui
