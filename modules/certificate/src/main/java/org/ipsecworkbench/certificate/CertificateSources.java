package org.ipsecworkbench.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.read.Formats;
import org.ipsecworkbench.certificate.read.Reading;
import org.ipsecworkbench.certificate.read.WireReader;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.Source;

/** Reads certificates, revocation lists and what hosts say of them. */
public final class CertificateSources {
    private static final char[] NO_PASSWORD = new char[0];

    /**
     * One source of a host.
     *
     * @param name what to call it
     * @param content its bytes, which nobody changes while they are read
     */
    public record Document(String name, byte[] content) {}

    /** Knows the passwords of files that are protected by one. They are not kept. */
    public interface Passwords {
        /** None. */
        Passwords NONE = document -> NO_PASSWORD.clone();

        /**
         * The password of a file.
         *
         * @return a fresh array, which is overwritten after use; empty where there is none
         */
        char[] of(String document);
    }

    private CertificateSources() {}

    /**
     * Whether a source looks like certificates, a revocation list, an answer of OCSP, or what a host says of them. Told by its
     * content; not for the event thread.
     *
     * @param head the first bytes, better some MB than some kB where it is a listing
     * @param size bytes of the whole
     */
    public static boolean recognises(byte[] head, long size) {
        return Formats.recognises(head, size);
    }

    /**
     * Reads all sources of one host; each is recognised by its content: listings of certutil in any language, what the
     * workbench's script prints, PEM, DER, PKCS #7 and PKCS #12, revocation lists and answers of OCSP. Pure: no I/O. Not for the
     * event thread.
     *
     * @param host what to call it
     * @return never null and never an exception for content; what could not be read is a problem with its place
     */
    public static HostCertificates parse(
            String host, List<Document> documents, CertificateLimits limits, Passwords passwords) {
        Reading reading = new Reading(limits);
        for (Document document : documents) {
            reading.file(document.name());
            int before = reading.size();
            int problems = reading.problemCount();
            Formats.read(document.content(), () -> passwords.of(document.name()), reading);
            if (reading.size() == before && reading.problemCount() == problems && !reading.isKnown()) {
                reading.problem(document.name(), "Nothing in it was recognised as a certificate or a revocation list.");
            }
        }
        return reading.result(host).joined();
    }

    /**
     * Reads the certificates that hosts sent each other in IKE messages of a capture, as far as those are in clear. The time of a
     * scan of the capture; not for the event thread.
     *
     * @param name what to call it
     * @param monitor may cancel; then the result is about what was read until then
     * @throws IOException if the file cannot be read, or is no capture
     */
    public static HostCertificates capture(Path file, String name, CertificateLimits limits, ScanMonitor monitor)
            throws IOException {
        return capture(file, name, limits, DecryptionKeys.NONE, monitor);
    }

    /**
     * The same, also of messages that keys open: IKEv2, and main mode of IKEv1, encrypt all certificates.
     *
     * @param keys of Wireshark's tables
     */
    public static HostCertificates capture(
            Path file, String name, CertificateLimits limits, DecryptionKeys keys, ScanMonitor monitor)
            throws IOException {
        Reading reading = new Reading(limits);
        reading.file(name);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, monitor)) {
            capture.scan(monitor);
            IkeCaptures.read(
                    capture,
                    new Source(name, Source.Kind.CAPTURE),
                    keys,
                    IkeLimits.DEFAULT,
                    monitor,
                    new WireReader(reading));
        }
        return reading.result(name).joined();
    }
}
