/**
 * What {@code demo} puts around the service so that it runs on one machine: PostgreSQL, mail server, catcher of
 * webhooks, a faster clock. Plain Java.
 */
package io.wattline.lab.demo;
