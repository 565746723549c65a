// SPDX-License-Identifier: GPL-3.0-or-later
// What a model with ticks of its own answers, so that ticking all of many rows is one step. Its
// rows still answer Qt::CheckStateRole; dataChanged() tells of ticks.
#pragma once

namespace model {

class Tickable
{
public:
    virtual ~Tickable() = default;

    virtual bool isTicked(int row) const = 0;
    virtual void tickRange(int first, int last, bool on) = 0;
    virtual void tickAll() = 0; // what is shown
    virtual void clearTicks() = 0;
    virtual int tickedCount() const = 0;
};

} // namespace model
