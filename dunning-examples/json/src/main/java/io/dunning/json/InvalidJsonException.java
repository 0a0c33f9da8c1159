package io.dunning.json;

import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/**
 * A JSON text is no form of the value that was asked for. The message names the place, as a path
 * from the root and, if the parser knows them, by line and column: {@code $.amount.currency: no
 * such currency: EURO (line 1, column 42)}.
 *
 * <p>If a constructor or factory of the library refused the parts of a value, its exception is the
 * cause. A text that is not JSON at all is refused by Jackson's own {@link
 * tools.jackson.core.JacksonException}, of which this is one.
 */
public final class InvalidJsonException extends DatabindException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 60;

  private final String place;
  private final String problem;

  InvalidJsonException(
      String place, TokenStreamLocation location, String problem, Throwable cause) {
    super(problem, location, cause);
    this.place = place;
    this.problem = problem;
  }

  /**
   * {@return the path from the root to the value that is wrong, such as {@code $.events[3].date}}
   */
  public String place() {
    return place;
  }

  /** {@return what is wrong, without the place} */
  public String problem() {
    return problem;
  }

  /** {@return the place, what is wrong there, and the line and column if they are known} */
  @Override
  public String getMessage() {
    TokenStreamLocation at = getLocation();
    boolean known = at != null && at.getLineNr() > 0;
    String where = known ? " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")" : "";
    return place + ": " + problem + where;
  }

  /** A text as a message can show it: not too long, and on one line. */
  static String excerpt(String text) {
    String start = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
