// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mailbox.h"
#include "app/mail/rules.h"
#include "app/model/text.h"
#include "ui/pages/address/rightwords.h"
#include "ui/pages/changewords.h"
#include "ui/pages/page.h"
#include "ui/shell/messages.h"
#include "ui/wizards/namestep.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

struct Sentence
{
    QString context;
    QString source;
    QStringList translations; // one for each number
    bool isFinished = true;
};

QList<Sentence> sentencesOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Sentence> sentences;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"source") {
            sentences.append({context, xml.readElementText(), {}, true});
        } else if (xml.name() == u"translation") {
            Sentence &sentence = sentences.last();
            sentence.isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            QString text;
            while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != u"translation") {
                if (xml.isStartElement())
                    sentence.translations.append(xml.readElementText());
                else
                    text += xml.text();
            }
            if (sentence.translations.isEmpty())
                sentence.translations.append(text);
        }
    }
    return xml.hasError() ? QList<Sentence>() : sentences;
}

// What is filled in: %1, %n, %Ln, {domain}.
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral(R"(%L?(?:n|\d+)|\{\w+\})"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.append(found.next().captured());
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace

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
        QCOMPARE(translator.translate("ui::BulkBar", "%Ln ticked", nullptr, 1),
                 QStringLiteral("%Ln ticked"));
        QCOMPARE(translator.translate("ui::StagedBar", "%Ln change(s) staged, not applied yet.",
                                      nullptr, 1),
                 QStringLiteral("%Ln change staged, not applied yet."));
        QCOMPARE(translator.translate("ui::StagedBar", "%Ln change(s) staged, not applied yet.",
                                      nullptr, 2),
                 QStringLiteral("%Ln changes staged, not applied yet."));
    }

    void everySentenceIsWhole_data() { everyLanguageLoads_data(); }

    void everySentenceIsWhole()
    {
        QFETCH(QString, language);
        const auto sentences =
            sentencesOf(QStringLiteral(TRANSLATION_SOURCES "/mailwright_%1.ts").arg(language));
        QVERIFY(!sentences.isEmpty());
        for (const Sentence &sentence : sentences) {
            const QByteArray where =
                (sentence.context + QStringLiteral(": ") + sentence.source).toUtf8();
            QVERIFY2(sentence.isFinished, where.constData());
            const QStringList places = placesIn(sentence.source);
            const bool counts = sentence.translations.size() > 1;
            for (const QString &translation : sentence.translations) {
                QVERIFY2(!translation.isEmpty(), where.constData());
                const QStringList given = placesIn(translation);
                // "The one address …" may leave the number out.
                const bool isOne =
                    counts && &translation == &sentence.translations.first() &&
                    given == places.filter(QRegularExpression(QStringLiteral("[^n]$")));
                QVERIFY2(given == places || isOne, where.constData());
                QVERIFY2(translation.count(u'&') == sentence.source.count(u'&'), where.constData());
            }
        }
    }

    // Asked of the code itself: a sentence gathered under another context than it is looked up
    // under would come out in English.
    void germanIsSpoken()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral("mailwright_de"), QStringLiteral(TRANSLATIONS)));
        QVERIFY(QCoreApplication::installTranslator(&german));

        QCOMPARE(mail::sentence({mail::AddressRule::Space, 0, u' '}),
                 QStringLiteral("Der Name enthält keine Leerzeichen."));
        QCOMPARE(model::rightText(mail::Right::SendEmails), QStringLiteral("E-Mails senden"));
        QCOMPARE(ui::sentenceFor(Error{Error::Kind::Unsupported, {}, {}, {}, 0}).text,
                 QStringLiteral("Dieser Dienst bietet das nicht an."));
        QCOMPARE(ui::labelFor(QStringLiteral("mailbox.note")), QStringLiteral("Notiz"));

        QCOMPARE(ui::pageKinds().first().title, QStringLiteral("Adressen"));
        mail::Change change;
        change.verb = mail::Verb::Remove;
        change.object.kind = QLatin1String(mail::Mailbox::kind);
        change.object.key = change.object.label = QStringLiteral("info@example.org");
        QCOMPARE(ui::describe(change),
                 QStringLiteral("info@example.org mit allen E-Mails löschen"));
        QCOMPARE(ui::rightsSummary(mail::Rights::all()), QStringLiteral("Alle weiteren Rechte"));
        QCOMPARE(ui::rightGroups().first().title, QStringLiteral("Antworten und Weiterleiten"));

        QCOMPARE(ui::NameStep::tr("What is the address called?"),
                 QStringLiteral("Wie heißt die Adresse?"));
        QCOMPARE(QCoreApplication::translate("ui::StagedBar",
                                             "%Ln change(s) staged, not applied yet.", nullptr, 1),
                 QStringLiteral("1 Änderung vorgemerkt, noch nicht angewendet."));
        QCoreApplication::removeTranslator(&german);
    }
};

QTEST_GUILESS_MAIN(Translations)
#include "translations.moc"
