package org.ipsecworkbench.lab.winrm;

import java.time.Duration;
import org.ipsecworkbench.lab.model.WindowsVersion;

/**
 * What a host allows its remote shells (MS-WSMV; defaults as documented for each release).
 *
 * @param connections open at one time; further ones are closed at once
 * @param shells of one user
 * @param commands of one shell that have not been signalled to end
 * @param envelope bytes of a message
 * @param idle after which a shell that nobody uses is gone
 */
public record Quotas(int connections, int shells, int commands, int envelope, Duration idle) {
    public static Quotas of(WindowsVersion version) {
        boolean isOld = version.compareTo(WindowsVersion.SERVER_2008_R2) <= 0;
        return isOld
                ? new Quotas(300, 5, 15, 150 << 10, Duration.ofHours(2))
                : new Quotas(300, 30, 25, 500 << 10, Duration.ofHours(2));
    }
}
