/**
 * Which modules of others may run: who signed them, and whom the user trusts.
 *
 * <pre>{@code
 * ModuleTrust trust = ModuleTrust.in(Path.of(System.getProperty("netbeans.user")));
 * Path jar = Path.of("com-example-module.jar");
 * Judgement judgement = trust.judge(jar);
 * if (!judgement.runs()) {
 *     System.err.println(jar + " is refused: " + judgement.remark());
 * }
 * }</pre>
 *
 * <p>In motion. It needs nothing but the JDK, since it is at work before there is any module: the class loader of the start has a copy.
 */
@NullMarked
package org.ipsecworkbench.extension.trust;

import org.jspecify.annotations.NullMarked;
