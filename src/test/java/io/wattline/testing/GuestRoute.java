package io.wattline.testing;

/** The text of a routes file of which nobody complains. */
public final class GuestRoute {

    /** One route, {@code guest-a}, of three steps: a body, an endpoint and the bean {@code breakdowns}. */
    public static final String GUEST = """
            - route:
                id: guest-a
                description: A route of the test.
                from:
                  id: guest-a-from
                  description: Nobody sends.
                  uri: direct:guest-a
                  steps:
                    - setBody:
                        id: guest-a-body
                        description: Something.
                        expression:
                          simple:
                            expression: ${body}
                    - to:
                        id: guest-a-to
                        description: Somewhere.
                        uri: log:guest
                    - bean:
                        id: guest-a-say
                        description: Says something.
                        ref: breakdowns
                        method: report('guest', ${exception})
            """;

    private GuestRoute() {
    }
}
