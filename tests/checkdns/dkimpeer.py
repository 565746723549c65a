#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""python3-dkim as the other end. A JSON object a line in; "sign": the message signed comes out as
base64; "verify": true or false."""
import base64
import json
import sys

import dkim

for line in sys.stdin:
    job = json.loads(line)
    message = base64.b64decode(job['message'])
    if job['do'] == 'sign':
        way = job['canonical'].encode().split(b'/')
        signature = dkim.sign(message, b'sel', b'a.example', job['secret'].encode(),
                              canonicalize=(way[0], way[1]),
                              signature_algorithm=job['algorithm'].encode(),
                              include_headers=[b'from', b'to', b'subject', b'date'],
                              length=job.get('length', False))
        print(base64.b64encode(signature + message).decode(), flush=True)
    else:
        record = job['record'].encode()
        print('true' if dkim.verify(message, dnsfunc=lambda *a, **k: record) else 'false', flush=True)
