// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messages.h"
#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/dkimkey.h"
#include "app/mail/dnsfacts.h"
#include "app/mail/hostjob.h"
#include "app/mail/mailbox.h"
#include "app/mail/mailsettings.h"
#include "app/mail/service.h"
#include "app/mail/user.h"
#include "app/mail/zone.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

namespace {

template <mail::Fielded T>
void everyFieldIsLabelled(QStringList &missing)
{
    for (const QString &name : mail::fieldNames<T>()) {
        const QString key = QStringLiteral("%1.%2").arg(QLatin1String(T::kind), name);
        const QString label = ui::labelFor(key);
        if (label.isEmpty() || label == name)
            missing.append(key);
    }
}

} // namespace

class MessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldHasALabel()
    {
        QStringList missing;
        everyFieldIsLabelled<mail::Service>(missing);
        everyFieldIsLabelled<mail::Mailbox>(missing);
        everyFieldIsLabelled<mail::Access>(missing);
        everyFieldIsLabelled<mail::Device>(missing);
        everyFieldIsLabelled<mail::User>(missing);
        everyFieldIsLabelled<mail::MailSettings>(missing);
        everyFieldIsLabelled<mail::Zone>(missing);
        everyFieldIsLabelled<mail::ZoneRecord>(missing);
        everyFieldIsLabelled<mail::DkimKey>(missing);
        everyFieldIsLabelled<mail::HostJob>(missing);
        everyFieldIsLabelled<mail::DnsFacts>(missing);
        QCOMPARE(missing, QStringList());
        for (mail::Right right : mail::allRights()) {
            const QString key =
                QStringLiteral("access.rights.") + QLatin1String(mail::flagName(right));
            QVERIFY(!ui::labelFor(key).contains(u'_'));
        }
    }

    void everyErrorHasASentence()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
            const Error error{Error::Kind(kind), QStringLiteral("535 5.7.8"), {}, {}, 0};
            const ui::Sentence sentence = ui::sentenceFor(error);
            QVERIFY(sentence.text.endsWith(u'.'));
            QVERIFY(!sentence.text.contains(u'!'));
            QVERIFY(!sentence.text.contains(QStringLiteral("535")));
            QVERIFY(sentence.details.contains(QStringLiteral("535 5.7.8")));
            sentences.insert(sentence.text);
        }
        QCOMPARE(sentences.size(), int(Error::Kind::Internal) + 1);
        QVERIFY(ui::sentenceFor({Error::Kind::Invalid, {}, QStringLiteral("note"), {}, 0})
                    .text.contains(QStringLiteral("Note")));
    }

    void everyFindingHasASentence()
    {
        for (const char *code : {"not-possible",
                                 "address-invalid",
                                 "address-taken",
                                 "quota-exceeded",
                                 "no-such-mailbox",
                                 "stale",
                                 "delete-loses-mail",
                                 "cannot-be-undone",
                                 "devices-lose-sending",
                                 "device-escapes-send-right",
                                 "auto-reply-goes-on",
                                 "webmail-stays",
                                 "programs-must-be-updated",
                                 "does-nothing",
                                 "record-of-host",
                                 "last-mx",
                                 "last-spf",
                                 "last-dmarc",
                                 "last-dkim-key",
                                 "sign-tell-parent",
                                 "unsign-after-parent",
                                 "delete-loses-zone",
                                 "key-is-lost",
                                 "zone-duplicate"}) {
            mail::Finding finding;
            finding.code = QLatin1String(code);
            finding.about.label = QStringLiteral("ana@example.org");
            const ui::Sentence sentence = ui::sentenceFor(finding);
            QVERIFY2(sentence.text.endsWith(u'.'), qPrintable(sentence.text));
            QVERIFY2(!sentence.text.contains(QLatin1String(code)), code);
            QVERIFY2(!sentence.text.contains(QRegularExpression(QStringLiteral("%[0-9n]"))), code);
        }
    }

    // A refusal that has a reason of its own says that one, whatever its kind.
    void refusalsHaveReasons()
    {
        QSet<QString> sentences;
        for (const char *code :
             {"dns-scope", "zone-withheld", "dns_record_already_exists",
              "dns_record_mutual_exclusion", "invalid_dns_record", "unsupported_dns_record_type",
              "not_published", "key_signs", "half-done", "not-yet", "address-not-created",
              "signing_is_behind", "password-unseen", "password-untold"}) {
            const Error error{
                Error::Kind::Conflict, QStringLiteral("Why"), {}, QLatin1String(code), 0};
            const ui::Sentence sentence = ui::sentenceFor(error);
            QVERIFY2(sentence.text.endsWith(u'.'), code);
            QVERIFY(sentence.details.contains(QStringLiteral("Why")));
            sentences.insert(sentence.text);
        }
        QCOMPARE(sentences.size(), 14);
        QVERIFY(
            !sentences.contains(ui::sentenceFor(Error{Error::Kind::Conflict, {}, {}, {}, 0}).text));
        // the field is named in its own kind's words where the code says nothing
        QVERIFY(ui::sentenceFor(Error::invalid(QStringLiteral("ttl"), {}))
                    .text.contains(QStringLiteral("TTL")));
    }

    void whoIsRemovedNeitherReadsNorSends()
    {
        mail::Finding finding;
        finding.code = QStringLiteral("devices-lose-sending");
        finding.facts = {{QStringLiteral("devices"), QJsonArray{QStringLiteral("Phone")}},
                         {QStringLiteral("user_removed"), false}};
        QVERIFY(ui::sentenceFor(finding).details.contains(QStringLiteral("Reading goes on")));
        finding.facts.insert(QStringLiteral("user_removed"), true);
        const ui::Sentence sentence = ui::sentenceFor(finding);
        QVERIFY(sentence.text.contains(QStringLiteral("neither to read nor to send")));
        QVERIFY(sentence.text.contains(QStringLiteral("“Phone”")));
        QVERIFY(sentence.details.contains(QStringLiteral("Undo does not bring")));
        // A new password leaves a device without its user: only adding it again gives it one.
        finding.code = QStringLiteral("device-escapes-send-right");
        QVERIFY(ui::sentenceFor(finding).details.contains(QStringLiteral("add it again")));
    }

    void devicesAreNamed()
    {
        mail::Finding finding;
        finding.code = QStringLiteral("device-escapes-send-right");
        finding.facts = {{QStringLiteral("devices"),
                          QJsonArray{QStringLiteral("Scanner"), QStringLiteral("Old phone")}}};
        const QString text = ui::sentenceFor(finding).text;
        QVERIFY2(text.contains(QStringLiteral("“Scanner” and “Old phone”")), qPrintable(text));
    }

    void everyReasonIsSaid()
    {
        for (const char *code : {"not-offered", "no-right", "read-only-token"}) {
            const QString text = ui::reasonText(QLatin1String(code));
            QVERIFY(text.endsWith(u'.'));
            QVERIFY(!text.contains(QLatin1String(code)));
        }
        QVERIFY(ui::reasonText({}).isEmpty());
        QVERIFY(!ui::reasonText(QStringLiteral("something-new")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(MessagesTest)
#include "messages.moc"
