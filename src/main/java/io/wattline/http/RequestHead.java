package io.wattline.http;

/**
 * What the guard knows of a request before the body is read. A header that was not sent is null.
 *
 * @param host          header Host, with the port
 * @param authorization header Authorization
 * @param origin        header Origin: the site of the page that sends the request
 * @param fetchSite     header Sec-Fetch-Site: how the browser relates that page to this site
 * @param contentType   header Content-Type
 */
public record RequestHead(String method, String path, String host, String authorization, String origin,
        String fetchSite,
                          String contentType) {
}
