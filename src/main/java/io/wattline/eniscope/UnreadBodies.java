package io.wattline.eniscope;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Ends the connection of a response that is not read to its end. The HTTP client would read the rest to use the
 * connection again, and an endless response would block a worker for ever.
 */
public final class UnreadBodies implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null) {
            response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                @Override
                public InputStream getContent() throws IOException {
                    return new Body(super.getContent(), scope.execRuntime);
                }
            });
        }
        return response;
    }

    private static final class Body extends FilterInputStream {

        private final ExecRuntime connection;
        private boolean read;

        Body(InputStream in, ExecRuntime connection) {
            super(in);
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            read = next < 0;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read = count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!read) {
                connection.discardEndpoint();
            }
            super.close();
        }
    }
}
