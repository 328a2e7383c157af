package org.ipsecworkbench.hostconnection;

/** Is told of each step of a connection that succeeded, in the thread that connects. */
public interface StepListener {
    /** For those who do not want to know. */
    StepListener NONE = (step, detail) -> {};

    /** A step succeeded; the detail is a sentence or a few words for people. */
    void succeeded(ConnectionStep step, String detail);
}
