/** The window of certificates: of hosts, sessions and files, judged by whether IKE can use them. */
@NullMarked
package org.ipsecworkbench.certificateinspector;

import org.jspecify.annotations.NullMarked;
