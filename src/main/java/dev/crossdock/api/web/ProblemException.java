package dev.crossdock.api.web;

import dev.crossdock.platform.http.Problem;

/** Ends a request, and its transaction, with a problem as the answer. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
