package io.wattline.http;

/** Handles one operation. */
public interface OperationHandler {

    /**
     * @throws Exception a {@link ProblemException} where the client can correct something; any other exception is a
     * breakdown
     */
    ApiResponse handle(ApiOperation operation, Arguments arguments) throws Exception;
}
