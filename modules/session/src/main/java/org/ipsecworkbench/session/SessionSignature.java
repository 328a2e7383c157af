package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.session.store.Disk;
import org.ipsecworkbench.session.store.SafeFile;

/**
 * A detached signature of a session: Ed25519 (RFC 8032) over the bytes of its {@code session.json}, which has the hash of each
 * piece of evidence. The file is the 64 bytes themselves, beside the session and called as it is with {@link #SUFFIX}, so that
 * OpenSSL makes and checks it too.
 *
 * <p>Keys are PEM files as OpenSSL writes them: {@code PRIVATE KEY} (PKCS #8, RFC 5958, without a password) and {@code PUBLIC
 * KEY} (X.509, RFC 5280). Reading and writing block.
 */
public final class SessionSignature {
    /** What the file's name ends with, after that of the session. */
    public static final String SUFFIX = ".sig";

    private static final String ALGORITHM = "Ed25519";
    private static final int BYTES = 64;
    private static final int MAX_KEY_BYTES = 64 << 10;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private SessionSignature() {}

    /** Makes a key of the encoded bytes. */
    private interface KeyMaker<K> {
        K of(KeyFactory factory, byte[] encoded) throws GeneralSecurityException;
    }

    /** Where the signature of a session is. */
    public static Path file(Path session) {
        return session.resolveSibling(session.getFileName() + SUFFIX);
    }

    /**
     * Signs a session, whose evidence should have been checked before: what is signed is its list.
     *
     * @param signature the file that is written or replaced, never in part
     */
    public static void sign(SessionFile session, PrivateKey key, Path signature) throws IOException {
        byte[] signed;
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(session.manifest());
            signed = signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IOException("The session cannot be signed with this key: " + e.getMessage(), e);
        }
        SafeFile.write(signature, Disk.REAL, out -> out.write(signed), () -> {});
    }

    /**
     * Whether the signature is of this session's list and was made with the private key of this public one.
     *
     * @throws IOException where the signature or the list cannot be read
     */
    public static boolean isValid(SessionFile session, PublicKey key, Path signature) throws IOException {
        byte[] signed;
        try (InputStream in = Files.newInputStream(signature)) {
            signed = in.readNBytes(BYTES + 1);
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(session.manifest());
            return signed.length == BYTES && verifier.verify(signed);
        } catch (GeneralSecurityException e) {
            // 64 bytes that are no signature at all, of this key or another.
            return false;
        }
    }

    /** Reads a private key. */
    public static PrivateKey privateKey(Path pem) throws IOException {
        return key(pem, "PRIVATE KEY", (factory, encoded) -> factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    }

    /** Reads a public key. */
    public static PublicKey publicKey(Path pem) throws IOException {
        return key(pem, "PUBLIC KEY", (factory, encoded) -> factory.generatePublic(new X509EncodedKeySpec(encoded)));
    }

    private static <K> K key(Path pem, String label, KeyMaker<K> maker) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(pem)) {
            text = new String(in.readNBytes(MAX_KEY_BYTES), StandardCharsets.ISO_8859_1);
        }
        Matcher found = PEM.matcher(text);
        if (!found.find()) {
            throw new SessionFormatException(pem + " holds no key in PEM: there is no -----BEGIN " + label + "-----.");
        }
        if (!found.group(1).equals(label)) {
            String password =
                    found.group(1).startsWith("ENCRYPTED") ? " It has a password, which openssl pkey takes off." : "";
            throw new SessionFormatException(
                    pem + " holds a " + found.group(1) + ", and a " + label + " is needed." + password);
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(found.group(2));
            return maker.of(KeyFactory.getInstance(ALGORITHM), encoded);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SessionFormatException(
                    pem + " holds no key of Ed25519; openssl genpkey -algorithm ed25519 makes one.", e);
        }
    }
}
