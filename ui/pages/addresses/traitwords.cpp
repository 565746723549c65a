// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/addresses/traitwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

using store::Trait;
using store::TraitFilter;
using Login = TraitFilter::Login;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::TraitWords)
};

const QString loginChip = QStringLiteral("login");

QString loginChipText(const TraitFilter &filter)
{
    const QString day = QLocale().toString(filter.day(), QLocale::ShortFormat);
    switch (filter.login()) {
    case Login::Never:
        return Words::tr("Never logged in");
    case Login::Before:
        return Words::tr("Last login before %1").arg(day);
    case Login::BeforeOrNever:
        return Words::tr("No login since %1").arg(day);
    case Login::Since:
        return Words::tr("Last login since %1").arg(day);
    case Login::Any:
        break;
    }
    return {};
}

} // namespace

QList<TraitWords> traitWords()
{
    const auto onOff = [](Trait trait, const QString &label, const QString &on,
                          const QString &off) {
        return TraitWords{trait, label, Words::tr("on"), Words::tr("off"), on, off};
    };
    const auto used = [](Trait trait, const QString &label, const QString &yes, const QString &no) {
        return TraitWords{trait, label, Words::tr("used"), Words::tr("never used"), yes, no};
    };
    return {
        {Trait::Users, Words::tr("Users"), Words::tr("somebody"), Words::tr("nobody"),
         Words::tr("Has users"), Words::tr("No users")},
        {Trait::Devices, Words::tr("Devices"), Words::tr("some"), Words::tr("none"),
         Words::tr("Has devices"), Words::tr("No devices")},
        used(Trait::Imap, Words::tr("IMAP"), Words::tr("Uses IMAP"), Words::tr("Never used IMAP")),
        used(Trait::Pop3, Words::tr("POP3"), Words::tr("Uses POP3"), Words::tr("Never used POP3")),
        onOff(Trait::Redirection, Words::tr("Redirection"), Words::tr("Redirection on"),
              Words::tr("No redirection")),
        onOff(Trait::AutoReply, Words::tr("Auto-reply"), Words::tr("Auto-reply on"),
              Words::tr("No auto-reply")),
        onOff(Trait::SpamFilter, Words::tr("Spam filter"), Words::tr("Spam filter on"),
              Words::tr("Spam filter off")),
        onOff(Trait::AdFilter, Words::tr("Ad filter"), Words::tr("Ad filter on"),
              Words::tr("Ad filter off")),
        {Trait::Limited, Words::tr("Sharing"), Words::tr("limited"), Words::tr("not limited"),
         Words::tr("Limited"), Words::tr("Not limited")}};
}

QList<LoginWords> loginWords()
{
    return {{Login::Any, Words::tr("at any time")},
            {Login::Never, Words::tr("never")},
            {Login::Before, Words::tr("before")},
            {Login::BeforeOrNever, Words::tr("never or before")},
            {Login::Since, Words::tr("since")}};
}

QList<ChipBar::Item> chipsOf(const TraitFilter &filter)
{
    QList<ChipBar::Item> chips;
    for (const TraitWords &words : traitWords())
        if (const auto has = filter.asked(words.trait))
            chips.append({QString(mail::word(words.trait)), *has ? words.chipYes : words.chipNo});
    if (filter.login() != Login::Any)
        chips.append({loginChip, loginChipText(filter)});
    return chips;
}

void takeAway(TraitFilter &filter, const QString &chip)
{
    if (chip == loginChip)
        filter.askLogin(Login::Any);
    else if (const auto trait = mail::fromWord<Trait>(chip))
        filter.ask(*trait, {});
}

} // namespace ui
