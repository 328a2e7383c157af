/**
 * Captures on the interfaces of this machine, through pcap4j and the libpcap that is installed here.
 *
 * <p>Start at {@link org.ipsecworkbench.capture.live.LiveInterface#list()}, then {@link
 * org.ipsecworkbench.capture.live.LiveCapture#start}. What is captured goes to pcapng files, whole packets at a time and
 * never more than some {@value org.ipsecworkbench.capture.live.LiveCapture#DELAY_MILLIS} ms late, so that they can be
 * read while they grow. The native library is loaded by the first call into this package and by nothing else.
 *
 * <p>Source: the manual pages of libpcap, {@code pcap(3PCAP)} and {@code pcap-filter(7)}.
 *
 * <pre>{@code
 * for (LiveInterface one : LiveInterface.list()) {
 *     System.out.println(one.name() + " " + one.addresses());
 * }
 * LiveOptions options = LiveOptions.of("eth0").withFilter("esp or udp port 500");
 * try (LiveCapture capture = LiveCapture.start(options, Path.of("live.pcapng"))) {
 *     capture.await(Duration.ofSeconds(10));
 *     System.out.println(capture.statistics());
 * }
 * }</pre>
 *
 * <p>In motion.
 */
@NullMarked
package org.ipsecworkbench.capture.live;

import org.jspecify.annotations.NullMarked;
