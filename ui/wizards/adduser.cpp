// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/adduser.h"

#include "app/mail/access.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/wizards/peopleeditor.h"
#include "ui/wizards/resultpage.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace ui {

namespace {

// The one question of this wizard around the editor that the create wizard uses too.
class WhoStep : public WizardStep
{
public:
    WhoStep(const QString &address, PeopleEditor *editor, QWidget *parent)
        : WizardStep(QCoreApplication::translate("ui::AddUser", "Who shall use %1?").arg(address),
                     QCoreApplication::translate("ui::AddUser", "Add"), parent)
        , m_editor(editor)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(editor);
        connect(editor, &PeopleEditor::changed, this, &WizardStep::completeChanged);
    }
    bool isComplete() const override { return !m_editor->chosen().isEmpty(); }
    QString incompleteReason() const override
    {
        return QCoreApplication::translate("ui::AddUser", "Tick at least one person.");
    }
    bool isTouched() const override { return isComplete(); }
    QWidget *firstField() const override { return m_editor->firstField(); }

private:
    PeopleEditor *m_editor;
};

} // namespace

AddUser::AddUser(Context &context, const store::Scope &scope, const QString &mailbox,
                 QWidget *parent)
    : Wizard(context, tr("Add users"), parent)
    , m_scope(scope)
    , m_mailbox(mailbox)
    , m_people(new PeopleEditor)
{
    setObjectName(QStringLiteral("addUser"));
    const auto known = context.cache.mailbox(scope, mailbox);
    m_address = known ? known->addressIdn : mailbox;
    const auto service = context.cache.service(scope);
    QSet<qint64> already;
    for (const mail::Access &access : context.cache.accesses(scope, mailbox))
        already.insert(access.user);
    m_people->setPeople(
        service ? context.cache.users(scope.account, service->organisation) : QList<mail::User>(),
        service ? service->defaultRights.value_or(mail::Rights::all()) : mail::Rights::all(),
        already);
    addStep(new WhoStep(m_address, m_people, this));
    start();
}

void AddUser::finish()
{
    mail::ChangeSet set;
    QStringList names;
    for (const ChosenPerson &person : m_people->chosen()) {
        mail::Access access;
        access.service = m_scope.service;
        access.mailbox = m_mailbox;
        access.user = person.user.id;
        access.userName = person.user.displayName;
        access.userEmail = person.user.email;
        access.rights = person.rights;
        set.changes.append(mail::creation(access));
        names.append(person.user.displayName);
    }
    set.title = names.size() == 1
                    ? tr("Give %1 access to %2").arg(names.first(), m_address)
                    : tr("Give %Ln people access to %1", nullptr, int(names.size())).arg(m_address);
    const QString said =
        names.size() == 1
            ? tr("%1 now uses %2.").arg(names.first(), m_address)
            : tr("%Ln people more now use %1.", nullptr, int(names.size())).arg(m_address);
    setBusy(set.title);
    m_context.changes.applyNow(m_scope, set, said, answers(),
                               [this](const Result<work::ApplyReport> &report) { show(report); });
}

void AddUser::show(const Result<work::ApplyReport> &report)
{
    setBusy({});
    const bool isKept = report && report->rows.size() == 1 && report->failed == 1 &&
                        report->rows.first().error.kind == Error::Kind::Offline;
    if (!report && report.error().kind != Error::Kind::Offline) {
        showProblem(sentenceFor(report.error()).text);
        return;
    }
    if (!report || report->failed == 0 || isKept) { // the message bar has said it
        accept();
        return;
    }
    auto *page = new ResultPage(tr("Not all was done"), this);
    page->addRows(report->rows, m_address.section(u'@', 1));
    const qint64 entry = report->entry;
    page->addButton(tr("Close"), QStringLiteral("result.close"), [this] { accept(); });
    page->addButton(tr("Retry what failed"), QStringLiteral("result.retry"), [this, entry] {
        m_context.changes.retry(entry);
        accept();
    });
    showResult(page);
}

} // namespace ui
