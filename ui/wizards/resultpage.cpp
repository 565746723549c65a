// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/resultpage.h"

#include "ui/pages/changewords.h"
#include "ui/shell/messages.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

namespace ui {

ResultPage::ResultPage(const QString &title, QWidget *parent)
    : QWidget(parent)
{
    setWindowTitle(title);
    setObjectName(QStringLiteral("wizard.result"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(2));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    m_body = new QVBoxLayout(inside);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(grid());
    m_body->addStretch();
    area->setWidget(inside);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    column->addWidget(area, 1);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(grid());
    m_buttons->addStretch();
    column->addLayout(m_buttons);
}

void ResultPage::addRows(const QList<work::RowResult> &rows, const QString &domain)
{
    for (const work::RowResult &row : rows) {
        const bool isDone = row.effective.has_value();
        auto *line = new QWidget(this);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(grid());
        auto *sign = new QLabel(line);
        sign->setPixmap(icon(isDone ? QStringLiteral("circle-check") : QStringLiteral("circle-x"),
                             isDone ? Role::Good : Role::Bad)
                            .pixmap(scaled(18)));
        sign->setAccessibleName(isDone ? tr("Done") : tr("Not done"));
        const QString what =
            isDone ? doneWords({*row.effective}, domain) : describe(row.wish, domain);
        auto *text = new Text(
            isDone && !row.isShort() ? what : tr("%1\n%2").arg(what, sentenceFor(row.error).text),
            Size::Body, isDone ? Role::Text : Role::Bad, line);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setObjectName(QStringLiteral("result.row"));
        layout->addWidget(sign, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        addWidget(line);
    }
}

void ResultPage::addText(const QString &text)
{
    auto *label = Text::muted(text, this);
    label->setWordWrap(true);
    addWidget(label);
}

void ResultPage::addWidget(QWidget *widget) { m_body->insertWidget(m_body->count() - 1, widget); }

QPushButton *ResultPage::addButton(const QString &text, const QString &name,
                                   std::function<void()> does)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    if (m_hasPrimary) {
        button->setAutoDefault(false);
        m_buttons->insertWidget(m_buttons->count() - 1, button);
    } else {
        button->setDefault(true);
        setWeight(button, Weight::Primary);
        m_hasPrimary = true;
        m_buttons->addWidget(button);
    }
    connect(button, &QPushButton::clicked, this, [does = std::move(does)] { does(); });
    return button;
}

} // namespace ui
