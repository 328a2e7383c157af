package org.ipsecworkbench.diagnosisguide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.session.SessionContents;

/** What a window of a diagnosis shows, and where that comes from. Works in the background; called on the event dispatch thread. */
interface Examination {
    /** Is told on the event dispatch thread. */
    interface View {
        /** What a host is asked, or what is read, now, in words. */
        void asking(String words);

        /** Files that cannot be read, in words; none where all can. */
        void notRead(List<String> files);

        /** What is known by now; the last time when all hosts have answered or failed, or all was read. */
        void show(Diagnosis diagnosis, boolean isLast);
    }

    /** Of what, for people: names of hosts, or the title of a session. */
    String subject();

    /** Whether it is of the same hosts, or of the same session, as another one. */
    boolean isSameAs(Examination other);

    /** Whether there are hosts that can be asked again and changed. */
    boolean isLive();

    /** Finds out what is missing. Does nothing while that goes on. */
    void start();

    /** What is known is old, and all of it is to be found out again. */
    void forget();

    /** The same for what one check needs. */
    void forget(Check check);

    /** Ends what goes on; what was found out until then is shown. */
    void cancel();

    /** The host of this name, where it can be asked and changed. */
    Optional<KnownHost> host(String name);

    /** The session whose evidence it is; empty where hosts are asked. */
    default Optional<SessionContents> session() {
        return Optional.empty();
    }

    /** The file of a capture that findings name. */
    Optional<Path> capture(String name);
}
