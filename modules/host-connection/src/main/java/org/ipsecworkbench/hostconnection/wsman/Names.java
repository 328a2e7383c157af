package org.ipsecworkbench.hostconnection.wsman;

import java.util.List;
import java.util.Map;

/** Namespaces, actions and resources of WS-Management and of the remote shell (DSP0226, MS-WSMV 2.2.1, 2.2.4). */
public final class Names {
    /** SOAP 1.2. */
    public static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    /** WS-Addressing of August 2004. */
    public static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    /** WS-Management. */
    public static final String WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    /** What Microsoft adds to WS-Management. */
    public static final String MICROSOFT = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
    /** The remote shell of Windows. */
    public static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    /** WS-Transfer. */
    public static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    /** Who is there, which is answered without authentication. */
    public static final String IDENTITY = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
    /** Faults in the words of Windows. */
    public static final String FAULT = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";

    static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** A shell of {@code cmd.exe}. */
    public static final String SHELL_RESOURCE = SHELL + "/cmd";
    /** The address to answer to: the connection that the request came on. */
    public static final String ANONYMOUS = ADDRESSING + "/role/anonymous";

    /** Make a shell. */
    public static final String CREATE = TRANSFER + "/Create";
    /** Give a shell up. */
    public static final String DELETE = TRANSFER + "/Delete";
    /** Start a command. */
    public static final String COMMAND = SHELL + "/Command";
    /** Standard input. */
    public static final String SEND = SHELL + "/Send";
    /** Ask for output. */
    public static final String RECEIVE = SHELL + "/Receive";
    /** Send a signal. */
    public static final String SIGNAL = SHELL + "/Signal";

    /** The state of a command that has ended. */
    public static final String STATE_DONE = SHELL + "/CommandState/Done";
    /** The signal that ends a command. */
    public static final String TERMINATE = SHELL + "/signal/terminate";
    /** The signal of Ctrl+C. */
    public static final String CTRL_C = SHELL + "/signal/ctrl_c";

    /** The prefixes that are written, as Windows does. */
    static final Map<String, String> PREFIXES = Map.of(
            SOAP, "s",
            ADDRESSING, "a",
            WSMAN, "w",
            MICROSOFT, "p",
            SHELL, "rsp",
            TRANSFER, "x",
            IDENTITY, "wsmid",
            FAULT, "f",
            XML, "xml");

    /** The namespaces that every document declares, in this order. */
    static final List<String> DECLARED = List.of(SOAP, ADDRESSING, TRANSFER, WSMAN, SHELL, MICROSOFT);

    private Names() {}
}
