/** A capture format and a window for IPsec Workbench. */
package ${package};
