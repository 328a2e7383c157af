package org.ipsecworkbench.extension.trust;

/**
 * What is made of a module.
 *
 * @param runs whether it may run
 * @param remark half a sentence about it, such as "it is not signed"; who signed it where it may run without a warning
 * @param warns whether the user is to be told the remark, which is always so for what may not run
 */
public record Judgement(boolean runs, String remark, boolean warns) {
    static Judgement refused(String remark) {
        return new Judgement(false, remark, true);
    }
}
