/** Starts and stops Wattline, and does what the command line asks of a running system. */
package io.wattline.app;
