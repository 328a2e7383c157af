/**
 * Reads the IPsec policy of a Windows host from whatever lists it, says which rule acts on a flow, and predicts what two
 * hosts will negotiate before any packet flows.
 *
 * <p>Whatever the source (netsh, NetIPsec cmdlets, the registry, the filtering platform), the result is one {@link
 * org.ipsecworkbench.policy.HostPolicy}. {@link org.ipsecworkbench.policy.Policies} reads, {@link
 * org.ipsecworkbench.policy.EffectiveRules} chooses, {@link org.ipsecworkbench.policy.Findings} judges one host and {@link
 * org.ipsecworkbench.policy.Predictor} two.
 *
 * <p>Shapes and units: lines are numbered from 1, lifetimes are seconds and kilobytes (1024 bytes), confidence is 0 to 1.
 * Algorithms have the names of {@code algorithms.tsv}, whatever their source calls them. Values are immutable.
 *
 * <pre>{@code
 * KeyDigests digests = KeyDigests.random();
 * HostPolicy one = read("srv1.txt", digests);
 * HostPolicy other = read("srv2.txt", digests);
 * Prediction prediction = Predictor.predict(one, other, Flow.parse("tcp 10.0.0.1 10.0.0.2:445"));
 * System.out.println(prediction.outcome() + ", sure by " + prediction.confidence());
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.policy;

import org.jspecify.annotations.NullMarked;
