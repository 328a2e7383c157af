package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.Candidate;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.EffectiveRules;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Parsed;
import org.ipsecworkbench.policy.PolicyComparison;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.FileDrop;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.ipsecworkbench.workbench.ShownFile;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.util.lookup.Lookups;
import org.openide.windows.TopComponent;

/** The window of the policy of one host. */
@TopComponent.Description(
        preferredID = "Policy",
        iconBase = PolicyWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - file name",
    "LBL_Window=Policy of {0}",
    "# {0} - file name",
    "LBL_ReadingFile=Reading the policy in {0}",
    "LBL_NotRead=The policy in this file cannot be shown",
    "# {0} - file",
    "# {1} - reason",
    "MSG_NotRead={0}\n\n{1}",
    "# {0} - role",
    "LBL_Acts=The host {0}",
    "LBL_Exempt=Exempt: IPsec leaves this traffic alone",
    "LBL_NoRule=No rule acts on this traffic",
    "CTL_Compare=&Compare With ▾",
    "CTL_PredictWith=P&redict With ▾",
    "LBL_Ambiguous=Not certain: rules that do different things are equally specific"
})
public final class PolicyWindow extends TopComponent {
    /** Icon of policies. */
    static final String ICON = "org/ipsecworkbench/policyexplorer/icons/policy.svg";

    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";
    private static final RequestProcessor READER = new RequestProcessor("Reading policies");

    private final transient PolicySource source;
    private final ProblemStrip problems = new ProblemStrip();
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private final DetailPane details = new DetailPane();
    private final EntryTree tree = new EntryTree(entry -> details.show(entry.details()));
    private final FlowBar flow = FlowBar.which(this::ask);
    private final FindBar find = new FindBar(tree::find);
    private final JButton compare = new JButton();
    private final JButton predict = new JButton();
    private final VerdictBanner verdict = new VerdictBanner();
    private transient HostPolicy policy = HostPolicy.EMPTY;
    private transient @Nullable PolicyEvidence evidence;

    private PolicyWindow(PolicySource source) {
        this.source = source;
        String name = source.name();
        setName(Bundle.LBL_Window(name));
        setDisplayName(Bundle.LBL_Window(Formats.abbreviate(name, 40)));
        setToolTipText(source.detail());
        setLayout(new BorderLayout());
        JPanel strips = new JPanel();
        strips.setLayout(new BoxLayout(strips, BoxLayout.Y_AXIS));
        strips.add(problems);
        strips.add(flow);
        strips.add(tools());
        strips.add(verdict);
        verdict.setVisible(false);
        JScrollPane left = new JScrollPane(tree);
        left.setPreferredSize(new Dimension(540, 400));
        left.setMinimumSize(new Dimension(240, 100));
        details.setMinimumSize(new Dimension(240, 100));
        JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, left, details);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.45);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(strips, BorderLayout.NORTH);
        whole.add(both, BorderLayout.CENTER);
        content.add(message, MESSAGE);
        content.add(whole, CONTENT);
        add(content, BorderLayout.CENTER);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_ReadingFile(Formats.abbreviate(name, 60)), "", false);
        setTransferHandler(new FileDrop());
        Copying.enable(this);
        on(KeyEvent.VK_F, InputEvent.CTRL_DOWN_MASK, find::requestFocusInWindow);
        on(KeyEvent.VK_F3, 0, () -> find.find(false));
        on(KeyEvent.VK_F3, InputEvent.SHIFT_DOWN_MASK, () -> find.find(true));
        associateLookup(
                source.key() instanceof Path file ? Lookups.fixed(this, (ShownFile) () -> file) : Lookups.fixed(this));
    }

    private void on(int key, int modifiers, Runnable does) {
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStroke.getKeyStroke(key, modifiers), does);
    }

    private JPanel tools() {
        Mnemonics.setLocalizedText(compare, Bundle.CTL_Compare());
        compare.setName("compare");
        compare.addActionListener(e -> compare());
        Mnemonics.setLocalizedText(predict, Bundle.CTL_PredictWith());
        predict.setName("predict");
        predict.addActionListener(e -> predict());
        JPanel tools = new JPanel(new BorderLayout());
        tools.setBorder(BorderFactory.createEmptyBorder(0, 10, 4, 10));
        tools.add(find, BorderLayout.WEST);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.add(compare);
        buttons.add(predict);
        tools.add(buttons, BorderLayout.EAST);
        return tools;
    }

    /** Those of the other windows, as they were read. */
    private List<PolicyEvidence> others() {
        return TopComponent.getRegistry().getOpened().stream()
                .filter(one -> one instanceof PolicyWindow && one != this)
                .map(one -> Optional.ofNullable(((PolicyWindow) one).evidence))
                .flatMap(Optional::stream)
                .toList();
    }

    private void compare() {
        PolicyEvidence known = evidence;
        if (known != null) {
            HostPolicy shipped = PolicyComparison.shippedFor(policy);
            PolicyEvidence asItComes = PolicyEvidence.ofFiles(new Parsed<>(shipped, List.of()));
            OtherPolicy.choose(compare, others(), List.of(asItComes), other -> ComparisonWindow.show(known, other));
        }
    }

    private void predict() {
        PolicyEvidence known = evidence;
        if (known != null) {
            OtherPolicy.choose(predict, others(), List.of(), other -> PredictionWindow.show(known, other));
        }
    }

    /** Shows a policy, or brings its window to the front. On the event dispatch thread. */
    static void show(PolicySource source) {
        EditorWindows.find(PolicyWindow.class, one -> one.source.key().equals(source.key()))
                .ifPresentOrElse(TopComponent::requestActive, () -> {
                    PolicyWindow window = new PolicyWindow(source);
                    EditorWindows.show(window);
                    READER.post(window::read);
                });
    }

    private void read() {
        try {
            PolicyEvidence read = source.reader().read();
            Entry root = PolicyTree.of(read.policy().model());
            SwingUtilities.invokeLater(() -> show(read, root));
        } catch (IOException e) {
            String why = String.valueOf(e.getLocalizedMessage());
            SwingUtilities.invokeLater(() -> message.show(
                    Mark.INCONCLUSIVE, Bundle.LBL_NotRead(), Bundle.MSG_NotRead(source.detail(), why), true));
        }
    }

    private void show(PolicyEvidence read, Entry root) {
        evidence = read;
        policy = read.policy().model();
        problems.show(read.policy().problems().stream()
                .map(problem -> problem.where() + ": " + problem.what())
                .toList());
        tree.show(root);
        cards.show(content, CONTENT);
        tree.requestFocusInWindow();
    }

    private void ask(Flow asked, Side side) {
        Effective effective = EffectiveRules.of(policy, asked, side);
        List<String> why = new ArrayList<>();
        why.add(asked.label() + ": " + effective.why());
        verdict.show(mark(effective), words(effective), why);
        verdict.setVisible(true);
        tree.clearSelection();
        details.show(effective.candidates().stream()
                .map(one ->
                        Detail.of(one.rule().name(), standing(one), one.rule().place()))
                .toList());
        revalidate();
    }

    private static String words(Effective effective) {
        if (effective.isAmbiguous()) {
            return Bundle.LBL_Ambiguous();
        }
        return switch (effective.role()) {
            case EXEMPT -> Bundle.LBL_Exempt();
            case NONE -> Bundle.LBL_NoRule();
            default -> Bundle.LBL_Acts(effective.role().label());
        };
    }

    private static Mark mark(Effective effective) {
        if (effective.isAmbiguous()) {
            return Mark.INCONCLUSIVE;
        }
        Role role = effective.role();
        return switch (role) {
            case EXEMPT, NONE -> Mark.NOT_COUNTED;
            case PERMIT -> Mark.CLEAR;
            case BLOCK -> Mark.FAILED;
            case RESPOND -> Mark.AUTHENTICATED_ONLY;
            case NEGOTIATE -> Mark.KEYING;
        };
    }

    private static String standing(Candidate candidate) {
        String words = candidate.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words + ": " + candidate.why();
    }

    @Override
    public boolean requestFocusInWindow() {
        return tree.isShowing() ? tree.requestFocusInWindow() : message.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }
}
