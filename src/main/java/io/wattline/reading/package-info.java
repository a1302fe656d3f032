/** From the vendor's JSON to readings in our units: what was asked, what came, what cannot be read and why. */
package io.wattline.reading;
