package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.certificate.JudgedHost;
import org.ipsecworkbench.certificate.Requirement;
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
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.util.lookup.AbstractLookup;
import org.openide.util.lookup.InstanceContent;
import org.openide.windows.TopComponent;

/** The window of certificates: which one IKE of each host picks, why not the others, and what ends when. */
@TopComponent.Description(
        preferredID = "Certificates",
        iconBase = CertificateWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - source",
    "LBL_Window=Certificates of {0}",
    "# {0} - source",
    "LBL_ReadingCertificates=Reading the certificates of {0}",
    "LBL_NotShown=The certificates cannot be shown",
    "# {0} - source",
    "# {1} - reason",
    "MSG_NotShown={0}\n\n{1}",
    "LBL_NoCertificates=There are no certificates here",
    "# {0} - source",
    "MSG_NoCertificates={0}\n\nNothing in it was recognised as a certificate or a revocation list. Certificates, revocation lists"
            + " and answers of OCSP as DER or PEM, PKCS #7, PKCS #12, and what certutil prints can be read.",
    "LBL_WasCancelled=Reading was cancelled",
    "CTL_AddFiles=&Add Files…",
    "CTL_ExportTable=Export &Table…",
    "CTL_ExportCalendar=Export Ca&lendar…",
    "LBL_ListPage=Certificates",
    "LBL_ExpiryPage=What Ends When",
    "LBL_PeerPage=Between Hosts",
    "LBL_JudgingNow=Judging certificates"
})
public final class CertificateWindow extends TopComponent {
    /** Icon of certificates. */
    static final String ICON = "org/ipsecworkbench/certificateinspector/icons/certificate.svg";

    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";
    private static final RequestProcessor READER = new RequestProcessor("Reading certificates", 2);

    private final transient InstanceContent lookup = new InstanceContent();
    private final ProblemStrip problems = new ProblemStrip();
    private final LoadingBar progress = new LoadingBar(() -> loading().cancel());
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private final VerdictBanner verdict = new VerdictBanner();
    private final CertificateList list = new CertificateList();
    private final ExpiryView expiries = new ExpiryView();
    private final PeerView peers = new PeerView();
    private final JTabbedPane pages = new JTabbedPane();
    private final AuthorityBox authority = new AuthorityBox(this::judge);
    private final JButton addFiles = new JButton();
    private final JButton table = new JButton();
    private final JButton calendar = new JButton();
    private transient CertificateSource source;
    private transient Loading loading = new Loading((done, total) -> {});
    private transient List<HostCase> read = List.of();
    private transient List<JudgedHost> judged = List.of();

    private CertificateWindow(CertificateSource source) {
        this.source = source;
        setLayout(new BorderLayout());
        JPanel strips = new JPanel();
        strips.setLayout(new BoxLayout(strips, BoxLayout.Y_AXIS));
        strips.add(progress);
        strips.add(problems);
        add(strips, BorderLayout.NORTH);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(top(), BorderLayout.NORTH);
        whole.add(pages, BorderLayout.CENTER);
        pages.setName("certificatePages");
        pages.addTab(Bundle.LBL_ListPage(), list);
        pages.addTab(Bundle.LBL_ExpiryPage(), expiries);
        content.add(message, MESSAGE);
        content.add(whole, CONTENT);
        add(content, BorderLayout.CENTER);
        setTransferHandler(new AddingDrop());
        Copying.enable(this);
        Keys.on(
                this,
                WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
                KeyStroke.getKeyStroke(KeyEvent.VK_F, InputEvent.CTRL_DOWN_MASK),
                list::focusFilter);
        associateLookup(new AbstractLookup(lookup));
    }

    private JPanel top() {
        Mnemonics.setLocalizedText(addFiles, Bundle.CTL_AddFiles());
        addFiles.setName("addFiles");
        addFiles.addActionListener(e -> add(ChosenFiles.ask(this)));
        Mnemonics.setLocalizedText(table, Bundle.CTL_ExportTable());
        table.setName("exportTable");
        table.addActionListener(e -> Exports.table(this, judged));
        Mnemonics.setLocalizedText(calendar, Bundle.CTL_ExportCalendar());
        calendar.setName("exportCalendar");
        calendar.addActionListener(e -> Exports.calendar(this, judged));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 4));
        buttons.add(addFiles);
        buttons.add(table);
        buttons.add(calendar);
        JPanel tools = new JPanel(new BorderLayout());
        tools.add(authority, BorderLayout.CENTER);
        tools.add(buttons, BorderLayout.EAST);
        JPanel top = new JPanel(new BorderLayout());
        top.add(verdict, BorderLayout.CENTER);
        top.add(tools, BorderLayout.SOUTH);
        return top;
    }

    /** Shows certificates, or brings their window to the front. On the event dispatch thread. */
    static void show(CertificateSource source) {
        EditorWindows.find(CertificateWindow.class, one -> one.source.key().equals(source.key()))
                .ifPresentOrElse(TopComponent::requestActive, () -> {
                    CertificateWindow window = new CertificateWindow(source);
                    EditorWindows.show(window);
                    window.read();
                });
    }

    private Loading loading() {
        return loading;
    }

    /** More files of the same host. */
    private void add(List<Path> files) {
        if (!files.isEmpty()) {
            source.with(files).ifPresent(more -> {
                source = more;
                read();
            });
        }
    }

    private void read() {
        loading.cancel();
        String name = source.name();
        setName(Bundle.LBL_Window(name));
        setDisplayName(Bundle.LBL_Window(Formats.abbreviate(name, 40)));
        setToolTipText(source.detail());
        lookup.set(
                source.file()
                        .map(file -> List.<Object>of(this, source, (ShownFile) () -> file))
                        .orElse(List.of(this, source)),
                null);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_ReadingCertificates(Formats.abbreviate(name, 60)), "", false);
        cards.show(content, MESSAGE);
        progress.reads(0, 0);
        Loading mine = new Loading(progress::reads);
        loading = mine;
        CertificateSource reads = source;
        READER.post(() -> {
            try {
                List<HostCase> cases = reads.read(mine);
                List<JudgedHost> hosts = cases.stream().map(HostCase::unjudged).toList();
                List<CertificateRow> rows = CertificateRow.of(hosts);
                List<ExpiryRow> ends = ExpiryRow.of(hosts);
                later(mine, () -> {
                    expiries.show(
                            ends, cases.isEmpty() ? Instant.now() : cases.get(0).now());
                    showRead(cases, hosts, rows);
                });
            } catch (IOException e) {
                String why = String.valueOf(e.getLocalizedMessage());
                later(mine, () -> fail(Bundle.LBL_NotShown(), Bundle.MSG_NotShown(reads.detail(), why)));
            }
        });
    }

    /** Does it on the event thread, where it is still wanted. */
    private void later(Loading whose, Runnable does) {
        SwingUtilities.invokeLater(() -> {
            if (whose == loading) {
                does.run();
            }
        });
    }

    private void fail(String words, String why) {
        progress.setVisible(false);
        message.show(Mark.INCONCLUSIVE, words, why, true);
        cards.show(content, MESSAGE);
        requestFocusInWindow();
    }

    private void showRead(List<HostCase> cases, List<JudgedHost> hosts, List<CertificateRow> rows) {
        progress.setVisible(false);
        List<Problem> all = cases.stream()
                .flatMap(one -> one.certificates().problems().stream())
                .toList();
        problems.show(all.stream()
                .map(problem -> problem.where() + ": " + problem.what())
                .toList());
        boolean isEmpty = cases.stream().allMatch(one -> one.certificates().isEmpty());
        if (isEmpty) {
            fail(
                    loading.cancelled() ? Bundle.LBL_WasCancelled() : Bundle.LBL_NoCertificates(),
                    Bundle.MSG_NoCertificates(source.detail()));
            return;
        }
        show(hosts, rows);
        verdict.show(Mark.INSUFFICIENT, Bundle.LBL_JudgingNow(), List.of());
        pages.remove(peers);
        if (cases.size() > 1) {
            pages.addTab(Bundle.LBL_PeerPage(), peers);
            peers.show(cases);
        }
        cards.show(content, CONTENT);
        boolean isOfFiles = source.with(List.of()).isPresent();
        addFiles.setVisible(isOfFiles);
        authority.setVisible(isOfFiles);
        authority.show(cases);
        pages.setSelectedIndex(rows.isEmpty() ? 1 : 0);
        requestFocusInWindow();
        read = List.copyOf(cases);
        judge(cases);
    }

    /** Judges what was read by what another rule asks. */
    private void judge(Requirement requirement) {
        judge(read.stream().map(one -> one.with(requirement)).toList());
    }

    private void judge(List<HostCase> cases) {
        loading.cancel();
        long all = cases.stream()
                .mapToLong(one -> one.certificates().stored().size())
                .sum();
        progress.judges(0, all);
        Loading mine = new Loading(progress::judges);
        loading = mine;
        READER.post(() -> {
            List<JudgedHost> hosts = new ArrayList<>();
            long before = 0;
            for (HostCase one : cases) {
                hosts.add(mine.cancelled() ? one.unjudged() : one.judge(mine.from(before, all)));
                before += one.certificates().stored().size();
            }
            List<CertificateRow> rows = CertificateRow.of(hosts);
            Verdict said = Verdict.of(hosts);
            later(mine, () -> {
                if (mine.cancelled()) {
                    progress.stopped();
                } else {
                    progress.setVisible(false);
                }
                show(hosts, rows);
                verdict.show(said.mark(), said.words(), said.why());
            });
        });
    }

    private void show(List<JudgedHost> hosts, List<CertificateRow> rows) {
        judged = List.copyOf(hosts);
        list.show(rows);
    }

    @Override
    protected void componentClosed() {
        loading.cancel();
    }

    @Override
    public boolean requestFocusInWindow() {
        return pages.isShowing() ? pages.getSelectedComponent().requestFocusInWindow() : message.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    /** Files that are dropped here are of the same host. */
    private final class AddingDrop extends FileDrop {
        private static final long serialVersionUID = 1;

        @Override
        protected void take(List<Path> files) {
            if (source.with(files).isPresent()) {
                add(files);
            } else {
                super.take(files);
            }
        }
    }
}
