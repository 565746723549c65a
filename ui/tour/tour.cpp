// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour.h"

#include "ui/pages/page.h"
#include "ui/pages/security/sectionwords.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QSaveFile>
#include <QTableView>
#include <QTabWidget>
#include <QTextStream>

namespace ui {

namespace {

const QString first = QStringLiteral("anna");
const QString second = QStringLiteral("sales");
const QString phone = QStringLiteral("Phone");     // of a person: bound by that person's rights
const QString printer = QStringLiteral("Printer"); // without user: bound by nobody's
const QString desk = QStringLiteral("Sales desk");

} // namespace

Tour::Tour(Context &context, QWidget &window, const QString &directory, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_directory(directory)
    , m_stage(window, directory)
{
    connect(&m_stage, &Stage::finished, this, &Tour::finish);
    tellFirstAddress();
    tellDevice(first, phone, true, QStringLiteral("06-device-password"));
    tellDevice(first, printer, false, {});
    tellSecondAddress();
    tellDevice(second, desk, false, {});
    tellMail();
    tellSendRight();
    tellMany();
    tellSecurity();
    tellJournal();
    tellDark();
}

void Tour::start() { m_stage.play(); }

void Tour::tellFirstAddress()
{
    m_stage.add(
        {tr("The mail host is ready and its list of addresses empty"),
         [this] {
             return isAt(QStringLiteral("addresses")) &&
                    m_stage.isThere(QStringLiteral("state.action")) &&
                    m_context.changes.capabilities(scope()).can(mail::Verb::Create, u"mailbox");
         },
         QStringLiteral("01-no-addresses"),
         [this] { m_context.actions.action(QStringLiteral("addresses.create"))->trigger(); }});
    m_stage.add(
        {tr("The wizard asks for a name"),
         [this] { return m_stage.isThere(QStringLiteral("create.name")); },
         {},
         [this] { m_stage.type(QStringLiteral("create.name"), QStringLiteral("jürgen..k")); }});
    m_stage.add(
        {tr("A wrong name is told while it is typed"), {}, QStringLiteral("02-name-rules"), [this] {
             m_stage.type(QStringLiteral("create.name"), first);
             m_stage.type(QStringLiteral("create.note"), tr("First contact for customers"));
             m_stage.press(QStringLiteral("wizard.next"));
         }});
    m_stage.add({tr("The wizard asks who has access"),
                 [this] { return m_stage.isThere(QStringLiteral("create.who.people")); },
                 {},
                 [this] {
                     m_stage.press(QStringLiteral("create.who.people"));
                     auto *people = m_stage.find<QListWidget>(QStringLiteral("people.list"));
                     if (!people || people->count() < 2) {
                         m_stage.fail(tr("There is nobody to give access to."));
                         return;
                     }
                     // The last one: the first is the owner of the host.
                     people->item(people->count() - 1)->setCheckState(Qt::Checked);
                 }});
    m_stage.add(
        {tr("One person is chosen, with rights"), {}, QStringLiteral("03-who-has-access"), [this] {
             m_stage.press(QStringLiteral("wizard.next"));
         }});
    m_stage.add({tr("The wizard says what it will do"), {}, QStringLiteral("04-review"), [this] {
                     m_stage.press(QStringLiteral("wizard.next"));
                 }});
    m_stage.add({tr("The address exists"),
                 [this] { return m_stage.isThere(QStringLiteral("result.open")); },
                 QStringLiteral("05-created"),
                 [this] { m_stage.press(QStringLiteral("result.open")); }});
    m_stage.add({tr("The address shows its user"),
                 [this] {
                     return isAt(QStringLiteral("address")) &&
                            m_context.cache.accesses(scope(), first).size() == 1;
                 },
                 {},
                 [this] { m_user = m_context.cache.accesses(scope(), first).first().user; }});
}

void Tour::tellDevice(const QString &address, const QString &label, bool forUser,
                      const QString &picture)
{
    m_stage.add({tr("The devices of %1").arg(address), {}, {}, [this, address] {
                     open(QStringLiteral("address"), address, QStringLiteral("devices"));
                 }});
    m_stage.add(
        {tr("The page of %1").arg(address),
         [this, address] {
             const QAction *add = m_context.actions.action(QStringLiteral("address.addDevice"));
             return m_context.navigator.current().address == address && add && add->isEnabled() &&
                    m_context.cache.knownSince(scope(), address).isValid();
         },
         {},
         [this] { m_context.actions.action(QStringLiteral("address.addDevice"))->trigger(); }});
    m_stage.add({tr("The wizard asks which device it is"),
                 [this] { return m_stage.isThere(QStringLiteral("device.label")); },
                 {},
                 [this, label] {
                     if (label == phone)
                         m_stage.press(QStringLiteral("device.type.phone"));
                     m_stage.type(QStringLiteral("device.label"), label);
                     m_stage.press(QStringLiteral("wizard.next"));
                 }});
    m_stage.add({tr("The wizard asks who uses it"),
                 [this] { return m_stage.isThere(QStringLiteral("device.user.none")); },
                 {},
                 [this, forUser] {
                     m_stage.press(forUser ? QStringLiteral("device.user.%1").arg(m_user)
                                           : QStringLiteral("device.user.none"));
                     m_stage.press(QStringLiteral("wizard.next"));
                 }});
    m_stage.add({tr("The wizard asks how it reads mail"),
                 [this] { return m_stage.isThere(QStringLiteral("device.protocol.imap")); },
                 {},
                 [this] {
                     m_stage.press(QStringLiteral("device.protocol.imap"));
                     m_stage.press(QStringLiteral("wizard.next"));
                 }});
    m_stage.add({tr("The password of %1 is shown once").arg(label),
                 [this] { return m_stage.isThere(QStringLiteral("secret.copy")); }, picture,
                 [this, label] {
                     m_stage.press(QStringLiteral("secret.copy"));
                     m_passwords.insert(label, Secret(QApplication::clipboard()->text()));
                     QApplication::clipboard()->clear();
                     if (m_passwords.value(label).isEmpty())
                         m_stage.fail(tr("No password was copied."));
                     m_stage.press(QStringLiteral("result.finish"));
                 }});
    m_stage.add({tr("The device is in the list"),
                 [this, address, label] {
                     const auto devices = m_context.cache.devices(scope(), address);
                     return !m_stage.isThere(QStringLiteral("result.finish")) &&
                            std::any_of(devices.cbegin(), devices.cend(),
                                        [&](const mail::Device &d) { return d.label == label; });
                 },
                 {},
                 {}});
}

void Tour::tellSecondAddress()
{
    m_stage.add({tr("A second address"), {}, QStringLiteral("07-devices"), [this] {
                     open(QStringLiteral("addresses"));
                 }});
    m_stage.add(
        {tr("The list of addresses"),
         [this] { return isAt(QStringLiteral("addresses")); },
         {},
         [this] { m_context.actions.action(QStringLiteral("addresses.create"))->trigger(); }});
    m_stage.add({tr("The wizard asks for the second name"),
                 [this] { return m_stage.isThere(QStringLiteral("create.name")); },
                 {},
                 [this] {
                     m_stage.type(QStringLiteral("create.name"), second);
                     m_stage.press(QStringLiteral("wizard.next"));
                 }});
    m_stage.add({tr("The second address has no user yet"),
                 [this] { return m_stage.isThere(QStringLiteral("create.who.later")); },
                 {},
                 [this] {
                     m_stage.press(QStringLiteral("create.who.later"));
                     m_stage.press(QStringLiteral("wizard.next"));
                 }});
    m_stage.add({tr("The second review"), {}, {}, [this] {
                     m_stage.press(QStringLiteral("wizard.next"));
                 }});
    m_stage.add({tr("The second address exists"),
                 [this] { return m_stage.isThere(QStringLiteral("result.close")); },
                 {},
                 [this] { m_stage.press(QStringLiteral("result.close")); }});
}

void Tour::tellMail()
{
    m_stage.add(
        {tr("Mail goes from one address to the other"), {}, {}, [this] {
             const QString from = login(first, {}).user;
             const QString to = login(second, {}).user;
             expectRead(tr("IMAP login over TLS as %1 with the password of “%2”").arg(from, phone),
                        login(first, m_passwords.value(phone)), {});
             expectSend(
                 tr("Submission as %1 with the password of “%2”, to %3").arg(from, phone, to),
                 login(first, m_passwords.value(phone)), from, to, QStringLiteral("Tour one"));
             expectSend(tr("Submission as %1 to an address that does not exist").arg(from),
                        login(first, m_passwords.value(phone)), from,
                        QStringLiteral("nobody.here") + to.mid(to.indexOf(u'@')),
                        QStringLiteral("Tour none"), QStringLiteral("550 5.1.1"));
             expectSend(tr("Submission as %1 in the name of %2").arg(from, to),
                        login(first, m_passwords.value(phone)), to, to,
                        QStringLiteral("Tour forged"), QStringLiteral("553"));
             expectRead(tr("IMAP over TLS as %1: the message is there").arg(to),
                        login(second, m_passwords.value(desk)), QStringLiteral("Tour one"));
         }});
}

void Tour::tellSendRight()
{
    m_stage.add({tr("The mail servers answered"),
                 [this] { return isAnswered(); },
                 {},
                 [this] { open(QStringLiteral("address"), first, QStringLiteral("general")); }});
    m_stage.add(
        {tr("The toggle of the right to send"),
         [this] { return m_stage.isThere(QStringLiteral("user.%1.can_send_emails").arg(m_user)); },
         QStringLiteral("08-users-and-rights"),
         [this] { m_stage.press(QStringLiteral("user.%1.can_send_emails").arg(m_user)); }});
    m_stage.add(
        {tr("The right to send is gone"),
         [this] {
             const auto accesses = m_context.cache.accesses(scope(), first);
             return m_stage.isThere(QStringLiteral("message.action")) && !accesses.isEmpty() &&
                    accesses.first().rights &&
                    accesses.first().rights->get(mail::Right::SendEmails) == false;
         },
         QStringLiteral("09-may-not-send"),
         [this] {
             const QString from = login(first, {}).user;
             const QString to = login(second, {}).user;
             expectSend(tr("Submission as %1 with the password of “%2”, whose user may not send")
                            .arg(from, phone),
                        login(first, m_passwords.value(phone)), from, to,
                        QStringLiteral("Tour refused"), QStringLiteral("535"));
             expectRead(tr("IMAP as %1 with the same password: reading is left").arg(from),
                        login(first, m_passwords.value(phone)), {});
             expectSend(tr("Submission as %1 with the password of “%2”, which is without user")
                            .arg(from, printer),
                        login(first, m_passwords.value(printer)), from, to,
                        QStringLiteral("Tour printer"));
         }});
    m_stage.add({tr("The mail servers refused what they shall refuse"),
                 [this] { return isAnswered(); },
                 {},
                 [this] { m_stage.press(QStringLiteral("message.action")); }}); // Undo
    m_stage.add(
        {tr("The right to send is back"),
         [this] {
             const auto accesses = m_context.cache.accesses(scope(), first);
             return !accesses.isEmpty() && accesses.first().rights &&
                    accesses.first().rights->allows(mail::Right::SendEmails);
         },
         {},
         [this] {
             const QString from = login(first, {}).user;
             expectSend(
                 tr("Submission as %1 with the password of “%2” after Undo").arg(from, phone),
                 login(first, m_passwords.value(phone)), from, login(second, {}).user,
                 QStringLiteral("Tour undone"));
         }});
}

// A list that looks like somebody's, made by one change set.
void Tour::tellMany()
{
    m_stage.add({tr("The undone change works"),
                 [this] { return isAnswered(); },
                 {},
                 [this] {
                     const auto service = m_context.cache.service(scope());
                     mail::ChangeSet set{tr("Create addresses of the departments"), {}};
                     const std::pair<const char *, QString> rows[] = {
                         {"accounting", tr("Invoices, incoming and outgoing")},
                         {"bookings", {}},
                         {"careers", tr("Applications; deleted after six months")},
                         {"events", {}},
                         {"finance", tr("Bank and tax office only")},
                         {"info", tr("On the web site")},
                         {"logistics", {}},
                         {"marketing", {}},
                         {"office", tr("Reception desk")},
                         {"press", tr("For journalists")},
                         {"purchasing", {}},
                         {"support", tr("First level")}};
                     for (const auto &[name, note] : rows) {
                         mail::Mailbox mailbox;
                         mailbox.service = scope().service;
                         mailbox.name = QLatin1String(name);
                         mailbox.addressIdn =
                             mailbox.name + u'@' + (service ? service->domainIdn : QString());
                         if (!note.isEmpty())
                             mailbox.note = note;
                         mailbox.target = mail::Target::CurrentUser;
                         set.changes.append(mail::creation(mailbox));
                     }
                     m_context.changes.applyNow(scope(), set, tr("Twelve addresses were created."));
                     open(QStringLiteral("addresses"));
                 }});
    m_stage.add(
        {tr("All addresses are listed"),
         [this] {
             const auto *table =
                 qobject_cast<QTableView *>(m_stage.find(QStringLiteral("addresses.table")));
             return table && table->model() && table->model()->rowCount() == 14;
         },
         {},
         [this] {
             m_context.accounts.refreshMailboxes(scope());
             if (auto *table =
                     qobject_cast<QTableView *>(m_stage.find(QStringLiteral("addresses.table"))))
                 table->setCurrentIndex(table->model()->index(2, table->currentIndex().column()));
             if (m_stage.isThere(QStringLiteral("message.close")))
                 m_stage.press(QStringLiteral("message.close"));
         }});
    m_stage.add({tr("The list in the light theme"), {}, QStringLiteral("addresses-light"), [this] {
                     m_stage.type(QStringLiteral("filter"), QStringLiteral("in"));
                 }});
    m_stage.add(
        {tr("The filter finds as it is typed"),
         [this] {
             const auto *table =
                 qobject_cast<QTableView *>(m_stage.find(QStringLiteral("addresses.table")));
             return table && table->model()->rowCount() < 14 && table->model()->rowCount() > 0;
         },
         QStringLiteral("10-filter"), [this] { m_stage.type(QStringLiteral("filter"), {}); }});
}

// Who may send for the domain: nobody says so on a fresh host, and one review later it is said.
void Tour::tellSecurity()
{
    m_stage.add(
        {tr("The security of the domain"), {}, {}, [this] { open(QStringLiteral("security")); }});
    m_stage.add({tr("SPF, DKIM and DMARC are missing"),
                 [this] { return m_stage.isThere(QStringLiteral("overview.correctAll")); },
                 QStringLiteral("11-security-missing"),
                 [this] { m_stage.press(QStringLiteral("overview.correctAll")); }});
    m_stage.add({tr("What would be published"),
                 [this] { return m_stage.isThere(QStringLiteral("review.apply")); },
                 QStringLiteral("12-security-review"),
                 [this] { m_stage.press(QStringLiteral("review.apply")); }});
    m_stage.add({tr("SPF, DKIM and DMARC are in order"),
                 [this] {
                     return isInOrder(QStringLiteral("spf")) && isInOrder(QStringLiteral("dkim")) &&
                            isInOrder(QStringLiteral("dmarc"));
                 },
                 {},
                 [this] {
                     const QString from = login(first, {}).user;
                     const QString to = login(second, {}).user;
                     expectSend(tr("Submission as %1 once the domain signs").arg(from),
                                login(first, m_passwords.value(phone)), from, to,
                                QStringLiteral("Tour signed"));
                     expectSigned(
                         tr("IMAP as %1: the message carries a signature that verifies").arg(to),
                         login(second, m_passwords.value(desk)), QStringLiteral("Tour signed"));
                     if (m_stage.isThere(QStringLiteral("message.close")))
                         m_stage.press(QStringLiteral("message.close"));
                 }});
    m_stage.add({tr("The message was verified"), [this] { return isAnswered(); },
                 QStringLiteral("security-light"),
                 [this] { open(QStringLiteral("security"), {}, QStringLiteral("spf")); }});
    m_stage.add({tr("Who may send, drawn"),
                 [this] { return m_stage.isThere(QStringLiteral("spf.tree")); },
                 QStringLiteral("spf-light"), [this] { open(QStringLiteral("zone")); }});
    m_stage.add({tr("The records of the zone"),
                 [this] { return m_stage.isThere(QStringLiteral("zone.table")); },
                 QStringLiteral("zone-light"),
                 [this] { open(QStringLiteral("security"), {}, QStringLiteral("overview")); }});
    m_stage.add({tr("The zone is not signed"),
                 [this] { return m_stage.isThere(QStringLiteral("section.dnssec.correct")); },
                 {},
                 [this] { m_stage.press(QStringLiteral("section.dnssec.correct")); }});
    m_stage.add({tr("What signing changes"),
                 [this] { return m_stage.isThere(QStringLiteral("review.apply")); },
                 {},
                 [this] { m_stage.press(QStringLiteral("review.apply")); }});
    m_stage.add({tr("The zone is signed"),
                 [this] { return isInOrder(QStringLiteral("dnssec")); },
                 {},
                 [this] {
                     if (m_stage.isThere(QStringLiteral("message.close")))
                         m_stage.press(QStringLiteral("message.close"));
                     open(QStringLiteral("security"), {}, QStringLiteral("dnssec"));
                 }});
    m_stage.add({tr("The chain of DNSSEC, link by link"),
                 [this] { return m_stage.isThere(QStringLiteral("dnssec.chain")); },
                 QStringLiteral("dnssec-light"), [this] { open(QStringLiteral("domains")); }});
    m_stage.add(
        {tr("All domains"),
         [this] { return m_stage.isThere(QStringLiteral("domains.table")); },
         {},
         [this] { m_context.actions.action(QStringLiteral("domains.checkAll"))->trigger(); }});
    m_stage.add({tr("All domains were checked"),
                 [this] {
                     return m_stage.isThere(QStringLiteral("message.close")) &&
                            m_context.jobs.isIdle();
                 },
                 QStringLiteral("domains-light"),
                 [this] { m_stage.press(QStringLiteral("message.close")); }});
}

void Tour::tellJournal()
{
    m_stage.add({tr("The journal"), {}, {}, [this] { open(QStringLiteral("journal")); }});
    m_stage.add({tr("The journal tells what was done"),
                 [this] {
                     const auto *table =
                         qobject_cast<QTableView *>(m_stage.find(QStringLiteral("journal.table")));
                     return table && table->model()->rowCount() > 5;
                 },
                 QStringLiteral("journal-light"),
                 [this] { open(QStringLiteral("address"), first, QStringLiteral("general")); }});
    m_stage.add({tr("The page of an address in the light theme"),
                 [this] { return m_stage.isThere(QStringLiteral("user.%1").arg(m_user)); },
                 QStringLiteral("address-light"),
                 [this] { open(QStringLiteral("address"), first, QStringLiteral("devices")); }});
    m_stage.add({tr("The devices of an address in the light theme"),
                 [this] { return m_stage.isThere(QStringLiteral("devices.table")); },
                 QStringLiteral("devices-light"), [] { dress(*qApp, true); }});
}

void Tour::tellDark()
{
    m_stage.add({tr("The devices in the dark theme"),
                 [this] { return m_stage.isThere(QStringLiteral("devices.table")); },
                 QStringLiteral("devices-dark"),
                 [this] { open(QStringLiteral("address"), first, QStringLiteral("general")); }});
    m_stage.add({tr("The page of an address in the dark theme"),
                 [this] { return m_stage.isThere(QStringLiteral("user.%1").arg(m_user)); },
                 QStringLiteral("address-dark"), [this] { open(QStringLiteral("journal")); }});
    m_stage.add({tr("The journal in the dark theme"),
                 [this] { return m_stage.isThere(QStringLiteral("journal.table")); },
                 QStringLiteral("journal-dark"),
                 [this] { open(QStringLiteral("security"), {}, QStringLiteral("overview")); }});
    m_stage.add({tr("The security of the domain in the dark theme"),
                 [this] { return isInOrder(QStringLiteral("dkim")); },
                 QStringLiteral("security-dark"),
                 [this] { open(QStringLiteral("security"), {}, QStringLiteral("spf")); }});
    m_stage.add({tr("Who may send in the dark theme"),
                 [this] { return m_stage.isThere(QStringLiteral("spf.tree")); },
                 QStringLiteral("spf-dark"),
                 [this] { open(QStringLiteral("security"), {}, QStringLiteral("dnssec")); }});
    m_stage.add({tr("The chain of DNSSEC in the dark theme"),
                 [this] { return m_stage.isThere(QStringLiteral("dnssec.chain")); },
                 QStringLiteral("dnssec-dark"), [this] { open(QStringLiteral("zone")); }});
    m_stage.add({tr("The records of the zone in the dark theme"),
                 [this] { return m_stage.isThere(QStringLiteral("zone.table")); },
                 QStringLiteral("zone-dark"), [this] { open(QStringLiteral("domains")); }});
    m_stage.add({tr("All domains in the dark theme"),
                 [this] { return m_stage.isThere(QStringLiteral("domains.table")); },
                 QStringLiteral("domains-dark"), [this] { open(QStringLiteral("addresses")); }});
    m_stage.add({tr("The list in the dark theme"),
                 [this] {
                     const auto *table = qobject_cast<QTableView *>(
                         m_stage.find(QStringLiteral("addresses.table")));
                     return table && table->model()->rowCount() == 14;
                 },
                 QStringLiteral("addresses-dark"),
                 {}});
}

void Tour::open(const QString &page, const QString &address, const QString &tab)
{
    const auto isOverall = [&](const PageKind &kind) { return kind.isOverall && kind.id == page; };
    const QList<PageKind> &kinds = pageKinds();
    const bool overall = std::any_of(kinds.cbegin(), kinds.cend(), isOverall);
    m_scope = scope();
    m_context.navigator.go({page, overall ? store::Scope() : m_scope, address, tab});
}

bool Tour::isAt(const QString &page) const
{
    return m_stage.isThere(QStringLiteral("page.%1").arg(page));
}

bool Tour::isInOrder(const QString &section) const
{
    const QWidget *chip = m_stage.find(QStringLiteral("section.%1.standing").arg(section));
    return chip && chip->accessibleName() == standingOf(mail::Severity::Information, true).word;
}

store::Scope Tour::scope() const
{
    const store::Scope now = m_context.navigator.current().scope;
    return now.service ? now : m_scope; // a page of all services has none
}

void Tour::finish(bool good, const QString &why)
{
    if (!good) {
        m_isGood = false;
        m_report.append(QStringLiteral("BAD  %1").arg(why));
    }
    QSaveFile file(QDir(m_directory).filePath(QStringLiteral("report.txt")));
    if (file.open(QIODevice::WriteOnly | QIODevice::Text)) {
        QTextStream out(&file);
        out << tr("What the mail servers answered") << "\n\n";
        for (const QString &line : m_report)
            out << line << "\n";
        out << "\n" << tr("Pictures") << "\n\n";
        for (const QString &picture : m_stage.pictures())
            out << "  " << picture << ".png\n";
        out << "\n"
            << (m_isGood ? tr("All of it happened.") : tr("Not all of it happened.")) << "\n";
        out.flush();
    }
    if (!file.commit())
        m_isGood = false;
    emit finished(m_isGood);
}

} // namespace ui
