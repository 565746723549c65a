#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""python3-dkim and smtplib as the other end.
  peer.py verify PORT              a message on standard input; a line for each of its signatures:
                                   "pass" or "fail", selector, algorithm. Keys from 127.0.0.1:PORT.
  peer.py submit PORT CA FROM TO   a password on standard input; asks for a report of the delivery."""
import smtplib
import ssl
import sys

import dkim
import dns.resolver


def verify(port):
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = ['127.0.0.1']
    resolver.port = port

    def text(name, timeout=5):
        try:
            answer = resolver.resolve(name.decode().rstrip('.'), 'TXT', lifetime=timeout)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return None
        return b''.join(answer[0].strings)

    message = sys.stdin.buffer.read()
    checker = dkim.DKIM(message)
    count = sum(1 for name, _ in checker.headers if name.lower() == b'dkim-signature')
    for index in range(count):
        checker = dkim.DKIM(message)
        try:
            good = checker.verify(idx=index, dnsfunc=text)
        except dkim.DKIMException as error:
            print(error, file=sys.stderr)
            good = False
        fields = checker.signature_fields
        print('pass' if good else 'fail', fields.get(b's', b'?').decode(),
              fields.get(b'a', b'?').decode())


def submit(port, authority, sender, recipient):
    password = sys.stdin.read().strip()
    context = ssl.create_default_context(cafile=authority)
    with smtplib.SMTP_SSL('localhost', port, context=context) as smtp:
        smtp.login(sender, password)
        smtp.sendmail(sender, [recipient],
                      f'From: {sender}\r\nTo: {recipient}\r\nSubject: Report\r\n\r\nText\r\n',
                      rcpt_options=['NOTIFY=SUCCESS'])


if sys.argv[1] == 'verify':
    verify(int(sys.argv[2]))
else:
    submit(int(sys.argv[2]), *sys.argv[3:])
