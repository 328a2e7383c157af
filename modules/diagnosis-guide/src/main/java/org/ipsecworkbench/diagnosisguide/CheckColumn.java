package org.ipsecworkbench.diagnosisguide;

import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** The columns of the table of checks. */
@Messages({"COL_Question=Check", "COL_Verdict=Verdict"})
enum CheckColumn implements RowsModel.Column<CheckResult> {
    VERDICT,
    QUESTION;

    @Override
    public String title() {
        return this == QUESTION ? Bundle.COL_Question() : Bundle.COL_Verdict();
    }

    @Override
    public Class<?> type() {
        return this == QUESTION ? String.class : Verdict.class;
    }

    @Override
    public Object of(CheckResult check) {
        return this == QUESTION ? check.question() : check.verdict();
    }
}
