/** Everything that knows the Eniscope API: session, requests, lists, metadata, and readings as the vendor sends them. */
package io.wattline.eniscope;
