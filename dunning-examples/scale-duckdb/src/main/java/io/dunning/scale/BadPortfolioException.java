package io.dunning.scale;

import java.util.List;

/** Says what is wrong with a portfolio or a run, everything that was found. */
final class BadPortfolioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadPortfolioException(String problem) {
    super(problem);
  }

  BadPortfolioException(String problem, Exception cause) {
    super(problem, cause);
  }

  BadPortfolioException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
