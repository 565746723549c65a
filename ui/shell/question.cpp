// SPDX-License-Identifier: GPL-3.0-or-later
// The question before something is lost.
#include "ui/shell/messages.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

void Messages::ask(QWidget *over, const QString &title, const QString &text, const QString &agree,
                   std::function<void()> agreed)
{
    auto *box = new QMessageBox(over);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("ask"));
    box->setWindowTitle(QGuiApplication::applicationDisplayName()); // the question stands below
    box->setAccessibleName(title);
    box->setText(title);
    box->setInformativeText(text);
    box->setWindowModality(Qt::WindowModal);
    auto *yes = new QPushButton(agree, box);
    yes->setObjectName(QStringLiteral("ask.agree"));
    yes->setAccessibleName(agree);
    setWeight(yes, Weight::Danger);
    box->addButton(yes, QMessageBox::AcceptRole);
    auto *no = box->addButton(QMessageBox::Cancel);
    no->setObjectName(QStringLiteral("ask.cancel"));
    no->setAccessibleName(no->text());
    yes->setAutoDefault(false);
    box->setDefaultButton(qobject_cast<QPushButton *>(no)); // Return by mistake changes nothing
    box->setEscapeButton(no);
    // When it is gone, so that the keyboard goes to what `agreed` leaves.
    QObject::connect(box, &QDialog::finished, this, [box, yes, agreed = std::move(agreed)] {
        if (box->clickedButton() == yes)
            agreed();
    });
    box->open();
}

} // namespace ui
