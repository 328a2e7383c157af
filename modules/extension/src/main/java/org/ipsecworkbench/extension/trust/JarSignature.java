package org.ipsecworkbench.extension.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the signature of a JAR is worth: every entry is read and held against it. Signatures and digests that the JDK no longer
 * accepts count as none. Whether a certificate has ended does not matter: trust is in certificates that the user chose.
 *
 * @param state what was found
 * @param chain the certificates of those who signed every entry, the signer first; empty unless signed
 */
public record JarSignature(State state, List<Signer> chain) {
    /** What is read of a JAR, in bytes once unpacked; what is larger counts as changed. Ours have less than 20 MB. */
    public static final long MOST_BYTES = 1L << 30;

    private static final Pattern OF_SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|DSA|RSA|EC))");

    /** What can be said of a signature. */
    public enum State {
        /** Nobody signed any of it. */
        UNSIGNED,
        /** Everything in it is as somebody signed it. */
        SIGNED,
        /** Something in it was changed, added or taken away after it was signed, or it cannot be read. */
        CHANGED
    }

    /** Keeps a copy of the chain. */
    public JarSignature {
        chain = List.copyOf(chain);
    }

    /** Checks a JAR, whatever is in the file. Reads all of it: some 20 ms per MB, not for the event thread. */
    public static JarSignature of(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            return of(jar);
        } catch (IOException | SecurityException | GeneralSecurityException e) {
            return new JarSignature(State.CHANGED, List.of());
        }
    }

    private static JarSignature of(JarFile jar) throws IOException, GeneralSecurityException {
        Set<String> missing = named(jar.getManifest());
        List<Set<CodeSigner>> signers = new ArrayList<>();
        long left = MOST_BYTES;
        for (JarEntry entry : Collections.list(jar.entries())) {
            left -= read(jar, entry, left);
            missing.remove(entry.getName());
            if (!entry.isDirectory()
                    && !OF_SIGNATURE
                            .matcher(entry.getName().toUpperCase(Locale.ROOT))
                            .matches()) {
                CodeSigner[] of = entry.getCodeSigners();
                signers.add(of == null ? Set.of() : Set.of(of));
            }
        }
        if (signers.stream().allMatch(Set::isEmpty)) {
            return new JarSignature(State.UNSIGNED, List.of());
        }
        Set<CodeSigner> ofAll = new HashSet<>(signers.get(0));
        signers.forEach(ofAll::retainAll);
        return ofAll.isEmpty() || !missing.isEmpty()
                ? new JarSignature(State.CHANGED, List.of())
                : new JarSignature(State.SIGNED, chain(ofAll));
    }

    /** The entries that a manifest has digests of. */
    private static Set<String> named(@Nullable Manifest manifest) {
        return manifest == null
                ? new HashSet<>()
                : new HashSet<>(manifest.getEntries().keySet());
    }

    /** The signers of an entry are known when it was read to its end. */
    private static long read(JarFile jar, JarEntry entry, long most) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long bytes = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > most) {
                    throw new IOException("more than " + MOST_BYTES + " bytes");
                }
            }
        }
        return bytes;
    }

    private static List<Signer> chain(Set<CodeSigner> signers) throws GeneralSecurityException {
        List<Signer> chain = new ArrayList<>();
        for (CodeSigner signer : signers) {
            for (Certificate certificate : signer.getSignerCertPath().getCertificates()) {
                chain.add(Signer.of(certificate));
            }
        }
        return chain;
    }

    /** The certificate that it was signed with, by name; empty unless signed. */
    public String signer() {
        return chain.isEmpty() ? "" : chain.get(0).name();
    }
}
