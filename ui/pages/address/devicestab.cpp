// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/address/devicestab.h"

#include "ui/shell/accounts.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/text.h"
#include "ui/wizards/devicepassword.h"

#include <QAction>
#include <QEvent>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

DevicesTab::DevicesTab(Context &context, model::DeviceModel &devices, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_devices(devices)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(12), grid(2), grid(3), grid(2)); // the page has the rest
    column->setSpacing(grid());
    auto *hint =
        Text::muted(tr("Each device has a password of its own for reading and sending with "
                       "a mail program. Web mail is not affected by what is done here."),
                    this);
    hint->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(grid(2));
    top->addWidget(hint, 1);
    column->addLayout(top);
    m_table = new ObjectTable(this);
    m_table->setObjectName(QStringLiteral("devices.table"));
    m_table->setAccessibleName(tr("Devices"));
    m_table->setModel(&m_devices);
    const std::tuple<int, int, int> widths[] = {{model::DeviceModel::User, 140, 240},
                                                {model::DeviceModel::Protocols, 90, 160},
                                                {model::DeviceModel::Creator, 120, 200},
                                                {model::DeviceModel::Created, 100, 150},
                                                {model::DeviceModel::LastUse, 100, 150}};
    m_table->setStretch(model::DeviceModel::Label, scaled(200));
    for (const auto &[section, width, most] : widths) {
        m_table->setColumnWidth(section, scaled(width));
        m_table->setFollow(section, scaled(most));
    }
    m_table->remember(context.settings, QStringLiteral("devices/table"));
    m_table->setDense(context.settings.isDense());
    column->addWidget(m_table, 1);

    m_password = new QAction(icon(QStringLiteral("key-round")), tr("Change password…"), this);
    m_password->setObjectName(QStringLiteral("devices.changePassword"));
    m_disconnect = new QAction(icon(QStringLiteral("unplug")), tr("Disconnect…"), this);
    m_disconnect->setObjectName(QStringLiteral("devices.disconnect"));
    m_disconnect->setShortcut(Qt::Key_Delete);
    m_disconnect->setShortcutContext(Qt::WidgetShortcut); // the table has the key; this shows it
    m_all = new QPushButton(tr("Disconnect all devices…"), this);
    m_all->setObjectName(QStringLiteral("devices.disconnectAll"));
    m_all->setAccessibleName(m_all->text());
    setWeight(m_all, Weight::Quiet);
    m_all->setAutoDefault(false);
    m_all->setCursor(Qt::PointingHandCursor);
    top->addWidget(m_all, 0, Qt::AlignTop);
    paintRed();

    connect(m_table, &ObjectTable::menuWanted, this, &DevicesTab::menu);
    connect(m_table, &ObjectTable::deleteWanted, this, &DevicesTab::disconnectDevice);
    connect(m_table, &ObjectTable::opened, this, [this] {
        menu(m_table->viewport()->mapToGlobal(
            m_table->visualRect(m_table->currentIndex()).bottomLeft()));
    });
    connect(m_password, &QAction::triggered, this, &DevicesTab::changePassword);
    connect(m_disconnect, &QAction::triggered, this, &DevicesTab::disconnectDevice);
    connect(m_all, &QPushButton::clicked, this, &DevicesTab::disconnectAll);
    connect(&m_devices, &model::DeviceModel::refreshed, this, [this] {
        showCapabilities();
        showState(m_isLoading, m_error);
    });
}

void DevicesTab::setMailbox(const store::Scope &scope, const mail::Mailbox &mailbox)
{
    m_scope = scope;
    m_mailbox = mailbox;
    showCapabilities();
}

QWidget *DevicesTab::firstField() const { return m_table; }

void DevicesTab::showCapabilities()
{
    const mail::Capabilities capabilities = m_context.changes.capabilities(m_scope);
    const auto tell = [](auto *control, const mail::Capabilities::Answer &answer,
                         const QString &otherwise) {
        control->setEnabled(bool(answer));
        control->setToolTip(answer ? otherwise : reasonText(answer.reason));
    };
    const auto remove = capabilities.can(mail::Verb::Remove, u"device");
    auto password = capabilities.can(mail::Verb::Update, u"device", u"password");
    tell(m_password, password,
         tr("Makes a new password and cuts the current connection. The device can come back with "
            "the new one."));
    tell(m_disconnect, remove, tr("Removes the device, its password and its connection."));
    tell(m_all, remove, tr("Removes every device password of this address."));
    // A password that is made later could not be shown: it needs the service now.
    if (password &&
        m_context.accounts.connection(m_scope.account) == Accounts::Connection::Offline) {
        m_password->setEnabled(false);
        m_password->setToolTip(tr("The mail service does not answer. A password is made and shown "
                                  "at once, so it has to wait."));
    }
    m_all->setVisible(!m_devices.devices().isEmpty());
}

void DevicesTab::paintRed()
{
    QPalette red; // one role only: the others follow the theme
    red.setColor(QPalette::ButtonText, colour(Role::Bad, palette()));
    m_all->setPalette(red);
}

void DevicesTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintRed();
}

void DevicesTab::showState(bool isLoading, const std::optional<Error> &error)
{
    m_isLoading = isLoading;
    m_error = error;
    if (!m_devices.devices().isEmpty()) {
        m_table->setState(PageState::Ready);
    } else if (m_devices.knownSince().isValid()) {
        m_table->setState(PageState::Empty, tr("No devices yet"),
                          tr("Nobody can log in with a mail program. Add a device to get a "
                             "password."),
                          tr("Add a device"), [this] { emit addWanted(); });
    } else if (isLoading) {
        m_table->setState(PageState::Loading, tr("Reading the devices"));
    } else if (error) {
        const bool isOffline = error->kind == Error::Kind::Offline;
        m_table->setState(isOffline                               ? PageState::Offline
                          : error->kind == Error::Kind::Forbidden ? PageState::Forbidden
                                                                  : PageState::Error,
                          tr("The devices were not read yet"), sentenceFor(*error).text,
                          tr("Retry"), [this] { emit retryWanted(); });
    }
}

std::optional<mail::Device> DevicesTab::current() const
{
    return m_devices.device(m_table->currentRow());
}

void DevicesTab::menu(const QPoint &at)
{
    if (!current())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("devices.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(m_password);
    menu->addAction(m_disconnect);
    menu->popup(at);
}

void DevicesTab::changePassword()
{
    const auto device = current();
    if (!device || !m_password->isEnabled())
        return;
    const QString label = device->label.value_or(QString());
    m_context.messages.ask(
        this, tr("Make a new password for %1?").arg(label),
        tr("The current connection is cut and the old password is refused at once. The device can "
           "come back when the new password is typed into its mail program. Other devices are not "
           "touched."),
        tr("Make a new password"), [this, device, label] {
            mail::Device wish = *device;
            wish.password = QStringLiteral("set");
            // The old password is gone with the answer: it is shown even when the page was left.
            QWidget *over = window();
            m_context.changes.applyNow(
                m_scope,
                {tr("New password for %1 on %2").arg(label, m_mailbox.addressIdn),
                 {mail::difference(*device, wish)}},
                tr("%1 has a new password.").arg(label), over,
                [&context = m_context, scope = m_scope, address = m_mailbox.address, device,
                 over](const Result<work::ApplyReport> &report) {
                    if (report && report->done > 0)
                        showNewPassword(context, scope, address, *device, report->rows.first(),
                                        over);
                });
        });
}

void DevicesTab::disconnectDevice()
{
    const auto device = current();
    if (device && m_disconnect->isEnabled())
        m_context.changes.review(m_scope,
                                 {tr("Disconnect %1 from %2")
                                      .arg(device->label.value_or(QString()), m_mailbox.addressIdn),
                                  {mail::removal(*device)}},
                                 this, this, {});
}

void DevicesTab::disconnectAll()
{
    QJsonArray known; // for the review and the journal; all are meant, listed here or not
    for (const mail::Device &device : m_devices.devices())
        known.append(
            QJsonObject{{QStringLiteral("label"), device.label.value_or(QString())},
                        {QStringLiteral("user_name"), device.userName.value_or(QString())}});
    const mail::Change all{mail::Verb::Remove,
                           {QLatin1String(mail::Device::kind), m_scope.service, m_mailbox.name,
                            QStringLiteral("*"), tr("all devices of %1").arg(m_mailbox.addressIdn),
                            0},
                           {{QStringLiteral("devices"), known}},
                           {}};
    m_context.changes.review(
        m_scope, {tr("Disconnect all devices of %1").arg(m_mailbox.addressIdn), {all}}, this, this);
}

} // namespace ui
