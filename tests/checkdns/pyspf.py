#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""python3-spf over zones given as data: a JSON object {zone, ip, helo, from} a line in, a result a
line out."""
import json
import sys

import spf

zone = {}


def lookup(name, qtype, strict=True, timeout=None, **more):
    name = name.rstrip('.').lower()
    for entry in zone.get(name, []):
        kind, value = entry['type'], entry.get('value')
        if kind in ('TIMEOUT', 'SERVFAIL'):
            raise spf.TempError('DNS ' + kind)
        if kind == qtype and value in ('TIMEOUT', 'SERVFAIL'):
            raise spf.TempError('DNS ' + value)
    found = []
    for entry in zone.get(name, []):
        kind, value = entry['type'], entry.get('value')
        if kind == 'CNAME':
            found.append(((name, 'CNAME'), value))
        elif kind == qtype:
            if kind == 'TXT':
                strings = [value] if isinstance(value, str) else value
                found.append(((name, kind), [s.encode('utf-8') for s in strings]))
            elif kind == 'MX':
                found.append(((name, kind), tuple(value)))
            elif kind == 'AAAA':
                found.append(((name, kind), spf.ipaddress.IPv6Address(value).packed))
            else:
                found.append(((name, kind), value))
    return found


spf.DNSLookup = lookup
for line in sys.stdin:
    case = json.loads(line)
    zone = {k.lower(): v for k, v in case['zone'].items()}
    try:
        q = spf.query(i=case['ip'], s=case['from'], h=case['helo'], strict=True, querytime=0)
        print(q.check()[0], flush=True)
    except Exception as problem:  # a crash of the other side is an answer, too
        print('crash', type(problem).__name__, flush=True)
