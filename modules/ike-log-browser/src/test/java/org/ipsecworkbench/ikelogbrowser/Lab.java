package org.ipsecworkbench.ikelogbrowser;

import java.io.IOException;
import java.nio.file.Path;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Source;

/** The lab captures and synthetic logs, which are test resources of the engines. */
public final class Lab {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ""), "../capture/src/test/resources/org/ipsecworkbench/capture/lab");

    private Lab() {}

    /** The file of a capture. */
    public static Path file(String name) {
        return FOLDER.resolve(name + ".pcap");
    }

    /** A synthetic log, which is a test resource of the engine of negotiations. */
    public static Path log(String name) {
        return resource("synthetic/synthetic-" + name + ".log");
    }

    /** A test resource of that engine. */
    public static Path resource(String name) {
        return Path.of(System.getProperty("basedir", ""), "../ike/src/test/resources/org/ipsecworkbench/ike")
                .resolve(name);
    }

    /** What a capture says of key negotiations. */
    public static IkeReport read(String name) throws IOException {
        try (Capture capture = Capture.open(file(name), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            Source source = new Source(name, Source.Kind.CAPTURE);
            return IkeCaptures.read(
                    capture, source, DecryptionKeys.NONE, IkeLimits.DEFAULT, ScanMonitor.NONE, message -> {});
        }
    }
}
