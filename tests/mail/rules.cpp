// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a local part (S-47), every one with an offender, a place and a sentence.
#include "app/mail/rules.h"

#include <QSet>
#include <QTest>

using namespace mail;
using R = AddressRule;

Q_DECLARE_METATYPE(QList<AddressRule>)

namespace {

constexpr R everyRule[]{R::Empty,          R::TooLong,    R::AtSign,      R::Space,
                        R::Control,        R::NotAscii,   R::Character,   R::LeadingHyphen,
                        R::TrailingHyphen, R::LeadingDot, R::TrailingDot, R::DoubleDot,
                        R::OnlyHyphens};

QList<R> rulesOf(const QString &text)
{
    QList<R> rules;
    for (const AddressFault &fault : localPartFaults(text))
        rules.append(fault.rule);
    return rules;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void judges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<R>>("broken");
        QTest::addColumn<int>("at"); // of the first fault
        const auto row = [](const char *name, const QString &text, const QList<R> &broken,
                            int at = -1) { QTest::newRow(name) << text << broken << at; };

        row("letters", QStringLiteral("ana"), {});
        row("capitals", QStringLiteral("Ana.MULLER"), {});
        row("digits only", QStringLiteral("007"), {});
        row("all that is allowed", QStringLiteral("a-b_c.d9"), {});
        row("one character", QStringLiteral("x"), {});
        row("underscore first and last", QStringLiteral("_x_"), {});
        row("two hyphens inside", QStringLiteral("a--b"), {});
        row("dot, hyphen, dot", QStringLiteral("a.-.b"), {});
        row("64", QString(64, u'a'), {});

        row("empty", QString(), {R::Empty});
        row("65", QString(65, u'a'), {R::TooLong}, 64);
        row("1000", QString(1000, u'a'), {R::TooLong}, 64);
        row("at sign", QStringLiteral("ana@home"), {R::AtSign}, 3);
        row("whole address", QStringLiteral("ana@example.org"), {R::AtSign}, 3);
        row("space", QStringLiteral("ana muller"), {R::Space}, 3);
        row("space around", QStringLiteral(" ana "), {R::Space}, 0);
        row("tab", QStringLiteral("ana\tb"), {R::Control}, 3);
        row("line feed", QStringLiteral("ana\n"), {R::Control}, 3);
        row("nul", QStringLiteral("a") + QChar(0), {R::Control}, 1);
        row("31", QStringLiteral("a") + QChar(31), {R::Control}, 1);
        row("127", QStringLiteral("a") + QChar(127), {R::Control}, 1);
        row("accent", QStringLiteral("renée"), {R::NotAscii}, 3);
        row("first above", QStringLiteral("a") + QChar(128), {R::NotAscii}, 1);
        row("cyrillic a", QStringLiteral("\u0430na"), {R::NotAscii}, 0);
        row("full-width digit", QStringLiteral("\uff11"), {R::NotAscii}, 0);
        row("emoji", QStringLiteral("a\U0001F600"), {R::NotAscii}, 1);
        row("no-break space", QStringLiteral("a\u00a0b"), {R::NotAscii}, 1);
        row("leading hyphen", QStringLiteral("-ana"), {R::LeadingHyphen}, 0);
        row("trailing hyphen", QStringLiteral("ana-"), {R::TrailingHyphen}, 3);
        row("both hyphens", QStringLiteral("-ana-"), {R::LeadingHyphen, R::TrailingHyphen}, 0);
        row("leading dot", QStringLiteral(".ana"), {R::LeadingDot}, 0);
        row("trailing dot", QStringLiteral("ana."), {R::TrailingDot}, 3);
        row("two dots", QStringLiteral("ana..b"), {R::DoubleDot}, 4);
        row("three dots", QStringLiteral("ana...b"), {R::DoubleDot}, 4);
        row("one dot", QStringLiteral("."), {R::LeadingDot, R::TrailingDot}, 0);
        row("only dots", QStringLiteral(".."), {R::LeadingDot, R::DoubleDot, R::TrailingDot}, 0);
        row("one hyphen", QStringLiteral("-"), {R::OnlyHyphens}, 0);
        row("only hyphens", QStringLiteral("---"), {R::OnlyHyphens}, 0);
        row("65 hyphens", QString(65, u'-'), {R::OnlyHyphens}, 0);
        row("several", QStringLiteral(".a b@c!."),
            {R::LeadingDot, R::Space, R::AtSign, R::Character, R::TrailingDot}, 0);
        row("the same twice", QStringLiteral("a!b!c"), {R::Character}, 1);
    }

    void judges()
    {
        QFETCH(QString, text);
        QFETCH(QList<R>, broken);
        QFETCH(int, at);
        QCOMPARE(rulesOf(text), broken);
        const auto result = localPartFrom(text);
        if (broken.isEmpty()) {
            QCOMPARE(result.value(), text.toLower());
        } else {
            const AddressFault first = localPartFaults(text).first();
            QCOMPARE(int(first.at), at);
            QCOMPARE(result.error().kind, Error::Kind::Invalid);
            QCOMPARE(result.error().field, QStringLiteral("mailbox_name"));
            QCOMPARE(result.error().detail, sentence(first));
            QVERIFY(!result.error().detail.isEmpty());
        }
    }

    // The provider's list, and every other printable ASCII character that is not allowed.
    void refusesEveryOtherCharacter()
    {
        const QByteArray allowed =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
        int refused = 0;
        for (char c = 33; c < 127; ++c) {
            const QString text = QStringLiteral("a%1b").arg(QLatin1Char(c));
            if (allowed.contains(c)) {
                QVERIFY2(rulesOf(text).isEmpty(), qPrintable(text));
                continue;
            }
            ++refused;
            const auto faults = localPartFaults(text);
            QCOMPARE(faults.size(), 1);
            QCOMPARE(faults.first().rule, c == '@' ? R::AtSign : R::Character);
            QCOMPARE(faults.first().at, 1);
            QCOMPARE(faults.first().character, QLatin1Char(c));
        }
        QCOMPARE(refused, 94 - 65);
        for (char c : QByteArray("!#$%^&*()=[]<>,;\"/?"))
            QCOMPARE(rulesOf(QStringLiteral("a%1b").arg(QLatin1Char(c))), QList<R>{R::Character});
    }

    void everyRuleHasItsOwnSentence()
    {
        QSet<QString> sentences;
        for (R rule : everyRule) {
            const QString text = sentence({rule, 0, u'!'});
            QVERIFY(!text.isEmpty());
            QVERIFY(text.endsWith(u'.'));
            sentences.insert(text);
        }
        QCOMPARE(sentences.size(), qsizetype(std::size(everyRule)));
        QVERIFY(sentence({R::Character, 0, u'!'}).contains(u"“!”"));
        QVERIFY(sentence({R::NotAscii, 0, u'é'}).contains(u"“é”"));
    }

    void aSentenceNeverShowsHalfACharacter()
    {
        const QString text = sentence(localPartFaults(QStringLiteral("a\U0001F600")).first());
        for (QChar c : text)
            QVERIFY(!c.isSurrogate());
        QVERIFY(!text.contains(u"“”"));
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "rules.moc"
