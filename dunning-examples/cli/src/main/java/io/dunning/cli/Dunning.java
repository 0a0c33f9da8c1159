package io.dunning.cli;

/** x. */
public final class Dunning {
  private Dunning() {}

  /**
   * Main.
   *
   * @param args arguments
   */
  public static void main(String[] args) {}
}
