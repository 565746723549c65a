<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Apply</name>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
</context>
<context>
    <name>DNS</name>
    <message>
        <source>The priority must be a number from 0 to 65535.</source>
        <translation>Die Priorität muss eine Zahl von 0 bis 65535 sein.</translation>
    </message>
    <message>
        <source>The algorithm must be a number from 0 to 255.</source>
        <translation>Der Algorithmus muss eine Zahl von 0 bis 255 sein.</translation>
    </message>
    <message>
        <source>The target is a name such as www.example.org.</source>
        <translation>Das Ziel ist ein Name wie www.example.org.</translation>
    </message>
    <message>
        <source>An IPv4 address such as 192.0.2.1 is needed.</source>
        <translation>Eine IPv4-Adresse wie 192.0.2.1 wird gebraucht.</translation>
    </message>
    <message>
        <source>An IPv6 address such as 2001:db8::1 is needed.</source>
        <translation>Eine IPv6-Adresse wie 2001:db8::1 wird gebraucht.</translation>
    </message>
    <message>
        <source>The name server is a name such as ns1.example.org.</source>
        <translation>Der Nameserver ist ein Name wie ns1.example.org.</translation>
    </message>
    <message>
        <source>The mail host is a name such as mail.example.org, or a dot where no mail is taken.</source>
        <translation>Der Mailserver ist ein Name wie mail.example.org, oder ein Punkt, wo keine Mail angenommen wird.</translation>
    </message>
    <message>
        <source>The weight must be a number from 0 to 65535.</source>
        <translation>Das Gewicht muss eine Zahl von 0 bis 65535 sein.</translation>
    </message>
    <message>
        <source>The port must be a number from 0 to 65535.</source>
        <translation>Der Port muss eine Zahl von 0 bis 65535 sein.</translation>
    </message>
    <message>
        <source>The host is a name such as mail.example.org, or a dot where there is no such service.</source>
        <translation>Der Host ist ein Name wie mail.example.org, oder ein Punkt, wo es den Dienst nicht gibt.</translation>
    </message>
    <message>
        <source>The text is missing.</source>
        <translation>Der Text fehlt.</translation>
    </message>
    <message>
        <source>The flags must be a number from 0 to 255; 0 is usual.</source>
        <translation>Die Flags müssen eine Zahl von 0 bis 255 sein; üblich ist 0.</translation>
    </message>
    <message>
        <source>The tag has letters and digits: issue, issuewild or iodef.</source>
        <translation>Das Tag hat Buchstaben und Ziffern: issue, issuewild oder iodef.</translation>
    </message>
    <message>
        <source>The value after the tag is missing: &quot;ca.example&quot; for one.</source>
        <translation>Der Wert nach dem Tag fehlt: etwa „ca.example“.</translation>
    </message>
    <message>
        <source>The usage must be a number from 0 to 255; 3 is usual.</source>
        <translation>Die Verwendung (usage) muss eine Zahl von 0 bis 255 sein; üblich ist 3.</translation>
    </message>
    <message>
        <source>The selector must be a number from 0 to 255; 1 is usual.</source>
        <translation>Der Selektor muss eine Zahl von 0 bis 255 sein; üblich ist 1.</translation>
    </message>
    <message>
        <source>The matching type must be a number from 0 to 255; 1 is usual.</source>
        <translation>Die Art des Vergleichs (matching type) muss eine Zahl von 0 bis 255 sein; üblich ist 1.</translation>
    </message>
    <message>
        <source>The data of the certificate has hexadecimal digits, two for each byte.</source>
        <translation>Die Daten des Zertifikats haben hexadezimale Ziffern, zwei je Byte.</translation>
    </message>
    <message>
        <source>The key tag must be a number from 0 to 65535.</source>
        <translation>Das Schlüsselkennzeichen (key tag) muss eine Zahl von 0 bis 65535 sein.</translation>
    </message>
    <message>
        <source>The digest type must be a number from 0 to 255; 2 is usual.</source>
        <translation>Die Art der Prüfsumme muss eine Zahl von 0 bis 255 sein; üblich ist 2.</translation>
    </message>
    <message>
        <source>The digest has hexadecimal digits, two for each byte.</source>
        <translation>Die Prüfsumme hat hexadezimale Ziffern, zwei je Byte.</translation>
    </message>
    <message>
        <source>The fingerprint type must be a number from 0 to 255; 2 is usual.</source>
        <translation>Die Art des Fingerabdrucks muss eine Zahl von 0 bis 255 sein; üblich ist 2.</translation>
    </message>
    <message>
        <source>The fingerprint has hexadecimal digits, two for each byte.</source>
        <translation>Der Fingerabdruck hat hexadezimale Ziffern, zwei je Byte.</translation>
    </message>
    <message>
        <source>The flags must be a number from 0 to 65535.</source>
        <translation>Die Flags müssen eine Zahl von 0 bis 65535 sein.</translation>
    </message>
    <message>
        <source>The protocol must be a number from 0 to 255; it is 3.</source>
        <translation>Das Protokoll muss eine Zahl von 0 bis 255 sein; es ist 3.</translation>
    </message>
    <message>
        <source>The key is written in Base64.</source>
        <translation>Der Schlüssel wird in Base64 geschrieben.</translation>
    </message>
    <message>
        <source>The first name server is a name such as ns1.example.org.</source>
        <translation>Der erste Nameserver ist ein Name wie ns1.example.org.</translation>
    </message>
    <message>
        <source>The contact is written as a name: hostmaster.example.org.</source>
        <translation>Der Kontakt wird als Name geschrieben: hostmaster.example.org.</translation>
    </message>
    <message>
        <source>The serial must be a number from 0 to 4294967295.</source>
        <translation>Die Seriennummer muss eine Zahl von 0 bis 4294967295 sein.</translation>
    </message>
    <message>
        <source>The refresh time must be a number of seconds.</source>
        <translation>Die Auffrischzeit (refresh) muss eine Zahl von Sekunden sein.</translation>
    </message>
    <message>
        <source>The retry time must be a number of seconds.</source>
        <translation>Die Wartezeit (retry) muss eine Zahl von Sekunden sein.</translation>
    </message>
    <message>
        <source>The expiry time must be a number of seconds.</source>
        <translation>Die Ablaufzeit (expire) muss eine Zahl von Sekunden sein.</translation>
    </message>
    <message>
        <source>The minimum time must be a number of seconds.</source>
        <translation>Die Mindestzeit (minimum) muss eine Zahl von Sekunden sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too much: the value ends before it.</source>
        <translation>„%1“ ist zu viel: Der Wert endet davor.</translation>
    </message>
    <message>
        <source>This is an IPv6 address; it belongs into an AAAA record.</source>
        <translation>Das ist eine IPv6-Adresse; sie gehört in einen AAAA-Eintrag.</translation>
    </message>
    <message>
        <source>This is an IPv4 address; it belongs into an A record.</source>
        <translation>Das ist eine IPv4-Adresse; sie gehört in einen A-Eintrag.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an address; a name is needed here.</source>
        <translation>„%1“ ist eine Adresse; hier wird ein Name gebraucht.</translation>
    </message>
    <message>
        <source>A digest of this type has %1 hexadecimal digits; there are %2.</source>
        <translation>Eine Prüfsumme dieser Art hat %1 hexadezimale Ziffern; hier sind es %2.</translation>
    </message>
    <message>
        <source>After a backslash comes the character itself, or its number with three digits up to 255.</source>
        <translation>Nach einem Rückstrich kommt das Zeichen selbst oder seine Nummer mit drei Ziffern bis 255.</translation>
    </message>
    <message>
        <source>The text is too long: at most %1 bytes fit.</source>
        <translation>Der Text ist zu lang: Höchstens %1 Bytes passen.</translation>
    </message>
    <message>
        <source>A quotation mark begins here and does not end.</source>
        <translation>Hier beginnt ein Anführungszeichen, das nicht endet.</translation>
    </message>
    <message>
        <source>Records of type %1 cannot be read.</source>
        <translation>Einträge vom Typ %1 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A parenthesis begins here and does not end.</source>
        <translation>Hier beginnt eine Klammer, die nicht endet.</translation>
    </message>
    <message>
        <source>A parenthesis ends here that did not begin.</source>
        <translation>Hier endet eine Klammer, die nicht begonnen hat.</translation>
    </message>
    <message>
        <source>This is no text: there is a zero byte in it.</source>
        <translation>Das ist kein Text: Er enthält ein Nullbyte.</translation>
    </message>
    <message>
        <source>%1 cannot be used here; the records themselves are needed.</source>
        <translation>%1 kann hier nicht verwendet werden; die Einträge selbst werden gebraucht.</translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation>%1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>After %1 comes one word.</source>
        <translation>Nach %1 kommt ein Wort.</translation>
    </message>
    <message>
        <source>The TTL must be a number of seconds.</source>
        <translation>Die TTL muss eine Zahl von Sekunden sein.</translation>
    </message>
    <message>
        <source>The record has no name, and there is none before it.</source>
        <translation>Der Eintrag hat keinen Namen, und davor steht auch keiner.</translation>
    </message>
    <message>
        <source>Only the class IN is served, not %1.</source>
        <translation>Nur die Klasse IN wird bedient, nicht %1.</translation>
    </message>
    <message>
        <source>The type of the record is missing.</source>
        <translation>Der Typ des Eintrags fehlt.</translation>
    </message>
    <message>
        <source>A name stands without quotation marks.</source>
        <translation>Ein Name steht ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not lie in the zone %2.</source>
        <translation>„%1“ liegt nicht in der Zone %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type of record that can be kept here.</source>
        <translation>„%1“ ist kein Typ von Einträgen, der hier geführt werden kann.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a dot at its beginning or two dots in a row.</source>
        <translation>„%1“ hat einen Punkt am Anfang oder zwei Punkte hintereinander.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a character that no name in DNS may have.</source>
        <translation>„%1“ hat ein Zeichen, das kein Name im DNS haben darf.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host name because of &quot;%2&quot;: those have letters, digits and hyphens.</source>
        <translation>„%1“ ist wegen „%2“ kein Hostname: Die haben Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>In &quot;%1&quot; the &quot;%2&quot; must stand alone at the beginning: *.example.org.</source>
        <translation>In „%1“ muss „%2“ allein am Anfang stehen: *.example.org.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a character that no name here may have: &quot;%2&quot;.</source>
        <translation>„%1“ hat ein Zeichen, das hier kein Name haben darf: „%2“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host name: no part begins or ends with a hyphen.</source>
        <translation>„%1“ ist kein Hostname: Kein Teil beginnt oder endet mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a part of more than 63 characters.</source>
        <translation>„%1“ hat einen Teil mit mehr als 63 Zeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more than 253 characters.</source>
        <translation>„%1“ hat mehr als 253 Zeichen.</translation>
    </message>
    <message>
        <source>There is a line break in it; a record is one line.</source>
        <translation>Darin ist ein Zeilenumbruch; ein Eintrag ist eine Zeile.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands outside of the quotation marks; a quotation mark in the text is written as \&quot;.</source>
        <translation>„%1“ steht außerhalb der Anführungszeichen; ein Anführungszeichen im Text wird als \&quot; geschrieben.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>&quot;{domain}&quot; is not a domain name.</source>
        <translation>„{domain}“ ist kein Domainname.</translation>
    </message>
    <message>
        <source>{domain} does not exist in DNS.</source>
        <translation>{domain} gibt es im DNS nicht.</translation>
    </message>
    <message>
        <source>{domain} could not be looked up: {reason}</source>
        <translation>{domain} konnte nicht nachgeschlagen werden: {reason}</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of {domain} are wrong; validating resolvers refuse its answers: {reason}</source>
        <translation>Die DNSSEC-Signaturen von {domain} sind falsch; prüfende Resolver weisen die Antworten zurück: {reason}</translation>
    </message>
    <message>
        <source>{domain} is not signed with DNSSEC.</source>
        <translation>{domain} ist nicht mit DNSSEC signiert.</translation>
    </message>
    <message>
        <source>{domain} has no SPF record.</source>
        <translation>{domain} hat keinen SPF-Eintrag.</translation>
    </message>
    <message>
        <source>{domain} has {count} SPF records; with more than one none counts.</source>
        <translation>{domain} hat {count} SPF-Einträge; bei mehr als einem gilt keiner.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} is not valid: &quot;{term}&quot;: {reason}.</source>
        <translation>Der SPF-Eintrag von {domain} ist ungültig: „{term}“: {reason}.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} needs {count} lookups; {limit} are allowed.</source>
        <translation>Der SPF-Eintrag von {domain} braucht {count} Abfragen; {limit} sind erlaubt.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} needs {count} lookups, as many as are allowed.</source>
        <translation>Der SPF-Eintrag von {domain} braucht {count} Abfragen, so viele, wie erlaubt sind.</translation>
    </message>
    <message>
        <source>{count} lookups of the SPF record of {domain} find nothing; {limit} are allowed.</source>
        <translation>{count} Abfragen des SPF-Eintrags von {domain} finden nichts; {limit} sind erlaubt.</translation>
    </message>
    <message>
        <source>&quot;{term}&quot; in the SPF record of {domain} lets everyone send.</source>
        <translation>„{term}“ im SPF-Eintrag von {domain} lässt jeden senden.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} says nothing about other senders: &quot;~all&quot; or &quot;-all&quot; is missing.</source>
        <translation>Der SPF-Eintrag von {domain} sagt nichts über andere Absender: „~all“ oder „-all“ fehlt.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} ends in &quot;{term}&quot;, which protects from nothing.</source>
        <translation>Der SPF-Eintrag von {domain} endet mit „{term}“, was vor nichts schützt.</translation>
    </message>
    <message>
        <source>&quot;{term}&quot; in the SPF record of {domain} is slow and unreliable and should not be used.</source>
        <translation>„{term}“ im SPF-Eintrag von {domain} ist langsam und unzuverlässig und soll nicht verwendet werden.</translation>
    </message>
    <message>
        <source>&quot;{term}&quot; in the SPF record of {domain} decides nothing, because &quot;{because}&quot; already does.</source>
        <translation>„{term}“ im SPF-Eintrag von {domain} entscheidet nichts, weil „{because}“ es schon tut.</translation>
    </message>
    <message>
        <source>&quot;{term}&quot; in the SPF record of {domain} is contained in &quot;{other}&quot;.</source>
        <translation>„{term}“ im SPF-Eintrag von {domain} ist in „{other}“ enthalten.</translation>
    </message>
    <message>
        <source>&quot;{term}&quot; in the SPF record of {domain} leads nowhere: {reason}</source>
        <translation>„{term}“ im SPF-Eintrag von {domain} führt ins Leere: {reason}</translation>
    </message>
    <message>
        <source>&quot;{term}&quot; in the SPF record of {domain} goes in a circle: {reason}</source>
        <translation>„{term}“ im SPF-Eintrag von {domain} führt im Kreis: {reason}</translation>
    </message>
    <message>
        <source>The SPF record of {domain} could not be evaluated: {reason}</source>
        <translation>Der SPF-Eintrag von {domain} konnte nicht ausgewertet werden: {reason}</translation>
    </message>
    <message>
        <source>&quot;{term}&quot; in the SPF record of {domain}: {reason}</source>
        <translation>„{term}“ im SPF-Eintrag von {domain}: {reason}</translation>
    </message>
    <message>
        <source>The SPF record of {domain} has {bytes} bytes; beyond 450 an answer may not fit in one packet.</source>
        <translation>Der SPF-Eintrag von {domain} hat {bytes} Bytes; über 450 passt eine Antwort womöglich nicht in ein Paket.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures on the way of the SPF record of {domain} are wrong: {reason}</source>
        <translation>Die DNSSEC-Signaturen auf dem Weg des SPF-Eintrags von {domain} sind falsch: {reason}</translation>
    </message>
    <message>
        <source>No DKIM key of {domain} was found under the usual selectors.</source>
        <translation>Unter den üblichen Selektoren wurde kein DKIM-Schlüssel von {domain} gefunden.</translation>
    </message>
    <message>
        <source>{domain} publishes no DKIM key for the selector {selector}.</source>
        <translation>{domain} veröffentlicht keinen DKIM-Schlüssel für den Selektor {selector}.</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} is not valid: {reason}.</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} ist ungültig: {reason}.</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} was revoked.</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} wurde widerrufen.</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} has {bits} bits; below 1,024 it counts for nothing.</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} hat {bits} Bit; unter 1.024 gilt er nicht.</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} has {bits} bits; 2,048 are recommended.</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} hat {bits} Bit; 2.048 sind empfohlen.</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} is marked as a test.</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} ist als Test gekennzeichnet.</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} allows only SHA-1, which counts no longer.</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} erlaubt nur SHA-1, das nicht mehr gilt.</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} is not meant for mail.</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} ist nicht für E-Mail bestimmt.</translation>
    </message>
    <message>
        <source>The selector {selector} of {domain} has {count} records; which one counts is left to chance.</source>
        <translation>Der Selektor {selector} von {domain} hat {count} Einträge; welcher gilt, bleibt dem Zufall überlassen.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of the DKIM key {selector} of {domain} are wrong: {reason}</source>
        <translation>Die DNSSEC-Signaturen des DKIM-Schlüssels {selector} von {domain} sind falsch: {reason}</translation>
    </message>
    <message>
        <source>The DKIM key {selector} of {domain} could not be looked up: {reason}</source>
        <translation>Der DKIM-Schlüssel {selector} von {domain} konnte nicht nachgeschlagen werden: {reason}</translation>
    </message>
    <message>
        <source>{domain} has no DMARC record.</source>
        <translation>{domain} hat keinen DMARC-Eintrag.</translation>
    </message>
    <message>
        <source>{at} has {count} DMARC records; with more than one none counts.</source>
        <translation>{at} hat {count} DMARC-Einträge; bei mehr als einem gilt keiner.</translation>
    </message>
    <message>
        <source>The DMARC record of {at} is not valid: {reason}.</source>
        <translation>Der DMARC-Eintrag von {at} ist ungültig: {reason}.</translation>
    </message>
    <message>
        <source>The DMARC policy for {domain} is none: forged mail is delivered.</source>
        <translation>Die DMARC-Richtlinie für {domain} ist none: Gefälschte E-Mails werden zugestellt.</translation>
    </message>
    <message>
        <source>{domain} has no DMARC record of its own; that of {at} counts.</source>
        <translation>{domain} hat keinen eigenen DMARC-Eintrag; es gilt der von {at}.</translation>
    </message>
    <message>
        <source>The DMARC policy of {at} is {policy}, but {subdomains} for its subdomains.</source>
        <translation>Die DMARC-Richtlinie von {at} ist {policy}, für die Subdomains aber {subdomains}.</translation>
    </message>
    <message>
        <source>The DMARC policy of {at} asks for {percent} percent of forged mail only.</source>
        <translation>Die DMARC-Richtlinie von {at} gilt nur für {percent} Prozent der gefälschten E-Mails.</translation>
    </message>
    <message>
        <source>The DMARC policy of {at} is marked as a test.</source>
        <translation>Die DMARC-Richtlinie von {at} ist als Test gekennzeichnet.</translation>
    </message>
    <message>
        <source>The DMARC record of {at} asks for no reports.</source>
        <translation>Der DMARC-Eintrag von {at} verlangt keine Berichte.</translation>
    </message>
    <message>
        <source>Reports of {at} do not go to {address}: {name} does not agree.</source>
        <translation>Berichte von {at} gehen nicht an {address}: {name} stimmt nicht zu.</translation>
    </message>
    <message>
        <source>The DMARC record of {domain} could not be judged: {reason}</source>
        <translation>Der DMARC-Eintrag von {domain} konnte nicht beurteilt werden: {reason}</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of the DMARC record of {domain} are wrong: {reason}</source>
        <translation>Die DNSSEC-Signaturen des DMARC-Eintrags von {domain} sind falsch: {reason}</translation>
    </message>
    <message>
        <source>{domain} cannot receive mail: it has neither MX nor address records.</source>
        <translation>{domain} kann keine E-Mails empfangen: Es gibt weder MX- noch Adresseinträge.</translation>
    </message>
    <message>
        <source>{domain} has no MX record; mail goes to the host of that name.</source>
        <translation>{domain} hat keinen MX-Eintrag; E-Mails gehen an den Host dieses Namens.</translation>
    </message>
    <message>
        <source>{domain} says that it takes no mail.</source>
        <translation>{domain} erklärt, keine E-Mails anzunehmen.</translation>
    </message>
    <message>
        <source>{domain} says that it takes no mail and names mail hosts at the same time.</source>
        <translation>{domain} erklärt, keine E-Mails anzunehmen, und nennt zugleich Mailserver.</translation>
    </message>
    <message>
        <source>The MX record of {domain} names the address {host}; it must be a host name.</source>
        <translation>Der MX-Eintrag von {domain} nennt die Adresse {host}; es muss ein Hostname sein.</translation>
    </message>
    <message>
        <source>The mail host {host} of {domain} has no address.</source>
        <translation>Der Mailserver {host} von {domain} hat keine Adresse.</translation>
    </message>
    <message>
        <source>The mail host {host} of {domain} is an alias (CNAME), which is not allowed.</source>
        <translation>Der Mailserver {host} von {domain} ist ein Alias (CNAME), was nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>The mail hosts of {domain} could not be looked up: {reason}</source>
        <translation>Die Mailserver von {domain} konnten nicht nachgeschlagen werden: {reason}</translation>
    </message>
    <message>
        <source>{address} of the mail host {host} has no name (PTR); that matters if it also sends.</source>
        <translation>{address} des Mailservers {host} hat keinen Namen (PTR); das zählt, wenn er auch sendet.</translation>
    </message>
    <message>
        <source>The name of {address} (mail host {host}) does not lead back to it; that matters if it also sends.</source>
        <translation>Der Name von {address} (Mailserver {host}) führt nicht dorthin zurück; das zählt, wenn er auch sendet.</translation>
    </message>
    <message>
        <source>The mail host {host} publishes its certificate for DANE.</source>
        <translation>Der Mailserver {host} veröffentlicht sein Zertifikat für DANE.</translation>
    </message>
    <message>
        <source>The TLSA record of {host} is not signed with DNSSEC and counts for nothing.</source>
        <translation>Der TLSA-Eintrag von {host} ist nicht mit DNSSEC signiert und gilt nicht.</translation>
    </message>
    <message>
        <source>The TLSA record of {host} cannot be used: {reason}.</source>
        <translation>Der TLSA-Eintrag von {host} ist nicht verwendbar: {reason}.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of the TLSA record of {host} are wrong: {reason}</source>
        <translation>Die DNSSEC-Signaturen des TLSA-Eintrags von {host} sind falsch: {reason}</translation>
    </message>
    <message>
        <source>The question for the TLSA record of {host} fails; hosts that use DANE will not deliver: {reason}</source>
        <translation>Die Abfrage des TLSA-Eintrags von {host} schlägt fehl; Hosts, die DANE verwenden, stellen nicht zu: {reason}</translation>
    </message>
    <message>
        <source>{domain} announces a policy for encrypted delivery (MTA-STS).</source>
        <translation>{domain} kündigt eine Richtlinie für verschlüsselte Zustellung an (MTA-STS).</translation>
    </message>
    <message>
        <source>The MTA-STS record of {domain} is not valid: {reason}.</source>
        <translation>Der MTA-STS-Eintrag von {domain} ist ungültig: {reason}.</translation>
    </message>
    <message>
        <source>{domain} asks for reports about encrypted delivery (TLS-RPT).</source>
        <translation>{domain} verlangt Berichte über verschlüsselte Zustellung (TLS-RPT).</translation>
    </message>
    <message>
        <source>The TLS-RPT record of {domain} is not valid: {reason}.</source>
        <translation>Der TLS-RPT-Eintrag von {domain} ist ungültig: {reason}.</translation>
    </message>
    <message>
        <source>{domain} publishes a logo (BIMI).</source>
        <translation>{domain} veröffentlicht ein Logo (BIMI).</translation>
    </message>
    <message>
        <source>The BIMI record of {domain} has no effect: {reason}.</source>
        <translation>Der BIMI-Eintrag von {domain} hat keine Wirkung: {reason}.</translation>
    </message>
    <message>
        <source>A CAA record of {domain} is not understood by certificate authorities: {record}</source>
        <translation>Ein CAA-Eintrag von {domain} ist für Zertifizierungsstellen unverständlich: {record}</translation>
    </message>
    <message>
        <source>The question for CAA records of {domain} fails; no certificate will be issued: {reason}</source>
        <translation>Die Abfrage der CAA-Einträge von {domain} schlägt fehl; es wird kein Zertifikat ausgestellt: {reason}</translation>
    </message>
    <message>
        <source>{domain} offers mail programs no automatic set-up (SRV, autoconfig, autodiscover).</source>
        <translation>{domain} bietet Mailprogrammen keine automatische Einrichtung (SRV, Autoconfig, Autodiscover).</translation>
    </message>
    <message>
        <source>{name} leads to {host}, which has no address.</source>
        <translation>{name} führt zu {host}, das keine Adresse hat.</translation>
    </message>
    <message>
        <source>{name} leads to {host}, which is an alias (CNAME); that is not allowed.</source>
        <translation>{name} führt zu {host}, das ein Alias (CNAME) ist; das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>{name} {type} cannot be served: {reason}</source>
        <translation>{name} {type} kann nicht bedient werden: {reason}</translation>
    </message>
    <message>
        <source>{name}: records of type {type} cannot be kept here.</source>
        <translation>{name}: Einträge vom Typ {type} können hier nicht geführt werden.</translation>
    </message>
    <message>
        <source>{name} {type}: the TTL must be between {least} and {most} seconds, not {ttl}.</source>
        <translation>{name} {type}: Die TTL muss zwischen {least} und {most} Sekunden liegen, nicht bei {ttl}.</translation>
    </message>
    <message>
        <source>{name} is the zone itself; an alias (CNAME) cannot stand there.</source>
        <translation>{name} ist die Zone selbst; dort kann kein Alias (CNAME) stehen.</translation>
    </message>
    <message>
        <source>{name} is an alias (CNAME); there can be no other record of that name.</source>
        <translation>{name} ist ein Alias (CNAME); einen anderen Eintrag dieses Namens kann es nicht geben.</translation>
    </message>
    <message>
        <source>{name} has more than one DNAME record; there can be one only.</source>
        <translation>{name} hat mehr als einen DNAME-Eintrag; es kann nur einen geben.</translation>
    </message>
    <message>
        <source>{name} {type} is below {above}, which hands all names below it to another place (DNAME).</source>
        <translation>{name} {type} liegt unter {above}, das alle Namen darunter anderswohin gibt (DNAME).</translation>
    </message>
    <message>
        <source>{name} {type} is never seen: {above} is delegated to other name servers.</source>
        <translation>{name} {type} sieht niemand: {above} ist an andere Nameserver delegiert.</translation>
    </message>
    <message>
        <source>The DS record of {name} belongs into the zone above it.</source>
        <translation>Der DS-Eintrag von {name} gehört in die Zone darüber.</translation>
    </message>
    <message>
        <source>{name} has a DS record and no NS record; it counts only together with one.</source>
        <translation>{name} hat einen DS-Eintrag und keinen NS-Eintrag; er zählt nur zusammen mit einem.</translation>
    </message>
    <message>
        <source>{name} {type} {target} is there already.</source>
        <translation>{name} {type} {target} gibt es schon.</translation>
    </message>
    <message>
        <source>The {type} records of {name} have different TTLs; the shortest, {ttl} seconds, counts for all of them.</source>
        <translation>Die {type}-Einträge von {name} haben verschiedene TTLs; die kürzeste, {ttl} Sekunden, gilt für alle.</translation>
    </message>
    <message>
        <source>{name} has {count} SPF records; with more than one none counts.</source>
        <translation>{name} hat {count} SPF-Einträge; bei mehr als einem zählt keiner.</translation>
    </message>
    <message>
        <source>{name} has {count} DMARC records; with more than one none counts.</source>
        <translation>{name} hat {count} DMARC-Einträge; bei mehr als einem zählt keiner.</translation>
    </message>
    <message>
        <source>{name} says that it takes no mail and names mail hosts at the same time.</source>
        <translation>{name} sagt, dass es keine Mail annimmt, und nennt zugleich Mailserver.</translation>
    </message>
    <message>
        <source>{name} has the name of the zone twice; was {meant} meant?</source>
        <translation>{name} hat den Namen der Zone doppelt; war {meant} gemeint?</translation>
    </message>
    <message>
        <source>{name} is no name of a service; an SRV record is looked for under a name such as _imaps._tcp.</source>
        <translation>{name} ist kein Name eines Dienstes; ein SRV-Eintrag wird unter einem Namen wie _imaps._tcp gesucht.</translation>
    </message>
    <message>
        <source>{name} is no name of a port; a TLSA record is looked for under a name such as _25._tcp.mail.</source>
        <translation>{name} ist kein Name eines Ports; ein TLSA-Eintrag wird unter einem Namen wie _25._tcp.mail gesucht.</translation>
    </message>
    <message>
        <source>{name} {type} leads to &quot;{host}&quot;, a name without a dot; was {meant} meant?</source>
        <translation>{name} {type} führt zu „{host}“, einem Namen ohne Punkt; war {meant} gemeint?</translation>
    </message>
    <message>
        <source>{name} {type} leads to {host}, which is an alias (CNAME); that is not allowed.</source>
        <translation>{name} {type} führt zu {host}, einem Alias (CNAME); das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>{name} {type} leads to {host}, which does not exist in this zone.</source>
        <translation>{name} {type} führt zu {host}, das es in dieser Zone nicht gibt.</translation>
    </message>
    <message>
        <source>{name} {type} leads to {host}, which has no address.</source>
        <translation>{name} {type} führt zu {host}, das keine Adresse hat.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} does not let {address} send, from which this service sends ({result}).</source>
        <translation>Der SPF-Eintrag von {domain} erlaubt {address} nicht zu senden; von dort sendet dieser Dienst ({result}).</translation>
    </message>
    <message>
        <source>The SPF record of {domain} does not let this service send: &quot;{term}&quot; is missing.</source>
        <translation>Der SPF-Eintrag von {domain} erlaubt diesem Dienst nicht zu senden: „{term}“ fehlt.</translation>
    </message>
    <message>
        <source>No DKIM key of {domain} was made yet: its mail leaves unsigned.</source>
        <translation>Für {domain} wurde noch kein DKIM-Schlüssel erzeugt: Mail geht unsigniert hinaus.</translation>
    </message>
    <message>
        <source>The new DKIM key {selector} of {domain} is not published yet; it signs nothing.</source>
        <translation>Der neue DKIM-Schlüssel {selector} von {domain} ist noch nicht veröffentlicht; er signiert nichts.</translation>
    </message>
    <message>
        <source>The DKIM key that {domain} publishes for {selector} is not the one this service signs with.</source>
        <translation>Der DKIM-Schlüssel, den {domain} für {selector} veröffentlicht, ist nicht der, mit dem dieser Dienst signiert.</translation>
    </message>
    <message>
        <source>Mail for {domain} goes to {host}, not to this service.</source>
        <translation>Mail für {domain} geht an {host}, nicht an diesen Dienst.</translation>
    </message>
    <message>
        <source>Some mail for {domain} goes to {host}, which is not of this service.</source>
        <translation>Ein Teil der Mail für {domain} geht an {host}; das gehört nicht zu diesem Dienst.</translation>
    </message>
    <message>
        <source>The TLSA record of {host} is signed, but not the way to it (MX record and addresses): not every sender heeds it for {domain}.</source>
        <translation>Der TLSA-Eintrag von {host} ist signiert, der Weg dorthin (MX-Eintrag und Adressen) aber nicht: nicht jeder Absender beachtet ihn für {domain}.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} says who may send.</source>
        <translation>Der SPF-Eintrag von {domain} sagt, wer senden darf.</translation>
    </message>
    <message>
        <source>{domain} publishes DKIM keys: {selectors}.</source>
        <translation>{domain} veröffentlicht DKIM-Schlüssel: {selectors}.</translation>
    </message>
    <message>
        <source>Mail that forges {domain} is to be refused.</source>
        <translation>Mail, die {domain} fälscht, soll abgelehnt werden.</translation>
    </message>
    <message>
        <source>Mail that forges {domain} is to be put aside as spam.</source>
        <translation>Mail, die {domain} fälscht, soll als Spam beiseitegelegt werden.</translation>
    </message>
    <message>
        <source>Mail for {domain} goes to {hosts}.</source>
        <translation>Mail für {domain} geht an {hosts}.</translation>
    </message>
    <message>
        <source>{domain} is signed with DNSSEC, and the signatures are right.</source>
        <translation>{domain} ist mit DNSSEC signiert, und die Signaturen stimmen.</translation>
    </message>
    <message>
        <source>The mail hosts of {domain} prove their certificates by DANE.</source>
        <translation>Die Mailserver von {domain} belegen ihre Zertifikate durch DANE.</translation>
    </message>
    <message>
        <source>The other records of {domain} are in order.</source>
        <translation>Die übrigen Einträge von {domain} sind in Ordnung.</translation>
    </message>
    <message>
        <source>No DKIM key of {domain} is known.</source>
        <translation>Von {domain} ist kein DKIM-Schlüssel bekannt.</translation>
    </message>
    <message>
        <source>Whether {domain} is signed with DNSSEC was not checked.</source>
        <translation>Ob {domain} mit DNSSEC signiert ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>No mail host of {domain} uses DANE.</source>
        <translation>Kein Mailserver von {domain} nutzt DANE.</translation>
    </message>
    <message>
        <source>{domain} publishes nothing else about its mail.</source>
        <translation>{domain} veröffentlicht sonst nichts über seine Mail.</translation>
    </message>
    <message>
        <source>the mail host&apos;s own certificate</source>
        <translation>das eigene Zertifikat des Mailservers</translation>
    </message>
    <message>
        <source>a certificate authority above the mail host&apos;s</source>
        <translation>eine Zertifizierungsstelle über der des Mailservers</translation>
    </message>
    <message>
        <source>a certificate of the public authorities</source>
        <translation>ein Zertifikat der öffentlichen Stellen</translation>
    </message>
    <message>
        <source>its public key in full</source>
        <translation>sein öffentlicher Schlüssel im Ganzen</translation>
    </message>
    <message>
        <source>the certificate in full</source>
        <translation>das Zertifikat im Ganzen</translation>
    </message>
    <message>
        <source>the %1 hash of its public key</source>
        <translation>der %1-Hash seines öffentlichen Schlüssels</translation>
    </message>
    <message>
        <source>the %1 hash of the certificate</source>
        <translation>der %1-Hash des Zertifikats</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>The name servers of {zone} could not be asked themselves, so it is not known whether all of them say the same: {reason}</source>
        <translation>Die Nameserver von {zone} konnten nicht selbst gefragt werden; ob alle dasselbe sagen, ist daher nicht bekannt: {reason}</translation>
    </message>
    <message>
        <source>The name server {where} of {zone} does not answer: {reason}</source>
        <translation>Der Nameserver {where} von {zone} antwortet nicht: {reason}</translation>
    </message>
    <message>
        <source>The name server {where} of {zone} does not hold the zone.</source>
        <translation>Der Nameserver {where} von {zone} führt die Zone nicht.</translation>
    </message>
    <message>
        <source>The zone above names keys of {zone}, but {zone} publishes none.</source>
        <translation>Die übergeordnete Zone nennt Schlüssel von {zone}, aber {zone} veröffentlicht keine.</translation>
    </message>
    <message>
        <source>None of the keys of {zone} is the one that the zone above names (DS).</source>
        <translation>Keiner der Schlüssel von {zone} ist der, den die übergeordnete Zone nennt (DS).</translation>
    </message>
    <message>
        <source>The keys of {zone} are not signed by the key that the zone above names (DS).</source>
        <translation>Die Schlüssel von {zone} sind nicht mit dem Schlüssel signiert, den die übergeordnete Zone nennt (DS).</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of {zone} have expired.</source>
        <translation>Die DNSSEC-Signaturen von {zone} sind abgelaufen.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of {zone} are not valid yet; perhaps a clock is wrong.</source>
        <translation>Die DNSSEC-Signaturen von {zone} sind noch nicht gültig; vielleicht geht eine Uhr falsch.</translation>
    </message>
    <message>
        <source>A DNSSEC signature of {zone} is wrong.</source>
        <translation>Eine DNSSEC-Signatur von {zone} ist falsch.</translation>
    </message>
    <message>
        <source>The zone above does not sign what it says about the keys of {zone} (DS).</source>
        <translation>Die übergeordnete Zone signiert nicht, was sie über die Schlüssel von {zone} sagt (DS).</translation>
    </message>
    <message>
        <source>The records of {zone} are not signed by its own keys.</source>
        <translation>Die Einträge von {zone} sind nicht mit den eigenen Schlüsseln der Zone signiert.</translation>
    </message>
    <message>
        <source>{zone} is signed with DNSSEC, but the zone above does not say so (DS): the signatures count for nothing.</source>
        <translation>{zone} ist mit DNSSEC signiert, aber die übergeordnete Zone sagt das nicht (DS): Die Signaturen gelten nicht.</translation>
    </message>
    <message>
        <source>{zone} is signed by algorithms that nobody uses any more: the signatures count for nothing.</source>
        <translation>{zone} ist mit Algorithmen signiert, die niemand mehr verwendet: Die Signaturen gelten nicht.</translation>
    </message>
    <message>
        <source>{zone} is signed with {algorithm}, which is too weak today.</source>
        <translation>{zone} ist mit {algorithm} signiert, was heute zu schwach ist.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures of {zone} end at {until}, very soon; somebody has to sign it again.</source>
        <translation>Die DNSSEC-Signaturen von {zone} enden sehr bald, am {until}; die Zone muss neu signiert werden.</translation>
    </message>
    <message>
        <source>The SPF record of {domain} is published but not seen everywhere yet: {where} still has {old} for up to {minutes} min.</source>
        <translation>Der SPF-Eintrag von {domain} ist veröffentlicht, aber noch nicht überall zu sehen: {where} hat noch {old}, bis zu {minutes} Min. lang.</translation>
    </message>
    <message>
        <source>The name servers of {zone} do not agree on the SPF record of {domain}: {where} still has {old}.</source>
        <translation>Die Nameserver von {zone} sind sich über den SPF-Eintrag von {domain} nicht einig: {where} hat noch {old}.</translation>
    </message>
    <message>
        <source>The DKIM key {name} is published but not seen everywhere yet: {where} still has what was before for up to {minutes} min.</source>
        <translation>Der DKIM-Schlüssel {name} ist veröffentlicht, aber noch nicht überall zu sehen: {where} hat noch den vorherigen Stand, bis zu {minutes} Min. lang.</translation>
    </message>
    <message>
        <source>The name servers of {zone} do not agree on the DKIM key {name}: {where} still has what was before.</source>
        <translation>Die Nameserver von {zone} sind sich über den DKIM-Schlüssel {name} nicht einig: {where} hat noch den vorherigen Stand.</translation>
    </message>
    <message>
        <source>The DMARC record of {domain} is published but not seen everywhere yet: {where} still has {old} for up to {minutes} min.</source>
        <translation>Der DMARC-Eintrag von {domain} ist veröffentlicht, aber noch nicht überall zu sehen: {where} hat noch {old}, bis zu {minutes} Min. lang.</translation>
    </message>
    <message>
        <source>The name servers of {zone} do not agree on the DMARC record of {domain}: {where} still has {old}.</source>
        <translation>Die Nameserver von {zone} sind sich über den DMARC-Eintrag von {domain} nicht einig: {where} hat noch {old}.</translation>
    </message>
    <message>
        <source>The MX records of {domain} are published but not seen everywhere yet: {where} still has {old} for up to {minutes} min.</source>
        <translation>Die MX-Einträge von {domain} sind veröffentlicht, aber noch nicht überall zu sehen: {where} hat noch {old}, bis zu {minutes} Min. lang.</translation>
    </message>
    <message>
        <source>The name servers of {zone} do not agree on the MX records of {domain}: {where} still has {old}.</source>
        <translation>Die Nameserver von {zone} sind sich über die MX-Einträge von {domain} nicht einig: {where} hat noch {old}.</translation>
    </message>
    <message>
        <source>The mail host {host} did not answer on port {port} from here. Many networks forbid that, so it says nothing about the host: {reason}</source>
        <translation>Der Mailserver {host} hat von hier aus auf Port {port} nicht geantwortet. Viele Netze verbieten das, es sagt also nichts über den Mailserver: {reason}</translation>
    </message>
    <message>
        <source>The mail host {host} does not answer on port {port}: {reason}</source>
        <translation>Der Mailserver {host} antwortet nicht auf Port {port}: {reason}</translation>
    </message>
    <message>
        <source>The mail host {host} turns senders away: {code} {banner}</source>
        <translation>Der Mailserver {host} weist Absender ab: {code} {banner}</translation>
    </message>
    <message>
        <source>The mail host {host} offers no encryption (STARTTLS); mail for it can be read on its way.</source>
        <translation>Der Mailserver {host} bietet keine Verschlüsselung an (STARTTLS); Mail an ihn kann unterwegs gelesen werden.</translation>
    </message>
    <message>
        <source>The mail host {host} offers encryption, and it does not come about: {reason}</source>
        <translation>Der Mailserver {host} bietet Verschlüsselung an, aber sie kommt nicht zustande: {reason}</translation>
    </message>
    <message>
        <source>The mail host {host} encrypts with {tls}; its certificate is for {subject}, from {issuer}, until {until}.</source>
        <translation>Der Mailserver {host} verschlüsselt mit {tls}; sein Zertifikat ist für {subject}, von {issuer}, bis {until}.</translation>
    </message>
    <message>
        <source>The certificate of the mail host {host} has expired ({until}).</source>
        <translation>Das Zertifikat des Mailservers {host} ist abgelaufen ({until}).</translation>
    </message>
    <message>
        <source>The certificate of the mail host {host} is valid only until {until}.</source>
        <translation>Das Zertifikat des Mailservers {host} ist nur noch bis {until} gültig.</translation>
    </message>
    <message>
        <source>The certificate of the mail host {host} is for other names ({names}); most senders do not mind.</source>
        <translation>Das Zertifikat des Mailservers {host} ist für andere Namen ({names}); die meisten Absender stört das nicht.</translation>
    </message>
    <message>
        <source>No known authority stands behind the certificate of the mail host {host}; most senders do not mind.</source>
        <translation>Hinter dem Zertifikat des Mailservers {host} steht keine bekannte Zertifizierungsstelle; die meisten Absender stört das nicht.</translation>
    </message>
    <message>
        <source>The mail host {host} shows the certificate that its TLSA record names: {words}.</source>
        <translation>Der Mailserver {host} zeigt das Zertifikat, das sein TLSA-Eintrag nennt: {words}.</translation>
    </message>
    <message>
        <source>The mail host {host} shows a certificate that none of its TLSA records names; hosts that use DANE do not deliver.</source>
        <translation>Der Mailserver {host} zeigt ein Zertifikat, das keiner seiner TLSA-Einträge nennt; Hosts, die DANE verwenden, stellen nicht zu.</translation>
    </message>
    <message>
        <source>The mail host {host} has a TLSA record and no encryption; hosts that use DANE do not deliver.</source>
        <translation>Der Mailserver {host} hat einen TLSA-Eintrag und keine Verschlüsselung; Hosts, die DANE verwenden, stellen nicht zu.</translation>
    </message>
    <message>
        <source>Before the mail host {host} gets another key, the TLSA record of that key has to be published beside the present one.</source>
        <translation>Bevor der Mailserver {host} einen anderen Schlüssel bekommt, muss der TLSA-Eintrag dieses Schlüssels neben dem jetzigen veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Receivers that go by the list of public suffixes look for the DMARC record of {domain} at {list}, not at {at}.</source>
        <translation>Empfänger, die sich nach der Liste der öffentlichen Suffixe richten, suchen den DMARC-Eintrag von {domain} bei {list}, nicht bei {at}.</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Reading the zone</source>
        <translation>Zone wird gelesen</translation>
    </message>
    <message>
        <source>Asking DNS about %1</source>
        <translation>DNS wird nach %1 gefragt</translation>
    </message>
    <message>
        <source>%1 of %2 domains</source>
        <translation>%1 von %2 Domains</translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>Send emails</source>
        <translation>E-Mails senden</translation>
    </message>
    <message>
        <source>Set the auto-reply</source>
        <translation>Abwesenheitsnachricht einrichten</translation>
    </message>
    <message>
        <source>Edit signatures</source>
        <translation>Signaturen bearbeiten</translation>
    </message>
    <message>
        <source>Set redirections</source>
        <translation>Weiterleitungen einrichten</translation>
    </message>
    <message>
        <source>Manage aliases</source>
        <translation>Aliasse verwalten</translation>
    </message>
    <message>
        <source>Set filters</source>
        <translation>Filter einstellen</translation>
    </message>
    <message>
        <source>Write sorting rules</source>
        <translation>Sortierregeln schreiben</translation>
    </message>
    <message>
        <source>Choose special folders</source>
        <translation>Besondere Ordner wählen</translation>
    </message>
    <message>
        <source>Block and approve senders</source>
        <translation>Absender sperren und zulassen</translation>
    </message>
    <message>
        <source>Add and manage devices</source>
        <translation>Geräte hinzufügen und verwalten</translation>
    </message>
    <message>
        <source>See the log</source>
        <translation>Protokoll einsehen</translation>
    </message>
    <message>
        <source>Restore emails</source>
        <translation>E-Mails wiederherstellen</translation>
    </message>
    <message>
        <source>IMAP</source>
        <translation>IMAP</translation>
    </message>
    <message>
        <source>POP3</source>
        <translation>POP3</translation>
    </message>
    <message>
        <source>IMAP and POP3</source>
        <translation>IMAP und POP3</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>Other device</source>
        <translation>Anderes Gerät</translation>
    </message>
    <message>
        <source>Older device</source>
        <translation>Älteres Gerät</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Being applied</source>
        <translation>Wird angewendet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Teilweise erledigt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>a new password</source>
        <translation>ein neues Passwort</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>yourself</source>
        <translation>Sie selbst</translation>
    </message>
    <message>
        <source>other people</source>
        <translation>andere Personen</translation>
    </message>
    <message>
        <source>everyone in the organisation</source>
        <translation>alle in der Organisation</translation>
    </message>
    <message>
        <source>without user</source>
        <translation>ohne Nutzer</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>password known to others</source>
        <translation>Passwort anderen bekannt</translation>
    </message>
    <message>
        <source>sends spam</source>
        <translation>versendet Spam</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>made</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>retiring</source>
        <translation>läuft aus</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>RSA</source>
        <translation>RSA</translation>
    </message>
    <message>
        <source>Ed25519</source>
        <translation>Ed25519</translation>
    </message>
    <message>
        <source>the zone itself</source>
        <translation>die Zone selbst</translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message numerus="yes">
        <source>The service limits requests: going on in %n second(s)</source>
        <translation>
            <numerusform>Der Dienst begrenzt Anfragen: weiter in %n Sekunde</numerusform>
            <numerusform>Der Dienst begrenzt Anfragen: weiter in %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publication</name>
    <message>
        <source>%1 of %2 records are seen</source>
        <translation>%1 von %2 Einträgen sind zu sehen</translation>
    </message>
    <message>
        <source>The records are still not seen. DNS may take up to 48 hours.</source>
        <translation>Die Einträge sind noch immer nicht zu sehen. DNS kann bis zu 48 Stunden brauchen.</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>Correct SPF of %1</source>
        <translation>SPF von %1 berichtigen</translation>
    </message>
    <message>
        <source>Correct DMARC of %1</source>
        <translation>DMARC von %1 berichtigen</translation>
    </message>
    <message>
        <source>Publish the DKIM keys of %1</source>
        <translation>DKIM-Schlüssel von %1 veröffentlichen</translation>
    </message>
    <message>
        <source>Lead the mail of %1 here</source>
        <translation>Mail von %1 hierher leiten</translation>
    </message>
    <message>
        <source>Sign %1 with DNSSEC</source>
        <translation>%1 mit DNSSEC signieren</translation>
    </message>
    <message>
        <source>Publish the certificates of the mail hosts of %1 (DANE)</source>
        <translation>Zertifikate der Mailserver von %1 veröffentlichen (DANE)</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>%1 of %2 addresses</source>
        <translation>%1 von %2 Adressen</translation>
    </message>
    <message>
        <source>Records of %1</source>
        <translation>Einträge von %1</translation>
    </message>
</context>
<context>
    <name>ZoneImport</name>
    <message>
        <source>Records of type %1 cannot be kept there.</source>
        <translation>Einträge vom Typ %1 können dort nicht geführt werden.</translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>A domain name has letters, digits and hyphens, and no part begins or ends with a hyphen.</source>
        <translation>Ein Domainname besteht aus Buchstaben, Ziffern und Bindestrichen, und kein Teil beginnt oder endet mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>Each part of a domain name has at most 63 characters.</source>
        <translation>Jeder Teil eines Domainnamens hat höchstens 63 Zeichen.</translation>
    </message>
    <message>
        <source>A domain name is missing.</source>
        <translation>Es fehlt ein Domainname.</translation>
    </message>
    <message>
        <source>A domain name has no two dots in a row, and none at its beginning.</source>
        <translation>Ein Domainname hat keine zwei Punkte hintereinander und keinen am Anfang.</translation>
    </message>
    <message>
        <source>A domain name has at least one dot: example.org.</source>
        <translation>Ein Domainname hat mindestens einen Punkt: example.org.</translation>
    </message>
    <message>
        <source>This domain name has a character that no domain may have.</source>
        <translation>Dieser Domainname enthält ein Zeichen, das in keiner Domain erlaubt ist.</translation>
    </message>
    <message>
        <source>A domain name has at most 253 characters.</source>
        <translation>Ein Domainname hat höchstens 253 Zeichen.</translation>
    </message>
    <message>
        <source>Type a name for the address.</source>
        <translation>Geben Sie einen Namen für die Adresse ein.</translation>
    </message>
    <message>
        <source>The name has at most 64 characters.</source>
        <translation>Der Name hat höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>Type only the part before the @. The domain is chosen beside it.</source>
        <translation>Geben Sie nur den Teil vor dem @ ein. Die Domain wird daneben gewählt.</translation>
    </message>
    <message>
        <source>The name has no spaces.</source>
        <translation>Der Name enthält keine Leerzeichen.</translation>
    </message>
    <message>
        <source>The name has an invisible control character.</source>
        <translation>Der Name enthält ein unsichtbares Steuerzeichen.</translation>
    </message>
    <message>
        <source>The name has a character that is not allowed: use the letters a to z, digits, hyphen, underscore and dot.</source>
        <translation>Der Name enthält ein nicht erlaubtes Zeichen: Verwenden Sie die Buchstaben a bis z, Ziffern, Bindestrich, Unterstrich und Punkt.</translation>
    </message>
    <message>
        <source>“%1” is not allowed: use the letters a to z without accents.</source>
        <translation>„%1“ ist nicht erlaubt: Verwenden Sie die Buchstaben a bis z ohne Akzente und Umlaute.</translation>
    </message>
    <message>
        <source>“%1” is not allowed: use letters, digits, hyphen, underscore and dot.</source>
        <translation>„%1“ ist nicht erlaubt: Verwenden Sie Buchstaben, Ziffern, Bindestrich, Unterstrich und Punkt.</translation>
    </message>
    <message>
        <source>The name does not begin with a hyphen.</source>
        <translation>Der Name beginnt nicht mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>The name does not end with a hyphen.</source>
        <translation>Der Name endet nicht mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>The name does not begin with a dot.</source>
        <translation>Der Name beginnt nicht mit einem Punkt.</translation>
    </message>
    <message>
        <source>The name does not end with a dot.</source>
        <translation>Der Name endet nicht mit einem Punkt.</translation>
    </message>
    <message>
        <source>The name has no two dots in a row.</source>
        <translation>Der Name hat keine zwei Punkte hintereinander.</translation>
    </message>
    <message>
        <source>The name needs more than hyphens.</source>
        <translation>Der Name braucht mehr als Bindestriche.</translation>
    </message>
    <message>
        <source>A selector is missing.</source>
        <translation>Es fehlt ein Selektor.</translation>
    </message>
    <message>
        <source>A selector has letters, digits and hyphens, with dots between its parts; no part begins or ends with a hyphen.</source>
        <translation>Ein Selektor besteht aus Buchstaben, Ziffern und Bindestrichen, mit Punkten zwischen seinen Teilen; kein Teil beginnt oder endet mit einem Bindestrich.</translation>
    </message>
    <message>
        <source>Each part of a selector has at most 63 characters.</source>
        <translation>Jeder Teil eines Selektors hat höchstens 63 Zeichen.</translation>
    </message>
    <message>
        <source>The selector is too long: the name of the record has at most 253 characters.</source>
        <translation>Der Selektor ist zu lang: Der Name des Eintrags hat höchstens 253 Zeichen.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Manages mail services: addresses, people, devices.</source>
        <translation>Verwaltet Maildienste: Adressen, Personen, Geräte.</translation>
    </message>
    <message>
        <source>Start the private mail host in DIR and show it.</source>
        <translation>Den privaten Mailhost in DIR starten und anzeigen.</translation>
    </message>
    <message>
        <source>Keep settings, cache and journal in DIR.</source>
        <translation>Einstellungen, Zwischenspeicher und Verlauf in DIR ablegen.</translation>
    </message>
    <message>
        <source>Say more on standard error.</source>
        <translation>Mehr auf der Standardfehlerausgabe mitteilen.</translation>
    </message>
    <message>
        <source>Drive the program through its main job; pictures and report.txt go to DIR.</source>
        <translation>Das Programm durch seine Hauptaufgabe führen; Bilder und report.txt kommen nach DIR.</translation>
    </message>
    <message>
        <source>Mailwright is open already; its window comes to the front.</source>
        <translation>Mailwright ist schon offen; das Fenster kommt nach vorn.</translation>
    </message>
    <message>
        <source>The tour cannot write its pictures into %1.
</source>
        <translation>Die Tour kann ihre Bilder nicht in %1 schreiben.
</translation>
    </message>
</context>
<context>
    <name>model::AccessModel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Will be removed</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Zuletzt genutzt</translation>
    </message>
</context>
<context>
    <name>model::AddressModel</name>
    <message>
        <source>Limited</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Redirection</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>Abwesenheitsnachricht</translation>
    </message>
    <message>
        <source>Spam filter off</source>
        <translation>Spamfilter aus</translation>
    </message>
    <message>
        <source>List the addresses</source>
        <translation>Adressen auflisten</translation>
    </message>
    <message>
        <source>Filter the addresses</source>
        <translation>Adressen filtern</translation>
    </message>
    <message>
        <source>Will be deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 bytes, counted on %2</source>
        <translation>%1 Bytes, gezählt am %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>IMAP: %1</source>
        <translation>IMAP: %1</translation>
    </message>
    <message>
        <source>POP3: %1</source>
        <translation>POP3: %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Nobody reads it</source>
        <translation>Liest niemand</translation>
    </message>
</context>
<context>
    <name>model::ChangeListModel</name>
    <message>
        <source>TTL %1</source>
        <translation>TTL %1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>model::ChangeModel</name>
    <message>
        <source>created</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>all disconnected</source>
        <translation>alle getrennt</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1 (TTL %2)</source>
        <translation>%1 (TTL %2)</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Teilweise erledigt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
</context>
<context>
    <name>model::DeviceModel</name>
    <message>
        <source>Without user</source>
        <translation>Ohne Nutzer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Will be disconnected</source>
        <translation>Wird getrennt</translation>
    </message>
    <message>
        <source>Will get a new password</source>
        <translation>Erhält ein neues Passwort</translation>
    </message>
    <message>
        <source>No user&apos;s rights bind it: it can send although some users may not.</source>
        <translation>Keine Rechte eines Nutzers binden es: Es kann senden, auch wenn manche Nutzer das nicht dürfen.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Zuletzt genutzt</translation>
    </message>
</context>
<context>
    <name>model::FindingModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>model::JournalModel</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>The program ended while this was being applied. What is not marked as done may have been done or not.</source>
        <translation>Das Programm endete, während dies angewendet wurde. Was nicht als erledigt gekennzeichnet ist, wurde vielleicht erledigt, vielleicht nicht.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>model::ZoneModel</name>
    <message>
        <source>Will be created</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Will be deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>%1
The host looks after this record; it cannot be changed here.</source>
        <translation>%1
Diesen Eintrag führt der Host selbst; er lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>%1 seconds: how long whoever asked keeps the answer</source>
        <translation>%1 Sekunden: so lange behält, wer gefragt hat, die Antwort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>ui::Accounts</name>
    <message>
        <source>Keep the token in the keyring</source>
        <translation>Token im Schlüsselbund ablegen</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>Read the token of %1</source>
        <translation>Token von %1 lesen</translation>
    </message>
    <message>
        <source>The keyring has no token for this account.</source>
        <translation>Der Schlüsselbund hat kein Token für dieses Konto.</translation>
    </message>
    <message>
        <source>Refresh %1</source>
        <translation>%1 aktualisieren</translation>
    </message>
    <message>
        <source>Refresh the addresses of %1</source>
        <translation>Adressen von %1 aktualisieren</translation>
    </message>
    <message>
        <source>Refresh the DNS zones of %1</source>
        <translation>DNS-Zonen von %1 aktualisieren</translation>
    </message>
    <message>
        <source>Refresh the DKIM keys of %1</source>
        <translation>DKIM-Schlüssel von %1 aktualisieren</translation>
    </message>
    <message>
        <source>Ask for the jobs of %1</source>
        <translation>Aufgaben von %1 abfragen</translation>
    </message>
    <message>
        <source>No keyring answered on this computer.</source>
        <translation>Auf diesem Computer antwortete kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>Look for the keyring</source>
        <translation>Schlüsselbund suchen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::AddDevice</name>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Add the device %1 to %2</source>
        <translation>Gerät %1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>Creating a password for %1</source>
        <translation>Passwort für %1 wird erstellt</translation>
    </message>
    <message>
        <source>%1 can now log in to %2.</source>
        <translation>%1 kann sich jetzt bei %2 anmelden.</translation>
    </message>
    <message>
        <source>The password of %1</source>
        <translation>Das Passwort von %1</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Add another device</source>
        <translation>Weiteres Gerät hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::AddUser</name>
    <message>
        <source>Who shall use %1?</source>
        <translation>Wer soll %1 nutzen?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Tick at least one person.</source>
        <translation>Kreuzen Sie mindestens eine Person an.</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>Nutzer hinzufügen</translation>
    </message>
    <message>
        <source>Give %1 access to %2</source>
        <translation>%1 Zugriff auf %2 geben</translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln people access to %1</source>
        <translation>
            <numerusform>%Ln Person Zugriff auf %1 geben</numerusform>
            <numerusform>%Ln Personen Zugriff auf %1 geben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 now uses %2.</source>
        <translation>%1 nutzt jetzt %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people more now use %1.</source>
        <translation>
            <numerusform>%Ln weitere Person nutzt jetzt %1.</numerusform>
            <numerusform>%Ln weitere Personen nutzen jetzt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all was done</source>
        <translation>Nicht alles wurde erledigt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>Fehlgeschlagenes erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::AddressPage</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Parts of the address</source>
        <translation>Teile der Adresse</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Nutzer hinzufügen</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Delete address…</source>
        <translation>Adresse löschen…</translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation>%1 wurde kopiert.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>This address does not exist</source>
        <translation>Diese Adresse gibt es nicht</translation>
    </message>
    <message>
        <source>It was deleted, here or elsewhere.</source>
        <translation>Sie wurde gelöscht, hier oder anderswo.</translation>
    </message>
    <message>
        <source>Go to the addresses</source>
        <translation>Zu den Adressen</translation>
    </message>
    <message>
        <source>The mail service does not answer. A password is made and shown at once, so it has to wait.</source>
        <translation>Der Dienst antwortet nicht. Ein Passwort wird sofort erstellt und angezeigt, darum muss es warten.</translation>
    </message>
    <message>
        <source>An account uses this address as its login, so it cannot be shared further.</source>
        <translation>Ein Konto verwendet diese Adresse zur Anmeldung, darum lässt sie sich nicht weiter teilen.</translation>
    </message>
    <message>
        <source>Devices (%1)</source>
        <translation>Geräte (%1)</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
</context>
<context>
    <name>ui::AddressesPage</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Filter addresses</source>
        <translation>Adressen filtern</translation>
    </message>
    <message>
        <source>Create address</source>
        <translation>Adresse erstellen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Create device password…</source>
        <translation>Gerätepasswort erstellen…</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Export these rows to CSV…</source>
        <translation>Diese Zeilen als CSV exportieren…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln Adresse</numerusform>
            <numerusform>%Ln Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The addresses were not refreshed</source>
        <translation>Die Adressen wurden nicht aktualisiert</translation>
    </message>
    <message>
        <source>The addresses were not read yet</source>
        <translation>Die Adressen wurden noch nicht gelesen</translation>
    </message>
    <message>
        <source>No address matches</source>
        <translation>Keine Adresse passt</translation>
    </message>
    <message>
        <source>Nothing contains “%1”, neither in the address nor in its note or users.</source>
        <translation>Nichts enthält „%1“, weder die Adresse noch ihre Notiz oder ihre Nutzer.</translation>
    </message>
    <message>
        <source>No addresses yet</source>
        <translation>Noch keine Adressen</translation>
    </message>
    <message>
        <source>Create the first one (Ctrl+N).</source>
        <translation>Erstellen Sie die erste (Strg+N).</translation>
    </message>
    <message>
        <source>Reading the addresses</source>
        <translation>Adressen werden gelesen</translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation>%1 wurde kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were copied.</source>
        <translation>
            <numerusform>%Ln Adresse wurde kopiert.</numerusform>
            <numerusform>%Ln Adressen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note of %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>The note of %1 was removed.</source>
        <translation>Die Notiz von %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The note of %1 is now “%2”.</source>
        <translation>Die Notiz von %1 ist jetzt „%2“.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln addresses</source>
        <translation>
            <numerusform>%Ln Adresse löschen</numerusform>
            <numerusform>%Ln Adressen löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln addresses</source>
        <translation>
            <numerusform>%Ln Adresse exportieren</numerusform>
            <numerusform>%Ln Adressen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Export addresses</source>
        <translation>Adressen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were written to %1.</source>
        <translation>
            <numerusform>%Ln Adresse wurde in %1 geschrieben.</numerusform>
            <numerusform>%Ln Adressen wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A note has at most %n characters.</source>
        <translation>
            <numerusform>Eine Notiz hat höchstens %n Zeichen.</numerusform>
            <numerusform>Eine Notiz hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen …</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>The service has no room for another address. Delete one, or have its quota raised.</source>
        <translation>Der Dienst hat keinen Platz für eine weitere Adresse. Löschen Sie eine, oder lassen Sie das Kontingent erhöhen.</translation>
    </message>
    <message>
        <source>Filter by properties…</source>
        <translation>Nach Eigenschaften filtern…</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message numerus="yes">
        <source>Filters, %n on</source>
        <translation>
            <numerusform>Filter, %n aktiv</numerusform>
            <numerusform>Filter, %n aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter by properties (%1)</source>
        <translation>Nach Eigenschaften filtern (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln addresses used</source>
        <translation>
            <numerusform>%1 von %Ln Adresse belegt</numerusform>
            <numerusform>%1 von %Ln Adressen belegt</numerusform>
        </translation>
    </message>
    <message>
        <source>No address matches “%1”.</source>
        <translation>Keine Adresse passt zu „%1“.</translation>
    </message>
    <message>
        <source>No address contains “%1” and matches “%2”.</source>
        <translation>Keine Adresse enthält „%1“ und passt zu „%2“.</translation>
    </message>
</context>
<context>
    <name>ui::BulkBar</name>
    <message>
        <source>Untick all (Esc)</source>
        <translation>Alle abwählen (Esc)</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Alle abwählen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation>
            <numerusform>%Ln angekreuzt</numerusform>
            <numerusform>%Ln angekreuzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChainDrawing</name>
    <message>
        <source>It could not be asked: %1.</source>
        <translation>Sie konnte nicht gefragt werden: %1.</translation>
    </message>
    <message>
        <source>The zone above does not say that this one is signed (no DS record).</source>
        <translation>Die übergeordnete Zone sagt nicht, dass diese signiert ist (kein DS-Eintrag).</translation>
    </message>
    <message>
        <source>It is signed with algorithms that nobody verifies.</source>
        <translation>Sie ist mit Algorithmen signiert, die niemand prüft.</translation>
    </message>
    <message>
        <source>The zone above says that it is signed, but it publishes no key.</source>
        <translation>Die übergeordnete Zone sagt, dass sie signiert ist, aber sie veröffentlicht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>No DS record of the zone above is about any of its keys.</source>
        <translation>Kein DS-Eintrag der übergeordneten Zone betrifft einen ihrer Schlüssel.</translation>
    </message>
    <message>
        <source>Its keys are not signed.</source>
        <translation>Ihre Schlüssel sind nicht signiert.</translation>
    </message>
    <message>
        <source>Its signatures have expired.</source>
        <translation>Ihre Signaturen sind abgelaufen.</translation>
    </message>
    <message>
        <source>Its signatures are not valid yet.</source>
        <translation>Ihre Signaturen sind noch nicht gültig.</translation>
    </message>
    <message>
        <source>Its signatures are not made with its keys.</source>
        <translation>Ihre Signaturen stammen nicht von ihren Schlüsseln.</translation>
    </message>
    <message>
        <source>The zone above does not vouch for the DS records.</source>
        <translation>Die übergeordnete Zone bürgt nicht für die DS-Einträge.</translation>
    </message>
    <message>
        <source>Its records are not signed with its keys.</source>
        <translation>Ihre Einträge sind nicht mit ihren Schlüsseln signiert.</translation>
    </message>
    <message>
        <source>It depends on a link above.</source>
        <translation>Sie hängt von einem Glied darüber ab.</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>no such key</source>
        <translation>kein solcher Schlüssel</translation>
    </message>
    <message>
        <source>is about another key</source>
        <translation>betrifft einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>Trust anchor %1, %2: %3</source>
        <translation>Vertrauensanker %1, %2: %3</translation>
    </message>
    <message>
        <source>DS %1, %2: %3</source>
        <translation>DS %1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>Key %1, %2, %n bits</source>
        <translation>
            <numerusform>Schlüssel %1, %2, %n Bit</numerusform>
            <numerusform>Schlüssel %1, %2, %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>, signs keys</source>
        <translation>, signiert Schlüssel</translation>
    </message>
    <message>
        <source>Signatures valid until %1</source>
        <translation>Signaturen gültig bis %1</translation>
    </message>
    <message>
        <source>. (the root)</source>
        <translation>. (die Wurzel)</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>ui::ChainTab</name>
    <message>
        <source>From the trust anchor to the domain</source>
        <translation>Vom Vertrauensanker bis zur Domain</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>The same as a table (Ctrl+T)</source>
        <translation>Dasselbe als Tabelle (Strg+T)</translation>
    </message>
    <message>
        <source>DNSSEC chain</source>
        <translation>DNSSEC-Kette</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What it has</source>
        <translation>Was sie hat</translation>
    </message>
    <message>
        <source>DNSSEC chain as a table</source>
        <translation>DNSSEC-Kette als Tabelle</translation>
    </message>
    <message>
        <source>For the zone above</source>
        <translation>Für die übergeordnete Zone</translation>
    </message>
    <message>
        <source>Where the domain is registered these DS records have to be entered. Until they are, nobody can verify the signatures.</source>
        <translation>Wo die Domain registriert ist, müssen diese DS-Einträge eingetragen werden. Bis dahin kann niemand die Signaturen prüfen.</translation>
    </message>
    <message>
        <source>the DS records</source>
        <translation>DS-Einträge</translation>
    </message>
</context>
<context>
    <name>ui::ChangeWords</name>
    <message>
        <source>Change the rights of %1</source>
        <translation>Rechte von %1 ändern</translation>
    </message>
    <message>
        <source>can send; </source>
        <translation>darf senden; </translation>
    </message>
    <message>
        <source>can read but not send; </source>
        <translation>darf lesen, aber nicht senden; </translation>
    </message>
    <message>
        <source>allow “%1”</source>
        <translation>„%1“ erlauben</translation>
    </message>
    <message>
        <source>take away “%1”</source>
        <translation>„%1“ entziehen</translation>
    </message>
    <message>
        <source>Change the rights of %1 on %2</source>
        <translation>Rechte von %1 an %2 ändern</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <translation>%1 an %2: %3</translation>
    </message>
    <message>
        <source>%1: change %2</source>
        <translation>%1: %2 ändern</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 erstellen</translation>
    </message>
    <message>
        <source>Delete %1 with all its mail</source>
        <translation>%1 mit allen E-Mails löschen</translation>
    </message>
    <message>
        <source>Take the access of %1 to %2 away</source>
        <translation>%1 den Zugriff auf %2 entziehen</translation>
    </message>
    <message>
        <source>Disconnect all devices of %1</source>
        <translation>Alle Geräte von %1 trennen</translation>
    </message>
    <message>
        <source>Add the device %1 to %2</source>
        <translation>Gerät %1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>%1 von %2 trennen</translation>
    </message>
    <message>
        <source>Make a new password for %1 on %2</source>
        <translation>Neues Passwort für %1 an %2 erstellen</translation>
    </message>
    <message>
        <source>Give %1 access to %2: %3</source>
        <translation>%1 Zugriff auf %2 geben: %3</translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation>%1 wurde erstellt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were created.</source>
        <translation>
            <numerusform>%Ln Adresse wurde erstellt.</numerusform>
            <numerusform>%Ln Adressen wurden erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were deleted.</source>
        <translation>
            <numerusform>%Ln Adresse wurde gelöscht.</numerusform>
            <numerusform>%Ln Adressen wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses were changed.</source>
        <translation>
            <numerusform>%Ln Adresse wurde geändert.</numerusform>
            <numerusform>%Ln Adressen wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 now has access to %2.</source>
        <translation>%1 hat jetzt Zugriff auf %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users were added.</source>
        <translation>
            <numerusform>%Ln Nutzer wurde hinzugefügt.</numerusform>
            <numerusform>%Ln Nutzer wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 no longer has access to %2.</source>
        <translation>%1 hat keinen Zugriff mehr auf %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users were removed.</source>
        <translation>
            <numerusform>%Ln Nutzer wurde entfernt.</numerusform>
            <numerusform>%Ln Nutzer wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rights of %1 on %2 were changed.</source>
        <translation>Die Rechte von %1 an %2 wurden geändert.</translation>
    </message>
    <message numerus="yes">
        <source>The rights of %Ln users were changed.</source>
        <translation>
            <numerusform>Die Rechte von %Ln Nutzer wurden geändert.</numerusform>
            <numerusform>Die Rechte von %Ln Nutzern wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The device %1 was added to %2.</source>
        <translation>Das Gerät %1 wurde zu %2 hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln devices were added.</source>
        <translation>
            <numerusform>%Ln Gerät wurde hinzugefügt.</numerusform>
            <numerusform>%Ln Geräte wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was disconnected from %2.</source>
        <translation>%1 wurde von %2 getrennt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln devices were disconnected.</source>
        <translation>
            <numerusform>%Ln Gerät wurde getrennt.</numerusform>
            <numerusform>%Ln Geräte wurden getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The device %1 of %2 was changed.</source>
        <translation>Das Gerät %1 von %2 wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln devices were changed.</source>
        <translation>
            <numerusform>%Ln Gerät wurde geändert.</numerusform>
            <numerusform>%Ln Geräte wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The record %1 was created.</source>
        <translation>Der Eintrag %1 wurde erstellt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were created.</source>
        <translation>
            <numerusform>%Ln Eintrag wurde erstellt.</numerusform>
            <numerusform>%Ln Einträge wurden erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The record %1 was deleted.</source>
        <translation>Der Eintrag %1 wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were deleted.</source>
        <translation>
            <numerusform>%Ln Eintrag wurde gelöscht.</numerusform>
            <numerusform>%Ln Einträge wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The record %1 was changed.</source>
        <translation>Der Eintrag %1 wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were changed.</source>
        <translation>
            <numerusform>%Ln Eintrag wurde geändert.</numerusform>
            <numerusform>%Ln Einträge wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The zone %1 was created.</source>
        <translation>Die Zone %1 wurde erstellt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln zones were created.</source>
        <translation>
            <numerusform>%Ln Zone wurde erstellt.</numerusform>
            <numerusform>%Ln Zonen wurden erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The zone %1 was deleted.</source>
        <translation>Die Zone %1 wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln zones were deleted.</source>
        <translation>
            <numerusform>%Ln Zone wurde gelöscht.</numerusform>
            <numerusform>%Ln Zonen wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The zone %1 was changed.</source>
        <translation>Die Zone %1 wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln zones were changed.</source>
        <translation>
            <numerusform>%Ln Zone wurde geändert.</numerusform>
            <numerusform>%Ln Zonen wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The DKIM key %1 was made.</source>
        <translation>Der DKIM-Schlüssel %1 wurde erzeugt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln DKIM keys were made.</source>
        <translation>
            <numerusform>%Ln DKIM-Schlüssel wurde erzeugt.</numerusform>
            <numerusform>%Ln DKIM-Schlüssel wurden erzeugt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The DKIM key %1 was deleted.</source>
        <translation>Der DKIM-Schlüssel %1 wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln DKIM keys were deleted.</source>
        <translation>
            <numerusform>%Ln DKIM-Schlüssel wurde gelöscht.</numerusform>
            <numerusform>%Ln DKIM-Schlüssel wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The DKIM key %1 was changed.</source>
        <translation>Der DKIM-Schlüssel %1 wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln DKIM keys were changed.</source>
        <translation>
            <numerusform>%Ln DKIM-Schlüssel wurde geändert.</numerusform>
            <numerusform>%Ln DKIM-Schlüssel wurden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>All devices of %1 were disconnected.</source>
        <translation>Alle Geräte von %1 wurden getrennt.</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 hat ein neues Passwort.</translation>
    </message>
    <message>
        <source>The rights of %1 on %2 are as before.</source>
        <translation>Die Rechte von %1 an %2 sind wie vorher.</translation>
    </message>
    <message>
        <source>%1 is as before.</source>
        <translation>%1 ist wie vorher.</translation>
    </message>
    <message>
        <source>%1 now has access to %2: %3</source>
        <translation>%1 hat jetzt Zugriff auf %2: %3</translation>
    </message>
    <message>
        <source>%1 of %2 was changed.</source>
        <translation>%1 von %2: geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects are as before.</source>
        <translation>
            <numerusform>%Ln Objekt ist wie vorher.</numerusform>
            <numerusform>%Ln Objekte sind wie vorher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes were made.</source>
        <translation>
            <numerusform>%Ln Änderung wurde ausgeführt.</numerusform>
            <numerusform>%Ln Änderungen wurden ausgeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Changes</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry failed rows</source>
        <translation>Fehlgeschlagene Zeilen erneut versuchen</translation>
    </message>
    <message>
        <source>Staged for later: %1</source>
        <translation>Für später vorgemerkt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln staged change(s)</source>
        <translation>
            <numerusform>%Ln vorgemerkte Änderung</numerusform>
            <numerusform>%Ln vorgemerkte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>It was undone already.</source>
        <translation>Es wurde bereits rückgängig gemacht.</translation>
    </message>
    <message>
        <source>“%1” cannot be undone.</source>
        <translation>„%1“ kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln staged change(s) discarded</source>
        <translation>
            <numerusform>%Ln vorgemerkte Änderung verworfen</numerusform>
            <numerusform>%Ln vorgemerkte Änderungen verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone. %1</source>
        <translation>Rückgängig gemacht. %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln changes were not made.</source>
        <translation>
            <numerusform>%1 %Ln Änderung wurde nicht ausgeführt.</numerusform>
            <numerusform>%1 %Ln Änderungen wurden nicht ausgeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln staged change(s) were applied.</source>
        <translation>
            <numerusform>%Ln vorgemerkte Änderung wurde angewendet.</numerusform>
            <numerusform>%Ln vorgemerkte Änderungen wurden angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were not.</source>
        <translation>
            <numerusform>%Ln wurde es nicht.</numerusform>
            <numerusform>%Ln wurden es nicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChipBar</name>
    <message>
        <source>Filters that are on</source>
        <translation>Aktive Filter</translation>
    </message>
    <message>
        <source>Take away the filter “%1”</source>
        <translation>Den Filter „%1“ aufheben</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Take away all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What to do or to open</source>
        <translation>Was zu tun oder zu öffnen ist</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Search all addresses of all services</source>
        <translation>Alle Adressen aller Dienste durchsuchen</translation>
    </message>
    <message>
        <source>Type an action, a page or an address</source>
        <translation>Aktion, Seite oder Adresse eingeben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The addresses are being read</source>
        <translation>Die Adressen werden gelesen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Read the names of all addresses</source>
        <translation>Namen aller Adressen lesen</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
</context>
<context>
    <name>ui::CreateAddress</name>
    <message>
        <source>Create an address</source>
        <translation>Adresse erstellen</translation>
    </message>
    <message>
        <source>Create address</source>
        <translation>Adresse erstellen</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 erstellen</translation>
    </message>
    <message>
        <source>You get access with all rights.</source>
        <translation>Sie erhalten Zugriff mit allen Rechten.</translation>
    </message>
    <message>
        <source>Nobody has access yet, and there is no password. Mail for the address is received and kept.</source>
        <translation>Noch hat niemand Zugriff, und es gibt kein Passwort. E-Mails an die Adresse werden empfangen und aufbewahrt.</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>%1 wird erstellt</translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation>%1 wurde erstellt.</translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation>Für später vorgemerkt</translation>
    </message>
    <message>
        <source>The mail service does not answer. The address will be created after a review when it is back.</source>
        <translation>Der Dienst antwortet nicht. Die Adresse wird nach einer Durchsicht erstellt, wenn er wieder antwortet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message>
        <source>%1 exists, but not all was done</source>
        <translation>%1 ist vorhanden, aber nicht alles wurde erledigt</translation>
    </message>
    <message>
        <source>It receives mail now. It has no password and no user: add a device password or a user when you need to read it.</source>
        <translation>Sie empfängt jetzt E-Mails. Sie hat kein Passwort und keinen Nutzer: Fügen Sie ein Gerätepasswort oder einen Nutzer hinzu, wenn sie gelesen werden soll.</translation>
    </message>
    <message>
        <source>Add a device password</source>
        <translation>Gerätepasswort hinzufügen</translation>
    </message>
    <message>
        <source>Open the address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>Create another</source>
        <translation>Weitere erstellen</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln people of the organisation get access, with the rights that new users get here.</source>
        <translation>
            <numerusform>Die eine Person der Organisation erhält Zugriff, mit den Rechten, die neue Nutzer hier bekommen.</numerusform>
            <numerusform>Alle %Ln Personen der Organisation erhalten Zugriff, mit den Rechten, die neue Nutzer hier bekommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All people of the organisation get access, with the rights that new users get here.</source>
        <translation>Alle Personen der Organisation erhalten Zugriff, mit den Rechten, die neue Nutzer hier bekommen.</translation>
    </message>
    <message>
        <source>They can read but not send.</source>
        <translation>Sie können lesen, aber nicht senden.</translation>
    </message>
    <message>
        <source>Whoever joins later has no access until you add them.</source>
        <translation>Wer später dazukommt, hat keinen Zugriff, bis Sie die Person hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have access.</source>
        <translation>
            <numerusform>%Ln Person hat Zugriff.</numerusform>
            <numerusform>%Ln Personen haben Zugriff.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail programs need a device password of their own.</source>
        <translation>Mailprogramme brauchen ein eigenes Gerätepasswort.</translation>
    </message>
    <message>
        <source>It has no password and no user: add a device password or a user when you need to read it.</source>
        <translation>Sie hat kein Passwort und keinen Nutzer: Fügen Sie ein Gerätepasswort oder einen Nutzer hinzu, wenn sie gelesen werden soll.</translation>
    </message>
</context>
<context>
    <name>ui::DevicePassword</name>
    <message>
        <source>This password is shown once. Copy it into the mail program now; when it is lost, make a new one.</source>
        <translation>Dieses Passwort wird einmal angezeigt. Kopieren Sie es jetzt in das Mailprogramm; geht es verloren, erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>Settings of the mail program</source>
        <translation>Einstellungen des Mailprogramms</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>This mail service does not tell its server and ports.</source>
        <translation>Dieser Dienst teilt Server und Ports nicht mit.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1 port (SSL/TLS)</source>
        <translation>%1-Port (SSL/TLS)</translation>
    </message>
    <message>
        <source>%1 port (STARTTLS)</source>
        <translation>%1-Port (STARTTLS)</translation>
    </message>
    <message>
        <source>IMAP</source>
        <translation>IMAP</translation>
    </message>
    <message>
        <source>POP3</source>
        <translation>POP3</translation>
    </message>
    <message>
        <source>SMTP</source>
        <translation>SMTP</translation>
    </message>
    <message>
        <source>Log in with the full address for receiving and for sending; the password is the same for both.</source>
        <translation>Melden Sie sich zum Empfangen und zum Senden mit der ganzen Adresse an; das Passwort ist für beides dasselbe.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>New password of %1</source>
        <translation>Neues Passwort von %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close without copying the password?</source>
        <translation>Schließen, ohne das Passwort zu kopieren?</translation>
    </message>
    <message>
        <source>It is not shown again. When it is lost, make a new one for this device.</source>
        <translation>Es wird nicht noch einmal angezeigt. Geht es verloren, erstellen Sie für dieses Gerät ein neues.</translation>
    </message>
    <message>
        <source>The mail servers do not know this password yet. It works as soon as they do; one before it works until then.</source>
        <translation>Die Mailserver kennen dieses Passwort noch nicht. Es gilt, sobald sie es kennen; bis dahin gilt ein früheres weiter.</translation>
    </message>
</context>
<context>
    <name>ui::DeviceStep</name>
    <message>
        <source>Which device or program is it?</source>
        <translation>Welches Gerät oder Programm ist es?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Every device gets a password of its own, so that one can be disconnected without touching the others.</source>
        <translation>Jedes Gerät erhält ein eigenes Passwort, damit sich eines trennen lässt, ohne die anderen zu berühren.</translation>
    </message>
    <message>
        <source>&amp;Name of the device</source>
        <translation>&amp;Name des Geräts</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>Name des Geräts</translation>
    </message>
    <message>
        <source>Such as “Ana’s phone” or “Printer, 2nd floor”</source>
        <translation>Etwa „Anas Telefon“ oder „Drucker, 2. Stock“</translation>
    </message>
    <message>
        <source>Give the device a name that you will recognise later.</source>
        <translation>Geben Sie dem Gerät einen Namen, den Sie später wiedererkennen.</translation>
    </message>
    <message numerus="yes">
        <source>The name has at most %n characters.</source>
        <translation>
            <numerusform>Der Name hat höchstens %n Zeichen.</numerusform>
            <numerusform>Der Name hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeviceUserStep</name>
    <message>
        <source>Who uses it?</source>
        <translation>Wer nutzt es?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Without user</source>
        <translation>Ohne Nutzer</translation>
    </message>
    <message>
        <source>No person&apos;s rights bind a device without user: it can always send, even when the right to send is taken from everybody. For printers, scanners and programs.</source>
        <translation>Ein Gerät ohne Nutzer ist an keine Rechte gebunden: Es kann immer senden, auch wenn allen das Recht zum Senden entzogen ist. Für Drucker, Scanner und Programme.</translation>
    </message>
    <message>
        <source>%1 may not send from this address: the device will fetch mail, but the server refuses its sending and the program asks for a password again and again.</source>
        <translation>%1 darf von dieser Adresse nicht senden: Das Gerät ruft E-Mails ab, aber der Server weist sein Senden zurück, und das Programm fragt immer wieder nach einem Passwort.</translation>
    </message>
    <message>
        <source>The device is bound by the rights of %1: when the right to send is taken away, the device can no longer send.</source>
        <translation>Das Gerät ist an die Rechte von %1 gebunden: Wird das Recht zum Senden entzogen, kann das Gerät nicht mehr senden.</translation>
    </message>
</context>
<context>
    <name>ui::DevicesTab</name>
    <message>
        <source>Each device has a password of its own for reading and sending with a mail program. Web mail is not affected by what is done here.</source>
        <translation>Jedes Gerät hat ein eigenes Passwort zum Lesen und Senden mit einem Mailprogramm. Webmail bleibt von dem, was hier geschieht, unberührt.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Disconnect all devices…</source>
        <translation>Alle Geräte trennen…</translation>
    </message>
    <message>
        <source>Makes a new password and cuts the current connection. The device can come back with the new one.</source>
        <translation>Erstellt ein neues Passwort und kappt die bestehende Verbindung. Mit dem neuen kann das Gerät wiederkommen.</translation>
    </message>
    <message>
        <source>Removes the device, its password and its connection.</source>
        <translation>Entfernt das Gerät, sein Passwort und seine Verbindung.</translation>
    </message>
    <message>
        <source>Removes every device password of this address.</source>
        <translation>Entfernt jedes Gerätepasswort dieser Adresse.</translation>
    </message>
    <message>
        <source>The mail service does not answer. A password is made and shown at once, so it has to wait.</source>
        <translation>Der Dienst antwortet nicht. Ein Passwort wird sofort erstellt und angezeigt, darum muss es warten.</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>Noch keine Geräte</translation>
    </message>
    <message>
        <source>Nobody can log in with a mail program. Add a device to get a password.</source>
        <translation>Niemand kann sich mit einem Mailprogramm anmelden. Fügen Sie ein Gerät hinzu, um ein Passwort zu erhalten.</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Reading the devices</source>
        <translation>Geräte werden gelesen</translation>
    </message>
    <message>
        <source>The devices were not read yet</source>
        <translation>Die Geräte wurden noch nicht gelesen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Make a new password for %1?</source>
        <translation>Neues Passwort für %1 erstellen?</translation>
    </message>
    <message>
        <source>The current connection is cut and the old password is refused at once. The device can come back when the new password is typed into its mail program. Other devices are not touched.</source>
        <translation>Die bestehende Verbindung wird gekappt und das alte Passwort sofort abgelehnt. Das Gerät kann wiederkommen, wenn das neue Passwort in sein Mailprogramm eingegeben ist. Andere Geräte bleiben unberührt.</translation>
    </message>
    <message>
        <source>Make a new password</source>
        <translation>Neues Passwort erstellen</translation>
    </message>
    <message>
        <source>New password for %1 on %2</source>
        <translation>Neues Passwort für %1 an %2</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 hat ein neues Passwort.</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>%1 von %2 trennen</translation>
    </message>
    <message>
        <source>all devices of %1</source>
        <translation>alle Geräte von %1</translation>
    </message>
    <message>
        <source>Disconnect all devices of %1</source>
        <translation>Alle Geräte von %1 trennen</translation>
    </message>
</context>
<context>
    <name>ui::DkimStep</name>
    <message>
        <source>What kind of key?</source>
        <translation>Welche Art von Schlüssel?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>RSA, 2048 bits. Everybody can verify it</source>
        <translation>RSA, 2048 Bit. Jeder kann ihn prüfen</translation>
    </message>
    <message>
        <source>Ed25519. Short and fast; not every receiver knows it, so keep an RSA key beside it</source>
        <translation>Ed25519. Kurz und schnell; nicht jeder Empfänger kennt es, behalten Sie daher einen RSA-Schlüssel daneben</translation>
    </message>
    <message>
        <source>made from today&apos;s date</source>
        <translation>aus dem heutigen Datum gebildet</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>The name under which the key is published. Leave it empty, and the mail host chooses one.</source>
        <translation>Der Name, unter dem der Schlüssel veröffentlicht wird. Bleibt er leer, wählt der Mailserver einen.</translation>
    </message>
    <message>
        <source>Letters, digits, hyphens and dots are possible.</source>
        <translation>Möglich sind Buchstaben, Ziffern, Bindestriche und Punkte.</translation>
    </message>
    <message>
        <source>There is a key under this selector already.</source>
        <translation>Unter diesem Selektor gibt es schon einen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>ui::DkimTab</name>
    <message>
        <source>made, signs nothing yet</source>
        <translation>erzeugt, signiert noch nichts</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>retires, published until %1</source>
        <translation>läuft aus, veröffentlicht bis %1</translation>
    </message>
    <message>
        <source>retires, still published</source>
        <translation>läuft aus, noch veröffentlicht</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>RSA, %1 bits</source>
        <translation>RSA, %1 Bit</translation>
    </message>
    <message>
        <source>The new keys are being published.</source>
        <translation>Die neuen Schlüssel werden veröffentlicht.</translation>
    </message>
    <message>
        <source>Waiting until every name server tells the new keys.</source>
        <translation>Es wird gewartet, bis jeder Nameserver die neuen Schlüssel nennt.</translation>
    </message>
    <message>
        <source>The new keys begin to sign.</source>
        <translation>Die neuen Schlüssel beginnen zu signieren.</translation>
    </message>
    <message>
        <source>The new keys sign. The old ones stay published until %1.</source>
        <translation>Die neuen Schlüssel signieren. Die alten bleiben bis %1 veröffentlicht.</translation>
    </message>
    <message>
        <source>The old keys are being withdrawn.</source>
        <translation>Die alten Schlüssel werden zurückgezogen.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Each key is published under a selector. There may be as many as you like; receivers take the one that the signature names.</source>
        <translation>Jeder Schlüssel wird unter einem Selektor veröffentlicht. Es können beliebig viele sein; Empfänger nehmen den, den die Signatur nennt.</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Wechseln…</translation>
    </message>
    <message>
        <source>Progress of the rotation</source>
        <translation>Fortschritt des Schlüsselwechsels</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In DNS</source>
        <translation>Im DNS</translation>
    </message>
    <message>
        <source>Signs since</source>
        <translation>Signiert seit</translation>
    </message>
    <message>
        <source>DKIM keys</source>
        <translation>DKIM-Schlüssel</translation>
    </message>
    <message>
        <source>Test the signature</source>
        <translation>Signatur testen</translation>
    </message>
    <message>
        <source>The mail host signs a message as it signs everything that leaves it, and the signature is verified here against what DNS tells.</source>
        <translation>Der Mailserver signiert eine Nachricht so wie alles, was ihn verlässt, und die Signatur wird hier gegen das geprüft, was im DNS steht.</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>Show the record to publish…</source>
        <translation>Zu veröffentlichenden Eintrag zeigen…</translation>
    </message>
    <message>
        <source>Let it sign</source>
        <translation>Signieren lassen</translation>
    </message>
    <message>
        <source>The key signs what leaves the mail host.</source>
        <translation>Der Schlüssel signiert, was den Mailserver verlässt.</translation>
    </message>
    <message>
        <source>Let it sign no more</source>
        <translation>Nicht mehr signieren lassen</translation>
    </message>
    <message>
        <source>The key signs no more; it stays published for what is under way.</source>
        <translation>Der Schlüssel signiert nicht mehr; er bleibt für das veröffentlicht, was unterwegs ist.</translation>
    </message>
    <message>
        <source>Withdraw it from DNS</source>
        <translation>Aus dem DNS zurückziehen</translation>
    </message>
    <message>
        <source>The key was withdrawn.</source>
        <translation>Der Schlüssel wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>not of this mail host</source>
        <translation>nicht von diesem Mailserver</translation>
    </message>
    <message>
        <source>No DKIM key</source>
        <translation>Kein DKIM-Schlüssel</translation>
    </message>
    <message>
        <source>Messages leave unsigned. Make a key, and receivers can tell yours from forged ones.</source>
        <translation>Nachrichten gehen unsigniert hinaus. Erzeugen Sie einen Schlüssel, dann können Empfänger Ihre Nachrichten von gefälschten unterscheiden.</translation>
    </message>
    <message>
        <source>Choose a key of this mail host.</source>
        <translation>Wählen Sie einen Schlüssel dieses Mailservers.</translation>
    </message>
    <message>
        <source>The key does not sign.</source>
        <translation>Der Schlüssel signiert nicht.</translation>
    </message>
    <message>
        <source>A key that signs has to stay published.</source>
        <translation>Ein Schlüssel, der signiert, muss veröffentlicht bleiben.</translation>
    </message>
    <message>
        <source>A key that signs cannot be deleted.</source>
        <translation>Ein Schlüssel, der signiert, kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>DKIM key %1 of %2</source>
        <translation>DKIM-Schlüssel %1 von %2</translation>
    </message>
    <message>
        <source>Delete the DKIM key %1 of %2</source>
        <translation>DKIM-Schlüssel %1 von %2 löschen</translation>
    </message>
    <message>
        <source>Rotate the DKIM keys of %1?</source>
        <translation>DKIM-Schlüssel von %1 wechseln?</translation>
    </message>
    <message>
        <source>New keys are made and published. When every name server tells them, they sign in place of the old ones, which stay published for seven more days, so that mail under way can still be verified. Nothing leaves unsigned meanwhile.</source>
        <translation>Neue Schlüssel werden erzeugt und veröffentlicht. Sobald jeder Nameserver sie nennt, signieren sie anstelle der alten; diese bleiben noch sieben Tage veröffentlicht, damit sich Mail, die unterwegs ist, weiter prüfen lässt. Nichts geht währenddessen unsigniert hinaus.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Sign what leaves %1?</source>
        <translation>Signieren, was von %1 hinausgeht?</translation>
    </message>
    <message>
        <source>The mail host makes a key and publishes it. As soon as every name server tells it, every message that leaves is signed.</source>
        <translation>Der Mailserver erzeugt einen Schlüssel und veröffentlicht ihn. Sobald jeder Nameserver ihn nennt, wird jede hinausgehende Nachricht signiert.</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Rotate the DKIM keys of %1</source>
        <translation>DKIM-Schlüssel von %1 wechseln</translation>
    </message>
    <message>
        <source>Look at the rotation</source>
        <translation>Nach dem Schlüsselwechsel sehen</translation>
    </message>
    <message>
        <source>The keys were rotated.</source>
        <translation>Die Schlüssel wurden gewechselt.</translation>
    </message>
    <message>
        <source>The rotation was stopped; what it did stays.</source>
        <translation>Der Schlüsselwechsel wurde angehalten; was er schon getan hat, bleibt.</translation>
    </message>
    <message>
        <source>The rotation failed: %1 The old keys go on signing.</source>
        <translation>Der Schlüsselwechsel ist fehlgeschlagen: %1 Die alten Schlüssel signieren weiter.</translation>
    </message>
    <message>
        <source>Rotation, step %1 of %2: %3</source>
        <translation>Schlüsselwechsel, Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Stop the rotation</source>
        <translation>Schlüsselwechsel anhalten</translation>
    </message>
    <message>
        <source>The mail service does not answer.</source>
        <translation>Der Dienst antwortet nicht.</translation>
    </message>
    <message>
        <source>The mail host signs a message…</source>
        <translation>Der Mailserver signiert eine Nachricht…</translation>
    </message>
    <message>
        <source>Test the DKIM signature of %1</source>
        <translation>DKIM-Signatur von %1 testen</translation>
    </message>
    <message>
        <source>The mail host did not sign the message.</source>
        <translation>Der Mailserver hat die Nachricht nicht signiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) verify.</source>
        <translation>
            <numerusform>%n Signatur stimmt.</numerusform>
            <numerusform>%n Signaturen stimmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every signature verifies.</source>
        <translation>Nicht jede Signatur stimmt.</translation>
    </message>
</context>
<context>
    <name>ui::DkimWizard</name>
    <message>
        <source>New DKIM key</source>
        <translation>Neuer DKIM-Schlüssel</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Its record is published with it. It signs nothing until you let it.</source>
        <translation>Sein Eintrag wird mit ihm veröffentlicht. Er signiert nichts, bis Sie ihn signieren lassen.</translation>
    </message>
    <message>
        <source>You will get the record to publish. It signs nothing until the record is seen.</source>
        <translation>Sie erhalten den Eintrag, der zu veröffentlichen ist. Der Schlüssel signiert nichts, bis der Eintrag zu sehen ist.</translation>
    </message>
    <message>
        <source>Make a DKIM key for %1</source>
        <translation>DKIM-Schlüssel für %1 erzeugen</translation>
    </message>
    <message>
        <source>Making the key</source>
        <translation>Schlüssel wird erzeugt</translation>
    </message>
    <message>
        <source>The DKIM key was made.</source>
        <translation>Der DKIM-Schlüssel wurde erzeugt.</translation>
    </message>
    <message>
        <source>The key %1 is made</source>
        <translation>Der Schlüssel %1 ist erzeugt</translation>
    </message>
    <message>
        <source>Its record is in the zone. Receivers can verify with it as soon as every name server tells it.</source>
        <translation>Sein Eintrag steht in der Zone. Empfänger können damit prüfen, sobald jeder Nameserver ihn nennt.</translation>
    </message>
    <message>
        <source>Publish this record where the DNS of the domain is kept:</source>
        <translation>Veröffentlichen Sie diesen Eintrag dort, wo das DNS der Domain geführt wird:</translation>
    </message>
    <message>
        <source>Let it sign when it is seen</source>
        <translation>Signieren lassen, sobald er zu sehen ist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Wait until the key %1 is seen</source>
        <translation>Warten, bis der Schlüssel %1 zu sehen ist</translation>
    </message>
    <message>
        <source>DKIM key %1 of %2</source>
        <translation>DKIM-Schlüssel %1 von %2</translation>
    </message>
    <message>
        <source>The key signs what leaves the mail host.</source>
        <translation>Der Schlüssel signiert, was den Mailserver verlässt.</translation>
    </message>
</context>
<context>
    <name>ui::DmarcStep</name>
    <message>
        <source>What shall receivers do with messages that forge %1?</source>
        <translation>Was sollen Empfänger mit Nachrichten tun, die %1 fälschen?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>A record of my own</source>
        <translation>Ein eigener Eintrag</translation>
    </message>
    <message>
        <source>Deliver them, and only report (none). To find out who sends</source>
        <translation>Zustellen und nur berichten (none). Um herauszufinden, wer sendet</translation>
    </message>
    <message>
        <source>Put them into spam (quarantine)</source>
        <translation>In den Spam legen (quarantine)</translation>
    </message>
    <message>
        <source>Refuse them (reject). The strongest protection</source>
        <translation>Ablehnen (reject). Der stärkste Schutz</translation>
    </message>
    <message>
        <source>%1 – recommended</source>
        <translation>%1 – empfohlen</translation>
    </message>
    <message>
        <source>Send daily reports to (optional)</source>
        <translation>Tägliche Berichte senden an (freiwillig)</translation>
    </message>
    <message>
        <source>Addresses for reports</source>
        <translation>Adressen für Berichte</translation>
    </message>
    <message>
        <source>reports@%1</source>
        <translation>berichte@%1</translation>
    </message>
    <message>
        <source>DMARC record</source>
        <translation>DMARC-Eintrag</translation>
    </message>
    <message>
        <source>“%1” is not an address.</source>
        <translation>„%1“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>A DMARC record begins with “v=DMARC1;”.</source>
        <translation>Ein DMARC-Eintrag beginnt mit „v=DMARC1;“.</translation>
    </message>
    <message>
        <source>Receivers would pass it over: %1.</source>
        <translation>Empfänger würden ihn übergehen: %1.</translation>
    </message>
    <message>
        <source>Worth a look: %1.</source>
        <translation>Einen Blick wert: %1.</translation>
    </message>
    <message>
        <source>SPF and DKIM are not in order yet. With this policy your own mail may be refused: put them in order first.</source>
        <translation>SPF und DKIM sind noch nicht in Ordnung. Mit dieser Richtlinie wird womöglich Ihre eigene Mail abgelehnt: Bringen Sie beide zuerst in Ordnung.</translation>
    </message>
    <message>
        <source>Without an address for reports nobody tells you what is refused.</source>
        <translation>Ohne eine Adresse für Berichte erfahren Sie nicht, was abgelehnt wird.</translation>
    </message>
    <message>
        <source>%1 has to agree to get reports about your domain, by a TXT record at %2.</source>
        <translation>%1 muss zustimmen, Berichte über Ihre Domain zu erhalten, mit einem TXT-Eintrag bei %2.</translation>
    </message>
    <message>
        <source>This is what is published already.</source>
        <translation>Das ist schon so veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>ui::DmarcTab</name>
    <message>
        <source>deliver it</source>
        <translation>zustellen</translation>
    </message>
    <message>
        <source>put it into spam</source>
        <translation>in den Spam legen</translation>
    </message>
    <message>
        <source>refuse it</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>passed, for this domain</source>
        <translation>bestanden, für diese Domain</translation>
    </message>
    <message>
        <source>passed, for another domain</source>
        <translation>bestanden, für eine andere Domain</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>The record, part by part</source>
        <translation>Der Eintrag, Teil für Teil</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er sagt</translation>
    </message>
    <message>
        <source>Parts of the DMARC record</source>
        <translation>Teile des DMARC-Eintrags</translation>
    </message>
    <message>
        <source>What receivers do with a message that says to be from here</source>
        <translation>Was Empfänger mit einer Nachricht tun, die angibt, von hier zu sein</translation>
    </message>
    <message>
        <source>SPF</source>
        <translation>SPF</translation>
    </message>
    <message>
        <source>DKIM</source>
        <translation>DKIM</translation>
    </message>
    <message>
        <source>Receivers are asked to</source>
        <translation>Empfänger sollen sie</translation>
    </message>
    <message>
        <source>Effect of DMARC</source>
        <translation>Wirkung von DMARC</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Receivers send a summary once a day: who sends for the domain, and what they did with it.</source>
        <translation>Empfänger senden einmal am Tag eine Zusammenfassung: wer für die Domain sendet und was sie damit getan haben.</translation>
    </message>
    <message>
        <source>Address for reports</source>
        <translation>Adresse für Berichte</translation>
    </message>
    <message>
        <source>reports@example.org</source>
        <translation>berichte@example.org</translation>
    </message>
    <message>
        <source>Add address…</source>
        <translation>Adresse hinzufügen…</translation>
    </message>
    <message>
        <source>The domain has no DMARC record.</source>
        <translation>Die Domain hat keinen DMARC-Eintrag.</translation>
    </message>
    <message>
        <source>Published at _dmarc.%1.</source>
        <translation>Veröffentlicht bei _dmarc.%1.</translation>
    </message>
    <message>
        <source>Inherited from _dmarc.%1.</source>
        <translation>Geerbt von _dmarc.%1.</translation>
    </message>
    <message>
        <source>Forged messages: receivers are asked to %1.</source>
        <translation>Gefälschte Nachrichten sollen Empfänger so behandeln: %1.</translation>
    </message>
    <message>
        <source>The same below the domain: %1.</source>
        <translation>Ebenso unterhalb der Domain: %1.</translation>
    </message>
    <message>
        <source>Below the domain where there is no such name: %1.</source>
        <translation>Unterhalb der Domain, wo es den Namen nicht gibt: %1.</translation>
    </message>
    <message>
        <source>Only %1 of 100 forged messages are treated so.</source>
        <translation>Nur %1 von 100 gefälschten Nachrichten werden so behandelt.</translation>
    </message>
    <message>
        <source>A test: receivers act one step milder.</source>
        <translation>Ein Test: Empfänger verfahren eine Stufe milder.</translation>
    </message>
    <message>
        <source>SPF counts for exactly this domain only.</source>
        <translation>SPF zählt nur für genau diese Domain.</translation>
    </message>
    <message>
        <source>SPF counts for names below the domain, too.</source>
        <translation>SPF zählt auch für Namen unterhalb der Domain.</translation>
    </message>
    <message>
        <source>DKIM counts for exactly this domain only.</source>
        <translation>DKIM zählt nur für genau diese Domain.</translation>
    </message>
    <message>
        <source>DKIM counts for names below the domain, too.</source>
        <translation>DKIM zählt auch für Namen unterhalb der Domain.</translation>
    </message>
    <message>
        <source>deliver it: it is genuine</source>
        <translation>zustellen: Sie ist echt</translation>
    </message>
    <message>
        <source>%1 (%2 of 100; the others: %3)</source>
        <translation>%1 (%2 von 100; die übrigen: %3)</translation>
    </message>
    <message>
        <source>each failed message</source>
        <translation>jede Nachricht, die nicht bestanden hat</translation>
    </message>
    <message>
        <source>daily summary</source>
        <translation>tägliche Zusammenfassung</translation>
    </message>
    <message>
        <source>Send no more reports to %1</source>
        <translation>Keine Berichte mehr an %1 senden</translation>
    </message>
    <message>
        <source>Send no more DMARC reports to %1</source>
        <translation>Keine DMARC-Berichte mehr an %1 senden</translation>
    </message>
    <message>
        <source>Nobody gets reports.</source>
        <translation>Niemand erhält Berichte.</translation>
    </message>
    <message>
        <source>An address has the form name@domain.</source>
        <translation>Eine Adresse hat die Form name@domain.</translation>
    </message>
    <message>
        <source>Send DMARC reports to %1</source>
        <translation>DMARC-Berichte an %1 senden</translation>
    </message>
    <message>
        <source>Each failed message, too</source>
        <translation>Auch jede durchgefallene Nachricht</translation>
    </message>
    <message>
        <source>Besides the daily summary, a copy of each message that fails (ruf). Few receivers send them, and they can hold what others wrote.</source>
        <translation>Neben der täglichen Zusammenfassung eine Kopie jeder Nachricht, die durchfällt (ruf). Wenige Empfänger senden sie, und sie können enthalten, was andere geschrieben haben.</translation>
    </message>
</context>
<context>
    <name>ui::DmarcWizard</name>
    <message>
        <source>DMARC</source>
        <translation>DMARC</translation>
    </message>
</context>
<context>
    <name>ui::DnsChoice</name>
    <message>
        <source>How to ask DNS</source>
        <translation>Wie DNS gefragt wird</translation>
    </message>
    <message>
        <source>As this computer does</source>
        <translation>So, wie es dieser Computer tut</translation>
    </message>
    <message>
        <source>These servers</source>
        <translation>Diese Server</translation>
    </message>
    <message>
        <source>Addresses of DNS servers</source>
        <translation>Adressen von DNS-Servern</translation>
    </message>
    <message>
        <source>From the root down, asking nobody in between</source>
        <translation>Von der Wurzel abwärts, ohne jemanden dazwischen zu fragen</translation>
    </message>
    <message>
        <source>DNSSEC is verified on this computer in each case. Zones of a private mail host are always asked at that host.</source>
        <translation>DNSSEC wird in jedem Fall auf diesem Computer geprüft. Zonen eines privaten Mailservers werden immer bei diesem abgefragt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server.</source>
        <translation>„%1“ ist nicht die Adresse eines Servers.</translation>
    </message>
    <message>
        <source>At least one address is needed.</source>
        <translation>Mindestens eine Adresse wird gebraucht.</translation>
    </message>
    <message>
        <source>Trust &amp;anchors, when not those of the root</source>
        <translation>Vertrauens&amp;anker, wenn nicht die der Wurzel</translation>
    </message>
    <message>
        <source>example.org. IN DS 12345 13 2 49fd…</source>
        <translation>example.org. IN DS 12345 13 2 49fd…</translation>
    </message>
    <message>
        <source>Each line must be a DS or DNSKEY record.</source>
        <translation>Jede Zeile muss ein DS- oder DNSKEY-Eintrag sein.</translation>
    </message>
</context>
<context>
    <name>ui::DnssecTab</name>
    <message>
        <source>Signed with DNSSEC</source>
        <translation>Mit DNSSEC signiert</translation>
    </message>
    <message>
        <source>With DNSSEC resolvers can tell that an answer is the zone&apos;s own. DANE (TLSA), SSHFP and S/MIME records count only then.</source>
        <translation>Mit DNSSEC erkennen Resolver, dass eine Antwort wirklich aus der Zone stammt. Einträge für DANE (TLSA), SSHFP und S/MIME zählen nur dann.</translation>
    </message>
    <message>
        <source>Sign the zone</source>
        <translation>Zone signieren</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>For the registrar</source>
        <translation>Für den Registrar</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Nameserver</translation>
    </message>
    <message>
        <source>The registrar must name these servers for the domain, or nobody sees this zone.</source>
        <translation>Der Registrar muss diese Server für die Domain eintragen, sonst sieht niemand diese Zone.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>The service does not tell whether the zone is signed.</source>
        <translation>Der Dienst sagt nicht, ob die Zone signiert ist.</translation>
    </message>
    <message>
        <source>Answers of this zone can be forged on their way.</source>
        <translation>Antworten dieser Zone lassen sich unterwegs fälschen.</translation>
    </message>
    <message>
        <source>The service signs the zone. Where it is the registrar of the domain, too, it hands the DS record over by itself; otherwise its own manager shows the record.</source>
        <translation>Der Dienst signiert die Zone. Ist er auch Registrar der Domain, übergibt er den DS-Eintrag selbst; sonst zeigt ihn seine eigene Verwaltung.</translation>
    </message>
    <message>
        <source>The service signs the zone. It counts once the zone above has the DS record.</source>
        <translation>Der Dienst signiert die Zone. Es zählt, sobald die übergeordnete Zone den DS-Eintrag hat.</translation>
    </message>
    <message>
        <source>The DS record was copied.</source>
        <translation>Der DS-Eintrag wurde kopiert.</translation>
    </message>
    <message>
        <source>Hand this DS record to the registrar of the domain; it goes into the zone above. Before signing is ended it has to be removed there, at least a day earlier.</source>
        <translation>Diesen DS-Eintrag bekommt der Registrar der Domain; er gehört in die übergeordnete Zone. Bevor das Signieren endet, muss er dort entfernt werden, mindestens einen Tag früher.</translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation>%1 wurde kopiert.</translation>
    </message>
    <message>
        <source>Sign %1 with DNSSEC</source>
        <translation>%1 mit DNSSEC signieren</translation>
    </message>
    <message>
        <source>End the signing of %1</source>
        <translation>Signieren von %1 beenden</translation>
    </message>
</context>
<context>
    <name>ui::DomainsModel</name>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
</context>
<context>
    <name>ui::DomainsPage</name>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Filter domains</source>
        <translation>Domains filtern</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Check these</source>
        <translation>Diese prüfen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln Domain</numerusform>
            <numerusform>%Ln Domains</numerusform>
        </translation>
    </message>
    <message>
        <source>No domain matches</source>
        <translation>Keine Domain passt</translation>
    </message>
    <message>
        <source>Nothing is called so here.</source>
        <translation>Hier heißt nichts so.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No domains yet</source>
        <translation>Noch keine Domains</translation>
    </message>
    <message>
        <source>As soon as an account is connected, the domains of its mail services are listed here.</source>
        <translation>Sobald ein Konto verbunden ist, stehen hier die Domains seiner Maildienste.</translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln domain(s)</source>
        <translation>
            <numerusform>%Ln Domain prüfen</numerusform>
            <numerusform>%Ln Domains prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) could not be checked.</source>
        <translation>
            <numerusform>%Ln Domain konnte nicht geprüft werden.</numerusform>
            <numerusform>%Ln Domains konnten nicht geprüft werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) were checked.</source>
        <translation>
            <numerusform>%Ln Domain wurde geprüft.</numerusform>
            <numerusform>%Ln Domains wurden geprüft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Take away all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This service does not tell it of its addresses.</source>
        <translation>Dieser Dienst teilt das von seinen Adressen nicht mit.</translation>
    </message>
</context>
<context>
    <name>ui::FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Beheben: %1</translation>
    </message>
</context>
<context>
    <name>ui::FirstStart</name>
    <message>
        <source>The mail host could not start</source>
        <translation>Der Mailhost konnte nicht starten</translation>
    </message>
    <message>
        <source>Welcome to Mailwright</source>
        <translation>Willkommen bei Mailwright</translation>
    </message>
    <message>
        <source>Mail host on this computer</source>
        <translation>Mailhost auf diesem Computer</translation>
    </message>
    <message>
        <source>A private host with real mailboxes, for trying things out and for rehearsing changes. It answers only on this computer.</source>
        <translation>Ein privater Mailhost mit echten Postfächern, zum Ausprobieren und zum Proben von Änderungen. Er antwortet nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>A Mailwright server</source>
        <translation>Ein Mailwright-Server</translation>
    </message>
    <message>
        <source>Your own mail host that runs the Mailwright daemon. You need its address and a token.</source>
        <translation>Ihr eigener Mailhost, auf dem der Mailwright-Daemon läuft. Sie brauchen seine Adresse und ein Token.</translation>
    </message>
    <message>
        <source>Infomaniak</source>
        <translation>Infomaniak</translation>
    </message>
    <message>
        <source>Mail services in your Infomaniak organisation. You need an API token with the scopes for your profile and for mail.</source>
        <translation>Maildienste in Ihrer Infomaniak-Organisation. Sie brauchen ein API-Token mit den Bereichen für Ihr Profil und für E-Mail.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the file of the certificate authority</source>
        <translation>Datei der Zertifizierungsstelle wählen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keyring, never in a file.</source>
        <translation>Liegt im Schlüsselbund dieses Computers, nie in einer Datei.</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Only when the server&apos;s certificate was signed by an authority of your own.</source>
        <translation>Nur, wenn das Zertifikat des Servers von einer eigenen Zertifizierungsstelle signiert wurde.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Addresses, people and devices of your mail services in one place. Where is your mail?</source>
        <translation>Adressen, Personen und Geräte Ihrer Maildienste an einem Ort. Wo liegen Ihre E-Mails?</translation>
    </message>
    <message>
        <source>Where is your mail?</source>
        <translation>Wo liegen Ihre E-Mails?</translation>
    </message>
    <message>
        <source>Starting the mail host</source>
        <translation>Mailhost wird gestartet</translation>
    </message>
    <message>
        <source>The first time this takes some seconds: it makes its own certificates and directories.</source>
        <translation>Beim ersten Mal dauert das einige Sekunden: Er erstellt eigene Zertifikate und Verzeichnisse.</translation>
    </message>
    <message>
        <source>Connect to a Mailwright server</source>
        <translation>Mit einem Mailwright-Server verbinden</translation>
    </message>
    <message>
        <source>Connect to Infomaniak</source>
        <translation>Mit Infomaniak verbinden</translation>
    </message>
    <message>
        <source>The server&apos;s administrator gives you both. The connection is tested before anything is kept.</source>
        <translation>Beides erhalten Sie vom Administrator des Servers. Die Verbindung wird geprüft, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>Make a token in your Infomaniak Manager under Developer, API tokens, with the scopes user_info and mail. This connection follows the published API; it was not tried against the live service while it was built.</source>
        <translation>Erstellen Sie ein Token in Ihrem Infomaniak Manager unter Entwickler, API-Token, mit den Bereichen user_info und mail. Diese Verbindung folgt der veröffentlichten API; sie wurde bei der Entwicklung nicht gegen den echten Dienst erprobt.</translation>
    </message>
    <message>
        <source>Type the address of the server, as in https://mail.example.org:8443.</source>
        <translation>Geben Sie die Adresse des Servers ein, etwa https://mail.example.org:8443.</translation>
    </message>
    <message>
        <source>Paste the token.</source>
        <translation>Fügen Sie das Token ein.</translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation>Verbindung zu %1 prüfen</translation>
    </message>
    <message>
        <source>There is no server of that name.</source>
        <translation>Es gibt keinen Server dieses Namens.</translation>
    </message>
    <message>
        <source>Nothing answers there. Check the address, the port and your network.</source>
        <translation>Dort antwortet nichts. Prüfen Sie die Adresse, den Port und Ihr Netzwerk.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted. If an authority of your own signed it, give its file below.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut. Hat eine eigene Zertifizierungsstelle es signiert, geben Sie unten deren Datei an.</translation>
    </message>
    <message>
        <source>The server does not know this token. It may have expired; make a new one.</source>
        <translation>Der Server kennt dieses Token nicht. Vielleicht ist es abgelaufen; erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>The token is good, but it has no right to see a mail service.</source>
        <translation>Das Token ist gültig, hat aber kein Recht, einen Maildienst zu sehen.</translation>
    </message>
    <message>
        <source>Something answers there, but it is not a mail service of this kind.</source>
        <translation>Dort antwortet etwas, aber kein Maildienst dieser Art.</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Verbindung wird geprüft…</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder. Choose the file of the certificate.</source>
        <translation>Das ist ein Ordner. Wählen Sie die Datei des Zertifikats.</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>Diese Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It must be in PEM format: it has a line “-----BEGIN CERTIFICATE-----”.</source>
        <translation>In dieser Datei ist kein Zertifikat. Sie muss im PEM-Format sein: mit einer Zeile „-----BEGIN CERTIFICATE-----“.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted: neither this authority nor one that your system knows signed it for this name.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut: Weder diese Zertifizierungsstelle noch eine, die Ihr System kennt, hat es für diesen Namen signiert.</translation>
    </message>
    <message>
        <source>No keyring works on this computer: the token is kept until Mailwright ends, and never in a file.</source>
        <translation>Auf diesem Computer arbeitet kein Schlüsselbund: Das Token wird behalten, bis Mailwright endet, und nie in einer Datei.</translation>
    </message>
</context>
<context>
    <name>ui::GeneralTab</name>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Everybody here sees the same mailbox. A right takes effect at once.</source>
        <translation>Alle hier sehen dasselbe Postfach. Ein Recht wirkt sofort.</translation>
    </message>
    <message>
        <source>About this address</source>
        <translation>Zu dieser Adresse</translation>
    </message>
    <message>
        <source>What the address is for</source>
        <translation>Wofür die Adresse ist</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Refresh the size</source>
        <translation>Größe aktualisieren</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Last IMAP login</source>
        <translation>Letzte IMAP-Anmeldung</translation>
    </message>
    <message>
        <source>Last POP3 login</source>
        <translation>Letzte POP3-Anmeldung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>redirection</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>auto-reply</source>
        <translation>Abwesenheitsnachricht</translation>
    </message>
    <message>
        <source>spam filter</source>
        <translation>Spamfilter</translation>
    </message>
    <message>
        <source>ad filter</source>
        <translation>Werbefilter</translation>
    </message>
    <message>
        <source>An account uses this address as its login, so it cannot be shared further.</source>
        <translation>Ein Konto verwendet diese Adresse zur Anmeldung, darum lässt sie sich nicht weiter teilen.</translation>
    </message>
    <message>
        <source>Waits to be applied. Was: %1</source>
        <translation>Wartet auf das Anwenden. Vorher: %1</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>Users (%1)</source>
        <translation>Nutzer (%1)</translation>
    </message>
    <message>
        <source>Nobody uses this address. It receives mail, but it is visible nowhere until you add a user.</source>
        <translation>Niemand nutzt diese Adresse. Sie empfängt E-Mails, ist aber nirgends sichtbar, bis Sie einen Nutzer hinzufügen.</translation>
    </message>
    <message>
        <source>The users of this address were not read yet.</source>
        <translation>Die Nutzer dieser Adresse wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The mail service does not let this user be removed.</source>
        <translation>Der Dienst lässt nicht zu, dass dieser Nutzer entfernt wird.</translation>
    </message>
    <message>
        <source>Rights of %1 on %2</source>
        <translation>Rechte von %1 an %2</translation>
    </message>
    <message>
        <source>Take %1 away from %2</source>
        <translation>%1 von %2 entfernen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many; not saved.</source>
        <translation>
            <numerusform>%n Zeichen zu viel; nicht gespeichert.</numerusform>
            <numerusform>%n Zeichen zu viel; nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note of %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>The note of %1 was removed.</source>
        <translation>Die Notiz von %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The note of %1 is now “%2”.</source>
        <translation>Die Notiz von %1 ist jetzt „%2“.</translation>
    </message>
    <message>
        <source>Count the storage again</source>
        <translation>Den Speicher neu zählen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>ui::HistoryTab</name>
    <message>
        <source>What was done to the records</source>
        <translation>Was mit den Einträgen geschah</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>This cannot be taken back.</source>
        <translation>Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>What was done from this computer: there is no other history. Tick what shall be taken back.</source>
        <translation>Was von diesem Rechner aus getan wurde: einen anderen Verlauf gibt es nicht. Kreuzen Sie an, was zurückgenommen werden soll.</translation>
    </message>
    <message>
        <source>Tick what shall be taken back: deleted records are restored, changes undone.</source>
        <translation>Kreuzen Sie an, was zurückgenommen werden soll: gelöschte Einträge werden wiederhergestellt, Änderungen rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The history was not read</source>
        <translation>Der Verlauf wurde nicht gelesen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>Nothing contains “%1”.</source>
        <translation>Nichts enthält „%1“.</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Verlauf wird gelesen</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Bisher wurde nichts getan</translation>
    </message>
    <message>
        <source>Every change of a record is listed here, with what it was before.</source>
        <translation>Jede Änderung eines Eintrags steht hier, mit dem, was vorher war.</translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln deleted record(s)…</source>
        <translation>
            <numerusform>%Ln gelöschten Eintrag wiederherstellen…</numerusform>
            <numerusform>%Ln gelöschte Einträge wiederherstellen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln change(s) back…</source>
        <translation>
            <numerusform>%Ln Änderung zurücknehmen…</numerusform>
            <numerusform>%Ln Änderungen zurücknehmen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick a line that can be taken back.</source>
        <translation>Kreuzen Sie eine Zeile an, die sich zurücknehmen lässt.</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Import %1 into %2</source>
        <translation>%1 in %2 einlesen</translation>
    </message>
    <message>
        <source>Add what is missing; what is there stays as it is</source>
        <translation>Ergänzen, was fehlt; was da ist, bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Make the zone say what the file says; the rest goes</source>
        <translation>Die Zone der Datei angleichen; der Rest entfällt</translation>
    </message>
    <message>
        <source>Lines that are not taken over</source>
        <translation>Zeilen, die nicht übernommen werden</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Durchsehen…</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message>
        <source>Compare %1 with the zone</source>
        <translation>%1 mit der Zone vergleichen</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>It is too large to be a zone file.</source>
        <translation>Sie ist zu groß für eine Zonendatei.</translation>
    </message>
    <message>
        <source>Line %1 of the file</source>
        <translation>Zeile %1 der Datei</translation>
    </message>
    <message>
        <source>It is not in the file</source>
        <translation>Steht nicht in der Datei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) cannot be taken over:</source>
        <translation>
            <numerusform>%Ln Zeile lässt sich nicht übernehmen:</numerusform>
            <numerusform>%Ln Zeilen lassen sich nicht übernehmen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of the file are there already.</source>
        <translation>
            <numerusform>%Ln Eintrag der Datei ist schon da.</numerusform>
            <numerusform>%Ln Einträge der Datei sind schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are made by the host or by signing and left out.</source>
        <translation>
            <numerusform>%Ln macht der Host oder das Signieren selbst; er wird ausgelassen.</numerusform>
            <numerusform>%Ln macht der Host oder das Signieren selbst; sie werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln TTL(s) are moved into the bounds of %1 and %2 seconds.</source>
        <translation>
            <numerusform>%Ln TTL wird in die Grenzen von %1 und %2 Sekunden gerückt.</numerusform>
            <numerusform>%Ln TTLs werden in die Grenzen von %1 und %2 Sekunden gerückt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Nichts unterscheidet sich</translation>
    </message>
    <message>
        <source>The zone says already what the file says.</source>
        <translation>In der Zone steht schon, was in der Datei steht.</translation>
    </message>
    <message>
        <source>Nothing can be taken over</source>
        <translation>Nichts lässt sich übernehmen</translation>
    </message>
    <message>
        <source>Correct the lines above in the file, then import it again.</source>
        <translation>Berichtigen Sie die Zeilen oben in der Datei und lesen Sie sie dann noch einmal ein.</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>%1 von %2 angekreuzt</translation>
    </message>
    <message>
        <source>Tick what shall be taken over.</source>
        <translation>Kreuzen Sie an, was übernommen werden soll.</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln change(s) into %1</source>
        <translation>
            <numerusform>%Ln Änderung in %1 einlesen</numerusform>
            <numerusform>%Ln Änderungen in %1 einlesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobTray</name>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Schließen: %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Show in the journal</source>
        <translation>Im Verlauf zeigen</translation>
    </message>
</context>
<context>
    <name>ui::JournalPage</name>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>Fehlgeschlagenes erneut versuchen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Noch wurde nichts getan</translation>
    </message>
    <message>
        <source>Every change that you make is listed here, with what it was before, and can be undone where that is possible.</source>
        <translation>Jede Änderung, die Sie vornehmen, steht hier mit ihrem vorigen Stand und lässt sich rückgängig machen, wo das möglich ist.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>unknown person</source>
        <translation>unbekannte Person</translation>
    </message>
    <message>
        <source>This has been undone.</source>
        <translation>Das wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Nothing of it was done, so there is nothing to undo.</source>
        <translation>Nichts davon wurde erledigt, also gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This cannot be undone: what was lost cannot be brought back.</source>
        <translation>Das kann nicht rückgängig gemacht werden: Verlorenes lässt sich nicht zurückholen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its rows cannot be undone.</source>
        <translation>
            <numerusform>%Ln der Zeilen kann nicht rückgängig gemacht werden.</numerusform>
            <numerusform>%Ln der Zeilen können nicht rückgängig gemacht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>Tries the %Ln rows again that failed.</source>
        <translation>
            <numerusform>Versucht die fehlgeschlagene Zeile erneut.</numerusform>
            <numerusform>Versucht die %Ln fehlgeschlagenen Zeilen erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Its account was removed from this computer, so nothing can be sent there.</source>
        <translation>Das Konto dazu wurde von diesem Computer entfernt, also lässt sich dort nichts mehr ändern.</translation>
    </message>
    <message>
        <source>It is being applied at this moment.</source>
        <translation>Es wird gerade angewendet.</translation>
    </message>
    <message>
        <source>Nothing of it is known to be done, so there is nothing to undo.</source>
        <translation>Von nichts davon ist bekannt, ob es erledigt wurde, also gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message numerus="yes">
        <source>Tries the %Ln rows again that are not known to be done.</source>
        <translation>
            <numerusform>Versucht die Zeile erneut, von der nicht bekannt ist, ob sie erledigt wurde.</numerusform>
            <numerusform>Versucht die %Ln Zeilen erneut, von denen nicht bekannt ist, ob sie erledigt wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of</source>
        <translation>Änderungen von</translation>
    </message>
    <message>
        <source>This service</source>
        <translation>Dieser Dienst</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Nothing was done at this service yet</source>
        <translation>An diesem Dienst wurde noch nichts getan</translation>
    </message>
    <message>
        <source>Other services have changes in the journal.</source>
        <translation>Andere Dienste haben Änderungen im Verlauf.</translation>
    </message>
    <message>
        <source>Show all services</source>
        <translation>Alle Dienste zeigen</translation>
    </message>
</context>
<context>
    <name>ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>In Tabellen</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Zeile öffnen</translation>
    </message>
    <message>
        <source>Tick the row</source>
        <translation>Zeile ankreuzen</translation>
    </message>
    <message>
        <source>Shift + arrows</source>
        <translation>Umschalt + Pfeile</translation>
    </message>
    <message>
        <source>Tick a range</source>
        <translation>Bereich ankreuzen</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Alle abwählen</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Delete, after a question</source>
        <translation>Löschen, nach Rückfrage</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>Menü der Zeile</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Jump to the row</source>
        <translation>Zur Zeile springen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>ui::LocalHosts</name>
    <message>
        <source>The mail host runs on Linux only. Run it there, and choose “A Mailwright server”.</source>
        <translation>Der Mailhost läuft nur unter Linux. Betreiben Sie ihn dort und wählen Sie „Ein Mailwright-Server“.</translation>
    </message>
    <message>
        <source>Look for the mail host on this computer</source>
        <translation>Mailhost auf diesem Computer suchen</translation>
    </message>
    <message>
        <source>The program mailwrightd was not found.</source>
        <translation>Das Programm mailwrightd wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>The host ended before it was ready. Its last words:</source>
        <translation>Der Mailhost endete, bevor er bereit war. Seine letzten Worte:</translation>
    </message>
    <message>
        <source>Making its certificates…</source>
        <translation>Seine Zertifikate werden erstellt…</translation>
    </message>
    <message>
        <source>Preparing its database…</source>
        <translation>Seine Datenbank wird vorbereitet…</translation>
    </message>
    <message>
        <source>Starting the name server…</source>
        <translation>Der Nameserver wird gestartet…</translation>
    </message>
    <message>
        <source>Starting the mailbox server…</source>
        <translation>Der Postfachserver wird gestartet…</translation>
    </message>
    <message>
        <source>Starting the mail transfer server…</source>
        <translation>Der Server für den Mailtransport wird gestartet…</translation>
    </message>
    <message>
        <source>Starting the signing of mail…</source>
        <translation>Das Signieren von Mail wird gestartet…</translation>
    </message>
    <message>
        <source>Waiting for the mail host that ran before to end…</source>
        <translation>Der Mailhost, der vorher lief, muss noch enden…</translation>
    </message>
</context>
<context>
    <name>ui::LooksTab</name>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Accept today&apos;s state</source>
        <translation>Heutigen Zustand akzeptieren</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Akzeptiert</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Differences from the accepted state</source>
        <translation>Abweichungen vom akzeptierten Zustand</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Laufe der Zeit</translation>
    </message>
    <message>
        <source>Timeline of the security of the domain</source>
        <translation>Zeitleiste der Sicherheit der Domain</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schwerster Befund</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Was es war</translation>
    </message>
    <message>
        <source>Looks that told something new</source>
        <translation>Prüfungen, die Neues ergaben</translation>
    </message>
    <message>
        <source>Accept today&apos;s state, and later looks tell what changed since: which record, from what to what, and when it was first seen.</source>
        <translation>Akzeptieren Sie den heutigen Zustand, dann sagen spätere Prüfungen, was sich seither geändert hat: welcher Eintrag, von was zu was, und wann es zuerst gesehen wurde.</translation>
    </message>
    <message>
        <source>Nothing changed since the state of %1 was accepted.</source>
        <translation>Seit der Zustand vom %1 akzeptiert wurde, hat sich nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) differ from the state accepted on %1.</source>
        <translation>
            <numerusform>%Ln Eintrag weicht von dem am %1 akzeptierten Zustand ab.</numerusform>
            <numerusform>%Ln Einträge weichen von dem am %1 akzeptierten Zustand ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Nothing to complain about.</source>
        <translation>Nichts zu beanstanden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 And %n more.</source>
        <translation>
            <numerusform>%1 Dazu %n weiterer Befund.</numerusform>
            <numerusform>%1 Dazu %n weitere Befunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu beachten</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>No keyring answers on this computer. The token is forgotten when Mailwright ends.</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbund. Das Token wird vergessen, wenn Mailwright endet.</translation>
    </message>
    <message>
        <source>The mail host could not start</source>
        <translation>Der Mailhost konnte nicht starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Diese Seite filtern</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Review staged changes</source>
        <translation>Vorgemerkte Änderungen durchsehen</translation>
    </message>
    <message>
        <source>Apply staged changes</source>
        <translation>Vorgemerkte Änderungen anwenden</translation>
    </message>
    <message>
        <source>Discard staged changes…</source>
        <translation>Vorgemerkte Änderungen verwerfen…</translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln staged change(s)?</source>
        <translation>
            <numerusform>%Ln vorgemerkte Änderung verwerfen?</numerusform>
            <numerusform>%Ln vorgemerkte Änderungen verwerfen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not applied. This cannot be undone.</source>
        <translation>Sie wurden nicht angewendet. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Narrow navigation</source>
        <translation>Schmale Navigation</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Farbschema: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farbschema: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farbschema: dunkel</translation>
    </message>
    <message>
        <source>Dense rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>Dieses Konto entfernen…</translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <translation>Konto %1 entfernen?</translation>
    </message>
    <message>
        <source>Its token and what was read from it are removed from this computer. Addresses and mail stay where they are.</source>
        <translation>Sein Token und was daraus gelesen wurde, werden von diesem Computer entfernt. Adressen und E-Mails bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten anzeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Find anything (%1)</source>
        <translation>Alles durchsuchen (%1)</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 refused the sign-in</source>
        <translation>%1 hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>No mail service here</source>
        <translation>Hier ist kein Maildienst</translation>
    </message>
    <message>
        <source>%1 answers, but your token sees no mail service.</source>
        <translation>%1 antwortet, aber Ihr Token sieht keinen Maildienst.</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindung zu %1 wird hergestellt</translation>
    </message>
    <message>
        <source>The mail host on this computer is being started.</source>
        <translation>Der Mailhost auf diesem Computer wird gestartet.</translation>
    </message>
    <message>
        <source>Starting the mail host</source>
        <translation>Mailhost wird gestartet</translation>
    </message>
    <message>
        <source>The first time this takes some seconds: it makes its own certificates and directories.</source>
        <translation>Beim ersten Mal dauert das einige Sekunden: Er erstellt eigene Zertifikate und Verzeichnisse.</translation>
    </message>
    <message>
        <source>%1 – Mailwright</source>
        <translation>%1 – Mailwright</translation>
    </message>
    <message>
        <source>No token for %1</source>
        <translation>Kein Token für %1</translation>
    </message>
    <message>
        <source>Enter a new token…</source>
        <translation>Neues Token eingeben…</translation>
    </message>
    <message>
        <source>Nothing was read from it yet, so there is nothing to show. It is tried again by itself.</source>
        <translation>Davon wurde noch nichts gelesen, darum gibt es nichts anzuzeigen. Der Versuch wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>%1 shows you no mail service</source>
        <translation>%1 zeigt Ihnen keinen Maildienst</translation>
    </message>
    <message>
        <source>The token is good, but its owner may not look after a mail service here. An administrator of the organisation can change that, or enter a token of somebody who may.</source>
        <translation>Das Token ist gültig, aber wem es gehört, darf hier keinen Maildienst betreuen. Das kann ein Administrator der Organisation ändern; oder geben Sie ein Token von jemandem ein, der es darf.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are still being applied. Close anyway?</source>
        <translation>
            <numerusform>%Ln Änderung wird noch angewendet. Trotzdem schließen?</numerusform>
            <numerusform>%Ln Änderungen werden noch angewendet. Trotzdem schließen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What has not been applied by then is not. The journal says what was done, and what was not can be tried again there.</source>
        <translation>Was bis dahin nicht angewendet ist, wird es nicht. Das Journal sagt, was getan wurde; was nicht, lässt sich dort noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connect to another service</source>
        <translation>Mit einem anderen Dienst verbinden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln staged change(s) that were not applied are discarded. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln vorgemerkte Änderung, die nicht angewendet wurde, wird verworfen. Das kann nicht rückgängig gemacht werden.</numerusform>
            <numerusform>%Ln vorgemerkte Änderungen, die nicht angewendet wurden, werden verworfen. Das kann nicht rückgängig gemacht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The keyring was not unlocked. The token is forgotten when Mailwright ends.</source>
        <translation>Der Schlüsselbund wurde nicht entsperrt. Das Token ist vergessen, wenn Mailwright endet.</translation>
    </message>
    <message>
        <source>The account %1 was added.</source>
        <translation>Das Konto %1 wurde hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::MessageTab</name>
    <message>
        <source>Verify a message</source>
        <translation>Nachricht prüfen</translation>
    </message>
    <message>
        <source>Drop a message saved as .eml here. It is read on this computer only; DNS is asked for the keys of those who signed it.</source>
        <translation>Ziehen Sie eine als .eml gespeicherte Nachricht hierher. Sie wird nur auf diesem Computer gelesen; DNS wird nach den Schlüsseln derer gefragt, die sie signiert haben.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a message</source>
        <translation>Nachricht wählen</translation>
    </message>
    <message>
        <source>Messages (*.eml *.msg *.txt)</source>
        <translation>Nachrichten (*.eml *.msg *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Verifying %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>%1 says to be from %2.</source>
        <translation>%1 gibt an, von %2 zu sein.</translation>
    </message>
    <message>
        <source>It names authors of several domains; receivers usually refuse that.</source>
        <translation>Sie nennt Verfasser aus mehreren Domains; Empfänger lehnen das meist ab.</translation>
    </message>
    <message>
        <source>%1 has no DMARC record, so receivers decide by themselves.</source>
        <translation>%1 hat keinen DMARC-Eintrag, Empfänger entscheiden also selbst.</translation>
    </message>
    <message>
        <source>DMARC passes: the signature of %1 proves the author.</source>
        <translation>DMARC ist bestanden: Die Signatur von %1 belegt den Verfasser.</translation>
    </message>
    <message>
        <source>No signature proves the author for DMARC. Unless SPF did, which a saved message does not show, the policy “%1” applies.</source>
        <translation>Keine Signatur belegt den Autor für DMARC. Sofern SPF es nicht tat, was eine gespeicherte Nachricht nicht zeigt, gilt die Richtlinie „%1“.</translation>
    </message>
</context>
<context>
    <name>ui::Messages</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Mail service</source>
        <translation>Maildienst</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User of an address</source>
        <translation>Nutzer einer Adresse</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Mail settings</source>
        <translation>Maileinstellungen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Domain (as sent)</source>
        <translation>Domain (wie gesendet)</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Addresses allowed</source>
        <translation>Erlaubte Adressen</translation>
    </message>
    <message>
        <source>Addresses used</source>
        <translation>Belegte Adressen</translation>
    </message>
    <message>
        <source>Rights of a new user</source>
        <translation>Rechte eines neuen Nutzers</translation>
    </message>
    <message>
        <source>Spam filter on new addresses</source>
        <translation>Spamfilter bei neuen Adressen</translation>
    </message>
    <message>
        <source>Ad filter on new addresses</source>
        <translation>Werbefilter bei neuen Adressen</translation>
    </message>
    <message>
        <source>Address (as sent)</source>
        <translation>Adresse (wie gesendet)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Who has access at first</source>
        <translation>Wer anfangs Zugriff hat</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Names of the users</source>
        <translation>Namen der Nutzer</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size measured</source>
        <translation>Größe gemessen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last IMAP login</source>
        <translation>Letzte IMAP-Anmeldung</translation>
    </message>
    <message>
        <source>Last POP3 login</source>
        <translation>Letzte POP3-Anmeldung</translation>
    </message>
    <message>
        <source>Limited (is a login)</source>
        <translation>Eingeschränkt (dient zur Anmeldung)</translation>
    </message>
    <message>
        <source>Redirection</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>Abwesenheitsnachricht</translation>
    </message>
    <message>
        <source>Spam filter</source>
        <translation>Spamfilter</translation>
    </message>
    <message>
        <source>Ad filter</source>
        <translation>Werbefilter</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>Meldet sich an als</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>Can be removed</source>
        <translation>Kann entfernt werden</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Name of the user</source>
        <translation>Name des Nutzers</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Yourself</source>
        <translation>Sie selbst</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>IMAP, TLS from the start</source>
        <translation>IMAP, TLS von Anfang an</translation>
    </message>
    <message>
        <source>IMAP, STARTTLS</source>
        <translation>IMAP, STARTTLS</translation>
    </message>
    <message>
        <source>POP3, TLS from the start</source>
        <translation>POP3, TLS von Anfang an</translation>
    </message>
    <message>
        <source>POP3, STARTTLS</source>
        <translation>POP3, STARTTLS</translation>
    </message>
    <message>
        <source>SMTP, TLS from the start</source>
        <translation>SMTP, TLS von Anfang an</translation>
    </message>
    <message>
        <source>SMTP, STARTTLS</source>
        <translation>SMTP, STARTTLS</translation>
    </message>
    <message>
        <source>Filters (ManageSieve)</source>
        <translation>Filter (ManageSieve)</translation>
    </message>
    <message>
        <source>This mail service does not offer it.</source>
        <translation>Dieser Dienst bietet das nicht an.</translation>
    </message>
    <message>
        <source>You have no right to do this. An administrator of the organisation can give it to you.</source>
        <translation>Sie haben dazu kein Recht. Ein Administrator der Organisation kann es Ihnen geben.</translation>
    </message>
    <message>
        <source>Your token may only read. Sign in with a token that may change things.</source>
        <translation>Ihr Token darf nur lesen. Melden Sie sich mit einem Token an, das ändern darf.</translation>
    </message>
    <message>
        <source>The mail service is locked.</source>
        <translation>Der Dienst ist gesperrt.</translation>
    </message>
    <message>
        <source>Every address that the offer allows is in use.</source>
        <translation>Alle Adressen, die das Angebot erlaubt, sind belegt.</translation>
    </message>
    <message>
        <source>The mail service does not answer right now.</source>
        <translation>Der Dienst antwortet gerade nicht.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln more</source>
        <translation>
            <numerusform> und %Ln weiteres</numerusform>
            <numerusform> und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Cancelled. Nothing further was done.</source>
        <translation>Abgebrochen. Nichts weiter wurde getan.</translation>
    </message>
    <message>
        <source>There is no server of that name. Check the address and your network.</source>
        <translation>Es gibt keinen Server dieses Namens. Prüfen Sie die Adresse und Ihr Netzwerk.</translation>
    </message>
    <message>
        <source>No safe connection: the server&apos;s certificate is not trusted. Check the address, or give the file of the authority that signed it.</source>
        <translation>Keine sichere Verbindung: Dem Zertifikat des Servers wird nicht vertraut. Prüfen Sie die Adresse, oder geben Sie die Datei der Zertifizierungsstelle an, die es signiert hat.</translation>
    </message>
    <message>
        <source>The mail service does not answer. What is shown is what was last known; changes can be staged.</source>
        <translation>Der Dienst antwortet nicht. Angezeigt wird der zuletzt bekannte Stand; Änderungen lassen sich vormerken.</translation>
    </message>
    <message>
        <source>The mail service refused the sign-in. The token is wrong or has expired; enter a new one.</source>
        <translation>Der Dienst hat die Anmeldung abgelehnt. Das Token ist falsch oder abgelaufen; geben Sie ein neues ein.</translation>
    </message>
    <message>
        <source>It is not there any more. Refresh to see what is.</source>
        <translation>Es ist nicht mehr vorhanden. Aktualisieren Sie, um den jetzigen Stand zu sehen.</translation>
    </message>
    <message>
        <source>Somebody else changed it in the meantime, or the name is taken. Look at it as it is now, then try again.</source>
        <translation>Jemand anderes hat es inzwischen geändert, oder der Name ist vergeben. Sehen Sie sich den jetzigen Stand an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>A value was refused. The details say which.</source>
        <translation>Ein Wert wurde abgelehnt. Die Details sagen, welcher.</translation>
    </message>
    <message>
        <source>“%1” was refused. Correct it and try again.</source>
        <translation>„%1“ wurde abgelehnt. Berichtigen Sie den Wert und versuchen Sie es erneut.</translation>
    </message>
    <message numerus="yes">
        <source>That was too much at once. It can go on in %n second(s).</source>
        <translation>
            <numerusform>Das war zu viel auf einmal. In %n Sekunde kann es weitergehen.</numerusform>
            <numerusform>Das war zu viel auf einmal. In %n Sekunden kann es weitergehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was too much at once. Wait a moment, then try again.</source>
        <translation>Das war zu viel auf einmal. Warten Sie einen Moment und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The mail service answered something that cannot be understood. Nothing was taken over.</source>
        <translation>Die Antwort des Dienstes ist nicht zu verstehen. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>This computer could not save it. Check that the disk is not full and can be written.</source>
        <translation>Dieser Computer konnte es nicht speichern. Prüfen Sie, ob der Datenträger noch Platz hat und beschreibbar ist.</translation>
    </message>
    <message>
        <source>Mailwright made a mistake. The details help to report it.</source>
        <translation>Mailwright hat einen Fehler gemacht. Die Details helfen, ihn zu melden.</translation>
    </message>
    <message>
        <source>%1: this cannot be done here.</source>
        <translation>%1: Das ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>“%1” is not a possible address.</source>
        <translation>„%1“ ist als Adresse nicht möglich.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name.</source>
        <translation>%1 gibt es bereits. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There are not enough free addresses: the offer allows %1, and %2 are in use.</source>
        <translation>Es sind nicht genug Adressen frei: Das Angebot erlaubt %1, und %2 sind belegt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln can still be created.</source>
        <translation>
            <numerusform>%Ln kann noch erstellt werden.</numerusform>
            <numerusform>%Ln können noch erstellt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not exist, as far as is known here.</source>
        <translation>%1 gibt es nicht, soweit hier bekannt ist.</translation>
    </message>
    <message>
        <source>%1 is no longer what it was when this was planned.</source>
        <translation>%1 ist nicht mehr, wie es war, als dies geplant wurde.</translation>
    </message>
    <message>
        <source>Look at the values as they are now before you apply it.</source>
        <translation>Sehen Sie sich die jetzigen Werte an, bevor Sie es anwenden.</translation>
    </message>
    <message numerus="yes">
        <source>Deletes %Ln addresses with all their mail.</source>
        <translation>
            <numerusform>Löscht %Ln Adresse mit allen E-Mails.</numerusform>
            <numerusform>Löscht %Ln Adressen mit allen E-Mails.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deletes %1 with all its mail.</source>
        <translation>Löscht %1 mit allen E-Mails.</translation>
    </message>
    <message>
        <source>%1 This cannot be undone.</source>
        <translation>%1 Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>%1 of mail will be lost.</source>
        <translation>%1 an E-Mails gehen verloren.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>%1: this cannot be undone.</source>
        <translation>%1: Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Mail programs of this user can no longer send, and will ask for a password: %1.</source>
        <translation>Mailprogramme dieses Nutzers können nicht mehr senden und werden nach einem Passwort fragen: %1.</translation>
    </message>
    <message>
        <source>Reading goes on.</source>
        <translation>Lesen geht weiter.</translation>
    </message>
    <message>
        <source>Not bound by this: %1. A device without a user can go on sending.</source>
        <translation>Nicht daran gebunden: %1. Ein Gerät ohne Nutzer kann weiter senden.</translation>
    </message>
    <message>
        <source>Auto-replies are still sent: they have a right of their own.</source>
        <translation>Abwesenheitsnachrichten werden weiter gesendet: Für sie gibt es ein eigenes Recht.</translation>
    </message>
    <message>
        <source>This ends mail programs only. People keep reading %1 on the web until they are removed as users.</source>
        <translation>Das beendet nur Mailprogramme. Personen lesen %1 weiter im Webmail, bis sie als Nutzer entfernt werden.</translation>
    </message>
    <message>
        <source>The old password stops working at once: enter the new one in every mail program that used it.</source>
        <translation>Das alte Passwort gilt sofort nicht mehr: Geben Sie das neue in jedem Mailprogramm ein, das es verwendet hat.</translation>
    </message>
    <message>
        <source>Nothing differs: there is nothing to do.</source>
        <translation>Kein Unterschied: Es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>%1 is already so: nothing will be changed.</source>
        <translation>%1 ist bereits so: Es wird nichts geändert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This mail service does not allow it (%1).</source>
        <translation>Dieser Dienst erlaubt das nicht (%1).</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>No token is kept for this account. It must be entered again.</source>
        <translation>Für dieses Konto ist kein Token gespeichert. Es muss neu eingegeben werden.</translation>
    </message>
    <message>
        <source>This mail service serves no DNS zones.</source>
        <translation>Dieser Maildienst bedient keine DNS-Zonen.</translation>
    </message>
    <message>
        <source>DNS zone</source>
        <translation>DNS-Zone</translation>
    </message>
    <message>
        <source>DNS record</source>
        <translation>DNS-Eintrag</translation>
    </message>
    <message>
        <source>DKIM key</source>
        <translation>DKIM-Schlüssel</translation>
    </message>
    <message>
        <source>Job of the mail host</source>
        <translation>Aufgabe des Mail-Hosts</translation>
    </message>
    <message>
        <source>What DNS must say</source>
        <translation>Was im DNS stehen muss</translation>
    </message>
    <message>
        <source>Zone (as sent)</source>
        <translation>Zone (wie gesendet)</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Nameserver</translation>
    </message>
    <message>
        <source>Signed with DNSSEC</source>
        <translation>Mit DNSSEC signiert</translation>
    </message>
    <message>
        <source>DS records</source>
        <translation>DS-Einträge</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Length in bits</source>
        <translation>Länge in Bit</translation>
    </message>
    <message>
        <source>Record to publish</source>
        <translation>Zu veröffentlichender Eintrag</translation>
    </message>
    <message>
        <source>Signs since</source>
        <translation>Signiert seit</translation>
    </message>
    <message>
        <source>Withdrawn at</source>
        <translation>Zurückgezogen am</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Art der Arbeit</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Schritte erledigt</translation>
    </message>
    <message>
        <source>Steps in all</source>
        <translation>Schritte insgesamt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Looks again</source>
        <translation>Sieht wieder nach</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Mail hosts (MX)</source>
        <translation>Mailserver (MX)</translation>
    </message>
    <message>
        <source>SPF terms</source>
        <translation>SPF-Teile</translation>
    </message>
    <message>
        <source>Sends from</source>
        <translation>Sendet von</translation>
    </message>
    <message>
        <source>Services (SRV)</source>
        <translation>Dienste (SRV)</translation>
    </message>
    <message>
        <source>Name servers to ask</source>
        <translation>Zu fragende Nameserver</translation>
    </message>
    <message>
        <source>Zones they are asked for</source>
        <translation>Zonen, nach denen sie gefragt werden</translation>
    </message>
    <message>
        <source>Trust anchors</source>
        <translation>Vertrauensanker</translation>
    </message>
    <message>
        <source>The token has no right to DNS. Make one that has it (at Infomaniak: the scope “domain”), and sign in with it.</source>
        <translation>Das Token darf nicht auf DNS zugreifen. Erzeugen Sie eines, das es darf (bei Infomaniak: Bereich „domain“), und melden Sie sich damit an.</translation>
    </message>
    <message>
        <source>The zone is served there, but not shown to this token. It may belong to another organisation.</source>
        <translation>Die Zone liegt dort, wird diesem Token aber nicht gezeigt. Vielleicht gehört sie einer anderen Organisation.</translation>
    </message>
    <message>
        <source>There is such a record already. Refresh to see it.</source>
        <translation>Diesen Eintrag gibt es schon. Aktualisieren Sie, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>It cannot stand beside the other records of its name: an alias (CNAME) is always alone.</source>
        <translation>Er kann nicht neben den anderen Einträgen seines Namens stehen: ein Alias (CNAME) steht immer allein.</translation>
    </message>
    <message>
        <source>The value was refused. The details say why.</source>
        <translation>Der Wert wurde abgelehnt. Die Einzelheiten sagen, warum.</translation>
    </message>
    <message>
        <source>Records of this type cannot be kept there.</source>
        <translation>Einträge dieses Typs können dort nicht geführt werden.</translation>
    </message>
    <message>
        <source>Not all name servers have the record of this key yet. It can sign as soon as they do.</source>
        <translation>Noch haben nicht alle Nameserver den Eintrag dieses Schlüssels. Sobald sie ihn haben, kann er signieren.</translation>
    </message>
    <message>
        <source>This key signs what leaves. Let another one sign before it is removed.</source>
        <translation>Dieser Schlüssel signiert, was hinausgeht. Lassen Sie einen anderen signieren, bevor er entfernt wird.</translation>
    </message>
    <message>
        <source>It was done by half. The details say what is there now.</source>
        <translation>Es wurde nur halb erledigt. Die Einzelheiten sagen, was jetzt da ist.</translation>
    </message>
    <message>
        <source>The service took it over, but has not carried it out yet. Refresh after a while.</source>
        <translation>Der Dienst hat es angenommen, aber noch nicht ausgeführt. Aktualisieren Sie nach einer Weile.</translation>
    </message>
    <message>
        <source>%1 %2 is kept by the host itself and cannot be changed here.</source>
        <translation>%1 %2 führt der Host selbst; das lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>No MX record is left for %1: mail to it goes to the address of the name itself, or is returned.</source>
        <translation>Für %1 bleibt kein MX-Eintrag: Mail dorthin geht an die Adresse des Namens selbst oder kommt zurück.</translation>
    </message>
    <message>
        <source>No SPF record is left for %1: receivers cannot tell who may send for it.</source>
        <translation>Für %1 bleibt kein SPF-Eintrag: Empfänger erkennen nicht, wer dafür senden darf.</translation>
    </message>
    <message>
        <source>No DMARC record is left at %1: receivers decide by themselves what to do with forged mail.</source>
        <translation>Bei %1 bleibt kein DMARC-Eintrag: Empfänger entscheiden selbst, was mit gefälschter Mail geschieht.</translation>
    </message>
    <message>
        <source>The DKIM key %1 is withdrawn: mail signed with it no longer verifies.</source>
        <translation>Der DKIM-Schlüssel %1 wird zurückgezogen: damit signierte Mail lässt sich nicht mehr prüfen.</translation>
    </message>
    <message>
        <source>Mail that is under way is concerned, too.</source>
        <translation>Auch Mail, die unterwegs ist, ist betroffen.</translation>
    </message>
    <message>
        <source>Deletes the zone %1 with all its records. Nobody finds its names any more, mail included.</source>
        <translation>Löscht die Zone %1 mit allen Einträgen. Niemand findet ihre Namen mehr, auch Mail nicht.</translation>
    </message>
    <message>
        <source>Export it as a zone file first.</source>
        <translation>Exportieren Sie sie vorher als Zonendatei.</translation>
    </message>
    <message>
        <source>Signing %1 counts once its DS record stands in the zone above it.</source>
        <translation>Das Signieren von %1 zählt, sobald ihr DS-Eintrag in der übergeordneten Zone steht.</translation>
    </message>
    <message>
        <source>Hand the DS record to the registrar afterwards.</source>
        <translation>Übergeben Sie den DS-Eintrag danach dem Registrar.</translation>
    </message>
    <message>
        <source>While the zone above has a DS record of %1, validating resolvers refuse all its answers, mail included.</source>
        <translation>Solange die übergeordnete Zone einen DS-Eintrag von %1 hat, verwerfen prüfende Resolver alle ihre Antworten, auch für Mail.</translation>
    </message>
    <message>
        <source>Have the DS record removed at the registrar first, and wait a day.</source>
        <translation>Lassen Sie den DS-Eintrag zuerst beim Registrar entfernen und warten Sie einen Tag.</translation>
    </message>
    <message>
        <source>The private half of the key %1 is deleted. This cannot be undone.</source>
        <translation>Die private Hälfte des Schlüssels %1 wird gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Port of its mail server</source>
        <translation>Port seines Mailservers</translation>
    </message>
    <message>
        <source>The file is larger than a message can be.</source>
        <translation>Die Datei ist größer, als eine Nachricht sein kann.</translation>
    </message>
    <message>
        <source>This is not a message: its header has no line “From:” with an address.</source>
        <translation>Das ist keine Nachricht: Ihr Kopf hat keine Zeile „From:“ mit einer Adresse.</translation>
    </message>
    <message>
        <source>This mail service cannot sign mail: OpenDKIM is not installed on its host.</source>
        <translation>Dieser Maildienst kann E-Mails nicht signieren: Auf seinem Server ist OpenDKIM nicht installiert.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked or not there, so the token is not at hand. Unlock it and refresh (F5), or enter the token: it is then kept until Mailwright ends.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt oder fehlt, darum ist das Token nicht zur Hand. Entsperren Sie ihn und aktualisieren Sie (F5), oder geben Sie das Token ein: Es bleibt dann bis zum Ende von Mailwright bekannt.</translation>
    </message>
    <message>
        <source>told by %1</source>
        <translation>laut %1</translation>
    </message>
    <message>
        <source>proven by DNSSEC</source>
        <translation>durch DNSSEC belegt</translation>
    </message>
    <message>
        <source>DNSSEC signatures wrong</source>
        <translation>DNSSEC-Signaturen falsch</translation>
    </message>
    <message>
        <source>The address was not created, so this was not tried.</source>
        <translation>Die Adresse wurde nicht erstellt, darum wurde dies nicht versucht.</translation>
    </message>
    <message>
        <source>A password is shown once, where it was asked for. Ask for it again on the page of the address.</source>
        <translation>Ein Passwort wird nur einmal gezeigt, und zwar dort, wo es verlangt wurde. Verlangen Sie es auf der Seite der Adresse erneut.</translation>
    </message>
    <message>
        <source>Mail programs of this user can no longer log in, neither to read nor to send, and will ask for a password: %1.</source>
        <translation>Mailprogramme dieses Nutzers können sich nicht mehr anmelden, weder zum Lesen noch zum Senden, und werden nach einem Passwort fragen: %1.</translation>
    </message>
    <message>
        <source>Undo does not bring their passwords back: each needs a new one.</source>
        <translation>Rückgängigmachen bringt ihre Passwörter nicht zurück: Jedes braucht ein neues.</translation>
    </message>
    <message>
        <source>If it must not send, disconnect it and add it again for a user.</source>
        <translation>Wenn es nicht senden darf, trennen Sie es und fügen Sie es für einen Nutzer neu hinzu.</translation>
    </message>
    <message>
        <source>The service made a password, but did not tell it. Make a new one for this device.</source>
        <translation>Der Dienst hat ein Passwort erstellt, es aber nicht mitgeteilt. Erstellen Sie ein neues für dieses Gerät.</translation>
    </message>
    <message>
        <source>The mail host is still taking over which keys sign. Try again after a while.</source>
        <translation>Der Mailhost übernimmt noch, welche Schlüssel signieren. Versuchen Sie es nach einer Weile erneut.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
</context>
<context>
    <name>ui::NameStep</name>
    <message>
        <source>What is the address called?</source>
        <translation>Wie heißt die Adresse?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>All %n addresses of this mail service are in use. Delete one or raise the number first.</source>
        <translation>
            <numerusform>Die einzige Adresse dieses Dienstes ist belegt. Löschen Sie sie oder erhöhen Sie zuerst die Anzahl.</numerusform>
            <numerusform>Alle %n Adressen dieses Dienstes sind belegt. Löschen Sie eine oder erhöhen Sie zuerst die Anzahl.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the address</source>
        <translation>Name der Adresse</translation>
    </message>
    <message>
        <source>The part before @%1</source>
        <translation>Der Teil vor @%1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message numerus="yes">
        <source>Letters, digits, hyphen, underscore and dot; up to %n characters.</source>
        <translation>
            <numerusform>Buchstaben, Ziffern, Bindestrich, Unterstrich und Punkt; höchstens %n Zeichen.</numerusform>
            <numerusform>Buchstaben, Ziffern, Bindestrich, Unterstrich und Punkt; höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What it is for (optional)</source>
        <translation>Wofür sie ist (freiwillig)</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>Die Notiz ist zu lang.</translation>
    </message>
    <message>
        <source>%1@%2 exists already.</source>
        <translation>%1@%2 gibt es bereits.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many.</source>
        <translation>
            <numerusform>%n Zeichen zu viel.</numerusform>
            <numerusform>%n Zeichen zu viel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline: what is shown is what was last known</source>
        <translation>Offline: angezeigt wird der zuletzt bekannte Stand</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird hergestellt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::ObjectTable</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>ui::OutcomeDialog</name>
    <message>
        <source>%1 done, %2 not. What was done stays done; the rows that were not can be tried again.</source>
        <translation>%1 erledigt, %2 nicht. Erledigtes bleibt erledigt; die übrigen Zeilen lassen sich erneut versuchen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Retry failed rows</source>
        <translation>Fehlgeschlagene Zeilen erneut versuchen</translation>
    </message>
    <message>
        <source>%1 done, %2 not. What was done stays done.</source>
        <translation>%1 erledigt, %2 nicht. Erledigtes bleibt erledigt.</translation>
    </message>
</context>
<context>
    <name>ui::OverviewTab</name>
    <message>
        <source>Correct all…</source>
        <translation>Alles berichtigen…</translation>
    </message>
    <message>
        <source>Correct %1</source>
        <translation>%1 berichtigen</translation>
    </message>
    <message>
        <source>The zone %1 is served here: what is wrong can be corrected at once.</source>
        <translation>Die Zone %1 wird hier bedient: Was falsch ist, lässt sich sofort berichtigen.</translation>
    </message>
    <message>
        <source>The zone %1 is kept here, but the world asks other name servers.</source>
        <translation>Die Zone %1 wird hier geführt, aber die Welt fragt andere Nameserver.</translation>
    </message>
    <message>
        <source>The DNS of this domain is elsewhere: records are shown for you to publish.</source>
        <translation>Das DNS dieser Domain ist anderswo: Einträge werden Ihnen zum Veröffentlichen gezeigt.</translation>
    </message>
    <message>
        <source>Name servers: %1.</source>
        <translation>Nameserver: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Shows the %Ln changes before any is made.</source>
        <translation>
            <numerusform>Zeigt die %Ln Änderung, bevor sie ausgeführt wird.</numerusform>
            <numerusform>Zeigt die %Ln Änderungen, bevor eine davon ausgeführt wird.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PageHeader</name>
    <message>
        <source>Further actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>as of %1, offline</source>
        <translation>Stand %1, offline</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::Pages</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>DNS zone</source>
        <translation>DNS-Zone</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
</context>
<context>
    <name>ui::PeopleEditor</name>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>People of the organisation</source>
        <translation>Personen der Organisation</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 already uses this address.</source>
        <translation>%1 nutzt diese Adresse bereits.</translation>
    </message>
    <message>
        <source>Rights of %1</source>
        <translation>Rechte von %1</translation>
    </message>
    <message>
        <source>The people of the organisation are not known yet.</source>
        <translation>Die Personen der Organisation sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Choose a person to see what they may do.</source>
        <translation>Wählen Sie eine Person, um zu sehen, was sie darf.</translation>
    </message>
    <message>
        <source>The rights begin with the defaults of this mail service.</source>
        <translation>Die Rechte beginnen mit den Vorgaben dieses Dienstes.</translation>
    </message>
    <message>
        <source>Tick the person to give them access with these rights.</source>
        <translation>Kreuzen Sie die Person an, um ihr mit diesen Rechten Zugriff zu geben.</translation>
    </message>
    <message>
        <source>Tick the person first.</source>
        <translation>Kreuzen Sie zuerst die Person an.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody here has “%1” in the name or address.</source>
        <translation>Niemand hier hat „%1“ im Namen oder in der Adresse.</translation>
    </message>
</context>
<context>
    <name>ui::PeopleStep</name>
    <message>
        <source>Who has access?</source>
        <translation>Wer hat Zugriff?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>Only me (%1)</source>
        <translation>Nur ich (%1)</translation>
    </message>
    <message>
        <source>The address appears in your web mail. Others can be added later.</source>
        <translation>Die Adresse erscheint in Ihrem Webmail. Weitere Personen lassen sich später hinzufügen.</translation>
    </message>
    <message>
        <source>People of the organisation</source>
        <translation>Personen der Organisation</translation>
    </message>
    <message>
        <source>Each with rights of their own; they all see the same mailbox.</source>
        <translation>Jede mit eigenen Rechten; alle sehen dasselbe Postfach.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>The address receives mail at once, but it has no password and no user, and is visible nowhere until you add one.</source>
        <translation>Die Adresse empfängt sofort E-Mails, hat aber weder Passwort noch Nutzer und ist nirgends sichtbar, bis Sie eines davon hinzufügen.</translation>
    </message>
    <message>
        <source>Tick at least one person, or decide later.</source>
        <translation>Kreuzen Sie mindestens eine Person an, oder entscheiden Sie später.</translation>
    </message>
    <message>
        <source>Everybody in the organisation</source>
        <translation>Alle in der Organisation</translation>
    </message>
    <message>
        <source>All who belong to it now, with the rights that new users get. Those who join later are not included: add them on the page of the address.</source>
        <translation>Alle, die jetzt dazugehören, mit den Rechten, die neue Nutzer bekommen. Wer später dazukommt, gehört nicht dazu: auf der Seite der Adresse hinzufügen.</translation>
    </message>
</context>
<context>
    <name>ui::PictureView</name>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
</context>
<context>
    <name>ui::ProtocolStep</name>
    <message>
        <source>How does it fetch mail?</source>
        <translation>Wie ruft es E-Mails ab?</translation>
    </message>
    <message>
        <source>Create password</source>
        <translation>Passwort erstellen</translation>
    </message>
    <message>
        <source>IMAP (recommended)</source>
        <translation>IMAP (empfohlen)</translation>
    </message>
    <message>
        <source>Mail stays on the server; all devices show the same folders and the same state.</source>
        <translation>E-Mails bleiben auf dem Server; alle Geräte zeigen dieselben Ordner und denselben Stand.</translation>
    </message>
    <message>
        <source>POP3</source>
        <translation>POP3</translation>
    </message>
    <message>
        <source>Mail is downloaded from the inbox to one device; folders and sent mail stay there.</source>
        <translation>E-Mails werden aus dem Posteingang auf ein Gerät geladen; Ordner und gesendete E-Mails bleiben dort.</translation>
    </message>
    <message>
        <source>IMAP and POP3</source>
        <translation>IMAP und POP3</translation>
    </message>
    <message>
        <source>Only while a program changes from one to the other.</source>
        <translation>Nur während ein Programm von einem zum anderen wechselt.</translation>
    </message>
    <message>
        <source>Use one of the two on one address, never both: POP3 takes away what IMAP devices still want to see, and “leave a copy on the server” downloads everything again. Sending is included with each of them, as far as the user may send.</source>
        <translation>Verwenden Sie für eine Adresse eines von beiden, nie beide: POP3 nimmt weg, was IMAP-Geräte noch sehen wollen, und „Kopie auf dem Server belassen“ lädt alles erneut. Senden gehört zu jedem dazu, soweit der Nutzer senden darf.</translation>
    </message>
</context>
<context>
    <name>ui::PublishDialog</name>
    <message>
        <source>Records of %1</source>
        <translation>Einträge von %1</translation>
    </message>
    <message>
        <source>Publish these records</source>
        <translation>Diese Einträge veröffentlichen</translation>
    </message>
    <message>
        <source>The DNS of %1 is kept elsewhere. Enter the records there, exactly as they are here. It may take up to 48 hours until everybody sees them.</source>
        <translation>Das DNS von %1 wird anderswo geführt. Tragen Sie die Einträge dort genau so ein, wie sie hier stehen. Es kann bis zu 48 Stunden dauern, bis alle sie sehen.</translation>
    </message>
    <message>
        <source>To be published</source>
        <translation>Zu veröffentlichen</translation>
    </message>
    <message>
        <source>To be removed</source>
        <translation>Zu entfernen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Darauf warten</translation>
    </message>
    <message>
        <source>Looks every 20 seconds and says when the records are seen. The window can be closed meanwhile.</source>
        <translation>Sieht alle 20 Sekunden nach und meldet, wenn die Einträge zu sehen sind. Das Fenster kann inzwischen geschlossen werden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied: %1.</source>
        <translation>Kopiert: %1.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>the type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>As in a zone file</source>
        <translation>Wie in einer Zonendatei</translation>
    </message>
    <message>
        <source>the value as in a zone file</source>
        <translation>Wert wie in einer Zonendatei</translation>
    </message>
    <message>
        <source>Waiting. You will be told when the records are seen.</source>
        <translation>Es wird gewartet. Sie erhalten eine Meldung, wenn die Einträge zu sehen sind.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
        <source>Wait for the records of %1</source>
        <translation>Auf die Einträge von %1 warten</translation>
    </message>
    <message>
        <source>The records of %1 are seen.</source>
        <translation>Die Einträge von %1 sind zu sehen.</translation>
    </message>
    <message>
        <source>Look for the records of %1</source>
        <translation>Nach den Einträgen von %1 sehen</translation>
    </message>
    <message>
        <source>All of it is seen.</source>
        <translation>Alles ist zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) not seen yet.</source>
        <translation>
            <numerusform>%n Eintrag ist noch nicht zu sehen.</numerusform>
            <numerusform>%n Einträge sind noch nicht zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordDialog</name>
    <message>
        <source>New record in %1</source>
        <translation>Neuer Eintrag in %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>In a zone file</source>
        <translation>In einer Zonendatei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Stage for later</source>
        <translation>Für später vormerken</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation>%1 wurde angelegt.</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Ohne Speichern verlassen?</translation>
    </message>
    <message>
        <source>What you typed will be lost.</source>
        <translation>Was Sie eingegeben haben, geht verloren.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
</context>
<context>
    <name>ui::RecordForm</name>
    <message>
        <source>Choose a service, or type it below</source>
        <translation>Dienst wählen oder unten eingeben</translation>
    </message>
    <message>
        <source>issue</source>
        <translation>issue</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>How long whoever asked keeps the answer. Seconds, or a time such as 1h.</source>
        <translation>So lange behält, wer gefragt hat, die Antwort. Sekunden oder eine Zeit wie 1h.</translation>
    </message>
    <message>
        <source>empty: %1 itself</source>
        <translation>leer: %1 selbst</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>As it is registered, such as _imaps.</source>
        <translation>Wie er registriert ist, etwa _imaps.</translation>
    </message>
    <message>
        <source>Its number, 25 for mail between servers.</source>
        <translation>Seine Nummer, 25 für Mail zwischen Servern.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>The name of the service is missing.</source>
        <translation>Der Name des Dienstes fehlt.</translation>
    </message>
    <message>
        <source>The port is missing.</source>
        <translation>Der Port fehlt.</translation>
    </message>
    <message>
        <source>The TTL must be between %1 and %2 seconds.</source>
        <translation>Die TTL muss zwischen %1 und %2 Sekunden liegen.</translation>
    </message>
    <message>
        <source>Full name: %1</source>
        <translation>Voller Name: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes, sent as one string.</source>
        <translation>
            <numerusform>%Ln Byte, als ein String gesendet.</numerusform>
            <numerusform>%Ln Byte, als ein String gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes, sent as %2 strings: %3.</source>
        <translation>%1 Byte, als %2 Strings gesendet: %3.</translation>
    </message>
    <message>
        <source>Line breaks are left out.</source>
        <translation>Zeilenumbrüche werden ausgelassen.</translation>
    </message>
</context>
<context>
    <name>ui::RecordStep</name>
    <message>
        <source>What will be published</source>
        <translation>Was veröffentlicht wird</translation>
    </message>
</context>
<context>
    <name>ui::RecordText</name>
    <message>
        <source>the record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>ui::RecordWizard</name>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Wird veröffentlicht</translation>
    </message>
    <message>
        <source>The zone of %1 was changed.</source>
        <translation>Die Zone von %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Not all of it was done</source>
        <translation>Nicht alles wurde erledigt</translation>
    </message>
    <message>
        <source>What failed can be tried again from the journal.</source>
        <translation>Was fehlgeschlagen ist, lässt sich aus dem Verlauf erneut versuchen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::RecordWords</name>
    <message>
        <source>address (IPv4)</source>
        <translation>Adresse (IPv4)</translation>
    </message>
    <message>
        <source>The name leads to this IPv4 address.</source>
        <translation>Der Name führt zu dieser IPv4-Adresse.</translation>
    </message>
    <message>
        <source>address (IPv6)</source>
        <translation>Adresse (IPv6)</translation>
    </message>
    <message>
        <source>The name leads to this IPv6 address.</source>
        <translation>Der Name führt zu dieser IPv6-Adresse.</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>The name is another word for a name elsewhere. Nothing else can stand beside it.</source>
        <translation>Der Name steht für einen anderen Namen. Daneben kann nichts anderes stehen.</translation>
    </message>
    <message>
        <source>where mail goes</source>
        <translation>wohin Mail geht</translation>
    </message>
    <message>
        <source>Mail to the name is delivered to this host, the lowest priority first.</source>
        <translation>Mail an den Namen wird diesem Host zugestellt, die niedrigste Priorität zuerst.</translation>
    </message>
    <message>
        <source>text: SPF, DKIM, DMARC and more</source>
        <translation>Text: SPF, DKIM, DMARC und mehr</translation>
    </message>
    <message>
        <source>Text that programs look for under this name.</source>
        <translation>Text, den Programme unter diesem Namen suchen.</translation>
    </message>
    <message>
        <source>where a service is</source>
        <translation>wo ein Dienst ist</translation>
    </message>
    <message>
        <source>Programs that look for the service find its host and port.</source>
        <translation>Programme, die den Dienst suchen, finden Host und Port.</translation>
    </message>
    <message>
        <source>who may issue certificates</source>
        <translation>wer Zertifikate ausstellen darf</translation>
    </message>
    <message>
        <source>Only the authorities that are named may issue certificates for the name.</source>
        <translation>Nur die genannten Stellen dürfen Zertifikate für den Namen ausstellen.</translation>
    </message>
    <message>
        <source>which certificate is right (DANE)</source>
        <translation>welches Zertifikat stimmt (DANE)</translation>
    </message>
    <message>
        <source>Who connects to this port can tell the right certificate. It needs DNSSEC.</source>
        <translation>Wer sich mit diesem Port verbindet, erkennt das richtige Zertifikat. Braucht DNSSEC.</translation>
    </message>
    <message>
        <source>other name servers below</source>
        <translation>andere Nameserver darunter</translation>
    </message>
    <message>
        <source>This name and all below it are looked up on another name server.</source>
        <translation>Dieser Name und alle darunter werden bei einem anderen Nameserver nachgeschlagen.</translation>
    </message>
    <message>
        <source>keys of a zone below (DNSSEC)</source>
        <translation>Schlüssel einer Zone darunter (DNSSEC)</translation>
    </message>
    <message>
        <source>Vouches for the DNSSEC key of a zone below this one.</source>
        <translation>Bürgt für den DNSSEC-Schlüssel einer Zone darunter.</translation>
    </message>
    <message>
        <source>alias of all names below</source>
        <translation>Alias aller Namen darunter</translation>
    </message>
    <message>
        <source>All names below this one are looked up elsewhere.</source>
        <translation>Alle Namen darunter werden anderswo nachgeschlagen.</translation>
    </message>
    <message>
        <source>key of an SSH server</source>
        <translation>Schlüssel eines SSH-Servers</translation>
    </message>
    <message>
        <source>SSH clients can tell the right server. It needs DNSSEC.</source>
        <translation>SSH-Programme erkennen den richtigen Server. Braucht DNSSEC.</translation>
    </message>
    <message>
        <source>certificate of a person (S/MIME)</source>
        <translation>Zertifikat einer Person (S/MIME)</translation>
    </message>
    <message>
        <source>Mail programs find the certificate that belongs to an address. It needs DNSSEC.</source>
        <translation>Mailprogramme finden das Zertifikat zu einer Adresse. Braucht DNSSEC.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>A name, such as www.example.org.</source>
        <translation>Ein Name wie www.example.org.</translation>
    </message>
    <message>
        <source>Names below are looked up below this one.</source>
        <translation>Namen darunter werden unter diesem nachgeschlagen.</translation>
    </message>
    <message>
        <source>Name server</source>
        <translation>Nameserver</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>The lowest number is tried first.</source>
        <translation>Die niedrigste Zahl wird zuerst versucht.</translation>
    </message>
    <message>
        <source>Mail host</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>A name with an address. A single dot: takes no mail.</source>
        <translation>Ein Name mit Adresse. Ein einzelner Punkt: nimmt keine Mail an.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Shares the load among hosts of the same priority.</source>
        <translation>Verteilt die Last unter Hosts gleicher Priorität.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>A name with an address. A single dot: there is no such service.</source>
        <translation>Ein Name mit Adresse. Ein einzelner Punkt: den Dienst gibt es nicht.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>When not understood</source>
        <translation>Wenn unverstanden</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>The name of the authority, such as letsencrypt.org. A semicolon: nobody. For iodef: mailto:admin@example.org.</source>
        <translation>Der Name der Stelle, etwa letsencrypt.org. Ein Semikolon: niemand. Für iodef: mailto:admin@example.org.</translation>
    </message>
    <message>
        <source>What it names</source>
        <translation>Was er nennt</translation>
    </message>
    <message>
        <source>Which part</source>
        <translation>Welcher Teil</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Hexadecimal digits; blanks do not count.</source>
        <translation>Hexadezimale Ziffern; Leerzeichen zählen nicht.</translation>
    </message>
    <message>
        <source>Key tag</source>
        <translation>Schlüsselkennung</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Digest by</source>
        <translation>Prüfsumme mit</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>Art des Schlüssels</translation>
    </message>
    <message>
        <source>Fingerprint by</source>
        <translation>Fingerabdruck mit</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>As “ssh-keygen -r” prints it.</source>
        <translation>Wie „ssh-keygen -r“ ihn ausgibt.</translation>
    </message>
    <message>
        <source>an authority may go on (usual)</source>
        <translation>die Stelle darf fortfahren (üblich)</translation>
    </message>
    <message>
        <source>an authority must refuse (critical)</source>
        <translation>die Stelle muss ablehnen (kritisch)</translation>
    </message>
    <message>
        <source>an authority, checked as usual (PKIX-TA)</source>
        <translation>eine Stelle, wie üblich geprüft (PKIX-TA)</translation>
    </message>
    <message>
        <source>the certificate, checked as usual (PKIX-EE)</source>
        <translation>das Zertifikat, wie üblich geprüft (PKIX-EE)</translation>
    </message>
    <message>
        <source>an authority, trusted by this record (DANE-TA)</source>
        <translation>eine Stelle, der dieser Eintrag traut (DANE-TA)</translation>
    </message>
    <message>
        <source>the certificate itself (DANE-EE, usual for mail)</source>
        <translation>das Zertifikat selbst (DANE-EE, üblich für Mail)</translation>
    </message>
    <message>
        <source>the whole certificate</source>
        <translation>das ganze Zertifikat</translation>
    </message>
    <message>
        <source>its public key (stays when it is renewed)</source>
        <translation>sein öffentlicher Schlüssel (bleibt beim Erneuern)</translation>
    </message>
    <message>
        <source>all of it, byte by byte</source>
        <translation>alles, Byte für Byte</translation>
    </message>
    <message>
        <source>SHA-256 digest (usual)</source>
        <translation>SHA-256-Prüfsumme (üblich)</translation>
    </message>
    <message>
        <source>SHA-512 digest</source>
        <translation>SHA-512-Prüfsumme</translation>
    </message>
    <message>
        <source>RSA with SHA-256</source>
        <translation>RSA mit SHA-256</translation>
    </message>
    <message>
        <source>RSA with SHA-512</source>
        <translation>RSA mit SHA-512</translation>
    </message>
    <message>
        <source>ECDSA P-256 (usual)</source>
        <translation>ECDSA P-256 (üblich)</translation>
    </message>
    <message>
        <source>ECDSA P-384</source>
        <translation>ECDSA P-384</translation>
    </message>
    <message>
        <source>Ed25519</source>
        <translation>Ed25519</translation>
    </message>
    <message>
        <source>Ed448</source>
        <translation>Ed448</translation>
    </message>
    <message>
        <source>SHA-1 (out of date)</source>
        <translation>SHA-1 (veraltet)</translation>
    </message>
    <message>
        <source>SHA-256 (usual)</source>
        <translation>SHA-256 (üblich)</translation>
    </message>
    <message>
        <source>SHA-384</source>
        <translation>SHA-384</translation>
    </message>
    <message>
        <source>RSA</source>
        <translation>RSA</translation>
    </message>
    <message>
        <source>DSA (out of date)</source>
        <translation>DSA (veraltet)</translation>
    </message>
    <message>
        <source>ECDSA</source>
        <translation>ECDSA</translation>
    </message>
    <message>
        <source>Mail programs: IMAP, TLS</source>
        <translation>Mailprogramme: IMAP, TLS</translation>
    </message>
    <message>
        <source>Mail programs: sending, TLS</source>
        <translation>Mailprogramme: Senden, TLS</translation>
    </message>
    <message>
        <source>Mail programs: sending, STARTTLS</source>
        <translation>Mailprogramme: Senden, STARTTLS</translation>
    </message>
    <message>
        <source>Mail programs: POP3, TLS</source>
        <translation>Mailprogramme: POP3, TLS</translation>
    </message>
    <message>
        <source>Mail programs: filters (ManageSieve)</source>
        <translation>Mailprogramme: Filter (ManageSieve)</translation>
    </message>
    <message>
        <source>Mail programs: Autodiscover</source>
        <translation>Mailprogramme: Autodiscover</translation>
    </message>
    <message>
        <source>Calendars (CalDAV)</source>
        <translation>Kalender (CalDAV)</translation>
    </message>
    <message>
        <source>Address books (CardDAV)</source>
        <translation>Adressbücher (CardDAV)</translation>
    </message>
    <message>
        <source>XMPP: clients</source>
        <translation>XMPP: Programme</translation>
    </message>
    <message>
        <source>XMPP: clients, TLS from the start</source>
        <translation>XMPP: Programme, TLS von Anfang an</translation>
    </message>
    <message>
        <source>XMPP: other servers</source>
        <translation>XMPP: andere Server</translation>
    </message>
    <message>
        <source>LDAP directory</source>
        <translation>LDAP-Verzeichnis</translation>
    </message>
    <message>
        <source>LDAP directory, TLS</source>
        <translation>LDAP-Verzeichnis, TLS</translation>
    </message>
    <message>
        <source>Office 365: sign-in to calls (SIP)</source>
        <translation>Office 365: Anmeldung zum Telefonieren (SIP)</translation>
    </message>
    <message>
        <source>Office 365: calls with other firms</source>
        <translation>Office 365: Gespräche mit anderen Firmen</translation>
    </message>
    <message>
        <source>Telephony (SIP over TLS)</source>
        <translation>Telefonie (SIP über TLS)</translation>
    </message>
    <message>
        <source>Matrix: other servers</source>
        <translation>Matrix: andere Server</translation>
    </message>
</context>
<context>
    <name>ui::RecordsTab</name>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>New record like this…</source>
        <translation>Neuer Eintrag wie dieser…</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Edit the TTL</source>
        <translation>TTL bearbeiten</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Import a zone file…</source>
        <translation>Zonendatei einlesen…</translation>
    </message>
    <message>
        <source>Export as a zone file…</source>
        <translation>Als Zonendatei exportieren…</translation>
    </message>
    <message>
        <source>Export these rows to CSV…</source>
        <translation>Diese Zeilen als CSV exportieren…</translation>
    </message>
    <message>
        <source>The records were not refreshed</source>
        <translation>Die Einträge wurden nicht aktualisiert</translation>
    </message>
    <message>
        <source>The records were not read yet</source>
        <translation>Die Einträge wurden noch nicht gelesen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>Kein Eintrag passt</translation>
    </message>
    <message>
        <source>There is no record of these types.</source>
        <translation>Es gibt keinen Eintrag dieser Typen.</translation>
    </message>
    <message>
        <source>Nothing contains “%1”, neither in the name nor in the value.</source>
        <translation>Nichts enthält „%1“, weder im Namen noch im Wert.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>Noch keine Einträge</translation>
    </message>
    <message>
        <source>Create the first one (Ctrl+N), or import a zone file.</source>
        <translation>Legen Sie den ersten an (Ctrl+N) oder lesen Sie eine Zonendatei ein.</translation>
    </message>
    <message>
        <source>Reading the records</source>
        <translation>Einträge werden gelesen</translation>
    </message>
    <message>
        <source>This record is staged or on its way. Review the staged changes to change it.</source>
        <translation>Dieser Eintrag ist vorgemerkt oder unterwegs. Sehen Sie die vorgemerkten Änderungen durch, um ihn zu ändern.</translation>
    </message>
    <message>
        <source>%1: the host looks after this record; it cannot be changed here.</source>
        <translation>%1: diesen Eintrag führt der Host selbst; er lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>Seconds, or a time such as 1h: between %1 and %2 seconds.</source>
        <translation>Sekunden oder eine Zeit wie 1h: zwischen %1 und %2 Sekunden.</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>TTL of %1</source>
        <translation>TTL von %1</translation>
    </message>
    <message>
        <source>The TTL of %1 is now %2.</source>
        <translation>Die TTL von %1 ist jetzt %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) copied.</source>
        <translation>
            <numerusform>%Ln Wert kopiert.</numerusform>
            <numerusform>%Ln Werte kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln records</source>
        <translation>
            <numerusform>%Ln Eintrag löschen</numerusform>
            <numerusform>%Ln Einträge löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a zone file into %1</source>
        <translation>Zonendatei in %1 einlesen</translation>
    </message>
    <message>
        <source>Zone files (*.zone *.db *.txt *.hosts)</source>
        <translation>Zonendateien (*.zone *.db *.txt *.hosts)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln records</source>
        <translation>
            <numerusform>%Ln Eintrag exportieren</numerusform>
            <numerusform>%Ln Einträge exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Zone files (*.zone)</source>
        <translation>Zonendateien (*.zone)</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>Einträge exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were written to %1.</source>
        <translation>
            <numerusform>%Ln Eintrag wurde nach %1 geschrieben.</numerusform>
            <numerusform>%Ln Einträge wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Remedy</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::ResultPage</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>ui::ReviewDialog</name>
    <message>
        <source>Review the changes</source>
        <translation>Änderungen durchsehen</translation>
    </message>
    <message>
        <source>The mail service does not answer. Stage it now; it is reviewed again before it is applied.</source>
        <translation>Der Dienst antwortet nicht. Merken Sie es jetzt vor; vor dem Anwenden wird es noch einmal durchgesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s). Nothing is done before you agree.</source>
        <translation>
            <numerusform>%Ln Änderung. Nichts geschieht, bevor Sie zustimmen.</numerusform>
            <numerusform>%Ln Änderungen. Nichts geschieht, bevor Sie zustimmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Something in it cannot be done; see above.</source>
        <translation>Etwas darin ist nicht möglich; siehe oben.</translation>
    </message>
    <message>
        <source>The mail service does not answer.</source>
        <translation>Der Dienst antwortet nicht.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stage for later</source>
        <translation>Für später vormerken</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
</context>
<context>
    <name>ui::ReviewStep</name>
    <message>
        <source>This will be done</source>
        <translation>Das wird getan</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>What is marked above stands against it.</source>
        <translation>Dagegen steht, was oben gekennzeichnet ist.</translation>
    </message>
</context>
<context>
    <name>ui::Rights</name>
    <message>
        <source>Write, reply and forward, in web mail and with this person&apos;s devices.</source>
        <translation>Schreiben, antworten und weiterleiten, im Webmail und mit den Geräten dieser Person.</translation>
    </message>
    <message>
        <source>%1 can send from %2.</source>
        <translation>%1 kann von %2 senden.</translation>
    </message>
    <message>
        <source>%1 can no longer send from %2.</source>
        <translation>%1 kann von %2 nicht mehr senden.</translation>
    </message>
    <message>
        <source>Set up out-of-office and other automatic answers.</source>
        <translation>Abwesenheitsnachrichten und andere automatische Antworten einrichten.</translation>
    </message>
    <message>
        <source>%1 can manage the auto-replies of %2.</source>
        <translation>%1 kann die Abwesenheitsnachrichten von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the auto-replies of %2.</source>
        <translation>%1 kann die Abwesenheitsnachrichten von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>Edit signatures and reply addresses.</source>
        <translation>Signaturen und Antwortadressen bearbeiten.</translation>
    </message>
    <message>
        <source>%1 can manage the signatures of %2.</source>
        <translation>%1 kann die Signaturen von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the signatures of %2.</source>
        <translation>%1 kann die Signaturen von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>Send copies of incoming mail to other addresses.</source>
        <translation>Kopien eingehender E-Mails an andere Adressen senden.</translation>
    </message>
    <message>
        <source>%1 can manage the redirections of %2.</source>
        <translation>%1 kann die Weiterleitungen von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the redirections of %2.</source>
        <translation>%1 kann die Weiterleitungen von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>Add and remove further names of this address.</source>
        <translation>Weitere Namen dieser Adresse hinzufügen und entfernen.</translation>
    </message>
    <message>
        <source>%1 can manage the aliases of %2.</source>
        <translation>%1 kann die Aliasse von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the aliases of %2.</source>
        <translation>%1 kann die Aliasse von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>Switch the spam filter and the ad filter.</source>
        <translation>Spamfilter und Werbefilter schalten.</translation>
    </message>
    <message>
        <source>%1 can manage the filters of %2.</source>
        <translation>%1 kann die Filter von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the filters of %2.</source>
        <translation>%1 kann die Filter von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>Sort incoming mail automatically.</source>
        <translation>Eingehende E-Mails automatisch sortieren.</translation>
    </message>
    <message>
        <source>%1 can manage the rules of %2.</source>
        <translation>%1 kann die Regeln von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the rules of %2.</source>
        <translation>%1 kann die Regeln von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>Choose which folders hold sent mail, drafts, spam and deleted mail.</source>
        <translation>Wählen, welche Ordner gesendete E-Mails, Entwürfe, Spam und gelöschte E-Mails aufnehmen.</translation>
    </message>
    <message>
        <source>%1 can configure the folders of %2.</source>
        <translation>%1 kann die Ordner von %2 einrichten.</translation>
    </message>
    <message>
        <source>%1 can no longer configure the folders of %2.</source>
        <translation>%1 kann die Ordner von %2 nicht mehr einrichten.</translation>
    </message>
    <message>
        <source>Block and approve senders.</source>
        <translation>Absender sperren und zulassen.</translation>
    </message>
    <message>
        <source>%1 can manage the blocked and approved senders of %2.</source>
        <translation>%1 kann die gesperrten und zugelassenen Absender von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the blocked and approved senders of %2.</source>
        <translation>%1 kann die gesperrten und zugelassenen Absender von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>Add devices and make new device passwords.</source>
        <translation>Geräte hinzufügen und neue Gerätepasswörter erstellen.</translation>
    </message>
    <message>
        <source>%1 can manage the devices of %2.</source>
        <translation>%1 kann die Geräte von %2 verwalten.</translation>
    </message>
    <message>
        <source>%1 can no longer manage the devices of %2.</source>
        <translation>%1 kann die Geräte von %2 nicht mehr verwalten.</translation>
    </message>
    <message>
        <source>See what was done on this address, when and by whom.</source>
        <translation>Sehen, was an dieser Adresse wann und von wem getan wurde.</translation>
    </message>
    <message>
        <source>%1 can see the history of %2.</source>
        <translation>%1 kann das Protokoll von %2 einsehen.</translation>
    </message>
    <message>
        <source>%1 can no longer see the history of %2.</source>
        <translation>%1 kann das Protokoll von %2 nicht mehr einsehen.</translation>
    </message>
    <message>
        <source>Bring messages back from a backup.</source>
        <translation>Nachrichten aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>%1 can restore emails of %2.</source>
        <translation>%1 kann E-Mails von %2 wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 can no longer restore emails of %2.</source>
        <translation>%1 kann E-Mails von %2 nicht mehr wiederherstellen.</translation>
    </message>
    <message>
        <source>Answers and forwarding</source>
        <translation>Antworten und Weiterleiten</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Access and safety</source>
        <translation>Zugriff und Sicherheit</translation>
    </message>
    <message>
        <source>Further rights not known</source>
        <translation>Weitere Rechte nicht bekannt</translation>
    </message>
    <message>
        <source>All further rights</source>
        <translation>Alle weiteren Rechte</translation>
    </message>
    <message>
        <source>No further rights</source>
        <translation>Keine weiteren Rechte</translation>
    </message>
    <message>
        <source>%1 of %2 further rights</source>
        <translation>%1 von %2 weiteren Rechten</translation>
    </message>
</context>
<context>
    <name>ui::RightsEditor</name>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>hier nicht bekannt</translation>
    </message>
    <message>
        <source>This service does not tell the right, so it cannot be changed here.</source>
        <translation>Dieser Dienst teilt das Recht nicht mit, darum lässt es sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ui::SecretView</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Copy the password; the clipboard is cleared after a minute</source>
        <translation>Passwort kopieren; die Zwischenablage wird nach einer Minute geleert</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Passwort kopieren</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
</context>
<context>
    <name>ui::SectionCard</name>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>what is published for %1</source>
        <translation>Veröffentlichtes zu %1</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Schlüssel…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Anlegen…</translation>
    </message>
    <message>
        <source>Correct %1</source>
        <translation>Berichtigen: %1</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Details: %1</translation>
    </message>
</context>
<context>
    <name>ui::Security</name>
    <message>
        <source>SPF</source>
        <translation>SPF</translation>
    </message>
    <message>
        <source>DKIM</source>
        <translation>DKIM</translation>
    </message>
    <message>
        <source>DMARC</source>
        <translation>DMARC</translation>
    </message>
    <message>
        <source>Mail reaches us</source>
        <translation>Mail erreicht uns</translation>
    </message>
    <message>
        <source>DNSSEC</source>
        <translation>DNSSEC</translation>
    </message>
    <message>
        <source>DANE</source>
        <translation>DANE</translation>
    </message>
    <message>
        <source>Further records</source>
        <translation>Weitere Einträge</translation>
    </message>
    <message>
        <source>Which servers may send for the domain</source>
        <translation>Welche Server für die Domain senden dürfen</translation>
    </message>
    <message>
        <source>Signatures that prove a message was not altered</source>
        <translation>Signaturen, die belegen, dass eine Nachricht nicht verändert wurde</translation>
    </message>
    <message>
        <source>What receivers do with forged messages</source>
        <translation>Was Empfänger mit gefälschten Nachrichten tun</translation>
    </message>
    <message>
        <source>Where mail is delivered, and how programs find the servers</source>
        <translation>Wohin Mail zugestellt wird und wie Programme die Server finden</translation>
    </message>
    <message>
        <source>Answers about the domain cannot be forged</source>
        <translation>Antworten über die Domain lassen sich nicht fälschen</translation>
    </message>
    <message>
        <source>Servers that send to us insist on encryption</source>
        <translation>Server, die an uns senden, bestehen auf Verschlüsselung</translation>
    </message>
    <message>
        <source>MTA-STS, TLS reports, BIMI, CAA</source>
        <translation>MTA-STS, TLS-Berichte, BIMI, CAA</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>All %n points are in order.</source>
        <translation>
            <numerusform>%n Punkt ist in Ordnung.</numerusform>
            <numerusform>Alle %n Punkte sind in Ordnung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n points are in order. To be looked at: %2.</source>
        <translation>
            <numerusform>%1 von %n Punkt in Ordnung. Anzusehen: %2.</numerusform>
            <numerusform>%1 von %n Punkten in Ordnung. Anzusehen: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Parts of the security page</source>
        <translation>Teile der Sicherheitsseite</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>SPF</source>
        <translation>SPF</translation>
    </message>
    <message>
        <source>DKIM</source>
        <translation>DKIM</translation>
    </message>
    <message>
        <source>DMARC</source>
        <translation>DMARC</translation>
    </message>
    <message>
        <source>DNSSEC</source>
        <translation>DNSSEC</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation>Bericht als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the report as HTML</source>
        <translation>Bericht als HTML kopieren</translation>
    </message>
    <message>
        <source>Save the report as PDF…</source>
        <translation>Bericht als PDF speichern…</translation>
    </message>
    <message>
        <source>How to ask DNS…</source>
        <translation>Wie DNS gefragt wird…</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The domain could not be checked</source>
        <translation>Die Domain konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>The mail service refused the sign-in</source>
        <translation>Der Maildienst hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Asking DNS for SPF, DKIM, DMARC, mail hosts and signatures.</source>
        <translation>DNS wird nach SPF, DKIM, DMARC, Mailservern und Signaturen gefragt.</translation>
    </message>
    <message>
        <source>The mail host looks once a day and keeps what is new.</source>
        <translation>Der Mailserver sieht einmal am Tag nach und behält, was neu ist.</translation>
    </message>
    <message>
        <source>This computer looks when the page is opened or checked again, and keeps what is new.</source>
        <translation>Dieser Computer sieht nach, wenn die Seite geöffnet oder erneut geprüft wird, und behält, was neu ist.</translation>
    </message>
    <message>
        <source>Read the history of %1</source>
        <translation>Verlauf von %1 lesen</translation>
    </message>
    <message>
        <source>Accept the state of %1</source>
        <translation>Zustand von %1 akzeptieren</translation>
    </message>
    <message>
        <source>Today&apos;s state of %1 is accepted.</source>
        <translation>Der heutige Zustand von %1 ist akzeptiert.</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>Der Bericht wurde kopiert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the report as %1</source>
        <translation>Bericht als %1 speichern</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>Der Bericht wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Bring the mail of %1 here?</source>
        <translation>Post von %1 hierher holen?</translation>
    </message>
    <message>
        <source>It is delivered elsewhere now, and that may be meant. Once the correction is published, all mail for the domain comes to this service.</source>
        <translation>Sie wird jetzt anderswo zugestellt, und das kann gewollt sein. Sobald die Berichtigung veröffentlicht ist, kommt alle Post für die Domain zu diesem Dienst.</translation>
    </message>
    <message>
        <source>Review the change</source>
        <translation>Änderung durchsehen</translation>
    </message>
</context>
<context>
    <name>ui::SecurityReport</name>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Publish: %1 %2 %3</source>
        <translation>Veröffentlichen: %1 %2 %3</translation>
    </message>
    <message>
        <source>Remove: %1 %2 %3</source>
        <translation>Entfernen: %1 %2 %3</translation>
    </message>
    <message>
        <source>Security of %1</source>
        <translation>Sicherheit von %1</translation>
    </message>
</context>
<context>
    <name>ui::ServiceName</name>
    <message>
        <source>An account that was removed</source>
        <translation>Ein Konto, das entfernt wurde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ui::SetAside</name>
    <message>
        <source>The journal was damaged and begins anew: staged changes and what was done before are no longer shown. The damaged file was kept as %1.</source>
        <translation>Der Verlauf war beschädigt und beginnt neu: Vorgemerkte Änderungen und was zuvor erledigt wurde, werden nicht mehr gezeigt. Die beschädigte Datei liegt jetzt unter %1.</translation>
    </message>
    <message>
        <source>The history of the looks at your domains was damaged and begins anew. The damaged file was kept as %1.</source>
        <translation>Die Aufzeichnung der Blicke auf Ihre Domains war beschädigt und beginnt neu. Die beschädigte Datei liegt jetzt unter %1.</translation>
    </message>
</context>
<context>
    <name>ui::SignatureView</name>
    <message>
        <source>The message has no DKIM signature.</source>
        <translation>Die Nachricht hat keine DKIM-Signatur.</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>Signatur von %1</translation>
    </message>
    <message>
        <source>Selector %1, %2</source>
        <translation>Selektor %1, %2</translation>
    </message>
    <message>
        <source>Verifies</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Not known: DNS did not answer</source>
        <translation>Nicht bekannt: DNS hat nicht geantwortet</translation>
    </message>
    <message>
        <source>Does not verify</source>
        <translation>Stimmt nicht</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
</context>
<context>
    <name>ui::SpfDrawing</name>
    <message>
        <source>everybody else is refused</source>
        <translation>alle anderen werden abgelehnt</translation>
    </message>
    <message>
        <source>everybody else is marked as suspicious</source>
        <translation>alle anderen werden als verdächtig gekennzeichnet</translation>
    </message>
    <message>
        <source>says nothing about everybody else</source>
        <translation>sagt nichts über alle anderen</translation>
    </message>
    <message>
        <source>lets everybody send</source>
        <translation>lässt jeden senden</translation>
    </message>
    <message>
        <source>decides nothing: “%1” already does</source>
        <translation>entscheidet nichts: „%1“ tut es schon</translation>
    </message>
    <message>
        <source>depends on each message</source>
        <translation>hängt von der einzelnen Nachricht ab</translation>
    </message>
    <message>
        <source>the words of a refusal</source>
        <translation>der Wortlaut einer Ablehnung</translation>
    </message>
    <message>
        <source>not known, passed over</source>
        <translation>nicht bekannt, wird übergangen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch %n</numerusform>
            <numerusform>%1 und noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lookup(s)</source>
        <translation>
            <numerusform>%n Abfrage</numerusform>
            <numerusform>%n Abfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them find(s) nothing</source>
        <translation>
            <numerusform>%n davon findet nichts</numerusform>
            <numerusform>%n davon finden nichts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SpfStep</name>
    <message>
        <source>Who sends mail for %1?</source>
        <translation>Wer sendet Mail für %1?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Recommended: what is there, with what this mail service needs</source>
        <translation>Empfohlen: was da ist, ergänzt um das, was dieser Maildienst braucht</translation>
    </message>
    <message>
        <source>A record of my own</source>
        <translation>Ein eigener Eintrag</translation>
    </message>
    <message>
        <source>%1 – this mail service</source>
        <translation>%1 – dieser Maildienst</translation>
    </message>
    <message>
        <source>Further senders</source>
        <translation>Weitere Absender</translation>
    </message>
    <message>
        <source>Further senders, such as include:spf.example.net or ip4:192.0.2.25</source>
        <translation>Weitere Absender, etwa include:spf.example.net oder ip4:192.0.2.25</translation>
    </message>
    <message>
        <source>Everybody else</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>is refused (-all). Safest, when all senders are listed</source>
        <translation>werden abgelehnt (-all). Am sichersten, wenn alle Absender aufgeführt sind</translation>
    </message>
    <message>
        <source>is marked as suspicious (~all). While you find out who sends</source>
        <translation>werden als verdächtig gekennzeichnet (~all). Solange Sie herausfinden, wer sendet</translation>
    </message>
    <message>
        <source>is not judged (?all). Protects from nothing</source>
        <translation>werden nicht beurteilt (?all). Schützt vor nichts</translation>
    </message>
    <message>
        <source>SPF record</source>
        <translation>SPF-Eintrag</translation>
    </message>
    <message>
        <source>“%1” is not a sender: %2.</source>
        <translation>„%1“ ist kein Absender: %2.</translation>
    </message>
    <message>
        <source>it says nothing</source>
        <translation>es sagt nichts</translation>
    </message>
    <message>
        <source>“%1” does not name a sender.</source>
        <translation>„%1“ nennt keinen Absender.</translation>
    </message>
    <message>
        <source>An SPF record begins with “v=spf1”.</source>
        <translation>Ein SPF-Eintrag beginnt mit „v=spf1“.</translation>
    </message>
    <message>
        <source>“%1”: %2 (RFC 7208, section %3).</source>
        <translation>„%1“: %2 (RFC 7208, Abschnitt %3).</translation>
    </message>
    <message>
        <source>The record needs %1 lookups; receivers allow %2 and treat it as broken.</source>
        <translation>Der Eintrag braucht %1 Abfragen; Empfänger erlauben %2 und behandeln ihn als fehlerhaft.</translation>
    </message>
    <message>
        <source>“%1” lets everybody send.</source>
        <translation>„%1“ lässt jeden senden.</translation>
    </message>
    <message>
        <source>Without “-all” or “~all” at its end the record protects from nothing.</source>
        <translation>Ohne „-all“ oder „~all“ am Ende schützt der Eintrag vor nichts.</translation>
    </message>
    <message numerus="yes">
        <source>The record has %n bytes; beyond 450 an answer may not fit into one packet.</source>
        <translation>
            <numerusform>Der Eintrag hat %n Byte; über 450 passt eine Antwort womöglich nicht in ein Paket.</numerusform>
            <numerusform>Der Eintrag hat %n Bytes; über 450 passt eine Antwort womöglich nicht in ein Paket.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no SPF and is left out.</source>
        <translation>„%1“ ist kein SPF und wird weggelassen.</translation>
    </message>
    <message>
        <source>This is what is published already.</source>
        <translation>Das ist schon so veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>ui::SpfTab</name>
    <message>
        <source>What the record leads to</source>
        <translation>Wohin der Eintrag führt</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>The same as a table (Ctrl+T)</source>
        <translation>Dasselbe als Tabelle (Strg+T)</translation>
    </message>
    <message>
        <source>SPF tree</source>
        <translation>SPF-Baum</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Lookups</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Address ranges</source>
        <translation>Adressbereiche</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>SPF tree as a table</source>
        <translation>SPF-Baum als Tabelle</translation>
    </message>
    <message>
        <source>What if it were removed?</source>
        <translation>Was, wenn es entfernt würde?</translation>
    </message>
    <message>
        <source>Use this record…</source>
        <translation>Diesen Eintrag verwenden…</translation>
    </message>
    <message>
        <source>May these addresses send?</source>
        <translation>Dürfen diese Adressen senden?</translation>
    </message>
    <message>
        <source>IP addresses of servers that send mail for the domain, separated by spaces.</source>
        <translation>IP-Adressen von Servern, die Mail für die Domain senden, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IP-Adressen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>The domain has no SPF record.</source>
        <translation>Die Domain hat keinen SPF-Eintrag.</translation>
    </message>
    <message>
        <source>%1 of %2 lookups are used. Beyond that receivers give up and treat the record as broken.</source>
        <translation>%1 von %2 Abfragen sind verbraucht. Darüber hinaus geben Empfänger auf und behandeln den Eintrag als fehlerhaft.</translation>
    </message>
    <message>
        <source>What the record would be without “%1”</source>
        <translation>Wie der Eintrag ohne „%1“ wäre</translation>
    </message>
    <message>
        <source>Choose a term of the domain&apos;s own record in the tree first.</source>
        <translation>Wählen Sie zuerst im Baum einen Teil aus dem eigenen Eintrag der Domain.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
        <source>SPF without %1</source>
        <translation>SPF ohne %1</translation>
    </message>
    <message>
        <source>Without “%1”: %2 in place of %3 lookups.</source>
        <translation>Ohne „%1“: %2 statt %3 Abfragen.</translation>
    </message>
    <message>
        <source>Nobody loses the right to send.</source>
        <translation>Niemand verliert das Recht zu senden.</translation>
    </message>
    <message numerus="yes">
        <source>%n address range(s) could send no more: %1.</source>
        <translation>
            <numerusform>%n Adressbereich könnte nicht mehr senden: %1.</numerusform>
            <numerusform>%n Adressbereiche könnten nicht mehr senden: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service sends from %1: %2 before, %3 then.</source>
        <translation>Der Dienst sendet von %1: vorher %2, danach %3.</translation>
    </message>
    <message>
        <source>“%1” is not an IP address.</source>
        <translation>„%1“ ist keine IP-Adresse.</translation>
    </message>
    <message numerus="yes">
        <source>SPF of %n address(es)</source>
        <translation>
            <numerusform>SPF von %n Adresse</numerusform>
            <numerusform>SPF von %n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may send: “%2”.</source>
        <translation>%1 darf senden: „%2“.</translation>
    </message>
    <message>
        <source>%1 may not send: “%2”.</source>
        <translation>%1 darf nicht senden: „%2“.</translation>
    </message>
    <message>
        <source>%1 should not send and is marked as suspicious: “%2”.</source>
        <translation>%1 soll nicht senden und wird als verdächtig gekennzeichnet: „%2“.</translation>
    </message>
    <message>
        <source>Nothing is said about %1.</source>
        <translation>Über %1 wird nichts gesagt.</translation>
    </message>
    <message>
        <source>There is no SPF record to judge %1 by.</source>
        <translation>Es gibt keinen SPF-Eintrag, nach dem %1 zu beurteilen wäre.</translation>
    </message>
    <message>
        <source>%1 cannot be judged: %2</source>
        <translation>%1 lässt sich nicht beurteilen: %2</translation>
    </message>
</context>
<context>
    <name>ui::SpfWizard</name>
    <message>
        <source>SPF</source>
        <translation>SPF</translation>
    </message>
</context>
<context>
    <name>ui::Stage</name>
    <message>
        <source>This did not come within a minute: %1.</source>
        <translation>Das kam nicht innerhalb einer Minute: %1.</translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>Das Bild %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is no button “%1” that can be pressed.</source>
        <translation>Es gibt keine Schaltfläche „%1“, die sich drücken lässt.</translation>
    </message>
    <message>
        <source>There is no field “%1” that can be typed in.</source>
        <translation>Es gibt kein Feld „%1“, in das sich schreiben lässt.</translation>
    </message>
</context>
<context>
    <name>ui::Staged</name>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
    <message>
        <source>Discard staged changes</source>
        <translation>Vorgemerkte Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>ui::StagedBar</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the staged changes</source>
        <translation>Vorgemerkte Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Review the staged changes</source>
        <translation>Vorgemerkte Änderungen durchsehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) staged, not applied yet.</source>
        <translation>
            <numerusform>%Ln Änderung vorgemerkt, noch nicht angewendet.</numerusform>
            <numerusform>%Ln Änderungen vorgemerkt, noch nicht angewendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Timeline</name>
    <message>
        <source>%1, %2 to %3: %4</source>
        <translation>%1, %2 bis %3: %4</translation>
    </message>
</context>
<context>
    <name>ui::Toggle</name>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::TokenDialog</name>
    <message>
        <source>A new token for %1</source>
        <translation>Ein neues Token für %1</translation>
    </message>
    <message>
        <source>It takes the place of the old one. The connection is tested before it is kept.</source>
        <translation>Es tritt an die Stelle des alten. Die Verbindung wird geprüft, bevor es aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keyring, never in a file.</source>
        <translation>Liegt im Schlüsselbund dieses Computers, nie in einer Datei.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>Geben Sie das Token ein.</translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation>Die Verbindung zu %1 prüfen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>No keyring works on this computer: the token is kept until Mailwright ends, and never in a file.</source>
        <translation>Auf diesem Computer arbeitet kein Schlüsselbund: Das Token wird behalten, bis Mailwright endet, und nie in einer Datei.</translation>
    </message>
</context>
<context>
    <name>ui::Tour</name>
    <message>
        <source>The mail host is ready and its list of addresses empty</source>
        <translation>Der Mailhost ist bereit und seine Adressliste leer</translation>
    </message>
    <message>
        <source>The wizard asks for a name</source>
        <translation>Der Assistent fragt nach einem Namen</translation>
    </message>
    <message>
        <source>A wrong name is told while it is typed</source>
        <translation>Ein falscher Name wird beim Tippen gemeldet</translation>
    </message>
    <message>
        <source>First contact for customers</source>
        <translation>Erster Kontakt für Kunden</translation>
    </message>
    <message>
        <source>The wizard asks who has access</source>
        <translation>Der Assistent fragt, wer Zugriff hat</translation>
    </message>
    <message>
        <source>There is nobody to give access to.</source>
        <translation>Es gibt niemanden, dem Zugriff zu geben wäre.</translation>
    </message>
    <message>
        <source>One person is chosen, with rights</source>
        <translation>Eine Person ist gewählt, mit Rechten</translation>
    </message>
    <message>
        <source>The wizard says what it will do</source>
        <translation>Der Assistent sagt, was er tun wird</translation>
    </message>
    <message>
        <source>The address exists</source>
        <translation>Die Adresse ist vorhanden</translation>
    </message>
    <message>
        <source>The address shows its user</source>
        <translation>Die Adresse zeigt ihren Nutzer</translation>
    </message>
    <message>
        <source>The devices of %1</source>
        <translation>Die Geräte von %1</translation>
    </message>
    <message>
        <source>The page of %1</source>
        <translation>Die Seite von %1</translation>
    </message>
    <message>
        <source>The wizard asks which device it is</source>
        <translation>Der Assistent fragt, welches Gerät es ist</translation>
    </message>
    <message>
        <source>The wizard asks who uses it</source>
        <translation>Der Assistent fragt, wer es nutzt</translation>
    </message>
    <message>
        <source>The wizard asks how it reads mail</source>
        <translation>Der Assistent fragt, wie es E-Mails abruft</translation>
    </message>
    <message>
        <source>The password of %1 is shown once</source>
        <translation>Das Passwort von %1 wird einmal angezeigt</translation>
    </message>
    <message>
        <source>No password was copied.</source>
        <translation>Es wurde kein Passwort kopiert.</translation>
    </message>
    <message>
        <source>The device is in the list</source>
        <translation>Das Gerät steht in der Liste</translation>
    </message>
    <message>
        <source>A second address</source>
        <translation>Eine zweite Adresse</translation>
    </message>
    <message>
        <source>The list of addresses</source>
        <translation>Die Liste der Adressen</translation>
    </message>
    <message>
        <source>The wizard asks for the second name</source>
        <translation>Der Assistent fragt nach dem zweiten Namen</translation>
    </message>
    <message>
        <source>The second address has no user yet</source>
        <translation>Die zweite Adresse hat noch keinen Nutzer</translation>
    </message>
    <message>
        <source>The second review</source>
        <translation>Die zweite Durchsicht</translation>
    </message>
    <message>
        <source>The second address exists</source>
        <translation>Die zweite Adresse ist vorhanden</translation>
    </message>
    <message>
        <source>Mail goes from one address to the other</source>
        <translation>E-Mails gehen von einer Adresse zur anderen</translation>
    </message>
    <message>
        <source>IMAP login over TLS as %1 with the password of “%2”</source>
        <translation>IMAP-Anmeldung über TLS als %1 mit dem Passwort von „%2“</translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2”, to %3</source>
        <translation>Einlieferung als %1 mit dem Passwort von „%2“, an %3</translation>
    </message>
    <message>
        <source>Submission as %1 to an address that does not exist</source>
        <translation>Einlieferung als %1 an eine Adresse, die es nicht gibt</translation>
    </message>
    <message>
        <source>Submission as %1 in the name of %2</source>
        <translation>Einlieferung als %1 im Namen von %2</translation>
    </message>
    <message>
        <source>IMAP over TLS as %1: the message is there</source>
        <translation>IMAP über TLS als %1: Die Nachricht ist da</translation>
    </message>
    <message>
        <source>The mail servers answered</source>
        <translation>Die Mailserver haben geantwortet</translation>
    </message>
    <message>
        <source>The toggle of the right to send</source>
        <translation>Der Schalter des Rechts zum Senden</translation>
    </message>
    <message>
        <source>The right to send is gone</source>
        <translation>Das Recht zum Senden ist entzogen</translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2”, whose user may not send</source>
        <translation>Einlieferung als %1 mit dem Passwort von „%2“, dessen Nutzer nicht senden darf</translation>
    </message>
    <message>
        <source>IMAP as %1 with the same password: reading is left</source>
        <translation>IMAP als %1 mit demselben Passwort: Lesen bleibt</translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2”, which is without user</source>
        <translation>Einlieferung als %1 mit dem Passwort von „%2“, das ohne Nutzer ist</translation>
    </message>
    <message>
        <source>The mail servers refused what they shall refuse</source>
        <translation>Die Mailserver haben abgelehnt, was sie ablehnen sollen</translation>
    </message>
    <message>
        <source>The right to send is back</source>
        <translation>Das Recht zum Senden ist wieder da</translation>
    </message>
    <message>
        <source>Submission as %1 with the password of “%2” after Undo</source>
        <translation>Einlieferung als %1 mit dem Passwort von „%2“ nach dem Rückgängigmachen</translation>
    </message>
    <message>
        <source>The undone change works</source>
        <translation>Die rückgängig gemachte Änderung wirkt</translation>
    </message>
    <message>
        <source>Create addresses of the departments</source>
        <translation>Adressen der Abteilungen erstellen</translation>
    </message>
    <message>
        <source>Invoices, incoming and outgoing</source>
        <translation>Rechnungen, eingehend und ausgehend</translation>
    </message>
    <message>
        <source>Applications; deleted after six months</source>
        <translation>Bewerbungen; nach sechs Monaten gelöscht</translation>
    </message>
    <message>
        <source>Bank and tax office only</source>
        <translation>Nur Bank und Finanzamt</translation>
    </message>
    <message>
        <source>On the web site</source>
        <translation>Auf der Website</translation>
    </message>
    <message>
        <source>Reception desk</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>For journalists</source>
        <translation>Für die Presse</translation>
    </message>
    <message>
        <source>First level</source>
        <translation>Erste Stufe</translation>
    </message>
    <message>
        <source>Twelve addresses were created.</source>
        <translation>Zwölf Adressen wurden erstellt.</translation>
    </message>
    <message>
        <source>All addresses are listed</source>
        <translation>Alle Adressen sind aufgelistet</translation>
    </message>
    <message>
        <source>The list in the light theme</source>
        <translation>Die Liste im hellen Farbschema</translation>
    </message>
    <message>
        <source>The filter finds as it is typed</source>
        <translation>Der Filter findet beim Tippen</translation>
    </message>
    <message>
        <source>The journal</source>
        <translation>Der Verlauf</translation>
    </message>
    <message>
        <source>The journal tells what was done</source>
        <translation>Der Verlauf zeigt, was getan wurde</translation>
    </message>
    <message>
        <source>The page of an address in the light theme</source>
        <translation>Die Seite einer Adresse im hellen Farbschema</translation>
    </message>
    <message>
        <source>The devices of an address in the light theme</source>
        <translation>Die Geräte einer Adresse im hellen Farbschema</translation>
    </message>
    <message>
        <source>The devices in the dark theme</source>
        <translation>Die Geräte im dunklen Farbschema</translation>
    </message>
    <message>
        <source>The page of an address in the dark theme</source>
        <translation>Die Seite einer Adresse im dunklen Farbschema</translation>
    </message>
    <message>
        <source>The journal in the dark theme</source>
        <translation>Der Verlauf im dunklen Farbschema</translation>
    </message>
    <message>
        <source>The list in the dark theme</source>
        <translation>Die Liste im dunklen Farbschema</translation>
    </message>
    <message>
        <source>refused: %1 %2</source>
        <translation>abgelehnt: %1 %2</translation>
    </message>
    <message>
        <source>A message of the tour.</source>
        <translation>Eine Nachricht der Tour.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>accepted; folders: %1</source>
        <translation>angenommen; Ordner: %1</translation>
    </message>
    <message>
        <source>accepted; “%1” read, %2 bytes</source>
        <translation>angenommen; „%1“ gelesen, %2 Bytes</translation>
    </message>
    <message>
        <source>The message did not arrive.</source>
        <translation>Die Nachricht kam nicht an.</translation>
    </message>
    <message>
        <source>What the mail servers answered</source>
        <translation>Was die Mailserver geantwortet haben</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>All of it happened.</source>
        <translation>Alles davon ist geschehen.</translation>
    </message>
    <message>
        <source>Not all of it happened.</source>
        <translation>Nicht alles davon ist geschehen.</translation>
    </message>
    <message>
        <source>%1, although it shall be refused</source>
        <translation>%1, obwohl es abgelehnt werden soll</translation>
    </message>
    <message>
        <source>The security of the domain</source>
        <translation>Die Sicherheit der Domain</translation>
    </message>
    <message>
        <source>SPF, DKIM and DMARC are missing</source>
        <translation>SPF, DKIM und DMARC fehlen</translation>
    </message>
    <message>
        <source>What would be published</source>
        <translation>Was veröffentlicht würde</translation>
    </message>
    <message>
        <source>SPF, DKIM and DMARC are in order</source>
        <translation>SPF, DKIM und DMARC sind in Ordnung</translation>
    </message>
    <message>
        <source>Submission as %1 once the domain signs</source>
        <translation>Einlieferung als %1, sobald die Domain signiert</translation>
    </message>
    <message>
        <source>IMAP as %1: the message carries a signature that verifies</source>
        <translation>IMAP als %1: Die Nachricht trägt eine Signatur, die stimmt</translation>
    </message>
    <message>
        <source>The message was verified</source>
        <translation>Die Nachricht wurde geprüft</translation>
    </message>
    <message>
        <source>Who may send, drawn</source>
        <translation>Wer senden darf, gezeichnet</translation>
    </message>
    <message>
        <source>The records of the zone</source>
        <translation>Die Einträge der Zone</translation>
    </message>
    <message>
        <source>The security of the domain in the dark theme</source>
        <translation>Die Sicherheit der Domain im dunklen Design</translation>
    </message>
    <message>
        <source>signed by %1 with the selector %2, and the signature is right</source>
        <translation>signiert von %1 mit dem Selektor %2, und die Signatur stimmt</translation>
    </message>
    <message>
        <source>There is no signature that verifies.</source>
        <translation>Es gibt keine Signatur, die stimmt.</translation>
    </message>
    <message>
        <source>The zone is not signed</source>
        <translation>Die Zone ist nicht signiert</translation>
    </message>
    <message>
        <source>What signing changes</source>
        <translation>Was das Signieren ändert</translation>
    </message>
    <message>
        <source>The zone is signed</source>
        <translation>Die Zone ist signiert</translation>
    </message>
    <message>
        <source>The chain of DNSSEC, link by link</source>
        <translation>Die DNSSEC-Kette, Glied für Glied</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>Alle Domains</translation>
    </message>
    <message>
        <source>All domains were checked</source>
        <translation>Alle Domains wurden geprüft</translation>
    </message>
    <message>
        <source>Who may send in the dark theme</source>
        <translation>Wer senden darf, dunkel</translation>
    </message>
    <message>
        <source>The chain of DNSSEC in the dark theme</source>
        <translation>Die DNSSEC-Kette, dunkel</translation>
    </message>
    <message>
        <source>The records of the zone in the dark theme</source>
        <translation>Die Einträge der Zone, dunkel</translation>
    </message>
    <message>
        <source>All domains in the dark theme</source>
        <translation>Alle Domains, dunkel</translation>
    </message>
</context>
<context>
    <name>ui::TraitWords</name>
    <message>
        <source>Never logged in</source>
        <translation>Nie angemeldet</translation>
    </message>
    <message>
        <source>Last login before %1</source>
        <translation>Letzte Anmeldung vor dem %1</translation>
    </message>
    <message>
        <source>No login since %1</source>
        <translation>Keine Anmeldung seit dem %1</translation>
    </message>
    <message>
        <source>Last login since %1</source>
        <translation>Letzte Anmeldung seit dem %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>used</source>
        <translation>genutzt</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie genutzt</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Has users</source>
        <translation>Mit Nutzern</translation>
    </message>
    <message>
        <source>No users</source>
        <translation>Ohne Nutzer</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>some</source>
        <translation>welche</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Has devices</source>
        <translation>Mit Geräten</translation>
    </message>
    <message>
        <source>No devices</source>
        <translation>Ohne Geräte</translation>
    </message>
    <message>
        <source>IMAP</source>
        <translation>IMAP</translation>
    </message>
    <message>
        <source>Uses IMAP</source>
        <translation>Nutzt IMAP</translation>
    </message>
    <message>
        <source>Never used IMAP</source>
        <translation>IMAP nie genutzt</translation>
    </message>
    <message>
        <source>POP3</source>
        <translation>POP3</translation>
    </message>
    <message>
        <source>Uses POP3</source>
        <translation>Nutzt POP3</translation>
    </message>
    <message>
        <source>Never used POP3</source>
        <translation>POP3 nie genutzt</translation>
    </message>
    <message>
        <source>Redirection</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Redirection on</source>
        <translation>Weiterleitung an</translation>
    </message>
    <message>
        <source>No redirection</source>
        <translation>Keine Weiterleitung</translation>
    </message>
    <message>
        <source>Auto-reply</source>
        <translation>Abwesenheitsnachricht</translation>
    </message>
    <message>
        <source>Auto-reply on</source>
        <translation>Abwesenheitsnachricht an</translation>
    </message>
    <message>
        <source>No auto-reply</source>
        <translation>Keine Abwesenheitsnachricht</translation>
    </message>
    <message>
        <source>Spam filter</source>
        <translation>Spamfilter</translation>
    </message>
    <message>
        <source>Spam filter on</source>
        <translation>Spamfilter an</translation>
    </message>
    <message>
        <source>Spam filter off</source>
        <translation>Spamfilter aus</translation>
    </message>
    <message>
        <source>Ad filter</source>
        <translation>Werbefilter</translation>
    </message>
    <message>
        <source>Ad filter on</source>
        <translation>Werbefilter an</translation>
    </message>
    <message>
        <source>Ad filter off</source>
        <translation>Werbefilter aus</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>uneingeschränkt</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Not limited</source>
        <translation>Uneingeschränkt</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>never or before</source>
        <translation>nie oder vor</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
</context>
<context>
    <name>ui::TypeChips</name>
    <message>
        <source>Types of records</source>
        <translation>Typen von Einträgen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln record(s)</source>
        <translation>
            <numerusform>%1: %Ln Eintrag</numerusform>
            <numerusform>%1: %Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only records of type %1</source>
        <translation>Nur Einträge vom Typ %1 zeigen</translation>
    </message>
</context>
<context>
    <name>ui::UserRow</name>
    <message>
        <source>never used it</source>
        <translation>nie genutzt</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt genutzt %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Rights of %1: %2</source>
        <translation>Rechte von %1: %2</translation>
    </message>
    <message>
        <source>Show each right</source>
        <translation>Jedes Recht anzeigen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove this user from the address…</source>
        <translation>Diesen Nutzer von der Adresse entfernen…</translation>
    </message>
    <message>
        <source>Can still send, because they have no user: %1.</source>
        <translation>Können weiter senden, da sie keinen Nutzer haben: %1.</translation>
    </message>
    <message>
        <source>No longer send: %1.</source>
        <translation>Senden nicht mehr: %1.</translation>
    </message>
    <message>
        <source>Auto-replies that are switched on go on.</source>
        <translation>Eingeschaltete Abwesenheitsnachrichten laufen weiter.</translation>
    </message>
    <message>
        <source>Without the right to send, this person can still read.</source>
        <translation>Ohne das Recht zum Senden kann diese Person weiter lesen.</translation>
    </message>
    <message>
        <source>Without the right to send, these devices of this person stop sending: %1.</source>
        <translation>Ohne das Recht zum Senden senden diese Geräte dieser Person nicht mehr: %1.</translation>
    </message>
    <message>
        <source>Without user, and so not bound by it: %1.</source>
        <translation>Ohne Nutzer und darum nicht daran gebunden: %1.</translation>
    </message>
    <message>
        <source>Auto-replies go on; they are a right of their own.</source>
        <translation>Abwesenheitsnachrichten laufen weiter; sie sind ein eigenes Recht.</translation>
    </message>
</context>
<context>
    <name>ui::Wizard</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>Eingaben verwerfen?</translation>
    </message>
    <message>
        <source>Nothing has been created or changed yet.</source>
        <translation>Es wurde noch nichts erstellt oder geändert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>ui::ZonePage</name>
    <message>
        <source>DNS zone</source>
        <translation>DNS-Zone</translation>
    </message>
    <message>
        <source>Filter records</source>
        <translation>Einträge filtern</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Parts of the zone</source>
        <translation>Teile der Zone</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>DNSSEC</source>
        <translation>DNSSEC</translation>
    </message>
    <message>
        <source>Create the zone here…</source>
        <translation>Zone hier anlegen…</translation>
    </message>
    <message>
        <source>DNS zone %1</source>
        <translation>DNS-Zone %1</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>DNS is not managed here</source>
        <translation>DNS wird hier nicht verwaltet</translation>
    </message>
    <message>
        <source>This mail service tells nothing about DNS zones. Records of %1 are changed where its name servers are.</source>
        <translation>Dieser Maildienst sagt nichts über DNS-Zonen. Einträge von %1 werden dort geändert, wo ihre Nameserver sind.</translation>
    </message>
    <message>
        <source>The zone is not shown to you</source>
        <translation>Die Zone wird Ihnen nicht gezeigt</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The zone was not read</source>
        <translation>Die Zone wurde nicht gelesen</translation>
    </message>
    <message>
        <source>Reading the zone</source>
        <translation>Zone wird gelesen</translation>
    </message>
    <message>
        <source>The DNS of %1 is elsewhere</source>
        <translation>Das DNS von %1 ist anderswo</translation>
    </message>
    <message>
        <source>This service has no zone for it. Change records where its name servers are, or create the zone here and have the registrar name our servers.</source>
        <translation>Dieser Dienst hat keine Zone dafür. Ändern Sie Einträge dort, wo die Nameserver sind, oder legen Sie die Zone hier an und lassen Sie den Registrar unsere Server eintragen.</translation>
    </message>
    <message>
        <source>This service has no zone for it. Change records where its name servers are; the registrar of the domain knows which they are.</source>
        <translation>Dieser Dienst hat keine Zone dafür. Ändern Sie Einträge dort, wo die Nameserver sind; der Registrar der Domain weiß, welche das sind.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Create the zone %1</source>
        <translation>Zone %1 anlegen</translation>
    </message>
</context>
</TS>
