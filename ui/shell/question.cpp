// SPDX-License-Identifier: GPL-3.0-or-later
// The question before something is lost.
#include "ui/shell/messages.h"
#include "ui/widgets/text.h"

#include <QDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

void Messages::ask(QWidget *over, const QString &title, const QString &text, const QString &agree,
                   std::function<void()> agreed)
{
    auto *box = new QDialog(over);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("ask"));
    box->setWindowTitle(QGuiApplication::applicationDisplayName()); // the question stands below
    box->setAccessibleName(title);
    box->setAccessibleDescription(text);
    box->setWindowModality(Qt::WindowModal);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid());
    auto *question = Text::section(title, box);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    question->setMinimumWidth(scaled(400));
    column->addWidget(question);
    if (!text.isEmpty()) {
        auto *below = new Text(text, Size::Body, Role::Text, box);
        below->setObjectName(QStringLiteral("ask.text"));
        below->setTextFormat(Qt::PlainText);
        below->setWordWrap(true);
        column->addWidget(below);
    }
    column->addSpacing(grid());
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    auto *no = new QPushButton(tr("Cancel"), box);
    no->setObjectName(QStringLiteral("ask.cancel"));
    no->setAccessibleName(no->text());
    no->setDefault(true); // Return by mistake changes nothing
    auto *yes = new QPushButton(agree, box);
    yes->setObjectName(QStringLiteral("ask.agree"));
    yes->setAccessibleName(agree);
    yes->setAutoDefault(false);
    setWeight(yes, Weight::Danger);
    buttons->addStretch(1);
    buttons->addWidget(no); // the safe one first
    buttons->addWidget(yes);
    column->addLayout(buttons);
    connect(no, &QPushButton::clicked, box, &QDialog::reject);
    connect(yes, &QPushButton::clicked, box, &QDialog::accept);
    // When it is gone, so that the keyboard goes to what `agreed` leaves.
    connect(box, &QDialog::accepted, this, [agreed = std::move(agreed)] { agreed(); });
    box->open();
    no->setFocus();
}

} // namespace ui
