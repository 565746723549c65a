// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an answer looks like, reading it ends in a value or an error. The seed is fixed: a row
// that fails once fails again.
#include "app/backend/dialect.h"
#include "tests/backend/farside.h"

#include <QRandomGenerator>
#include <QTest>

using namespace backend;

class MutationsTest : public QObject
{
    Q_OBJECT

private:
    static QList<QByteArray> seeds()
    {
        return {
            R"({"result":"success","data":[{"mailbox_name":"ana","mailbox":"ana@example.org","note":null,"users":[{"name":"Ana"}],"count_users":2,"size":4096,"created_at":1600000000,"has_move_spam":"1","version":3}],"total":1,"page":1,"pages":1})",
            R"({"result":"success","data":{"id":9,"user":{"id":3,"display_name":"Bo"},"permissions":["can_manage_rules"],"can_send_emails":false,"access_rights":{"can_delete":true}}})",
            R"({"result":"success","data":{"id":21,"device":{"id":2,"label":"Phone","type":"phone"},"protocols":"imap","user_access":{"id":3,"firstname":"Bo"},"last_connection":null}})",
            R"({"result":"success","data":{"id":7,"account_id":1,"main_fqdn":"xn--bcher-kva.example","quota":null,"used":4}})",
            R"({"result":"error","error":{"code":"validation_failed","description":"W","errors":[{"code":"c","description":"d","context":{"attribute":"note"},"errors":[{"code":"e"}]}]}})",
            R"({"result":"success","data":{"changes":[{"sequence":1,"verb":"update","kind":"mailbox","mailbox_name":"ana","key":"ana","object":{"mailbox_name":"ana"}}],"last":1,"complete":true,"reset":false}})"};
    }

    static QJsonValue odd(QRandomGenerator &random, int depth = 0)
    {
        switch (random.bounded(12)) {
        case 0:
            return QJsonValue();
        case 1:
            return true;
        case 2:
            return -1;
        case 3:
            return 1e308;
        case 4:
            return 0.5;
        case 5:
            return QString();
        case 6:
            return QString(2000, QChar(0xd800)); // half a character
        case 7:
            return QStringLiteral("12");
        case 8:
            return 9007199254740993.0;
        case 9:
            return depth < 3 ? QJsonValue(QJsonArray{odd(random, depth + 1)}) : QJsonValue(7);
        case 10:
            return depth < 3
                       ? QJsonValue(QJsonObject{{QStringLiteral("id"), odd(random, depth + 1)}})
                       : QJsonValue(7);
        default:
            return QStringLiteral("\u0000\n../..\"");
        }
    }

    static QJsonValue mutated(const QJsonValue &value, QRandomGenerator &random)
    {
        if (random.bounded(8) == 0)
            return odd(random);
        if (value.isObject()) {
            QJsonObject json = value.toObject();
            const QStringList keys = json.keys();
            for (const QString &key : keys) {
                if (random.bounded(10) == 0)
                    json.remove(key);
                else
                    json.insert(key, mutated(json.value(key), random));
            }
            return json;
        }
        if (value.isArray()) {
            QJsonArray list;
            for (const QJsonValue item : value.toArray())
                for (int i = random.bounded(3); i >= 0; --i)
                    list.append(mutated(item, random));
            return list;
        }
        return value;
    }

    static void readAll(const QByteArray &body)
    {
        for (const int status : {200, 422, 500}) {
            const auto answer = answerFrom({status, {{"retry-after", body.left(20)}}, body});
            if (!answer) {
                QVERIFY(!answer.error().detail.isEmpty());
                QVERIFY(answer.error().detail.size() < 10'000);
                continue;
            }
            QJsonArray rows = answer->data.toArray();
            rows.append(answer->data);
            for (const QJsonValue row : rows) {
                for (const auto reading : {Reading::Partial, Reading::Complete}) {
                    if (const auto m = mailboxFromWire(row, 7, reading))
                        QVERIFY(!m->name.isEmpty());
                    (void)deviceFromWire(row, 7, QStringLiteral("ana"), reading).has_value();
                }
                (void)accessFromWire(row, 7, QStringLiteral("ana")).has_value();
                (void)serviceFromWire(row).has_value();
                (void)userFromWire(row).has_value();
                (void)mail::capabilitiesFromJson(row.toObject()).has_value();
            }
        }
    }

private slots:
    void values();
    void bytes();
    void depth();
    void throughTheClient();
};

void MutationsTest::values()
{
    QRandomGenerator random(20260301);
    for (const QByteArray &seed : seeds()) {
        const QJsonValue json = QJsonDocument::fromJson(seed).object();
        QVERIFY(!json.toObject().isEmpty());
        for (int i = 0; i < 1500; ++i) {
            QJsonObject envelope = mutated(json, random).toObject();
            if (random.bounded(4))
                envelope.insert(QStringLiteral("result"), json.toObject().value(u"result"));
            readAll(QJsonDocument(envelope).toJson(QJsonDocument::Compact));
        }
    }
}

void MutationsTest::bytes()
{
    QRandomGenerator random(20260302);
    for (const QByteArray &seed : seeds()) {
        for (int i = 0; i < 1500; ++i) {
            QByteArray body = seed;
            for (int n = random.bounded(1, 5); n > 0 && !body.isEmpty(); --n) {
                const qsizetype at = random.bounded(int(body.size()));
                switch (random.bounded(4)) {
                case 0:
                    body[at] = char(random.bounded(256));
                    break;
                case 1:
                    body.remove(at, random.bounded(1, 20));
                    break;
                case 2:
                    body.insert(at, body.mid(random.bounded(int(body.size())), 20));
                    break;
                default:
                    body.truncate(at);
                }
            }
            readAll(body);
        }
    }
}

void MutationsTest::depth()
{
    for (const int n : {100, 1000, 100'000}) {
        readAll(R"({"result":"success","data":)" + QByteArray(n, '[') + QByteArray(n, ']') + '}');
        readAll(R"({"result":"error","error":)" + QByteArray(R"({"errors":[)").repeated(n) +
                QByteArray("]}").repeated(n) + '}');
    }
}

// The whole client over a far side that has gone mad.
void MutationsTest::throughTheClient()
{
    QRandomGenerator random(20260303);
    std::mutex mutex;
    HttpPeer peer([&](const PeerRequest &) {
        const std::lock_guard lock(mutex);
        const QList<QByteArray> all = seeds();
        const QJsonValue json =
            QJsonDocument::fromJson(all[random.bounded(int(all.size()))]).object();
        QJsonObject envelope = mutated(json, random).toObject();
        envelope.insert(QStringLiteral("result"), QStringLiteral("success"));
        envelope.insert(QStringLiteral("pages"), random.bounded(3));
        return PeerAnswer::json(200, QJsonDocument(envelope).toJson(QJsonDocument::Compact));
    });
    mail::Account account;
    account.kind = mail::AccountKind::Server;
    account.url = peer.url();
    HostingApi api(account, FarSide::token());
    Progress progress;
    const QString ana = QStringLiteral("ana");
    for (int i = 0; i < 60; ++i) {
        (void)api.me(progress).has_value();
        (void)api.services(progress).has_value();
        (void)api.users(1, progress).has_value();
        (void)api.capabilities(7, progress).has_value();
        (void)api.mailboxes(7, 1, progress).has_value();
        (void)api.accesses(7, ana, progress).has_value();
        (void)api.devices(7, ana, progress).has_value();
        (void)api.changes(7, 0, 3, progress).has_value();
        (void)api.audit(7, 1, progress).has_value();
        mail::Change change;
        change.object = {QStringLiteral("mailbox"), 7, {}, ana, {}, 0};
        change.before.insert(QStringLiteral("note"), QStringLiteral("a"));
        change.after.insert(QStringLiteral("note"), QStringLiteral("b"));
        (void)api.apply(change, progress).has_value();
        change.object = {QStringLiteral("device"), 7, ana, QStringLiteral("0"), {}, 0};
        change.verb = mail::Verb::Create;
        change.after = {{QStringLiteral("label"), QStringLiteral("Phone")}};
        (void)api.apply(change, progress).has_value();
    }
    QVERIFY(peer.requests().size() > 600);
}

QTEST_GUILESS_MAIN(MutationsTest)
#include "mutations.moc"
