/** Who did what to a running Wattline. */
package io.wattline.audit;
