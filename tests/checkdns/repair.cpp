// SPDX-License-Identifier: GPL-3.0-or-later
// From what a look found to what puts it right: in a zone that is ours the change set is applied
// and looked at again; elsewhere the records to publish are told.
#include "app/check/dns/repair.h"
#include "app/wire/dns/recordvalue.h"
#include "app/wire/dns/zoneresolver.h"
#include "tests/checkdns/dkimsigner.h"

#include <QTest>

using namespace check;

namespace {

using wire::RecordType;

QString utf(const QByteArray &text) { return QString::fromUtf8(text); }

// A zone of the service, as the daemon would hold it.
struct Zone
{
    mail::Zone zone;
    QList<mail::ZoneRecord> records;
    qint64 next = 1;

    explicit Zone(const char *name)
    {
        zone.service = 7;
        zone.name = zone.nameIdn = QLatin1String(name);
        zone.isSigned = false;
        add("", "SOA", "ns1.host.example hostmaster.host.example 1 2 3 4 5");
    }
    void add(const char *source, const char *type, const QByteArray &target)
    {
        mail::ZoneRecord record;
        record.service = 7;
        record.zone = zone.name;
        record.id = next++;
        record.source = QLatin1String(source);
        record.type = QLatin1String(type);
        record.target = utf(target);
        record.ttl = 3600;
        records.append(record);
    }
    QStringList at(const char *source, const char *type) const
    {
        QStringList out;
        for (const mail::ZoneRecord &record : records)
            if (record.source == QLatin1String(source) && record.type == QLatin1String(type))
                out.append(record.target);
        return out;
    }
    void apply(const mail::ChangeSet &set)
    {
        for (const mail::Change &change : set.changes) {
            if (change.object.kind == QLatin1String(mail::Zone::kind)) {
                QVERIFY(mail::patch(zone, change.after));
                continue;
            }
            QCOMPARE(change.object.kind, QLatin1String(mail::ZoneRecord::kind));
            QCOMPARE(change.object.parent, zone.name);
            if (change.verb == mail::Verb::Create) {
                mail::ZoneRecord record;
                record.service = 7;
                record.zone = zone.name;
                QVERIFY(mail::patch(record, change.after));
                record.id = next++;
                records.append(record);
                continue;
            }
            const auto found =
                std::find_if(records.begin(), records.end(), [&](const mail::ZoneRecord &record) {
                    return QString::number(record.id) == change.object.key;
                });
            QVERIFY(found != records.end());
            if (change.verb == mail::Verb::Remove)
                records.erase(found);
            else
                QVERIFY(mail::patch(*found, change.after));
        }
    }
    std::shared_ptr<wire::ZoneResolver> served(const Zone *also = nullptr) const
    {
        auto out = std::make_shared<wire::ZoneResolver>();
        QList<mail::ZoneRecord> all = records;
        if (also)
            all += also->records;
        for (const mail::ZoneRecord &record : std::as_const(all)) {
            const RecordType type = *wire::typeFromWord(record.type.toUtf8());
            const QByteArray owner = ownerOf(record).toUtf8();
            if (type == RecordType::TXT)
                out->add(wire::DnsRecord{owner, type, 60, wire::txtFrom(record.target.toUtf8())});
            else
                out->add(owner, type, record.target.toUtf8());
        }
        return out;
    }
};

mail::DnsFacts facts()
{
    mail::DnsFacts out;
    out.mx = {QStringLiteral("10 mx.host.example")};
    out.spf = {QStringLiteral("mx")};
    out.addresses = {QStringLiteral("192.0.2.25")};
    out.services = {QStringLiteral("SRV _imaps._tcp 0 1 993 mx.host.example"),
                    QStringLiteral("SRV _submissions._tcp 0 1 465 mx.host.example")};
    return out;
}

// The service's own hosts.
Zone hosts()
{
    Zone out("host.example");
    out.add("mx", "A", "192.0.2.25");
    out.records.last().source = QStringLiteral("mx");
    return out;
}

mail::DkimKey key(const char *selector, mail::DkimState state, const QByteArray &record)
{
    mail::DkimKey out;
    out.service = 7;
    out.domain = QStringLiteral("a.example");
    out.selector = QLatin1String(selector);
    out.state = state;
    out.record = utf(record);
    return out;
}

} // namespace

class Repair : public QObject
{
    Q_OBJECT

    Progress m_progress;

    DomainReport look(wire::Resolver &resolver, const RepairBasis &basis,
                      const QByteArray &domain = "a.example")
    {
        DomainCheck what;
        what.domain = domain;
        what.facts = basis.facts;
        what.keys = basis.keys;
        what.signs = basis.signs;
        const auto report = checkDomain(what, resolver, m_progress);
        return report ? *report : DomainReport();
    }
    static RepairBasis ours(const Zone &zone)
    {
        RepairBasis basis;
        basis.facts = facts();
        basis.zone = zone.zone;
        basis.records = zone.records;
        return basis;
    }
    static SectionState of(Section section, const QList<SectionState> &states)
    {
        for (const SectionState &state : states)
            if (state.section == section)
                return state;
        return {};
    }
    DomainReport parsed(const QList<std::array<const char *, 3>> &rows,
                        const QByteArray &domain = "a.example")
    {
        Zone zone(domain.constData());
        for (const auto &[source, type, target] : rows)
            zone.add(source, type, target);
        const Zone more = hosts();
        RepairBasis basis;
        return look(*zone.served(&more), basis, domain);
    }

private slots:
    void aFreshDomainBecomesGreen()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        RepairBasis basis = ours(zone);
        basis.signs = true;
        DomainReport report = look(*zone.served(&host), basis);
        QList<SectionState> states = sectionStates(report, basis);
        for (const Section red : {Section::Spf, Section::Dkim, Section::Dmarc, Section::Reach}) {
            QCOMPARE(of(red, states).severity, mail::Severity::Error);
            QVERIFY(!of(red, states).present);
            QVERIFY(!of(red, states).summary.isEmpty());
            QVERIFY(!of(red, states).proposal.isEmpty());
            QVERIFY(of(red, states).proposal.publish.isEmpty()); // the zone is ours
        }
        QVERIFY(of(Section::Dkim, states).proposal.rotateKeys);
        // one change that mends all of a section is the finding's fix
        QVERIFY(of(Section::Spf, states).findings[0].fix);
        QCOMPARE(of(Section::Spf, states).findings[0].fix->after.value(u"target").toString(),
                 u"v=spf1 mx ~all");

        // the key that a rotation would make
        const DkimSigner signer(2048);
        basis.keys = {key("mw1", mail::DkimState::Signing, signer.record())};
        states = sectionStates(look(*zone.served(&host), basis), basis);
        for (const SectionState &state : std::as_const(states))
            zone.apply(state.proposal.changes);
        QCOMPARE(zone.at("", "TXT"), QStringList{QStringLiteral("v=spf1 mx ~all")});
        QCOMPARE(zone.at("_dmarc", "TXT"), QStringList{QStringLiteral("v=DMARC1; p=quarantine")});
        QCOMPARE(zone.at("mw1._domainkey", "TXT"), QStringList{utf(signer.record())});
        QCOMPARE(zone.at("", "MX"), QStringList{QStringLiteral("10 mx.host.example")});
        QCOMPARE(zone.at("_imaps._tcp", "SRV"),
                 QStringList{QStringLiteral("0 1 993 mx.host.example")});
        QVERIFY(*zone.zone.isSigned);

        basis.zone = zone.zone;
        basis.records = zone.records;
        states = sectionStates(look(*zone.served(&host), basis), basis);
        for (const SectionState &state : std::as_const(states)) {
            QVERIFY2(state.severity == mail::Severity::Information, qPrintable(state.summary));
            QVERIFY2(state.proposal.isEmpty(), qPrintable(state.summary));
            QVERIFY(!state.summary.isEmpty() && !state.summary.contains(u'{'));
        }
    }
    void elsewhereTheRecordsAreTold()
    {
        const Zone host = hosts();
        const Zone zone("a.example");
        RepairBasis basis;
        basis.facts = facts();
        const QByteArray record = DkimSigner(2048).record();
        basis.keys = {key("mw1", mail::DkimState::Signing, record)};
        const QList<SectionState> states = sectionStates(look(*zone.served(&host), basis), basis);
        const Proposal spf = of(Section::Spf, states).proposal;
        QVERIFY(spf.changes.changes.isEmpty());
        QCOMPARE(spf.publish.size(), 1);
        QCOMPARE(spf.publish[0].name, u"a.example");
        QCOMPARE(spf.publish[0].value, u"v=spf1 mx ~all");
        QCOMPARE(spf.publish[0].zoneText, u"\"v=spf1 mx ~all\"");
        QVERIFY(!of(Section::Spf, states).findings[0].fix);
        const Proposal dkim = of(Section::Dkim, states).proposal;
        QCOMPARE(dkim.publish.size(), 1);
        QCOMPARE(dkim.publish[0].name, u"mw1._domainkey.a.example");
        QCOMPARE(dkim.publish[0].value, utf(record)); // in one piece
        QVERIFY(record.size() > 255);
        QCOMPARE(dkim.publish[0].zoneText,
                 utf('"' + record.left(255) + "\" \"" + record.mid(255) + '"'));
        QCOMPARE(of(Section::Reach, states).proposal.publish[0],
                 (RecordToPublish{QStringLiteral("a.example"), QStringLiteral("MX"),
                                  QStringLiteral("10 mx.host.example"),
                                  QStringLiteral("10 mx.host.example."), 3600}));
        QVERIFY(of(Section::Dnssec, states).proposal.isEmpty());

        // a zone that we hold but the world does not ask is not ours to mend
        basis.zone = zone.zone;
        basis.zone->nameServers = QStringList{QStringLiteral("ns1.host.example")};
        basis.records = zone.records;
        DomainReport report = look(*zone.served(&host), basis);
        report.nameServers = {"ns.elsewhere.example"};
        QVERIFY(!zoneIsOurs(report, basis));
        QCOMPARE(spfRepair(report, basis, recommendedSpf(report, basis)).publish.size(), 1);
        report.nameServers = {"NS1.host.example"};
        QVERIFY(zoneIsOurs(report, basis));
    }
    void twoSpfRecordsBecomeOne()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        zone.add("", "TXT", "google-site-verification=x");
        zone.add("", "TXT", "v=spf1 include:spf.news.example ~all");
        zone.add("", "TXT", "v=spf1 ip4:192.0.2.99 -all");
        Zone news("spf.news.example");
        news.add("", "TXT", "v=spf1 ip4:203.0.113.0/24 -all");
        news.records += host.records;
        const RepairBasis basis = ours(zone);
        const QList<SectionState> states = sectionStates(look(*zone.served(&news), basis), basis);
        const SectionState spf = of(Section::Spf, states);
        QCOMPARE(spf.severity, mail::Severity::Error);
        QCOMPARE(spf.proposal.changes.changes.size(), 2);
        QCOMPARE(spf.proposal.changes.changes[0].verb, mail::Verb::Update);
        QCOMPARE(spf.proposal.changes.changes[1].verb, mail::Verb::Remove);
        QVERIFY(!spf.findings[0].fix); // two changes are no single fix
        zone.apply(spf.proposal.changes);
        QCOMPARE(zone.at("", "TXT"),
                 (QStringList{
                     QStringLiteral("google-site-verification=x"),
                     QStringLiteral("v=spf1 include:spf.news.example ip4:192.0.2.99 mx ~all")}));
    }
    void othersStayInSpf()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        zone.add("", "TXT", "v=spf1  include:spf.news.example ?all");
        Zone news("spf.news.example");
        news.add("", "TXT", "v=spf1 ip4:203.0.113.0/24 -all");
        news.records += host.records;
        RepairBasis basis = ours(zone);
        Proposal proposal =
            of(Section::Spf, sectionStates(look(*zone.served(&news), basis), basis)).proposal;
        QCOMPARE(proposal.changes.changes.size(), 1);
        QCOMPARE(proposal.changes.changes[0].after.value(u"target").toString(),
                 u"v=spf1 include:spf.news.example mx ~all");
        // an include that leads nowhere breaks everything; it goes
        proposal =
            of(Section::Spf, sectionStates(look(*zone.served(&host), basis), basis)).proposal;
        QCOMPARE(proposal.changes.changes[0].after.value(u"target").toString(), u"v=spf1 mx ~all");
        QCOMPARE(proposal.dropped, QList<QByteArray>{"include:spf.news.example"});
        // all right: nothing to do
        zone.apply(proposal.changes);
        basis.records = zone.records;
        QVERIFY(of(Section::Spf, sectionStates(look(*zone.served(&host), basis), basis))
                    .proposal.isEmpty());
    }
    void strictWhereItIsRecommended()
    {
        const DomainReport swiss = parsed({{"", "TXT", "v=spf1 mx ~all"}}, "b.ch");
        QCOMPARE(recommendedSpf(swiss, {}).end, '-');
        QCOMPARE(*recommendedDmarc(swiss, {}).policy, DmarcPolicy::Reject);
        const DomainReport partly = parsed(
            {{"_dmarc", "TXT", "v=DMARC1; p=reject; pct=20; sp=none; rua=mailto:d@b.ch"}}, "b.ch");
        QCOMPARE(dmarcProposal(partly.dmarc.texts, recommendedDmarc(partly, {})),
                 "v=DMARC1; p=reject; rua=mailto:d@b.ch");
        const DomainReport other = parsed({{"", "TXT", "v=spf1 mx -all"}});
        QCOMPARE(recommendedSpf(other, {}).end, '\0'); // as it is
        QCOMPARE(*recommendedDmarc(other, {}).policy, DmarcPolicy::Quarantine);
        const DomainReport strict = parsed({{"_dmarc", "TXT", "v=DMARC1; p=reject"}});
        QVERIFY(!recommendedDmarc(strict, {}).policy);
    }
    // What nothing could pass would refuse the domain's own mail.
    void aPolicyThatNothingPassesIsNotProposed()
    {
        const DomainReport bare = parsed({});
        QCOMPARE(recommendedDmarc(bare, {}).policy.value_or(DmarcPolicy::Reject),
                 DmarcPolicy::None);
        const DomainReport strict = parsed({{"_dmarc", "TXT", "v=DMARC1; p=reject; sp=bogus"}});
        QCOMPARE(*recommendedDmarc(strict, {}).policy,
                 DmarcPolicy::Reject); // it is asked for today
    }
    // Nobody is less protected after a correction than before.
    void aCorrectionNeverAsksForLess()
    {
        const DomainReport two =
            parsed({{"_dmarc", "TXT", "v=DMARC1; p=reject"},
                    {"_dmarc", "TXT", "v=DMARC1; p=none; rua=mailto:a@b.example"}});
        const QByteArray one = dmarcProposal(two.dmarc.texts, recommendedDmarc(two, {}));
        QVERIFY2(one.contains("p=reject") && one.contains("rua=mailto:a@b.example"),
                 one.constData());
        const DomainReport slip = parsed({{"_dmarc", "TXT", "v=DMARC1; p=reject; sp=bogus"}});
        const QByteArray mended = dmarcProposal(slip.dmarc.texts, recommendedDmarc(slip, {}));
        QVERIFY2(mended.contains("p=reject"), mended.constData());

        // A record of its own takes the place of what it inherited.
        DomainReport below = parsed({});
        below.dmarc.at = "example";
        below.dmarc.texts = {"v=DMARC1; p=reject; sp=quarantine; rua=mailto:a@b.example"};
        below.dmarc.record = parseDmarc(below.dmarc.texts.constFirst());
        wire::DnsAnswer none;
        none.name = "_dmarc." + below.domain;
        none.type = wire::RecordType::TXT;
        none.rcode = 3;
        below.records.append(none);
        DmarcWish reports;
        reports.addAggregate = {"new@b.example"};
        const Proposal proposal = dmarcRepair(below, {}, reports);
        QCOMPARE(proposal.publish.size(), 1);
        QCOMPARE(proposal.publish[0].value,
                 u"v=DMARC1; p=quarantine; rua=mailto:a@b.example,mailto:new@b.example");
    }
    void slipsOfTheHandAreMended()
    {
        QCOMPARE(spfProposal({"v=spf1 mx; -all"}, {}).record, "v=spf1 mx -all");
        const SpfProposal comma =
            spfProposal({"v=spf1 ip4:198.51.100.0/24, include:_spf.news.example -all"}, {});
        QCOMPARE(comma.record, "v=spf1 ip4:198.51.100.0/24 include:_spf.news.example -all");
        QVERIFY(comma.dropped.isEmpty());
        // What cannot be read may have been a sender: nobody is refused because of it.
        const SpfProposal lost = spfProposal({"v=spf1 mx ip4:198.51.100 -all"}, {});
        QCOMPARE(lost.record, "v=spf1 mx ~all");
        QCOMPARE(lost.dropped, QList<QByteArray>{"ip4:198.51.100"});
        QCOMPARE(dmarcProposal({"v=DMARC1; p=reject; rua=mailto:a@b.example, c@b.example"}, {}),
                 "v=DMARC1; p=reject; rua=mailto:a@b.example,mailto:c@b.example");
    }
    void anIncludeOfItselfGoes()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        zone.add("", "TXT", "v=spf1 mx include:a.example include:spf.news.example -all");
        Zone news("spf.news.example");
        news.add("", "TXT", "v=spf1 ip4:203.0.113.0/24 include:a.example -all");
        news.records += host.records;
        const RepairBasis basis = ours(zone);
        const Proposal proposal =
            of(Section::Spf, sectionStates(look(*zone.served(&news), basis), basis)).proposal;
        QCOMPARE(proposal.changes.changes.size(), 1);
        QCOMPARE(proposal.changes.changes[0].after.value(u"target").toString(), u"v=spf1 mx -all");
    }
    void dmarcKeepsWhatIsThere()
    {
        const QList<QByteArray> there{
            "v=DMARC1; p=none; rua=mailto:a@x.example,mailto:b@y.example!10m; fo=1; "
            "ruf=mailto:f@x.example; ri=86400; x_own=kept"};
        DmarcWish wish;
        QCOMPARE(dmarcProposal(there, wish),
                 "v=DMARC1; p=none; rua=mailto:a@x.example,mailto:b@y.example!10m; fo=1; "
                 "ruf=mailto:f@x.example; ri=86400; x_own=kept");
        wish.policy = DmarcPolicy::Reject;
        wish.addAggregate = {"new@z.example", "A@X.example", "odd,one!@z.example"};
        wish.removeAggregate = {"b@y.example"};
        wish.removeFailure = {"*"};
        QCOMPARE(dmarcProposal(there, wish),
                 "v=DMARC1; p=reject; rua=mailto:a@x.example,mailto:new@z.example,"
                 "mailto:odd%2Cone%21@z.example; ri=86400; x_own=kept");
        wish = {};
        wish.removeAggregate = {"a@x.example", "b@y.example"};
        QCOMPARE(dmarcProposal(there, wish),
                 "v=DMARC1; p=none; fo=1; ruf=mailto:f@x.example; ri=86400; x_own=kept");
        wish = {};
        wish.percent = 50;
        wish.strictDkim = true;
        wish.testing = true;
        wish.subdomains.emplace(DmarcPolicy::Reject);
        QCOMPARE(dmarcProposal({"v=DMARC1; p=quarantine; pct=10; aspf=s"}, wish),
                 "v=DMARC1; p=quarantine; pct=50; aspf=s; sp=reject; adkim=s; t=y");
        // several: the strictest, with the addresses of all
        QCOMPARE(dmarcProposal({"v=DMARC1; p=none; rua=mailto:a@x.example",
                                "v=DMARC1; p=reject; rua=mailto:b@x.example", "other"},
                               {}),
                 "v=DMARC1; p=reject; rua=mailto:b@x.example,mailto:a@x.example");
        // what nobody understands goes, a new one begins harmless
        QCOMPARE(dmarcProposal(
                     {"v=DMARC1; p=rejekt; pct=200; rua=d@x.example,mailto:e@x.example!z"}, {}),
                 "v=DMARC1; p=none; rua=mailto:d@x.example,mailto:e@x.example");
        QCOMPARE(dmarcProposal({}, {}), "v=DMARC1; p=none");
        QVERIFY(parseDmarc(dmarcProposal(there, {})).usable);
        QCOMPARE(dmarcAgreementName("A.example.", "d@There.example"),
                 "a.example._report._dmarc.there.example");
    }
    void dmarcTableTellsWhatHappens()
    {
        DmarcFound found;
        found.domain = found.at = "a.example";
        QVERIFY(dmarcTable(found).isEmpty());
        found.texts = {"v=DMARC1; p=reject; pct=25"};
        found.record = parseDmarc(found.texts[0]);
        const QList<DmarcRow> rows = dmarcTable(found);
        QCOMPARE(rows.size(), 9);
        for (const DmarcRow &row : rows) {
            const bool passes = row.spf == DmarcMethod::Aligned || row.dkim == DmarcMethod::Aligned;
            QCOMPARE(row.pass, passes);
            QCOMPARE(row.asked, passes ? DmarcPolicy::None : DmarcPolicy::Reject);
            QCOMPARE(row.percent, passes ? 100 : 25);
            QCOMPARE(row.rest, passes ? DmarcPolicy::None : DmarcPolicy::Quarantine);
        }
        // of a parent the policy for subdomains counts
        found.domain = "sub.a.example";
        found.texts = {"v=DMARC1; p=reject; sp=none"};
        found.record = parseDmarc(found.texts[0]);
        QCOMPARE(dmarcTable(found).constLast().asked, DmarcPolicy::None);
    }
    void dkimKeysArePublished()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        const QByteArray mine = DkimSigner(2048).record();
        const QByteArray old = DkimSigner(2048).record();
        zone.add("other._domainkey", "TXT", DkimSigner(2048).record());
        zone.add("wrong._domainkey", "TXT", DkimSigner(2048).record());
        zone.add("alias._domainkey", "CNAME", "dkim.other.example");
        zone.add("gone._domainkey", "TXT", old);
        zone.add("there._domainkey", "TXT", "v=DKIM1; t=s; " + mine.mid(mine.indexOf("k=")));
        RepairBasis basis = ours(zone);
        basis.keys = {key("wrong", mail::DkimState::Signing, mine),
                      key("alias", mail::DkimState::Made, mine),
                      key("gone", mail::DkimState::Retired, old),
                      key("there", mail::DkimState::Signing, mine)};
        mail::DkimKey foreign = key("else", mail::DkimState::Signing, mine);
        foreign.domain = QStringLiteral("b.example");
        basis.keys.append(foreign);
        const DomainReport report = look(*zone.served(&host), basis);
        const Proposal proposal = dkimRepair(report, basis);
        QVERIFY(!proposal.rotateKeys);
        QCOMPARE(proposal.changes.changes.size(), 4); // update, remove alias, create, remove gone
        const QStringList other = zone.at("other._domainkey", "TXT");
        const QStringList there = zone.at("there._domainkey", "TXT");
        zone.apply(proposal.changes);
        QCOMPARE(zone.at("wrong._domainkey", "TXT"), QStringList{utf(mine)});
        QCOMPARE(zone.at("alias._domainkey", "TXT"), QStringList{utf(mine)});
        QVERIFY(zone.at("alias._domainkey", "CNAME").isEmpty());
        QVERIFY(zone.at("gone._domainkey", "TXT").isEmpty());
        QCOMPARE(zone.at("other._domainkey", "TXT"), other);
        QCOMPARE(zone.at("there._domainkey", "TXT"), there); // the same key in other words
    }
    void mailIsLedHere()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        zone.add("", "MX", "10 mx.other.example");
        zone.add("", "MX", "20 mx2.other.example");
        zone.add("_imaps._tcp", "SRV", "0 0 0 .");
        RepairBasis basis = ours(zone);
        Zone other("other.example");
        other.add("mx", "A", "198.51.100.1");
        other.add("mx2", "A", "198.51.100.2");
        other.records += host.records;
        const SectionState reach =
            of(Section::Reach, sectionStates(look(*zone.served(&other), basis), basis));
        QCOMPARE(reach.severity, mail::Severity::Warning); // another provider is no error
        zone.apply(reach.proposal.changes);
        QCOMPARE(zone.at("", "MX"), QStringList{QStringLiteral("10 mx.host.example")});
        QCOMPARE(zone.at("_imaps._tcp", "SRV"), QStringList{QStringLiteral("0 0 0 .")}); // meant
        QCOMPARE(zone.at("_submissions._tcp", "SRV").size(), 1);
        // the same host under another preference is as good
        Zone fine("a.example");
        fine.add("", "MX", "5 MX.host.example");
        fine.add("_imaps._tcp", "SRV", "0 1 993 mx.host.example");
        fine.add("_submissions._tcp", "SRV", "0 1 465 mx.host.example");
        basis = ours(fine);
        QVERIFY(of(Section::Reach, sectionStates(look(*fine.served(&host), basis), basis))
                    .proposal.isEmpty());
    }
    void theZoneIsSigned()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        RepairBasis basis = ours(zone);
        DomainReport report = look(*zone.served(&host), basis);
        Proposal proposal = dnssecRepair(report, basis);
        QCOMPARE(proposal.changes.changes.size(), 1);
        QCOMPARE(proposal.changes.changes[0].after.value(u"is_signed").toBool(), true);
        // signed, but the zone above does not know
        basis.zone->isSigned = true;
        basis.zone->delegation = QStringList{QStringLiteral("12345 13 2 ") + QString(64, u'a')};
        report.security = wire::DnsSecurity::Insecure;
        proposal = dnssecRepair(report, basis);
        QVERIFY(proposal.changes.changes.isEmpty());
        QCOMPARE(proposal.publish.size(), 1);
        QCOMPARE(proposal.publish[0].type, u"DS");
        report.security = wire::DnsSecurity::Secure;
        QVERIFY(dnssecRepair(report, basis).isEmpty());
    }
    void whatIsNotKnownIsNotWrittenOver()
    {
        const auto slow = wire::ZoneResolver::fromJson(
            R"({"a.example": [{"type": "SOA", "value": "ns.a.example h.a.example 1 2 3 4 5"},
                              {"type": "TXT", "value": "TIMEOUT"}, {"type": "MX", "value": "TIMEOUT"}],
                "_dmarc.a.example": [{"type": "TIMEOUT"}]})");
        QVERIFY(slow);
        RepairBasis basis;
        basis.facts = facts();
        DomainReport report = look(**slow, basis);
        QVERIFY(spfRepair(report, basis, recommendedSpf(report, basis)).isEmpty());
        QVERIFY(dmarcRepair(report, basis, recommendedDmarc(report, basis)).isEmpty());
        const Proposal reach = reachRepair(report, basis);
        QVERIFY(std::none_of(reach.publish.cbegin(), reach.publish.cend(),
                             [](const RecordToPublish &one) { return one.type == u"MX"; }));
        // a domain that is not there has nothing to praise
        const auto nothing = wire::ZoneResolver::fromJson("{}");
        report = look(**nothing, basis);
        for (const SectionState &state : sectionStates(report, basis)) {
            QVERIFY(state.severity != mail::Severity::Information);
            QVERIFY(state.proposal.isEmpty());
            QVERIFY(state.summary.contains(u"a.example"));
        }
    }
    void expertMode()
    {
        const Zone host = hosts();
        Zone zone("a.example");
        zone.add("", "TXT", "v=spf1 a -all");
        const RepairBasis basis = ours(zone);
        const DomainReport report = look(*zone.served(&host), basis);
        zone.apply(spfReplacement(report, basis, "v=spf1 mx -all").changes);
        QCOMPARE(zone.at("", "TXT"), QStringList{QStringLiteral("v=spf1 mx -all")});
        zone.apply(dmarcReplacement(report, basis, "v=DMARC1; p=none").changes);
        QCOMPARE(zone.at("_dmarc", "TXT"), QStringList{QStringLiteral("v=DMARC1; p=none")});
        RepairBasis later = ours(zone);
        zone.apply(dmarcReplacement(report, later, {}).changes); // S-73: the record goes
        QVERIFY(zone.at("_dmarc", "TXT").isEmpty());
    }
};

QTEST_GUILESS_MAIN(Repair)
#include "repair.moc"
