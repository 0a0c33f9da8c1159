package io.dunning.bridges.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document could not be mapped. The message tells every problem, each with its place. */
public final class UnreadableDocumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(List<Finding> problems, long more) {
    super(
        problems.stream().map(Finding::toString).collect(Collectors.joining("\n"))
            + (more > 0 ? "\nand " + more + " more" : ""));
  }
}
