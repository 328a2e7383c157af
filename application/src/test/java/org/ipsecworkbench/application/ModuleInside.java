package org.ipsecworkbench.application;

import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import javax.swing.Action;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.netbeans.api.autoupdate.InstallSupport;
import org.netbeans.api.autoupdate.OperationContainer;
import org.netbeans.api.autoupdate.OperationSupport;
import org.netbeans.api.autoupdate.UpdateElement;
import org.netbeans.api.autoupdate.UpdateManager;
import org.netbeans.api.autoupdate.UpdateUnit;
import org.netbeans.api.autoupdate.UpdateUnitProvider;
import org.netbeans.api.autoupdate.UpdateUnitProviderFactory;
import org.netbeans.api.options.OptionsDisplayer;
import org.netbeans.jemmy.operators.JButtonOperator;
import org.netbeans.jemmy.operators.JDialogOperator;
import org.netbeans.jemmy.operators.JRadioButtonOperator;
import org.netbeans.jemmy.operators.JTableOperator;
import org.openide.awt.Actions;
import org.openide.windows.TopComponent;

/**
 * Installs the module of somebody else, as the plugin manager does with a file, uses it, and uninstalls it. Runs in the
 * application.
 */
public class ModuleInside extends WindowCase {
    /** The update site that it is installed from. */
    static final String SITE = "ipsecwb.test.site";

    private static final String NAME = "com.example.module";
    /** ESP from 192.0.2.1 to 192.0.2.2 in IPv4 on Ethernet. */
    private static final byte[] PACKET = HexFormat.of()
            .parseHex("0000000000010000000000020800" + "4500001c000000004032" + "0000c0000201c0000202"
                    + "0000100000000001");

    public ModuleInside(String name) {
        super(name);
    }

    public void testAModuleOfSomebodyElse() throws Exception {
        assertFalse("the action before", isThere());
        install(new URL(System.getProperty(SITE)));
        until("the action of the module", ModuleInside::isThere);

        Path capture = Files.createTempFile("ipsecwb-module", ".example");
        Files.write(
                capture,
                ByteBuffer.allocate(8 + 12 + PACKET.length)
                        .put("EXAMPLE1".getBytes(StandardCharsets.US_ASCII))
                        .putLong(1_767_225_600_000_000_000L)
                        .putInt(PACKET.length)
                        .put(PACKET)
                        .array());
        // Only the format of the module knows this file, and only its window has this table.
        open(capture);
        until("the capture", () -> action().isEnabled());
        SwingUtilities.invokeAndWait(() -> action().actionPerformed(null));
        JTableOperator pairs = table("pairsByBytes");
        pairs.waitState(rows(1));
        assertEquals("192.0.2.1", cell(pairs, 0, 0));
        screenshot("a-module-in-use");
        trustItsSigner();

        SwingUtilities.invokeAndWait(
                () -> TopComponent.getRegistry().getActivated().close());
        uninstall();
        until("no action of the module", () -> !isThere());
        Files.delete(capture);
    }

    /** As the user does in the options. */
    private void trustItsSigner() throws Exception {
        SwingUtilities.invokeLater(() -> OptionsDisplayer.getDefault().open("Modules"));
        JDialogOperator options = new JDialogOperator("Options");
        JTableOperator modules = new JTableOperator(options, named("addedModules"));
        modules.waitState(rows(1));
        assertEquals("CN=Example Networks", cell(modules, 0, 1));
        assertEquals("Yes", cell(modules, 0, 2));

        new JRadioButtonOperator(options, named("refuseUnsigned")).push();
        until("it would be refused", () -> cellBegins(modules, "No: it is signed by"));
        modules.setRowSelectionInterval(0, 0);
        new JButtonOperator(options, named("trustSigner")).push();
        until("it would run", () -> cellBegins(modules, "Yes"));
        screenshot("module-options");
        new JButtonOperator(options, "OK").push();

        Path setting = Path.of(System.getProperty("netbeans.user"), "config/module-trust.properties");
        for (int i = 0; i < 100 && !Files.exists(setting); i++) {
            Thread.sleep(100);
        }
        String kept = Files.readString(setting);
        assertTrue(kept, kept.contains("refuse=true") && kept.contains("CN\\=Example Networks"));
    }

    private static boolean cellBegins(JTableOperator modules, String begin) {
        JTable table = (JTable) modules.getSource();
        return table.getRowCount() == 1
                && String.valueOf(table.getValueAt(0, 2)).startsWith(begin);
    }

    private static boolean isThere() {
        return Actions.forID("Capture", NAME + ".PairsAction") != null;
    }

    private static Action action() {
        return Actions.forID("Capture", NAME + ".PairsAction");
    }

    private static void install(URL site) throws Exception {
        UpdateUnitProvider provider =
                UpdateUnitProviderFactory.getDefault().create("example", "Example Networks", site);
        provider.refresh(null, true);
        OperationContainer<InstallSupport> container = OperationContainer.createForInstall();
        UpdateElement module = null;
        for (UpdateUnit unit : provider.getUpdateUnits(UpdateManager.TYPE.MODULE)) {
            module = unit.getAvailableUpdates().get(0);
            assertEquals(Set.of(), container.add(module).getBrokenDependencies());
        }
        InstallSupport support = container.getSupport();
        InstallSupport.Installer installer = support.doValidate(support.doDownload(null, false, false), null);
        assertTrue("signed", support.isSignedUnverified(installer, module));
        String signer = support.getCertificate(installer, module);
        assertTrue(signer, signer.contains("CN=Example Networks"));
        assertNull("needs no restart", support.doInstall(installer, null));
    }

    private static void uninstall() throws Exception {
        for (UpdateUnit unit : UpdateManager.getDefault().getUpdateUnits(UpdateManager.TYPE.MODULE)) {
            if (unit.getCodeName().equals(NAME)) {
                OperationContainer<OperationSupport> container = OperationContainer.createForDirectUninstall();
                container.add(unit.getInstalled());
                assertNull("needs no restart", container.getSupport().doOperation(null));
            }
        }
    }
}
