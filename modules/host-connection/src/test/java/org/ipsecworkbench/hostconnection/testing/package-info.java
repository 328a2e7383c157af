/** What several tests share: a host within the JVM, and recordings of real ones. */
package org.ipsecworkbench.hostconnection.testing;
