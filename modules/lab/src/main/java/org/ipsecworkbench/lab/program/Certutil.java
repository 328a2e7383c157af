package org.ipsecworkbench.lab.program;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.model.FileStore;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.Thumbprint;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;

/**
 * {@code certutil}: stores of the computer, verification, files. Stores have the form of samples from Windows Server 2019 and
 * 2022; hashes of files are unverified. Nothing that it verifies is a failure to it: what is wrong is in its text.
 */
final class Certutil implements Program {
    private static final int NOT_FOUND = 0x80090011;
    private static final int NO_FILE = 0x80070002;
    private static final Map<String, String> STORES = Map.of(
            "my", "My \"Personal\"",
            "root", "Root \"Trusted Root Certification Authorities\"",
            "ca", "CA \"Intermediate Certification Authorities\"");

    @Override
    public int run(Call call) {
        if (call.has("-store") || call.has("/store")) {
            return store(call);
        }
        if (call.has("-verify")) {
            return new CertutilVerify().run(call);
        }
        return switch (call.word(0)) {
            case "-hashfile" -> hash(call);
            case "-encode" -> encode(call);
            case "-pulse" -> done(call, "-pulse");
            default -> {
                call.out()
                        .line("CertUtil: " + Words.of(call.host().language(), "Unknown arg") + ": " + call.argument(0));
                yield 1;
            }
        };
    }

    static int done(Call call, String verb) {
        call.out().say("CertUtil: {0} command completed successfully.", verb);
        return 0;
    }

    private static int store(Call call) {
        List<String> names = call.arguments().stream()
                .filter(argument -> !argument.startsWith("-") && !argument.startsWith("/"))
                .toList();
        String name = names.isEmpty() ? "CA" : names.get(0);
        String title = STORES.get(name.toLowerCase(Locale.ROOT));
        call.out().line(title == null ? name : title);
        int number = 0;
        for (StoredCertificate stored : call.host().certificates()) {
            if (stored.store().equalsIgnoreCase(name)) {
                call.out()
                        .line(Words.of(
                                call.host().language(), "================ Certificate {0} ================", number++));
                certificate(call, stored);
            }
        }
        if (number == 0 && title == null) {
            call.out().say("CertUtil: -store command FAILED: 0x80090011 (-2146893807 NTE_NOT_FOUND)");
            return NOT_FOUND;
        }
        return done(call, "-store");
    }

    private static void certificate(Call call, StoredCertificate stored) {
        WindowsHost host = call.host();
        X509Certificate certificate = stored.certificate();
        Console out = call.out();
        out.pair("Serial Number:", 0, " ", certificate.getSerialNumber().toString(16));
        out.pair("Issuer:", 0, " ", certificate.getIssuerX500Principal().getName());
        out.print(" ");
        out.pair("NotBefore:", 0, " ", time(host, certificate.getNotBefore().toInstant()));
        out.print(" ");
        out.pair("NotAfter:", 0, " ", time(host, certificate.getNotAfter().toInstant()));
        out.pair("Subject:", 0, " ", certificate.getSubjectX500Principal().getName());
        if (certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            out.say("Signature matches Public Key");
            out.say("Root Certificate: Subject matches Issuer");
        } else {
            out.pair("Certificate Template Name (Certificate Type):", 0, " ", stored.template());
            out.say("Non-root Certificate");
            out.pair("Template:", 0, " ", stored.template());
        }
        out.pair("Cert Hash(sha1):", 0, " ", hash(host, Thumbprint.of(certificate)));
        if (!stored.store().equals("My")) {
            out.say("No key provider information");
        } else if (stored.hasPrivateKey()) {
            out.pair("  Key Container", 0, " = ", "le-IPSec-" + host.name());
            out.pair("  Provider", 0, " = ", "Microsoft Software Key Storage Provider");
            out.say("Private key is NOT exportable");
            out.say("Signature test passed");
        } else {
            out.say("Cannot find the certificate and private key for decryption.");
        }
    }

    static String time(WindowsHost host, Instant time) {
        return host.format(time, host.language().date() + " " + host.language().shortTime());
    }

    /** Byte pairs with blanks between up to Windows Server 2012 R2, without from 2016 on. */
    private static String hash(WindowsHost host, String digits) {
        return host.version().compareTo(WindowsVersion.SERVER_2012_R2) <= 0
                ? digits.replaceAll("(..)(?=.)", "$1 ")
                : digits;
    }

    private static int hash(Call call) {
        FileStore.File file = call.host().files().file(call.shell().path(call.argument(1)));
        String wanted = call.arguments().size() > 2 ? call.argument(2).toUpperCase(Locale.ROOT) : "SHA1";
        String algorithm = switch (wanted) {
            case "SHA1" -> "SHA-1";
            case "SHA256" -> "SHA-256";
            case "MD5" -> "MD5";
            default -> "";
        };
        if (file == null || algorithm.isEmpty()) {
            return missing(call, "-hashfile");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] piece = new byte[1 << 16];
            for (long at = 0; at < file.size(); at += piece.length) {
                int length = (int) Math.min(piece.length, file.size() - at);
                file.read(at, piece, length);
                digest.update(piece, 0, length);
            }
            call.out().say("{0} hash of {1}:", wanted, call.argument(1));
            call.out().line(hash(call.host(), HexFormat.of().formatHex(digest.digest())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
        return done(call, "-hashfile");
    }

    private static int encode(Call call) {
        FileStore.File file = call.host().files().file(call.shell().path(call.argument(1)));
        if (file == null || file.size() > CommandProcessor.MAX_PIPE) {
            return missing(call, "-encode");
        }
        byte[] content = new byte[(int) file.size()];
        file.read(0, content, content.length);
        String text = "-----BEGIN CERTIFICATE-----\r\n"
                + Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encodeToString(content)
                + "\r\n-----END CERTIFICATE-----\r\n";
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        call.host()
                .files()
                .write(
                        call.shell().path(call.argument(2)),
                        bytes,
                        bytes.length,
                        call.host().now());
        call.out().pair("Input Length", 0, " = ", content.length);
        call.out().pair("Output Length", 0, " = ", bytes.length);
        return done(call, "-encode");
    }

    private static int missing(Call call, String verb) {
        call.out()
                .line("CertUtil: " + verb + " " + Words.of(call.host().language(), "command FAILED")
                        + ": 0x80070002 (WIN32: 2 ERROR_FILE_NOT_FOUND)");
        call.out().line("CertUtil: " + Words.of(call.host().language(), "The system cannot find the file specified."));
        return NO_FILE;
    }

    /** Whether an authority that the computer trusts issued it. */
    static boolean isTrusted(WindowsHost host, X509Certificate certificate) {
        CertificateAuthority authority = host.network().domain().authority();
        return host.certificates().stream()
                .anyMatch(stored -> stored.store().equals("Root")
                        && stored.certificate().equals(authority.root())
                        && stored.certificate().getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
    }
}
