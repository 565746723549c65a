// SPDX-License-Identifier: GPL-3.0-or-later
// A switch that says its verb and its state: "Send emails" … "Allowed". Space and click change it;
// `toggled` tells. Unknown is drawn apart from off and becomes on at the first click.
#pragma once

#include <QAbstractButton>

namespace ui {

class Toggle : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Toggle(const QString &text = {}, QWidget *parent = nullptr);

    void setStateTexts(const QString &on, const QString &off, const QString &unknown = {});
    QString stateText() const;
    void setUnknown(bool unknown); // neither on nor off: the far side does not tell
    bool isUnknown() const { return m_unknown; }
    void setPending(bool pending); // on its way: bold, as in the tables
    // Sets without `toggled` or `clicked`.
    void setOn(bool on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void checkStateSet() override;
    void nextCheckState() override;

private:
    void tellName();

    QString m_on;
    QString m_off;
    QString m_unknownText;
    bool m_unknown = false;
    bool m_pending = false;
};

} // namespace ui
