/** JMX: descriptions, audit, and access from other machines. */
package io.wattline.jmx;
