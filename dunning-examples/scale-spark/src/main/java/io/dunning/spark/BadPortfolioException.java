package io.dunning.spark;

import java.util.List;

/** Says what is wrong with a portfolio, everything that was found. */
public final class BadPortfolioException extends RuntimeException {
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
