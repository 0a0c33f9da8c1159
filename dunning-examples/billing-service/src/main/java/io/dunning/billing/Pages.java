package io.dunning.billing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Long lists, a page at a time, each with a link to the next one (RFC 8288). */
final class Pages {
  static final int MOST = 1_000;

  /** As a default in an annotation. */
  static final String DEFAULT = "1000";

  /** What the description of the API says about {@code limit}. */
  static final String LIMIT = "how many at most, 1 to 1,000";

  /** What it says about {@code after}. */
  static final String AFTER = "where the page before ended, as its link says";

  private Pages() {}

  static int checked(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is not between 1 and " + MOST + ": " + limit);
    }
    return limit;
  }

  /** A page; if it is full, with a link to what comes after its last entry. */
  static <T> ResponseEntity<List<T>> of(
      List<T> page, int limit, String path, Function<T, Map<String, String>> next) {
    if (page.size() < limit) {
      return ResponseEntity.ok(page);
    }
    StringJoiner query = new StringJoiner("&", path + "?limit=" + limit + "&", "");
    next.apply(page.get(page.size() - 1))
        .forEach(
            (name, value) ->
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return ResponseEntity.ok().header(HttpHeaders.LINK, "<" + query + ">; rel=\"next\"").body(page);
  }
}
