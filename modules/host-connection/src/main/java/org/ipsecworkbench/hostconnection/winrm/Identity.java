package org.ipsecworkbench.hostconnection.winrm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.hostconnection.wire.MalformedException;
import org.ipsecworkbench.hostconnection.wsman.Element;
import org.ipsecworkbench.hostconnection.wsman.Envelope;
import org.ipsecworkbench.hostconnection.wsman.Names;

/** What the service of a host says it is (DSP0226 11). Its stack is the version of WinRM: 1.1, 2.0 or 3.0. */
record Identity(String protocol, String vendor, String version) {
    private static final Pattern STACK = Pattern.compile("Stack:\\s*(\\d{1,4})\\.");
    private static final int OLDEST_STACK = 2;
    private static final int MAX_TEXT = 200;

    static Identity of(Envelope envelope) throws MalformedException {
        Element response = envelope.content(Names.IDENTITY, "IdentifyResponse")
                .orElseThrow(() -> new MalformedException("The answer does not say what service it is."));
        return new Identity(
                response.childText(Names.IDENTITY, "ProtocolVersion"),
                response.childText(Names.IDENTITY, "ProductVendor"),
                response.childText(Names.IDENTITY, "ProductVersion"));
    }

    /** Whether requests as they are made here are understood; what tells no stack is tried. */
    boolean isSupported() {
        Matcher stack = STACK.matcher(version);
        boolean isOld = stack.find() && Integer.parseInt(stack.group(1)) < OLDEST_STACK;
        return !isOld && (protocol.isEmpty() || protocol.equals(Names.WSMAN));
    }

    String text() {
        String text = "WS-Management of " + (vendor.isEmpty() ? "an unnamed vendor" : vendor)
                + (version.isEmpty() ? "" : ", " + version);
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
