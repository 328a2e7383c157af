/** The client against counterparts that nobody here wrote. */
package org.ipsecworkbench.hostconnection.interop;
