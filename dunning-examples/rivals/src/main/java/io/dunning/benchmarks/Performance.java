package io.dunning.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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
 * Writes figures into a page, whose text is written by people: runs all benchmarks, ours and the
 * rivals', and replaces what stands between certain comments. One names the benchmarks of a table,
 * a line each, with words for its row; the first is what the others are compared to:
 *
 * <pre>{@code
 * <!-- clock
 * Benchmark.method size=1 | words
 * -->
 * | | median, ns | ...
 * <!-- end -->
 * }</pre>
 *
 * <p>The other, {@code <!-- fill aging -->}, names one of the tables of {@link CpuTables}, or what
 * else is measured once.
 */
public final class Performance {
  private static final Pattern CLOCK =
      Pattern.compile("(<!-- clock\n(.*?)\n-->\n).*?(?=\n<!-- end -->)", Pattern.DOTALL);
  private static final Pattern FILL =
      Pattern.compile("(<!-- fill (\\w+) -->\n).*?(?=\n<!-- end -->)", Pattern.DOTALL);

  private static final List<String> SIZES = List.of("items", "invoices", "accounts");

  private static final Map<String, Supplier<String>> FILLED =
      Map.of(
          "java", Performance::java,
          "aging", () -> CostOfAging.table(CpuTables.ITEMS),
          "deciding", () -> CostOfDeciding.besideByHand(CpuTables.ACCOUNTS),
          "variants", () -> CostOfDeciding.withOneThingMore(CpuTables.ACCOUNTS),
          "growth", CostOfDeciding::growth,
          "interest", () -> CostOfInterest.table(CpuTables.ACCOUNTS),
          "memory", () -> Footprint.measure(10_000_000) + ".");

  /** A benchmark's figures, in nanoseconds and bytes an item. */
  private record Figures(double median, double least, double most, double bytes) {}

  private final Map<String, Figures> figures = new LinkedHashMap<>();
  private final Set<String> notRun = new TreeSet<>();

  private Performance() {}

  /**
   * Runs everything, a quarter of an hour on two cores; or some benchmarks alone, and writes the
   * tables that have no others.
   *
   * @param arguments the page; then benchmarks to run alone
   * @throws IOException if the page cannot be read or written
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    if (arguments.length == 0) {
      System.err.println("name the page to write into, such as docs/reference/performance.md");
      System.exit(2);
    }
    Path page = Path.of(arguments[0]);
    String text = Files.readString(page);
    checkNames(text);
    List<String> some = List.of(arguments).subList(1, arguments.length);
    OptionsBuilder options = new OptionsBuilder();
    some.forEach(options::include);
    options.shouldFailOnError(true).addProfiler(GCProfiler.class);
    Performance taken = new Performance();
    taken.take(new Runner(options.build()).run());
    String clocked = taken.withTables(text);
    Files.writeString(page, some.isEmpty() ? filled(clocked) : clocked);
    if (some.isEmpty() && !taken.notRun.isEmpty()) {
      System.err.println("the page names benchmarks that were not run: " + taken.notRun);
      System.exit(1);
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

  private String withTables(String page) {
    return CLOCK
        .matcher(page)
        .replaceAll(
            match -> {
              List<String> rows = List.of(match.group(2).split("\n"));
              String table = isTaken(rows) ? match.group(1) + table(rows) : match.group();
              return Matcher.quoteReplacement(table);
            });
  }

  private static String filled(String page) {
    return FILL.matcher(page)
        .replaceAll(
            match -> {
              String measured = FILLED.get(match.group(2)).get().strip();
              return Matcher.quoteReplacement(match.group(1) + measured);
            });
  }

  private static void checkNames(String page) {
    FILL.matcher(page)
        .results()
        .map(match -> match.group(2))
        .filter(name -> !FILLED.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "nothing measures " + name + ", only " + FILLED.keySet());
            });
  }

  private static String java() {
    return "JDK "
        + System.getProperty("java.version")
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, "
        + System.getProperty("os.arch")
        + ".";
  }

  private boolean isTaken(List<String> rows) {
    List<String> missing =
        rows.stream().map(row -> cells(row)[0]).filter(b -> !figures.containsKey(b)).toList();
    notRun.addAll(missing);
    return missing.isEmpty();
  }

  private static String[] cells(String row) {
    return row.strip().split("\\s*\\|\\s*", 2);
  }

  private String table(List<String> rows) {
    List<String> lines = new ArrayList<>();
    lines.add("| | median, ns | least to most | times the first | bytes |");
    lines.add("|---|---|---|---|---|");
    Figures first = figures.get(cells(rows.get(0))[0]);
    for (String row : rows) {
      Figures of = figures.get(cells(row)[0]);
      lines.add(
          String.join(
              " | ",
              "| " + cells(row)[1],
              number(of.median),
              number(of.least) + " to " + number(of.most),
              String.format(Locale.ROOT, "%.2f", of.median / first.median),
              number(of.bytes) + " |"));
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
