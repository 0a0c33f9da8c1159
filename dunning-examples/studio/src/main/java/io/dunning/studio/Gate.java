package io.dunning.studio;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Lets a request in, or says why not. Whoever asks must name this server as the host, so that a
 * name that leads here is no way in; must not come from a page of another origin; and must know a
 * secret. The token of the address opens everything. A browser gets a second secret as a cookie,
 * which opens only the files of the page: cookies go to every port of a machine, and these files
 * say nothing about a policy or a ledger.
 */
final class Gate {
  static final String HEADER = "X-Dunning-Token";
  private static final int LENGTH = 32;
  private static final String QUERY = "token=";

  private final String host;
  private final String cookieName;
  private final String token = secret();
  private final String cookie = secret();

  Gate(int port) {
    host = "127.0.0.1:" + port;
    cookieName = "dunning-studio-" + port;
  }

  private static String secret() {
    byte[] bytes = new byte[LENGTH];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String url() {
    return "http://" + host + "/?" + QUERY + token;
  }

  String token() {
    return token;
  }

  /** What a page that was opened with the token is given for its files. */
  String setCookie() {
    return cookieName + "=" + cookie + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /**
   * Lets a request in.
   *
   * @throws Refusal if it is not let in
   */
  void admit(URI uri, Headers headers, boolean file) {
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !hosts.get(0).equals(host)) {
      throw new Refusal(403, "this server answers only to the host " + host);
    }
    for (String origin : headers.getOrDefault("Origin", List.of())) {
      if (!origin.equals("http://" + host)) {
        throw new Refusal(403, "this server answers no page of another origin");
      }
    }
    for (String site : headers.getOrDefault("Sec-Fetch-Site", List.of())) {
      if (!file && !site.equals("same-origin")) {
        throw new Refusal(403, "this server answers no page of another origin");
      }
    }
    boolean known = file ? opensFiles(uri, headers) : isToken(first(headers, HEADER));
    if (!known) {
      throw new Refusal(
          401, "the token of the address is missing\nMaybe open the address that was printed");
    }
  }

  /** Whether a request has the token in its address. */
  boolean hasToken(URI uri) {
    String query = uri.getRawQuery();
    return query != null && query.startsWith(QUERY) && isToken(query.substring(QUERY.length()));
  }

  private boolean opensFiles(URI uri, Headers headers) {
    boolean known = hasToken(uri);
    for (String line : headers.getOrDefault("Cookie", List.of())) {
      for (String each : line.split(";")) {
        int equals = each.indexOf('=');
        if (equals > 0 && each.substring(0, equals).strip().equals(cookieName)) {
          known |= same(each.substring(equals + 1).strip(), cookie);
        }
      }
    }
    return known;
  }

  private static String first(Headers headers, String name) {
    List<String> all = headers.getOrDefault(name, List.of());
    return all.size() == 1 ? all.get(0) : "";
  }

  private boolean isToken(String text) {
    return same(text, token);
  }

  /** Compares in a time that does not tell how much is right. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
