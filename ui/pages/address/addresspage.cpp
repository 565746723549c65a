// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/address/addresspage.h"

#include "ui/pages/address/devicestab.h"
#include "ui/pages/address/generaltab.h"
#include "ui/pages/remedy.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/adddevice.h"
#include "ui/wizards/adduser.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

AddressPage::AddressPage(Context &context, const Place &place, QWidget *parent)
    : Page(context, place, parent)
    , m_accesses(context.cache, context.clock)
    , m_devices(context.cache, context.clock)
{
    setObjectName(QStringLiteral("page.address"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->setParentPage(tr("Addresses"), [this] {
        m_context.navigator.go({QStringLiteral("addresses"), m_place.scope, {}, {}});
    });
    column->addWidget(m_header);
    m_bar = new MessageBar(this);
    m_bar->setObjectName(QStringLiteral("address.bar"));
    column->addWidget(m_bar);
    m_panel = new StatePanel(this);
    column->addWidget(m_panel, 1);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("address.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the address"));
    m_tabs->tabBar()->setDrawBase(true);
    m_tabs->tabBar()->setExpanding(false);
    m_general = new GeneralTab(context, m_accesses, m_devices, m_tabs);
    m_deviceTab = new DevicesTab(context, m_devices, m_tabs);
    m_tabs->addTab(m_general, tr("General"));
    m_tabs->addTab(m_deviceTab, tr("Devices"));
    auto *tabs = new QHBoxLayout; // so that the first tab begins below the title
    tabs->setContentsMargins(grid(3) - scaled(12), 0, 0, 0);
    tabs->addWidget(m_tabs);
    column->addLayout(tabs, 1);
    takeFocusAt(m_tabs->tabBar());
    makeActions();

    const auto pending = [this](const mail::Ref &ref) {
        return m_context.changes.pending(m_place.scope, ref);
    };
    m_accesses.setPending(pending);
    m_devices.setPending(pending);
    connect(&context.changes, &Changes::pendingChanged, this, [this] {
        m_accesses.pendingChanged();
        m_devices.pendingChanged();
        load();
    });
    connect(&context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        if (!(touched.scope == m_place.scope))
            return;
        const bool mine = touched.kind == QLatin1String("mailbox") &&
                          (touched.keys.isEmpty() || touched.keys.contains(m_place.address));
        const bool inside = touched.parent == m_place.address && !touched.parent.isEmpty();
        if (inside)
            m_isLoading = false;
        if (mine || inside || touched.kind == u"service" || touched.kind == u"capabilities")
            load();
    });
    connect(&context.accounts, &Accounts::refreshFailed, this,
            [this](const store::Scope &scope, const Error &error) {
                if (scope == m_place.scope)
                    failed(error);
            });
    connect(&context.accounts, &Accounts::connectionChanged, this, [this](const QString &account) {
        if (account != m_place.scope.account)
            return;
        const auto now = m_context.accounts.connection(account);
        if (now == Accounts::Connection::Offline || now == Accounts::Connection::Refused)
            m_isLoading = false;
        const bool isBack = now == Accounts::Connection::Online && m_isCutOff;
        if (isBack) {
            m_isCutOff = false;
            m_bar->dismiss();
        }
        // Or the page was opened before the account was signed in.
        if (isBack || (now == Accounts::Connection::Online && !m_wasAsked))
            refresh();
        else
            load();
    });
    connect(m_general, &GeneralTab::refreshWanted, this, &AddressPage::refresh);
    connect(m_deviceTab, &DevicesTab::retryWanted, this, &AddressPage::refresh);
    connect(m_deviceTab, &DevicesTab::addWanted, this, &AddressPage::addDevice);
    connect(m_tabs, &QTabWidget::currentChanged, this, &AddressPage::showTab);
    show(place);
}

void AddressPage::makeActions()
{
    Actions &actions = m_context.actions;
    m_addUser = actions.add(QStringLiteral("address.addUser"), tr("Add user"),
                            QStringLiteral("user-plus"), QKeySequence::New, this);
    m_addDevice = actions.add(QStringLiteral("address.addDevice"), tr("Add a device"),
                              QStringLiteral("plus"), QKeySequence(tr("Ctrl+Shift+N")), this);
    QAction *copy = actions.add(QStringLiteral("address.copy"), tr("Copy address"),
                                QStringLiteral("copy"), {}, this);
    m_note = actions.add(QStringLiteral("address.editNote"), tr("Edit note"),
                         QStringLiteral("pencil"), QKeySequence(Qt::Key_F2), this);
    m_delete = actions.add(QStringLiteral("address.delete"), tr("Delete address…"),
                           QStringLiteral("trash-2"), {}, this);
    m_header->more()->setToolTipsVisible(true);
    for (QAction *action : {m_addUser, m_addDevice, copy, m_note})
        m_header->more()->addAction(action);
    m_header->more()->addSeparator();
    m_header->more()->addAction(m_delete);
    connect(m_addUser, &QAction::triggered, this, &AddressPage::addUser);
    connect(m_addDevice, &QAction::triggered, this, &AddressPage::addDevice);
    connect(copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_mailbox.addressIdn);
        m_context.messages.confirm(tr("%1 was copied.").arg(m_mailbox.addressIdn));
    });
    connect(m_note, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_general);
        m_general->editNote();
    });
    connect(m_delete, &QAction::triggered, this, &AddressPage::remove);
}

void AddressPage::show(const Place &place)
{
    const bool isOther = m_mailbox.name != place.address || !(m_place.scope == place.scope);
    Page::show(place);
    if (!place.tab.isEmpty())
        m_tabs->setCurrentWidget(place.tab == QLatin1String("devices")
                                     ? static_cast<QWidget *>(m_deviceTab)
                                     : m_general);
    if (isOther) {
        m_bar->dismiss();
        m_isCutOff = false;
        m_mailbox = {};
        m_accesses.setMailbox(place.scope, place.address);
        m_devices.setMailbox(place.scope, place.address);
        refresh();
    }
    showTab();
}

void AddressPage::refresh()
{
    m_isLoading = true;
    m_wasAsked = m_context.accounts.backend(m_place.scope.account) != nullptr;
    m_context.accounts.refreshMailbox(m_place.scope, m_place.address);
    load();
}

void AddressPage::load()
{
    const auto known = m_context.cache.mailbox(m_place.scope, m_place.address);
    m_tabs->setVisible(known.has_value());
    m_panel->setVisible(!known);
    if (!known) {
        m_header->setTitle(m_place.address);
        if (m_isLoading && m_mailbox.name.isEmpty())
            m_panel->set(PageState::Loading, tr("Reading %1").arg(m_place.address), {});
        else
            m_panel->set(
                PageState::Empty, tr("This address does not exist"),
                tr("It was deleted, here or elsewhere."), tr("Go to the addresses"), [this] {
                    m_context.navigator.go({QStringLiteral("addresses"), m_place.scope, {}, {}});
                });
        for (QAction *action : {m_addUser, m_addDevice, m_delete})
            action->setEnabled(false);
        return;
    }
    m_mailbox = *known;
    m_header->setTitle(known->addressIdn);
    showAge();
    const mail::Capabilities capabilities = m_context.changes.capabilities(m_place.scope);
    const auto tell = [&](QAction *action, const mail::Capabilities::Answer &answer) {
        action->setEnabled(bool(answer));
        action->setToolTip(answer ? action->text().remove(u'…') : reasonText(answer.reason));
    };
    tell(m_addUser, capabilities.can(mail::Verb::Create, u"access"));
    tell(m_addDevice, capabilities.can(mail::Verb::Create, u"device"));
    tell(m_delete, capabilities.can(mail::Verb::Remove, u"mailbox"));
    const bool isOffline =
        m_context.accounts.connection(m_place.scope.account) == Accounts::Connection::Offline;
    if (isOffline && m_addDevice->isEnabled()) {
        m_addDevice->setEnabled(false);
        m_addDevice->setToolTip(tr("The mail service does not answer. A password is made and shown "
                                   "at once, so it has to wait."));
    }
    if (known->isLimited.value_or(false) && m_addUser->isEnabled()) {
        m_addUser->setEnabled(false);
        m_addUser->setToolTip(
            tr("An account uses this address as its login, so it cannot be shared further."));
    }
    m_general->setMailbox(m_place.scope, *known);
    m_deviceTab->setMailbox(m_place.scope, *known);
    m_deviceTab->showState(m_isLoading, {});
    m_tabs->setTabText(1, m_devices.devices().isEmpty()
                              ? tr("Devices")
                              : tr("Devices (%1)").arg(m_devices.devices().size()));
}

void AddressPage::showAge()
{
    const QDateTime at = m_context.cache.knownSince(m_place.scope, m_place.address);
    m_header->setAge(at, m_context.accounts.connection(m_place.scope.account) ==
                             Accounts::Connection::Offline);
}

void AddressPage::showTab()
{
    const bool isDevices = m_tabs->currentWidget() == m_deviceTab;
    m_place.tab = isDevices ? QStringLiteral("devices") : QStringLiteral("general");
    m_header->setPrimary(isDevices ? m_addDevice : m_addUser);
    // F2 edits the cell where one can be edited: a device has none.
    m_note->setShortcut(isDevices ? QKeySequence() : QKeySequence(Qt::Key_F2));
    m_addUser->setShortcut(isDevices ? QKeySequence() : QKeySequence(QKeySequence::New));
    m_addDevice->setShortcut(isDevices ? QKeySequence(QKeySequence::New)
                                       : QKeySequence(tr("Ctrl+Shift+N")));
}

void AddressPage::failed(const Error &error)
{
    m_isLoading = false;
    load();
    m_deviceTab->showState(false, error);
    if (error.kind == Error::Kind::Cancelled)
        return;
    m_isCutOff =
        m_context.accounts.connection(m_place.scope.account) != Accounts::Connection::Online;
    const Sentence sentence = sentenceFor(error);
    const Remedy remedy = remedyFor(m_context, error, [this] {
        m_bar->dismiss();
        refresh();
    });
    m_bar->say(
        {error.kind == Error::Kind::Offline ? Messages::Kind::Information : Messages::Kind::Error,
         sentence.text, sentence.details, remedy.text, remedy.run});
}

void AddressPage::addUser()
{
    (new AddUser(m_context, m_place.scope, m_place.address, this))->open();
}

void AddressPage::addDevice()
{
    if (m_addDevice->isEnabled())
        (new AddDevice(m_context, m_place.scope, m_place.address, this))->open();
}

void AddressPage::remove()
{
    m_context.changes.review(
        m_place.scope, {tr("Delete %1").arg(m_mailbox.addressIdn), {mail::removal(m_mailbox)}},
        this, this, [this](const Result<work::ApplyReport> &report) {
            if (report && report->failed == 0)
                m_context.navigator.go({QStringLiteral("addresses"), m_place.scope, {}, {}});
        });
}

QByteArray AddressPage::saveState() const { return m_place.tab.toUtf8(); }

void AddressPage::restoreState(const QByteArray &state)
{
    m_tabs->setCurrentIndex(state == QByteArrayLiteral("devices") ? 1 : 0);
}

} // namespace ui
