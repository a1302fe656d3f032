package io.wattline.eniscope;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;

/**
 * Connections to the source whose responses have headers of a limited size. The HTTP client has no limit of its own,
 * and an endless header would fill the memory.
 */
final class BoundedConnections {

    private static final int HEADERS_MAX = 100;
    private static final int LINE_MAX = 16 * 1024;

    private final RequestSettings requests;
    private final List<HttpClientConnectionManager> opened = new CopyOnWriteArrayList<>();

    BoundedConnections(RequestSettings requests) {
        this.requests = requests;
    }

    /** Closes all connections at once, also those that wait for a response. */
    void cut() {
        opened.forEach(connections -> connections.close(CloseMode.IMMEDIATE));
    }

    /** Connections for one HTTP client. */
    HttpClientConnectionManager open() {
        HttpClientConnectionManager connections = make();
        opened.add(connections);
        return connections;
    }

    private HttpClientConnectionManager make() {
        Http1Config headers =
                Http1Config.custom().setMaxHeaderCount(HEADERS_MAX).setMaxLineLength(LINE_MAX).build();
        long connectMillis = requests.connectTimeout().toMillis();
        int silenceMillis = Math.toIntExact(requests.responseTimeout().toMillis());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(headers).build())
                .setMaxConnPerRoute(requests.requestsInFlight())
                .setMaxConnTotal(requests.requestsInFlight())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(silenceMillis, TimeUnit.MILLISECONDS).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectMillis, TimeUnit.MILLISECONDS)
                        .setSocketTimeout(silenceMillis, TimeUnit.MILLISECONDS)
                        .build())
                .build();
    }
}
