package io.dunning.studio;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;

/**
 * A page in the browser for people who write policies: it shows mistakes as they type, what a
 * policy does, what is wrong with it, and what a change of it does to debtors.
 *
 * <p>The server listens on 127.0.0.1 only, and answers nobody who does not know the token of its
 * address. It reads and writes policy files of one folder, and no other file. Thread-safe.
 *
 * <pre>{@code
 * try (Studio studio = Studio.start(StudioSettings.of(file, today))) {
 *   System.out.println(studio.url());
 *   ...
 * }
 * }</pre>
 */
public final class Studio implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration HURRY = Duration.ofSeconds(1);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final Clerks clerks;
  private final Gate gate;
  private final Jobs jobs;

  private Studio(HttpServer server, Clerks clerks, Gate gate, Jobs jobs) {
    this.server = server;
    this.clerks = clerks;
    this.gate = gate;
    this.jobs = jobs;
  }

  /**
   * Starts a studio.
   *
   * @param settings what it works with
   * @return the studio; close it to end it
   * @throws IllegalArgumentException if the policy is not a file that can be edited: a readable
   *     file whose name ends with {@code .yaml}, {@code .yml} or {@code .json}
   * @throws UncheckedIOException if the port is taken, or the folder of the policy cannot be read
   */
  public static Studio start(StudioSettings settings) {
    return start(settings, PATIENCE, HURRY);
  }

  /** Starts a studio that waits so long for clients; less while others wait. */
  static Studio start(StudioSettings settings, Duration patience, Duration hurry) {
    Objects.requireNonNull(settings, "settings");
    Jobs jobs = new Jobs();
    Api api = new Api(settings, jobs);
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port());
      HttpServer server = HttpServer.create(address, 0);
      Clerks clerks = new Clerks(patience, hurry);
      Gate gate = new Gate(server.getAddress().getPort());
      server.createContext("/", new Front(gate, api, clerks));
      server.setExecutor(clerks);
      server.start();
      return new Studio(server, clerks, gate, jobs);
    } catch (IOException e) {
      jobs.close();
      throw new UncheckedIOException("cannot listen on port " + settings.port(), e);
    }
  }

  /** {@return the address to open in a browser, with the token that lets it in} */
  public String url() {
    return gate.url();
  }

  String token() {
    return gate.token();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Ends the studio; what it still works on is given up. */
  @Override
  public void close() {
    server.stop(0);
    clerks.close();
    jobs.close();
  }
}
