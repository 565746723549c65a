// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of one record: each type with fields of its own, checked while they are typed, what is
// wrong said at the field. It takes a record and gives a record, and saves nothing.
#pragma once

#include "app/mail/mailsettings.h"
#include "app/mail/zone.h"
#include "app/wire/dns/dnsrecord.h"
#include "ui/widgets/formgrid.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class RecordForm : public QWidget
{
    Q_OBJECT

public:
    RecordForm(const mail::MailSettings &settings, QWidget *parent = nullptr);

    void setZone(const mail::Zone &zone);
    void setRecord(const mail::ZoneRecord &record); // as it is; a new one has no number
    // As typed; in the form that the zone keeps where it is right.
    mail::ZoneRecord record() const;
    bool isValid() const { return m_faults.isEmpty(); }
    bool isTouched() const { return !m_touched.isEmpty(); }
    // What is wrong is said at fields that nobody has been to yet, too.
    void showAllFaults();
    // The far side refused it: said at the row of that field of the vocabulary until something is
    // typed. False: no row is about it.
    bool refuse(const QString &field, const QString &sentence);
    // The far side cannot rename a record or change its type: why.
    void lockName(const QString &reason);
    void lockType(const QString &reason);
    QWidget *firstField() const;

signals:
    void changed();

private:
    using Parts = QMap<QByteArray, QString>;

    void makeRows();
    QLineEdit *addLine(const QString &row, FormGrid::Width width = FormGrid::Width::Usual);
    QComboBox *addChoice(const QString &row, FormGrid::Width width = FormGrid::Width::Usual);
    void showType();
    void showPart(wire::RecordType type, const QByteArray &part, const QString &value);
    void fillFromPreset(int index);
    void check();
    void tell();
    void tellName();
    void tellText();
    void touched(const QString &row);

    wire::RecordType type() const;
    bool isOfService() const; // its name begins with a service or port and a protocol
    Parts parts() const;
    static QString targetFrom(wire::RecordType type, const Parts &parts);
    QString typedText() const; // of TXT, line breaks left out
    QString source() const;    // as typed, with service and protocol
    int ttl() const;           // -1: none can be read

    mail::MailSettings m_settings;
    mail::Zone m_zone;
    mail::ZoneRecord m_record;
    QHash<QString, QString> m_faults; // by row
    QSet<QString> m_touched;          // rows that somebody has been to
    bool m_isFilling = false;

    FormGrid *m_grid;
    QComboBox *m_type;
    QComboBox *m_preset;
    QLineEdit *m_service;
    QComboBox *m_protocol;
    QLineEdit *m_source;
    QHash<QByteArray, QLineEdit *> m_lines;
    QHash<QByteArray, QComboBox *> m_choices; // numbers that have a meaning
    QComboBox *m_tag;
    QPlainTextEdit *m_text;
    QComboBox *m_ttl;
};

} // namespace ui
