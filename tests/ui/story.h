// SPDX-License-Identifier: GPL-3.0-or-later
// What every story of the desktop begins with and says again and again.
#pragma once

#include "tests/ui/desk.h"
#include "tests/ui/far.h"
#include "ui/widgets/objecttable.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

class Story : public QObject
{
    Q_OBJECT

protected:
    // A far side with `names` as addresses and a desk that is signed in to it.
    void begin(const QStringList &names = {})
    {
        far = std::make_unique<Far>();
        QVERIFY2(far->error().isEmpty(), qPrintable(far->error()));
        for (const QString &name : names)
            QVERIFY(far->addMailbox(name));
        folder = std::make_unique<QTemporaryDir>();
        line = std::make_shared<Line::State>();
        sitDown();
        QVERIFY(desk->signIn());
    }
    void sitDown()
    {
        desk.reset();
        desk = std::make_unique<Desk>(
            folder->path(), [this](const mail::Account &account) { return far->backend(account); },
            line);
    }
    void end()
    {
        desk.reset();
        far.reset();
    }

    void press(const QString &name)
    {
        QVERIFY2(desk->waitFor(name), qPrintable(QStringLiteral("no %1 in view").arg(name)));
        auto *button = desk->find<QAbstractButton>(name);
        QVERIFY(button);
        QVERIFY2(button->isEnabled(), qPrintable(name + QStringLiteral(": ") + button->toolTip()));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    void type(const QString &name, const QString &text)
    {
        QVERIFY2(desk->waitFor(name), qPrintable(QStringLiteral("no %1 in view").arg(name)));
        auto *field = desk->find<QLineEdit>(name);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        for (const QChar c : text) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c)); // beyond ASCII too
            QApplication::sendEvent(field, &press);
        }
    }
    ui::ObjectTable *table(const QString &name) { return desk->find<ui::ObjectTable>(name); }
    QString text(const QString &name)
    {
        const auto *label = desk->find<QLabel>(name);
        return label ? label->text() : QString();
    }
    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return desk->isIdle(); }, 15000));
        QTest::qWait(0);
    }
    bool saidLast(const QString &part)
    {
        return QTest::qWaitFor(
            [&] { return !desk->said().isEmpty() && desk->said().last().contains(part); }, 10000);
    }

    std::unique_ptr<Far> far;
    std::unique_ptr<QTemporaryDir> folder;
    std::shared_ptr<Line::State> line;
    std::unique_ptr<Desk> desk;
};
