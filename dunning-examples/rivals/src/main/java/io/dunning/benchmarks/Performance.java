package io.dunning.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Writes the page of figures: runs all benchmarks, ours and the rivals', and fills the tables of a
 * template. A table is a line such as {@code {{first | Benchmark.method size=1 | words}}} with the
 * row that others are compared to, then one line a row.
 */
public final class Performance {
  private static final Pattern TABLE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final String NOT_RUN = "not run";

  private static final List<String> SIZES = List.of("items", "invoices", "accounts");

  /** A benchmark's figures, in nanoseconds and bytes an item. */
  private record Figures(double median, double least, double most, double bytes) {}

  private final Map<String, Figures> figures = new LinkedHashMap<>();

  private Performance() {}

  /**
   * Runs everything, a quarter of an hour on two cores.
   *
   * @param arguments the file to write; then, as a try, benchmarks to run alone
   * @throws IOException if the file cannot be written
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    if (arguments.length == 0) {
      System.err.println("name the file to write, such as docs/reference/performance.md");
      System.exit(2);
    }
    OptionsBuilder options = new OptionsBuilder();
    for (int i = 1; i < arguments.length; i++) {
      options.include(arguments[i]);
    }
    options.shouldFailOnError(true).addProfiler(GCProfiler.class);
    Performance page = new Performance();
    page.take(new Runner(options.build()).run());
    String filled = page.fill(template());
    if (arguments.length == 1 && filled.contains(NOT_RUN)) {
      throw new IllegalStateException(
          "the template names benchmarks that were not run:\n" + filled);
    }
    Files.writeString(Path.of(arguments[0]), filled);
  }

  private static String template() throws IOException {
    try (InputStream in = Performance.class.getResourceAsStream("performance.md")) {
      return new String(
          Objects.requireNonNull(in, "template").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void take(Collection<RunResult> results) {
    for (RunResult each : results) {
      String[] names = each.getParams().getBenchmark().split("\\.");
      StringBuilder key =
          new StringBuilder(names[names.length - 2]).append('.').append(names[names.length - 1]);
      double size = 1;
      for (String name : each.getParams().getParamsKeys()) {
        String value = each.getParams().getParam(name);
        key.append(' ').append(name).append('=').append(value);
        size = SIZES.contains(name) ? Double.parseDouble(value) : size;
      }
      Statistics times = each.getPrimaryResult().getStatistics();
      double unit = each.getPrimaryResult().getScoreUnit().startsWith("ms") ? 1e6 / size : 1;
      Result<?> bytes = each.getSecondaryResults().get("gc.alloc.rate.norm");
      figures.put(
          key.toString(),
          new Figures(
              times.getPercentile(50) * unit,
              times.getMin() * unit,
              times.getMax() * unit,
              bytes == null ? Double.NaN : bytes.getScore() / size));
    }
  }

  private String fill(String template) {
    Matcher matcher =
        TABLE.matcher(
            template
                .replace("{{java}}", java())
                .replace("{{aging}}", CostOfAging.table(CpuTables.ITEMS))
                .replace("{{deciding}}", CostOfDeciding.besideByHand(CpuTables.ACCOUNTS))
                .replace("{{variants}}", CostOfDeciding.withOneThingMore(CpuTables.ACCOUNTS))
                .replace("{{growth}}", CostOfDeciding.growth())
                .replace("{{runs}}", CostOfRuns.table(CpuTables.ACCOUNTS))
                .replace("{{interest}}", CostOfInterest.table(CpuTables.ACCOUNTS))
                .replace("{{memory}}", Footprint.measure(10_000_000)));
    return matcher.replaceAll(match -> Matcher.quoteReplacement(table(match.group(1))));
  }

  private static String java() {
    return "JDK "
        + System.getProperty("java.version")
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("os.arch");
  }

  private String table(String text) {
    List<String> lines = new ArrayList<>();
    lines.add("| | median, ns | least to most | times the first | bytes |");
    lines.add("|---|---|---|---|---|");
    Figures first = null;
    for (String line : text.strip().split("\n")) {
      String[] cells = line.strip().split("\\s*\\|\\s*");
      Figures of = figures.get(cells[0]);
      if (of != null) {
        first = first == null ? of : first;
        lines.add(
            String.join(
                " | ",
                "| " + cells[1],
                number(of.median),
                number(of.least) + " to " + number(of.most),
                String.format(Locale.ROOT, "%.2f", of.median / first.median),
                number(of.bytes) + " |"));
      } else {
        lines.add("| " + cells[1] + " | " + NOT_RUN + " | | | |");
      }
    }
    return String.join("\n", lines);
  }

  /** Three digits or all before the point. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
