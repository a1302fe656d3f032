/** The second look at the source: what differed from what we hold, and how late readings come. */
package io.wattline.reconciliation;
