package org.ipsecworkbench.diagnosisguide;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.openide.util.NbBundle.Messages;

/** The checks as steps, of a group also by host, and beside them what the chosen one found. */
@Messages({"LBL_Checks=Checks", "LBL_Hosts=Hosts by Checks", "# {0} - question", "# {1} - host", "LBL_OfHost={0} ({1})"
})
final class ChecksPane extends JSplitPane {
    private static final long serialVersionUID = 1;

    private final CheckView check;
    private final CheckTable checks;
    private final HostMatrix matrix;
    private final JScrollPane list;
    /** Empty until there is a group. */
    private final JTabbedPane lists = new JTabbedPane();

    ChecksPane(CheckView check) {
        super(HORIZONTAL_SPLIT, true);
        this.check = check;
        checks = CheckTable.of(one -> {
            if (!isByHost()) {
                check.show(one);
            }
        });
        matrix = HostMatrix.of((one, host) -> {
            if (isByHost()) {
                check.show(one.of(host), Bundle.LBL_OfHost(one.question(), host));
            }
        });
        list = new JScrollPane(checks);
        list.setMinimumSize(new Dimension(260, 100));
        list.setPreferredSize(new Dimension(520, 500));
        check.setMinimumSize(new Dimension(300, 100));
        check.setPreferredSize(new Dimension(640, 500));
        setLeftComponent(list);
        setRightComponent(check);
        setBorder(BorderFactory.createEmptyBorder());
        setResizeWeight(0.4);
    }

    /** Shows newer results; what was chosen stays so. */
    void show(Diagnosis diagnosis) {
        checks.show(diagnosis.checks());
        if (diagnosis.scene().hosts().size() > 2) {
            matrix.show(diagnosis);
            showGroup();
        }
    }

    /** Where nothing is chosen yet, the check that found the cause, and without a cause the first one. */
    void chooseAny(Diagnosis diagnosis) {
        if (checks.getSelectedRow() < 0) {
            diagnosis.checks().stream()
                    .filter(one -> isAbout(one, diagnosis))
                    .findFirst()
                    .or(() -> diagnosis.checks().stream().findFirst())
                    .ifPresent(one -> checks.choose(one.key()));
        }
    }

    /** Goes to a finding, where it was found again. */
    void reveal(FindingPlace place, Diagnosis diagnosis) {
        diagnosis.checks().stream()
                .filter(one -> one.findings().stream().anyMatch(place::isOf))
                .findFirst()
                .ifPresent(one -> {
                    if (isByHost()) {
                        lists.setSelectedComponent(list);
                    }
                    checks.choose(one.key());
                    check.reveal(place);
                });
    }

    /** Whether nothing is asked just now. */
    void setIdle(boolean isIdle) {
        check.setIdle(isIdle);
    }

    /** Of more than two hosts it is asked which of them stands how. */
    private void showGroup() {
        if (lists.getTabCount() == 0) {
            lists.setName("lists");
            lists.setMinimumSize(list.getMinimumSize());
            int divider = getDividerLocation();
            lists.addTab(Bundle.LBL_Checks(), list);
            lists.addTab(Bundle.LBL_Hosts(), matrix.scrolled());
            lists.addChangeListener(e -> {
                checks.tell();
                matrix.tell();
            });
            setLeftComponent(lists);
            setDividerLocation(divider);
        }
    }

    /** Whether the list in sight is the one of hosts by checks; what is chosen in the other one is not shown. */
    private boolean isByHost() {
        return lists.getSelectedIndex() == 1;
    }

    private static boolean isAbout(CheckResult one, Diagnosis diagnosis) {
        return !diagnosis.causes().isEmpty()
                && one.findings().contains(diagnosis.causes().get(0).finding());
    }

    @Override
    public boolean requestFocusInWindow() {
        return checks.requestFocusInWindow();
    }
}
