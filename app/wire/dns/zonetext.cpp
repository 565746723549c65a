// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/zonetext.h"

#include "app/mail/domain.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

namespace wire {

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 128; });
}

bool isLetterOrDigit(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); }

Error wrongName(const QString &sentence)
{
    return Error::invalid(QStringLiteral("name"), sentence);
}

// One label in lower case; nothing when no such label can be.
std::optional<QByteArray> asciiLabel(const QString &label)
{
    if (isAscii(label))
        return label.toLatin1();
    // Together with what DNS allows beyond IDNA: "_dienst-bücher" has no punycode.
    const QByteArray ascii = QUrl::toAce(label, QUrl::IgnoreIDNWhitelist);
    if (ascii.isEmpty())
        return {};
    return ascii;
}

// The first character that a label may not have; null = none.
QChar strangerIn(const QString &label, NameUse use)
{
    for (const QChar c : label)
        if (!isLetterOrDigit(c) && c != u'-' && (use == NameUse::Host || (c != u'_' && c != u'/')))
            return c;
    return {};
}

QString said(const char *sentence, const QString &name) { return dnsSentence(sentence).arg(name); }

} // namespace

const QList<RecordType> &writableTypes()
{
    static const QList<RecordType> all{
        RecordType::A,     RecordType::AAAA, RecordType::CAA, RecordType::CNAME,  RecordType::DNAME,
        RecordType::DS,    RecordType::MX,   RecordType::NS,  RecordType::SMIMEA, RecordType::SRV,
        RecordType::SSHFP, RecordType::TLSA, RecordType::TXT};
    return all;
}

bool isWritable(RecordType type) { return writableTypes().contains(type); }

Result<QByteArray> nameFrom(const QString &text, NameUse use)
{
    QString name = text.trimmed().toLower();
    for (const QChar dot : {QChar(0x3002), QChar(0xff0e), QChar(0xff61)}) // RFC 3490 3.1
        name.replace(dot, u'.');
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.isEmpty())
        return wrongName(dnsSentence(QT_TRANSLATE_NOOP("DNS", "A name is missing.")));
    QByteArray ascii;
    const QStringList labels = name.split(u'.');
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QString &label = labels[i];
        if (label.isEmpty())
            return wrongName(said(QT_TRANSLATE_NOOP("DNS", "\"%1\" has a dot at its beginning or "
                                                           "two dots in a row."),
                                  text.trimmed()));
        const auto bytes = asciiLabel(label);
        const bool isWildcard = use == NameUse::Owner && i == 0 && label == u"*";
        const QChar stranger =
            isWildcard ? QChar() : strangerIn(bytes ? QString::fromLatin1(*bytes) : label, use);
        if (!bytes && label.size() <= 63)
            return wrongName(said(QT_TRANSLATE_NOOP("DNS", "\"%1\" has a character that no name "
                                                           "in DNS may have."),
                                  text.trimmed()));
        if (!stranger.isNull())
            return wrongName(
                (use == NameUse::Host
                     ? dnsSentence(QT_TRANSLATE_NOOP("DNS", "\"%1\" is no host name because of "
                                                            "\"%2\": those have letters, digits "
                                                            "and hyphens."))
                 : stranger == u'*'
                     ? dnsSentence(QT_TRANSLATE_NOOP("DNS", "In \"%1\" the \"%2\" must stand alone "
                                                            "at the beginning: *.example.org."))
                     : dnsSentence(QT_TRANSLATE_NOOP(
                           "DNS", "\"%1\" has a character that no name here may have: \"%2\".")))
                    .arg(text.trimmed(), QString(stranger)));
        if (!bytes || bytes->size() > 63)
            return wrongName(said(QT_TRANSLATE_NOOP("DNS", "\"%1\" has a part of more than 63 "
                                                           "characters."),
                                  text.trimmed()));
        if (use == NameUse::Host && (bytes->startsWith('-') || bytes->endsWith('-')))
            return wrongName(said(QT_TRANSLATE_NOOP("DNS", "\"%1\" is no host name: no part "
                                                           "begins or ends with a hyphen."),
                                  text.trimmed()));
        ascii += (i > 0 ? "." : "") + *bytes;
    }
    if (ascii.size() > 253)
        return wrongName(
            said(QT_TRANSLATE_NOOP("DNS", "\"%1\" has more than 253 characters."), text.trimmed()));
    return ascii;
}

QString nameForPeople(QByteArrayView name)
{
    return mail::nameForPeople(QString::fromUtf8(nameOf(labelsOf(name))));
}

Result<QByteArray> ownerFrom(const QString &source, const QByteArray &zone)
{
    const QString text = source.trimmed();
    if (text.isEmpty() || text == u"@" || text == u".")
        return zone;
    const bool isAbsolute = text.endsWith(u'.');
    const auto name =
        nameFrom(isAbsolute ? text : text + u'.' + QString::fromLatin1(zone), NameUse::Owner);
    if (!name)
        return Error::invalid(QStringLiteral("source"), name.error().detail);
    if (!isSameOrBelow(*name, zone))
        return Error::invalid(
            QStringLiteral("source"),
            dnsSentence(QT_TRANSLATE_NOOP("DNS", "\"%1\" does not lie in the zone %2."))
                .arg(text, nameForPeople(zone)));
    return *name;
}

QString sourceOf(const QByteArray &owner, const QByteArray &zone)
{
    const QByteArray name = canonicalName(owner);
    if (name == canonicalName(zone))
        return QStringLiteral("");
    return QString::fromUtf8(isSameOrBelow(name, zone) ? name.chopped(zone.size() + 1) : name);
}

Result<RecordData> dataFrom(RecordType type, const QString &target)
{
    const bool isText = type == RecordType::TXT || type == RecordType::SPF;
    const QString trimmed = target.trimmed();
    const auto refused = [](const ValueFault &fault) {
        return Error::invalid(QString::fromLatin1(fault.part), fault.sentence);
    };
    if (trimmed.contains(u'\n') || trimmed.contains(u'\r'))
        return refused({isText ? "text" : "value",
                        dnsSentence(QT_TRANSLATE_NOOP(
                            "DNS", "There is a line break in it; a record is one line.")),
                        0, 0});
    if (isText && !trimmed.startsWith(u'"')) {
        const QByteArray text = trimmed.toUtf8();
        if (text.isEmpty())
            return refused(
                {"text", dnsSentence(QT_TRANSLATE_NOOP("DNS", "The text is missing.")), 0, 0});
        if (text.size() > longestText)
            return refused({"text",
                            dnsSentence(QT_TRANSLATE_NOOP(
                                            "DNS", "The text is too long: at most %1 bytes fit."))
                                .arg(longestText),
                            0, 0});
        return RecordData(txtFrom(text));
    }
    ValueFault fault;
    const auto words = wordsOf(trimmed.toUtf8(), fault);
    if (!words)
        return refused(fault);
    if (isText)
        for (const ValueWord &word : *words)
            if (!word.isQuoted)
                return refused(
                    {"text",
                     dnsSentence(QT_TRANSLATE_NOOP("DNS", "\"%1\" stands outside of the quotation "
                                                          "marks; a quotation mark in the text is "
                                                          "written as \\\"."))
                         .arg(QString::fromUtf8(word.text)),
                     0, 0});
    const ValueRules rules{[](const QByteArray &written, bool isHost) -> NameOrWhy {
        const auto name =
            nameFrom(QString::fromUtf8(written), isHost ? NameUse::Host : NameUse::Any);
        return name ? NameOrWhy{*name, {}} : NameOrWhy{{}, name.error().detail};
    }};
    auto data = dataFromWords(type, *words, rules, fault);
    if (!data)
        return refused(fault);
    if (const auto *strings = std::get_if<TxtData>(&*data))
        *data = txtFrom(strings->join());
    return *std::move(data);
}

QString targetOf(const DnsRecord &record)
{
    if (record.as<TxtData>()) {
        const QByteArray text = record.txt();
        QStringDecoder utf8(QStringDecoder::Utf8);
        const QString plain = utf8(text);
        // What would not come back as it is stands in quotation marks.
        const bool isPlain = !utf8.hasError() && !plain.isEmpty() && plain == plain.trimmed() &&
                             !plain.startsWith(u'"') &&
                             std::none_of(plain.cbegin(), plain.cend(), [](QChar c) {
                                 return c.unicode() < 32 || c.unicode() == 127;
                             });
        return isPlain ? plain : QString::fromLatin1(quotedText(text));
    }
    if (const auto *caa = record.as<CaaData>())
        return QStringLiteral("%1 %2 %3")
            .arg(QString::number(caa->flags), QString::fromUtf8(caa->tag),
                 QString::fromLatin1(quotedText(caa->value)));
    QString text;
    for (const ValuePart &part : partsOf(record))
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + part.value;
    return text;
}

} // namespace wire
