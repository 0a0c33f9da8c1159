package io.dunning.json;

import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/**
 * Thrown if a JSON text does not describe the value that was asked for. The message names the
 * place, as a path from the root and, if the parser knows them, by line and column: {@code
 * $.amount.currency: no such currency: EURO (line 1, column 42)}.
 *
 * <p>If a constructor or factory of the library refused the parts of a value, its exception is the
 * cause. Jackson itself refuses a text that is not JSON. Both are a {@link
 * tools.jackson.core.JacksonException}.
 */
public final class InvalidJsonException extends DatabindException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 60;

  private final String path;
  private final String problem;

  InvalidJsonException(String path, TokenStreamLocation location, String problem, Throwable cause) {
    super(problem, location, cause);
    this.path = path;
    this.problem = problem;
  }

  /**
   * {@return the path from the root to the value that is wrong, such as {@code $.events[3].date}}
   */
  public String path() {
    return path;
  }

  /** {@return what is wrong, without the path} */
  public String problem() {
    return problem;
  }

  /** {@return the path, what is wrong there, and the line and column if they are known} */
  @Override
  public String getMessage() {
    TokenStreamLocation at = getLocation();
    boolean known = at != null && at.getLineNr() > 0;
    String where = known ? " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")" : "";
    return path + ": " + problem + where;
  }

  /** A text as a message can show it: not too long, and on one line. */
  static String excerpt(String text) {
    String start = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
