package org.ipsecworkbench.session.redact;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.RedactedCapture;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.Evidence;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Redacts evidence of every kind that can be: what is text, captures and certificates. All of it is looked through first ({@link
 * #find}), so that a name that one piece tells is found in every other. Not safe for several threads.
 */
public final class Redactor {
    /** Larger texts are not redacted: 64 MiB, what a transcript holds. */
    static final int MAX_TEXT = Transcript.MAX_BYTES;

    private static final Set<EvidenceKind> TEXTS = Set.of(
            EvidenceKind.OAKLEY_LOG,
            EvidenceKind.EVENTS,
            EvidenceKind.WFP,
            EvidenceKind.POLICY,
            EvidenceKind.AUDIT_TRAIL);

    /** Few addresses in a small network may get one another's; another salt helps nearly always. */
    private static final int MAX_SALTS = 100;

    private final Salt salt;
    private final Names names = new Names();
    private final TextRedactor texts;
    private final AddressPseudonyms addresses;

    /** With a salt that nobody will know. */
    public Redactor() {
        salt = new Salt();
        addresses = new AddressPseudonyms(salt);
        texts = new TextRedactor(salt, addresses, names);
    }

    /** A text as bytes, and what it is written in. */
    private record Text(String text, Charset charset, byte[] mark) {}

    /** Names that somebody wants replaced whatever the evidence says. */
    public void find(Collection<String> wanted) {
        for (String name : wanted) {
            texts.finder().whole(name);
        }
    }

    /** Looks through the name of a host, as sessions and transcripts have it. */
    public void findHost(String name) {
        texts.finder().host(name);
        texts.find("", name);
    }

    /**
     * Looks through a piece of evidence.
     *
     * @throws IOException where it cannot be redacted, with the reason; it has to be left out then
     */
    public void find(Evidence evidence) throws IOException {
        EvidenceKind kind = evidence.item().kind();
        if (kind.isTranscript()) {
            Transcript transcript = evidence.transcript();
            findHost(transcript.host());
            texts.find("", transcript.line());
            texts.find(transcript.line(), transcript.outputText());
            texts.find("", new String(transcript.errors(), transcript.charset()));
        } else if (TEXTS.contains(kind)) {
            texts.find("", text(evidence).text());
        } else if (kind.equals(EvidenceKind.CERTIFICATE)) {
            texts.find("", asText(evidence));
        } else if (!kind.equals(EvidenceKind.CAPTURE)) {
            throw new SessionFormatException("nothing here knows what is in it");
        }
    }

    /** Ends looking; from now on it is replaced. */
    public void replace() {
        names.number();
        for (int i = 0; i < MAX_SALTS && addresses.clashes(); i++) {
            salt.renew();
            addresses.clear();
        }
    }

    /** A text of the session itself. */
    public String redact(String text) {
        return texts.redact(text);
    }

    /**
     * Writes the other evidence.
     *
     * @throws IOException where it cannot be redacted, with the reason
     */
    public void redact(Evidence evidence, Path to, ScanMonitor monitor) throws IOException {
        EvidenceKind kind = evidence.item().kind();
        if (kind.isTranscript()) {
            TranscriptFile.write(redact(evidence.transcript()), to);
        } else if (kind.equals(EvidenceKind.CAPTURE)) {
            capture(evidence.file(), to, monitor);
        } else if (kind.equals(EvidenceKind.CERTIFICATE)) {
            Files.write(to, certificate(evidence));
        } else {
            Text text = text(evidence);
            byte[] bytes = texts.redact(text.text()).getBytes(text.charset());
            try (OutputStream out = Files.newOutputStream(to)) {
                out.write(text.mark());
                out.write(bytes);
            }
        }
    }

    private Transcript redact(Transcript transcript) {
        Charset charset = transcript.charset();
        return new Transcript(
                texts.redact(transcript.host()),
                texts.redact(transcript.line()),
                transcript.started(),
                transcript.ended(),
                transcript.ending(),
                texts.redact(transcript.outputText()).getBytes(charset),
                texts.redact(new String(transcript.errors(), charset)).getBytes(charset),
                transcript.isTruncated(),
                charset,
                transcript.clockOffset());
    }

    private void capture(Path file, Path to, ScanMonitor monitor) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, monitor);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            capture.scan(monitor);
            RedactedCapture.write(capture, addresses, salt.secret(), out, monitor);
        }
    }

    private byte[] certificate(Evidence evidence) throws IOException {
        byte[] bytes = bytes(evidence);
        if (bytes.length > 0 && bytes[0] == Der.SEQUENCE) {
            return texts.certificate(bytes).orElseThrow(() -> new SessionFormatException("it cannot be taken apart"));
        }
        return texts.redact(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Certificates as PEM, so that one of DER is looked through as those in text. */
    private static String asText(Evidence evidence) throws IOException {
        byte[] bytes = bytes(evidence);
        return bytes.length > 0 && bytes[0] == Der.SEQUENCE
                ? "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                        + "\n-----END CERTIFICATE-----"
                : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Evidence evidence) throws IOException {
        try (InputStream in = evidence.open()) {
            byte[] bytes = in.readNBytes(MAX_TEXT + 1);
            if (bytes.length > MAX_TEXT) {
                throw new SessionFormatException("it has more than " + MAX_TEXT + " bytes");
            }
            return bytes;
        }
    }

    private Text text(Evidence evidence) throws IOException {
        byte[] bytes = bytes(evidence);
        Text marked = marked(bytes, StandardCharsets.UTF_8, (byte) 0xef, (byte) 0xbb, (byte) 0xbf);
        marked = marked != null ? marked : marked(bytes, StandardCharsets.UTF_16LE, (byte) 0xff, (byte) 0xfe);
        marked = marked != null ? marked : marked(bytes, StandardCharsets.UTF_16BE, (byte) 0xfe, (byte) 0xff);
        Text text = marked != null ? marked : unmarked(bytes);
        if (text.text().startsWith("Windows Registry Editor") || text.text().startsWith("REGEDIT4")) {
            throw new SessionFormatException("values of the registry may hold names, addresses and keys as numbers");
        }
        return text;
    }

    private static @Nullable Text marked(byte[] bytes, Charset charset, byte... mark) {
        boolean isMarked = bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
        return isMarked
                ? new Text(new String(bytes, mark.length, bytes.length - mark.length, charset), charset, mark)
                : null;
    }

    private Text unmarked(byte[] bytes) throws IOException {
        for (byte one : bytes) {
            if (one == 0) {
                throw new SessionFormatException("it is binary");
            }
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Text(text, StandardCharsets.UTF_8, new byte[0]);
        } catch (CharacterCodingException e) {
            // Byte by byte is right where all names are ASCII, which every code page of Windows has.
            if (names.areAscii()) {
                return new Text(
                        new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, new byte[0]);
            }
            throw new SessionFormatException("nothing tells which characters its bytes are", e);
        }
    }

    /** The names that were replaced, in lower case, with what stands for them. */
    public Map<String, String> names() {
        return names.all();
    }

    /** The addresses and SIDs of texts that were replaced, with what stands for them. */
    public Map<String, String> addresses() {
        return Map.copyOf(texts.replaced());
    }

    /** How many values in Base64 were taken out of texts. */
    public int removed() {
        return texts.removed();
    }
}
