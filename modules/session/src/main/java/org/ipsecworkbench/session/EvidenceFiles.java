package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.extension.ExtensionFault;
import org.ipsecworkbench.extension.Extensions;
import org.ipsecworkbench.session.spi.EvidenceReader;
import org.openide.util.Lookup;

/** Tells what files of evidence are, by their content, through the installed {@link EvidenceReader}s. Safe for every thread. */
public final class EvidenceFiles {
    /**
     * What a file is.
     *
     * @param reader who knows it; empty where nobody does
     */
    private record Recognised(EvidenceKind kind, Optional<EvidenceReader> reader) {}

    private EvidenceFiles() {}

    /** The kind of a file; {@link EvidenceKind#FILE} where nobody knows it. Not for the event thread. */
    public static EvidenceKind kind(Path file) throws IOException {
        return recognise(file).kind();
    }

    /** What is in a file, in one line for people; empty where nobody knows it. Not for the event thread. */
    public static String summary(Path file, ScanMonitor monitor) throws IOException {
        Optional<EvidenceReader> reader = recognise(file).reader();
        if (reader.isEmpty()) {
            return "";
        }
        try {
            return Extensions.call(reader.get(), () -> reader.get().summary(file, monitor));
        } catch (ExtensionFault e) {
            return e.getMessage();
        }
    }

    private static Recognised recognise(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(EvidenceReader.HEAD_BYTES);
        }
        for (EvidenceReader reader : Lookup.getDefault().lookupAll(EvidenceReader.class)) {
            try {
                Optional<EvidenceKind> kind =
                        Extensions.call(reader, Extensions.PATIENCE, () -> reader.recognise(file, head.clone()));
                if (kind.isPresent()) {
                    return new Recognised(kind.get(), Optional.of(reader));
                }
            } catch (ExtensionFault e) {
                Extensions.log(e);
            }
        }
        return new Recognised(EvidenceKind.FILE, Optional.empty());
    }
}
