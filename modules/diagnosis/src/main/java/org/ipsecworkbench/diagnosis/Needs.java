package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What checks need of hosts by their Windows, which each host is asked first. */
public final class Needs {
    private Needs() {}

    /** The Windows of a host; empty until it has answered, and where its answer tells none. */
    public static Optional<Platform> platform(HostEvidence host) {
        return host.answer(Commands.VERSION)
                .map(answer -> Platform.of(answer.outputText()))
                .filter(Platform::isKnown);
    }

    /** Version and addresses, and what a Windows is asked further. */
    public static List<Need> of(HostEvidence host, Function<Platform, List<Need>> further) {
        List<Need> needs = new ArrayList<>(List.of(Commands.VERSION, Commands.ADDRESSES));
        platform(host).map(further).ifPresent(needs::addAll);
        return needs;
    }

    /** The listings of policies and rules, in force or not. */
    public static List<Need> policies(Platform platform) {
        return platform.isLegacy()
                ? List.of(Commands.STORED_POLICIES, Commands.ASSIGNED_BY_DOMAIN, Commands.POLICY_IN_FORCE)
                : List.of(
                        Commands.RULES_IN_FORCE,
                        Commands.LOCAL_RULES,
                        Commands.CURRENT_PROFILE,
                        Commands.STORED_POLICIES,
                        Commands.ASSIGNED_BY_DOMAIN);
    }
}
