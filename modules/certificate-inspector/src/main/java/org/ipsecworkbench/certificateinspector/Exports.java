package org.ipsecworkbench.certificateinspector;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.ipsecworkbench.certificate.CertificateTable;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.certificate.ExpiryCalendar;
import org.ipsecworkbench.certificate.JudgedHost;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;

/** Writes all certificates as a table, and what ends as a calendar, into files that are asked for. */
@Messages({"TIT_Export=Export", "CTL_CsvFiles=Table of comma-separated values (*.csv)", "CTL_IcsFiles=Calendar (*.ics)"
})
final class Exports {
    private Exports() {}

    /** All certificates, also those that a filter hides. On the event dispatch thread. */
    static void table(Component parent, List<JudgedHost> hosts) {
        ask(parent, "certificates.csv", Bundle.CTL_CsvFiles(), "csv", out -> CertificateTable.write(hosts, out));
    }

    /** All that ends from now on. On the event dispatch thread. */
    static void calendar(Component parent, List<JudgedHost> hosts) {
        ask(parent, "certificates.ics", Bundle.CTL_IcsFiles(), "ics", out -> {
            List<Expiry> all = hosts.stream()
                    .flatMap(host -> Expiry.of(host.certificates()).stream())
                    .toList();
            ExpiryCalendar.write(all, Instant.now(), out);
        });
    }

    private interface Text {
        void write(Writer out) throws IOException;
    }

    private static void ask(Component parent, String name, String kind, String extension, Text text) {
        JFileChooser chooser = new FileChooserBuilder(Exports.class)
                .setTitle(Bundle.TIT_Export())
                .setFilesOnly(true)
                .setFileFilter(new FileNameExtensionFilter(kind, extension))
                .createFileChooser();
        chooser.setSelectedFile(new File(name));
        SavedFile.ask(chooser, parent).ifPresent(file -> SavedFile.write(file, to -> write(to, text)));
    }

    private static void write(Path file, Text text) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            text.write(out);
        }
    }
}
