package org.ipsecworkbench.lab.program;

/** The short texts of the system errors that the lab's programs print (documentation of the system error codes). */
final class Win32 {
    private Win32() {}

    static String text(int code) {
        return switch (code) {
            case 1051 -> "A stop control has been sent to a service that other running services are dependent on.";
            case 1056 -> "An instance of the service is already running.";
            case 1058 ->
                "The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.";
            case 1060 -> "The specified service does not exist as an installed service.";
            case 1062 -> "The service has not been started.";
            default -> "Error " + code;
        };
    }
}
