package org.ipsecworkbench.lab.model;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a host stands to TCP traffic with one peer, after all its policies, services and settings.
 *
 * @param isInitiating whether it asks for IPsec by itself
 * @param isAnswering whether it answers who asks
 * @param acceptsClear whether what comes in clear is taken
 * @param sendsClear whether it talks in clear where IPsec does not come about
 * @param blocks whether nothing passes at all
 * @param isLegacy whether an old policy says so
 */
record Stance(
        boolean isInitiating,
        boolean isAnswering,
        boolean acceptsClear,
        boolean sendsClear,
        boolean blocks,
        boolean isLegacy,
        List<Authentication> authentication,
        List<MainModeOffer> mainMode,
        List<QuickModeOffer> quickMode,
        List<KeyModule> modules) {

    private static final List<KeyModule> LEGACY = List.of(KeyModule.IKEV1);
    private static final Stance NONE =
            new Stance(false, false, true, true, false, false, List.of(), List.of(), List.of(), List.of());
    private static final Stance BLOCK =
            new Stance(false, false, false, false, true, true, List.of(), List.of(), List.of(), List.of());

    /** What the default response rule answers with; from memory, not verified. */
    private static final List<QuickModeOffer> RESPONSE = List.of(
            QuickModeOffer.esp(Cipher.TRIPLE_DES, Integrity.SHA1),
            QuickModeOffer.esp(Cipher.TRIPLE_DES, Integrity.MD5),
            QuickModeOffer.esp(Cipher.DES, Integrity.SHA1),
            QuickModeOffer.esp(Cipher.DES, Integrity.MD5));

    static Stance of(WindowsHost host, String peer) {
        LegacyPolicy policy = host.activePolicy();
        if (policy != null && host.services().isRunning("PolicyAgent")) {
            Stance stance = legacy(host, peer, policy);
            if (stance != null) {
                return stance;
            }
        }
        return host.version().isLegacy() ? NONE : modern(host, peer);
    }

    private static @Nullable Stance legacy(WindowsHost host, String peer, LegacyPolicy policy) {
        BigInteger me = Endpoint.address(host.address());
        BigInteger other = Endpoint.address(peer);
        LegacyStore store = host.activeStore();
        LegacyRule best = null;
        double weight = 0;
        for (LegacyRule rule : policy.rules()) {
            List<LegacyFilter> filters = store.filters(rule.filterList());
            if (!rule.isActive() || filters == null) {
                continue;
            }
            for (LegacyFilter filter : filters) {
                if (filter.covers(me, other) && (best == null || filter.weight() > weight)) {
                    best = rule;
                    weight = filter.weight();
                }
            }
        }
        FilterAction action = best == null ? null : store.action(best.filterAction());
        if (best == null || action == null) {
            // The default response rule is not honoured from Vista on. From memory, not verified.
            boolean responds = policy.isResponding() && host.version().isLegacy();
            return !responds
                    ? null
                    : new Stance(
                            false,
                            host.keys(),
                            true,
                            true,
                            false,
                            true,
                            List.of(Authentication.KERBEROS),
                            policy.mainMode(),
                            RESPONSE,
                            LEGACY);
        }
        return switch (action.kind()) {
            case PERMIT -> NONE;
            case BLOCK -> BLOCK;
            case NEGOTIATE ->
                new Stance(
                        true,
                        host.keys(),
                        action.acceptsClear(),
                        action.fallsBack(),
                        false,
                        true,
                        best.authentication(),
                        policy.mainMode(),
                        action.offers(),
                        LEGACY);
        };
    }

    private static Stance modern(WindowsHost host, String peer) {
        ConsecRule best = host.winningRule(peer);
        if (best == null
                || !host.services().isRunning("BFE")
                || !host.services().isRunning("MpsSvc")) {
            return NONE;
        }
        ConsecRule.Action action = best.action();
        if (action == ConsecRule.Action.NO_AUTHENTICATION) {
            return NONE;
        }
        return new Stance(
                true,
                host.keys(),
                action.inbound().equals("Request"),
                action.outbound().equals("Request"),
                false,
                false,
                best.authentication(),
                best.mainMode().isEmpty() ? MainModeOffer.parse(host.setting("mmsecmethods")) : best.mainMode(),
                best.quickMode().isEmpty() ? QuickModeOffer.DEFAULT : best.quickMode(),
                best.modules());
    }
}
