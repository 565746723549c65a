// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of DNSSEC from the trust anchor to the domain, drawn link by link.
#pragma once

#include "app/check/dns/chain.h"
#include "ui/widgets/pictureview.h"

namespace ui {

// One zone of the chain, in words.
struct ChainBox
{
    QString zone;
    QString standing; // "Holds", "Breaks here", "Not signed from here on"
    wire::DnsSecurity security = wire::DnsSecurity::Unchecked;
    bool isBreak = false;
    QStringList lines; // its DS records, keys, signatures
    QString reason;    // why it does not hold
};
QList<ChainBox> chainBoxes(const check::DnssecChain &chain);
QString chainWords(const ChainBox &box); // for a tooltip and a screen reader

Picture chainPicture(const QList<ChainBox> &boxes, qreal width);

} // namespace ui
