// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/createaddress.h"

#include "app/mail/access.h"
#include "app/mail/domain.h"
#include "app/mail/mailbox.h"
#include "ui/shell/accounts.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/shell/navigator.h"
#include "ui/wizards/adddevice.h"
#include "ui/wizards/namestep.h"
#include "ui/wizards/peoplestep.h"
#include "ui/wizards/resultpage.h"
#include "ui/wizards/reviewstep.h"

#include <algorithm>

namespace ui {

CreateAddress::CreateAddress(Context &context, const store::Scope &scope, QWidget *parent)
    : Wizard(context, tr("Create an address"), parent)
    , m_scope(scope)
{
    setObjectName(QStringLiteral("createAddress"));
    if (const auto service = context.cache.service(scope))
        m_domain = service->domain;
    m_name = new NameStep(context, scope, this);
    m_people = new PeopleStep(context, scope, this);
    m_review = new ReviewStep(
        context, scope, tr("Create address"), [this] { return plan(); }, this);
    addStep(m_name);
    addStep(m_people);
    addStep(m_review);
    start();
}

mail::ChangeSet CreateAddress::plan() const
{
    mail::Mailbox mailbox;
    mailbox.service = m_scope.service;
    mailbox.name = m_name->name();
    mailbox.address = QStringLiteral("%1@%2").arg(mailbox.name, m_domain);
    mailbox.addressIdn = mail::addressForPeople(mailbox.address);
    if (!m_name->note().isEmpty())
        mailbox.note = m_name->note();
    // "Decide later" is a creation without a target.
    if (m_people->who() == PeopleStep::Who::Myself)
        mailbox.target = mail::Target::CurrentUser;
    else if (m_people->who() == PeopleStep::Who::People)
        mailbox.target = mail::Target::OtherUser;
    else if (m_people->who() == PeopleStep::Who::Everybody)
        mailbox.target = mail::Target::WholeOrganisation;

    mail::ChangeSet set{tr("Create %1").arg(mailbox.addressIdn), {mail::creation(mailbox)}};
    for (const ChosenPerson &person : m_people->people()) {
        mail::Access access;
        access.service = m_scope.service;
        access.mailbox = mailbox.name;
        access.user = person.user.id;
        access.userName = person.user.displayName;
        access.userEmail = person.user.email;
        access.rights = person.rights;
        set.changes.append(mail::creation(access));
    }
    m_review->setHint(hint());
    return set;
}

QString CreateAddress::hint() const
{
    switch (m_people->who()) {
    case PeopleStep::Who::Myself:
        return tr("You get access with all rights.");
    case PeopleStep::Who::People:
        return {};
    case PeopleStep::Who::Later:
        return tr("Nobody has access yet, and there is no password. Mail for the address is "
                  "received and kept.");
    case PeopleStep::Who::Everybody:
        break;
    }
    QString text =
        m_people->everybody() > 1
            ? tr("All %Ln people of the organisation get access, with the rights that new users "
                 "get "
                 "here.",
                 nullptr, m_people->everybody())
            : tr("All people of the organisation get access, with the rights that new users get "
                 "here.");
    const auto service = m_context.cache.service(m_scope);
    if (service && service->defaultRights &&
        service->defaultRights->get(mail::Right::SendEmails) == false)
        text += u' ' + tr("They can read but not send.");
    return text + u' ' + tr("Whoever joins later has no access until you add them.");
}

QString CreateAddress::whoHasAccess(const QString &name) const
{
    const auto mailbox = m_context.cache.mailbox(m_scope, name);
    const QString later = tr("Whoever joins later has no access until you add them.");
    if (!mailbox || !mailbox->userCount) // the service did not tell
        return later;
    return tr("%Ln people have access.", nullptr, *mailbox->userCount) + u' ' + later;
}

void CreateAddress::finish()
{
    const mail::ChangeSet set = m_review->plan();
    const QString address = set.changes.first().object.label;
    setBusy(tr("Creating %1").arg(address));
    m_context.changes.applyNow(m_scope, set, tr("%1 was created.").arg(address), answers(),
                               [this](const Result<work::ApplyReport> &report) { show(report); });
}

void CreateAddress::show(const Result<work::ApplyReport> &report)
{
    setBusy({});
    const auto wentOffline = [&] {
        return report->done == 0 && report->rows.size() == 1 &&
               report->rows.first().error.kind == Error::Kind::Offline;
    };
    if (report && !wentOffline()) {
        if (report->rows.value(0).effective)
            emit created(report->rows.first().effective->object.key);
        showDone(*report);
        return;
    }
    if (!report && report.error().kind != Error::Kind::Offline) {
        showProblem(sentenceFor(report.error()).text);
        return;
    }
    auto *page = new ResultPage(tr("Kept for later"), this);
    page->addText(tr("The mail service does not answer. The address will be created after a review "
                     "when it is back."));
    page->addButton(tr("Close"), QStringLiteral("result.close"), [this] { accept(); });
    showResult(page);
}

void CreateAddress::showDone(const work::ApplyReport &report)
{
    const mail::Change wish = report.rows.first().wish;
    const QString address = wish.object.label;
    if (!report.rows.first().effective) {
        // There is no such address: the plan stays in front of the user, who can go back and mend
        // it.
        showProblem(sentenceFor(report.rows.first().error).text);
        return;
    }
    const QString name = report.rows.first().effective->object.key;
    const bool isAll =
        std::none_of(report.rows.cbegin(), report.rows.cend(),
                     [](const work::RowResult &row) { return !row.effective || row.isShort(); });
    auto *page = new ResultPage(isAll ? tr("%1 is ready").arg(address)
                                      : tr("%1 exists, but not all was done").arg(address),
                                this);
    page->addRows(report.rows, address.section(u'@', 1));
    if (m_people->who() == PeopleStep::Who::Later)
        page->addText(isAll ? tr("It receives mail now. It has no password and no user: add a "
                                 "device password or a user when you need to read it.")
                            : tr("It has no password and no user: add a device password or a user "
                                 "when you need to read it."));
    else if (m_people->who() == PeopleStep::Who::Everybody)
        page->addText(whoHasAccess(name));
    if (m_people->who() != PeopleStep::Who::Later)
        page->addText(tr("Mail programs need a device password of their own."));
    Context &context = m_context;
    const store::Scope scope = m_scope;
    QWidget *over = parentWidget();
    page->addButton(tr("Add a device password"), QStringLiteral("result.device"),
                    [this, &context, scope, name, over] {
                        accept();
                        context.navigator.go(
                            {QStringLiteral("address"), scope, name, QStringLiteral("devices")});
                        (new AddDevice(context, scope, name, over))->open();
                    });
    page->addButton(tr("Open the address"), QStringLiteral("result.open"),
                    [this, &context, scope, name] {
                        accept();
                        context.navigator.go({QStringLiteral("address"), scope, name, {}});
                    });
    page->addButton(tr("Create another"), QStringLiteral("result.another"),
                    [this, &context, scope, over] {
                        accept();
                        (new CreateAddress(context, scope, over))->open();
                    });
    page->addButton(tr("Close"), QStringLiteral("result.close"), [this] { accept(); });
    showResult(page);
}

} // namespace ui
