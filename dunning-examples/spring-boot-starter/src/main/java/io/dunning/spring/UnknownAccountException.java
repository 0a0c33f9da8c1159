package io.dunning.spring;

/** There is no such customer in the books of the tenant. */
public final class UnknownAccountException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An unknown customer.
   *
   * @param customer the id that was asked for
   */
  public UnknownAccountException(String customer) {
    super("no such customer: " + customer);
  }
}
