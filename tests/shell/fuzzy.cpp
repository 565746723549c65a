// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <QTest>

class Fuzzy : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *typed, const char *text, bool found) {
            QTest::addRow("%s in %s", typed, text)
                << QString::fromUtf8(typed) << QString::fromUtf8(text) << found;
        };
        row("", "Refresh", true);
        row("ref", "Refresh", true);
        row("REFRESH", "Refresh", true);
        row("refesh", "Refresh", true);  // a letter left out
        row("rerfesh", "Refresh", true); // two slips in seven letters
        row("reffresh", "Refresh", true);
        row("rferesh", "Refresh", true); // neighbours swapped
        row("crad", "Create an address", true);
        row("address create", "Create an address", true);
        row("dark", "Theme: dark", true);
        row("xyz", "Refresh", false);
        row("addresses dark", "Theme: dark", false);
    }

    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(ui::fuzzyScore(typed, text) > 0, found);
    }

    void prefersTheNearer()
    {
        const auto score = [](const char *typed, const char *text) {
            return ui::fuzzyScore(QLatin1String(typed), QLatin1String(text));
        };
        QVERIFY(score("undo", "Undo the last change") > score("undo", "Review, then undo"));
        QVERIFY(score("refresh", "Refresh") > score("refesh", "Refresh"));
        QVERIFY(score("page", "Filter this page") > score("page", "Pane garden"));
    }
};

QTEST_APPLESS_MAIN(Fuzzy)
#include "fuzzy.moc"
