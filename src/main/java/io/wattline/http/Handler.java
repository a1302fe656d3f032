package io.wattline.http;

/** Answers one operation. */
public interface Handler {

    /** @throws Exception a {@link ProblemException} where the caller can do something about it; anything else is a breakdown */
    HttpReply answer(Operation operation, Arguments arguments) throws Exception;
}
