package org.ipsecworkbench.commandline;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, and of the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String built =
                Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(unpackaged)");
        return new String[] {"ipsecwb " + built, "Java " + Runtime.version() + ", " + System.getProperty("os.name")};
    }
}
