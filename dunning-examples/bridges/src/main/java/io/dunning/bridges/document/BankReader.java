package io.dunning.bridges.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads bank files of ISO 20022: statements (camt.053), notices of debits and credits (camt.054)
 * and reports within a day (camt.052), in their versions 02 to 13. Immutable and thread-safe.
 *
 * <p>An entry that books several transactions is divided if they add up to it exactly; otherwise it
 * stays one transaction and a loss says why.
 */
public final class BankReader {
  private final XmlLimits limits;

  private BankReader(XmlLimits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** {@return a reader with the {@linkplain XmlLimits#STANDARD standard limits}} */
  public static BankReader standard() {
    return new BankReader(XmlLimits.STANDARD);
  }

  /**
   * {@return a reader with limits of your own}
   *
   * @param limits how much it takes from a document
   */
  public static BankReader within(XmlLimits limits) {
    return new BankReader(limits);
  }

  /**
   * Reads a file with all its transactions into memory.
   *
   * @param source the document
   * @return the file, or all problems; and what could not be mapped. Never throws, whatever the
   *     document holds
   */
  public Mapped<BankFile> read(XmlSource source) {
    Objects.requireNonNull(source, "source");
    Findings findings = new Findings(source.name(), limits.findings());
    List<BankTransaction> all = new ArrayList<>();
    CamtWalk walk = walk(source, findings, all::add);
    return findings.result(new BankFile(walk.message(), walk.statements(), all));
  }

  /**
   * Reads a file of any size and hands its transactions over one by one. The file is read twice:
   * first to find every problem, then, if there is none, to hand over. So a file with a problem
   * hands over nothing at all.
   *
   * @param source the document; it is opened twice and must not change in between
   * @param taker is handed each transaction, in the order of the file
   * @return the file without its transactions, or all problems; and what could not be mapped. If
   *     the document changed between the two readings, that is a problem, and the taker may have
   *     been handed transactions: roll them back. Throws only what the taker throws
   */
  public Mapped<BankFile> stream(XmlSource source, Consumer<BankTransaction> taker) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(taker, "taker");
    Findings findings = new Findings(source.name(), limits.findings());
    CamtWalk first = walk(source, findings, transaction -> {});
    if (findings.anyProblem()) {
      return findings.result(null);
    }
    Findings again = new Findings(source.name(), limits.findings());
    CamtWalk second = walk(source, again, taker);
    if (again.anyProblem() || !second.fingerprint().equals(first.fingerprint())) {
      findings.problem(
          XmlPlace.NOWHERE,
          "document changed while it was read",
          null,
          "roll back what was handed over, and read it again");
    }
    return findings.result(new BankFile(first.message(), first.statements(), List.of()));
  }

  private CamtWalk walk(XmlSource source, Findings findings, Consumer<BankTransaction> taker) {
    CamtWalk walk = new CamtWalk(limits, findings, taker);
    try (XmlCursor cursor = XmlCursor.open(source, limits)) {
      walk.through(cursor);
    } catch (RefusedDocument e) {
      findings.refused(e);
    }
    return walk;
  }
}
