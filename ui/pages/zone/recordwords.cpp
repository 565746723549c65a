// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/recordwords.h"

#include <QCoreApplication>

namespace ui {

namespace {

using wire::RecordType;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::RecordWords)
};

struct TypeWords
{
    RecordType type;
    const char *what;
    const char *hint;
};

constexpr TypeWords types[] = {
    {RecordType::A, QT_TRANSLATE_NOOP("ui::RecordWords", "address (IPv4)"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "The name leads to this IPv4 address.")},
    {RecordType::AAAA, QT_TRANSLATE_NOOP("ui::RecordWords", "address (IPv6)"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "The name leads to this IPv6 address.")},
    {RecordType::CNAME, QT_TRANSLATE_NOOP("ui::RecordWords", "alias"),
     QT_TRANSLATE_NOOP("ui::RecordWords",
                       "The name is another word for a name elsewhere. Nothing else can stand "
                       "beside it.")},
    {RecordType::MX, QT_TRANSLATE_NOOP("ui::RecordWords", "where mail goes"),
     QT_TRANSLATE_NOOP("ui::RecordWords",
                       "Mail to the name is delivered to this host, the lowest priority first.")},
    {RecordType::TXT, QT_TRANSLATE_NOOP("ui::RecordWords", "text: SPF, DKIM, DMARC and more"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Text that programs look for under this name.")},
    {RecordType::SRV, QT_TRANSLATE_NOOP("ui::RecordWords", "where a service is"),
     QT_TRANSLATE_NOOP("ui::RecordWords",
                       "Programs that look for the service find its host and port.")},
    {RecordType::CAA, QT_TRANSLATE_NOOP("ui::RecordWords", "who may issue certificates"),
     QT_TRANSLATE_NOOP("ui::RecordWords",
                       "Only the authorities that are named may issue certificates for the name.")},
    {RecordType::TLSA, QT_TRANSLATE_NOOP("ui::RecordWords", "which certificate is right (DANE)"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Who connects to this port can tell the right "
                                          "certificate. It needs DNSSEC.")},
    {RecordType::NS, QT_TRANSLATE_NOOP("ui::RecordWords", "other name servers below"),
     QT_TRANSLATE_NOOP("ui::RecordWords",
                       "This name and all below it are looked up on another name server.")},
    {RecordType::DS, QT_TRANSLATE_NOOP("ui::RecordWords", "keys of a zone below (DNSSEC)"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Vouches for the DNSSEC key of a zone below this one.")},
    {RecordType::DNAME, QT_TRANSLATE_NOOP("ui::RecordWords", "alias of all names below"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "All names below this one are looked up elsewhere.")},
    {RecordType::SSHFP, QT_TRANSLATE_NOOP("ui::RecordWords", "key of an SSH server"),
     QT_TRANSLATE_NOOP("ui::RecordWords",
                       "SSH clients can tell the right server. It needs DNSSEC.")},
    {RecordType::SMIMEA, QT_TRANSLATE_NOOP("ui::RecordWords", "certificate of a person (S/MIME)"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Mail programs find the certificate that belongs to an "
                                          "address. It needs DNSSEC.")},
};

const TypeWords *wordsOf(RecordType type)
{
    for (const TypeWords &words : types)
        if (words.type == type)
            return &words;
    return nullptr;
}

struct PartWords
{
    RecordType type;
    const char *part;
    const char *label;
    const char *hint;
    const char *usual = "";
};

constexpr PartWords parts[] = {
    {RecordType::A, "address", QT_TRANSLATE_NOOP("ui::RecordWords", "Address"), ""},
    {RecordType::AAAA, "address", QT_TRANSLATE_NOOP("ui::RecordWords", "Address"), ""},
    {RecordType::CNAME, "host", QT_TRANSLATE_NOOP("ui::RecordWords", "Leads to"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "A name, such as www.example.org.")},
    {RecordType::DNAME, "host", QT_TRANSLATE_NOOP("ui::RecordWords", "Leads to"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Names below are looked up below this one.")},
    {RecordType::NS, "host", QT_TRANSLATE_NOOP("ui::RecordWords", "Name server"), ""},
    {RecordType::MX, "priority", QT_TRANSLATE_NOOP("ui::RecordWords", "Priority"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "The lowest number is tried first."), "10"},
    {RecordType::MX, "host", QT_TRANSLATE_NOOP("ui::RecordWords", "Mail host"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "A name with an address. A single dot: takes no mail.")},
    {RecordType::SRV, "priority", QT_TRANSLATE_NOOP("ui::RecordWords", "Priority"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "The lowest number is tried first."), "0"},
    {RecordType::SRV, "weight", QT_TRANSLATE_NOOP("ui::RecordWords", "Weight"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Shares the load among hosts of the same priority."),
     "1"},
    {RecordType::SRV, "port", QT_TRANSLATE_NOOP("ui::RecordWords", "Port"), ""},
    {RecordType::SRV, "host", QT_TRANSLATE_NOOP("ui::RecordWords", "Host"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "A name with an address. A single dot: there is no such "
                                          "service.")},
    {RecordType::TXT, "text", QT_TRANSLATE_NOOP("ui::RecordWords", "Text"), ""},
    {RecordType::CAA, "flags", QT_TRANSLATE_NOOP("ui::RecordWords", "When not understood"), "",
     "0"},
    {RecordType::CAA, "tag", QT_TRANSLATE_NOOP("ui::RecordWords", "Rule"), "", "issue"},
    {RecordType::CAA, "value", QT_TRANSLATE_NOOP("ui::RecordWords", "Authority"),
     QT_TRANSLATE_NOOP("ui::RecordWords",
                       "The name of the authority, such as letsencrypt.org. A semicolon: nobody. "
                       "For iodef: mailto:admin@example.org.")},
    {RecordType::TLSA, "usage", QT_TRANSLATE_NOOP("ui::RecordWords", "What it names"), "", "3"},
    {RecordType::TLSA, "selector", QT_TRANSLATE_NOOP("ui::RecordWords", "Which part"), "", "1"},
    {RecordType::TLSA, "matching_type", QT_TRANSLATE_NOOP("ui::RecordWords", "Written as"), "",
     "1"},
    {RecordType::TLSA, "digest", QT_TRANSLATE_NOOP("ui::RecordWords", "Digest"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Hexadecimal digits; blanks do not count.")},
    {RecordType::SMIMEA, "usage", QT_TRANSLATE_NOOP("ui::RecordWords", "What it names"), "", "3"},
    {RecordType::SMIMEA, "selector", QT_TRANSLATE_NOOP("ui::RecordWords", "Which part"), "", "0"},
    {RecordType::SMIMEA, "matching_type", QT_TRANSLATE_NOOP("ui::RecordWords", "Written as"), "",
     "0"},
    {RecordType::SMIMEA, "digest", QT_TRANSLATE_NOOP("ui::RecordWords", "Digest"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Hexadecimal digits; blanks do not count.")},
    {RecordType::DS, "key_tag", QT_TRANSLATE_NOOP("ui::RecordWords", "Key tag"), ""},
    {RecordType::DS, "algorithm", QT_TRANSLATE_NOOP("ui::RecordWords", "Algorithm"), "", "13"},
    {RecordType::DS, "digest_type", QT_TRANSLATE_NOOP("ui::RecordWords", "Digest by"), "", "2"},
    {RecordType::DS, "digest", QT_TRANSLATE_NOOP("ui::RecordWords", "Digest"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "Hexadecimal digits; blanks do not count.")},
    {RecordType::SSHFP, "algorithm", QT_TRANSLATE_NOOP("ui::RecordWords", "Kind of key"), "", "4"},
    {RecordType::SSHFP, "digest_type", QT_TRANSLATE_NOOP("ui::RecordWords", "Fingerprint by"), "",
     "2"},
    {RecordType::SSHFP, "digest", QT_TRANSLATE_NOOP("ui::RecordWords", "Fingerprint"),
     QT_TRANSLATE_NOOP("ui::RecordWords", "As “ssh-keygen -r” prints it.")},
};

const PartWords *wordsOf(RecordType type, const QByteArray &part)
{
    for (const PartWords &words : parts)
        if (words.type == type && part == words.part)
            return &words;
    return nullptr;
}

struct Meaning
{
    int number;
    const char *text;
};

template <size_t n>
QList<NumberWord> said(const Meaning (&meanings)[n])
{
    QList<NumberWord> list;
    for (const Meaning &meaning : meanings)
        list.append({meaning.number,
                     QStringLiteral("%1 – %2").arg(meaning.number).arg(Text::tr(meaning.text))});
    return list;
}

constexpr Meaning caaFlags[] = {
    {0, QT_TRANSLATE_NOOP("ui::RecordWords", "an authority may go on (usual)")},
    {128, QT_TRANSLATE_NOOP("ui::RecordWords", "an authority must refuse (critical)")}};
constexpr Meaning usages[] = {
    {0, QT_TRANSLATE_NOOP("ui::RecordWords", "an authority, checked as usual (PKIX-TA)")},
    {1, QT_TRANSLATE_NOOP("ui::RecordWords", "the certificate, checked as usual (PKIX-EE)")},
    {2, QT_TRANSLATE_NOOP("ui::RecordWords", "an authority, trusted by this record (DANE-TA)")},
    {3, QT_TRANSLATE_NOOP("ui::RecordWords", "the certificate itself (DANE-EE, usual for mail)")}};
constexpr Meaning selectors[] = {
    {0, QT_TRANSLATE_NOOP("ui::RecordWords", "the whole certificate")},
    {1, QT_TRANSLATE_NOOP("ui::RecordWords", "its public key (stays when it is renewed)")}};
constexpr Meaning matchings[] = {
    {0, QT_TRANSLATE_NOOP("ui::RecordWords", "all of it, byte by byte")},
    {1, QT_TRANSLATE_NOOP("ui::RecordWords", "SHA-256 digest (usual)")},
    {2, QT_TRANSLATE_NOOP("ui::RecordWords", "SHA-512 digest")}};
constexpr Meaning signers[] = {{8, QT_TRANSLATE_NOOP("ui::RecordWords", "RSA with SHA-256")},
                               {10, QT_TRANSLATE_NOOP("ui::RecordWords", "RSA with SHA-512")},
                               {13, QT_TRANSLATE_NOOP("ui::RecordWords", "ECDSA P-256 (usual)")},
                               {14, QT_TRANSLATE_NOOP("ui::RecordWords", "ECDSA P-384")},
                               {15, QT_TRANSLATE_NOOP("ui::RecordWords", "Ed25519")},
                               {16, QT_TRANSLATE_NOOP("ui::RecordWords", "Ed448")}};
constexpr Meaning digests[] = {{1, QT_TRANSLATE_NOOP("ui::RecordWords", "SHA-1 (out of date)")},
                               {2, QT_TRANSLATE_NOOP("ui::RecordWords", "SHA-256 (usual)")},
                               {4, QT_TRANSLATE_NOOP("ui::RecordWords", "SHA-384")}};
constexpr Meaning sshKeys[] = {{1, QT_TRANSLATE_NOOP("ui::RecordWords", "RSA")},
                               {2, QT_TRANSLATE_NOOP("ui::RecordWords", "DSA (out of date)")},
                               {3, QT_TRANSLATE_NOOP("ui::RecordWords", "ECDSA")},
                               {4, QT_TRANSLATE_NOOP("ui::RecordWords", "Ed25519")},
                               {6, QT_TRANSLATE_NOOP("ui::RecordWords", "Ed448")}};
constexpr Meaning sshDigests[] = {{1, QT_TRANSLATE_NOOP("ui::RecordWords", "SHA-1 (out of date)")},
                                  {2, QT_TRANSLATE_NOOP("ui::RecordWords", "SHA-256 (usual)")}};

} // namespace

QString typeText(RecordType type)
{
    const QString name = QString::fromLatin1(wire::typeWord(type));
    const TypeWords *words = wordsOf(type);
    return words ? QStringLiteral("%1 – %2").arg(name, Text::tr(words->what)) : name;
}

QString typeHint(RecordType type)
{
    const TypeWords *words = wordsOf(type);
    return words ? Text::tr(words->hint) : QString();
}

QString partLabel(RecordType type, const QByteArray &part)
{
    const PartWords *words = wordsOf(type, part);
    return words ? Text::tr(words->label) : QString::fromLatin1(part);
}

QString partHint(RecordType type, const QByteArray &part)
{
    const PartWords *words = wordsOf(type, part);
    return words && *words->hint ? Text::tr(words->hint) : QString();
}

QString usualPart(RecordType type, const QByteArray &part)
{
    const PartWords *words = wordsOf(type, part);
    return words ? QString::fromLatin1(words->usual) : QString();
}

QList<NumberWord> partWords(RecordType type, const QByteArray &part)
{
    switch (type) {
    case RecordType::CAA:
        return part == "flags" ? said(caaFlags) : QList<NumberWord>();
    case RecordType::TLSA:
    case RecordType::SMIMEA:
        return part == "usage"           ? said(usages)
               : part == "selector"      ? said(selectors)
               : part == "matching_type" ? said(matchings)
                                         : QList<NumberWord>();
    case RecordType::DS:
        return part == "algorithm"     ? said(signers)
               : part == "digest_type" ? said(digests)
                                       : QList<NumberWord>();
    case RecordType::SSHFP:
        return part == "algorithm"     ? said(sshKeys)
               : part == "digest_type" ? said(sshDigests)
                                       : QList<NumberWord>();
    default:
        return {};
    }
}

QList<ServicePreset> servicePresets(const mail::MailSettings &settings)
{
    const QString tcp = QStringLiteral("_tcp");
    const QString tls = QStringLiteral("_tls");
    QList<ServicePreset> list;
    const auto mail = [&](const QString &name, const char *service, int port, int usual) {
        if (settings.host.isEmpty())
            port = usual;
        if (port > 0) // 0: not offered
            list.append({name, QLatin1String(service), tcp, 0, 1, port, settings.host});
    };
    mail(Text::tr("Mail programs: IMAP, TLS"), "_imaps", settings.imaps, 993);
    mail(Text::tr("Mail programs: sending, TLS"), "_submissions", settings.submissions, 465);
    mail(Text::tr("Mail programs: sending, STARTTLS"), "_submission", settings.submission, 587);
    mail(Text::tr("Mail programs: POP3, TLS"), "_pop3s", settings.pop3s, 995);
    mail(Text::tr("Mail programs: filters (ManageSieve)"), "_sieve", settings.sieve, 4190);
    list.append({Text::tr("Mail programs: Autodiscover"),
                 QStringLiteral("_autodiscover"),
                 tcp,
                 0,
                 0,
                 443,
                 {}});
    list.append({Text::tr("Calendars (CalDAV)"), QStringLiteral("_caldavs"), tcp, 0, 1, 443, {}});
    list.append(
        {Text::tr("Address books (CardDAV)"), QStringLiteral("_carddavs"), tcp, 0, 1, 443, {}});
    list.append({Text::tr("XMPP: clients"), QStringLiteral("_xmpp-client"), tcp, 5, 0, 5222, {}});
    list.append({Text::tr("XMPP: clients, TLS from the start"),
                 QStringLiteral("_xmpps-client"),
                 tcp,
                 5,
                 0,
                 5223,
                 {}});
    list.append(
        {Text::tr("XMPP: other servers"), QStringLiteral("_xmpp-server"), tcp, 5, 0, 5269, {}});
    list.append({Text::tr("LDAP directory"), QStringLiteral("_ldap"), tcp, 0, 0, 389, {}});
    list.append({Text::tr("LDAP directory, TLS"), QStringLiteral("_ldaps"), tcp, 0, 0, 636, {}});
    list.append({Text::tr("Office 365: sign-in to calls (SIP)"), QStringLiteral("_sip"), tls, 100,
                 1, 443, QStringLiteral("sipdir.online.lync.com")});
    list.append({Text::tr("Office 365: calls with other firms"),
                 QStringLiteral("_sipfederationtls"), tcp, 100, 1, 5061,
                 QStringLiteral("sipfed.online.lync.com")});
    list.append(
        {Text::tr("Telephony (SIP over TLS)"), QStringLiteral("_sips"), tcp, 0, 0, 5061, {}});
    list.append(
        {Text::tr("Matrix: other servers"), QStringLiteral("_matrix-fed"), tcp, 10, 0, 8448, {}});
    return list;
}

} // namespace ui
