package io.dunning.compiled;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/**
 * Finds members that a public class of this module hides, because one other class alone needs them
 * and they would only distract everybody else.
 */
public final class Hidden {
  private Hidden() {}

  /** Finds a member of a class. */
  private interface Search<T> {
    T in(MethodHandles.Lookup all) throws ReflectiveOperationException;
  }

  private static <T> T find(Class<?> of, Search<T> search) {
    try {
      return search.in(MethodHandles.privateLookupIn(of, MethodHandles.lookup()));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A field. */
  static VarHandle field(Class<?> of, String name, Class<?> type) {
    return find(of, all -> all.findVarHandle(of, name, type));
  }

  /**
   * A method of an object.
   *
   * @param of the class that has it
   * @param name its name
   * @param type its result and parameters
   * @return the method; the object comes before the parameters
   */
  public static MethodHandle method(Class<?> of, String name, MethodType type) {
    return find(of, all -> all.findVirtual(of, name, type));
  }

  /**
   * A static method.
   *
   * @param of the class that has it
   * @param name its name
   * @param type its result and parameters
   * @return the method
   */
  public static MethodHandle staticMethod(Class<?> of, String name, MethodType type) {
    return find(of, all -> all.findStatic(of, name, type));
  }

  /**
   * What to throw on after a hidden method threw something.
   *
   * @param thrown what it threw
   * @return the same, if nobody has to declare it
   * @throws Error the same, if it is an error
   */
  public static RuntimeException rethrown(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("method threw what it does not declare", thrown);
  }
}
