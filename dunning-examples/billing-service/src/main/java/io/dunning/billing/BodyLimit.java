package io.dunning.billing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads bodies up to a limit, whether their length was told or not, and only as long as a client
 * may take to send one.
 */
final class BodyLimit extends OncePerRequestFilter {
  private final long limit;

  BodyLimit(long limit) {
    this.limit = limit;
  }

  /** A body is longer than the limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
      super("body is larger than " + limit + " bytes");
    }
  }

  /** A body was not sent in time. */
  static final class TooSlowException extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlowException() {
      super("body was not sent in time");
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > limit) {
      Problems.write(response, 413, "body is larger than " + limit + " bytes");
      return;
    }
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            return new Limited(request.getInputStream(), limit, BodyDeadline.endOf(request));
          }
        },
        response);
  }

  private static final class Limited extends ServletInputStream {
    private final ServletInputStream body;
    private final long limit;
    private final Object end;
    private long read;

    Limited(ServletInputStream body, long limit, Object end) {
      this.body = body;
      this.limit = limit;
      this.end = end;
    }

    private void count(long bytes) throws IOException {
      if (bytes > 0 && BodyDeadline.isOver(end)) {
        throw new TooSlowException();
      }
      read += Math.max(bytes, 0);
      if (read > limit) {
        throw new TooLargeException(limit);
      }
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int bytes = body.read(into, offset, length);
      count(bytes);
      return bytes;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
