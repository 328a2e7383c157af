package org.ipsecworkbench.lab.program;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.ipsecworkbench.lab.model.FileStore;

/** {@code certutil -hashfile} and {@code -encode}, for any file. Forms unverified. */
final class CertutilFile {
    private CertutilFile() {}

    static int hash(Call call, CertutilLine line) {
        FileStore.File file = call.host().files().file(call.shell().path(line.operand(0)));
        String wanted = line.operands().size() > 1 ? line.operand(1).toUpperCase(Locale.ROOT) : "SHA1";
        String algorithm = switch (wanted) {
            case "SHA1" -> "SHA-1";
            case "SHA256" -> "SHA-256";
            case "MD5" -> "MD5";
            default -> "";
        };
        if (file == null || algorithm.isEmpty()) {
            return Certutil.missing(call, "-hashfile");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] piece = new byte[1 << 16];
            for (long at = 0; at < file.size(); at += piece.length) {
                int length = (int) Math.min(piece.length, file.size() - at);
                file.read(at, piece, length);
                digest.update(piece, 0, length);
            }
            call.out().say("{0} hash of {1}:", wanted, line.operand(0));
            call.out().line(Certutil.hash(call.host(), HexFormat.of().formatHex(digest.digest())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
        return Certutil.done(call, "-hashfile");
    }

    static int encode(Call call, CertutilLine line) {
        FileStore.File file = Certutil.file(call, line.operand(0));
        if (file == null) {
            return Certutil.missing(call, "-encode");
        }
        byte[] content = Certutil.content(file);
        String text = "-----BEGIN CERTIFICATE-----\r\n"
                + Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encodeToString(content)
                + "\r\n-----END CERTIFICATE-----\r\n";
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        write(call, line.operand(1), bytes);
        call.out().pair("Input Length", 0, " = ", content.length);
        call.out().pair("Output Length", 0, " = ", bytes.length);
        return Certutil.done(call, "-encode");
    }

    static void write(Call call, String name, byte[] content) {
        call.host()
                .files()
                .write(
                        call.shell().path(name),
                        content,
                        content.length,
                        call.host().now());
    }
}
