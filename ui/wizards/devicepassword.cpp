// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/devicepassword.h"

#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/secretview.h"
#include "ui/widgets/text.h"

#include <QClipboard>
#include <QDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

// Whichever way it is closed, it asks before a password is lost.
class NewPasswordDialog : public QDialog
{
public:
    NewPasswordDialog(Messages &messages, QWidget *parent)
        : QDialog(parent)
        , m_messages(messages)
    {
    }

    void setShown(DevicePassword *shown) { m_shown = shown; }

protected:
    void reject() override
    {
        m_shown->leave(m_messages, [this] { accept(); });
    }

private:
    Messages &m_messages;
    DevicePassword *m_shown = nullptr;
};

} // namespace

DevicePassword::DevicePassword(const mail::Capabilities &capabilities, const QString &address,
                               mail::Protocols protocols, const work::RowResult &made,
                               QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid());
    if (made.isShort()) {
        const Sentence sentence = sentenceFor(made.error);
        const bool isLate = made.error.code == u"not-yet" && !made.password.isEmpty();
        auto *text = new Text(isLate ? tr("The mail servers do not know this password yet. It "
                                          "works as soon as they do; one before it works until "
                                          "then.")
                                     : sentence.text,
                              Size::Body, Role::Warning, this);
        text->setObjectName(QStringLiteral("device.shortfall"));
        text->setToolTip(sentence.details);
        text->setWordWrap(true);
        column->addWidget(text);
        column->addSpacing(grid());
    }
    if (!made.password.isEmpty())
        addPassword(column, made.password);
    column->addWidget(Text::section(tr("Settings of the mail program"), this));
    m_settings = new QGridLayout;
    m_settings->setHorizontalSpacing(grid(2));
    m_settings->setVerticalSpacing(grid(0.5));
    m_settings->setColumnStretch(1, 1);
    column->addLayout(m_settings);
    column->addStretch();

    const mail::MailSettings &settings = capabilities.mailSettings;
    addSetting(tr("User name"), address, QStringLiteral("user"));
    if (settings.host.isEmpty()) {
        auto *unknown =
            Text::muted(tr("This mail service does not tell its server and ports."), this);
        m_settings->addWidget(unknown, m_settings->rowCount(), 1);
        return;
    }
    addSetting(tr("Server"), settings.host, QStringLiteral("host"));
    // The one with TLS from the first byte, or else the one that begins it.
    const auto add = [&](const QString &what, int tls, int startTls, const QString &name) {
        if (tls > 0)
            addSetting(tr("%1 port (SSL/TLS)").arg(what), QString::number(tls), name);
        else if (startTls > 0)
            addSetting(tr("%1 port (STARTTLS)").arg(what), QString::number(startTls), name);
    };
    if (protocols != mail::Protocols::Pop3)
        add(tr("IMAP"), settings.imaps, settings.imap, QStringLiteral("imap"));
    if (protocols != mail::Protocols::Imap)
        add(tr("POP3"), settings.pop3s, settings.pop3, QStringLiteral("pop3"));
    add(tr("SMTP"), settings.submissions, 0, QStringLiteral("smtp"));
    add(tr("SMTP"), 0, settings.submission, QStringLiteral("smtp.starttls"));
    auto *hint = Text::muted(tr("Log in with the full address for receiving and for sending; the "
                                "password is the same for both."),
                             this);
    hint->setWordWrap(true);
    m_settings->addWidget(hint, m_settings->rowCount(), 0, 1, 3);
}

void DevicePassword::addPassword(QVBoxLayout *column, const Secret &password)
{
    auto *once = Text::muted(tr("This password is shown once. Copy it into the mail program now; "
                                "when it is lost, make a new one."),
                             this);
    once->setWordWrap(true);
    column->addWidget(once);
    m_secret = new SecretView(this);
    m_secret->setObjectName(QStringLiteral("device.password"));
    m_secret->setSecret(password);
    column->addWidget(m_secret);
    column->addSpacing(grid());
}

void DevicePassword::addSetting(const QString &what, const QString &value, const QString &name)
{
    const int row = m_settings->rowCount();
    auto *label = Text::muted(what, this);
    m_settings->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    auto *text = new Text(value, Size::Body, Role::Text, this);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setObjectName(QStringLiteral("setting.%1").arg(name));
    m_settings->addWidget(text, row, 1);
    auto *copy = new QToolButton(this);
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy %1").arg(value));
    copy->setAccessibleName(tr("Copy: %1").arg(what));
    copy->setObjectName(QStringLiteral("setting.%1.copy").arg(name));
    m_settings->addWidget(copy, row, 2);
    connect(copy, &QToolButton::clicked, this,
            [value] { QGuiApplication::clipboard()->setText(value); });
}

void DevicePassword::leave(Messages &messages, const std::function<void()> &close)
{
    if (!m_secret || m_secret->wasCopied()) {
        close();
        return;
    }
    messages.ask(this, tr("Close without copying the password?"),
                 tr("It is not shown again. When it is lost, make a new one for this device."),
                 tr("Close"), close);
}

void showNewPassword(Context &context, const store::Scope &scope, const QString &address,
                     const mail::Device &device, const work::RowResult &made, QWidget *over)
{
    auto *dialog = new NewPasswordDialog(context.messages, over);
    dialog->setObjectName(QStringLiteral("newPassword"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(QCoreApplication::translate("ui::DevicePassword", "New password of %1")
                               .arg(device.label.value_or(QString())));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid(2));
    column->addWidget(Text::title(dialog->windowTitle(), dialog));
    auto *shown =
        new DevicePassword(context.changes.capabilities(scope), address,
                           device.protocols.value_or(mail::Protocols::Imap), made, dialog);
    dialog->setShown(shown);
    column->addWidget(shown, 1);
    auto *close =
        new QPushButton(QCoreApplication::translate("ui::DevicePassword", "Close"), dialog);
    close->setObjectName(QStringLiteral("newPassword.close"));
    close->setAccessibleName(close->text());
    close->setDefault(true);
    column->addWidget(close, 0, Qt::AlignRight);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
    dialog->resize(scaled(560), dialog->sizeHint().height());
    dialog->open();
}

} // namespace ui
