// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/setaside.h"

#include "app/store/journal.h"
#include "app/store/looks.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::SetAside)
};

} // namespace

std::optional<Messages::Message> tellSetAside(const store::Journal &journal,
                                              const store::Looks &looks)
{
    QStringList sentences;
    if (const QString kept = journal.setAside(); !kept.isEmpty())
        sentences.append(
            Words::tr("The journal was damaged and begins anew: staged changes and what was done "
                      "before are no longer shown. The damaged file was kept as %1.")
                .arg(QDir::toNativeSeparators(kept)));
    if (const QString kept = looks.setAside(); !kept.isEmpty())
        sentences.append(
            Words::tr("The history of the looks at your domains was damaged and begins anew. The "
                      "damaged file was kept as %1.")
                .arg(QDir::toNativeSeparators(kept)));
    if (sentences.isEmpty())
        return {};
    return Messages::Message{Messages::Kind::Warning, sentences.join(QLatin1Char(' ')), {}, {}, {}};
}

} // namespace ui
