// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordtext.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace ui {

namespace {

// A record is one long word: it may be broken anywhere, and the marks must not be copied.
QString breakable(const QString &text)
{
    QString out;
    out.reserve(text.size() * 2);
    for (const QChar c : text) {
        out.append(c);
        if (c != u'\n')
            out.append(QChar(0x200b));
    }
    return out;
}

} // namespace

RecordText::RecordText(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(grid(), scaled(6), scaled(4), scaled(6));
    line->setSpacing(grid());
    m_label = new QLabel(this);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setFont(fixedFont());
    line->addWidget(m_label, 1, Qt::AlignVCenter);
    m_copy = new QToolButton(this);
    m_copy->setObjectName(QStringLiteral("record.copy"));
    m_copy->setAutoRaise(true);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    line->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(this->text());
        emit copied();
    });
    setWhat(tr("the record"));
    setText(text);
}

void RecordText::setText(const QString &text)
{
    m_label->setText(breakable(text));
    m_label->setAccessibleName(text);
    setAccessibleName(text);
}

QString RecordText::text() const
{
    QString text = m_label->text();
    return text.remove(QChar(0x200b));
}

void RecordText::setWhat(const QString &what)
{
    m_copy->setToolTip(tr("Copy %1").arg(what));
    m_copy->setAccessibleName(tr("Copy %1").arg(what));
}

void RecordText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        m_label->setFont(fixedFont());
}

void RecordText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Role::Window, palette()));
    painter.drawRoundedRect(QRectF(rect()), scaled(6), scaled(6));
}

} // namespace ui
