/**
 * WS-Management and the remote shell of Windows as XML, for both sides: reading and writing of SOAP, free of I/O.
 *
 * <pre>{@code
 * Envelope question = ShellMessages.identify();
 * Envelope answer = Envelope.read(ask(question.toBytes()));
 * System.out.println(answer.content(Names.IDENTITY, "IdentifyResponse").map(Element::allText).orElse("no answer"));
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.hostconnection.wsman;

import org.jspecify.annotations.NullMarked;
