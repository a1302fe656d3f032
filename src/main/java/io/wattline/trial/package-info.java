/** Tries edited routes out: the same recorded day through both, and what differs in the rows. Plain Java; the assembly runs the services. */
package io.wattline.trial;
