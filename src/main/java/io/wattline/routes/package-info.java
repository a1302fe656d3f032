/** Routes as files that people edit: lint, reload, takeover and trial. */
package io.wattline.routes;
