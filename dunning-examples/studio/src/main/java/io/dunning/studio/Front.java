package io.dunning.studio;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.dunning.reports.HtmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The front of the server: lets requests in, hands out the files of the page, and gives questions
 * to the {@link Api}. Files are named one by one, so that no path leads to another one.
 */
final class Front implements HttpHandler {
  /** A text of a policy file, and what is asked about it; as JSON it can be twice as long. */
  static final int LONGEST_BODY = 2 * Folder.LONGEST;

  private static final String API = "/api/";
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Gate gate;
  private final Api api;
  private final Clerks clerks;
  private final Map<String, File> files = new TreeMap<>();

  /** A file of the page. */
  private record File(String kind, byte[] bytes) {}

  Front(Gate gate, Api api, Clerks clerks) {
    this.gate = gate;
    this.api = api;
    this.clerks = clerks;
    file("/", "text/html", resource("studio.html"));
    file("/report.css", "text/css", HtmlReport.stylesheet().getBytes(StandardCharsets.UTF_8));
    file("/studio.css", "text/css", resource("studio.css"));
    file("/icon.svg", "image/svg+xml", resource("icon.svg"));
    for (String name :
        new String[] {"studio", "frame", "editor", "server", "disk", "views", "work"}) {
      file("/" + name + ".js", "text/javascript", resource(name + ".js"));
    }
  }

  private void file(String path, String kind, byte[] bytes) {
    files.put(path, new File(kind + "; charset=utf-8", bytes));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Front.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      secure(exchange.getResponseHeaders());
      try {
        answer(exchange);
      } catch (Refusal e) {
        clerks.sends();
        send(exchange, e.status(), "text/plain; charset=utf-8", utf8(e.getMessage()));
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        clerks.sends();
        // a defect must not end the studio, and is told to the one who can report it
        send(exchange, 500, "text/plain; charset=utf-8", utf8("the studio failed: " + e));
      }
    }
  }

  private static byte[] utf8(String text) {
    return String.valueOf(text).getBytes(StandardCharsets.UTF_8);
  }

  private static void secure(Headers headers) {
    headers.set("Content-Security-Policy", CONTENT);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    boolean asks = path != null && path.startsWith(API);
    gate.admit(exchange.getRequestURI(), exchange.getRequestHeaders(), !asks);
    File file = files.get(String.valueOf(path));
    if (!asks && file == null || asks && !api.answers(path.substring(API.length()))) {
      throw new Refusal(404, "no such page");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals(asks ? "POST" : "GET")) {
      exchange.getResponseHeaders().set("Allow", asks ? "POST" : "GET");
      throw new Refusal(405, "this page answers only to " + (asks ? "POST" : "GET"));
    }
    if (!asks) {
      if (gate.hasToken(exchange.getRequestURI())) {
        exchange.getResponseHeaders().set("Set-Cookie", gate.setCookie());
      }
      send(exchange, 200, file.kind, file.bytes);
      return;
    }
    byte[] body = body(exchange);
    clerks.hasRead();
    Answer answer = api.answer(path.substring(API.length()), body);
    clerks.sends();
    send(exchange, 200, answer.kind(), answer.bytes());
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    String kind = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (!kind.toLowerCase(Locale.ROOT).matches("application/json *(; *charset=utf-8)?")) {
      throw new Refusal(415, "a question has to be application/json");
    }
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    // the server itself has refused a length that is no number
    if (length == null || Long.parseLong(length.strip()) <= LONGEST_BODY) {
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
      if (body.length <= LONGEST_BODY) {
        return body;
      }
    }
    throw new Refusal(413, "a question has more than " + LONGEST_BODY + " bytes");
  }

  private static void send(HttpExchange exchange, int status, String kind, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", kind);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
