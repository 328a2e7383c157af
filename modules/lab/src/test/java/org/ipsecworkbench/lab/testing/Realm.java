package org.ipsecworkbench.lab.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.jspecify.annotations.Nullable;

/**
 * The realm LAB.TEST with a KDC of Apache Kerby in this process, in an empty folder. This Java asks it until it is closed; one
 * at a time.
 */
public final class Realm implements AutoCloseable {
    public static final String NAME = "LAB.TEST";
    public static final String SERVICE = "HTTP/localhost@" + NAME;

    private static final String CONFIGURATION = "java.security.krb5.conf";

    private final SimpleKdcServer kdc;
    private final Path folder;
    private final @Nullable String before;

    /** Starts it; principals are added while it runs. */
    public Realm(Path folder) throws KrbException, IOException {
        this.folder = folder;
        this.before = System.getProperty(CONFIGURATION);
        kdc = new SimpleKdcServer();
        kdc.setWorkDir(folder.toFile());
        kdc.setKdcRealm(NAME);
        kdc.setKdcHost("localhost");
        kdc.setAllowUdp(false);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            kdc.setKdcTcpPort(free.getLocalPort());
        }
        kdc.init();
        kdc.start();
        System.setProperty(CONFIGURATION, folder.resolve("krb5.conf").toString());
    }

    /** Adds a user of this realm. */
    public void add(String user, String password) throws KrbException {
        kdc.createPrincipal(user + "@" + NAME, password);
    }

    /** Adds a user or service with keys that nobody knows, or exports those of one that there is; the result is a keytab. */
    public Path keytab(String principal, boolean isNew) throws KrbException {
        if (isNew) {
            kdc.createPrincipal(principal);
        }
        File file = folder.resolve(principal.replaceAll("\\W", "-") + ".keytab").toFile();
        kdc.exportPrincipal(principal, file);
        return file.toPath();
    }

    @Override
    public void close() throws KrbException {
        kdc.stop();
        if (before == null) {
            System.clearProperty(CONFIGURATION);
        } else {
            System.setProperty(CONFIGURATION, before);
        }
    }
}
