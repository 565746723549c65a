// SPDX-License-Identifier: GPL-3.0-or-later
// The client and the daemon, in one process, over a socket: what one says the other understands.
#include "server/daemon.h"
#include "app/backend/connection.h"
#include "server/db/seed.h"
#include "tests/support/recordinghost.h"

#include <QTemporaryDir>
#include <QTest>

using namespace backend;
using mail::Right;
using Kind = Error::Kind;

class DaemonTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    host::RecordingHost m_host;
    SystemClock m_clock;
    std::unique_ptr<Daemon> m_daemon;
    Secret m_token;
    mail::Account m_account;
    std::unique_ptr<HostingApi> m_api;
    mail::Service m_service;
    Progress m_progress;

    Applied applied(const mail::Change &change)
    {
        const auto result = m_api->apply(change, m_progress);
        if (!result) {
            QTest::qFail(qPrintable(kindName(result.error().kind) + u' ' + result.error().detail),
                         __FILE__, __LINE__);
            return {};
        }
        if (result->shortfall)
            QTest::qFail(qPrintable(result->shortfall->detail), __FILE__, __LINE__);
        return *result;
    }
    mail::Mailbox made(const char *name, mail::Target target = mail::Target::OtherUser)
    {
        mail::Mailbox wish;
        wish.service = m_service.id;
        wish.name = QLatin1String(name);
        wish.target = target;
        const auto done = applied(mail::creation(wish));
        return m_api->mailbox(m_service.id, done.effective.object.key, m_progress)
            .value_or(mail::Mailbox());
    }

private slots:
    void initTestCase();
    void firstStart();
    void whatIsThere();
    void capabilities();
    void createRightsDeviceRevoke();
    void conflict();
    void refusals();
    void feed();
    void audit();
    void defaults();
    void savedAndNotInEffect();
    void remove();
};

void DaemonTest::initTestCase()
{
    m_daemon = std::make_unique<Daemon>(
        m_host, m_clock, DaemonSettings{m_directory.filePath(QStringLiteral("main.db")), {}});
    QVERIFY(m_daemon->open());
    const auto token = db::seed(m_daemon->database(), QStringLiteral("bücher.example"),
                                QStringLiteral("Ana Example"), QStringLiteral("ana@example.net"),
                                {{QStringLiteral("Bo"), QStringLiteral("B"),
                                  QStringLiteral("bo@example.net"), mail::Role::Normal}});
    QVERIFY(token);
    m_token = *token;
    const auto started = m_daemon->start();
    QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().detail));
    m_account.id = QStringLiteral("a");
    m_account.kind = mail::AccountKind::Local;
    m_account.url = m_daemon->url();
    m_api = std::make_unique<HostingApi>(m_account, m_token);
}

void DaemonTest::firstStart()
{
    const auto user = testConnection(m_account, m_token, m_progress);
    QVERIFY2(user.has_value(), user ? "" : qPrintable(user.error().detail));
    QCOMPARE(user->email, QStringLiteral("ana@example.net"));
    const auto wrong = testConnection(m_account, Secret(QByteArray("nonsense")), m_progress);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, QStringLiteral("token"));
}

void DaemonTest::whatIsThere()
{
    const auto services = m_api->services(m_progress);
    QVERIFY2(services.has_value(), services ? "" : qPrintable(services.error().detail));
    QCOMPARE(services->size(), 1);
    const auto service = m_api->service(services->first().id, m_progress);
    QVERIFY(service);
    m_service = *service;
    QCOMPARE(m_service.domain, QStringLiteral("xn--bcher-kva.example"));
    QCOMPARE(m_service.domainIdn, QStringLiteral("bücher.example"));
    QVERIFY(m_service.organisation > 0);
    QVERIFY(m_service.defaultRights);
    QVERIFY(m_service.defaultRights->get(Right::SendEmails).has_value());
    const auto people = m_api->users(m_service.organisation, m_progress);
    QVERIFY(people);
    QCOMPARE(people->size(), 2);
    QCOMPARE(std::count_if(people->cbegin(), people->cend(),
                           [](const mail::User &u) { return u.isMe == true; }),
             1);
    const auto page = m_api->mailboxes(m_service.id, 1, m_progress);
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->mailboxes.size(), 0);
}

void DaemonTest::capabilities()
{
    const auto can = m_api->capabilities(m_service.id, m_progress);
    QVERIFY(can);
    QVERIFY(can->can(mail::Verb::Create, u"mailbox"));
    QVERIFY(can->can(mail::Verb::Update, u"access", u"rights"));
    QVERIFY(can->has(u"changes"));
    QCOMPARE(can->mailSettings, m_host.mailSettings());
}

void DaemonTest::createRightsDeviceRevoke()
{
    const mail::Mailbox box = made("Info", mail::Target::CurrentUser);
    QCOMPARE(box.name, QStringLiteral("info"));
    QCOMPARE(box.addressIdn, QStringLiteral("info@bücher.example"));
    QVERIFY(box.version.value_or(0) > 0);
    QCOMPARE(box.userCount, 1);
    QCOMPARE(box.deviceCount, 0);
    QVERIFY(box.imapLastLogin && !box.imapLastLogin->isValid());

    const auto people = m_api->users(m_service.organisation, m_progress);
    QVERIFY(people);
    const auto bo = std::find_if(people->cbegin(), people->cend(),
                                 [](const mail::User &u) { return u.isMe == false; });
    QVERIFY(bo != people->cend());
    mail::Access access;
    access.service = m_service.id;
    access.mailbox = box.name;
    access.user = bo->id;
    access.rights = mail::Rights::all();
    access.rights->set(Right::ManageAliases, false);
    applied(mail::creation(access));
    auto accesses = m_api->accesses(m_service.id, box.name, m_progress);
    QVERIFY(accesses);
    QCOMPARE(accesses->size(), 2);
    const auto ofBo = std::find_if(accesses->cbegin(), accesses->cend(),
                                   [&](const mail::Access &a) { return a.user == bo->id; });
    QVERIFY(ofBo != accesses->cend());
    QCOMPARE(ofBo->rights->get(Right::SendEmails), true);
    QCOMPARE(ofBo->rights->get(Right::ManageAliases), false);
    QCOMPARE(ofBo->userEmail, QStringLiteral("bo@example.net"));

    // a device for Bo
    mail::Device device;
    device.service = m_service.id;
    device.mailbox = box.name;
    device.label = QStringLiteral("Bo's phone");
    device.type = mail::DeviceType::Phone;
    device.protocols = mail::Protocols::Imap;
    device.user = bo->id;
    const Applied withPassword = applied(mail::creation(device));
    QVERIFY(!withPassword.password.isEmpty());
    auto devices = m_api->devices(m_service.id, box.name, m_progress);
    QVERIFY(devices);
    QCOMPARE(devices->size(), 1);
    QCOMPARE(devices->first().user, bo->id);
    QCOMPARE(devices->first().label, device.label);
    QCOMPARE(QString::number(devices->first().id), withPassword.effective.object.key);
    device.user = 0;
    device.label = QStringLiteral("Scanner");
    applied(mail::creation(device));
    devices = m_api->devices(m_service.id, box.name, m_progress);
    QVERIFY(devices);
    QCOMPARE(std::count_if(devices->cbegin(), devices->cend(),
                           [](const mail::Device &d) { return d.user == 0; }),
             1);

    // the right to send is taken away, and given back by turning the change round
    mail::Access silent = *ofBo;
    silent.rights->set(Right::SendEmails, false);
    const Applied taken = applied(mail::difference(*ofBo, silent));
    QVERIFY(taken.effective.object.version > ofBo->version.value_or(0));
    accesses = m_api->accesses(m_service.id, box.name, m_progress);
    QVERIFY(accesses);
    for (const mail::Access &a : *accesses)
        if (a.user == bo->id)
            QCOMPARE(a.rights->get(Right::SendEmails), false);
    const Applied back = applied(taken.effective.inverse());
    QCOMPARE(
        back.effective.after.value(u"rights").toObject().value(u"can_send_emails").toBool(false),
        true);

    // another password, then the end of both devices
    mail::Device renewed = devices->first();
    renewed.password = QStringLiteral("set");
    const Applied again = applied(mail::difference(devices->first(), renewed));
    QVERIFY(!again.password.isEmpty());
    QVERIFY(again.effective.object.version > devices->first().version.value_or(0));
    // Whoever has not seen that one makes no other in its place.
    const auto late = m_api->apply(mail::difference(devices->first(), renewed), m_progress);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Error::Kind::Conflict);
    QVERIFY(!(again.password == withPassword.password));
    applied(mail::removal(devices->first()));
    mail::Change all = mail::removal(devices->last());
    all.object.key = QStringLiteral("*");
    applied(all);
    devices = m_api->devices(m_service.id, box.name, m_progress);
    QVERIFY(devices);
    QCOMPARE(devices->size(), 0);
    accesses = m_api->accesses(m_service.id, box.name, m_progress);
    QVERIFY(accesses);
    for (const mail::Access &a : *accesses)
        if (a.user == bo->id)
            applied(mail::removal(a));
    accesses = m_api->accesses(m_service.id, box.name, m_progress);
    QVERIFY(accesses);
    QCOMPARE(accesses->size(), 1);
}

// Two administrators with the same page open.
void DaemonTest::conflict()
{
    const mail::Mailbox seen = made("both");
    mail::Mailbox mine = seen;
    mine.note = QStringLiteral("mine");
    mail::Mailbox theirs = seen;
    theirs.note = QStringLiteral("theirs");
    applied(mail::difference(seen, theirs));
    const auto refused = m_api->apply(mail::difference(seen, mine), m_progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Conflict));
    QCOMPARE(m_api->mailbox(m_service.id, seen.name, m_progress)->note, theirs.note);
    // what does not touch their change goes
    mail::Mailbox filter = seen;
    filter.hasSpamFilter = !seen.hasSpamFilter.value_or(false);
    applied(mail::difference(seen, filter));
    const auto now = m_api->mailbox(m_service.id, seen.name, m_progress);
    QVERIFY(now);
    QCOMPARE(now->note, theirs.note);
    QCOMPARE(now->hasSpamFilter, filter.hasSpamFilter);
    // without a version the values are compared
    mail::Change blind = mail::difference(seen, mine);
    blind.object.version = 0;
    QCOMPARE(kindName(m_api->apply(blind, m_progress).error().kind), kindName(Kind::Conflict));
    mail::Mailbox cleared = *now;
    cleared.note = QString();
    applied(mail::difference(*now, cleared));
    QCOMPARE(m_api->mailbox(m_service.id, seen.name, m_progress)->note, QString());
}

void DaemonTest::refusals()
{
    made("taken");
    mail::Mailbox wish;
    wish.service = m_service.id;
    wish.name = QStringLiteral("taken");
    const auto taken = m_api->apply(mail::creation(wish), m_progress);
    QVERIFY(!taken);
    QCOMPARE(kindName(taken.error().kind), kindName(Kind::Conflict));
    wish.name = QStringLiteral("-no");
    const auto bad = m_api->apply(mail::creation(wish), m_progress);
    QVERIFY(!bad);
    QCOMPARE(kindName(bad.error().kind), kindName(Kind::Invalid));
    QCOMPARE(bad.error().field, QStringLiteral("name"));
    QVERIFY(!bad.error().detail.isEmpty());
    QCOMPARE(
        kindName(m_api->mailbox(m_service.id, QStringLiteral("nobody"), m_progress).error().kind),
        kindName(Kind::NotFound));
    QCOMPARE(kindName(m_api->service(999'999, m_progress).error().kind), kindName(Kind::NotFound));
    mail::Access access;
    access.service = m_service.id;
    access.mailbox = QStringLiteral("taken");
    access.user = 999'999;
    access.rights = mail::Rights::none();
    const auto stranger = m_api->apply(mail::creation(access), m_progress);
    QVERIFY(!stranger);
    QCOMPARE(kindName(stranger.error().kind), kindName(Kind::Invalid));
    QCOMPARE(stranger.error().field, QStringLiteral("user"));
}

void DaemonTest::feed()
{
    const auto start = m_api->changes(m_service.id, 0, 0, m_progress);
    QVERIFY2(start.has_value(), start ? "" : qPrintable(start.error().detail));
    QVERIFY(start->last > 0);
    const mail::Mailbox box = made("fed");
    mail::Device device;
    device.service = m_service.id;
    device.mailbox = box.name;
    device.label = QStringLiteral("Phone");
    device.type = mail::DeviceType::Phone;
    device.protocols = mail::Protocols::Imap;
    device.user = 0;
    const Applied made = applied(mail::creation(device));
    const auto feed = m_api->changes(m_service.id, start->last, 0, m_progress);
    QVERIFY(feed);
    QVERIFY(!feed->reset);
    QVERIFY(feed->complete);
    QVERIFY(feed->entries.size() >= 2);
    QCOMPARE(feed->entries.first().object.kind, QStringLiteral("mailbox"));
    QCOMPARE(feed->entries.first().object.key, box.name);
    QCOMPARE(feed->entries.first().mailbox->addressIdn, box.addressIdn);
    QCOMPARE(feed->entries.last().object.kind, QStringLiteral("device"));
    QCOMPARE(feed->entries.last().object.key, made.effective.object.key);
    QCOMPARE(feed->entries.last().object.parent, box.name);
    QCOMPARE(feed->entries.last().mailbox->deviceCount, 1);
    const auto beyond = m_api->changes(m_service.id, feed->last + 1000, 0, m_progress);
    QVERIFY(beyond);
    QVERIFY(beyond->reset);
}

void DaemonTest::audit()
{
    const auto rows = m_api->audit(m_service.id, 1, m_progress);
    QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().detail));
    QVERIFY(!rows->isEmpty());
    QVERIFY(rows->first().at.isValid());
    QCOMPARE(rows->first().by, QStringLiteral("Ana Example"));
    QCOMPARE(rows->first().change.object.kind, QStringLiteral("device"));
}

void DaemonTest::defaults()
{
    mail::Service edited = m_service;
    const bool rules = m_service.defaultRights->allows(Right::ManageRules);
    edited.defaultRights->set(Right::ManageRules, !rules);
    applied(mail::difference(m_service, edited));
    const auto now = m_api->service(m_service.id, m_progress);
    QVERIFY(now);
    QCOMPARE(now->defaultRights->allows(Right::ManageRules), !rules);
    m_service = *now;
}

// Its mail servers are away: what was saved is no failure, and a password is not lost.
void DaemonTest::savedAndNotInEffect()
{
    const mail::Mailbox box = made("away");
    m_host.failWith(Error{Error::Kind::Storage, QStringLiteral("disk"), {}, {}, 0});
    const auto isNotYet = [](const Result<Applied> &done) {
        return done && done->shortfall && done->shortfall->code == u"not-yet";
    };
    mail::Device device;
    device.service = m_service.id;
    device.mailbox = box.name;
    device.label = QStringLiteral("Phone");
    device.type = mail::DeviceType::Phone;
    device.protocols = mail::Protocols::Imap;
    device.user = 0;
    const auto phone = m_api->apply(mail::creation(device), m_progress);
    QVERIFY(isNotYet(phone));
    QVERIFY(!phone->password.isEmpty());
    device.id = phone->effective.object.key.toLongLong();
    QVERIFY(device.id > 0);
    mail::Device renewed = device;
    renewed.password = QStringLiteral("set");
    const auto again = m_api->apply(mail::difference(device, renewed), m_progress);
    QVERIFY(isNotYet(again));
    QVERIFY(!again->password.isEmpty());

    mail::Mailbox noted = box;
    noted.note = QStringLiteral("Saved");
    const auto note = m_api->apply(mail::difference(box, noted), m_progress);
    if (note->shortfall) // a note is no matter of the mail servers
        QVERIFY(isNotYet(note));
    QCOMPARE(note->effective.after.value(u"note").toString(), QStringLiteral("Saved"));
    mail::Mailbox wish;
    wish.service = m_service.id;
    wish.name = QStringLiteral("Late");
    const auto late = m_api->apply(mail::creation(wish), m_progress);
    QVERIFY(isNotYet(late));
    QCOMPARE(late->effective.object.key, QStringLiteral("late"));
    QVERIFY(isNotYet(m_api->apply(mail::removal(device), m_progress)));

    m_host.failWith({});
    applied(mail::removal(*m_api->mailbox(m_service.id, QStringLiteral("late"), m_progress)));
    applied(mail::removal(*m_api->mailbox(m_service.id, box.name, m_progress)));
}

void DaemonTest::remove()
{
    const mail::Mailbox box = made("gone");
    applied(mail::removal(box));
    QCOMPARE(kindName(m_api->mailbox(m_service.id, box.name, m_progress).error().kind),
             kindName(Kind::NotFound));
    const auto again = m_api->apply(mail::removal(box), m_progress);
    QVERIFY(!again);
    QCOMPARE(kindName(again.error().kind), kindName(Kind::NotFound));
}

QTEST_GUILESS_MAIN(DaemonTest)
#include "daemon.moc"
