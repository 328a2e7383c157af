package org.ipsecworkbench.extension.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which added modules the user lets run. What was changed after it was signed never does. Immutable; safe for every thread.
 *
 * @param refusing whether only what a trusted signer signed runs
 * @param signers those whom the user trusts, names by fingerprints; whoever an authority among them vouches for is trusted, too
 */
public record ModuleTrust(boolean refusing, Map<String, String> signers) {
    private static final String FILE = "config/module-trust.properties";
    private static final String REFUSE = "refuse";
    private static final String SIGNER = "signer.";

    /** Keeps a copy of the signers. */
    public ModuleTrust {
        signers = Map.copyOf(signers);
    }

    /**
     * What the user set; nothing is refused where nothing was set, and everything is where the setting cannot be read, since it
     * may have been that.
     */
    public static ModuleTrust in(Path userDirectory) {
        Path file = userDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            return new ModuleTrust(false, Map.of());
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return new ModuleTrust(true, Map.of());
        }
        Map<String, String> signers = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(SIGNER)) {
                signers.put(key.substring(SIGNER.length()), properties.getProperty(key));
            }
        }
        return new ModuleTrust(!"false".equals(properties.getProperty(REFUSE)), signers);
    }

    /** Keeps it for the next start and the next module. Not for the event thread. */
    public void save(Path userDirectory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(REFUSE, String.valueOf(refusing));
        signers.forEach((fingerprint, name) -> properties.setProperty(SIGNER + fingerprint, name));
        Path file = userDirectory.resolve(FILE);
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), "module-trust", null);
        try (OutputStream out = Files.newOutputStream(written)) {
            properties.store(out, null);
        }
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same with one more whom the user trusts. */
    public ModuleTrust with(Signer signer) {
        Map<String, String> more = new TreeMap<>(signers);
        more.put(signer.fingerprint(), signer.name());
        return new ModuleTrust(refusing, more);
    }

    /** The same without one whom the user trusted. */
    public ModuleTrust without(String fingerprint) {
        Map<String, String> fewer = new TreeMap<>(signers);
        fewer.remove(fingerprint);
        return new ModuleTrust(refusing, fewer);
    }

    /** Whether one of a chain of certificates is trusted. */
    public boolean trusts(Collection<Signer> chain) {
        return chain.stream().anyMatch(signer -> signers.containsKey(signer.fingerprint()));
    }

    /**
     * Judges a module. All files that its code comes from are checked: not for the event thread.
     *
     * @param jar of the module; what cannot be read as one runs as far as this goes, since the module system says that better
     */
    public Judgement judge(Path jar) {
        List<Path> files = new ArrayList<>(List.of(jar));
        try {
            files.addAll(ModuleFiles.beside(jar));
        } catch (IOException e) {
            return new Judgement(true, "its file is damaged", false);
        }
        List<String> unsigned = new ArrayList<>();
        String signer = "";
        for (Path file : files) {
            String which = file.equals(jar) ? "it" : "its library " + file.getFileName();
            JarSignature signature = JarSignature.of(file);
            if (signature.state() == JarSignature.State.CHANGED) {
                return Judgement.refused(which + " was changed after it was signed, or is damaged");
            }
            if (signature.state() == JarSignature.State.UNSIGNED) {
                unsigned.add(which + " is not signed");
            } else if (refusing && !trusts(signature.chain())) {
                return Judgement.refused(which + " is signed by " + signature.signer() + ", who is not trusted");
            } else if (file.equals(jar)) {
                signer = "it is signed by " + signature.signer();
            }
        }
        if (unsigned.isEmpty()) {
            return new Judgement(true, signer, false);
        }
        return refusing ? Judgement.refused(unsigned.get(0)) : new Judgement(true, unsigned.get(0), true);
    }
}
