// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace mail {

namespace {

bool isAllowed(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           c == u'-' || c == u'_' || c == u'.';
}

AddressRule ruleFor(QChar c)
{
    if (c == u'@')
        return AddressRule::AtSign;
    if (c == u' ')
        return AddressRule::Space;
    if (c.unicode() < 32 || c.unicode() == 127)
        return AddressRule::Control;
    if (c.unicode() > 127)
        return AddressRule::NotAscii;
    return AddressRule::Character;
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mail)
};

} // namespace

QList<AddressFault> localPartFaults(const QString &localPart)
{
    QList<AddressFault> faults;
    const auto add = [&](AddressRule rule, qsizetype at, QChar c = {}) {
        const bool known = std::any_of(faults.cbegin(), faults.cend(),
                                       [&](const AddressFault &f) { return f.rule == rule; });
        if (!known)
            faults.append({rule, at, c});
    };

    if (localPart.isEmpty())
        return {{AddressRule::Empty, -1, {}}};
    if (std::all_of(localPart.cbegin(), localPart.cend(), [](QChar c) { return c == u'-'; }))
        return {{AddressRule::OnlyHyphens, 0, u'-'}};
    if (localPart.startsWith(u'-'))
        add(AddressRule::LeadingHyphen, 0, u'-');
    if (localPart.startsWith(u'.'))
        add(AddressRule::LeadingDot, 0, u'.');
    for (qsizetype i = 0; i < localPart.size(); ++i) {
        const QChar c = localPart.at(i);
        if (!isAllowed(c))
            add(ruleFor(c), i, c);
        else if (c == u'.' && i > 0 && localPart.at(i - 1) == u'.')
            add(AddressRule::DoubleDot, i, c);
    }
    if (localPart.endsWith(u'-'))
        add(AddressRule::TrailingHyphen, localPart.size() - 1, u'-');
    if (localPart.endsWith(u'.'))
        add(AddressRule::TrailingDot, localPart.size() - 1, u'.');
    if (localPart.size() > maxLocalPart)
        add(AddressRule::TooLong, maxLocalPart);
    return faults;
}

QString sentence(const AddressFault &fault)
{
    switch (fault.rule) {
    case AddressRule::Empty:
        return Text::tr("Type a name for the address.");
    case AddressRule::TooLong:
        return Text::tr("The name has at most 64 characters.");
    case AddressRule::AtSign:
        return Text::tr("Type only the part before the @. The domain is chosen beside it.");
    case AddressRule::Space:
        return Text::tr("The name has no spaces.");
    case AddressRule::Control:
        return Text::tr("The name has an invisible control character.");
    case AddressRule::NotAscii:
        if (fault.character.isSurrogate()) // half of one: nothing that could be shown
            return Text::tr("The name has a character that is not allowed: use the letters a to z, "
                            "digits, hyphen, underscore and dot.");
        return Text::tr("“%1” is not allowed: use the letters a to z without accents.")
            .arg(fault.character);
    case AddressRule::Character:
        return Text::tr("“%1” is not allowed: use letters, digits, hyphen, "
                        "underscore and dot.")
            .arg(fault.character);
    case AddressRule::LeadingHyphen:
        return Text::tr("The name does not begin with a hyphen.");
    case AddressRule::TrailingHyphen:
        return Text::tr("The name does not end with a hyphen.");
    case AddressRule::LeadingDot:
        return Text::tr("The name does not begin with a dot.");
    case AddressRule::TrailingDot:
        return Text::tr("The name does not end with a dot.");
    case AddressRule::DoubleDot:
        return Text::tr("The name has no two dots in a row.");
    case AddressRule::OnlyHyphens:
        return Text::tr("The name needs more than hyphens.");
    }
    return {};
}

Result<QString> localPartFrom(const QString &text)
{
    const auto faults = localPartFaults(text);
    if (!faults.isEmpty())
        return Error::invalid(QStringLiteral("mailbox_name"), sentence(faults.first()));
    return text.toLower();
}

qsizetype characters(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

} // namespace mail
