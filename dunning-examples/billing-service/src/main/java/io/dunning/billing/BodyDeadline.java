package io.dunning.billing;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how long a client may take to send a body. Tomcat bounds each wait for a byte only, also
 * where it reads the rest of a body that nobody wants, so a client that drips bytes would keep a
 * thread for days.
 */
final class BodyDeadline extends ValveBase {
  private static final Logger LOG = LoggerFactory.getLogger(BodyDeadline.class);

  /** How many bytes that nobody wants are read; Tomcat itself would read as many. */
  private static final long MOST_UNWANTED = 2L << 20;

  private static final String END = BodyDeadline.class.getName();

  private final Duration longest;

  BodyDeadline(Duration longest) {
    super(true);
    this.longest = longest;
  }

  /** Whether the time is over in which a request may be sent. */
  static boolean isOver(Object end) {
    return end instanceof Long nanos && System.nanoTime() - nanos > 0;
  }

  /** The end of that time, for {@link #isOver}; null if it has none. */
  static Object endOf(jakarta.servlet.ServletRequest request) {
    return request.getAttribute(END);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Long end = System.nanoTime() + longest.toNanos();
    request.setAttribute(END, end);
    getNext().invoke(request, response);
    org.apache.coyote.Request raw = request.getCoyoteRequest();
    if (!raw.isFinished()) {
      response.finishResponse();
      // who waits for "100 Continue" sends nothing after a refusal
      if (raw.hasExpectation() || !isReadToTheEnd(raw, end)) {
        raw.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  /** Reads what is left, so that the connection can be used again, unless that is too much. */
  private static boolean isReadToTheEnd(org.apache.coyote.Request raw, Object end) {
    try {
      Discarded rest = new Discarded();
      long bytes = 0;
      do {
        int read = raw.doRead(rest);
        if (read < 0) {
          return true;
        }
        bytes += read;
      } while (!isOver(end) && bytes <= MOST_UNWANTED);
      return raw.isFinished();
    } catch (IOException e) {
      LOG.debug("client does not send the rest of its body", e);
      return false;
    }
  }

  /** Takes bytes that nobody wants. */
  private static final class Discarded implements ApplicationBufferHandler {
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // the bytes stay where Tomcat has them
    }
  }
}
