// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDir>
#include <QTest>
#include <QTranslator>

class Translations : public QObject
{
    Q_OBJECT

private slots:
    void everyLanguageLoads_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("de") << QStringLiteral("de");
    }

    void everyLanguageLoads()
    {
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral("mailwright_") + language,
                                QStringLiteral(TRANSLATIONS)));
    }

    void englishCounts()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral("mailwright_en"), QStringLiteral(TRANSLATIONS)));
        QCOMPARE(translator.translate("ui::BulkBar", "%n ticked", nullptr, 1),
                 QStringLiteral("%n ticked"));
        QCOMPARE(translator.translate("ui::StagedBar", "%n change(s) staged, not applied yet.",
                                      nullptr, 1),
                 QStringLiteral("%n change staged, not applied yet."));
        QCOMPARE(translator.translate("ui::StagedBar", "%n change(s) staged, not applied yet.",
                                      nullptr, 2),
                 QStringLiteral("%n changes staged, not applied yet."));
    }
};

QTEST_GUILESS_MAIN(Translations)
#include "translations.moc"
