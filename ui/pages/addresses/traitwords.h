// SPDX-License-Identifier: GPL-3.0-or-later
// How the properties that addresses are filtered by read: in the panel, and each as a chip.
#pragma once

#include "app/store/traits.h"
#include "ui/widgets/chipbar.h"

namespace ui {

struct TraitWords
{
    store::Trait trait;
    QString label; // "Users"
    QString yes;   // "somebody"
    QString no;    // "nobody"
    QString chipYes;
    QString chipNo;
};
QList<TraitWords> traitWords(); // in the order of the panel

struct LoginWords
{
    store::TraitFilter::Login login;
    QString text;
};
QList<LoginWords> loginWords();

QList<ChipBar::Item> chipsOf(const store::TraitFilter &filter);
void takeAway(store::TraitFilter &filter, const QString &chip);

} // namespace ui
