// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of error has its status and stays inside the envelope.
#include "server/api/envelope.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

class Errors : public QObject
{
    Q_OBJECT

private slots:
    void everyKind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        using Kind = Error::Kind;
        const auto row = [](Kind kind, int status) {
            QTest::newRow(kindName(kind).data()) << int(kind) << status;
        };
        row(Kind::Cancelled, 503);
        row(Kind::Offline, 503);
        row(Kind::Unauthorized, 401);
        row(Kind::Forbidden, 403);
        row(Kind::NotFound, 404);
        row(Kind::Conflict, 409);
        row(Kind::Invalid, 422);
        row(Kind::Limited, 429);
        row(Kind::Unsupported, 501);
        row(Kind::Protocol, 400);
        row(Kind::Storage, 500);
        row(Kind::Internal, 500);
    }
    void everyKind()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        const Error error{Error::Kind(kind),
                          QStringLiteral("/secret/path"),
                          kind == int(Error::Kind::Invalid) ? QStringLiteral("note") : QString(),
                          {},
                          7};
        const api::Response response = api::refusal(error);
        QCOMPARE(response.status, status);
        const QJsonObject json = QJsonDocument::fromJson(response.body).object();
        QCOMPARE(json.value(u"result").toString(), QStringLiteral("error"));
        QCOMPARE(json.value(u"error")[u"code"].toString(),
                 QString(QLatin1String(api::statusOf(error.kind).code)));
        // The inside stays inside.
        if (status == 500)
            QVERIFY(!response.body.contains("secret"));
        if (error.kind == Error::Kind::Invalid)
            QCOMPARE(json.value(u"error")[u"errors"][0][u"context"][u"attribute"].toString(),
                     QStringLiteral("note"));
        if (error.kind == Error::Kind::Limited)
            QVERIFY(response.headers.contains({"Retry-After", "7"}));
    }

    // Status and code together tell the kind.
    void noTwoKindsLookAlike()
    {
        QSet<QPair<int, QByteArray>> seen;
        for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
            const auto status = api::statusOf(Error::Kind(kind));
            const QPair<int, QByteArray> look{status.status, status.code};
            QVERIFY(!seen.contains(look));
            seen.insert(look);
        }
        QCOMPARE(seen.size(), 12);
    }
};

QTEST_GUILESS_MAIN(Errors)
#include "errors.moc"
