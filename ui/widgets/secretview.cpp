// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secretview.h"

#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QTimer>
#include <QToolButton>

namespace ui {

namespace {

constexpr int clipboardLife = 60'000; // ms

} // namespace

SecretView::SecretView(QWidget *parent)
    : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("secret.text"));
    m_field->setAccessibleName(tr("Password"));
    m_field->setReadOnly(true);
    m_field->setEchoMode(QLineEdit::Password);
    QFont font(QStringLiteral("monospace"));
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(fontOf(Size::Section).pointSizeF());
    m_field->setFont(font);
    m_show = new QToolButton(this);
    m_show->setObjectName(QStringLiteral("secret.show"));
    m_show->setCheckable(true);
    m_show->setAutoRaise(true);
    m_copy = new QToolButton(this);
    m_copy->setObjectName(QStringLiteral("secret.copy"));
    m_copy->setAutoRaise(true);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolTip(tr("Copy the password; the clipboard is cleared after a minute"));
    m_copy->setAccessibleName(tr("Copy the password"));
    line->addWidget(m_field, 1);
    line->addWidget(m_show);
    line->addWidget(m_copy);
    connect(m_show, &QToolButton::toggled, this, &SecretView::reveal);
    connect(m_copy, &QToolButton::clicked, this, &SecretView::copy);
    reveal(false);
}

void SecretView::setSecret(const Secret &secret)
{
    m_secret = secret;
    m_copied = false;
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_field->setText(QString::fromUtf8(secret.reveal()));
    m_field->setCursorPosition(0);
}

void SecretView::reveal(bool shown)
{
    m_field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setChecked(shown);
    m_show->setIcon(icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    m_show->setToolTip(shown ? tr("Hide the password") : tr("Show the password"));
    m_show->setAccessibleName(m_show->toolTip());
}

void SecretView::copy()
{
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(m_secret.reveal()));
    // Clipboard histories of KDE and others leave out what is marked so.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(data);
    m_copied = true;
    m_copy->setIcon(icon(QStringLiteral("clipboard-check"), Role::Good));
    // The clipboard outlives this widget, so the promise to clear it does too.
    QTimer::singleShot(clipboardLife, qApp, [secret = m_secret] {
        auto *clipboard = QGuiApplication::clipboard();
        if (clipboard->text().toUtf8() == secret.reveal())
            clipboard->clear();
    });
    emit copied();
}

} // namespace ui
