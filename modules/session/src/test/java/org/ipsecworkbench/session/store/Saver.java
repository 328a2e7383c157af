package org.ipsecworkbench.session.store;

import java.io.IOException;
import java.nio.file.Path;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.testing.Samples;

/** Adds evidence and saves, over and over, until it is killed; {@link KillTest} starts it. */
final class Saver {
    private Saver() {}

    /** A session and a journal that is there. */
    public static void main(String[] arguments) throws IOException {
        Path saved = Path.of(arguments[0]);
        Workplace work = Workplace.recover(Path.of(arguments[1]), SessionLimits.DEFAULT, Disk.REAL);
        System.out.println("ready");
        for (int i = work.session().evidence().size(); ; i++) {
            String text = "item " + i;
            work.add(EvidenceKind.EVENTS, "winrm://a", text, Samples.TIME, Samples.bytes(text.repeat(5000)));
            System.out.println(i);
            work.save(saved, 0, ScanMonitor.NONE);
        }
    }
}
