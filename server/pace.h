// SPDX-License-Identifier: GPL-3.0-or-later
// How long the daemon's background work waits for more of its kind, or for another try.
#pragma once

#include <chrono>

struct Pace
{
    std::chrono::milliseconds logins{1000}; // written together
    std::chrono::milliseconds retry{2000};  // of a publication that failed
    std::chrono::milliseconds look{5000};   // whether what was published is still there
    std::chrono::milliseconds sizes{2000};  // counted together
    std::chrono::milliseconds again{10000}; // until the same mailbox is counted again
};
