// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages: the one place where a page is told to the window.
#include "ui/pages/address/addresspage.h"
#include "ui/pages/addresses/addressespage.h"
#include "ui/pages/domains/domainspage.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/pages/page.h"
#include "ui/pages/security/securitypage.h"
#include "ui/pages/zone/zonepage.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Titles
{
    Q_DECLARE_TR_FUNCTIONS(ui::Pages)
};

template <class P>
Page *make(Context &context, const Place &place, QWidget *parent)
{
    return new P(context, place, parent);
}

} // namespace

const QList<PageKind> &pageKinds()
{
    static const QList<PageKind> kinds{{QStringLiteral("addresses"), Titles::tr("Addresses"),
                                        QStringLiteral("mail"), true, make<AddressesPage>},
                                       {QStringLiteral("address"), Titles::tr("Address"),
                                        QStringLiteral("at-sign"), false, make<AddressPage>},
                                       {QStringLiteral("zone"), Titles::tr("DNS zone"),
                                        QStringLiteral("globe"), true, make<ZonePage>},
                                       {QStringLiteral("security"), Titles::tr("Security"),
                                        QStringLiteral("shield-check"), true, make<SecurityPage>},
                                       {QStringLiteral("journal"), Titles::tr("Journal"),
                                        QStringLiteral("history"), true, make<JournalPage>},
                                       {QStringLiteral("domains"), Titles::tr("Domains"),
                                        QStringLiteral("list-checks"), true, make<DomainsPage>,
                                        true}};
    return kinds;
}

} // namespace ui
