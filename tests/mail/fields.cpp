// SPDX-License-Identifier: GPL-3.0-or-later
// The field list: what it writes it reads again; what is unknown stays unknown; difference and
// patch are each other's counterpart.
#include "app/mail/access.h"
#include "app/mail/change.h"
#include "app/mail/device.h"
#include "app/mail/mailbox.h"
#include "app/mail/mailsettings.h"
#include "app/mail/service.h"
#include "app/mail/user.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace mail;

namespace {

// A value of each type that no default equals; a new type of field fails to compile here.
void fill(QString &v, int n) { v = QStringLiteral("text %1 “ü”").arg(n); }
void fill(qint64 &v, int n) { v = (1LL << 40) + n; }
void fill(int &v, int n) { v = 1000 + n; }
void fill(bool &v, int) { v = true; }
void fill(QStringList &v, int n) { v = {QStringLiteral("a%1").arg(n), QStringLiteral("b")}; }
void fill(QDateTime &v, int n) { v = QDateTime::fromSecsSinceEpoch(1700000000 + n, Qt::UTC); }
void fill(Rights &v, int n) { v.set(allRights()[size_t(n) % rightCount], n % 2 == 0); }
template <Worded E>
void fill(E &v, int)
{
    v = Words<E>::list.back().first;
}
template <class T>
void fill(std::optional<T> &v, int n)
{
    fill(v.emplace(), n);
}

template <Fielded T>
T filled()
{
    T object;
    int n = 0;
    eachField<T>([&](const auto &field) { fill(object.*(field.member), n++); });
    return object;
}

QJsonObject throughText(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson()).object();
}

template <Fielded T>
void checkEntity()
{
    // names: each once, snake_case
    const QStringList names = fieldNames<T>();
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    for (const QString &name : names)
        for (QChar c : name)
            QVERIFY2((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_',
                     qPrintable(name));

    // full: there and back, every field written
    const T full = filled<T>();
    const QJsonObject json = toJson(full);
    QCOMPARE(json.size(), names.size());
    const auto again = read<T>(throughText(json));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().detail));
    QVERIFY(*again == full);

    // empty: what is unknown is not written, and stays unknown
    const T empty;
    const auto emptyAgain = read<T>(throughText(toJson(empty)));
    QVERIFY(emptyAgain.has_value());
    QVERIFY(*emptyAgain == empty);
    QVERIFY(*read<T>({}) == empty);

    // a name from tomorrow is no reason to refuse
    QJsonObject tomorrow = json;
    tomorrow.insert(QStringLiteral("field_of_tomorrow"), QJsonObject{});
    QVERIFY(read<T>(tomorrow).value() == full);

    // the difference carries what is writable, and patching it in gives the other
    const Difference d = differing(empty, full);
    int writable = 0;
    T expected = empty;
    eachField<T>([&](const auto &field) {
        if (field.flags & ReadOnly) {
            QVERIFY2(!d.after.contains(QLatin1String(field.name)), field.name);
            return;
        }
        ++writable;
        QVERIFY2(d.after.contains(QLatin1String(field.name)), field.name);
        expected.*(field.member) = full.*(field.member);
    });
    QCOMPARE(d.after.size(), writable);
    QCOMPARE(d.before.keys(), d.after.keys());
    T patched = empty;
    QVERIFY(patch(patched, throughText(d.after)).has_value());
    QVERIFY(patched == expected);

    // nothing differs from itself, and what became unknown is no wish
    QVERIFY(differing(full, full).isEmpty());
    T forgotten = full;
    eachField<T>([&](const auto &field) {
        if constexpr (requires { (full.*(field.member)).reset(); })
            (forgotten.*(field.member)).reset();
    });
    QVERIFY(differing(full, forgotten).isEmpty());
}

} // namespace

class TestFields : public QObject
{
    Q_OBJECT

private slots:
    void service() { checkEntity<Service>(); }
    void mailbox() { checkEntity<Mailbox>(); }
    void user() { checkEntity<User>(); }
    void access() { checkEntity<Access>(); }
    void device() { checkEntity<Device>(); }
    void mailSettings() { checkEntity<MailSettings>(); }

    void missingIsUnknownAndNullIsEmpty()
    {
        const auto missing = read<Mailbox>({{QStringLiteral("name"), QStringLiteral("ana")}});
        QVERIFY(!missing->note);
        QVERIFY(!missing->imapLastLogin);
        QVERIFY(!missing->userNames);

        const auto null = read<Mailbox>({{QStringLiteral("name"), QStringLiteral("ana")},
                                         {QStringLiteral("note"), QJsonValue()},
                                         {QStringLiteral("imap_last_login"), QJsonValue()},
                                         {QStringLiteral("user_names"), QJsonValue()},
                                         {QStringLiteral("size"), QJsonValue()}});
        QVERIFY(null->note && null->note->isEmpty());
        QVERIFY(null->imapLastLogin && !null->imapLastLogin->isValid()); // never
        QVERIFY(null->userNames && null->userNames->isEmpty());
        QCOMPARE(null->size.value_or(-1), 0);
        QVERIFY(*missing != *null);

        // no word means "no kind of device": null leaves it unknown
        const auto device = read<Device>({{QStringLiteral("type"), QJsonValue()}});
        QVERIFY(device.has_value());
        QVERIFY(!device->type);
    }

    void neverIsWrittenAsNull()
    {
        Mailbox m;
        m.imapLastLogin = QDateTime();
        const QJsonObject json = toJson(m);
        QVERIFY(json.contains(u"imap_last_login"));
        QVERIFY(json.value(u"imap_last_login").isNull());
    }

    void readsFlagsAsProvidersWriteThem_data()
    {
        QTest::addColumn<QJsonValue>("written");
        QTest::addColumn<int>("meant"); // 1, 0, -1 refused
        QTest::newRow("true") << QJsonValue(true) << 1;
        QTest::newRow("false") << QJsonValue(false) << 0;
        QTest::newRow("1") << QJsonValue(1) << 1;
        QTest::newRow("0") << QJsonValue(0) << 0;
        QTest::newRow("'1'") << QJsonValue(QStringLiteral("1")) << 1;
        QTest::newRow("'0'") << QJsonValue(QStringLiteral("0")) << 0;
        QTest::newRow("'true'") << QJsonValue(QStringLiteral("true")) << 1;
        QTest::newRow("'false'") << QJsonValue(QStringLiteral("false")) << 0;
        QTest::newRow("null") << QJsonValue() << 0;
        QTest::newRow("2") << QJsonValue(2) << -1;
        QTest::newRow("0.5") << QJsonValue(0.5) << -1;
        QTest::newRow("'yes'") << QJsonValue(QStringLiteral("yes")) << -1;
        QTest::newRow("''") << QJsonValue(QString()) << -1;
        QTest::newRow("list") << QJsonValue(QJsonArray{}) << -1;
        QTest::newRow("object") << QJsonValue(QJsonObject{}) << -1;
    }

    void readsFlagsAsProvidersWriteThem()
    {
        QFETCH(QJsonValue, written);
        QFETCH(int, meant);
        bool out = meant == 0;
        const bool before = out;
        QCOMPARE(fromJson(written, out), meant >= 0);
        QCOMPARE(out, meant < 0 ? before : meant == 1);
    }

    void readsNumbers_data()
    {
        QTest::addColumn<QJsonValue>("written");
        QTest::addColumn<bool>("good");
        QTest::addColumn<qint64>("meant");
        QTest::newRow("number") << QJsonValue(42) << true << qint64(42);
        QTest::newRow("text") << QJsonValue(QStringLiteral("42")) << true << qint64(42);
        QTest::newRow("negative") << QJsonValue(-3) << true << qint64(-3);
        QTest::newRow("null") << QJsonValue() << true << qint64(0);
        QTest::newRow("largest exact")
            << QJsonValue(9007199254740992.0) << true << qint64(9007199254740992);
        QTest::newRow("past exact") << QJsonValue(1e17) << false << qint64(0);
        QTest::newRow("fraction") << QJsonValue(1.5) << false << qint64(0);
        QTest::newRow("word") << QJsonValue(QStringLiteral("many")) << false << qint64(0);
        QTest::newRow("blank text") << QJsonValue(QString()) << false << qint64(0);
        QTest::newRow("flag") << QJsonValue(true) << false << qint64(0);
        QTest::newRow("list") << QJsonValue(QJsonArray{1}) << false << qint64(0);
    }

    void readsNumbers()
    {
        QFETCH(QJsonValue, written);
        QFETCH(bool, good);
        QFETCH(qint64, meant);
        qint64 out = -77;
        QCOMPARE(fromJson(written, out), good);
        QCOMPARE(out, good ? meant : -77);
        int small = -77;
        const bool fits = good && meant == int(meant);
        QCOMPARE(fromJson(written, small), fits);
        QCOMPARE(small, fits ? int(meant) : -77);
    }

    void readsNumbersWhereTextIsMeant()
    {
        QString out;
        QVERIFY(fromJson(QJsonValue(42), out));
        QCOMPARE(out, QStringLiteral("42"));
        QVERIFY(fromJson(QJsonValue(0.1), out));
        QCOMPARE(out, QStringLiteral("0.1"));
        QVERIFY(!fromJson(QJsonValue(true), out));
    }

    void namesTheFieldThatIsWrong()
    {
        Mailbox m;
        m.note = QStringLiteral("as before");
        const auto refused = patch(m, {{QStringLiteral("note"), QStringLiteral("new")},
                                       {QStringLiteral("size"), QStringLiteral("big")}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Protocol);
        QCOMPARE(refused.error().field, QStringLiteral("size"));
        QCOMPARE(*m.note, QStringLiteral("as before")); // all or nothing

        const auto word = read<Device>({{QStringLiteral("protocols"), QStringLiteral("gopher")}});
        QCOMPARE(word.error().field, QStringLiteral("protocols"));
    }

    void aListOfMixedThingsIsNoListOfNames()
    {
        QStringList out{QStringLiteral("kept")};
        QVERIFY(!fromJson(QJsonValue(QJsonArray{QStringLiteral("a"), 1}), out));
        QCOMPARE(out, QStringList{QStringLiteral("kept")});
    }

    void everyWordLeadsBack()
    {
        const auto check = [](auto probe) {
            using E = decltype(probe);
            for (const auto &[value, text] : Words<E>::list) {
                QCOMPARE(QString(word(value)), QLatin1String(text));
                QVERIFY(fromWord<E>(QString::fromLatin1(text)) == value);
            }
            QVERIFY(!fromWord<E>(u""));
            QVERIFY(!fromWord<E>(u"Unheard-of"));
        };
        check(DeviceType{});
        check(Protocols{});
        check(DeviceStatus{});
        check(Target{});
        check(Role{});
        check(Verb{});
    }
};

QTEST_GUILESS_MAIN(TestFields)
#include "fields.moc"
