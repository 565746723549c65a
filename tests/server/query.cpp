// SPDX-License-Identifier: GPL-3.0-or-later
// Lists: paging, order, search, filters.
#include "tests/support/servedapi.h"

#include <QTest>

class Query : public QObject
{
    Q_OBJECT

    static QStringList names(const Reply &reply)
    {
        QStringList list;
        for (const QJsonValue row : reply.list())
            list.append(row[u"mailbox_name"].toString());
        return list;
    }

    static void fill(ServedApi &api)
    {
        for (const char *body :
             {R"({"mailbox_name":"cara","note":"100% sure"})", R"({"mailbox_name":"a_b"})",
              R"({"mailbox_name":"axb","note":"ÉTÉ"})", R"({"mailbox_name":"dan"})",
              R"({"mailbox_name":"bea","note":"Sales","target":"ksuite_user"})"})
            QCOMPARE(api.post(boxes(), body).status, 201);
    }

private slots:
    void pages()
    {
        ServedApi api;
        fill(api);
        const Reply all = api.get(boxes());
        QCOMPARE(names(all), (QStringList{u"a_b"_qs, u"axb"_qs, u"bea"_qs, u"cara"_qs, u"dan"_qs}));
        QVERIFY(!all.json.contains(u"total"));

        const Reply second = api.get(boxes("?page=2&per_page=2"));
        QCOMPARE(names(second), (QStringList{u"bea"_qs, u"cara"_qs}));
        QCOMPARE(second.json.value(u"total").toInt(), 5);
        QCOMPARE(second.json.value(u"page").toInt(), 2);
        QCOMPARE(second.json.value(u"pages").toInt(), 3);
        QCOMPARE(second.json.value(u"items_per_page").toInt(), 2);
        QCOMPARE(names(api.get(boxes("?page=9&per_page=2"))), QStringList());
        QCOMPARE(api.get(boxes("?page=1")).json.value(u"items_per_page").toInt(), 25);

        const Reply slice = api.get(boxes("?limit=2&skip=1"));
        QCOMPARE(names(slice), (QStringList{u"axb"_qs, u"bea"_qs}));
        QVERIFY(!slice.json.contains(u"total"));
        QCOMPARE(names(api.get(boxes("?skip=4"))), QStringList{u"dan"_qs});
        QCOMPARE(api.get(boxes("?return=total")).data().toInt(), 5);
        QCOMPARE(api.get(boxes("?return=total&search=a_")).data().toInt(), 1);
        QCOMPARE(api.misfits, QStringList());
    }

    void order()
    {
        ServedApi api;
        fill(api);
        QCOMPARE(names(api.get(boxes("?order_by=mailbox_name&order=desc"))).first(), u"dan"_qs);
        QCOMPARE(names(api.get(boxes("?order_by=count_users&order=desc"))).first(), u"bea"_qs);
        QCOMPARE(names(api.get(boxes("?order_by[]=count_users&order_by[]=mailbox_name&"
                                     "order_for[count_users]=desc&order_for[mailbox_name]=desc"))),
                 (QStringList{u"bea"_qs, u"dan"_qs, u"cara"_qs, u"axb"_qs, u"a_b"_qs}));
        QCOMPARE(names(api.get(boxes("?order_for[note]=desc"))).first(), u"axb"_qs);
        QCOMPARE(names(api.get(boxes("?order_by=note,mailbox_name"))).first(), u"a_b"_qs);
    }

    void search()
    {
        ServedApi api;
        fill(api);
        QCOMPARE(names(api.get(boxes("?search=a_b"))), QStringList{u"a_b"_qs});
        QCOMPARE(names(api.get(boxes("?search=%25"))), QStringList{u"cara"_qs});
        QCOMPARE(names(api.get(boxes("?search=100%25+SURE"))), QStringList{u"cara"_qs});
        QCOMPARE(names(api.get(boxes("?search=%5C"))), QStringList());
        QCOMPARE(names(api.get(boxes("?search=%C3%A9t%C3%A9"))), QStringList{u"axb"_qs});
        QCOMPARE(names(api.get(boxes("?search=sales"))), QStringList{u"bea"_qs});
        QCOMPARE(names(api.get(boxes("?search=sales&filter_by=mailbox_name"))), QStringList());
        QCOMPARE(names(api.get(boxes("?search=EA&filter_by=mailbox_name"))),
                 QStringList{u"bea"_qs});
        QCOMPARE(names(api.get(boxes("?search=sal&filter_by=note"))), QStringList{u"bea"_qs});
        QCOMPARE(names(api.get(boxes("?search='%22--;"))), QStringList());
    }

    // Every field folds as people read it, alone, with others, and the whole address.
    void searchInFields()
    {
        ServedApi api;
        fill(api);
        api.patch(boxes("/dan"), R"({"full_name":"Ödön","note":"ÇA va"})");
        api.patch(boxes("/cara"), R"({"full_name":"friend of dan"})");
        const auto found = [&](const QByteArray &query) { return names(api.get(boxes(query))); };
        const QStringList dan{u"dan"_qs};
        QCOMPARE(found("?filter_by=full_name&search=%C3%96d%C3%B6n"), dan);
        QCOMPARE(found("?filter_by=full_name&search=%C3%B6D%C3%96N"), dan);
        QCOMPARE(found("?filter_by=note&search=%C3%A7a"), dan);
        QCOMPARE(found("?filter_by=mailbox_name,note&search=%C3%B6d%C3%B6n"), QStringList());
        QCOMPARE(found("?filter_by=mailbox_name,note&search=dan"), dan);
        QCOMPARE(found("?filter_by=mailbox_name,full_name&search=dan"),
                 (QStringList{u"cara"_qs, u"dan"_qs}));
        QCOMPARE(found("?filter_by[]=note&filter_by[]=mailbox_name&search=ea"),
                 QStringList{u"bea"_qs});
        QCOMPARE(found("?search=dan@example.org"), dan);
        QCOMPARE(found("?search=DAN@Exam"), dan);
        QCOMPARE(found("?search=%40").size(), 5);
        QCOMPARE(found("?search=@other.example"), QStringList());
        QCOMPARE(found("?search=example"), QStringList()); // it is the same for all
        QCOMPARE(found("?filter_by=mailbox&search=example").size(), 5);
        QCOMPARE(found("?filter_by=note&search=@example"), QStringList());
        QCOMPARE(api.get(boxes("?search=dan@example.org&page=1")).json.value(u"total").toInt(), 1);
        QCOMPARE(found("?order_by=full_name&order=desc").first(), u"dan"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    void searchInServices()
    {
        ServedApi api;
        QVERIFY(api.daemon.database().run(
            QStringLiteral("UPDATE service SET name = 'Ödön', name_search = 'ödön'")));
        api.clock.pass(5);
        for (const char *word : {"%C3%96D", "EXAMPLE"})
            QCOMPARE(
                api.get(QByteArray("/1/mail_hostings?account_id=1&search=") + word).list().size(),
                1);
    }

    void filters()
    {
        ServedApi api;
        fill(api);
        api.patch(boxes("/dan"), R"({"has_move_spam":false})");
        QCOMPARE(names(api.get(boxes("?filter[has_anti_spam]=0"))), QStringList{u"dan"_qs});
        QCOMPARE(api.get(boxes("?filter%5Bhas_anti_spam%5D=1")).list().size(), 4);
        QCOMPARE(api.get(boxes("?filter[has_alias]=1&page=1")).json.value(u"total").toInt(), 0);
        QCOMPARE(api.get(boxes("?filter[has_alias]=0")).list().size(), 5);
        QVERIFY(api.daemon.database().run(u"UPDATE mailbox SET imap_last_login_at = 500 "
                                          "WHERE name = 'bea'"_qs));
        api.clock.pass(5);
        QCOMPARE(names(api.get(boxes("?filter[is_using_imap]=true"))), QStringList{u"bea"_qs});
        QCOMPARE(names(api.get(boxes("?filter[last_login_at]=400"))), QStringList{u"bea"_qs});
        QCOMPARE(names(api.get(boxes("?filter[last_login_at]=501"))), QStringList());
        QCOMPARE(names(api.get(boxes("?filter[is_using_pop3]=1"))), QStringList());
        QCOMPARE(api.get(boxes("?with=last_login&filter[is_using_imap]=1"))
                     .list()[0][u"imap_last_login_at"]
                     .toInt(),
                 500);
        QCOMPARE(api.misfits, QStringList());
    }

    void usersComeWithTheList()
    {
        ServedApi api;
        fill(api);
        const Reply reply = api.get(boxes("?with=users,count_users&search=bea"));
        QCOMPARE(reply.list()[0][u"users"].toArray().size(), 3);
        QCOMPARE(reply.list()[0][u"count_users"].toInt(), 3);
        QCOMPARE(reply.list()[0][u"users"][0][u"permissions"][u"can_manage_rules"].toBool(), true);
        QVERIFY(!api.get(boxes("?search=bea"))
                     .list()[0][u"users"][0]
                     .toObject()
                     .contains(u"permissions"));
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *query, const char *field) {
            QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(field);
        };
        row("page=0", "page");
        row("page=x", "page");
        row("page=-1", "page");
        row("page=99999999999999999999", "page");
        row("page=1&per_page=501", "per_page");
        row("per_page=0", "per_page");
        row("limit=0", "limit");
        row("skip=-1", "skip");
        row("return=some", "return");
        row("order=up", "order");
        row("order_by=colour", "order_by");
        row("order_by=mailbox_name,1;drop", "order_by");
        row("order_for[colour]=asc", "order_for[colour]");
        row("order_for[note]=up", "order_for[note]");
        row("order_for=note", "order_for");
        row("filter[colour]=1", "filter[colour]");
        row("filter[has_alias]=maybe", "filter[has_alias]");
        row("filter[last_login_at]=now", "filter[last_login_at]");
        row("filter=1", "filter");
        row("filter[=1", "filter[");
        row("order_for[notex=desc", "order_for[notex");
        row("filter_by=colour", "filter_by");
    }
    void faults()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, field);
        ServedApi api;
        const Reply reply = api.get(boxes('?' + query));
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.attributes(), QStringList{field});
        QCOMPARE(api.misfits, QStringList());
    }

    void brokenEscapes()
    {
        ServedApi api;
        for (const char *query :
             {"?search=%", "?search=%2", "?search=%zz", "?search=%00", "?search=%ff%fe", "?%=1"})
            QCOMPARE(api.get(boxes(query)).status, 400);
        QCOMPARE(api.get(boxes("?&&a&=b&search=")).status, 200);
    }
};

QTEST_GUILESS_MAIN(Query)
#include "query.moc"
