// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/address/rightwords.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>

namespace ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::Rights)
};

struct RightText
{
    const char *help;
    const char *granted;
    const char *taken;
};

// In the order of mail::Right.
constexpr std::array<RightText, mail::rightCount> texts{{
    {QT_TRANSLATE_NOOP("ui::Rights",
                       "Write, reply and forward, in web mail and with this person's devices."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can send from %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer send from %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Set up out-of-office and other automatic answers."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the auto-replies of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer manage the auto-replies of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Edit signatures and reply addresses."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the signatures of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer manage the signatures of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Send copies of incoming mail to other addresses."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the redirections of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer manage the redirections of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Add and remove further names of this address."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the aliases of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer manage the aliases of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Switch the spam filter and the ad filter."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the filters of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer manage the filters of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Sort incoming mail automatically."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the rules of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer manage the rules of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights",
                       "Choose which folders hold sent mail, drafts, spam and deleted mail."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can configure the folders of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer configure the folders of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Block and approve senders."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the blocked and approved senders of %2."),
     QT_TRANSLATE_NOOP("ui::Rights",
                       "%1 can no longer manage the blocked and approved senders of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Add devices and make new device passwords."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can manage the devices of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer manage the devices of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "See what was done on this address, when and by whom."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can see the history of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer see the history of %2.")},
    {QT_TRANSLATE_NOOP("ui::Rights", "Bring messages back from a backup."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can restore emails of %2."),
     QT_TRANSLATE_NOOP("ui::Rights", "%1 can no longer restore emails of %2.")},
}};

} // namespace

QString rightHelp(mail::Right right) { return Text::tr(texts[size_t(right)].help); }

QString rightChanged(mail::Right right, bool granted, const QString &person, const QString &address)
{
    const RightText &text = texts[size_t(right)];
    return Text::tr(granted ? text.granted : text.taken).arg(person, address);
}

QList<RightGroup> rightGroups()
{
    using mail::Right;
    return {
        {Text::tr("Answers and forwarding"),
         {Right::ManageAutoReply, Right::ManageSignatures, Right::ManageRedirections,
          Right::ManageAliases}},
        {Text::tr("Sorting"), {Right::ManageFilters, Right::ManageRules, Right::ConfigureFolders}},
        {Text::tr("Access and safety"),
         {Right::ManageSecurity, Right::ManageDevices, Right::AccessLogs, Right::RestoreEmails}}};
}

QString rightsSummary(const mail::Rights &rights)
{
    int granted = 0;
    int known = 0;
    for (mail::Right right : mail::allRights()) {
        if (right == mail::Right::SendEmails || !rights.get(right))
            continue;
        ++known;
        granted += rights.allows(right) ? 1 : 0;
    }
    if (known == 0)
        return Text::tr("Further rights not known");
    if (granted == known)
        return Text::tr("All further rights");
    if (granted == 0)
        return Text::tr("No further rights");
    return Text::tr("%1 of %2 further rights").arg(granted).arg(known);
}

} // namespace ui
