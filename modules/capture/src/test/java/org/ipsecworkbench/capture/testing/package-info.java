/**
 * What the tests build their input from: packets header by header, capture files record by record, and the captures that
 * lie beside the project.
 */
package org.ipsecworkbench.capture.testing;
