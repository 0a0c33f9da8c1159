package io.dunning.evaluation;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * The serial form of every reason, flip or posting that has an optional part: its class and its
 * parts, an absent part being null. Reading it goes through the constructor and its checks.
 */
final class SerialForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<? extends Record> value;
  private final Object[] parts;

  SerialForm(Record of) {
    value = of.getClass();
    RecordComponent[] components = value.getRecordComponents();
    parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(components[i], of);
    }
  }

  private static Object part(RecordComponent component, Record of) {
    try {
      Object part = component.getAccessor().invoke(of);
      return part instanceof Optional<?> optional ? optional.orElse(null) : part;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a record reads its own parts", e);
    }
  }

  private Object readResolve() throws InvalidObjectException {
    boolean known =
        value != null
            && (Reason.class.isAssignableFrom(value)
                || value == Flip.class
                || value == Posting.class);
    if (!known) {
      throw new InvalidObjectException("not a reason, flip or posting: " + value);
    }
    RecordComponent[] components = value.getRecordComponents();
    if (parts == null || parts.length != components.length) {
      throw new InvalidObjectException("parts do not fit: " + value.getName());
    }
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = components[i].getType();
      values[i] = types[i] == Optional.class ? Optional.ofNullable(parts[i]) : parts[i];
    }
    try {
      return value.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw invalid(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  private InvalidObjectException invalid(Throwable cause) {
    InvalidObjectException invalid =
        new InvalidObjectException("invalid " + value.getSimpleName() + ": " + cause.getMessage());
    invalid.initCause(cause);
    return invalid;
  }
}
