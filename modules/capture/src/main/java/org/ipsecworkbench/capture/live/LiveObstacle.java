package org.ipsecworkbench.capture.live;

/**
 * What keeps this machine from capturing.
 *
 * @param reason its sort
 * @param what what is in the way, as sentences
 * @param remedy what to install or grant, as lines with the commands to give; empty where there is nothing to advise
 */
public record LiveObstacle(Reason reason, String what, String remedy) {
    /** The sort of obstacle. */
    public enum Reason {
        /** libpcap, or Npcap, is not installed or does not fit. */
        NO_LIBRARY,
        /** This user may not capture. */
        NO_RIGHTS,
        /** No interface has that name. */
        NO_SUCH_INTERFACE,
        /** The interface is switched off, or was taken away. */
        INTERFACE_DOWN,
        /** The filter is none that libpcap understands. */
        BAD_FILTER,
        /** The file cannot be written, such as on a full disk. */
        OUTPUT,
        /** Whatever else libpcap says. */
        OTHER
    }

    /** Both, a line or more. */
    public String text() {
        return remedy.isEmpty() ? what : what + "\n" + remedy;
    }
}
