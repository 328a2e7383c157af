package org.ipsecworkbench.lab.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * A connection security rule in transport mode.
 *
 * @param protocol any, tcp, udp, icmpv4 or a number
 * @param port1 any, or a port number; so is port2
 * @param mainMode the offers of the host's settings where it is empty
 * @param modules the keying modules that may be used
 * @param source Local Setting, or the name of the group policy object that it came with
 */
public record ConsecRule(
        String name,
        boolean isEnabled,
        List<String> profiles,
        Endpoint endpoint1,
        Endpoint endpoint2,
        String protocol,
        String port1,
        String port2,
        Action action,
        List<Authentication> authentication,
        List<MainModeOffer> mainMode,
        List<QuickModeOffer> quickMode,
        List<KeyModule> modules,
        String source) {

    public static final String LOCAL = "Local Setting";

    /** What a rule asks of traffic that comes in and goes out. */
    public enum Action {
        REQUEST_IN_REQUEST_OUT("RequestInRequestOut", "Request", "Request"),
        REQUIRE_IN_REQUEST_OUT("RequireInRequestOut", "Require", "Request"),
        REQUIRE_IN_REQUIRE_OUT("RequireInRequireOut", "Require", "Require"),
        NO_AUTHENTICATION("NoAuthentication", "None", "None");

        private final String label;
        private final String inbound;
        private final String outbound;

        Action(String label, String inbound, String outbound) {
            this.label = label;
            this.inbound = inbound;
            this.outbound = outbound;
        }

        /** As netsh prints and, in any case, reads it. */
        public String label() {
            return label;
        }

        /** As {@code Get-NetIPsecRule} calls it: None, Request or Require. */
        public String inbound() {
            return inbound;
        }

        public String outbound() {
            return outbound;
        }

        /** The action of this name. */
        public static Action of(String text) {
            for (Action action : values()) {
                if (action.label.equalsIgnoreCase(text)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("no action is called " + text);
        }
    }

    public ConsecRule {
        profiles = List.copyOf(profiles);
        authentication = List.copyOf(authentication);
        mainMode = List.copyOf(mainMode);
        quickMode = List.copyOf(quickMode);
        modules = List.copyOf(modules);
    }

    /** Whether it holds for TCP between a host and a peer while a profile is in force. */
    boolean covers(BigInteger me, BigInteger peer, String profile) {
        return isEnabled
                && profiles.contains(profile)
                && (protocol.equals("any") || protocol.equals("tcp"))
                && (endpoint1.contains(me, me) && endpoint2.contains(peer, me)
                        || endpoint1.contains(peer, me) && endpoint2.contains(me, me));
    }

    /** The fewer pairs of addresses it holds for, the higher. */
    double weight() {
        return -Math.log(endpoint1.size() * endpoint2.size());
    }

    /** The same, switched on or off. */
    public ConsecRule enabled(boolean on) {
        return new ConsecRule(
                name,
                on,
                profiles,
                endpoint1,
                endpoint2,
                protocol,
                port1,
                port2,
                action,
                authentication,
                mainMode,
                quickMode,
                modules,
                source);
    }

    /** The same with other keying modules. */
    public ConsecRule keyedBy(List<KeyModule> others) {
        return new ConsecRule(
                name,
                isEnabled,
                profiles,
                endpoint1,
                endpoint2,
                protocol,
                port1,
                port2,
                action,
                authentication,
                mainMode,
                quickMode,
                others,
                source);
    }

    /** Whether it has this name, in any case. */
    public boolean isCalled(String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
