package org.ipsecworkbench.policy;

import java.util.List;
import java.util.Set;

/**
 * How a rule negotiates. A list that is empty was not read: the defaults of {@code facts.tsv} stand in for it.
 *
 * @param modules protocols that it may use; empty for the default of its Windows
 * @param firstAuth ordered; of the computer
 * @param secondAuth ordered; of the user or of health, empty for none
 * @param mainMode ordered
 * @param quickMode ordered
 * @param pfsGroup such as {@code dh2} or {@code mainmode}; {@code none}; empty where it was not read
 */
public record Keying(
        Set<KeyModule> modules,
        List<AuthMethod> firstAuth,
        List<AuthMethod> secondAuth,
        List<MainModeOffer> mainMode,
        List<QuickModeOffer> quickMode,
        String pfsGroup) {
    /** Nothing was read. */
    public static final Keying NONE = new Keying(Set.of(), List.of(), List.of(), List.of(), List.of(), "");

    /** Copies the collections. */
    public Keying {
        modules = Set.copyOf(modules);
        firstAuth = List.copyOf(firstAuth);
        secondAuth = List.copyOf(secondAuth);
        mainMode = List.copyOf(mainMode);
        quickMode = List.copyOf(quickMode);
    }

    /** The same with other offers for main mode. */
    public Keying withMainMode(List<MainModeOffer> offers) {
        return new Keying(modules, firstAuth, secondAuth, offers, quickMode, pfsGroup);
    }

    /** The same with keys that were not read. */
    public Keying withoutKeyDigests() {
        return new Keying(modules, without(firstAuth), without(secondAuth), mainMode, quickMode, pfsGroup);
    }

    private static List<AuthMethod> without(List<AuthMethod> methods) {
        return methods.stream().map(AuthMethod::withoutKey).toList();
    }
}
