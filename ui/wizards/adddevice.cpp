// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/adddevice.h"

#include "app/mail/domain.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/wizards/devicepassword.h"
#include "ui/wizards/devicesteps.h"
#include "ui/wizards/resultpage.h"

namespace ui {

AddDevice::AddDevice(Context &context, const store::Scope &scope, const QString &mailbox,
                     QWidget *parent)
    : Wizard(context, tr("Add a device"), parent)
    , m_scope(scope)
    , m_mailbox(mailbox)
{
    setObjectName(QStringLiteral("addDevice"));
    if (const auto known = context.cache.mailbox(scope, mailbox))
        m_address = known->address;
    m_device = new DeviceStep(this);
    m_user = new DeviceUserStep(context.cache.accesses(scope, mailbox), this);
    m_protocol = new ProtocolStep(this);
    addStep(m_device);
    addStep(m_user);
    addStep(m_protocol);
    start();
}

void AddDevice::finish()
{
    mail::Device device;
    device.service = m_scope.service;
    device.mailbox = m_mailbox;
    device.label = m_device->label();
    device.type = m_device->type();
    device.protocols = m_protocol->protocols();
    const mail::Access *user = m_user->user();
    device.user = user ? user->user : 0;
    if (user)
        device.userName = user->userName;
    const QString address = mail::addressForPeople(m_address);
    const mail::ChangeSet set{tr("Add the device %1 to %2").arg(m_device->label(), address),
                              {mail::creation(device)}};
    setBusy(tr("Creating a password for %1").arg(m_device->label()));
    m_context.changes.applyNow(
        m_scope, set, tr("%1 can now log in to %2.").arg(m_device->label(), address), answers(),
        [this](const Result<work::ApplyReport> &report) { show(report); });
}

void AddDevice::show(const Result<work::ApplyReport> &report)
{
    setBusy({});
    if (!report || !report->rows.first().effective) {
        showProblem(sentenceFor(report ? report->rows.first().error : report.error()).text);
        return;
    }
    const work::RowResult &row = report->rows.first();
    auto *page = new ResultPage(tr("The password of %1").arg(m_device->label()), this);
    m_shown = new DevicePassword(m_context.changes.capabilities(m_scope), m_address,
                                 m_protocol->protocols(), row, page);
    page->addWidget(m_shown);
    page->addButton(tr("Finish"), QStringLiteral("result.finish"), [this] { reject(); });
    Context &context = m_context;
    const store::Scope scope = m_scope;
    const QString mailbox = m_mailbox;
    QWidget *over = parentWidget();
    page->addButton(tr("Add another device"), QStringLiteral("result.another"),
                    [this, &context, scope, mailbox, over] {
                        m_shown->leave(context.messages, [this, &context, scope, mailbox, over] {
                            accept();
                            (new AddDevice(context, scope, mailbox, over))->open();
                        });
                    });
    showResult(page);
}

void AddDevice::reject()
{
    if (m_shown)
        m_shown->leave(m_context.messages, [this] { accept(); });
    else
        Wizard::reject();
}

} // namespace ui
