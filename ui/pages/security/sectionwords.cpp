// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/sectionwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Security)
};

} // namespace

QString sectionTitle(check::Section section)
{
    switch (section) {
    case check::Section::Spf:
        return Words::tr("SPF");
    case check::Section::Dkim:
        return Words::tr("DKIM");
    case check::Section::Dmarc:
        return Words::tr("DMARC");
    case check::Section::Reach:
        return Words::tr("Mail reaches us");
    case check::Section::Dnssec:
        return Words::tr("DNSSEC");
    case check::Section::Dane:
        return Words::tr("DANE");
    case check::Section::Other:
        return Words::tr("Further records");
    }
    return {};
}

QString sectionPurpose(check::Section section)
{
    switch (section) {
    case check::Section::Spf:
        return Words::tr("Which servers may send for the domain");
    case check::Section::Dkim:
        return Words::tr("Signatures that prove a message was not altered");
    case check::Section::Dmarc:
        return Words::tr("What receivers do with forged messages");
    case check::Section::Reach:
        return Words::tr("Where mail is delivered, and how programs find the servers");
    case check::Section::Dnssec:
        return Words::tr("Answers about the domain cannot be forged");
    case check::Section::Dane:
        return Words::tr("Servers that send to us insist on encryption");
    case check::Section::Other:
        return Words::tr("MTA-STS, TLS reports, BIMI, CAA");
    }
    return {};
}

Standing standingOf(mail::Severity severity, bool present)
{
    switch (severity) {
    case mail::Severity::Error:
        return {present ? Words::tr("Wrong") : Words::tr("Missing"), Role::Bad,
                QStringLiteral("octagon-alert")};
    case mail::Severity::Warning:
        return {Words::tr("Needs attention"), Role::Warning, QStringLiteral("triangle-alert")};
    case mail::Severity::Information:
        break;
    }
    if (present)
        return {Words::tr("In order"), Role::Good, QStringLiteral("circle-check")};
    return {Words::tr("Not used"), Role::Muted, QStringLiteral("circle-minus")};
}

Standing standingOf(const check::SectionState &state)
{
    if (state.security == wire::DnsSecurity::Unchecked &&
        state.severity == mail::Severity::Information)
        return {Words::tr("Not checked"), Role::Muted, QStringLiteral("circle-help")};
    // Nothing is wrong with it, but a domain needs it, and it was not found.
    if (isMainSection(state.section) && !state.present &&
        state.severity == mail::Severity::Information)
        return {Words::tr("Not found"), Role::Warning, QStringLiteral("circle-help")};
    return standingOf(state.severity, state.present);
}

Standing standingOf(check::Section section, const mail::SecuritySnapshot &look)
{
    check::SectionState state;
    state.section = section;
    state.severity = check::worstIn(section, look);
    const std::optional<bool> present = check::presentIn(section, look);
    state.present = present.value_or(state.severity != mail::Severity::Information);
    if (section == check::Section::Dnssec && !present)
        state.security = wire::DnsSecurity::Unchecked;
    return standingOf(state);
}

bool isMainSection(check::Section section)
{
    return section == check::Section::Spf || section == check::Section::Dkim ||
           section == check::Section::Dmarc || section == check::Section::Reach;
}

QString overallWords(const QList<check::SectionState> &states)
{
    int good = 0;
    QStringList others;
    for (const check::SectionState &state : states) {
        if (!isMainSection(state.section))
            continue;
        if (state.severity == mail::Severity::Information && state.present)
            ++good;
        else
            others.append(sectionTitle(state.section));
    }
    const int all = good + int(others.size());
    if (others.isEmpty())
        return Words::tr("All %n points are in order.", nullptr, all);
    return Words::tr("%1 of %n points are in order. To be looked at: %2.", nullptr, all)
        .arg(QLocale().toString(good), QLocale().createSeparatedList(others));
}

} // namespace ui
