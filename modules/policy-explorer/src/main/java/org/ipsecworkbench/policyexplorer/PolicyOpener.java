package org.ipsecworkbench.policyexplorer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.workbench.FileOpener;
import org.openide.util.lookup.ServiceProvider;

/** Opens listings of IPsec policies, whatever made them. */
@ServiceProvider(service = FileOpener.class, position = 300)
public final class PolicyOpener implements FileOpener {
    /** Enough of any listing to tell what it is. */
    private static final int HEAD = 4 << 20;

    @Override
    public boolean opens(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Policies.recognises(in.readNBytes(HEAD));
        }
    }

    /** A state of the filtering platform holds negotiations and policies. */
    @Override
    public boolean opensBeside(Path file) throws IOException {
        return opens(file);
    }

    @Override
    public void open(Path file) {
        SwingUtilities.invokeLater(() -> PolicyWindow.show(PolicySource.ofFile(file)));
    }
}
