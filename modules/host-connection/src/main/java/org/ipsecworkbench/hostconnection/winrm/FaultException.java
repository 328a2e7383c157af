package org.ipsecworkbench.hostconnection.winrm;

import org.ipsecworkbench.hostconnection.wsman.Fault;

/** The host answered with a fault. */
final class FaultException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    FaultException(Fault fault) {
        super("fault " + fault.code());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
