package io.dunning.studio;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as it goes over the wire, so that a test can send what no client would. */
final class Wire {
  private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");
  private static final int PATIENCE_MILLIS = 60_000;

  /** What came back. */
  record Response(int status, String headers, String body) {}

  private Wire() {}

  /** Sends a request whole; {@code HOST} in it stands for the host of the studio. */
  static Response send(int port, String request) throws IOException {
    String sent = request.replace("HOST", "127.0.0.1:" + port).replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  /** Reads as much as the answer says it has: the server may wait for the rest of a request. */
  private static Response read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (head.length() > 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        break;
      }
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    int status = Integer.parseInt(head.substring(9, 12));
    return new Response(status, head.toString(), new String(body, StandardCharsets.UTF_8));
  }

  /** A question with a token, as the page asks it. */
  static Response ask(Studio studio, String question, String json) throws IOException {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return send(
        studio.port(),
        "POST /api/"
            + question
            + " HTTP/1.1\nHost: HOST\nConnection: close\nContent-Type: application/json\n"
            + "X-Dunning-Token: "
            + studio.token()
            + "\nContent-Length: "
            + length
            + "\n\n"
            + json);
  }
}
