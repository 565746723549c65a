// SPDX-License-Identifier: GPL-3.0-or-later
// The SPF record of a domain with all it leads to, drawn as a tree: each term with what it costs,
// what it lets send, and what is wrong with it.
#pragma once

#include "app/check/dns/spftree.h"
#include "ui/widgets/pictureview.h"

namespace ui {

// One line of the tree, from above to below.
struct SpfLine
{
    int depth = 0;     // 0 = the domain itself
    QByteArray domain; // whose record the term stands in
    QString term;      // as written; of the first line the domain
    int lookups = 0;   // of it and all below
    int voidLookups = 0;
    qsizetype ranges = 0; // of addresses that it names itself
    QString note;         // in words: "all others are refused", "depends on the message"
    QString problem;
    bool isDead = false;
    bool isFirstBelow = false; // of the domain itself: can be taken out of its record
    QList<bool> goesOn;        // for each depth above: whether a sibling follows further down
};
QList<SpfLine> spfLines(const check::SpfNode &tree);

// What a line says, in one sentence for a tooltip and a screen reader.
QString spfWords(const SpfLine &line);

Picture spfPicture(const QList<SpfLine> &lines, int limit, qreal width);

} // namespace ui
